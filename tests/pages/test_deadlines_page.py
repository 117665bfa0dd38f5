"""The page of deadlines: its head says of the counting of days only what is true of the limits below it."""

from __future__ import annotations

import pytest
from tests.beside.test_deadlines import a_limit, limited

from contract_site.pages.edition.deadlines_page import CALENDAR, SOME, UNCOUNTED, deadlines_page

DAYS, WORKING = "within seven (7) days of the storm", "never later than ten working days"


@pytest.mark.parametrize(
    ("words", "says", "fullest"), [([DAYS], CALENDAR, 7), ([DAYS, WORKING], SOME, 10), ([WORKING], "", 10)]
)
def test_the_head_says_how_days_are_counted_only_where_some_are(words: list[str], says: str, fullest: int) -> None:
    page = deadlines_page(limited(*map(a_limit, words)))
    assert page is not None
    (head,) = (line for line in page.text.splitlines() if line.startswith("The days are those of the words quoted."))

    assert ("holidays count" in head) == bool(says)
    assert says in head
    assert f"a full one is {fullest}." in head
    assert page.text.count(UNCOUNTED) == words.count(WORKING)
