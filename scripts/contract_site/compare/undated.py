"""Which parts without numbers meet in two editions, whatever the terms that are printed in their headings.

The heading of a cover, a preamble or an appendix often carries the years of the agreement (``AGREEMENT 2021–2024``), and its
address is made of it. The same words below the next edition's heading have not moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from contract_site.model.document import Edition, Part
from contract_site.model.letters import caseless
from contract_site.model.months import NUMBERS

_MONTH = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
DATED = re.compile(
    rf"""
    (?:\b(?:{_MONTH})\W{{1,3}}(?:\d{{1,2}}(?:st|nd|rd|th)?\W{{1,3}})?     # June 1, 2021; June 2021
     |\b\d{{1,2}}\.?\s(?:de\s)?(?:{_MONTH})\s(?:del?\s)?                  # 1 de junio de 2021
    )?
    \b(?:19|20)\d\d(?:\s?[-–—/]\s?\d\d)?\b                                # 2021; 2021-24
    """,
    re.VERBOSE,
)
WORD = re.compile(r"\w+")


def meeting(before: Edition, after: Edition) -> Mapping[str, str]:
    """Return by their addresses which parts of the newer edition meet which of the older: by their titles without dates.

    Parts of one address meet anyway and are left out; so are two of one edition whose titles differ in dates only.
    """
    there = _alone(after, {part.id for part in before.parts})
    here = _alone(before, {part.id for part in after.parts})
    return {there[title].id: here[title].id for title in here.keys() & there.keys()}


def _alone(edition: Edition, met: set[str]) -> dict[str, Part]:
    """The parts without a number that are not ``met``, by their titles without dates, each of which stands once."""
    titled = [(undated(part.title), part) for part in edition.parts if not part.in_body]
    often = Counter(title for title, _ in titled)
    return {title: part for title, part in titled if title and often[title] == 1 and part.id not in met}


def undated(title: str) -> str:
    """Return the words of a title in small letters, without years and the days and months beside them."""
    return " ".join(WORD.findall(DATED.sub(" ", caseless(title))))
