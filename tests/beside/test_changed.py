"""What the record tells of changes: each once, with a page that is there."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from contract_site.beside.changed import told_changes
from contract_site.model.site_change import SiteChange

HOME = PurePosixPath("mill-1952", "index.md")
SHOWN = {"mill-1952": ("1952 Mill", HOME)}
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def corrected(on: date, count: int, total: int) -> SiteChange:
    return SiteChange(on, "corrections", "mill-1952", count, total)


def test_corrections_lead_to_their_list() -> None:
    assert [(each.words, each.page) for each in told_changes((corrected(MAY, 3, 3),), SHOWN)] == [
        ("3 corrections made", PurePosixPath("mill-1952", "corrections.md"))
    ]


def test_corrections_that_were_all_withdrawn_lead_to_no_list_that_is_gone() -> None:
    told = told_changes((corrected(MAY, 3, 3), corrected(JUNE, -3, 0)), SHOWN)

    assert [(each.words, each.page) for each in told] == [("3 corrections withdrawn", HOME), ("3 corrections made", HOME)]


def test_what_was_recorded_twice_on_a_day_is_told_once() -> None:
    told = told_changes((corrected(MAY, 3, 3), corrected(JUNE, 1, 4), corrected(JUNE, 2, 6)), SHOWN)

    assert [each.words for each in told] == ["3 corrections made", "3 corrections made"]
    assert [each.change.anchor for each in told] == ["2026-06-01.corrections.mill-1952", "2026-05-01.corrections.mill-1952"]


def test_what_came_and_went_on_a_day_is_not_told() -> None:
    assert told_changes((corrected(MAY, 1, 1), corrected(MAY, -1, 0)), SHOWN) == ()
