"""The first and the last day of an agreement's term: what its cover and its sentences say of them.

Sentences count that speak of the agreement itself (“this Agreement”), and those under a heading such as “Duration”. They leave
no doubt if words for the beginning or the end stand near before the day and nothing speaks of another agreement, a condition,
or of wages. Days of other things, of signing or of notice, stand nearer to words for those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from contract_site.infer.dates import WrittenDay, days_in
from contract_site.infer.fact import Fact
from contract_site.infer.head import HeadLine
from contract_site.infer.term_words import (
    BEGINS,
    DOUBT,
    ENDS,
    FROM,
    HEADED,
    IN_A_SENTENCE,
    NO_TERM,
    OTHER,
    OWN,
    PAIR,
    TERM,
    TO,
)  # fmt: skip
from contract_site.model.document import Edition

YEAR = re.compile(r"(?:19|20)\d\d")
SENTENCE_END = re.compile(r"(?<=[^\W\d]{4}|\d{4})[.;]\s+(?=[“\"(]?[A-ZÀ-ÞА-Я])")
"""A point behind a short word ends none: ``Inc. The``."""
NEAR = 70
"""Characters before a day in which words say what it is."""
NEXT = 50
"""Characters in which they leave no doubt."""
REACH = 400
"""Characters behind “this Agreement” in which its term is named without doubt."""
SENTENCE_ON_COVER = 120
"""Characters of a line of a cover that is a sentence, which may speak of other days."""


class Limit(StrEnum):
    """Which end of the term a day is."""

    EFFECTIVE = "effective"
    EXPIRES = "expires"


@dataclass(frozen=True, slots=True)
class Term:
    """What a text says of its term: each fact that is stated; several of one end if its sentences do not agree."""

    effective: tuple[Fact[date], ...] = ()
    expires: tuple[Fact[date], ...] = ()


@dataclass(frozen=True, slots=True)
class LimitDay:
    """A day that begins or ends a term."""

    limit: Limit
    day: WrittenDay
    near: bool
    """Whether the words that say so stand right before it."""


def term_of(edition: Edition, head: Sequence[HeadLine]) -> Term:
    """Return the days that an agreement states as the first and the last of its term; those in doubt only if none is sure."""
    found: dict[Limit, dict[date, Fact[date]]] = defaultdict(dict)
    for limit, fact in (*_on_cover(head), *_in_sentences(edition)):
        known = found[limit].get(fact.value)
        found[limit][fact.value] = fact if known is None or (fact.sure and not known.sure) else known
    effective, expires = (_surest(found[limit].values()) for limit in (Limit.EFFECTIVE, Limit.EXPIRES))
    if len(effective) == len(expires) == 1 and effective[0].value >= expires[0].value:
        return Term((replace(effective[0], sure=False),), (replace(expires[0], sure=False),))
    return Term(effective, expires)


def _surest(facts: Collection[Fact[date]]) -> tuple[Fact[date], ...]:
    return tuple(fact for fact in facts if fact.sure) or tuple(facts)


def _on_cover(head: Sequence[HeadLine]) -> Iterator[tuple[Limit, Fact[date]]]:
    """Of a cover short lines count, each with the one before it: ``Effective`` / ``August 1, 2019``."""
    before = ""
    for line in head:
        if len(line.text) > SENTENCE_ON_COVER:
            before = ""
            yield from _stated(line.text, line.number, "before the first article", sure=True)
            continue
        words = f"{before} {line.text}"
        sure = bool(days_in(before)) or IN_A_SENTENCE.match(line.text) is None
        for found in () if NO_TERM.search(words) else _limits(words):
            if found.day.end > len(before) + 1:
                yield found.limit, Fact(found.day.value, line.number, f"on the cover: “{_brief(words, found.day)}”", sure)
        # Of a term over three lines the first day says what the last one is: "May 1, 2021", "to", "April 30, 2024".
        before = words.strip() if len(line.text) < 40 and days_in(words) and len(words) < SENTENCE_ON_COVER else line.text
        before = before if len(line.text) < 40 else ""


def _in_sentences(edition: Edition) -> Iterator[tuple[Limit, Fact[date]]]:
    for part in edition.parts:
        under = ""
        for provision, block in part.root.printed():
            under = _headed(provision.heading.text) or (under if provision is not part.root else _headed(part.title))
            if not YEAR.search(block.text):
                continue
            line = edition.source.line_number(max(0, block.words.start_of_text))
            for words in SENTENCE_END.split(block.text):
                own = OWN.search(words)
                if own is not None:
                    yield from _stated(words, line, f"“{own[0]}”", sure=part.in_body, begin=own.start())
                elif under:
                    yield from _stated(words, line, f"under “{under}”", sure=part.in_body)


def _headed(heading: str) -> str:
    """The heading, if it says that what stands below is the term and says nothing else."""
    return heading if TERM.search(heading) and HEADED.fullmatch(heading) else ""


def _stated(words: str, line: int, why: str, *, sure: bool, begin: int = 0) -> Iterator[tuple[Limit, Fact[date]]]:
    """Yield the days of a sentence that begin or end a term; what is named before ``begin`` or far behind it is not sure."""
    for found in _limits(words):
        start = found.day.start
        if NO_TERM.search(words, 0, start):
            continue
        clear = (
            found.near and begin <= start <= begin + REACH and not DOUBT.search(words, 0, start) and not NO_TERM.search(words)
        )
        yield found.limit, Fact(found.day.value, line, f"{why}: “{_brief(words, found.day)}”", sure and clear)


def _limits(words: str) -> Iterator[LimitDay]:
    """Yield the days of a line or sentence that begin or end a term."""
    days, last = days_in(words), None
    for n, day in enumerate(days):
        before = words[max(0, day.start - NEAR, days[n - 1].end if n else 0) : day.start]
        paired = n + 1 < len(days) and _is_pair(words[day.end : days[n + 1].start])
        last = _limit(before, day, paired=paired, opened=last is not None and last.limit is Limit.EFFECTIVE)
        if last is not None:
            yield last


def _is_pair(between: str) -> bool:
    return PAIR.fullmatch(between) is not None or (len(between.split()) < 5 and TO.search(between) is not None)


def _limit(before: str, day: WrittenDay, *, paired: bool, opened: bool) -> LimitDay | None:
    """Which limit a day is by the words before it; ``paired``: the next is its end, ``opened``: the last was a beginning."""
    if opened and (PAIR.fullmatch(before) or TO.search(before)):
        return LimitDay(Limit.EXPIRES, day, near=True)
    places = {each: _last(pattern, before) for each, pattern in ((Limit.EFFECTIVE, BEGINS), (Limit.EXPIRES, ENDS))}
    nearest = max(places, key=lambda each: places[each])
    if _last(OTHER, before) > places[nearest]:
        return None
    begun = places[Limit.EFFECTIVE] >= 0
    if begun and TO.search(before):
        return LimitDay(Limit.EXPIRES, day, near=True)
    if FROM.search(before) and (begun or paired):
        return LimitDay(Limit.EFFECTIVE, day, near=True)
    if places[nearest] >= 0:
        return LimitDay(nearest, day, near=len(before) - places[nearest] <= NEXT)
    return LimitDay(Limit.EFFECTIVE, day, near=True) if paired else None


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match begins; -1 if there is none."""
    return max((found.start() for found in pattern.finditer(words)), default=-1)


def _brief(words: str, day: WrittenDay) -> str:
    """The day with a few words before it."""
    return " ".join(words[: day.end].split()[-9:])
