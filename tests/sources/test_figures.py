"""Pay and deadlines of the agreement of 2010, held against its source: lines of text, found without tables.toml's cells."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from tests.sources.real import edition

from contract_site.beside.deadlines import deadline_places
from contract_site.beside.paid import PaidScale, amount_of, paid

pytestmark = pytest.mark.agreements("national-2010")
CELLS = 50


def scales() -> dict[str, PaidScale]:
    return {each.scale.kind: each for each in paid(edition("national-2010")).scales}


def lines_of(table: str) -> list[str]:
    """The lines of the source from a table's place on, as they were read from the print: as many as a page has."""
    found = edition("national-2010")
    start = min(piece.start for *_, block in found.printed() if block.anchor == table for piece in block.words.pieces)
    return found.source.text[start : start + 2_000].splitlines()


def test_fifty_cells_of_the_finder_stand_in_the_source() -> None:
    """Each in a line of the source that begins with its step, at the place that its grade has among the table's."""
    every = [(scale, rate) for scale in scales().values() for rate in scale.rates if rate.step]
    chosen = every[:: len(every) // CELLS][:CELLS]

    assert len(chosen) == CELLS
    assert {scale.scale.kind for scale, _ in chosen} == {"Full-time regular", "Part-time flexible", "Part-time regular"}
    for scale, rate in chosen:
        grades = [each.grade for each in scale.rates if each.table == rate.table and each.step == rate.step]
        printed = next(line.split()[1:] for line in lines_of(rate.table) if line.split()[:1] == [rate.step])
        assert printed[grades.index(rate.grade)] == rate.amount, (rate, printed)


def test_the_divisor_of_hours_is_that_of_the_agreements_own_tables() -> None:
    """Rates for an hour of part-time regular employees are those for a year of full-time ones, divided by 2,080."""
    year, hour = scales()["Full-time regular"], scales()["Part-time regular"]
    off = [
        rate
        for rate in year.rates
        if (other := hour.rate(rate.grade, rate.step)) is None
        or amount_of(other.amount) != (amount_of(rate.amount) / 2080).quantize(Decimal("0.01"), ROUND_HALF_UP)
    ]

    assert len(year.rates) == 173
    assert off == []


def test_every_step_but_the_last_of_each_grade_has_a_time_to_the_next() -> None:
    (wait,) = paid(edition("national-2010")).waits
    known = {(each.grade, each.step): each.next for each in wait.times}
    scale = scales()["Full-time regular"]

    for grade in scale.grades:
        steps = [rate.step for rate in scale.rates if rate.grade == grade]
        assert [known.get((grade, step)) for step in steps] == [*steps[1:], None], grade


def test_the_days_are_those_that_a_reader_found() -> None:
    found = [(each.deadline.place, each.count.number) for each in deadline_places(edition("national-2010"))]

    assert found == [
        ("15.2.step-1.a", 14), ("15.2.step-1.a", 14), ("15.2.step-1.c", 5), ("15.2.step-1.c", 5), ("15.2.step-1.d", 10),
        ("15.2.step-2.b", 14), ("15.2.step-2.c", 7), ("15.2.step-2.f", 10), ("15.2.step-2.g", 10), ("15.2.step-2.h", 15),
        ("15.2.step-2.h", 30), ("15.2.step-3.b", 15), ("15.2.step-3.c", 15), ("15.2.step-3.c", 10), ("15.2.step-3.d", 21),
        ("15.2.step-3.f", 14), ("15.2.step-4.a", 30), ("15.2.step-4.a", 15),
        ("15.2.step-4.a", 30), ("14.2", 21), ("14.2", 15), ("14.2", 21),
    ]  # fmt: skip


@pytest.mark.agreements("national-1964", "national-1966")
@pytest.mark.parametrize("slug", ["national-1964", "national-1966"])
def test_working_days_are_not_counted_as_others(slug: str) -> None:
    found = deadline_places(edition(slug))

    assert {each.count.unit for each in found} == {"working days", "days"}
    assert [each for each in found if each.count.countable is bool(re.search("working days", each.deadline.words))] == []


@pytest.mark.agreements("national-1964")
def test_the_days_of_1964_are_those_that_a_reader_found() -> None:
    found = [(each.deadline.place, str(each.count)) for each in deadline_places(edition("national-1964"))]

    assert found == [
        ("IX.C", "30 working days"), ("IX.G", "5 working days"), ("IX.I", "5 working days"), ("IX.I", "5 working days"),
        ("IX.H", "5 working days"), ("IX.H", "5 working days"), ("IX.K", "10 working days"), ("IX.L", "10 days"),
        ("IX.M", "10 working days"), ("IX.Q.1", "30 days"), ("IX.Q.2.d", "10 days"), ("XI.C", "10 working days"),
    ]  # fmt: skip
