"""Write a table as Markdown, by itself or in a frame of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_site.interface.say import counted, say
from contract_site.model.citation import Reference
from contract_site.model.document import Block, Table
from contract_site.model.source import Piece, Words
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.words import LinkTo, linked, page_mark

FOUND = re.compile(r"(?P<columns>.*): (?P<number>\d{1,9}) rows?", re.DOTALL)
"""What a table is called that was found by rule; see ``parse/found_tables``."""


def render_table(
    block: Block, references: Sequence[Reference] = (), link_to: LinkTo | None = None, doubts: str = ""
) -> Iterator[str]:
    """A table in a frame of its own, which scrolls; its printed name, title and notes stand outside the frame.

    ``doubts`` are the marks of its readings that are not certain; they stand behind the title.
    """
    table = block.table
    assert table is not None
    label = " ".join(filter(None, (table.name, table.title))) or summary(table)
    numeric = sum(cell[:1] in "$0123456789." for row in table.rows for cell in row[1:] if cell)
    kind = "table" if 2 * numeric > sum(bool(cell) for row in table.rows for cell in row[1:]) else "table words"
    yield f'<figure class="{kind}" id="{attribute(block.anchor)}" markdown>'
    yield f"<figcaption markdown>\n\n{_caption(block)}{doubts}\n\n</figcaption>"
    yield f'<div class="frame" role="region" aria-label="{attribute(label)}" tabindex="0" markdown>\n'
    yield from table_lines([escape(cell) for cell in table.columns], linked_rows(table, references, link_to))
    yield "\n</div>\n"
    for note in table.notes:
        yield f"{escape_start(note)}\n{{: .table-note }}\n"
    yield "</figure>\n"


def _caption(block: Block) -> str:
    """The table's name, which links to itself, its title, and the heading printed over its columns."""
    table = block.table
    assert table is not None
    label = attribute(say("Link to this table"))
    says = "" if table.name else f' aria-label="{label}"'
    name = f"[{escape(table.name or '▦')}](#{block.anchor}){{: .label{says} }}"
    title = escape(table.title) if table.title else f'<span class="editorial">{escape(summary(table))}</span>'
    spanner = f' <span class="spanner">{escape(table.spanner)}</span>' if table.spanner else ""
    marks = "".join(page_mark(mark) + " " for mark in block.words.marks)
    return f"{marks}{name} {title}{spanner}"


def summary(table: Table) -> str:
    """Return what editors say that a table without a title holds; else what its columns are and how many rows it has.

    A table that was found by rule says the latter in English (``Age, Days: 3 rows``), since parsing knows no readers.
    """
    found = FOUND.fullmatch(table.summary)
    if found is None:
        return table.summary
    return counted("{columns}: {number} row", "{columns}: {number} rows", int(found["number"]), columns=found["columns"])


def framed_table(
    kind: str, label: str, columns: Sequence[str], rows: Iterable[Sequence[str]], data: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Yield a table of the site's own in a frame that scrolls.

    ``kind`` are classes of the frame and ``label`` what it is called; ``data`` is what scripts are told, by attribute.
    """
    told = "".join(f' {name}="{attribute(value)}"' for name, value in (data or {}).items())
    yield f'<div class="frame {kind}" role="region" tabindex="0" aria-label="{attribute(label)}"{told} markdown>\n'
    yield from table_lines(columns, rows)
    yield "\n</div>\n"


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown; ``columns`` are their names and ``rows`` their cells, written already."""
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    for cells in rows:
        yield f"| {' | '.join(cells)} |"


def linked_rows(table: Table, references: Sequence[Reference], link_to: LinkTo | None) -> Iterator[list[str]]:
    """Yield the rows as Markdown cells. References count in the table's plain text: cells end in tabs, rows in line ends."""
    offset = len(table.plain) - len("\n".join([*("\t".join(row) for row in table.rows), *table.notes]))
    for row in table.rows:
        cells: list[str] = []
        for cell in row:
            words = Words((Piece(cell, 0, len(cell)),))
            inside = [r for r in references if offset <= r.resolution.citation.start < offset + len(cell)]
            cells.append(linked(words, inside, link_to, offset=offset))
            offset += len(cell) + 1
        yield cells
