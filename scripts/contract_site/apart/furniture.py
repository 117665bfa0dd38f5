"""Set apart what is not the parties' text: contents lists, running heads and feet, page numbers, margins, remarks of the print.

It is for sources whose parts no editor named. Nothing is dropped: each character is in a line that stays or in the furniture.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby, pairwise

from contract_site.apart.column_heads import AGAIN, find_column_heads
from contract_site.apart.contents import CONTENTS, ContentsEntry, ContentsList, find_contents
from contract_site.apart.echoes import find_echoes
from contract_site.apart.margins import find_remarks, take_line_numbers
from contract_site.apart.page_numbers import Numbered, PlacedNumber
from contract_site.apart.repeated_lines import agreeing, find_by_repetition
from contract_site.apart.running_lines import HEAD_OR_FOOT, PAGE_NUMBER, Found, find_by_sheets, sheets_of
from contract_site.model.document import Furniture
from contract_site.model.finding import Finding
from contract_site.model.source import Line, Piece, SourceText, Words


@dataclass(frozen=True, slots=True)
class SetApart:
    """The lines of the parties' text, and what was set apart from them."""

    lines: tuple[Line, ...]
    """Each on its printed page, with a page mark at the first line of each page, and on its sheet."""
    furniture: tuple[Furniture, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    """What the contents lists say of the body."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A printed page: the lines from ``first`` to ``stop`` (exclusive), by their indices."""

    first: int
    stop: int
    printed: str | None


@dataclass(slots=True)
class Apart:
    """What is set apart, by the indices of lines."""

    reasons: dict[int, str] = field(default_factory=dict)
    ends: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Lines that only end in what is not the text: where that begins, and why."""
    broken: frozenset[int] = frozenset()
    """Lines that go on with a word which a page end broke."""
    lists: tuple[ContentsList, ...] = ()
    pages: tuple[PrintedPage, ...] = ()
    """Every line stands on one; sheets are counted by them where the file has none."""


@dataclass(frozen=True, slots=True)
class FoundApart:
    """The lines without the numbers that the print counts them by, those numbers, and what else is not the text."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    apart: Apart


def set_apart(lines: Sequence[Line], source: SourceText, decided: Mapping[int, str] | None = None) -> SetApart:
    """Return the lines of ``source`` that are the parties' text, what is not, and what contents lists say of the text.

    ``decided`` is what editors say of lines, by their numbers: why one is not the text, or nothing where it is.
    """
    del source  # Offsets in the lines are all that is needed of it.
    found = find_apart(lines)
    return give_back(found, decided_reasons(found, decided or {}))


def find_apart(lines: Sequence[Line]) -> FoundApart:
    """Return what rules find among the lines that is not the parties' text; what editors say of lines changes nothing of it."""
    counted, furniture = take_line_numbers(lines)
    return FoundApart(tuple(counted), tuple(furniture), _found(counted))


def decided_reasons(found: FoundApart, decided: Mapping[int, str]) -> Mapping[int, str]:
    """Return why lines are set apart, by their indices: what editors decided of lines stands against what was found."""
    reasons = dict(found.apart.reasons)
    for index, line in enumerate(found.lines):
        reason = decided.get(line.number)
        if reason:
            reasons[index] = reason
        elif reason is not None:
            reasons.pop(index, None)
    return reasons


def give_back(found: FoundApart, reasons: Mapping[int, str]) -> SetApart:
    """Return the lines that are the parties' text, and the others with the ``reasons`` why they are not."""
    apart = replace(found.apart, reasons=dict(reasons))
    entries = tuple(entry for each in apart.lists for entry in each.entries)
    return SetApart(tuple(_kept(found.lines, apart)), (*found.furniture, *_furniture(found.lines, apart)), entries)


def _found(lines: Sequence[Line]) -> Apart:
    apart = Apart({index: line.look.apart for index, line in enumerate(lines) if line.look.apart})
    by_sheets = find_by_sheets(lines)
    apart.reasons |= by_sheets.reasons
    for index, (begin, reason) in find_remarks(lines, apart.reasons).items():
        if begin == 0:
            apart.reasons[index] = reason
        else:
            apart.ends[index] = (begin, reason)
    # What the file itself marks as its contents list is read as one.
    apart.lists = find_contents(lines, [index for index in apart.reasons if lines[index].look.apart != CONTENTS])
    for each in apart.lists:
        apart.reasons |= {index: each.reason for index in range(each.first, each.stop) if index not in apart.reasons}
    sheets = sheets_of(lines)
    if len(sheets) > 1:
        echoes = find_echoes(lines, sheets, apart.reasons.keys(), by_sheets.titles)
        apart.reasons |= dict.fromkeys(echoes, HEAD_OR_FOOT)
        apart.reasons |= dict.fromkeys(find_column_heads(lines, sheets, {*apart.reasons}), AGAIN)
        apart.pages = tuple(_pages_of_sheets(lines, by_sheets))
    elif not any(line.page is not None for line in lines):
        _find_pages(lines, apart)
    return apart


def _find_pages(lines: Sequence[Line], apart: Apart) -> None:
    """Find the heads, feet and pages of a text without sheets."""
    listed = _listed(apart.lists)
    found = find_by_repetition(lines, apart.reasons, listed)
    run = [PlacedNumber(index + (index in found.glued), number) for index, number in sorted(found.numbers.items())]
    foot = bool(run) and _at_foot(run, lines, listed, apart.reasons.keys() | found.reasons.keys())
    if run and not foot and run[-1].index == len(lines) - 1:
        # No page begins at the end of a text, so this is a figure of its last line.
        found.reasons.pop(run.pop().index, None)
    apart.pages = tuple(_pages_of_numbers(run, len(lines), _FOOT if foot else _HEAD)) if run else ()
    apart.reasons |= found.reasons
    apart.ends |= {index: (begin, PAGE_NUMBER) for index, begin in found.glued.items()}
    apart.broken = frozenset(index + 1 for index in found.glued)


def _listed(lists: Sequence[ContentsList]) -> dict[int, str]:
    """The pages that contents lists give, by the indices of the lines they give them for."""
    found: dict[int, str] = {}
    for each in lists:
        for entry, place in zip(each.entries, each.places, strict=True):
            if place is not None and entry.page is not None:
                found.setdefault(place, entry.page)
    return found


# Pages ---------------------------------------------------------------------------------------------------------------


_HEAD, _FOOT = -1, 0
"""Which number of a run is a page's, counted from the one that follows it: the one before, or that one."""


def _pages_of_sheets(lines: Sequence[Line], found: Found) -> Iterator[PrintedPage]:
    """Yield the printed page of each sheet: the number on it, or the one that the sheets before and after leave."""
    printed = {lines[index].look.sheet: number for index, number in sorted(found.numbers.items(), reverse=True)}
    known = sorted(printed)
    for sheet, indices in groupby(range(len(lines)), key=lambda index: lines[index].look.sheet):
        first, *more = indices
        place = bisect_right(known, sheet)
        between = [(near, printed[near]) for near in known[max(0, place - 1) : place + 1]]
        own = printed[sheet].printed if sheet in printed else _left_between(sheet, between)
        yield PrintedPage(first, (more or [first])[-1] + 1, own)


def _left_between(sheet: int, around: Sequence[tuple[int, Numbered]]) -> str | None:
    """The page of a sheet without a number, if those of the sheets before and after leave but one."""
    offsets = {number.value - near for near, number in around if number.kind == "1"}
    return str(sheet + offsets.pop()) if len(around) == 2 and len(offsets) == 1 else None


def _pages_of_numbers(run: Sequence[PlacedNumber], lines: int, which: int) -> Iterator[PrintedPage]:
    """Yield the pages that numbers among the lines divide; before the first head and after the last foot it is not known."""
    bounds = [0, *(placed.index + 1 + which for placed in run), lines]
    for place, (first, stop) in enumerate(pairwise(bounds)):
        at = place + which
        yield PrintedPage(first, stop, run[at].number.printed if 0 <= at < len(run) else None)


def _at_foot(run: Sequence[PlacedNumber], lines: Sequence[Line], listed: Mapping[int, str], apart: Container[int]) -> bool:
    """Say whether page numbers stand at the foot: the contents list tells, else the text before the first and after all."""
    head, foot = agreeing(run, listed)
    if head != foot:
        return foot > head
    text = [index for index in range(len(lines)) if index not in apart]
    before = bisect_left(text, run[0].index)
    after = len(text) - bisect_right(text, run[-1].index)
    return before >= after and before > 0


# Giving back ---------------------------------------------------------------------------------------------------------


def _kept(lines: Sequence[Line], apart: Apart) -> Iterator[Line]:
    """Yield the lines that stay, each on its page; the first of a page carries its mark."""
    if not apart.pages:
        yield from (_shortened(line, apart.ends.get(i), ()) for i, line in enumerate(lines) if i not in apart.reasons)
        return
    marks: list[str] = []
    on_sheet = cache(lambda look, sheet: replace(look, sheet=sheet))
    sheets = len(sheets_of(lines)) > 1
    for place, page in enumerate(apart.pages):
        within = range(page.first, page.stop)
        marks += [page.printed] if page.printed is not None and _is_blank_or_kept(within, apart) else []
        for index in within:
            if index in apart.reasons:
                continue
            line = lines[index]
            look, tight = line.look if sheets else on_sheet(line.look, place + 1), line.tight or index in apart.broken
            line = Line(line.number, line.words, page.printed, tight, line.parted, look)
            yield _shortened(line, apart.ends.get(index), marks)
            marks = []


def _is_blank_or_kept(indices: range, apart: Apart) -> bool:
    """Say whether readers see the page: it has lines that stay, or nothing but its head and foot."""
    running = (HEAD_OR_FOOT, PAGE_NUMBER)
    return any(index not in apart.reasons for index in indices) or all(apart.reasons[index] in running for index in indices)


def _shortened(line: Line, end: tuple[int, str] | None, marks: Sequence[str]) -> Line:
    """The line without its end, if that is not the text, and with the marks of the pages that begin with it."""
    words = line.words.cut(0, end[0]).strip() if end else line.words
    if not marks and end is None:
        return line
    return line.with_words(Words((*(Piece("", words.start, words.start, mark) for mark in marks), *words.pieces)))


def _furniture(lines: Sequence[Line], apart: Apart) -> Iterator[Furniture]:
    for index, reason in apart.reasons.items():
        yield from (Furniture(span, reason) for span in lines[index].words.spans)
    for index, (begin, reason) in apart.ends.items():
        if index not in apart.reasons:
            yield from (Furniture(span, reason) for span in lines[index].words.cut(begin).strip().spans)
