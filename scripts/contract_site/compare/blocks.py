"""Blocks of words that two texts have in common, found in bounded time.

The longest common run, then the longest on both sides of it, and so on, reads best, but takes the cube of the length where
words repeat without end. Beyond a bounded amount of work the longest common sequence is taken instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from rapidfuzz.distance import Indel

MOST_WORK = 1_000_000
"""Pairs of equal words looked at. No two paragraphs of the agreements known to us need a hundredth of it."""


def matching_blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Return (place in old, place in new, length) of every block of equal words, in order; none is empty."""
    found = _longest_first(old, new)
    if found is None:
        found = [(block.a, block.b, block.size) for block in Indel.editops(old, new).as_matching_blocks()]
    return _joined(sorted(block for block in found if block[2]))


def _longest_first(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]] | None:
    """The blocks as difflib finds them; None if that would be too much work."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    counted = Counter(new)
    pairs = (0, *accumulate(counted[word] for word in old))
    work, found, waiting = 0, [], [(0, len(old), 0, len(new))]
    while waiting:
        first, last, begin, end = waiting.pop()
        work += pairs[last] - pairs[first]
        if work > MOST_WORK:
            return None
        a, b, size = matcher.find_longest_match(first, last, begin, end)
        if size:
            found.append((a, b, size))
            sides = ((first, a, begin, b), (a + size, last, b + size, end))
            waiting += [side for side in sides if side[0] < side[1] and side[2] < side[3]]
    return found


def _joined(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks, those that follow each other on both sides as one."""
    joined: list[tuple[int, int, int]] = []
    for a, b, size in blocks:
        if joined and joined[-1][0] + joined[-1][2] == a and joined[-1][1] + joined[-1][2] == b:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((a, b, size))
    return joined
