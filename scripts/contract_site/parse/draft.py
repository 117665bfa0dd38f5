"""The tree while it grows: nodes and blocks that can still be added to."""

from __future__ import annotations

from dataclasses import dataclass, field

from contract_site.model.document import BlockKind, Rank, Table
from contract_site.model.pinpoint import Step
from contract_site.model.source import Line, Piece, Words
from contract_site.parse.labels import Scheme

NOTHING = Words()


class DraftBlock:
    """A block that may still get more lines; its pieces are gathered in a list, so that a long block costs no more a line."""

    __slots__ = ("_pieces", "kind", "last", "length", "opening", "page", "table", "unclosed")

    def __init__(self, kind: BlockKind, words: Words, page: str | None, table: Table | None = None) -> None:
        self.kind = kind
        self.page = page
        self.table = table
        self.words = words

    @property
    def words(self) -> Words:
        """All its words so far."""
        return Words(tuple(self._pieces))

    @words.setter
    def words(self, words: Words) -> None:
        self._pieces = list(words.pieces)
        self.opening = self.last = words.text
        """The text of its first and of its last line."""
        self.length = len(self.opening)
        """Characters of its text, about."""
        self.unclosed = self.opening.count("(") - self.opening.count(")")
        """How many brackets it has opened and not closed."""

    def extend(self, words: Words, between: str) -> None:
        """Append a line after ``between`` (a space, or nothing)."""
        if between and self._pieces and words.pieces:
            end = self._pieces[-1].end
            self._pieces.append(Piece(between, end, end))
        self._pieces.extend(words.pieces)
        text = words.text
        self.length += len(text) + len(between)
        self.unclosed += text.count("(") - text.count(")")
        self.last = text or self.last


@dataclass(slots=True, eq=False)
class DraftNode:
    """A provision that may still get blocks and children."""

    rank: Rank
    page: str | None = None
    step: Step | None = None
    scheme: Scheme | None = None
    ordinal: int = 0
    label: Words = NOTHING
    heading: Words = NOTHING
    body: list[DraftBlock | DraftNode] = field(default_factory=list)
    groups: list[tuple[str, str]] = field(default_factory=list)
    """Statements on whom it applies to: (the group in the text's words, all the words)."""
    parent: DraftNode | None = None
    anchor: str = ""
    """The path of steps from the top, as far as it is known while the tree grows."""
    known: dict[str, DraftNode] = field(default_factory=dict)
    """The last node at each anchor of the whole tree; one dictionary for all its nodes."""

    def __post_init__(self) -> None:
        self.anchor = self.step.value if self.step else ""

    def add_child(self, child: DraftNode) -> DraftNode:
        """Append a child, known by its anchor from here on, and return it."""
        child.parent = self
        child.anchor = ".".join(filter(None, (self.anchor, child.anchor)))
        child.known = self.known
        self.known[child.anchor] = child
        _, reprint, rest = child.anchor.rpartition("article-")
        if reprint:
            self.known[reprint + rest] = child
        self.body.append(child)
        return child

    @property
    def children(self) -> list[DraftNode]:
        """The nodes directly below."""
        return [part for part in self.body if isinstance(part, DraftNode)]


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table and the lines it was made from, standing in the flow of lines."""

    table: Table
    lines: tuple[Line, ...]
    found: bool = False
    """It was found in the text; else editors set it out."""
