"""How the lines of a part are to be read while its tree grows: what editors chose, and the outline that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Self, TypeVar

from contract_site.model.editorial import ParagraphChoice
from contract_site.model.source import Line, Words
from contract_site.parse import paragraphs
from contract_site.parse.applicability import BracketNotes
from contract_site.parse.draft import DraftNode, TableLines

Tree = TypeVar("Tree", contravariant=True)


class Chosen(Protocol[Tree]):
    """An outline that was chosen for a part, as the growing tree asks for it."""

    def fresh(self) -> Self:
        """Return the same labels for a tree that begins to grow."""

    def opens(self, tree: Tree, line: Line) -> bool:
        """Open what begins at the line, if anything does, and read its words."""

    def table(self, tree: Tree, table: TableLines, words: Words) -> Words:
        """Open what begins at a table, if anything does; return the words behind its label."""

    def begins(self, tree: Tree, line: Line) -> bool | None:
        """Say whether a paragraph begins at the line; None if only the widths of lines can tell."""

    def owner(self, tree: Tree, line: Line) -> DraftNode | None:
        """Return the open provision to which a new paragraph belongs, where its indent tells; else None."""


@dataclass(slots=True)
class TreeRules:
    """How the lines of a part are to be read."""

    chosen: Chosen[Any]
    """What opens provisions."""
    choices: Mapping[int, ParagraphChoice] = field(default_factory=dict)
    """Editors' choices by the source offset at which their line begins."""
    measures: Callable[[], Mapping[int, int]] | None = None
    """Gives the widths of full lines by depth; None on the pass that learns them."""
    layout: paragraphs.Layout = field(default_factory=paragraphs.Layout)
    """How the source shows its paragraphs."""
    notes: BracketNotes = field(default_factory=BracketNotes)
    """The bracketed notes of its field."""
    run_on: bool = False
    """The source's lines were made at its labels: what stands before a label says nothing."""
    root_anchor: str = ""
    """What editors call the root of a part that has no label of its own: the part's slug."""
