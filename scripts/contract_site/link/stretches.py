"""Stretches of a text that are taken, asked quickly whether something meets them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Stretches:
    """Half-open stretches of offsets; touching and overlapping ones count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def meet(self, start: int, end: int) -> bool:
        """Say whether any offset from ``start`` up to ``end`` (exclusive) is taken."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._ends[last] > start
