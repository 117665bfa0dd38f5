"""Read the statements by which an agreement extends a provision to a group of employees.

``(The preceding Article, Article 8, shall apply to Relief Keepers)`` is printed under whatever item comes last, but speaks
of the provision that it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STATEMENT = re.compile(
    r"""
    [(\[] \s* The \s preceding \s (?P<rank> Article | Section | [Pp]aragraph ) s? ,? \s*
    (?: Article \s (?P<path> [0-9IVX][0-9A-Za-z]*+ (?: [. ]{1,3} [0-9A-Za-z]++ ){0,12}? ) )? ,? \s*
    (?: shall \s apply | applies ) \s to \s (?P<group> .+? ) \.? \s{0,3} (?P<end> [)\]] ) \.? $
    """,
    re.VERBOSE,
)
OPENING = re.compile(r"[(\[]\s*The preceding (?:Article|Section|[Pp]aragraph)\b")
LONGEST = 1_000
"""Characters. What is longer goes on with other words: its bracket was lost."""
STEP = re.compile(r"\d+|[A-Z]+|[a-z]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of applicability."""

    path: tuple[str, ...]
    """The steps of the provision it names, as printed: ``("10", "2", "B")``."""
    group: str
    complete: bool
    """Whether its closing bracket has been read."""


def read_statement(text: str) -> Statement | None:
    """Return the statement that the text is or begins, or None."""
    if not OPENING.match(text):
        return None
    match = STATEMENT.match(text) if len(text) <= LONGEST else None
    if match is None:
        return Statement((), "", complete=False)
    return Statement(tuple(STEP.findall(match["path"] or "")), match["group"], complete=True)
