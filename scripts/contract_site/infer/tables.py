"""Tables that stand in the text, as rows that editors may keep and change."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.model.document import Block, Edition
from contract_site.model.editorial import HandTable
from contract_site.model.source import NUMBERED_END

OPENS = 40
"""Characters that an entry repeats of its first line."""


def tables_of(edition: Edition) -> tuple[HandTable, ...]:
    """Return the tables that were found in the text, each with its lines, in printed order."""
    lines = NUMBERED_END.split(edition.source.text)
    return tuple(_tables(edition, lines))


def _tables(edition: Edition, lines: list[str]) -> Iterator[HandTable]:
    for _, _, block in edition.printed():
        if block.table is not None and block.words.spans:
            yield _hand_table(block, edition, lines)


def _hand_table(block: Block, edition: Edition, lines: list[str]) -> HandTable:
    assert block.table is not None
    spans = block.words.spans
    first, last = edition.source.line_number(spans[0].start), edition.source.line_number(spans[-1].end - 1)
    opens = lines[first - 1].strip()[:OPENS].strip()
    table = block.table
    return HandTable(first=first, last=last, opens=opens, summary=table.summary, columns=table.columns, rows=table.rows)
