"""Find the tables that nobody set out by hand: rows whose cells the file marks, or lines with figures below each other.

A table is believed only where every row has as many cells; no word is moved, so what is no table has only other lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from contract_site.apart.column_heads import BETWEEN_CELLS
from contract_site.model.document import Table
from contract_site.model.finding import Finding
from contract_site.model.source import Line, SourceText
from contract_site.parse.draft import TableLines

FIGURES = re.compile(r"[$€£¥]? ?[\d$€£¥%.,:;()/+–—*-]*\d[\d$€£¥%.,:;()/+–—*-]*")
YEAR = re.compile(r"(?:19|20)\d\d")
CURRENCY = re.compile(r"(?<=[$€£])\s{2,}(?=\d)")
"""The space that sets figures apart from their currency."""
FEWEST_ROWS = 3
"""Rows from which on lines in columns are a table; two may be a signature."""
FEWEST_MARKED = 2
"""Rows of a table that the file marks as one."""
LONGEST_NAME = 80
"""Characters of a summary made of column headings."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line as a row of a table: its cells, none if it is no row."""

    line: Line
    cells: tuple[str, ...]
    marked: bool

    @property
    def width(self) -> tuple[int, bool]:
        """What the rows of a table have in common."""
        return len(self.cells), self.marked


def find_tables(
    placed: Sequence[Line | TableLines], opened: Collection[int], source: SourceText
) -> tuple[Line | TableLines, ...]:
    """Return the lines with each table that was found in the place of its lines.

    ``opened`` are the source offsets of the lines that open something or go on with a title: those are no rows.
    """
    kept: list[Line | TableLines] = []
    for is_line, group in groupby(placed, key=lambda each: isinstance(each, Line)):
        if not is_line:
            kept += group
            continue
        rows = [_row(line, opened, source) for line in group if isinstance(line, Line)]
        kept += _with_tables(rows)
    return tuple(kept)


def loose_rows(placed: Sequence[Line | TableLines], source: SourceText) -> Iterator[Finding]:
    """Yield a finding for each run of rows that the file marks and that stay text."""
    for marked, group in groupby(placed, key=_is_marked):
        first, *others = group
        if marked and others and isinstance(first, Line):
            count = len(others) + 1
            message = f"{count} rows of a table have different numbers of cells and stay text; set it out in tables.toml"
            yield Finding(source.name, first.number, "P408", message)


def is_row_of_figures(text: str) -> bool:
    """Say whether words and figures stand in columns of a line, as in the row of a table that nothing marks."""
    return is_parted(text) and _has_figures(BETWEEN_CELLS.split(text))


def _has_figures(cells: Sequence[str]) -> bool:
    """Say whether a cell behind the first holds figures."""
    return any(FIGURES.fullmatch(cell) for cell in cells[1:])


def is_parted(text: str) -> bool:
    """Say whether a line has a space as wide as those between cells."""
    return "   " in text or "\t" in text


def _is_marked(entry: Line | TableLines) -> bool:
    return isinstance(entry, Line) and entry.look.cells > 1


def _row(line: Line, opened: Collection[int], source: SourceText) -> TableRow:
    """The line with its cells. Those at a row's ends may be empty; the words of a line begin and end with a sign."""
    if line.words.start_of_text in opened or not line.text:
        return TableRow(line, (), marked=False)
    if line.look.cells > 1:
        cells = tuple(line.text.split("\t"))
        start = source.line_starts[line.number - 1]
        whole = source.text[start : source.text.find("\n", start) % (len(source.text) + 1)].strip("\r\f")
        if len(cells) < line.look.cells and whole.strip() == line.text:
            cells = tuple(whole.split("\t"))
        return TableRow(line, tuple(cell.strip() for cell in cells), marked=True)
    if not is_parted(line.text):
        return TableRow(line, (), marked=False)
    cells = tuple(BETWEEN_CELLS.split(CURRENCY.sub(" ", line.text)))
    # Words in columns may be anything (signatures, a second column); figures below each other are a table.
    return TableRow(line, cells if _has_figures(cells) else (), marked=False)


def _with_tables(rows: Sequence[TableRow]) -> Iterator[Line | TableLines]:
    at = 0
    pending: list[Line] = []
    for _, group in groupby(rows, key=lambda row: row.width):
        found = list(group)
        above = _heading_above(rows[at - 1] if at else None, found[0])
        at += len(found)
        if len(found[0].cells) < 2 or len(found) < (FEWEST_MARKED if found[0].marked else FEWEST_ROWS):
            pending += [row.line for row in found]
            continue
        if above is not None:
            found = [above, *found]
            pending.pop()
        yield from pending
        pending = []
        yield TableLines(_table(found, named=above is not None), tuple(row.line for row in found), found=True)
    yield from pending


def _heading_above(before: TableRow | None, first: TableRow) -> TableRow | None:
    """The words in as many columns on the line above a table; None if there are none."""
    if before is None or before.cells or len(first.cells) < 2 or first.marked:
        return None
    words = tuple(BETWEEN_CELLS.split(before.line.text))
    return TableRow(before.line, words, marked=False) if len(words) == len(first.cells) else None


def _table(rows: Sequence[TableRow], *, named: bool) -> Table:
    head, body = _headed([row.cells for row in rows], named=named or rows[0].line.look.bold)
    name = ", ".join(filter(None, head)) or body[0][0]
    summary = f"{name[:LONGEST_NAME]}: {len(body)} row{'s' * (len(body) != 1)}"
    return Table(name="", title="", summary=summary, spanner="", columns=head, rows=tuple(body), notes=())


def _headed(rows: Sequence[tuple[str, ...]], *, named: bool) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The headings of the columns and the rows below; no headings if the first row holds figures as the others do."""
    first, *rest = rows
    years = any(YEAR.fullmatch(cell) for cell in first)
    figures = _has_figures(first)
    below = any(cell[:1].isdigit() or FIGURES.fullmatch(cell) for row in rest for cell in row[1:])
    if named or years or (below and not figures):
        return first, rest
    return ("",) * len(first), rows
