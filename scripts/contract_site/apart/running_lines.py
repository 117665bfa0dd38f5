"""Find running heads and feet by where they stand: at the edges of sheets, again and again.

A line is believed to be one if it is the same at the edge of sheet after sheet, or if it has a number that goes up with the
sheets. Lines are taken from the edges inwards only, so what stands inside a sheet is never taken for a head.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.apart.page_numbers import Numbered, PlacedNumber, fold, numbers_of
from contract_site.model.source import Line

DEEPEST = 5
"""Lines of a head or foot."""
OFTEN = 0.4
"""Share of the sheets between its first and last on which a running line stands; every other sheet has half."""
EVERYWHERE = 0.35
"""Share of all sheets from which on a repeated line cannot be a title of its own."""
NEAR = 3
"""Columns by which page numbers stand apart from each other: one has a figure, another three."""
UNBROKEN = 0.75
"""Share of the sheets between on which the head of one article or letter stands."""
OF_A_TABLE = re.compile(r"\S\s{3,}\S|[.;:,]$")
"""What tells the head of a table, or a sentence, from the head of an article."""
HEAD_OR_FOOT = "running head or foot"
PAGE_NUMBER = "printed page number"


@dataclass(slots=True)
class Found:
    """What was found among lines, by their indices."""

    reasons: dict[int, str] = field(default_factory=dict)
    """Why a line is not the text."""
    numbers: dict[int, Numbered] = field(default_factory=dict)
    """The page number that a line has."""
    glued: dict[int, int] = field(default_factory=dict)
    """Where in a line a page number begins that is glued to its last word; the line itself stays."""
    titles: int = 0
    """On how many sheets the head is one that heads only a stretch of them."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the edges of the sheets have in common."""

    offsets: Mapping[str, Mapping[int, frozenset[int]]]
    """For each kind of number and each sheet: by how much its page number may differ from the sheet's."""
    around: frozenset[str]
    """What stands around page numbers on more than one sheet."""
    everywhere: frozenset[str]
    """Lines that stand at the edges of sheets all through the document."""
    repeated: frozenset[str]
    """Those, and the heads of single articles and letters."""
    own: Mapping[str, int]
    """Lines whose first stand may be a heading: the index of it."""


def find_by_sheets(lines: Sequence[Line]) -> Found:
    """Return the heads, feet and page numbers at the edges of the sheets on which the lines stand."""
    found = Found()
    sheets = sheets_of(lines)
    if len(sheets) < 2:
        return found
    habits = _habits(lines, sheets)
    for sheet, indices in sheets.items():
        for edge in (indices, indices[::-1]):
            _peel(lines, sheet, edge[: DEEPEST + 1], habits, found)
    _take_by_position(lines, sheets, habits, found)
    return found


def sheets_of(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Return the indices of the lines of each sheet that has any."""
    sheets: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.text:
            sheets[line.look.sheet].append(index)
    return dict(sheets)


def _peel(lines: Sequence[Line], sheet: int, edge: Sequence[int], habits: Habits, found: Found) -> None:
    """Take the running lines at the edge of a sheet.

    They count only where nothing but running lines stands between them and the edge, but for a page number among its usual
    words and what repeats beside it: some programs print a foot before the text, behind its first line.
    """
    at_edge = beside = True
    for index in edge:
        if index in found.reasons:
            continue
        text = fold(lines[index].text)
        number = _page_number(lines[index].text, sheet, habits)
        if number is not None and any(known.printed == number.printed for known in _numbers_on(found, edge)):
            number = None
        worded = number is not None and has_letters(number.around)
        repeated = text in habits.everywhere or (text in habits.repeated and habits.own.get(text) != index)
        if not worded and not (at_edge and (number or repeated)) and not (beside and text in habits.everywhere):
            at_edge = beside = False
            continue
        beside = True
        if number is not None:
            found.numbers[index] = number
        found.titles += number is None and text in habits.own
        found.reasons[index] = HEAD_OR_FOOT if number is None or worded else PAGE_NUMBER


@dataclass(frozen=True, slots=True)
class _Usual:
    """Where most sheets have their page number, and which they have."""

    at_foot: bool
    columns: tuple[float, float] | None
    """Between which indents the numbers alone on their lines begin; None if few sheets have such."""
    pages: Mapping[int, Numbered]
    known: Sequence[int]
    """The sheets that have a number, in order."""


def _take_by_position(lines: Sequence[Line], sheets: Mapping[int, Sequence[int]], habits: Habits, found: Found) -> None:
    """Take the numbers alone where most sheets have theirs, if they go on with them."""
    usual = _usual(lines, sheets, found)
    for sheet in sheets.keys() - usual.pages.keys():
        placed = _by_position(lines, sheet, [index for index in sheets[sheet] if index not in found.reasons], usual, habits)
        if placed is not None:
            found.numbers[placed.index], found.reasons[placed.index] = placed.number, PAGE_NUMBER


def _usual(lines: Sequence[Line], sheets: Mapping[int, Sequence[int]], found: Found) -> _Usual:
    lone = [lines[index].look.indent for index, number in found.numbers.items() if not has_letters(number.around)]
    last = sum(index == sheets[lines[index].look.sheet][-1] for index in found.numbers)
    pages = {lines[index].look.sheet: number for index, number in found.numbers.items()}
    columns = (min(lone) - NEAR, max(lone) + NEAR) if lone and 2 * len(lone) >= len(sheets) else None
    return _Usual(2 * last >= len(found.numbers), columns, pages, sorted(pages))


def _by_position(
    lines: Sequence[Line], sheet: int, indices: Sequence[int], usual: _Usual, habits: Habits
) -> PlacedNumber | None:
    """The number of a sheet that stands where it should, or that is the very one which the sheet should have."""
    for index in indices[-1:] if usual.at_foot else indices[:1]:
        number = _alone(lines[index].text)
        placed = usual.columns is not None and usual.columns[0] <= lines[index].look.indent <= usual.columns[1]
        if number is not None and (placed or number.kind == "i") and _fits_between(sheet, number, usual):
            return PlacedNumber(index, number)
    for index in (*indices[:2], *indices[-2:]) if usual.columns is not None else ():
        number = _alone(lines[index].text)
        if number is not None and _is_believed(number, sheet, habits):
            return PlacedNumber(index, number)
    return None


def _alone(text: str) -> Numbered | None:
    """The page number that is all the line has."""
    return next((number for number in numbers_of(text) if not has_letters(number.around)), None)


def _is_believed(number: Numbered, sheet: int, habits: Habits) -> bool:
    return number.value - sheet in habits.offsets.get(number.kind, {}).get(sheet, ())


def _fits_between(sheet: int, number: Numbered, usual: _Usual) -> bool:
    """Say whether a page number goes on with those of the sheets around; Roman ones stand before all others."""
    place = bisect_left(usual.known, sheet)
    before = [usual.pages[known].value for known in usual.known[:place][-1:]]
    after = [usual.pages[known].value for known in usual.known[place : place + 1]]
    if number.kind == "i":
        return not before
    return max(before, default=0) < number.value < min(after, default=number.value + 1)


def _numbers_on(found: Found, edge: Sequence[int]) -> Iterator[Numbered]:
    yield from (found.numbers[index] for index in edge if index in found.numbers)


def _page_number(text: str, sheet: int, habits: Habits) -> Numbered | None:
    """The number of the line that is the sheet's, if the line is one that has a page number."""
    for number in numbers_of(text):
        said = not has_letters(number.around) or number.strong or number.around in habits.around
        if number.whole or (said and _is_believed(number, sheet, habits)):
            return number
    return None


def has_letters(text: str) -> bool:
    """Say whether the text has a letter or figure."""
    return any(character.isalnum() for character in text)


# Habits --------------------------------------------------------------------------------------------------------------


def _habits(lines: Sequence[Line], sheets: Mapping[int, Sequence[int]]) -> Habits:
    """Learn what the edges of the sheets have in common."""
    heads = [(sheet, index) for sheet, indices in sheets.items() for index in indices[:DEEPEST]]
    feet = [(sheet, index) for sheet, indices in sheets.items() for index in indices[DEEPEST:][-DEEPEST:]]
    numbered = [(sheet, number) for sheet, index in (*heads, *feet) for number in numbers_of(lines[index].text)]
    around = _repeated_around(numbered, sheets)
    head_stands, foot_stands = _stands(lines, heads), _stands(lines, feet)
    everywhere = {text for stands in (head_stands, foot_stands) for text, on in stands.items() if _runs_through(on, sheets)}
    titles = _stands(lines, _without_tables(lines, heads))
    local = {text for text, on in titles.items() if text not in everywhere and len(on) >= 3 and _share(on, sheets) >= UNBROKEN}
    first: dict[str, int] = {}
    for index, line in enumerate(lines):
        first.setdefault(fold(line.text), index)
    return Habits(
        offsets=_offsets(numbered, around, sheets),
        around=frozenset(around),
        everywhere=frozenset(everywhere),
        repeated=frozenset(everywhere | local),
        own={text: first[text] for text in local},
    )


def _stands(lines: Sequence[Line], edge: Sequence[tuple[int, int]]) -> dict[str, set[int]]:
    """On which sheets each line of an edge stands, by its folded text."""
    stands: dict[str, set[int]] = defaultdict(set)
    for sheet, index in edge:
        stands[fold(lines[index].text)].add(sheet)
    return stands


def _without_tables(lines: Sequence[Line], edge: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(sheet, index) for sheet, index in edge if OF_A_TABLE.search(lines[index].text) is None]


def _share(on: set[int], sheets: Mapping[int, Sequence[int]]) -> float:
    """The share of the sheets between the first and the last of ``on`` that are in it."""
    return len(on) / sum(min(on) <= sheet <= max(on) for sheet in sheets)


def _runs_through(on: set[int], sheets: Mapping[int, Sequence[int]]) -> bool:
    """Say whether a line that stands on these sheets runs through the document."""
    return len(on) >= max(3, EVERYWHERE * len(sheets)) and _share(on, sheets) >= OFTEN


def _repeated_around(numbered: Sequence[tuple[int, Numbered]], sheets: Mapping[int, Sequence[int]]) -> set[str]:
    """What stands around numbers that differ on several sheets as those sheets do."""
    groups: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for sheet, number in numbered:
        if has_letters(number.around):
            groups[number.around, number.kind, number.value - sheet].add(sheet)
    return {around for (around, _, _), on in groups.items() if len(on) >= _enough(sheets) and _share(on, sheets) >= OFTEN}


def _enough(sheets: Mapping[int, Sequence[int]]) -> int:
    """On how many sheets numbers must agree."""
    return 3 if len(sheets) > 4 else 2


def _offsets(
    numbered: Sequence[tuple[int, Numbered]], around: set[str], sheets: Mapping[int, Sequence[int]]
) -> dict[str, dict[int, frozenset[int]]]:
    """By how much page numbers differ from sheets: for each kind and sheet what enough sheets around agree on."""
    votes: dict[tuple[str, int], set[int]] = defaultdict(set)
    for sheet, number in numbered:
        if number.strong or not has_letters(number.around) or number.around in around:
            votes[number.kind, number.value - sheet].add(sheet)
    believed: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for (kind, offset), on in votes.items():
        if len(on) >= _enough(sheets) and _share(on, sheets) >= OFTEN:
            for sheet in range(min(on), max(on) + 1):
                believed[kind][sheet].add(offset)
    return {kind: {sheet: frozenset(known) for sheet, known in by.items()} for kind, by in believed.items()}
