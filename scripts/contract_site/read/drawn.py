"""A line as a PDF draws it, and the heads of columns that it draws cell by cell, put together as the rows of a table.

A file may draw the head of a table column after column, each in lines of its own, and the figures below as one line. Read
in that order the heads of the columns look like headings, each above the next. They are a row if three or more of them stand
beside each other and a line with as many figures stands right below; a second column of text has no such line. No word changes
its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

APART = "   "
"""What stands in the text for a space that parts columns."""
CELL = "\t"
FEWEST_CELLS = 3
MOST_LINES = 6
"""Lines of the head of a column."""
CLOSE = 2.0
"""Heights of letters between two lines of one cell."""


@dataclass(slots=True)
class Drawn:
    """A line as it is drawn: words, left and right edge, base line and height in points, weight and slant."""

    text: str
    left: float
    right: float
    base: float
    height: float
    bold_lead: int
    italic: bool
    cells: int = 0
    """For a row of a table: its number of cells, parted by tabs; 0 elsewhere."""
    spans: tuple[tuple[float, float], ...] = ()
    """Left and right edge of each stretch that ``APART`` parts from the others."""


def with_rows(lines: Sequence[Drawn]) -> list[Drawn]:
    """Return the lines of a sheet with each table whose head is drawn cell by cell as rows with cells."""
    kept: list[Drawn] = []
    at = 0
    while at < len(lines):
        stacks = _stacks(lines, at)
        below = at + sum(map(len, stacks))
        rows = _rows_below(lines, below, stacks)
        kept += [_head(stacks), *map(_row, rows)] if rows else [lines[at]]
        at = below + len(rows) if rows else at + 1
    return kept


def _stacks(lines: Sequence[Drawn], at: int) -> list[Sequence[Drawn]]:
    """The cells that begin with a line and stand beside each other, each with its lines."""
    stacks = [_stack(lines, at)]
    while stacks[-1]:
        at += len(stacks[-1])
        following = _stack(lines, at)
        if not following or not _is_beside(stacks[-1], following):
            break
        stacks.append(following)
    return stacks


def _stack(lines: Sequence[Drawn], at: int) -> Sequence[Drawn]:
    """The lines below each other from one on, as in a cell; none if there are too many for the head of a column."""
    stop = at
    while stop < len(lines) and APART not in lines[stop].text and (stop == at or _is_below(lines[stop - 1], lines[stop])):
        stop += 1
        if stop - at > MOST_LINES:
            return ()
    return lines[at:stop]


def _is_below(above: Drawn, line: Drawn) -> bool:
    near = 0 < above.base - line.base < CLOSE * max(above.height, line.height)
    return near and line.left < above.right and line.right > above.left


def _is_beside(before: Sequence[Drawn], after: Sequence[Drawn]) -> bool:
    """Say whether a cell begins at the height of the one before and clear to the right of it."""
    level = abs(before[0].base - after[0].base) < after[0].height / 2
    return level and max(line.right for line in before) < min(line.left for line in after)


def _rows_below(lines: Sequence[Drawn], below: int, stacks: Sequence[Sequence[Drawn]]) -> Sequence[Drawn]:
    """The lines right below the heads of columns that have a figure for each of them."""
    if len(stacks) < FEWEST_CELLS or not any(len(stack) > 1 for stack in stacks):
        return ()
    lowest = min(line.base for stack in stacks for line in stack)
    stop = below
    while stop < len(lines) and lines[stop].base < lowest and _fits(lines[stop], stacks):
        lowest, stop = lines[stop].base, stop + 1
    return lines[below:stop]


def _fits(line: Drawn, stacks: Sequence[Sequence[Drawn]]) -> bool:
    """Say whether a line reaches below the last of the columns and has as many cells."""
    return line.right > stacks[-1][0].left and _has_figures(line, len(stacks))


def _has_figures(line: Drawn, count: int) -> bool:
    """Say whether a line has so many cells, and a figure in each behind the first."""
    cells = line.text.split(APART)
    return len(cells) == count and all(any(sign.isdigit() for sign in cell) for cell in cells[1:])


def _head(stacks: Sequence[Sequence[Drawn]]) -> Drawn:
    """The heads of columns as one row, at the height of their first line."""
    text = CELL.join(" ".join(line.text.strip() for line in stack) for stack in stacks)
    bold = all(line.bold_lead >= len(line.text) for stack in stacks for line in stack)
    right = max(line.right for line in stacks[-1])
    spans = tuple((min(line.left for line in stack), max(line.right for line in stack)) for stack in stacks)
    return replace(stacks[0][0], text=text, right=right, bold_lead=len(text) if bold else 0, cells=len(stacks), spans=spans)


def _row(line: Drawn) -> Drawn:
    cells = line.text.split(APART)
    text = CELL.join(cell.strip() for cell in cells)
    lead = len(text) if line.bold_lead >= len(line.text) else min(line.bold_lead, len(cells[0]))
    return replace(line, text=text, bold_lead=lead, cells=len(cells))
