"""Tables about provisions, not of them: rows of links that become cards on phones, each cell with the name of its column.

The parties' own tables stay tables on every screen, in a frame that scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contract_site.words.escape import attribute
from contract_site.words.tables import table_lines


def cards(kind: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown.

    ``kind`` is its class, by which a style shares the width among the columns; ``columns`` are their names and ``rows`` their
    cells, both as Markdown. The first cell is what a row is about; an empty one is left out of a card.
    """
    yield f'<div class="cards {kind}" markdown>\n'
    yield from table_lines(columns, (_cells(row, columns) for row in rows))
    yield "\n</div>\n"


def _cells(row: Sequence[str], columns: Sequence[str]) -> list[str]:
    first, *others = row
    return [first, *(_named(cell, column) for cell, column in zip(others, columns[1:], strict=True))]


def _named(cell: str, column: str) -> str:
    return f'{cell} {{: data-name="{attribute(column)}" }}' if cell else ""
