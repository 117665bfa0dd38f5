"""Mark what was struck and inserted between two texts: whole words, from which both texts can be had back exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from contract_site.model.comparison import Mark, Segment

PIECE = re.compile(
    r"""
      (?: [(\[“‘] (?:[^\w½¼¾%$§#]|_)* )?                          # what opens before a word
      (?: [^\W_]+ (?: [.,'’/–-][^\W_]+ | \([^\W_]{1,3}\) )*       # a word, number or citation: 8.5.G, 2–41, period(s)
        | [½¼¾%$§#] )
      (?: (?![(\[“‘])[^\w½¼¾%$§#] | _ )*                          # what follows it, up to what opens before the next
    | (?: [^\w½¼¾%$§#] | _ )+                                     # punctuation alone
    """,
    re.VERBOSE,
)
"""A word, number or citation with the punctuation about it and the space to the next."""
INSIDE = re.compile(r"(?<=[^\W_])\((?=[^\W_])")
"""A bracket inside a word, ``period(s)``, which says more than punctuation does."""
LONGEST = 4000
"""Words of a text beyond which no words are matched: it is struck and inserted as a whole."""


def redline(before: str, after: str, *, whole: bool = False) -> tuple[Segment, ...]:
    """Return the segments that lead from ``before`` to ``after``.

    What differs in case, spacing, hyphens or punctuation only is kept. Kept and struck segments give ``before`` back,
    kept and inserted ones ``after``, character by character (``Segment.old``, ``Segment.new``). ``whole`` marks no words.
    """
    if whole:
        return tuple(_changed(before, after))
    old, new = PIECE.findall(before), PIECE.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return tuple(_changed(before, after))
    keys_old, keys_new = [_key(piece) for piece in old], [_key(piece) for piece in new]
    blocks = [
        (block.a, block.b, block.size)
        for block in SequenceMatcher(None, keys_old, keys_new, autojunk=False).get_matching_blocks()
        if block.size
    ]
    kept = _without_islands(blocks, len(old), len(new))
    return tuple(_joined(_segments(old, new, kept)))


def _key(piece: str) -> str:
    """What counts of a piece: its letters and figures, in small letters; for punctuation alone, nothing."""
    counted = "".join(character for character in piece.lower() if character.isalnum() or character in "½¼¾%$§#")
    return f"{counted}(" if INSIDE.search(piece) else counted


def _without_islands(blocks: Sequence[tuple[int, int, int]], old: int, new: int) -> list[tuple[int, int, int]]:
    """Return the blocks without those of one or two words that stand alone among changes: they would read as confetti."""
    kept = list(blocks)
    while True:
        island = next((i for i in range(len(kept)) if _is_island(kept, i, old, new)), None)
        if island is None:
            return kept
        del kept[island]


def _is_island(blocks: Sequence[tuple[int, int, int]], index: int, old: int, new: int) -> bool:
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


def _segments(old: Sequence[str], new: Sequence[str], kept: Sequence[tuple[int, int, int]]) -> Iterator[Segment]:
    a = b = 0
    for start_a, start_b, size in [*kept, (len(old), len(new), 0)]:
        yield from _changed("".join(old[a:start_a]), "".join(new[b:start_b]))
        for one, other in zip(old[start_a : start_a + size], new[start_b : start_b + size], strict=True):
            yield Segment(Mark.KEEP, other, "" if one == other else one)
        a, b = start_a + size, start_b + size


def _changed(struck: str, inserted: str) -> Iterator[Segment]:
    if struck and inserted and _spaceless(struck) == _spaceless(inserted):
        yield Segment(Mark.KEEP, inserted, "" if struck == inserted else struck)  # “D.C.” and “D. C.”
        return
    if struck:
        yield Segment(Mark.STRIKE, struck)
    if inserted:
        yield Segment(Mark.INSERT, inserted)


def _spaceless(text: str) -> str:
    return "".join(map(_key, PIECE.findall(text)))


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
