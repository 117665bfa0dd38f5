"""Find the headings of a table's columns that a book prints again where the table goes on over the next page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from contract_site.model.source import Line

AGAIN = "headings of a table’s columns, printed again on its next page"
BETWEEN_CELLS = re.compile(r"\s{3,}|\t+")
"""What stands between the cells of a row that nothing marks."""


def find_column_heads(lines: Sequence[Line], sheets: Mapping[int, Sequence[int]], taken: Collection[int]) -> Iterator[int]:
    """Yield the indices of the lines that head a sheet and say again what a row of the table says that ends the sheet before.

    ``sheets`` are the indices of the lines of each sheet, ``taken`` those of lines that are set apart already.
    """
    table: Collection[tuple[str, ...]] = ()
    for sheet, following in pairwise([*sorted(sheets), -1]):
        left = [index for index in sheets[sheet] if index not in taken]
        again = left[:1] if left[1:] and _cells(lines[left[0]]) in table and _cells(lines[left[1]]) else []
        yield from again
        rows = _table_at_end([_cells(lines[index]) for index in left[len(again) :]])
        whole = len(rows) == len(left) - len(again)
        carried = {*table, *rows} if whole and table else {*rows}
        table = carried if following == sheet + 1 else ()


def _table_at_end(rows: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """The rows with cells behind the last line that is none."""
    begin = next((n + 1 for n in range(len(rows) - 1, -1, -1) if not rows[n]), 0)
    return rows[begin:]


def _cells(line: Line) -> tuple[str, ...]:
    """The cells of a line; none if it has no more than one."""
    cells = tuple(BETWEEN_CELLS.split(line.text.strip()))
    return cells if len(cells) > 1 else ()
