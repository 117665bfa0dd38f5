"""How a source printed in columns is to be read: which stretch of the file is which column, and where its blocks begin.

A scan reads the columns of each page one after another, so the file's order is not the order of any text, and no rule can tell
the columns apart where they differ. A person decided it all; each row carries words expected at its place, so that a
decision can never slide onto other words unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FURNITURE = "furniture"
"""The column of what is no text: folios, stray marks, lines that the scan read twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRun:
    """The characters ``start`` to ``end`` (exclusive) of the source, all of one column; a row of ``columns.tsv``.

    The rows of a column stand in the order in which it is read; together all rows cover the source once.
    """

    start: int
    end: int
    page: str
    """The printed page; empty where the book has no number."""
    column: str
    """A name that ``agreement.toml`` reads, or ``furniture``."""
    note: str
    """For furniture: why readers do not see it. Else: the words at ``start``."""
    place: str
    """File and line of the row."""


class RowKind(StrEnum):
    """What begins at a row of an outline."""

    PART = "part"
    CONTENTS = "contents"
    """The book's own list of contents: a part that is also compared with the text."""
    PROVISION = "provision"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRow:
    """A block, provision or part that begins at source offset ``at``; a row of ``outline.tsv``, in reading order."""

    at: int
    depth: int
    """0 for what stands directly below the part."""
    kind: RowKind
    name: str
    """For a part: its address below the agreement. For a provision without a label: its step in addresses."""
    label: str
    """As printed; the words must begin with it."""
    heading: str
    """As printed; the words after the label must begin with it."""
    opens: str
    """Characters of the source at ``at``."""
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationRow:
    """Words that explain a provision and are not agreed text; a row of ``explanations.tsv``, in reading order."""

    at: int
    slug: str
    """The edition of the provision; empty if the words are a further paragraph of the explanation before."""
    page: str
    """Address of the provision's part below the edition."""
    anchor: str
    opens: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Everything that editors decided about the columns of a source, as far as one edition reads them."""

    reads: tuple[str, ...]
    """The columns that hold the edition's text, in the order of its parts."""
    explains: str
    """The column of explanations; empty if there is none."""
    runs: tuple[ColumnRun, ...]
    outline: tuple[OutlineRow, ...]
    explanations: tuple[ExplanationRow, ...]
