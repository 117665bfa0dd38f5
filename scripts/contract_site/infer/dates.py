"""Days as agreements write them: in words, or in figures whose order is beyond doubt.

``5/1/2021`` alone is not read: who knows which of the figures is the month. Beside ``4/30/2024`` it is the first of May, for
no month is the thirtieth. Figures parted by stops name the day first wherever they are written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contract_site.model.letters import caseless
from contract_site.model.months import NUMBERS

_NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DAY = r"(?:[0-3]?\d)"
_YEAR = r"(?:19|20)\d\d"
_TENS = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            *_TENS.split(), "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth", *(f"twenty-{word}" for word in _TENS.split()), "thirtieth", "thirty-first",
        ],
        1,
    )
}  # fmt: skip
"""The number of each day of a month by its English word."""
_ORDINAL = "|".join(word.replace("-", r"[-\s]") for word in sorted(ORDINALS, key=len, reverse=True))
DATE = re.compile(
    rf"(?:\b(?P<m1>{_NAMES})\s+(?P<d1>{_DAY})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y1>{_YEAR})"
    rf"|\b(?P<d2>{_DAY})(?:st|nd|rd|th|er|\.|[º°])?\s+(?:(?:day\s+)?of\s+|de\s+)?(?P<m2>{_NAMES})(?:,\s*|\s+)(?:del?\s+)?(?P<y2>{_YEAR})"
    rf"|\b(?P<d4>{_ORDINAL})(?:\s*\([^)]{{2,8}}\))?\s+day\s+of\s+(?P<m4>{_NAMES})(?:,\s*|\s+)(?P<y4>{_YEAR})"
    rf"|(?P<y3>{_YEAR})-(?P<m3>[01]\d)-(?P<d3>[0-3]\d))(?!\d)",
    re.IGNORECASE,
)
DAY_IN_FIGURES = re.compile(
    rf"(?<![\d./-])(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{_YEAR})(?![\d/-])"
)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day that words name, and where in them."""

    start: int
    end: int
    value: date


def days_in(words: str) -> tuple[WrittenDay, ...]:
    """Return the days that the words name, in their order; figures whose order they do not show are left out."""
    return tuple(sorted((*_in_words(words), *_in_figures(words)), key=lambda day: day.start))


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that a match of ``DATE`` names; None if the month has no such day."""
    which = next(n for n in "1234" if found[f"y{n}"])
    month, day = caseless(found[f"m{which}"]), "-".join(caseless(found[f"d{which}"]).split())
    return _date(int(found[f"y{which}"]), NUMBERS.get(month) or int(month), ORDINALS.get(day) or int(day))


def _in_words(words: str) -> Iterator[WrittenDay]:
    for found in DATE.finditer(words):
        if value := day_of(found):
            yield WrittenDay(found.start(), found.end(), value)


def _in_figures(words: str) -> Iterator[WrittenDay]:
    written = list(DAY_IN_FIGURES.finditer(words))
    for found in written:
        one, two = int(found["one"]), int(found["two"])
        alike = [each for each in written if each["mark"] == found["mark"]]
        day_first = found["mark"] == "." or any(int(each["one"]) > MONTHS for each in alike)
        month_first = any(int(each["two"]) > MONTHS for each in alike)
        value = _date(int(found["year"]), *((two, one) if day_first else (one, two)))
        if value and day_first != month_first:
            yield WrittenDay(found.start(), found.end(), value)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
