"""Where on the picture of a sheet the lines of a page stand, and a box around each provision's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.desk.leaves import ReadLine
from contract_site.read.grid import Cell
from contract_site.read.pictures import Spot

AHEAD = 12
"""Lines of a sheet among which the one that a line of the text came from is looked for: readers join and leave out few."""
ENOUGH = 14
"""Letters by which a line is known again."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in shares of the sheet."""


STRIP = (0.05, 0.012)
"""Width and height of the place, at the left edge of the sheet, of a line that is not found on it."""


def boxes_of(lines: Sequence[ReadLine], spots: Sequence[Spot]) -> list[Box] | None:
    """Return where each line stands on its sheet; None if not even half of them are found there.

    One that is not found, as after a correction, has its place at the left edge below the line before it.
    """
    found = _found_boxes(lines, spots)
    if 2 * sum(box is not None for box in found) < len(found) or not found:
        return None
    placed: list[Box] = []
    for box in found:
        last = placed[-1][3] if placed else 0.0
        placed.append(box or (0.0, min(last, 1 - STRIP[1]), STRIP[0], min(1.0, last + STRIP[1])))
    return placed


def _found_boxes(lines: Sequence[ReadLine], spots: Sequence[Spot]) -> list[Box | None]:
    found: list[Box | None] = []
    begin = 0
    for line in lines:
        place = _found(line.text, spots, begin)
        if place is None:
            found.append(None)
            continue
        spot = spots[place]
        found.append((spot.left, spot.top, spot.right, spot.bottom))
        begin = place + 1
    return found


def _found(text: str, spots: Sequence[Spot], begin: int) -> int | None:
    key = _plain(text)[:ENOUGH]
    near = range(begin, min(len(spots), begin + AHEAD))
    return next((place for place in near if key and key in _plain(spots[place].text)), None)


def cells_on(lines: Sequence[ReadLine], spots: Sequence[Spot]) -> list[Sequence[Cell]]:
    """Return the cells of each line as its sheet has them; none for a line that is not found there with just its words."""
    found: list[Sequence[Cell]] = []
    begin = 0
    for line in lines:
        words = "".join(line.text.split())
        place = next((n for n in range(begin, len(spots)) if "".join(spots[n].text.split()) == words), None)
        found.append(() if place is None else spots[place].cells)
        begin = begin if place is None else place + 1
    return found


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def around(lines: Sequence[ReadLine], boxes: Sequence[Box]) -> Iterator[tuple[int, Box]]:
    """Yield each run of lines that became one provision, by its place (-1: furniture), with the box around them."""
    placed = zip(lines, boxes, strict=True)
    for provision, run in groupby(placed, key=lambda each: each[0].held.provision if each[0].held else -1):
        for column in _columns([box for _, box in run]):
            yield provision, _hull(column)


def _columns(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the boxes that stand below each other; a box above the last one begins another column."""
    column: list[Box] = []
    for box in boxes:
        if column and box[1] < column[-1][1] - 0.02:
            yield column
            column = []
        column.append(box)
    if column:
        yield column


def _hull(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
