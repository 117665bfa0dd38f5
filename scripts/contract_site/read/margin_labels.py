"""Put labels that stand in the margin before the lines at whose height they stand, where a file draws them apart.

Programs that recognise letters take a margin of labels for a column of its own: ``19.01``, ``19.02``, ``19.03``, and then the
text of all three. So do some that set books. What stands at one height is one printed line, in whatever order it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.read.drawn import Drawn

LABEL = re.compile(r"(?=.*[.()])\(?(?:[A-Za-z]{1,2}|[ivxlIVXL]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)[.)]?")
"""A label alone: ``19.01``, ``(a)``, ``iv.``; a figure without a mark may be anything."""
SAME_HEIGHT = 0.45
"""How far two lines at one height may stand apart, in the height of their letters."""
MOST = 0.5
"""Of the lines of a sheet: where more are labels, it is a list of them."""


def with_margin_labels(lines: Sequence[Drawn]) -> list[Drawn]:
    """Return the lines of a sheet, in the order in which they are drawn, with the labels of its margin where they belong."""
    apart = [n for n, line in enumerate(lines) if LABEL.fullmatch(line.text) and not _at_height(line, lines[n + 1 : n + 2])]
    others = [line for n, line in enumerate(lines) if n not in apart]
    edge = sorted(line.left for line in others)[len(others) // 4] if others else 0.0
    margin = [n for n in apart if lines[n].right < edge]
    if not margin or len(margin) > MOST * len(lines) or not any(_at_height(lines[n], others) for n in margin):
        return list(lines)
    before: dict[int, list[Drawn]] = {}
    rest = [line for n, line in enumerate(lines) if n not in margin]
    for n in margin:
        before.setdefault(_place(lines[n], rest), []).append(lines[n])
    placed = [[*before.get(n, []), line] for n, line in enumerate(rest)]
    return [line for group in (*placed, before.get(len(rest), [])) for line in group]


def _at_height(label: Drawn, lines: Sequence[Drawn]) -> bool:
    return any(_beside(label, line) for line in lines)


def _beside(label: Drawn, line: Drawn) -> bool:
    """Say whether a line begins right of a label, at its height."""
    return line.left > label.right and abs(label.base - line.base) < SAME_HEIGHT * max(label.height, line.height)


def _place(label: Drawn, lines: Sequence[Drawn]) -> int:
    """Which line a label stands before: the one at its height, else the first below it."""
    beside = (n for n, line in enumerate(lines) if _beside(label, line))
    below = (n for n, line in enumerate(lines) if line.base < label.base)
    return next(beside, next(below, len(lines)))
