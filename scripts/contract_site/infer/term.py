"""The first and the last day of an agreement's term: what its cover and the sentences about “this Agreement” say of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contract_site.infer.dates import DATE, day_of
from contract_site.infer.fact import Fact
from contract_site.infer.head import HeadLine
from contract_site.model.document import Edition

OWN = re.compile(
    r"\b(?:this|the present|the|la présente|le présent|diese[rs]?|el presente|настоящий)\s+(?:\w+\s+){0,2}?"
    r"(?:agreement|contract|convention|accord|memorandum|tarifvertrag|vereinbarung|convenio|договор)\b",
    re.IGNORECASE,
)
"""The agreement, as it speaks of itself."""
REACH = 300
"""Characters behind those words in which its term may be named."""


class Limit(StrEnum):
    """Which end of the term a day is."""

    EFFECTIVE = "effective"
    EXPIRES = "expires"


BEGINS = re.compile(
    r"\b(?:effective|in effect|in (?:full )?force|into (?:force|effect)|tak\w+ effect|commenc\w+|begin\w*|entr\w+ en vigueur"
    r"|prend\w* effet|tritt)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:expir\w+|terminat\w+|until|through|up to|to|ending|ends?|midnight|jusqu['’]au|au|bis|hasta|по)\b|(?<=\s)[–—-]\s*$",
    re.IGNORECASE,
)
"""What stands before the day on which a term begins, or ends; of two the nearer counts."""
NEAR = 70
"""Characters before a day in which those words stand."""
NO_TERM = re.compile(
    r"\b(?:sign\w+|retrieved|arrêté|étend\w+|avenant|ratif\w+|dated|amend\w*|wage|salary|rate|increase\w*|adopted|approved)\b",
    re.IGNORECASE,
)
"""What else happens on a day."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a text says of its term: each fact that is stated; several of one end if its sentences do not agree."""

    effective: tuple[Fact[date], ...] = ()
    expires: tuple[Fact[date], ...] = ()


def term_of(edition: Edition, head: Sequence[HeadLine]) -> Term:
    """Return the days that an agreement states as the first and the last of its term."""
    found: dict[Limit, dict[date, Fact[date]]] = defaultdict(dict)
    for limit, fact in (*_on_cover(head), *_in_sentences(edition)):
        known = found[limit].get(fact.value)
        found[limit][fact.value] = fact if known is None else Fact(known.value, known.line, known.why, sure=True)
    return Term(tuple(found[Limit.EFFECTIVE].values()), tuple(found[Limit.EXPIRES].values()))


def _on_cover(head: Sequence[HeadLine]) -> Iterator[tuple[Limit, Fact[date]]]:
    """Of a cover short lines count, each with the line before it: ``Effective`` / ``August 1, 2019``.

    A longer one is a sentence, which may speak of other days.
    """
    before = ""
    for line in head:
        if len(line.text) > 120:
            before = ""
            yield from _limits(line.text, 0, line.number, "before the first article", sure=False)
            continue
        yield from _limits(f"{before} {line.text}", len(before) + 1, line.number, "on the cover", sure=True)
        before = line.text if len(line.text) < 40 else ""


def _in_sentences(edition: Edition) -> Iterator[tuple[Limit, Fact[date]]]:
    for _, _, block in edition.printed():
        line = edition.source.line_number(max(0, block.words.start_of_text))
        for own in OWN.finditer(block.text):
            stretch = block.text[own.start() : own.end() + REACH]
            yield from _limits(_sentence(stretch), 0, line, f"“{own[0]}”", sure=False)


def _sentence(words: str) -> str:
    """The words up to the end of the sentence; a point behind a short word ends none."""
    end = re.search(r"(?<=\w{4}|\d{4})[.;](?=\s)", words) or re.search(r"(?<=\d)[.;](?=\s)", words)
    return words[: end.start()] if end else words


def _limits(words: str, begin: int, line: int, why: str, *, sure: bool) -> Iterator[tuple[Limit, Fact[date]]]:
    """Yield the days of a line or sentence, from ``begin`` on, that begin or end a term."""
    days = [(found, day) for found in DATE.finditer(words) if found.start() >= begin and (day := day_of(found))]
    for n, (found, day) in enumerate(days):
        before = words[max(0, found.start() - NEAR, days[n - 1][0].end() if n else 0) : found.start()]
        after = words[found.end() : days[n + 1][0].start()] if n + 1 < len(days) else ""
        if NO_TERM.search(before):
            continue
        limit = _nearest(before) or (Limit.EFFECTIVE if ENDS.search(after) and len(after.split()) < 4 else None)
        if limit:
            yield limit, Fact(day, line, f"{why}: “{_brief(words, found)}”", sure)


def _nearest(before: str) -> Limit | None:
    """Which limit the words before a day name; of both the nearer."""
    places = {limit: _last(pattern, before) for limit, pattern in ((Limit.EFFECTIVE, BEGINS), (Limit.EXPIRES, ENDS))}
    limit = max(places, key=lambda each: places[each])
    return limit if places[limit] >= 0 else None


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match begins; -1 if there is none."""
    return max((found.start() for found in pattern.finditer(words)), default=-1)


def _brief(words: str, found: re.Match[str]) -> str:
    """The day with a few words before it."""
    return " ".join(words[: found.end()].split()[-9:])
