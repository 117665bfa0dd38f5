"""Parts whose outline is data: each row says what begins there, how deep, and what its label is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.model.collation import OutlineRow, RowKind
from contract_site.model.document import BlockKind, Rank
from contract_site.model.editorial import Editorial, HandTable
from contract_site.model.finding import SettingsError
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.place import BODY
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
from contract_site.parse.parts import Gathered, PartDraft
from contract_site.parse.tables import set_out
from contract_site.parse.tree import GrowingTree, close_to
from contract_site.parse.wording import Wording

SUPPLEMENT = "supplement/"
LABELLED = {"article-": Rank.ARTICLE, "item-": Rank.ITEM}


def draft_outlined(
    lines: Sequence[tuple[OutlineRow, Line]], editorial: Editorial, source: SourceText, gathered: Gathered, wording: Wording
) -> Iterator[PartDraft]:
    """Yield the parts in reading order; the book's own contents go to ``gathered`` too.

    Raises SettingsError, naming the row, if its label or heading is not what stands there, or no table is.
    """
    tables = {table.at: table for table in editorial.tables}
    starts = [i for i, (row, _) in enumerate(lines) if row.kind in (RowKind.PART, RowKind.CONTENTS)]
    if lines and (not starts or starts[0]):
        raise SettingsError(f"{lines[0][0].place}: the outline begins without a part; put a row of kind part above it")
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        own = lines[first:last]
        if own[0][0].kind is RowKind.CONTENTS:
            gathered.contents.append(tuple(line for _, line in own))
        yield _draft(own, tables, editorial, source, wording)


def _draft(
    lines: Sequence[tuple[OutlineRow, Line]],
    tables: Mapping[int | None, HandTable],
    editorial: Editorial,
    source: SourceText,
    wording: Wording,
) -> PartDraft:
    row, line = lines[0]
    label, heading, rest = _divided(row, line)
    rank = next((rank for prefix, rank in LABELLED.items() if row.name.startswith(prefix)), Rank.PART)
    if row.name.startswith(SUPPLEMENT):
        rank = Rank.SUPPLEMENT
    in_body = rank in LABELLED.values()
    root = DraftNode(rank, line.page, Step(label.text.split()[-1]) if in_body and label.text else None)
    root.label, root.heading = label, heading
    _add_words(root, rest, line)
    title = wording.title(heading.text) or "Untitled"
    if label.text and not in_body:
        title = f"{wording.title(label.text)}: {title}"
    return PartDraft(
        id=row.name,
        container=BODY if in_body else row.name.replace("/", ":"),
        title=title,
        name=f"{wording.word(label.text, row.name.partition('-')[0])} {root.anchor}" if in_body else title,
        root=root,
        lines=tuple(_entry(row, line, tables, editorial, source) for row, line in lines[1:]),
        family="",
        chosen=RowLabels(tuple(row for row, _ in lines[1:])),
    )


def _entry(
    row: OutlineRow,
    line: Line,
    tables: Mapping[int | None, HandTable],
    editorial: Editorial,
    source: SourceText,
) -> Line | TableLines:
    if row.kind is not RowKind.TABLE:
        return line
    if row.at not in tables:
        raise SettingsError(f"{row.place}: {editorial.file('tables.toml')} has no table at offset {row.at}; set it out there")
    return TableLines(set_out(tables[row.at], (line,), editorial.place_of(tables[row.at]), source), (line,))


@dataclass(slots=True)
class RowLabels:
    """The rows of a part, one for each of its lines: each says what its line opens in the tree that grows."""

    rows: tuple[OutlineRow, ...]
    read: int = 0
    """How many rows were read."""

    def fresh(self) -> RowLabels:
        """Return the same rows for a tree that begins to grow."""
        return RowLabels(self.rows)

    def opens(self, tree: GrowingTree, line: Line) -> bool:
        """Open the provision or paragraph that the line's row says. Raises SettingsError if nothing is open at its depth."""
        row = self._next(tree)
        if row.kind is RowKind.PROVISION:
            node = _node(row, line)
            tree.open[-1].add_child(node)
            node.label, node.heading, words = _divided(row, line)
            _add_words(node, words, line)
            close_to(tree, node)
        else:
            kind = BlockKind.LIST if row.kind is RowKind.LIST else BlockKind.PARAGRAPH
            tree.open[-1].body.append(DraftBlock(kind, line.words, line.page))
        return True

    def table(self, tree: GrowingTree, table: TableLines, words: Words) -> Words:
        """Say to which provision a table belongs; it opens none."""
        del table
        self._next(tree)
        return words

    def begins(self, tree: GrowingTree, line: Line) -> bool:
        """Every row begins something."""
        del tree, line
        return True

    def owner(self, tree: GrowingTree, line: Line) -> None:
        """Depths say what belongs to what; indents are not asked."""
        del tree, line

    def _next(self, tree: GrowingTree) -> OutlineRow:
        """The next row; what is open at its depth is then the innermost that is open."""
        row = self.rows[self.read]
        self.read += 1
        if row.depth >= len(tree.open):
            raise SettingsError(f"{row.place}: nothing is open at depth {row.depth}; the row above is at most that deep")
        close_to(tree, tree.open[row.depth])
        return row


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
