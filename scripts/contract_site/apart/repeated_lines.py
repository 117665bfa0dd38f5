"""Find running heads and feet in a text without sheets: by what repeats beside numbers that go up, inside sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contract_site.apart.captions import is_capitals, is_caption
from contract_site.apart.page_numbers import Numbered, PlacedNumber, chaptered_run, fold, follow, longest_run, numbers_of
from contract_site.apart.rank_labels import starts_with_label
from contract_site.apart.running_lines import EVERYWHERE, HEAD_OR_FOOT, PAGE_NUMBER, Found, has_letters
from contract_site.model.source import Line

DEEPEST = 4
"""Lines above or below a page number that belong to its head or foot."""
PAGE = 15
"""Lines. Numbers that are as far apart as this on the average may be those of pages, whatever stands around."""
GLUED = re.compile(r"(?:^|\s)[A-Za-z’'-]*[A-Za-z](?P<page>\d{1,4})$")
ALIKE = 0.7
"""Share of the stands of a head, but for the heading that it repeats, that are at one distance from a page number."""
LONGEST_PAGE = 120
"""Lines. What stands farther apart than this does not stand on every page."""
ENDS = re.compile(r"[.:;!?][”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Repeats:
    """What repeats among the lines."""

    lines: Sequence[Line]
    folded: Sequence[str]
    often: Mapping[str, int]
    """How often a line stands, by its folded text."""
    taken: frozenset[int]
    """Lines that were set apart already."""

    def interrupts(self, index: int) -> bool:
        """Say whether a sentence goes on over the line and those around it that repeat."""
        before = next(self._text(range(index - 1, index - 2 - DEEPEST, -1)), "")
        after = next(self._text(range(index + 1, index + 2 + DEEPEST)), "")
        return bool(before) and not ENDS.search(before) and not _is_heading(before) and after[:1].islower()

    def _text(self, indices: Iterable[int]) -> Iterator[str]:
        for index in indices:
            inside = 0 <= index < len(self.lines) and index not in self.taken
            if inside and self.often[self.folded[index]] == 1 and not _only_a_number(self.lines[index].text):
                yield self.lines[index].text


def _is_heading(text: str) -> bool:
    """Say whether a line heads what follows: no sentence goes on over the title of a section below ``ARTICLE 3. PAY``."""
    titled = all(word[:1].isupper() or len(word) < 4 for word in text.split())
    return is_capitals(text) or (titled and starts_with_label(text)[:2].isalpha())


def _goes_on(text: str) -> bool:
    """Say whether a line begins inside a sentence: the same words may stand there again, but a head begins as titles do."""
    return text[:1].islower() and " " in text.strip()


def _only_a_number(text: str) -> bool:
    """Say whether the line is nothing but a number that may be a page's."""
    return any(number.strong or not has_letters(number.around) for number in numbers_of(text))


def find_by_repetition(lines: Sequence[Line], taken: Iterable[int], listed: Mapping[int, str]) -> Found:
    """Return heads, feet and page numbers of a text without sheets.

    ``taken`` are indices of lines that are set apart already; ``listed`` the pages that a contents list gives for lines.
    """
    folded = [fold(line.text) for line in lines]
    repeats = Repeats(lines, folded, Counter(folded), frozenset(taken))
    found = Found()
    placed = [
        PlacedNumber(i, number) for i, line in enumerate(lines) if i not in repeats.taken for number in numbers_of(line.text)
    ]
    for run in (*_sure_runs(placed), *_runs_with_words(placed, repeats)):
        _take(run, found)
    if not found.numbers:
        for run in _lone_runs(placed, repeats, listed):
            _take(run, found)
    for index in _repeated_in_sentences(repeats):
        found.reasons.setdefault(index, HEAD_OR_FOOT)
    _take_neighbours(repeats, found)
    _take_first_head(repeats, found)
    return found


def _take(run: Sequence[PlacedNumber], found: Found) -> None:
    for placed in run:
        if placed.number.words == 0 and placed.number.begin > 0:
            found.numbers[placed.index] = placed.number
            found.glued[placed.index] = placed.number.begin
        elif placed.index not in found.numbers:
            found.numbers[placed.index] = placed.number
            found.reasons[placed.index] = HEAD_OR_FOOT if has_letters(placed.number.around) else PAGE_NUMBER


def _sure_runs(placed: Sequence[PlacedNumber]) -> Iterator[Sequence[PlacedNumber]]:
    """Yield the runs of numbers whose form says that they are pages': ``3 of 40``, ``-3-``, ``Page 3``."""
    groups: dict[tuple[str, str], list[PlacedNumber]] = defaultdict(list)
    for each in placed:
        if each.number.strong:
            groups[each.number.kind, each.number.total or each.number.around].append(each)
    yield from (run for run in groups.values() if follow(run) or (len(run) == 1 and run[0].number.whole))


def _runs_with_words(placed: Sequence[PlacedNumber], repeats: Repeats) -> Iterator[Sequence[PlacedNumber]]:
    """Yield the runs of numbers beside the same words that stand in the middle of sentences."""
    groups: dict[tuple[str, str], list[PlacedNumber]] = defaultdict(list)
    for each in placed:
        if not each.number.strong and has_letters(each.number.around):
            groups[each.number.kind, each.number.around].append(each)
    for run in groups.values():
        if run[0].number.words < 2 or not follow(run):
            continue
        onward = sum(repeats.interrupts(each.index) for each in run)
        apart = onward > 0 and _spaced(run, len(repeats.lines))
        if onward == len(run) or apart:
            yield run


def _lone_runs(placed: Sequence[PlacedNumber], repeats: Repeats, listed: Mapping[int, str]) -> Iterator[Sequence[PlacedNumber]]:
    """Yield the runs of numbers alone on their lines that are pages': first Roman ones, then Arabic ones."""
    lone = sorted(
        [*(each for each in placed if not has_letters(each.number.around)), *_glued(repeats.lines)], key=lambda each: each.index
    )
    arabic = longest_run([each for each in lone if each.number.kind == "1"])
    while arabic and arabic[0].number.begin:
        arabic = arabic[1:]
    first = arabic[0].index if arabic else len(repeats.lines)
    roman = longest_run([each for each in lone if each.number.kind == "i" and each.index < first])
    front = bool(roman) and _believed(roman, repeats, listed)
    yield from (roman,) if front else ()
    if chaptered := chaptered_run([each for each in lone if each.number.begin == 0]):
        yield chaptered
        return
    if arabic and ((front and arabic[0].number.value == 1) or _believed(arabic, repeats, listed)):
        yield arabic


def _glued(lines: Sequence[Line]) -> Iterator[PlacedNumber]:
    """Yield the numbers printed inside a word that a page end broke: ``su36`` before ``pervisor``."""
    for index, (line, after) in enumerate(pairwise(lines)):
        match = GLUED.search(line.text) if line.text[-1:].isdigit() and after.text[:1].islower() else None
        if match is not None:
            begin, stop = match.span("page")
            yield PlacedNumber(
                index, Numbered(match["page"], "1", int(match["page"]), begin, stop, "", 0, strong=False, whole=False, total="")
            )


def _believed(run: Sequence[PlacedNumber], repeats: Repeats, listed: Mapping[int, str]) -> bool:
    """Say whether numbers that follow each other are pages' and not a list's or a table's."""
    last = len(repeats.lines) - 1
    opening = next(index for index in range(last + 1) if index not in repeats.taken)
    begins = run[0].index == opening and run[0].number.value == 1
    if len(run) == 1:
        return begins
    onward = sum(repeats.interrupts(each.index) for each in run)
    beside = sum(_beside_repeated(each.index, repeats) for each in run)
    among = 3 * onward >= len(run) or 2 * beside >= len(run)
    return begins or _agree(run, listed) > 1 or (among and onward > 0) or _spaced(run, last + 1)


def _spaced(run: Sequence[PlacedNumber], lines: int) -> bool:
    """Say whether the numbers are as far apart as pages, all of about one length, the first and the last too."""
    steps = [(after.index - before.index) / (after.number.value - before.number.value) for before, after in pairwise(run)]
    if len(steps) < 2 or sum(steps) < PAGE * len(steps):
        return False
    page = sorted(steps)[len(steps) // 2]
    ends = run[0].index <= 2 * page * run[0].number.value and lines - run[-1].index <= 2 * page
    return ends and max(steps) <= 3 * page


def _agree(run: Sequence[PlacedNumber], listed: Mapping[int, str]) -> int:
    """How many lines stand on the page that the contents list gives for them, counted from the head or from the foot."""
    return max(agreeing(run, listed))


def agreeing(run: Sequence[PlacedNumber], listed: Mapping[int, str]) -> tuple[int, int]:
    """How many lines stand on the listed page if the numbers stand at the head of pages, and if at the foot."""
    places = sorted(listed)
    heads = feet = 0
    for before, after in pairwise([None, *run, None]):
        first = bisect_right(places, before.index) if before else 0
        stop = bisect_left(places, after.index) if after else len(places)
        within = [listed[place] for place in places[first:stop]]
        heads += sum(before is not None and page == before.number.printed for page in within)
        feet += sum(after is not None and page == after.number.printed for page in within)
    return heads, feet


def _beside_repeated(index: int, repeats: Repeats) -> bool:
    return any(0 <= near < len(repeats.lines) and repeats.often[repeats.folded[near]] > 1 for near in (index - 1, index + 1))


def _repeated_in_sentences(repeats: Repeats) -> Iterator[int]:
    """Yield the lines that stand again and again in the middle of sentences."""
    stands: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(repeats.folded):
        if repeats.often[text] > 2 and index not in repeats.taken and len(text) > 3:
            stands[text].append(index)
    for text, indices in stands.items():
        steps = sorted(after - before for before, after in pairwise(indices))
        goes_on = _goes_on(repeats.lines[indices[0]].text)
        regular = not goes_on and len(steps) > 1 and steps[0] >= PAGE and steps[-1] <= min(3 * steps[0], LONGEST_PAGE)
        if regular and text[:1].isalpha() and 2 * sum(repeats.interrupts(index) for index in indices) >= len(indices):
            yield from indices


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands near page numbers, by its folded text."""

    often: Counter[str] = field(default_factory=Counter)
    """Near how many numbers a line stands that is not set apart yet."""
    placed: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How often a line stands so many lines below a number, above it if negative."""
    first: dict[str, int] = field(default_factory=dict)
    """Where a line stands first in the document."""


def _take_neighbours(repeats: Repeats, found: Found) -> None:
    """Take the lines above and below page numbers that repeat there; the first stand of a heading is its own."""
    near = _Near()
    for index in found.numbers:
        around = range(max(0, index - DEEPEST), min(len(repeats.lines), index + DEEPEST + 1))
        near.placed.update((repeats.folded[each], each - index) for each in around)
        fresh = (each for each in around if each not in found.reasons and not is_caption(repeats.lines[each].text))
        near.often.update({repeats.folded[each] for each in fresh})
    for index, text in enumerate(repeats.folded):
        if index not in repeats.taken:
            near.first.setdefault(text, index)
    for step in (-1, 1):
        beside = [near_by for index in found.numbers if (near_by := list(_beside(index, step, near, repeats, found)))]
        # On few pages it is chance: a table goes on, a heading stands at a page end.
        if 5 * len(beside) >= 2 * len(found.numbers):
            found.reasons |= {index: HEAD_OR_FOOT for near_by in beside for index in near_by}


def _take_first_head(repeats: Repeats, found: Found) -> None:
    """Take the head of the first page, before which no number stands, if the same lines were taken again and again."""
    taken = Counter(repeats.folded[index] for index in found.reasons if index not in found.numbers)
    for index, text in enumerate(repeats.folded[:DEEPEST]):
        named = starts_with_label(repeats.lines[index].text)[:2].isalpha()
        if index not in found.numbers and (named or taken[text] < 3):
            return
        found.reasons.setdefault(index, HEAD_OR_FOOT)


def _beside(index: int, step: int, near: _Near, repeats: Repeats, found: Found) -> Iterator[int]:
    """Yield the lines on one side of a page number that repeat there, from it outwards."""
    for at in range(index + step, index + step * (DEEPEST + 1), step):
        if not 0 <= at < len(repeats.lines) or at in repeats.taken:
            return
        if at in found.reasons:
            continue
        text = repeats.folded[at]
        everywhere = repeats.often[text] == near.often[text] >= EVERYWHERE * len(found.numbers)
        if near.often[text] < 2 or (near.first[text] == at and not everywhere):
            return
        # A heading that many articles have stands so far from a page number by chance only.
        if _goes_on(repeats.lines[at].text) or near.placed[text, at - index] < ALIKE * (repeats.often[text] - 1):
            return
        yield at
