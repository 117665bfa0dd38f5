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
    rows = [(n, _cells(edition, n, words) if n not in labels else ()) for n, words in enumerate(lines, 1) if words.strip()]
    return tuple(_tables(rows, lines))


def _cells(edition: Edition, number: int, words: str) -> tuple[str, ...]:
    """The cells of a line; none if it is no row."""
    looks = edition.source.looks
    if looks and number <= len(looks) and looks[number - 1].cells > 1:
        return tuple(cell.strip() for cell in words.strip("\r\n\f").split("\t"))
    cells = tuple(APART.split(words.strip()))
    # Words in columns may be anything (signatures, a second column); figures below each other are a table.
    return cells if len(cells) > 1 and any(FIGURES.fullmatch(cell) for cell in cells[1:]) else ()


def _tables(rows: Sequence[tuple[int, tuple[str, ...]]], lines: Sequence[str]) -> Iterator[HandTable]:
    for width, group in groupby(rows, key=lambda row: len(row[1])):
        found = list(group)
        if width > 1 and len(found) >= FEWEST_ROWS:
            first, last = found[0][0], found[-1][0]
            head, body = _headed([cells for _, cells in found])
            opens = lines[first - 1].strip()[:OPENS].strip()
            yield HandTable(first=first, last=last, opens=opens, columns=head, rows=tuple(body))


def _headed(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The headings of the columns and the rows below; no headings if the first row holds figures as the others do."""
    first, *rest = rows
    figures = any(FIGURES.fullmatch(cell) for row in rest for cell in row[1:])
    if (
        figures
        and any(FIGURES.fullmatch(cell) for cell in first[1:])
        and not any(2 < len(c) < 5 and c.isdigit() for c in first)
    ):
        return ("",) * len(first), rows
    return first, rest
