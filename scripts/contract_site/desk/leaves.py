"""An edition cut into the pages that a person reads, with every line of the source and what it became."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from contract_site.model.document import Edition, Part, Provision
from contract_site.model.source import Line, SourceSpan, Words

CHUNK = 60
"""Lines of a page where neither sheets nor printed pages divide the text."""
LONG = 400
"""Characters. Longer lines hold several paragraphs, as those of a text that runs on do, and are cut where these begin."""
MARK = 12
"""Letters of a page's fingerprint: enough that no two readings of a page have the same by chance."""


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of the source and what it became."""

    span: SourceSpan
    role: str
    """``label``, ``heading``, ``paragraph``, ``list``, ``note``, ``caption``, ``table``, or ``furniture``."""
    provision: int
    """The place of its provision among ``Reading.provisions``; -1 for furniture."""
    block: int = -1
    """The place of its block among its provision's; -1 outside blocks."""
    why: str = ""
    """Why furniture is none of the text."""
    depth: int = -1
    """How deep its provision stands below its part."""


NOTHING = Held(SourceSpan(-1, -1), "", -1)
"""What a line became that became nothing."""


@dataclass(frozen=True, slots=True)
class PlacedProvision:
    """A provision with its part and how deep it stands below it."""

    part: Part
    provision: Provision
    depth: int
    above: int
    """The place of the provision it stands in; -1 for a part's own."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it was read, corrections made, and what it became."""

    number: int
    """In the source, from 1."""
    at: int
    """The offset of its first character."""
    inner: bool
    """It begins inside a line of the source, of which only its offset tells."""
    text: str
    sheet: int
    held: Held | None
    first: bool
    """Its provision or block begins here."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: a sheet of the file, a printed page, or so many lines."""

    number: int
    """From 1."""
    name: str
    """What it is called: ``page 17``, ``printed page iv``, ``lines 61 to 120``."""
    sheet: int
    """The sheet of the file whose picture shows it; 0 if it is none."""
    lines: tuple[ReadLine, ...]

    @property
    def mark(self) -> str:
        """A fingerprint of the page's words and of what they became; it changes when a person would have to look again."""
        told = (
            "\0".join((line.text, str(line.first), held.role, str(held.depth), held.why))
            for line in self.lines
            for held in (line.held or NOTHING,)
        )
        return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:MARK]


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition as it lies on the desk."""

    edition: Edition
    provisions: tuple[PlacedProvision, ...]
    """In reading order."""
    leaves: tuple[Leaf, ...]

    def line_at(self, at: int) -> ReadLine | None:
        """Return the line that begins at an offset."""
        return next((line for leaf in self.leaves for line in leaf.lines if line.at == at), None)

    def leaf_of(self, number: int) -> int:
        """Return the number of the leaf on which a line of the source stands, or of the one before it."""
        firsts = [leaf.lines[0].number for leaf in self.leaves]
        return max(1, bisect_right(firsts, number)) if firsts else 1


def read_leaves(edition: Edition, lines: Sequence[Line]) -> Reading:
    """Return the edition with the ``lines`` it was parsed from, page by page."""
    provisions = tuple(_placed(edition))
    held = sorted(_held(edition, provisions), key=lambda each: each.span)
    starts = [each.span.start for each in held]
    cut = [piece for line in lines for piece in _cut(line, starts)]
    becomes = [_at(_start(line), held, starts) for line, _ in cut]
    read = [_read(*each) for each in zip(cut, becomes, _ended(cut, becomes, held, starts), strict=True)]
    return Reading(edition, provisions, tuple(_leaves(edition, read)))


def _placed(edition: Edition) -> Iterator[PlacedProvision]:
    places: dict[int, int] = {}
    count = 0
    for part in edition.parts:
        depths = {id(part.root): (-1, -1)}
        for provision in part.root.walk():
            depth, above = depths[id(provision)]
            places[id(provision)] = count
            depths |= {id(child): (depth + 1, count) for child in provision.children}
            yield PlacedProvision(part, provision, depth, above)
            count += 1


# What the words became ------------------------------------------------------------------------------------------------


def _held(edition: Edition, provisions: Sequence[PlacedProvision]) -> Iterator[Held]:
    for place, each in enumerate(provisions):
        yield from _spans(each.provision.label, "label", place, each.depth)
        yield from _spans(each.provision.heading, "heading", place, each.depth)
        for number, block in enumerate(each.provision.blocks):
            yield from _spans(block.words, block.kind.value, place, each.depth, number)
    yield from (Held(each.span, "furniture", -1, why=each.reason) for each in edition.furniture)


def _spans(words: Words, role: str, place: int, depth: int, block: int = -1) -> Iterator[Held]:
    yield from (Held(span, role, place, block, depth=depth) for span in words.spans)


def _cut(line: Line, starts: Sequence[int]) -> Iterator[tuple[Line, bool]]:
    """Yield the line, cut where something begins if it is longer than any printed line, each with whether it is inner."""
    if len(line.text) < LONG:
        yield line, False
        return
    begin, inner = 0, False
    for stop in (*_columns(line, starts), len(line.text)):
        piece = line.words.cut(begin, stop).strip()
        if piece.text:
            yield line.with_words(piece), inner
            begin, inner = stop, True


def _columns(line: Line, starts: Sequence[int]) -> Iterator[int]:
    """Yield where in a line's text something begins."""
    column, found = 0, set(starts)
    for piece in line.words.pieces:
        if piece.plain:
            yield from (column + offset - piece.start for offset in range(piece.start, piece.end) if offset in found)
        column += len(piece.text)


def _start(line: Line) -> int:
    return line.words.start_of_text if line.text else line.words.start


def _at(offset: int, held: Sequence[Held], starts: Sequence[int]) -> Held | None:
    """What the character at an offset became."""
    place = bisect_right(starts, offset) - 1
    own = held[place] if place >= 0 else None
    return own if own and (offset < own.span.end or offset == own.span.start) else None


def _ended(
    cut: Sequence[tuple[Line, bool]], becomes: Sequence[Held | None], held: Sequence[Held], starts: Sequence[int]
) -> Iterator[Held | None]:
    """Yield for each line what the line before it ended in; before a line of the text, furniture does not count."""
    any_line: Held | None = None
    text: Held | None = None
    for (line, _), own in zip(cut, becomes, strict=True):
        yield any_line if own is None or own.role == "furniture" else text
        any_line = _at(_end(line), held, starts)
        text = text if any_line is not None and any_line.role == "furniture" else any_line


def _end(line: Line) -> int:
    """The offset of the last character that shows."""
    last = next((piece for piece in reversed(line.words.pieces) if piece.page is None), line.words.pieces[-1])
    return max(last.start, last.end - 1)


def _read(cut: tuple[Line, bool], own: Held | None, before: Held | None) -> ReadLine:
    """The line with what it became; ``before`` is what the end of the line before it became."""
    line, inner = cut
    return ReadLine(line.number, _start(line), inner, line.text, line.look.sheet, own, _begins(own, before))


def _begins(own: Held | None, last: Held | None) -> bool:
    """Say whether what a line became is not what the line before it ended in."""
    if own is None or last is None:
        return True
    if own.provision == -1:
        return own.why != last.why
    return own.role == "label" or (own.provision, own.block) != (last.provision, last.block)


# Pages ----------------------------------------------------------------------------------------------------------------


def _leaves(edition: Edition, lines: Sequence[ReadLine]) -> Iterator[Leaf]:
    if len({line.sheet for line in lines}) > 1:
        sheets = groupby(lines, key=lambda line: line.sheet)
        yield from (Leaf(number, f"page {sheet}", sheet, tuple(own)) for number, (sheet, own) in enumerate(sheets, start=1))
        return
    marks = _marks(edition)
    if len(marks) > 1:
        yield from _printed(marks, lines)
        return
    for number, first in enumerate(range(0, len(lines), CHUNK), start=1):
        own = tuple(lines[first : first + CHUNK])
        yield Leaf(number, f"lines {own[0].number} to {own[-1].number}", 0, own)


def _marks(edition: Edition) -> list[tuple[int, str]]:
    """The offsets at which printed pages begin, with the pages."""
    words = [
        each
        for _, provision in edition.provisions()
        for each in (provision.label, provision.heading, *(block.words for block in provision.blocks))
    ]
    return sorted(
        (piece.start, piece.page) for each in words for piece in each.pieces if piece.page is not None and not piece.again
    )


def _printed(marks: Sequence[tuple[int, str]], lines: Sequence[ReadLine]) -> Iterator[Leaf]:
    starts = [start for start, _ in marks]
    pages = groupby(lines, key=lambda line: bisect_right(starts, line.at))
    for number, (place, own) in enumerate(pages, start=1):
        name = f"printed page {marks[place - 1][1]}" if place else "before the first numbered page"
        yield Leaf(number, name, 0, tuple(own))
