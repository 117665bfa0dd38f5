"""Write a redline as Markdown: what was struck and inserted, marked for the eye and named for those who listen.

A mark opens with a word that is heard and not seen, “removed:” or “added:”; one “end” closes marks that follow each other, so
that a replaced word is heard as “removed: postmaster added: installation head end”. White space at the ends of a mark stands
outside of it; what belongs to struck words alone goes when they are hidden. Where all of a row is new or removed, its own
words say so and the marks say nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from contract_site.interface.say import later, say
from contract_site.model.comparison import Mark, Row, Segment, Unit
from contract_site.words.escape import escape, escape_start

TAGS = {Mark.STRIKE: "del", Mark.INSERT: "ins"}
Names = Mapping[Mark, str]
HEARD: Names = {Mark.STRIKE: later("removed:"), Mark.INSERT: later("added:")}
"""What those hear who cannot see the marks, as it is said where a mark stands."""
JOINT = "\n\n"
"""Between the texts of several units on one side, as redlines join them."""
GONE = '<span class="gone"> </span>'
"""White space that goes with struck words."""
CELL = ' <span class="cell"></span>'
"""Between the cells of a table."""


def older(row: Row, labels: Sequence[str], names: Names = HEARD, *, marked: bool = True) -> str:
    """Return the older text of a row, with what was struck marked; ``labels`` stand before units, ``names`` before marks."""
    segments = [Segment(s.mark, s.old) for s in row.redline if s.mark is not Mark.INSERT]
    return _written(
        _cut(segments, Mark.STRIKE, row.before), labels, {} if _plain(row) else names, marked=marked and not row.rewritten
    )


def newer(row: Row, labels: Sequence[str], names: Names = HEARD) -> str:
    """Return the newer text of a row, with what was inserted marked, and between it what was struck."""
    whole = row.rewritten or _heading(row)
    segments = [Segment(s.mark, s.text) for s in row.redline if not (whole and s.mark is Mark.STRIKE)]
    return _written(_cut(segments, Mark.INSERT, row.after), labels, {} if _plain(row) else names, marked=not row.rewritten)


def shows_both(row: Row) -> bool:
    """Say whether both texts are shown whole, one below the other, where there is room for one column only."""
    return bool(row.before and row.after) and (row.rewritten or (_heading(row) and any(s.mark in TAGS for s in row.redline)))


def _heading(row: Row) -> bool:
    return bool(row.after) and row.after[0].heading


def _plain(row: Row) -> bool:
    """Whether the words of the row itself tell what a mark would."""
    return not row.before or not row.after or _heading(row)


def _cut(segments: Sequence[Segment], own: Mark, units: Sequence[Unit]) -> Iterator[tuple[Mark, str, bool]]:
    """Yield (mark, text, whether it begins a unit), segments cut where the units of their side begin."""
    starts = {0, *accumulate(len(unit.text) + len(JOINT) for unit in units[:-1])}
    offset = 0
    for segment in segments:
        text = segment.text
        if segment.mark not in (Mark.KEEP, own):
            yield segment.mark, text, False
            continue
        inside = sorted(start - offset for start in starts if offset <= start < offset + len(text))
        cuts = [0, *(at for at in inside if at), len(text)]
        for begin, end in pairwise(cuts):
            piece = text[begin:end]
            yield segment.mark, piece.removesuffix(JOINT) if offset + end in starts else piece, begin in inside
        offset += len(text)


def _written(pieces: Iterator[tuple[Mark, str, bool]], labels: Sequence[str], names: Names, *, marked: bool) -> str:
    shown = list(pieces)
    waiting = list(labels)
    written: list[str] = []
    begun = False
    spaced = True
    """Whether what stands when the struck words are hidden ends in white space."""
    for index, (mark, text, begins) in enumerate(shown):
        if begins:
            label = waiting.pop(0) if waiting else ""
            shown_label = f"<b>{escape(label)}</b> " if label else ""
            # The first unit's label stands before words that were struck at its head.
            written.insert(0 if not begun else len(written), ("<br>" if begun else "") + shown_label)
            spaced = begun = True
        if mark is Mark.KEEP or not marked:
            written.append(words(text, start=not "".join(written)))
        else:
            following = shown[index + 1] if index + 1 < len(shown) else (Mark.KEEP, "", True)
            followed = following[0] in TAGS and not following[2]
            space = GONE if mark is Mark.STRIKE and not spaced else " "
            written.append(_marked(mark, text, names, last=not followed, replaced=followed, space=space))
        if mark is not Mark.STRIKE and text:
            spaced = text[-1].isspace()
    return "".join(written).strip()


def _marked(mark: Mark, text: str, names: Names, *, last: bool, replaced: bool, space: str) -> str:
    core = text.strip()
    if not core:
        return space if text else ""
    opening = f'<span class="heard">{escape(say(names[mark]))} </span>' if names else ""
    end = escape(say("end"))
    closing = f'<span class="heard"> {end}</span>' if names and last else ""
    before = space if text[0].isspace() else ""
    after = space if text[-1].isspace() else GONE if replaced else ""
    return f"{before}<{TAGS[mark]}>{opening}{words(core)}{closing}</{TAGS[mark]}>{after}"


def words(text: str, *, start: bool = False) -> str:
    """The words, with rows and cells of a table told apart; ``start`` if they begin a block."""
    first, *more = text.partition("\n")[0].split("\t")
    opened = escape_start(first) + (" " if first.endswith(" ") and first.strip() else "") if start else escape(first)
    lines = [CELL.join([opened, *map(escape, more)])]
    lines += [CELL.join(map(escape, line.split("\t"))) for line in text.split("\n")[1:]]
    return "<br>".join(lines)
