"""Sentences of a text, and the one that holds a citation."""

from __future__ import annotations

import re
from bisect import bisect_right

SENTENCE_END = re.compile(r"(?<=[.;:!?])[”\"’)\]]*\s+(?=[“\"(\[]?[A-Z•])")
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|e\.g|i\.e|Jr)\.|\bRe[.:]|(?<=\w )Nos?\.|[A-Z]\.)\s*$")
"""What ends with a stop and no sentence: ``Case No.``, ``Re:``; not the ``No.`` that answers a question."""
NEAR = 12
"""How many characters before a stop tell whether it ends an abbreviation."""
LONGEST = 280


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of every sentence of a text, as offsets in it, in order; together they cover it."""
    stops = [match for match in SENTENCE_END.finditer(text) if not _abbreviates(text, match)]
    begins = [0, *(match.end() for match in stops)]
    ends = [*(match.start() + len(match[0].rstrip()) for match in stops), len(text)]
    return tuple(zip(begins, ends, strict=True))


def bounds_around(bounds: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[int, int]:
    """Return where the words between two offsets begin and end as whole sentences of those that ``bounds`` gives."""
    first = bisect_right(bounds, (start, len(bounds) and bounds[-1][1])) - 1
    last = max(first, bisect_right(bounds, (end - 1, bounds[-1][1])) - 1)
    return bounds[first][0], bounds[last][1]


def shortened(text: str, bounds: tuple[int, int], start: int, end: int) -> str:
    """Return a sentence that holds ``text[start:end]``, at most about 280 characters of it, cut at words."""
    begin, stop = bounds
    if stop - begin <= LONGEST:
        return text[begin:stop].strip()
    left = max(begin, start - LONGEST // 2)
    right = min(stop, max(end, left + LONGEST))
    left = left if left == begin else text.find(" ", left, start) + 1 or left
    right = right if right == stop else text.rfind(" ", end, right) if " " in text[end:right] else right
    return ("…" if left > begin else "") + text[left:right].strip() + ("…" if right < stop else "")


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - NEAR) : match.start()]
    return match[0].isspace() and ABBREVIATION.search(near) is not None
