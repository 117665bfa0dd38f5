"""What the lines of a document have in common: how wide they are, how they are parted, whether they are indented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contract_site.model.source import Line

WRAPPED = 160
"""Characters. Longer lines are printed by nobody, so that a text with many of them does not break its lines."""
FEW_ONWARD = 40
"""One line in so many goes on with a sentence in a text whose lines are broken."""
ENDED = 0.75
"""The share of lines before blank ones that have ended, or are short, where blank lines part paragraphs."""
NARROW = 60
"""Columns. Lines of a text are not taken to be full below a share of it, however short all of them are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines of a document have in common."""

    measure: int
    """Columns that full lines reach."""
    gap: int
    """Blank lines that stand even inside paragraphs."""
    indents: bool
    """Whether indents tell anything."""
    whole: bool = False
    """Each line is a whole paragraph, as in files that do not break lines."""


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return what the lines have in common: how wide they are, how they are parted, whether they are indented."""
    widths = sorted(int(line.look.indent) + len(line.text) for line in lines if line.text)
    wide = widths[len(widths) * 9 // 10] if widths else 80
    indented = sum(line.look.indent > 0 for line in lines)
    whole = sum(len(line.text) > WRAPPED for line in lines) * 20 > len(lines)
    onward = [after for before, after in pairwise(lines) if not whole and _goes_on(before, after, wide)]
    gap = _usual_gap(lines, onward, whole=whole)
    gap = 0 if gap and not whole and _parts_paragraphs(lines, gap, wide) else gap
    return Setting(min(max(wide, NARROW), 140), gap, indented * 20 > len(lines), whole)


def _usual_gap(lines: Sequence[Line], onward: Sequence[Line], *, whole: bool) -> int:
    """The blank lines inside paragraphs: those over which sentences go on; where few do, the fewest that are common."""
    if not onward and not whole:
        return 0
    if len(onward) * FEW_ONWARD > len(lines):
        return sorted(line.look.gap for line in onward)[len(onward) // 2]
    gaps = sorted(line.look.gap for line in lines[1:])
    return gaps[len(gaps) // 4] if gaps else 0


def _parts_paragraphs(lines: Sequence[Line], gap: int, wide: int) -> bool:
    """Say whether so many blank lines stand behind what has ended: each paragraph is a line, and few sentences wrap."""
    before = [above for above, line in pairwise(lines) if line.look.gap >= gap]
    ended = sum(above.text[-1:] in ".:;,!?)" or 2 * (int(above.look.indent) + len(above.text)) < wide for above in before)
    return ended >= ENDED * len(before)


def _goes_on(before: Line, after: Line, wide: int) -> bool:
    """Say whether a sentence goes on in the next line; lines of a title page are too short to say."""
    full = 2 * (int(before.look.indent) + len(before.text)) > wide
    return full and after.text[:1].islower() and before.text[-1:] not in ".:;,!?"
