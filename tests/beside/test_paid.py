"""Rates and waiting times are read from tables as editors say that these lie, and every misfit is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.texts import an_edition

from contract_site.beside.paid import paid, worked_out
from contract_site.model.document import Edition
from contract_site.model.editorial import HandTable
from contract_site.model.finding import SettingsError
from contract_site.model.pay import Pay, PayRule, PayScale, PayWait, Rate, StepOrder

TEXT = """\
ARTICLE 1
WAGES
Section 1. Rates
Table 1 Step 1 2
B 10 12
A 1,100 13
Table 2 Step 3
A 14.50
C $15
Table 3 From 1 2-3
B-A 44 36
A-C 30
Section 2. Raises
They rise.
"""


def a_table(number: int, first: int, columns: tuple[str, ...], *rows: tuple[str, ...]) -> HandTable:
    name = f"Table {number}"
    return HandTable(first=first, last=first + len(rows), opens=name, name=name, columns=columns, rows=rows)


TABLES = (
    a_table(1, 4, ("Step", "1", "2"), ("B", "10", "12"), ("A", "1,100", "13")),
    a_table(2, 7, ("Step", "3"), ("A", "14.50"), ("C", "$15")),
    a_table(3, 10, ("From", "1", "2-3"), ("B-A", "44", "36"), ("A-C", "", "30")),
)
SCALE = PayScale(kind="Keepers", per="year", tables=("table-1", "table-2"), changed_by=("1.2",))


def test_rates_of_several_tables_are_one_scale() -> None:
    (scale,) = paid(edition(Pay((SCALE,)))).scales

    assert scale.grades == ("1", "2", "3")
    assert scale.steps == ("B", "A", "C")
    assert [(rate.grade, rate.step, rate.amount, rate.table) for rate in scale.rates] == [
        ("1", "B", "10", "table-1"),
        ("2", "B", "12", "table-1"),
        ("1", "A", "1,100", "table-1"),
        ("2", "A", "13", "table-1"),
        ("3", "A", "14.50", "table-2"),
        ("3", "C", "$15", "table-2"),
    ]
    assert scale.rate("3", "B") is None
    assert [each.anchor for _, each in scale.changed_by] == ["1.2"]


def test_steps_may_stand_across() -> None:
    (scale,) = paid(edition(Pay((replace(SCALE, tables=("table-1",), across="steps"),)))).scales

    assert (scale.grades, scale.steps) == (("B", "A"), ("1", "2"))


def test_one_row_has_no_steps() -> None:
    (scale,) = paid(edition(Pay((replace(SCALE, tables=("table-1",), single="B"),)))).scales

    assert scale.steps == ("",)
    assert [(rate.grade, rate.amount) for rate in scale.rates] == [("1", "10"), ("2", "12")]


def test_times_go_from_a_step_to_the_next_for_each_grade_of_a_column() -> None:
    (wait,) = paid(edition(Pay((SCALE,), (PayWait(table="table-3", unit="weeks"),)))).waits

    assert [(each.grade, each.step, each.next, each.time) for each in wait.times] == [
        ("1", "B", "A", "44"),
        ("2", "B", "A", "36"),
        ("3", "B", "A", "36"),
        ("2", "A", "C", "30"),
        ("3", "A", "C", "30"),
    ]


RULE = PayRule(kind="Keepers", per="week", divide=8, because="so")


@pytest.mark.parametrize(
    ("amount", "by", "gives"), [("43,246", 26, "1,663.31"), ("$1", 8, "0.13"), ("0.05", 2, "0.03"), ("10", 5, "2.00")]
)
def test_what_is_worked_out_is_rounded_to_the_nearest_hundredth(amount: str, by: int, gives: str) -> None:
    assert worked_out(Rate("1", "A", amount, "t"), replace(RULE, divide=by)) == gives


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (Pay((replace(SCALE, tables=("table-9",)),)), "table 'table-9' is no table of invented"),
        (Pay((SCALE,), (PayWait(table="table-8", unit="weeks"),)), "table 'table-8' is no table of invented"),
        (Pay((replace(SCALE, changed_by=("1.7",)),)), "changed_by '1.7' is no provision of invented"),
        (Pay((replace(SCALE, dated="In May"),)), "the words 'In May' do not stand in table-1"),
        (Pay((replace(SCALE, single="Z"),)), "have no rates as they are said to lie"),
        (Pay((SCALE,), (), (replace(RULE, kind="Cooks"),)), "[[worked_out]] is for 'Cooks', which is the kind of no [[scale]]"),
        (Pay((SCALE,), (), (replace(RULE, divide=0),)), "divides by 0; give a number from 1"),
        (Pay((replace(SCALE, tables=("table-3",)),)), "table-3 has no mark of a currency, decimal or thousands anywhere"),
    ],
)
def test_what_does_not_fit_is_said(told: Pay, says: str) -> None:
    lines = {"scale": (3,), "wait": (11,), "worked_out": (19,)}
    where = 11 if "table-8" in says else 19 if told.rules else 3
    with pytest.raises(SettingsError, match=rf"pay\.toml:{where}: ") as caught:
        paid(replace(edition(told), entry_lines=lines))
    assert says in str(caught.value)


def test_a_table_of_plain_figures_is_one_of_pay_if_its_currency_is_said() -> None:
    (scale,) = paid(edition(Pay((replace(SCALE, tables=("table-3",), currency="$"),)))).scales

    assert [rate.amount for rate in scale.rates] == ["44", "36", "30"]


def test_an_edition_of_which_nothing_is_said_pays_nothing() -> None:
    assert paid(edition(Pay())).scales == ()


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        (["JJ A B", "A B C", "D E"], "D E JJ A B C"),
        (["FF A", "JJ FF A"], "JJ FF A"),
        (["D E P", "D O P"], "D O E P"),
        ([], ""),
    ],
)
def test_steps_of_tables_come_into_one_order(columns: list[str], order: str) -> None:
    found = StepOrder()
    for column in columns:
        found = found.with_column(tuple(column.split()))

    assert " ".join(found.steps) == order


def edition(told: Pay) -> Edition:
    return an_edition(TEXT, tables=TABLES, pay=told)
