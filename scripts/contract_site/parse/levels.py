"""The lists that are open while labels are chosen, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contract_site.model.source import Line
from contract_site.parse.judge import LARGER
from contract_site.parse.labels import Proposal, Scheme
from contract_site.parse.printed_numbers import Key, follows
from contract_site.parse.unnumbered import HEADING


class LabelPlace(NamedTuple):
    """A line and a column of it, at which a label begins."""

    line: int
    begin: int


class Level(NamedTuple):
    """An open list: its last entry."""

    scheme: Scheme
    above: Key
    key: Key
    indent: float
    at: LabelPlace | None
    set_out: bool = False
    """The label's line is set as headings are; so are those that go on with its list."""
    closed: tuple[Scheme, Key, Key] | None = None
    """For a heading: the list that it closed, the numbers above it and its last one; clauses may run on over headings."""


def level_of(p: Proposal, lines: Sequence[Line]) -> Level:
    """Return the list that a label opens or goes on with, its last entry being that label."""
    look = lines[p.index].look
    set_out = look.heading > 0 or look.bold or look.size > LARGER
    last = (p.through,) if p.through else p.number.key
    return Level(p.scheme, p.number.above, last, look.indent, LabelPlace(p.index, p.begin), set_out)


def shown(level: Level) -> str:
    """Return the last number of a list with the numbers above it, in figures: ``1.9.1``."""
    return ".".join(str(abs(part)) for part in (*level.above, *level.key[:1]))


def below(stack: tuple[Level, ...], words: tuple[str, ...]) -> int:
    """How many levels are open down to the innermost of one of the words."""
    return next((depth for depth in range(len(stack), 1, -1) if stack[depth - 1].scheme.word in words), 1)


def under_heading(stack: tuple[Level, ...], rank: int, lines: Sequence[Line]) -> int:
    """How many levels are open down to the innermost heading of the file that is of a higher rank; 1 is the highest."""
    for depth in range(len(stack), 1, -1):
        at = stack[depth - 1].at
        if stack[depth - 1].scheme is HEADING and at is not None and 0 < lines[at.line].look.heading < rank:
            return depth
    return 1


def set_into(stack: tuple[Level, ...], indent: float) -> int:
    """How many levels are open down to the innermost numbered one whose label stands further out."""
    inner = (d for d in range(len(stack), 1, -1) if stack[d - 1].scheme is not HEADING and stack[d - 1].indent < indent - 1)
    return next(inner, 1)


def closed_list(levels: Sequence[Level]) -> tuple[Scheme, Key, Key] | None:
    """The outermost of the lists among the levels, or what a heading among them closed before."""
    for level in levels:
        if level.scheme is not HEADING:
            return (level.scheme, level.above, level.key) if not level.scheme.word else None
    return levels[0].closed if levels else None


def runs_on(closed: tuple[Scheme, Key, Key], p: Proposal) -> bool:
    """Say whether a label goes on with a list that a heading closed: with its scheme, its numbers above and its next number."""
    scheme, above, key = closed
    return scheme == p.scheme and above == p.number.above and follows(key, p.number.key) == 0
