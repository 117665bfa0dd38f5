"""Citations of an article by its title alone: ``the Organizing section of these By-Laws``, ``the article entitled “Pay”``.

The title must be the whole heading of one provision, and of no other; else the words cite nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.link.owners import OwnNames, owner_behind
from contract_site.link.printed_titles import WORD, Title, title_in
from contract_site.link.stretches import Stretches
from contract_site.model.citation import Citation, Form

CALLED = re.compile(r"\b(?:[Aa]rticle|[Ss]ection|[Cc]lause)\b")
BEFORE = re.compile(
    r"(?<![\w’'-])[Tt]he\s{1,3}[“\"]?(?P<title>[A-Z][\w’'&/-]*+(?:,?\s{1,3}(?:[A-Z][\w’'&/-]*+|and|or|of|the|for|in|to|with|&)){0,11})[”\"]?\s{1,3}$"
)
"""A title between ``the`` and the word for the rank: ``the Hours of Work article``."""
BEHIND = re.compile(r",?\s{1,3}(?:entitled|titled|headed|called)\s{1,3}[“\"‘]?(?P<title>[A-Z][^“”\"‘’.;:()]{1,100}+)")
CLOSING = ("”", '"', "’")
LOOK_BACK = 120
Found = tuple[int, int, Sequence[str]]
"""Where the words of a citation begin and end, and the anchors that have its title."""
NUMBER_BEHIND = re.compile(r"\s{0,3}(?:\d|[IVX]+\b|[“\"(]?[A-Z]\b|of\s{1,3}(?:Article|Section))")


def find_titles(text: str, headings: Mapping[Title, Sequence[str]], taken: Stretches, own: OwnNames) -> Iterator[Citation]:
    """Yield the citations by title in a text, in order, outside what is taken.

    ``headings`` are the anchors of the body's provisions by their titles.
    """
    for called in CALLED.finditer(text) if headings else ():
        found = _before(text, called, headings) or _behind(text, called, headings)
        if found is None or taken.meet(*found[:2]) or NUMBER_BEHIND.match(text, called.end()):
            continue
        start, end, anchors = found
        owner = owner_behind(text, start, end, own)
        meant = [anchor for anchor in anchors if called[0].lower() != "article" or "." not in anchor]
        if len(meant) == 1 and (owner is None or not owner.name):
            citation = Citation(text=text[start:end], start=start, end=end, form=Form.TITLED, path=tuple(meant[0].split(".")))
            yield replace(citation, word=called[0].lower())


def _before(text: str, called: re.Match[str], headings: Mapping[Title, Sequence[str]]) -> Found | None:
    found = BEFORE.search(text, max(0, called.start() - LOOK_BACK), called.start())
    anchors = headings.get(title_in(found["title"]), ()) if found is not None else ()
    return (found.start("title"), called.end(), anchors) if found is not None and anchors else None


def _behind(text: str, called: re.Match[str], headings: Mapping[Title, Sequence[str]]) -> Found | None:
    found = BEHIND.match(text, called.end())
    if found is None:
        return None
    begin, words = found.start("title"), list(WORD.finditer(found["title"]))
    for count in range(len(words), 0, -1):
        end = begin + words[count - 1].end()
        if anchors := headings.get(title_in(text[begin:end]), ()):
            return called.start(), end + (text[end : end + 1] in CLOSING), anchors
    return None
