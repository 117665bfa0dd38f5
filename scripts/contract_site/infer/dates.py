"""Days as agreements write them, in words. Figures alone (5/1/2021) are not read: who knows which of them is the month."""

from __future__ import annotations

import re
from datetime import date

from contract_site.model.months import NUMBERS

_NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DAY = r"(?:[0-3]?\d)"
DATE = re.compile(
    rf"(?:(?P<m1>{_NAMES})\s+(?P<d1>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>{_DAY})(?:st|nd|rd|th|er|\.|º)?\s+(?:day\s+of\s+|de\s+)?(?P<m2>{_NAMES}),?\s+(?:de\s+)?(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d))(?!\d)",
    re.IGNORECASE,
)


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that a match of ``DATE`` names; None if the month has no such day."""
    which = next(n for n in "123" if found[f"y{n}"])
    month = found[f"m{which}"].lower()
    try:
        return date(int(found[f"y{which}"]), NUMBERS.get(month) or int(month), int(found[f"d{which}"]))
    except ValueError:
        return None
