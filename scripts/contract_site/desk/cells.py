"""The cells of a table as its lines print them, for a person to correct: what stands apart in a line is a cell of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.desk.folder import RefusedError

APART = re.compile(r"\t|\s{2,}")
BARS = ("|", "¦")
"""What parts cells for a person: the second where the first is among the words."""


def guessed(lines: Sequence[str]) -> str:
    """Return the lines as rows with bars between their cells, all as wide as the widest: blank cells stand last."""
    rows = [APART.split(line.strip()) for line in lines]
    width = max(map(len, rows), default=0)
    bar = BARS[any(BARS[0] in line for line in lines)]
    return "\n".join(f" {bar} ".join([*row, *[""] * (width - len(row))]).rstrip() for row in rows)


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of rows with bars between them; the first heads the columns. Raises RefusedError if they are none."""
    bar = BARS[BARS[1] in text]
    rows = [[cell.strip() for cell in line.split(bar)] for line in text.splitlines() if line.strip()]
    if len(rows) < 2:
        raise RefusedError("a table needs a row of headings, which may be blank cells, and a row below it")
    if uneven := next((row for row in rows if len(row) != len(rows[0])), None):
        raise RefusedError(f"the row '{' | '.join(uneven)}' has {len(uneven)} cells, the first row has {len(rows[0])}")
    return rows
