"""Citations that others in the sentence govern: what an amendment names bit by bit, what one owner holds of, what is doubtful.

``ARTICLE IV, HOURS OF WORK, replace the last sentence of Section (k)`` names one place, as ``Article 5, Section 2`` does. In
``titre IV et du titre IX du code`` both are the code's, and in ``Article 5 or the Union Constitution`` a letter may be
misprinted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_site.link.belonging import of_another
from contract_site.link.owners import Owner, OwnNames, owner_behind
from contract_site.link.paths import read_rank
from contract_site.link.ranks import exactly
from contract_site.model.citation import Citation, Form
from contract_site.model.joining_words import AND, OF

LONGEST = 120
"""Characters between what is amended and what is amended in it."""
VERB = r"(?:add|amend|revise|replace|delete|insert|modif(?:y|ie)|change|renumber|strike|substitut)(?:s|d|ed|es|ing)?"
AMENDED = re.compile(
    rf"\s?[,:–—-]?\s{{0,3}}(?:(?:[A-Z][\w’'&/-]*+|{VERB}|and|or|of|the|for|in|to|by|as|with|new|existing|first|last|second|final|full|entire"
    r"|sentence|language|at|end|under|current|its|entirety|following)[,:;]?\s{1,3}){1,16}$"
)
"""What may stand between: a title, what is done, a part of what it is done to."""
DONE = re.compile(rf"\b{VERB}\b|\b(?!(?:AND|THE|FOR|NOT|BUT)\b)[A-Z]{{3,}}\b")
"""What tells an amendment, or a title in capitals, from two citations side by side."""
OF_A_LETTER = re.compile(
    r"\b(?P<name>(?:LETTER|MEMORANDUM|Letter|Memorandum)\s+(?:OF|of)\s+[^\W\d_]{3,15},\s+(?:[A-Z][\w’'&/-]*+\s?){1,8}),\s+$"
)
"""A document without a number and its title: ``LETTER OF UNDERSTANDING, LAMPS, Section (3)``."""
JOINT = re.compile(
    rf"\)?,?\s{{1,3}}(?:{'|'.join(AND)})\s{{1,3}}(?:(?:under|in|by|à\s+l[’']|à\s+la|au|aux|{exactly(OF)})(?:\s{{1,3}}|(?<=['’])))?(?:the\s+)?$"
)
"""What joins two citations of which one owner holds: ``titre IV et du titre IX du code``."""
OR_THE = re.compile(r"\.?\s+(?:or|if|off?|pf)\s+(?=the\s+[A-Z])")
"""What is printed for ``of`` by mistake: ``per Article 16 or the Union Constitution``."""
WITH_ARTICLES = re.compile(r"(?:constitution|by-?laws?|charter)$", re.IGNORECASE)


def governed(text: str, found: Sequence[Citation], own: OwnNames) -> list[Citation]:
    """Return citations, in order, with what those around them say of them."""
    if not found:
        return []
    forward = list(_amended(text, found))
    backward = [forward[-1]]
    for before in reversed(forward[:-1]):
        backward.append(_joined(text, before, backward[-1]))
    return [_doubtful(text, each, own) for each in reversed(backward)]


def _amended(text: str, found: Sequence[Citation]) -> Iterator[Citation]:
    last: Citation | None = None
    for each in found:
        inner = _is_inner(each)
        if inner and last is not None and _leads_to(text, last, each):
            each = _within(each, last)
        elif inner and (letter := OF_A_LETTER.search(text, max(0, each.start - LONGEST), each.start)) is not None:
            each = replace(each, form=Form.ELSEWHERE, document=" ".join(letter["name"].split()), weak=False)
        yield each
        last = each


def _is_inner(citation: Citation) -> bool:
    ranked = citation.form in (Form.SECTION, Form.PARAGRAPH) and citation.word in (
        "section",
        "subclause",
        "paragraph",
        "subparagraph",
    )
    return ranked and not citation.within and not citation.direction and not citation.range_from


def _leads_to(text: str, outer: Citation, inner: Citation) -> bool:
    if outer.form not in (Form.ARTICLE, Form.PART) or inner.start - outer.end > LONGEST:
        return False
    between = text[outer.end : inner.start]
    return AMENDED.fullmatch(between) is not None and DONE.search(between) is not None


def _within(inner: Citation, outer: Citation) -> Citation:
    return replace(
        inner,
        form=outer.form,
        path=outer.path + inner.path,
        shorter=tuple(outer.path + shorter for shorter in inner.shorter),
        absolute=outer.absolute,
        word=outer.word,
        within=outer.within,
        weak=False,
    )


def _joined(text: str, before: Citation, behind: Citation) -> Citation:
    """A citation as one of the document of the next, if only ``and`` stands between and both are of one rank."""
    ours = before.form in (Form.ARTICLE, Form.SECTION, Form.PARAGRAPH) and not before.within
    rank = read_rank(behind.text, 0) if behind.form in (Form.ELSEWHERE, Form.EXTERNAL) else None
    joint = rank is not None and rank[0].name == before.word and JOINT.fullmatch(text[before.end : behind.start])
    if not ours or not joint:
        return before
    proper = behind.form is Form.EXTERNAL
    return of_another(before, Owner(behind.path[0] if proper else behind.document, proper=proper))


def _doubtful(text: str, citation: Citation, own: OwnNames) -> Citation:
    """A citation of an article behind which ``or`` may be a misprint of ``of``."""
    misprint = OR_THE.match(text, citation.end) if citation.form is Form.ARTICLE and not citation.within else None
    if misprint is None:
        return citation
    owner = owner_behind(
        f"{text[: citation.end]} of {text[misprint.end() : misprint.end() + LONGEST]}", citation.start, citation.end, own
    )
    if owner is None or not owner.proper or not WITH_ARTICLES.search(owner.name):
        return citation
    said = " ".join(text[citation.start : misprint.end()].split())
    return replace(citation, doubt=f"'{said} the {owner.name}' may mean '{citation.text} of the {owner.name}'")
