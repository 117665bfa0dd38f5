"""The outline of a document as rows that a person can read, keep and change: what begins at which line, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

TEXT = "text"
"""The kind of a row that says that nothing begins at its line, whatever it looks like."""
FURNITURE = "furniture"
"""The kind of a row that says that its line is not the parties' text."""
HEADING = "heading"
"""The kind of a row that says that its line is a heading without a number."""
TITLE = "title"
"""The kind of a row that says that its line goes on with the title of what begins above it."""
PROVISION = "provision"
"""The kind of a row that says that a label begins at its line."""
PARTS = frozenset(("front", "article", "group", "beside", "letter", "named"))
"""The kinds of rows that say that a part begins at their line."""
LONGEST = 60
"""Characters of a line that a row repeats."""
WIDE = re.compile(r"\s{2,}|[^\S ]")


def words_at(text: str) -> str:
    """Return the first words of a line as a row repeats them: up to white space other than one space, which no row holds."""
    return WIDE.split(text.strip())[0][:LONGEST].strip()


UNSURE = 0.6
"""A row of an outline that is less sure is worth a look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenRow:
    """A part or provision that the program found at a line of the source, in reading order."""

    line: int
    """From 1."""
    depth: int
    """0 for a part and for what stands directly below it."""
    kind: str
    """``article``, ``group``, ``beside``, ``letter``, ``named``, ``front``; ``heading`` or ``provision`` inside a part."""
    scheme: str
    """How it is labelled: ``article N``, ``N.N``, ``(a)``; empty without a label."""
    label: str
    heading: str
    sure: float
    """From 0 to 1: how much more speaks for it than against it."""
    why: str
    opens: str
    """The words at the line."""

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it; what stands before the first part never is, because nothing speaks against it."""
        return self.sure < UNSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A row that editors keep in ``outline.tsv``: it wins over what the program would choose at its line."""

    line: int
    kind: str
    """``text`` where nothing begins, ``furniture`` where readers see nothing; any other kind where something begins."""
    depth: int = 0
    """How deep what begins there stands in its part: 0 straight below it."""
    why: str = ""
    """For furniture: why readers do not see it."""
    opens: str
    """Words at the line."""
    place: str
    """File and line of the row."""
