"""References that the file itself holds (Word's cross-reference fields, ``@dues`` in Markdown), brought to its provisions.

A pointer is a true target: its words are a link even where no rule reads them, and a path may go on from it
(``@dues, Item 2a``). Where the words beside it name another place than it leads to, one of the two is stale, and there is
no link but a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_site.link.lists import read_list
from contract_site.link.paths import read_rank
from contract_site.model.citation import Ambiguous, Citation, Form, Resolution, Resolved, Target, Unresolved
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.source import Pointer, Words

BETWEEN = re.compile(r",?\s{1,3}(?:the\s)?")
ONWARDS = re.compile(r"\(\w{1,4}\)|\.\w")
"""What goes on inwards from a number that a pointer covers: ``10(a)``."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words of a block that the file leads somewhere."""

    start: int
    """Offset in the text of the block."""
    end: int
    target: Target


class Pointers:
    """The pointers of an edition, found by block."""

    def __init__(self, edition: Edition) -> None:
        self._pointers = edition.source.pointers
        self._starts = [each.start for each in self._pointers]
        self._targets = _Places(edition) if self._pointers else None

    def within(self, block: Block) -> list[Pointed]:
        """Return what the file says of a block's words, in order; of a table nothing, whose text is put together."""
        if self._targets is None or block.table is not None:
            return []
        return list(self._placed(block.words, self._targets))

    def _placed(self, words: Words, places: _Places) -> Iterator[Pointed]:
        offset = 0
        for piece in words.pieces:
            if piece.plain and piece.page is None:
                for pointer in self._between(piece.start, piece.end):
                    start, end = offset + pointer.start - piece.start, offset + min(pointer.end, piece.end) - piece.start
                    target = places.at(pointer.to)
                    if target is not None and start < end and any(map(str.isalnum, words.text[start:end])):
                        yield Pointed(start, end, target)
            offset += len(piece.text)

    def _between(self, start: int, end: int) -> Sequence[Pointer]:
        return self._pointers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class _Places:
    """The provisions of an edition by where their words begin."""

    def __init__(self, edition: Edition) -> None:
        begun = sorted(
            (start, order, Target(edition.slug, part.id, _anchor(part, provision)))
            for order, (part, provision) in enumerate(edition.provisions())
            if (start := _start(provision)) >= 0
        )
        self._starts = [start for start, _, _ in begun]
        self._targets = [target for _, _, target in begun]

    def at(self, offset: int) -> Target | None:
        """Return the provision whose words have the character at a source offset; None before the first."""
        place = bisect_right(self._starts, offset) - 1
        return self._targets[place] if place >= 0 else None


def _anchor(part: Part, provision: Provision) -> str:
    """The anchor that citations of a provision have: a document beside the body is cited as its page."""
    return "" if provision is part.root and not provision.pinpoint.steps else provision.anchor


def _start(provision: Provision) -> int:
    starts = [words.start_of_text for words in (provision.label, provision.heading)]
    starts += [block.words.start_of_text for block in provision.blocks[:1]]
    return min((start for start in starts if start >= 0), default=-1)


def pointed_citations(text: str, found: Sequence[Citation], pointed: Sequence[Pointed]) -> Iterator[tuple[Citation, Target]]:
    """Yield the words that the file leads somewhere and that no rule read, each with its target.

    ``found`` are the citations that rules read in the same text. ``Item 2a`` behind such words goes on from them.
    """
    for each in pointed:
        if not any(c.start < each.end and each.start < c.end for c in found):
            yield from _reached(text, each)


def _reached(text: str, each: Pointed) -> Iterator[tuple[Citation, Target]]:
    yield Citation(text=text[each.start : each.end], start=each.start, end=each.end, form=Form.POINTER), each.target
    for begin, end, path, first in _inwards(text, each.end):
        inner = Citation(text=text[begin:end], start=begin, end=end, form=Form.POINTER, path=path, range_from=first)
        yield inner, each.target


def _inwards(text: str, position: int) -> Iterator[tuple[int, int, tuple[str, ...], tuple[str, ...]]]:
    """The paths that go on from words that end at a position: where each begins and ends, its steps, and a range's first."""
    between = BETWEEN.match(text, position)
    rank = read_rank(text, between.end()) if between is not None else None
    for member in read_list(text, between.end(), rank[1], rank[0].level) if between is not None and rank is not None else ():
        yield member.begin, member.path.end, member.path.steps, member.range_from


def agreed(resolution: Resolution, pointed: Sequence[Pointed]) -> Resolution:
    """Return what a citation means by its words and by the pointer that stands in them; the pointer where words fail."""
    citation = resolution.citation
    at = next((each for each in pointed if citation.start <= each.start and each.end <= citation.end), None)
    if at is None:
        return resolution
    if not isinstance(resolution, Resolved):
        return _by_pointer(resolution, at)
    if any(_within(target, at.target) for target in resolution.targets):
        return resolution
    both = (resolution.targets[-1], at.target)
    reason = f"its words name {_named(both[0])}, but the file leads to {_named(both[1])}; one of them is stale"
    return Ambiguous(citation, both, reason)


def _by_pointer(resolution: Resolution, at: Pointed) -> Resolution:
    """The pointer's target, where it covers the citation to its end; words that go on from it name something else."""
    citation = resolution.citation
    if ONWARDS.match(citation.text, at.end - citation.start):
        return Unresolved(citation, f"the file leads to {_named(at.target)}, where no such provision is")
    return Resolved(citation, (at.target,))


def _within(target: Target, outer: Target) -> bool:
    if target.page != outer.page:
        return False
    return not outer.anchor or target.anchor == outer.anchor or target.anchor.startswith(f"{outer.anchor}.")


def _named(target: Target) -> str:
    return target.anchor or target.page
