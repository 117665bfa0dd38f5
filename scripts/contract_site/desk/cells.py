"""The cells of a table as its lines print them, for a person to correct: what stands apart in a line is a cell of its own.

A blank cell is where the page has it: where the words stand on the sheet tells, or the tabs of the file. Where neither does, no
cell is added: a row that is too short is refused until a person says which of its cells is blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.desk.folder import RefusedError
from contract_site.read.grid import Cell, in_columns

APART = re.compile(r"\t|\s{2,}")
BARS = ("|", "¦")
"""What parts cells for a person: the second where the first is among the words."""


def guessed(lines: Sequence[str], drawn: Sequence[Sequence[Cell]] = ()) -> str:
    """Return the lines as rows with bars between their cells; ``drawn`` are the cells of each line where they are known."""
    if drawn:
        placed = zip(in_columns(drawn), drawn, strict=True)
        rows: list[Sequence[str]] = [row or [cell.text for cell in cells] for row, cells in placed]
    else:
        rows = [_apart(line) for line in lines]
    bar = BARS[any(BARS[0] in line for line in lines)]
    return "\n".join(f" {bar} ".join(row).rstrip(" ") for row in rows)


def _apart(line: str) -> Sequence[str]:
    """The cells of a line; blank ones at its ends only a tab tells."""
    return [cell.strip() for cell in line.split("\t")] if "\t" in line else APART.split(line.strip())


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of rows with bars between them; the first heads the columns. Raises RefusedError if they are none."""
    bar = BARS[BARS[1] in text]
    rows = [[cell.strip() for cell in line.split(bar)] for line in text.splitlines() if line.strip()]
    if len(rows) < 2:
        raise RefusedError("a table needs a row of headings, which may be blank cells, and a row below it")
    if uneven := next((row for row in rows if len(row) != len(rows[0])), None):
        count = f"has {len(uneven)} cells, the first row has {len(rows[0])}"
        raise RefusedError(f"the row '{' | '.join(uneven)}' {count}; put a bar where the page has a blank cell")
    return rows
