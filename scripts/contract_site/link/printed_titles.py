"""Titles printed beside numbers: ``Article 7 (Overtime)``, ``Overtime (Article 7)``, ``Article 7, entitled “Overtime”``.

Where such words are the title of another provision of the same rank, number and title contradict each other, and there is
no link. Words count as a title in brackets, in quotes and behind ``entitled`` whatever their case; elsewhere only with a
capital and up to a mark, because ``in Article 5, seniority governs`` goes on with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contract_site.model.citation import Citation
from contract_site.model.document import Edition

LONGEST = 12
"""Words of a title."""
ROOM = 120
"""Characters beside a number in which a title is looked for."""
AFTER = re.compile(
    r"\s{0,2}(?:(?P<sure>\(|\[|[“\"‘]|(?:,?\s?(?:which\s+is\s+)?(?:entitled|titled|headed|captioned|called),?:?\s+))|(?P<mark>[,:–—-]))?"
    r"\s{0,2}[“\"‘]?(?=[^\W\d_])"
)
BEFORE = re.compile(
    r"(?:\s(?:[Aa]rticle|[Ss]ection|[Pp]rovisions?|[Cc]lause|[Rr]ule))?[”\"’]?(?:(?P<sure>\s?[(\[])|\s?[,:–—-]\s|(?<=[”\"’])\s)(?:see\s|under\s|in\s)?$"
)
LEADING = ("see", "under", "the", "in", "per", "by", "and", "or", "also")
"""Words with a capital that may begin a sentence before a title and are no part of it."""
WORD = re.compile(r"[\w’'&/-]+")
CLOSED = re.compile(r"\s*(?:[.,;:)\]”\"’–—-]|$)")
GOES_ON = re.compile(r"\s{1,3}(?:shall|will|is|are|may|of\s{1,3}th(?:is|e)|and|or|provides?|applies|apply)\b")

FIRST_NUMBER = re.compile(r"[^\W\d_]+\.?\s{0,3}\w+")

Title = tuple[str, ...]


def headings_of(edition: Edition) -> dict[Title, list[str]]:
    """Return the anchors of the main body's provisions by the words of their headings, without case."""
    found: dict[Title, list[str]] = {}
    for part, provision in edition.provisions():
        heading = (part.title if provision is part.root else "") or provision.heading.text
        words = title_in(heading)
        if part.in_body and provision.pinpoint.steps and 0 < len(words) <= LONGEST:
            found.setdefault(words, []).append(provision.anchor)
    return found


def contradicting(citation: Citation, anchors: Sequence[str], headings: Mapping[Title, Sequence[str]]) -> tuple[str, str]:
    """Return the title beside a citation that belongs to another provision, and that provision's anchor; else two empty words.

    ``anchors`` are what the number of the citation means.
    """
    whole, tops = set(anchors), {anchor.partition(".")[0] for anchor in anchors}
    first = FIRST_NUMBER.match(citation.text)
    inside = _behind(citation.text[first.end() :], headings) if first is not None and len(citation.path) > 1 else []
    beside = (_behind(citation.behind, headings), _before(citation.before, headings))
    for title, meant in (*((each, whole) for each in beside), (inside, tops)):
        around = {anchor.rpartition(".")[0] for anchor in meant}
        owners = [each for each in headings.get(_key(title), ()) if each.rpartition(".")[0] in around] if title else []
        if owners and not set(owners) & meant:
            return " ".join(title), owners[0]
    return "", ""


def _behind(text: str, headings: Mapping[Title, Sequence[str]]) -> list[str]:
    """The longest heading that stands behind a number."""
    opened = AFTER.match(text)
    if opened is None or (not opened["sure"] and not text[opened.end()].isupper()):
        return []
    found = list(WORD.finditer(text, opened.end()))[:LONGEST]
    for count in range(len(found), 0, -1):
        title = [word[0] for word in found[:count]]
        end = found[count - 1].end()
        closed = CLOSED.match(text, end) or (not opened["mark"] and GOES_ON.match(text, end))
        if closed and _key(title) in headings:
            return title
    return []


def _before(text: str, headings: Mapping[Title, Sequence[str]]) -> list[str]:
    """The longest heading that stands before a number, whole: no other word with a capital stands before it."""
    opened = BEFORE.search(text)
    if opened is None:
        return []
    found = [word[0] for word in WORD.finditer(text, 0, opened.start())][-LONGEST - 1 :]
    for count in range(min(len(found), LONGEST), 0, -1):
        title, above = found[-count:], found[-count - 1 : -count]
        longer = above and above[0][0].isupper() and above[0].casefold() not in LEADING
        if title[0][0].isupper() and not longer and _key(title) in headings:
            return title
    return []


def title_in(words: str) -> Title:
    """Return the words as a title, as ``headings_of`` keys them."""
    return _key(WORD.findall(words))


def _key(title: Sequence[str]) -> Title:
    return tuple(map(str.casefold, title))
