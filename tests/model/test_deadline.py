"""Days are read from words and counted on the calendar; a table made by hand says what comes of it."""

from __future__ import annotations

from datetime import date

import pytest

from contract_site.model.deadline import counted, day_counts


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("within fourteen (14) days of the date", ["14 days"]),
        ("within 14 days of the date", ["14 days"]),
        ("within twenty-one (21) days", ["21 days"]),
        ("Within twenty one days", ["21 days"]),
        ("within fıve (5) days, or ſix", ["5 days"]),
        ("within five (5) working days", ["5 working days"]),
        ("within 5 calendar days", ["5 days"]),
        ("not later than ten calendar\ndays after", ["10 days"]),
        ("in one business day", ["1 business day"]),
        ("within (2) two days", ["2 days"]),
        ("a 30-day notice", ["30 days"]),
        ("within 3 days, or 10 working days", ["3 days", "10 working days"]),
        ("in Article 14 days are counted", ["14 days"]),
        ("5.14 days", []),
        ("unless the parties agree to extend the five (5) day period", []),
        ("within two weeks", []),
        ("promptly", []),
        ("a hundred reasons", []),
    ],
)
def test_days_are_read_from_words(words: str, says: list[str]) -> None:
    assert [str(each) for each in day_counts(words)] == says


def test_two_numbers_that_differ_are_not_chosen_between() -> None:
    with pytest.raises(ValueError, match=r"'fourteen \(15\) days' says two numbers"):
        day_counts("within fourteen (15) days")


@pytest.mark.parametrize(("unit", "countable"), [("5 days", True), ("5 calendar days", True), ("5 working days", False)])
def test_a_date_is_counted_only_on_the_calendar(unit: str, countable: bool) -> None:
    (found,) = day_counts(unit)

    assert found.countable is countable


DATES = [
    ("2024-02-15", 14, "2024-02-29"),  # a leap year
    ("2023-02-15", 14, "2023-03-01"),
    ("2024-12-20", 14, "2025-01-03"),  # over the end of a year
    ("2025-03-08", 5, "2025-03-13"),  # over the day on which clocks are set forward
    ("2025-10-31", 10, "2025-11-10"),  # and back
    ("2025-06-20", 15, "2025-07-05"),  # over a holiday, to a Saturday
    ("2025-05-20", -120, "2025-01-20"),
    ("2025-05-20", -90, "2025-02-19"),
    ("2000-02-28", 1, "2000-02-29"),
    ("1900-02-28", 1, "1900-03-01"),
    ("2026-01-01", 30, "2026-01-31"),
]
"""Counted by hand on a calendar: a day, so many days, the last day."""


@pytest.mark.parametrize(("day", "days", "last"), DATES)
def test_days_are_counted_on_the_calendar(day: str, days: int, last: str) -> None:
    assert counted(date.fromisoformat(day), days) == date.fromisoformat(last)
