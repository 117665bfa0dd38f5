"""Dates, numbers and lists of the interface, in the language that is chosen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.interface import say as room
from contract_site.interface.formats import said_date, said_list, said_month, said_number, said_tenths


@given(st.dates())
def test_an_english_day_is_month_day_and_year(day: date) -> None:
    assert said_date(day) == f"{day:%B} {day.day}, {day.year}"


@given(st.integers(-(10**15), 10**15))
def test_an_english_number_has_commas_between_thousands(number: int) -> None:
    assert said_number(number) == f"{number:,}"


@given(st.dates())
def test_an_english_month_stands_before_its_year(day: date) -> None:
    assert said_month(day) == f"{day:%B} {day.year}"


@given(st.floats(0, 10**6))
def test_an_english_number_with_one_figure_behind_the_point_has_a_point(number: float) -> None:
    assert said_tenths(number) == f"{number:,.1f}"


@given(st.lists(st.text(min_size=1)))
def test_an_english_list_has_and_before_its_last(parts: list[str]) -> None:
    assert said_list(parts) == " and ".join([*([", ".join(parts[:-1])] if parts[1:] else []), *parts[-1:]])


@pytest.mark.parametrize(
    ("language", "day", "number", "parts"),
    [
        ("en", "May 20, 2015", "12,345", "a, b and c"),
        ("pt-BR", "20 de maio de 2015", "12.345", "a, b e c"),
        ("es", "20 de mayo de 2015", "12,345", "a, b y c"),
        ("fr", "20 mai 2015", "12\u202f345", "a, b et c"),
        ("ru", "20 мая 2015\u202fг.", "12\xa0345", "a, b и c"),
    ],
)
def test_each_language_writes_them_its_own_way(monkeypatch, language, day, number, parts):
    monkeypatch.setattr(room.Spoken, "language", language)
    assert said_tenths(1.5) == ("1.5" if language in ("en", "es") else "1,5")
    assert (said_date(date(2015, 5, 20)), said_number(12345), said_list(["a", "b", "c"])) == (day, number, parts)
