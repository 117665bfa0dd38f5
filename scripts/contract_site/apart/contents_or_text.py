"""What tells the parties' own lists and tables from a contents list that does not say that it is one.

A pay table has titles and numbers that go up as a contents list has, and its titles may head provisions too. A list that
is taken for a contents list is not shown, so a doubt is decided for the text: a contents list that is shown spoils nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.apart.captions import is_capitals
from contract_site.apart.rank_labels import starts_with_label

_WIDE = re.compile(r"\s{3,}|\t\s*")
_IN_WORDS = re.compile(r"[^\W\d_]{2}")
"""What heads a column, page numbers in Roman figures aside."""
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_NAME_ONLY = re.compile(r"[^\W\d_]+\s+(?:\d{1,3}|[IVXLC]+|[A-Z])\W*")
"""A word and a number or letter without a title: ``Grade 1``, ``Step II``."""
_LEADS_ON = re.compile(
    r"\b(?:following|suivante?s|siguientes|seguenti|folgende[nrs]?|volgende|apply|applies|shall|includes?|gelten|gilt|s’appliquent"
    r"|s'appliquent|rights?\s+(?:of|under))\b"
)
"""What a sentence says that goes on with a list of articles, though no colon ends it."""
_OF_PAGES = ("page", "pages", "page no", "page number", "seite", "página", "pagina", "стр")


def says_page(text: str) -> bool:
    """Say whether the text heads a column of page numbers."""
    return text.casefold().strip(" .") in _OF_PAGES


def counts(title: str) -> bool:
    """Say whether a number belongs to the words before it: ``Article 2, Section`` and 1, ``Rules - Page`` and 7."""
    before, _, last = title.rstrip("(,.-–— ").rpartition(" ")
    return says_page(last) or (bool(before) and len(last) > 2 and starts_with_label(f"{last} 1") != "")


def goes_on_with(before: str) -> bool:
    """Say whether what follows a line belongs to it: to its sentence, which a colon leaves open, or to its columns.

    ``The following Articles do not apply:``, ``Grade    Days of leave``; columns of pages are those of a contents list. A line
    that says that something follows or applies, and does not end, goes on too.
    """
    columns = _WIDE.split(before.strip())
    if len(columns) > 1 and _heads_column(columns[-1]) and not starts_with_label(before):
        return not says_page(columns[-1])
    if before[-1:] not in ".!?" and not is_capitals(before) and _LEADS_ON.search(before):
        return True
    return before.endswith((":", ",", ";")) and not is_capitals(before) and len(before.split()) > 1


def _heads_column(words: str) -> bool:
    return _IN_WORDS.search(words) is not None and _ROMAN.fullmatch(words) is None


def are_titled(titles: Sequence[str]) -> bool:
    """Say whether most entries say more than a word and a number; ``Grade 1`` with a number behind it is a row of any table."""
    return 2 * sum(_NAME_ONLY.fullmatch(title) is None for title in titles) > len(titles)


def lies_before(stop: int, places: Sequence[int | None], pages: Sequence[int | None]) -> bool:
    """Say whether a list that ends at ``stop`` stands where a contents list does: right before what it lists.

    ``places`` are the lines where its entries stand again and ``pages`` what it gives for them. What comes between is no longer
    than what is listed, and each page has a line at least.
    """
    found = [(place, page) for place, page in zip(places, pages, strict=True) if place is not None]
    if len(found) < 2:
        return True
    first, last = min(found, key=_place), max(found, key=_place)
    paged = first[1] is not None and last[1] is not None
    turned = (last[1] or 0) - (first[1] or 0) if paged else 0
    return first[0] - stop <= last[0] - first[0] and turned <= last[0] - first[0]


def _place(found: tuple[int, int | None]) -> int:
    return found[0]
