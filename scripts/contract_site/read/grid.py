"""The columns of a grid, by where its words stand: which cells of a row are blank.

A ruled grid may name what its rows are of in the first of them only and leave the cells below it empty. In the order of reading
such a row is only shorter, and nothing in its words says which cell is missing; where they stand on the sheet does. The columns
are those of the fullest rows. A cell stands in the one column that it overlaps; a row of which that is not true is in no grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from contract_site.read.drawn import APART, CELL, Drawn

FEWEST_COLUMNS = 3
FEWEST_ROWS = 3
CELL_OF_FIGURES = re.compile(r"(?=.*\d)[$€£¥\d.,:;()/+–—*% -]+")
"""A cell that is a figure."""
CURRENCY = re.compile(r"[$€£¥]")
FAR = 3.5
"""Heights of letters between two rows of one grid, at most."""

Edges = tuple[float, float]
"""Left and right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand apart from others of their line, with their left and right edges."""

    text: str
    left: float
    right: float


def in_columns(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...] | None]:
    """Return the words of each row, blank where nothing stands in a column; None for a row that does not fit the columns."""
    columns = _columns(rows)
    return [_placed(row, columns) for row in rows]


def _columns(rows: Sequence[Sequence[Cell]]) -> list[Edges]:
    """The edges of the columns as the fullest rows have them; none if they overlap."""
    width = max(map(len, rows), default=0)
    full = [row for row in rows if len(row) == width]
    columns = [(min(cell.left for cell in cells), max(cell.right for cell in cells)) for cells in zip(*full, strict=True)]
    return columns if all(before[1] < after[0] for before, after in pairwise(columns)) else []


def _placed(row: Sequence[Cell], columns: Sequence[Edges]) -> tuple[str, ...] | None:
    over = [[n for n, (left, right) in enumerate(columns) if cell.left < right and cell.right > left] for cell in row]
    places = [each[0] for each in over if len(each) == 1]
    if len(places) < len(row) or any(before >= after for before, after in pairwise(places)):
        return None
    words = dict(zip(places, (cell.text for cell in row), strict=True))
    return tuple(words.get(n, "") for n in range(len(columns)))


# Grids of a sheet -----------------------------------------------------------------------------------------------------


def with_blank_cells(lines: Sequence[Drawn]) -> list[Drawn]:
    """Return the lines of a sheet, those of each grid that has blank cells as rows with all their cells, parted by tabs."""
    kept: list[Drawn] = []
    at = 0
    while at < len(lines):
        stop = _stop(lines, at)
        kept += _with_grid(lines[at:stop])
        at = stop
    return kept


def cells_of(line: Drawn) -> list[Cell]:
    """Return the cells of a line as drawn, without blank ones, a currency with its figure; none if it has one at most."""
    texts = [text for text in line.text.split(CELL if line.cells else APART) if text]
    if len(texts) < 2 or len(texts) != len(line.spans):
        return []
    return list(_with_currency([Cell(text.strip(), *span) for text, span in zip(texts, line.spans, strict=True)]))


def _with_currency(cells: Sequence[Cell]) -> Iterator[Cell]:
    sign: Cell | None = None
    for cell in cells:
        if sign is not None:
            cell = Cell(f"{sign.text} {cell.text}", sign.left, cell.right)
        sign = cell if CURRENCY.fullmatch(cell.text) and cell is not cells[-1] else None
        if sign is None:
            yield cell


def _stop(lines: Sequence[Drawn], at: int) -> int:
    """Where the run of rows ends that begins at a line; behind that line if it is no row."""
    stop = at + 1
    while stop < len(lines) and cells_of(lines[stop - 1]) and cells_of(lines[stop]) and _below(lines[stop - 1], lines[stop]):
        stop += 1
    return stop


def _below(above: Drawn, line: Drawn) -> bool:
    return 0 < above.base - line.base < FAR * max(above.height, line.height)


def _with_grid(run: Sequence[Drawn]) -> list[Drawn]:
    """The lines of a run; from the first on that stands in the columns of those below it, as rows, if they are a grid."""
    for first in range(max(0, len(run) - FEWEST_ROWS + 1)):
        cells = [cells_of(line) for line in run[first:]]
        rows = [row for row in in_columns(cells) if row is not None]
        if len(rows) == len(cells) and _is_grid(cells, rows):
            return [*run[:first], *map(_row, run[first:], cells, rows)]
    return list(run)


def _is_grid(cells: Sequence[Sequence[Cell]], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether rows have blank cells, and most of them two figures behind their first cell: contents lists have one."""
    blank = any("" in row for row in rows)
    figures = [sum(CELL_OF_FIGURES.fullmatch(cell) is not None for cell in row[1:]) > 1 for row in rows]
    full = sum(len(row) == len(rows[0]) for row in cells)
    return blank and full > 1 and len(rows[0]) >= FEWEST_COLUMNS and 2 * sum(figures) > len(rows)


def _row(line: Drawn, cells: Sequence[Cell], row: Sequence[str]) -> Drawn:
    text = CELL.join(row)
    lead = len(text) if line.bold_lead >= len(line.text) else min(line.bold_lead, len(row[0]))
    spans = tuple((cell.left, cell.right) for cell in cells)
    return replace(line, text=text, bold_lead=lead, cells=len(row), spans=spans)
