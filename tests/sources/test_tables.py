"""Tables of the 2010 agreement: the right value in the right cell, checked where arithmetic allows it."""

from itertools import pairwise

import pytest
from tests.sources.real import tables

from contract_site.model.document import Table

pytestmark = pytest.mark.agreements("national-2010")

STEPS = [*(letter * 2 for letter in "JIHGFEDCBA"), *"ABCDEFGHIJKLMNO"]
RISE = {"3": 1017, "4": 1007, "5": 948, "6": 896, "7": 846, "8": 872, "9": 652, "10": 776, "11": 823}
"""By how much a year's salary rises from step to step, by grade: as a reader worked it out from the book."""
FIRST = {"table-1.1": "JJ", "table-1.2": "FF", "table-1.3": "D"}


def column(table: Table, grade: str) -> dict[str, float]:
    """The values of one grade by step; blank cells left out."""
    place = table.columns.index(grade)
    return {row[0]: float(row[place].replace(",", "")) for row in table.rows if row[place]}


def test_every_row_is_as_wide_as_its_columns() -> None:
    widths = {name: {len(row) for row in table.rows} for name, table in tables().items()}

    assert widths == {name: {len(table.columns)} for name, table in tables().items()}


def test_every_table_of_the_book_is_there() -> None:
    named = [f"table-1.{number}" for number in range(1, 10)] + ["table-2", "table-3", "table-4.1", "table-4.2"]
    nameless = {"9.2", "9.7", "17.2.A", "17.4", "26.2.B", "26.3", "37.3.A.11", "37.3.F.3.a", "39.2.A.11.a", "41.2.G.1.a"}
    of_memoranda = {"tentative-agreement", "clerk-craft-jobs", "motor-vehicle-craft-jobs", "contract-postal-units"}

    assert set(named) <= tables().keys()
    assert {f"{anchor}.t1" for anchor in nameless} <= tables().keys()
    assert of_memoranda <= {key.partition("#")[0].removeprefix("memo/") for key in tables()}


@pytest.mark.parametrize("name", ["table-1.1", "table-1.2", "table-1.3"])
def test_salaries_rise_by_the_same_amount_from_step_to_step(name: str) -> None:
    table = tables()[name]
    for grade in table.columns[1:]:
        salaries = list(column(table, grade).items())
        rises = {f"{low}-{high}": after - before for (low, before), (high, after) in pairwise(salaries)}
        odd = {steps: rise for steps, rise in rises.items() if rise != RISE[grade]}

        # Grade 3 rises by 1,143 from N to O, as printed.
        assert odd == ({"N-O": 1143} if grade == "3" else {})


@pytest.mark.parametrize("name", ["table-1.1", "table-1.2", "table-1.3"])
def test_the_steps_are_those_of_the_book_in_order(name: str) -> None:
    steps = [row[0] for row in tables()[name].rows]
    first = STEPS.index(FIRST[name])

    assert steps == STEPS[first:] + (["P"] if name == "table-1.3" else [])


@pytest.mark.parametrize("hours", [2000, 2080])
@pytest.mark.parametrize("group", [1, 2, 3])
def test_hourly_rates_are_the_annual_ones_divided_by_the_hours_of_a_year(group: int, hours: int) -> None:
    """Part-time flexible: 2000 hours. Part-time regular: 2080. To the cent, in every cell, and blank where that is blank."""
    annual, hourly = tables()[f"table-1.{group}"], tables()[f"table-1.{group + (3 if hours == 2000 else 6)}"]

    assert hourly.columns == annual.columns
    assert [row[0] for row in hourly.rows] == [row[0] for row in annual.rows]
    for grade in annual.columns[1:]:
        expected = {step: round(salary / hours + 1e-9, 2) for step, salary in column(annual, grade).items()}
        assert column(hourly, grade) == expected


@pytest.mark.parametrize("name", ["table-4.1", "table-4.2"])
def test_night_differentials_never_fall_with_the_step(name: str) -> None:
    table = tables()[name]
    for grade in table.columns[1:]:
        values = list(column(table, grade).values())
        assert values == sorted(values)


@pytest.mark.parametrize("name", ["table-4.1", "table-4.2"])
def test_night_differentials_are_blank_where_no_salary_is_paid(name: str) -> None:
    table = tables()[name]
    salaries = {grade: column(tables()[n], grade) for n in FIRST for grade in tables()[n].columns[1:]}
    for grade in table.columns[1:]:
        assert set(column(table, grade)) == set(salaries[grade])


CELLS = [
    ("table-1.1", "JJ", ["25,657", "26,926", ""]),
    ("table-1.1", "B", ["36,844", "38,003", "39,735"]),
    ("table-1.1", "M", ["48,031", "49,080", "50,163"]),
    ("table-1.1", "O", ["50,191", "51,094", "52,059"]),
    ("table-2", "Hourly Rates", ["12.00", "12.38", "13.74", "14.60", "15.52", "15.85"]),
    ("table-3", "JJ-II", ["44", "36", "", "", ""]),
    ("table-3", "N-O", ["44", "36", "36", "30", "30"]),
    ("table-3", "O-P", ["", "", "", "", "30"]),
    ("table-4.1", "JJ", ["0.88", "0.89", "", "", "", "", "", "", ""]),
    ("table-4.1", "FF", ["0.90", "0.95", "1.01", "1.08", "1.14", "1.16", "", "", ""]),
    ("table-4.1", "C", ["1.06", "1.11", "1.16", "1.22", "1.28", "1.31", "", "", ""]),
    ("table-4.1", "D", ["1.10", "1.14", "1.20", "1.25", "1.31", "1.35", "1.49", "1.62", "1.66"]),
    ("table-4.1", "P", ["", "", "", "", "", "", "1.79", "1.97", "2.03"]),
    ("17.2.A.t1", "500 or more", ["5 stewards plus additional steward for each 100 employees"]),
    ("37.3.A.11.t1", "SP 2-383", ["Air Records Processor"]),
    ("37.3.A.11.t1", "SP-1029", ["Time & Attendance Collection System (TACS) Clerk"]),
    ("39.2.A.11.a.t1", "Time & Attendance Clerk SP 1-29, PS-6", ["All Motor Vehicle Craft Employees"]),
    ("39.2.A.11.a.t1", "Vehicle Operations Assistant-Bulk Mails SP 5-66, PS-8", ["Tractor-Trailer Operator SP 5-22, PS-8"]),
    ("41.2.G.1.a.t1", "SP 7-3", ["Lockmaker (6)"]),
    ("memo/pse-annual-leave-provisions#I.A.1.t1", "", ["80", "4 (max.)"]),
    ("memo/contract-postal-units#t1", "Altosano Contract CPU", ["1 Carr 109", "San Sebastian, PR"]),
]


@pytest.mark.parametrize(("name", "first", "cells"), CELLS, ids=[f"{name} {first}" for name, first, _ in CELLS])
def test_a_row_has_its_cells(name: str, first: str, cells: list[str]) -> None:
    assert (first, *cells) in tables()[name].rows


def test_deferment_periods_are_those_of_the_book() -> None:
    days = [14, 22, 30, 38, 46, 54, 62, 66, 70, 74, 78, 82, 86, 90, 95, 100, 105, 110, 115]
    items = ["100-200", *(f"{low + 1}-{low + 100}" for low in range(200, 2000, 100))]

    assert tables()["37.3.F.3.a.t1"].rows == tuple(zip(items, map(str, days), strict=True))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("37.3.A.11.t1", 38),
        ("37.3.F.3.a.t1", 19),
        ("39.2.A.11.a.t1", 8),
        ("memo/contract-postal-units#t1", 20),
        ("memo/clerk-craft-jobs#2.C.t1", 5),
        ("9.2.t1", 3),
    ],
)
def test_a_table_has_as_many_rows_as_the_book(name: str, rows: int) -> None:
    assert len(tables()[name].rows) == rows


def test_the_job_titles_sum_to_what_the_text_says() -> None:
    """The memorandum on motor vehicle craft jobs speaks of 740 duty assignments."""
    counts = [int(row[1]) for row in tables()["memo/motor-vehicle-craft-jobs#1.t1"].rows]

    assert sum(counts) == 740
