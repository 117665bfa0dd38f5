"""Grow the parts of an edition whose outline is data: each row says what begins there, how deep, and what its label is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.model.collation import OutlineRow, RowKind
from contract_site.model.document import BlockKind, Rank, Table
from contract_site.model.editorial import Editorial, HandTable
from contract_site.model.finding import SettingsError
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse import headings
from contract_site.parse.draft import DraftBlock, DraftNode
from contract_site.parse.parts import Gathered, PartDraft
from contract_site.parse.tables import set_out

SUPPLEMENT = "supplement/"
LABELLED = {"article-": Rank.ARTICLE, "item-": Rank.ITEM}


def draft_outlined(
    lines: Sequence[tuple[OutlineRow, Line]], editorial: Editorial, source: SourceText, gathered: Gathered
) -> Iterator[PartDraft]:
    """Yield the parts with their trees grown, in reading order; the book's own contents go to ``gathered`` too.

    Raises SettingsError, naming the row, if its label or heading is not what stands there, or nothing is open at its depth.
    """
    starts = [i for i, (row, _) in enumerate(lines) if row.kind in (RowKind.PART, RowKind.CONTENTS)]
    if lines and (not starts or starts[0]):
        raise SettingsError(f"{lines[0][0].place}: the outline begins without a part; put a row of kind part above it")
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        own = lines[first:last]
        if own[0][0].kind is RowKind.CONTENTS:
            gathered.contents.append(tuple(line for _, line in own))
        yield _draft(own, editorial, source)


def _draft(lines: Sequence[tuple[OutlineRow, Line]], editorial: Editorial, source: SourceText) -> PartDraft:
    row, line = lines[0]
    label, heading, rest = _divided(row, line)
    rank = next((rank for prefix, rank in LABELLED.items() if row.name.startswith(prefix)), Rank.PART)
    if row.name.startswith(SUPPLEMENT):
        rank = Rank.SUPPLEMENT
    in_body = rank in LABELLED.values()
    root = DraftNode(rank, line.page, Step(label.text.split()[-1]) if in_body and label.text else None)
    root.label, root.heading = label, heading
    _grow(root, rest, line, lines[1:], editorial, source)
    title = headings.title_case(heading.text) or "Untitled"
    if label.text and not in_body:
        title = f"{headings.title_case(label.text)}: {title}"
    return PartDraft(
        id=row.name,
        container="body" if in_body else row.name.replace("/", ":"),
        title=title,
        name=f"{row.name.partition('-')[0].title()} {root.anchor}" if in_body else title,
        root=root,
        lines=(),
        family="",
    )


def _grow(
    root: DraftNode,
    rest: Words,
    line: Line,
    lines: Sequence[tuple[OutlineRow, Line]],
    editorial: Editorial,
    source: SourceText,
) -> None:
    tables = {table.at: table for table in editorial.tables}
    _add_words(root, rest, line)
    open_at = [root]
    for row, each in lines:
        if row.depth >= len(open_at):
            raise SettingsError(f"{row.place}: nothing is open at depth {row.depth}; the row above is at most that deep")
        parent = open_at[row.depth]
        if row.kind is RowKind.PROVISION:
            node = _node(row, each)
            parent.add_child(node)
            label, node.heading, words = _divided(row, each)
            node.label = label
            _add_words(node, words, each)
            open_at = [*open_at[: row.depth + 1], node]
        else:
            parent.body.append(_block(row, each, tables, editorial, source))


def _node(row: OutlineRow, line: Line) -> DraftNode:
    bracketed = ")" in row.label
    rank = Rank.PARAGRAPH if row.depth or bracketed else Rank.SECTION
    if row.name:
        return DraftNode(rank, line.page, Step(row.name, StepStyle.NAMED))
    style = StepStyle.BRACKETED if bracketed else StepStyle.DOTTED
    return DraftNode(rank, line.page, Step(row.label.strip("().") or "unnumbered", style))


def _divided(row: OutlineRow, line: Line) -> tuple[Words, Words, Words]:
    """The row's words as label, heading and text; an empty heading or label has the marks of pages that begin with it."""
    words, parts = line.words, []
    for shown in (row.label, row.heading):
        if not words.text.startswith(shown):
            begins = words.text[: len(shown) + 20]
            raise SettingsError(f"{row.place}: the words there begin '{begins}', not '{shown}'; correct the row")
        parts.append(words.cut(0, len(shown)).strip() if shown else Words())
        words = words.cut(len(shown)).strip() if shown else words
    return parts[0], parts[1], words


def _add_words(node: DraftNode, words: Words, line: Line) -> None:
    if words.text:
        node.body.append(DraftBlock(BlockKind.PARAGRAPH, words, line.page))
    elif words.pieces:
        node.label = Words(node.label.pieces + words.pieces)


def _block(
    row: OutlineRow, line: Line, tables: dict[int | None, HandTable], editorial: Editorial, source: SourceText
) -> DraftBlock:
    table: Table | None = None
    kind = {RowKind.LIST: BlockKind.LIST, RowKind.TABLE: BlockKind.TABLE}.get(row.kind, BlockKind.PARAGRAPH)
    if row.kind is RowKind.TABLE:
        if row.at not in tables:
            path = editorial.file("tables.toml")
            raise SettingsError(f"{row.place}: {path} has no table at offset {row.at}; set it out there")
        table = set_out(tables[row.at], (line,), editorial.file("tables.toml"), source)
    return DraftBlock(kind, line.words, line.page, table)
