"""The tree while it grows: nodes and blocks that can still be added to."""

from __future__ import annotations

from dataclasses import dataclass, field

from contract_site.model.document import BlockKind, Rank, Table
from contract_site.model.pinpoint import Step
from contract_site.model.source import Line, Words
from contract_site.parse.enumeration import Scheme

NOTHING = Words()


@dataclass(slots=True)
class DraftBlock:
    """A block that may still get more lines."""

    kind: BlockKind
    words: Words
    page: str | None
    table: Table | None = None


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

    def add_child(self, child: DraftNode) -> DraftNode:
        """Append a child and return it."""
        child.parent = self
        self.body.append(child)
        return child

    @property
    def children(self) -> list[DraftNode]:
        """The nodes directly below."""
        return [part for part in self.body if isinstance(part, DraftNode)]

    @property
    def anchor(self) -> str:
        """The path of steps from the top, as far as it is known while the tree grows."""
        steps: list[str] = []
        node: DraftNode | None = self
        while node is not None:
            if node.step is not None:
                steps.append(node.step.value)
            node = node.parent
        return ".".join(reversed(steps))


@dataclass(frozen=True, slots=True)
class TableLines:
    """A hand-made table and the lines it was made from, standing in the flow of lines."""

    table: Table
    lines: tuple[Line, ...]
