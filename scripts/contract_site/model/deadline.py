"""Deadlines: time limits that provisions set, in their own words; the days are read from the words and counted as these say.

Days are days of the calendar, unless the words say otherwise. What ``working days`` are agreements seldom say; where the words
count in them, the number is shown and no date is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from contract_site.model.numeral import NUMBER_WORDS, ONES, TENS, words_value
from contract_site.model.strict import Strict

CALENDAR = "days"
_WORD = rf"(?:{TENS})[- ](?:{ONES})|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
_DAYS = re.compile(
    rf"(?<![\w.,])(?:(?P<word>{_WORD})\s{{0,3}}(?:\((?P<bracket>\d{{1,3}})\))?|(?P<figure>\d{{1,3}}))"
    r"[\s-]{1,3}(?:(?P<kind>calendar|working|work|business)\s{1,3})?days?\b(?!\s{1,3}period)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Strict):
    """``[[deadline]]`` of ``deadlines.toml``: one time limit of a procedure."""

    step: str
    """The step of the procedure, as readers are told; limits of one step stand together. Example: ``"Step 1"``."""
    place: str
    """The anchor of the provision, in the main body. Example: ``"15.2.step-1.d"``."""
    words: str
    """Its words that say how many days, and from when. Example: ``"within ten (10) days after receipt of the supervisor’s
    decision"``."""
    act: str
    """What is to be done, in your words. Example: ``"The union appeals to Step 2"``."""
    since: str
    """The day that is counted from, in your words. Example: ``"the day on which the decision was received"``."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """So many days, as words say: the day that is counted from does not count itself."""

    number: int
    unit: str
    """``days``, which are calendar days, or ``working days`` and the like as the words have it."""

    @property
    def countable(self) -> bool:
        """Whether a date can be counted without knowing more than the words say."""
        return self.unit == CALENDAR

    def __str__(self) -> str:
        """Return it in words: ``14 days``."""
        return f"{self.number} {self.unit if self.number != 1 else self.unit.removesuffix('s')}"


def counted(day: date, days: int) -> date:
    """Return the day that is so many days of the calendar after another, or before it if negative."""
    return day + timedelta(days=days)


def day_counts(words: str) -> tuple[DayCount, ...]:
    """Return every number of days that words say, in their order: ``fourteen (14) days``, ``5 working days``.

    Raises ValueError if a number in words and the figure behind it are two.
    """
    return tuple(_count(found) for found in _DAYS.finditer(words))


def _count(found: re.Match[str]) -> DayCount:
    said = words_value(found["word"]) if found["word"] else int(found["figure"])
    if found["bracket"] and int(found["bracket"]) != said:
        raise ValueError(f"'{found[0]}' says two numbers")
    kind = (found["kind"] or "").casefold()
    return DayCount(said, CALENDAR if kind in ("", "calendar") else f"{kind} days")
