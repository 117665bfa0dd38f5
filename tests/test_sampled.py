"""Of a long table `make quick` reads every so many rows, which meet all entries of the tables that it crosses."""

from __future__ import annotations

from itertools import product

import pytest
from tests import sampled


class Row:
    """As much of a collected test as is asked."""

    def __init__(self, nodeid: str, *marks: pytest.Mark) -> None:
        self.nodeid = nodeid
        self.marks = list(marks)

    def iter_markers(self, name: str) -> list[pytest.Mark]:
        return [mark for mark in self.marks if mark.name == name]

    def add_marker(self, mark: pytest.MarkDecorator) -> None:
        self.marks.append(mark.mark)


def quick(rows: list[Row]) -> list[str]:
    sampled.leave_out_most(rows)  # type: ignore[arg-type]
    return [row.nodeid for row in rows if not row.iter_markers("slow")]


def test_every_so_many_rows_of_each_table_are_quick() -> None:
    mark = pytest.mark.sampled(3).mark
    rows = [Row(f"test_a.py::test_{table}[{row}]", mark) for table in "xy" for row in range(7)]

    assert quick(rows) == [f"test_a.py::test_{table}[{row}]" for table in "xy" for row in (0, 3, 6)]


def test_a_table_that_is_not_marked_is_quick_as_a_whole() -> None:
    rows = [Row(f"test_a.py::test_x[{row}]") for row in range(7)]

    assert len(quick(rows)) == len(rows)


def test_every_entry_of_crossed_tables_is_met() -> None:
    crossed = [*product(range(20), range(60))]
    met = quick([Row(f"test_a.py::test_x[{place}-{word}]", pytest.mark.sampled(7).mark) for place, word in crossed])

    assert {row.partition("[")[2].partition("-")[0] for row in met} == {str(place) for place in range(20)}
    assert {row.rstrip("]").partition("-")[2] for row in met} == {str(word) for word in range(60)}
