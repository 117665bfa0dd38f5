"""Dates by which letters are cited: ``Letter of Understanding dated May 3, 2004``, ``lettre d'entente du 3 mai 2004``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_site.model.letters import caseless
from contract_site.model.months import NUMBERS, SHORT

NUMBER_OF = NUMBERS | SHORT
MONTH = "|".join(sorted(NUMBER_OF, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"""(?<![\w/])(?:
        (?P<month> {MONTH} ) \.? \s{{1,3}} (?P<day> \d{{1,2}} ) (?:st|nd|rd|th)? ,? \s{{1,3}} (?P<year> {YEAR} )
      | (?P<day_first> \d{{1,2}} ) (?:st|nd|rd|th|er|\.)? \s{{1,3}} (?:day\s+of\s+|de\s+)? (?P<month_second> {MONTH} ) \.?,?
        \s{{1,3}} (?:de\s{{1,3}})? (?P<year_last> {YEAR} )
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A date with the name of its month: which of two figures is the month, no reader can tell."""
LEADS = r",?\s{1,3}(?:which\s+is\s+)?(?:dated|signed(?:\s+on)?|of|du|de|del|vom)\s"
"""What stands between the word for a letter and its date."""
LEAD = re.compile(rf"{LEADS}{{1,3}}(?:the\s+)?", re.IGNORECASE)


def date_behind(text: str, position: int) -> tuple[str, int] | None:
    """Return the date that words at a position lead to, as ``2004-05-03``, and where it ends; None if they lead to none."""
    lead = LEAD.match(text, position)
    found = DATE.match(text, lead.end()) if lead is not None else None
    return (_written(found), found.end()) if found is not None else None


def dates_in(text: str) -> Iterator[str]:
    """Yield the dates of a text, as ``2004-05-03``."""
    yield from map(_written, DATE.finditer(text))


def _written(found: re.Match[str]) -> str:
    month = NUMBER_OF[caseless(found["month"] or found["month_second"])]
    return f"{found['year'] or found['year_last']}-{month:02}-{int(found['day'] or found['day_first']):02}"
