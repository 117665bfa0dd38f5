"""Tables about provisions, not of them: rows of links that become cards on phones, each cell with the name of its column.

The parties' own tables stay tables on every screen, in a frame that scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contract_site.words.escape import attribute


def cards(kind: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown.

    ``kind`` is its class, by which a style shares the width among the columns; ``columns`` are their names and ``rows`` their
    cells, both as Markdown. The first cell is what a row is about; an empty one is left out of a card.
    """
    yield f'<div class="cards {kind}" markdown>\n'
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    for first, *others in rows:
        cells = [_named(cell, column) for cell, column in zip(others, columns[1:], strict=True)]
        yield f"| {' | '.join([first, *cells])} |"
    yield "\n</div>\n"


def _named(cell: str, column: str) -> str:
    return f'{cell} {{: data-name="{attribute(column)}" }}' if cell else ""
