"""What reports tell of bargaining is checked: each fact has its report, a date that can be, and no copied sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.editors.family_files import said_of
from tests.projects import ROOT, TINY

from contract_site.editors.bargaining import load_bargaining
from contract_site.model.bargaining import Moment, NoticeWindow, ToldNotice

WRONG = {
    "a report that is not there": (
        'report = "winter-letter"',
        'report = "letter"',
        ":22: entry 1 of [[fact]]: report 'letter' is none of",
    ),
    "an agreement that is not there": (
        'about = "keepers"',
        'about = "crews"',
        ":22: entry 1 of [[fact]]: about 'crews' is none of",
    ),
    "another state": (
        'value = "in force"',
        'value = "asleep"',
        ":22: entry 1 of [[fact]]: unknown state 'asleep'; known: in force,",
    ),
    "no date": ('value = "2028-03-31"', 'value = "March"', ":38: entry 3 of [[fact]]: 'March' is no date; write 2025-05-17,"),
    "no day": ('on = "2028-03-10"', 'on = "2028-02-31"', ":87: entry 1 of [[event]]: day is out of range for month"),
    "no rule": (
        'value = "30 to 60 days"',
        'value = "60 to 30 days"',
        ":47: entry 4 of [[fact]]: '60 to 30 days' is no rule of",
    ),
    "a sentence": (
        'words = "tug crews"',
        'words = "a b c d e f g h i"',
        ":71: entry 7 of [[fact]]: words is 'a b c d e f g h i'; give one to 8 words",
    ),
    "no words": ('words = "tug crews"', 'words = " "', ":71: entry 7 of [[fact]]: words is ' '; give one to 8 words"),
    "no paragraph": ("paragraph = 2", "paragraph = 0", ":47: entry 4 of [[fact]]: paragraph counts from 1"),
    "an id twice": ('id = "unit"', 'id = "table"', ":97: id 'table' is that of an entry above; give each its own"),
    "a misspelt table": (
        '[[event]]\nid = "next"',
        '[[events]]\nid = "next"',
        ":107: unknown key 'events'; known keys: agreement, event, fact, report",
    ),
    "an unknown key": ("planned = true", "plan = true", ":113: unknown key 'plan' in entry 3 of [event]"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert said_of(load_bargaining, "bargaining.toml", tmp_path, right, wrong).startswith(says)


def test_a_family_without_the_file_has_nothing_to_tell(tmp_path: Path) -> None:
    assert load_bargaining(tmp_path, ["keepers", ""], "agreements") == ()


def test_facts_stand_with_the_newest_report_first_and_events_in_their_order() -> None:
    (told,) = load_bargaining(TINY, ["keepers"], "agreements")

    assert [fact.value for fact in told.facts("keepers", "state")] == ["expired; in negotiation", "in force"]
    assert [event.id for event in told.events()] == ["unit", "table", "next"]
    assert [event.id for event in told.events("keepers")] == ["table", "next"]


@pytest.mark.parametrize(
    ("written", "exact"),
    [("2025-05-17", date(2025, 5, 17)), ("2024-10", None), ("2024-fall", None), ("2024-early", None), ("2022", None)],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, exact: date | None) -> None:
    moment = Moment.parse(written)

    assert (str(moment), moment.exact) == (written, exact)


def test_dates_sort_by_when_they_may_begin() -> None:
    ordered = ["2022", "2024", "2024-early", "2024-spring", "2024-fall", "2024-10", "2024-10-03", "2025"]

    assert sorted(["2024-10-03", "2025", *ordered[:-2]], key=Moment.parse) == ordered


@pytest.mark.parametrize(
    ("least", "most", "expires", "opens", "closes"),
    [
        # Counted on a calendar by hand: 90 and 120 days before.
        (90, 120, date(2015, 5, 20), date(2015, 1, 20), date(2015, 2, 19)),
        (90, 120, date(2025, 5, 17), date(2025, 1, 17), date(2025, 2, 16)),
        # Over the 29th of February.
        (30, 60, date(2028, 3, 31), date(2028, 1, 31), date(2028, 3, 1)),
        (0, 0, date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 1)),
    ],
)
def test_days_of_notice_are_counted_back(least: int, most: int, expires: date, opens: date, closes: date) -> None:
    assert NoticeWindow.of(ToldNotice(least, most), expires) == NoticeWindow(opens, closes)


@pytest.mark.agreements("national-2010")
def test_the_reports_of_this_project_are_told_whole() -> None:
    """Every agreement, date and figure that was read in the two articles, by hand."""
    (told,) = load_bargaining(ROOT / "agreements", ["apwu-usps"], "agreements")

    assert [each.id for each in told.agreement] == ["apwu-national", "it-as", "hrssc", "ams", "asc-telework", "it-telework"]
    assert {fact.about: fact.value for fact in told.fact if fact.what == "expires"} == {
        "apwu-national": "2024-09",
        "it-as": "2025-05-17",
        "hrssc": "2024-10",
    }
    assert [str(event.moment) for event in told.events() if event.moment.exact] == [
        "2025-01-20",
        "2025-01-22",
        "2025-02-04",
        "2025-04-08",
        "2025-05-17",
        "2025-06-03",
        "2025-07-25",
    ]
