"""Mark what was struck and inserted between two texts: whole words and figures, from which both texts can be had back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from contract_site.compare.atoms import Atom, LineEnds, agree, atoms_of_both, grouped, settled
from contract_site.compare.blocks import matching_blocks
from contract_site.model.comparison import Mark, Segment

OPENS = re.compile(r"[(\[“‘]")
"""What opens before a word goes with it; all else goes with the word before."""
LONGEST = 4000
"""Words of a text beyond which no words are matched: it is struck and inserted as a whole."""
Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class RedlinePiece:
    """A word, figure or citation with the punctuation about it and the space to the next."""

    text: str
    keys: tuple[str, ...]
    apart: bool
    """Whether a comma or stop parts it from a figure that follows."""


def redline(before: str, after: str, *, whole: bool = False, line_ends: LineEnds = ((), ())) -> tuple[Segment, ...]:
    """Return the segments that lead from ``before`` to ``after``.

    What differs only in what cannot change the meaning (``compare.words``) is kept. Kept and struck segments give ``before``
    back, kept and inserted ones ``after``, character by character (``Segment.old``, ``Segment.new``). ``whole`` marks no
    words. ``line_ends`` are the offsets in both texts at which a line of the source ended inside a word.
    """
    if whole:
        return tuple(_changed(before, after))
    one, other = atoms_of_both(before, after, line_ends)
    old, new = _pieces(before, one), _pieces(after, other)
    if before and after and _same(old, new):
        return (Segment(Mark.KEEP, after, "" if before == after else before),)
    if max(len(old), len(new)) > LONGEST:
        return tuple(_changed(before, after))
    return tuple(_joined(_segments(old, new, _kept(old, new))))


# Pieces ---------------------------------------------------------------------------------------------------------------


def _pieces(text: str, found: Sequence[Atom]) -> tuple[RedlinePiece, ...]:
    """Return the text cut into pieces, which together are the text."""
    groups = [group for group in grouped(text, found) if group[0].kind != "apart"]
    if not groups:
        return (RedlinePiece(text, ("".join(text.split()),), False),) if text else ()
    cuts = [0, *(_cut(text, one[-1].end, other[0].start) for one, other in pairwise(groups)), len(text)]
    return tuple(
        RedlinePiece(text[begin:end], tuple(atom.key for atom in _inner(group)), group[-1].kind == "apart")
        for group, begin, end in zip(groups, cuts, cuts[1:], strict=False)
    )


def _inner(group: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms of a piece, without the comma behind it."""
    return group[:-1] if group[-1].kind == "apart" else group


def _cut(text: str, begin: int, end: int) -> int:
    """Where the next piece begins: at the first character that opens, between two units."""
    opening = OPENS.search(text, begin, end)
    return opening.start() if opening else end


# What is kept ---------------------------------------------------------------------------------------------------------


def _kept(old: Sequence[RedlinePiece], new: Sequence[RedlinePiece]) -> list[Block]:
    """Return the stretches of pieces that both texts have, as (in the old, in the new, how many)."""
    first, second = _settled(old, new), _settled(new, old)
    matched = matching_blocks(first, second)
    blocks = [part for block in matched if block[2] for part in _parted(block, old, new)]
    return list(_seen(_without_islands(blocks, len(old), len(new)), old, new))


def _seen(blocks: Sequence[Block], old: Sequence[RedlinePiece], new: Sequence[RedlinePiece]) -> Iterator[Block]:
    """Yield the blocks, less what must be marked so that a change can be seen: with an empty cell the figure that it moved."""
    end = (0, 0)
    for a, b, size in blocks:
        between = (*old[end[0] : a], *new[end[1] : b])
        unseen = bool(between) and not any(piece.text.strip() for piece in between)
        less = next((at for at in range(size) if old[a + at].text.strip()), size - 1) + 1 if unseen else 0
        yield a + less, b + less, size - less
        end = (a + size, b + size) if less < size else end


def _settled(pieces: Sequence[RedlinePiece], others: Sequence[RedlinePiece]) -> list[tuple[str, ...]]:
    """The keys of each piece, uncertain ones as the other text has them, or as this one has them elsewhere."""
    keys = iter(settled([key for piece in pieces for key in piece.keys], [key for piece in others for key in piece.keys]))
    return [tuple(islice(keys, len(piece.keys))) for piece in pieces]


def _parted(block: Block, old: Sequence[RedlinePiece], new: Sequence[RedlinePiece]) -> Iterator[Block]:
    """Yield a stretch without figures that only one text parts from the figure after them: ``12, 100`` is not ``12 100``."""
    begin, size = 0, block[2]
    for at in range(size - 1):
        if old[block[0] + at].apart != new[block[1] + at].apart:
            yield block[0] + begin, block[1] + begin, at - begin
            begin = at + 1
    yield block[0] + begin, block[1] + begin, size - begin


def _same(old: Sequence[RedlinePiece], new: Sequence[RedlinePiece]) -> bool:
    """Whether two stretches say the same, however they are cut into pieces: ``8-hour`` and ``8 hour``."""
    one, other = _keys(old), _keys(new)
    return len(one) == len(other) and all(map(agree, one, other))


def _keys(pieces: Sequence[RedlinePiece]) -> list[str]:
    """All keys of some pieces, a comma between two figures among them."""
    return [key for piece in pieces for key in (*piece.keys, *([","] if piece.apart else []))]


def _without_islands(blocks: Sequence[Block], old: int, new: int) -> list[Block]:
    """Return the blocks without those of one or two words that stand alone among changes: they would read as confetti."""
    kept = [block for block in blocks if block[2]]
    while True:
        island = next((i for i in range(len(kept)) if _is_island(kept, i, old, new)), None)
        if island is None:
            return kept
        del kept[island]


def _is_island(blocks: Sequence[Block], index: int, old: int, new: int) -> bool:
    a, b, size = blocks[index]
    if size > 2:
        return False
    end_a, end_b = (
        (blocks[index - 1][0] + blocks[index - 1][2], blocks[index - 1][1] + blocks[index - 1][2]) if index else (0, 0)
    )
    next_a, next_b = blocks[index + 1][:2] if index + 1 < len(blocks) else (old, new)
    left = (a - end_a) + (b - end_b)
    right = (next_a - a - size) + (next_b - b - size)
    if not left or not right:
        return False
    return min(left, right) >= size and left + right > 2 * size


# Segments -------------------------------------------------------------------------------------------------------------


def _segments(old: Sequence[RedlinePiece], new: Sequence[RedlinePiece], kept: Sequence[Block]) -> Iterator[Segment]:
    a = b = 0
    for start_a, start_b, size in [*kept, (len(old), len(new), 0)]:
        yield from _between(old[a:start_a], new[b:start_b])
        for one, other in zip(old[start_a : start_a + size], new[start_b : start_b + size], strict=True):
            yield Segment(Mark.KEEP, other.text, "" if one.text == other.text else one.text)
        a, b = start_a + size, start_b + size


def _between(old: Sequence[RedlinePiece], new: Sequence[RedlinePiece]) -> Iterator[Segment]:
    struck, inserted = "".join(piece.text for piece in old), "".join(piece.text for piece in new)
    if struck and inserted and _same(old, new):
        yield Segment(Mark.KEEP, inserted, "" if struck == inserted else struck)  # “8-hour” and “8 hour”
        return
    yield from _changed(struck, inserted)


def _changed(struck: str, inserted: str) -> Iterator[Segment]:
    if struck:
        yield Segment(Mark.STRIKE, struck)
    if inserted:
        yield Segment(Mark.INSERT, inserted)


def _joined(segments: Iterator[Segment]) -> Iterator[Segment]:
    """Yield the segments, kept words that follow each other as one."""
    pending: Segment | None = None
    for segment in segments:
        if pending is not None and segment.mark is Mark.KEEP:
            old, new = pending.old + segment.old, pending.new + segment.new
            pending = Segment(Mark.KEEP, new, "" if old == new else old)
            continue
        if pending is not None:
            yield pending
            pending = None
        if segment.mark is Mark.KEEP:
            pending = segment
        else:
            yield segment
    if pending is not None:
        yield pending
