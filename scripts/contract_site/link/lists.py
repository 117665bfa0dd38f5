"""Read lists of paths: each member takes the place of the steps of its own kind, or of the rank that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contract_site.link.paths import (
    LISTED,
    ORDINAL,
    TITLE_BETWEEN,
    UNITS,
    Path,
    is_glued,
    kinds,
    read_path,
    read_rank,
    split_glued,
)
from contract_site.link.ranks import exactly
from contract_site.model.citation import Citation
from contract_site.model.joining_words import OF, THROUGH
from contract_site.model.numeral import roman_value

NEXT = re.compile(
    rf"""
    (?: \.? | (?<=[^\W\d_])\) ) (?: \s*+,\s*+ (?: (?:{LISTED})\s+ )? | \s+(?:{LISTED}|&)\s+
        | \s*+(?P<range> (?<=\s)(?:{"|".join(THROUGH)})\s+ | (?<=\d\s)a\s+(?=\d) | (?<=[IVX]\s)a\s+(?=[IVX]) | [-–]\s? ) )
    """,
    re.VERBOSE,
)
ENDS_WELL = re.compile(
    rf"\.?(?:[,;:)\]]|\s*$|\s+(?:{LISTED}|above|below|through|preceding|shall|is|are|will|\(|{exactly(OF)})|\.)"
)
ORDINAL_AT, ORDINAL_BEFORE = re.compile(ORDINAL), re.compile(rf"\b{ORDINAL}$")
LONGEST_ORDINAL = 30
"""An ordinal goes on with a list of such only: ``cláusulas primera y segunda``."""
CLOSED_DASH = re.compile(r"\d-\d")
BEFORE_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list: where its words begin, its path, and the path of the first for ``1 through 5``."""

    begin: int
    path: Path
    range_from: tuple[str, ...] = ()


def read_list(text: str, start: int, position: int, level: int, *, stepped: bool = False) -> list[Member]:
    """Return the path at a position and the members of the list that goes on from it; empty if no path stands there.

    ``start`` is where the words of the first begin, ``level`` that of the rank that was named before it. A path that is
    ``stepped`` may go on with a step of the grievance procedure.
    """
    path = read_path(text, position, level, stepped=stepped)
    if path is None:
        return []
    members = [Member(start, path)]
    while (more := _next_member(text, members[-1].path)) is not None:
        members.append(more)
    return members


def dashes_closed(text: str, citations: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the citations, those of a range with a dash between two figures as one: ``Paragraph 1-204`` is a number."""
    last: Citation | None = None
    for each in citations:
        if last is not None and each.range_from and CLOSED_DASH.fullmatch(text[last.end - 1 : each.start + 1]):
            path = (*last.path, *each.path[len(last.path) - 1 :])
            last = replace(each, text=text[last.start : each.end], start=last.start, path=path, range_from=())
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _next_member(text: str, last: Path) -> Member | None:
    title = TITLE_BETWEEN.match(text, last.end) if text.startswith(" (", last.end) else None  # Articles 7 (Pay) and 8 (Leave)
    follow = NEXT.match(text, title.end() if title else last.end)
    if follow is None:
        return None
    begin = position = follow.end()
    found = read_rank(text, begin)
    at = None
    if found is not None:
        rank, position = found
        at = next((place for level, place in last.named if level == rank.level), None)
        if at is None or "," in follow[0]:  # Section 2, and Section 2 of Article 5
            return None
        begin = begin if rank.level <= 1 else position
    if (
        found is None
        and ORDINAL_AT.match(text, position)
        and ORDINAL_BEFORE.search(text[max(0, last.end - LONGEST_ORDINAL) : last.end]) is None
    ):
        return None  # artículo 5 y segundo párrafo
    tail = read_path(text, position, last.named[-1][0] if found is None else found[0].level)
    if tail is None or UNITS.match(text, tail.end) or not _ends_well(text, tail):
        return None
    steps = _splice(last.steps, tail.steps) if at is None else last.steps[:at] + tail.steps
    if steps is None:
        return None
    named = (*last.named, *((level, place + len(steps) - len(tail.steps)) for level, place in tail.named[1:]))
    return Member(begin, Path(steps, tail.end, named=named), last.steps if follow["range"] else ())


def _ends_well(text: str, tail: Path) -> bool:
    """A member of a list is followed by punctuation, a connecting word or a direction; a lone small ``a`` is an article."""
    numeral = tail.steps[0].isupper() and len(tail.steps[0]) > 1 and roman_value(tail.steps[0])  # Articles I through III apply
    if len(tail.steps) == 1 and tail.steps[0].isalpha() and text[tail.end - 1] != ")" and not numeral:
        return ENDS_WELL.match(text, tail.end) is not None
    return BEFORE_LETTER.match(text, tail.end) is None


def _splice(path: tuple[str, ...], tail: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the path with the tail in the place of the steps of its own kinds: (3, A, 4, a) and (b) give (3, A, 4, b)."""
    return _spliced(path, tail) or _spliced(split_glued(path), tail)


def _spliced(path: tuple[str, ...], tail: tuple[str, ...]) -> tuple[str, ...] | None:
    have, wanted = [kinds(step) for step in path], [kinds(step) for step in tail]
    at = len(path) - len(tail)
    if len(path) > 1 and is_glued(path[0]) and is_glued(tail[0]):  # 8-B.1 and 7-B
        return tail
    if at >= 0 and have[at:] == wanted:
        return path[:at] + tail
    if len(tail) > 1 and have[:2] == wanted[:2] == [{"1"}, {"1"}]:  # 24.07(a) and 24.08: each number is whole
        return tail
    for alike in (set.__eq__, _meet):
        for position in range(len(path) - 1, -1, -1):
            if alike(have[position], wanted[0]):
                return path[:position] + tail
    return None


def _meet(one: set[str], other: set[str]) -> bool:
    return bool(one & other)
