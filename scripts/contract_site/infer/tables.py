"""Tables: rows whose cells the file marks, or that a line sets so far apart that they stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.model.document import Edition
from contract_site.model.editorial import HandTable
from contract_site.model.source import NUMBERED_END

APART = re.compile(r"\s{3,}|\t+")
"""What stands between the cells of a row that nothing marks."""
FIGURES = re.compile(r"[\d$€£¥%.,:;()/+–—*-]*\d[\d$€£¥%.,:;()/+–—*-]*")
YEAR = re.compile(r"(?:19|20)\d\d")
FEWEST_ROWS = 3
"""Rows from which on lines in columns are a table; two may be a signature."""
OPENS = 40
"""Characters that an entry repeats of its first line."""


def tables_of(edition: Edition) -> tuple[HandTable, ...]:
    """Return the tables that stand in the text, each with its lines: as many cells in every row, none in two columns.

    What a label opens, what stands in a contents list and what readers do not see is none.
    """
    labels = {row.line for row in edition.outline}
    labels |= {edition.source.line_number(each.span.start) for each in edition.furniture}
    lines = NUMBERED_END.split(edition.source.text)
    rows = [(n, _cells(edition, n, words)) for n, words in enumerate(lines, 1) if words.strip() and n not in labels]
    return tuple(_tables(list(_parted(rows, labels)), lines))


def _parted(rows: Sequence[tuple[int, tuple[str, ...]]], labels: set[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows, with an empty one in the place of what is none: a table does not run over a label."""
    for n, (number, cells) in enumerate(rows):
        if n and any(between in labels for between in range(rows[n - 1][0] + 1, number)):
            yield 0, ()
        yield number, cells


def _cells(edition: Edition, number: int, words: str) -> tuple[str, ...]:
    """The cells of a line; none if it is no row."""
    looks = edition.source.looks
    if looks and number <= len(looks) and looks[number - 1].cells > 1:
        return tuple(cell.strip() for cell in words.strip("\r\n\f").split("\t"))
    cells = tuple(APART.split(words.strip()))
    # Words in columns may be anything (signatures, a second column); figures below each other are a table.
    return cells if len(cells) > 1 and any(FIGURES.fullmatch(cell) for cell in cells[1:]) else ()


def _tables(rows: Sequence[tuple[int, tuple[str, ...]]], lines: Sequence[str]) -> Iterator[HandTable]:
    at = 0
    for width, group in groupby(rows, key=lambda row: len(row[1])):
        found = list(group)
        before = rows[at - 1] if at and width > 1 else (0, ())
        at += len(found)
        if width > 1 and len(found) >= FEWEST_ROWS:
            above = _heading_above(before, width, lines)
            first, last = (before if above else found[0])[0], found[-1][0]
            head, body = _headed([*above, *(cells for _, cells in found)], named=bool(above))
            opens = lines[first - 1].strip()[:OPENS].strip()
            yield HandTable(first=first, last=last, opens=opens, columns=head, rows=tuple(body))


def _heading_above(before: tuple[int, tuple[str, ...]], width: int, lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The words in as many columns on the line above a table; nothing if there are none, or a label is there."""
    number, cells = before
    words = tuple(APART.split(lines[number - 1].strip())) if number and not cells else ()
    return (words,) if len(words) == width else ()


def _headed(rows: Sequence[tuple[str, ...]], *, named: bool) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The headings of the columns and the rows below; no headings if the first row holds figures as the others do."""
    first, *rest = rows
    years = any(YEAR.fullmatch(cell) for cell in first)
    if not named and not years and any(FIGURES.fullmatch(cell) for cell in first[1:]):
        return ("",) * len(first), rows
    return first, rest
