"""What stands in a container (the main body, an appendix, a memorandum), by every way in which citations number it.

A provision is found by its anchor; by its anchor in other letters, figures or numerals (``5.1`` for 5.01, ``1.2`` for I.2);
by the labels above it alone, because no citation names a heading without a number; by the decimal number printed as its label,
whatever it stands under; and by a number that runs through the whole container.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contract_site.link.paths import LABEL_WORD, PERHAPS, split_glued
from contract_site.model.document import Part, Provision
from contract_site.model.numeral import roman_value

MISREAD = re.compile(r"(?<=\d)l$")
"""What machines read where 1 is printed: ``Section 1l``; before that it is the letter of ``Item 5l``."""
BETWEEN_FIGURES = re.compile(r"(?<=\d)\s?\.(?=\d)|(?<=\d)[:-](?=\d)|\.")
RESERVED = re.compile(r"\W{0,2}(?:reserved|deleted|vacant)", re.IGNORECASE)
"""What stands behind several numbers that one label covers: ``8-13``."""
LETTERED = re.compile(r"[A-Z]{1,2}\d{0,2}")
"""What stands before the first stop of a number that begins with a letter: ``A2.2``, ``A.1``."""
LONGEST_NUMBER = 6
"""Figures in a decimal number that is printed as a label."""
FEWEST_RUNNING = 4
"""So many numbers must run on through several provisions before they count as one series."""
WIDEST_GAP = 5
"""So many numbers of a series may be missing, or have other provisions of the same number."""


@dataclass(frozen=True, slots=True)
class CitableContainer:
    """The provisions of a container, by what citations call them."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """Page of every provision, by anchor."""
    alike: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Anchors by their form without case, leading zeros and, for articles, kind of numeral."""
    labelled: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Anchors by the numbers of the labels from the top down, in the same form; headings without a label are passed over."""
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Those numbers, by anchor."""
    printed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Anchors by the decimal number printed as their label."""
    running: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Anchors by a number that runs through the container below its topmost provisions."""
    words: tuple[frozenset[str], ...] = ()
    """The ranks named in the labels, from the topmost level down; empty where they are bare."""
    roman: bool = False
    """Whether its topmost provisions have Roman numerals."""
    tops: Sequence[str] = ()
    """Anchors of the topmost provisions, in printed order."""
    counted: Mapping[str, int] = field(default_factory=dict)
    """How many entries a list has that the file itself counts in figures, by the anchor of what it stands in."""
    raised: frozenset[str] = frozenset()
    """Anchors with a degree sign in their label, which no figure of an alinéa means: ``2°``."""
    called: Mapping[str, str] = field(default_factory=dict)
    """The word for a rank in the label of each provision that has one, by anchor."""
    numbered: bool = False
    """Whether the provisions directly below the topmost have numbers of their own."""

    def find(self, path: Sequence[str]) -> str:
        """Return the one anchor of a path from the top, by labels alone if headings stand between; empty if there is none."""
        if anchor := self.find_as_printed(path):
            return anchor
        found = self.labelled.get(alike_form(path, roman=self.roman), ())
        return found[0] if len(found) == 1 else ""

    def find_as_printed(self, path: Sequence[str]) -> str:
        """Return the one anchor of a path that begins at the top, as printed or in other forms; empty if there is none."""
        anchor = ".".join(path)
        if PERHAPS in anchor:
            plain = anchor.replace(PERHAPS, "")
            return plain if plain in self.pages and plain not in self.raised else ""
        if anchor in self.pages:
            return anchor
        alike = self.alike.get(alike_form(path, roman=self.roman), ())
        return alike[0] if len(alike) == 1 else self._find_counted(path) if self.counted else ""

    def find_below(self, base: Provision, path: Sequence[str], trail: Sequence[Provision]) -> str:
        """Return the one anchor of a path that goes on from a provision, by labels alone; empty if there is none.

        A heading without a number directly below that provision must be in the trail: under another the count is another.
        """
        above = self.numbers.get(base.anchor, ())
        found = self.labelled.get(alike_form((*above, *path), roman=self.roman), ())
        before = f"{base.anchor}." if base.pinpoint.steps else ""
        if len(found) != 1 or not found[0].startswith(before):
            return ""
        next_below = before + found[0][len(before) :].partition(".")[0]
        passed = self.numbers.get(next_below) == above
        return found[0] if not passed or next_below in {each.anchor for each in trail} else ""

    def _find_counted(self, path: Sequence[str]) -> str:
        """The anchor of a path of which letters mean the entries of lists that the file counts in figures."""
        anchor = ""
        for step in path:
            further = f"{anchor}.{step}" if anchor else step
            below = [further] if further in self.pages else self.alike.get(alike_form(further.split("."), roman=self.roman), ())
            place = place_of(step, self.counted.get(anchor, 0))
            anchor = below[0] if len(below) == 1 else f"{anchor}.{place}" if place and not below else ""
            if not anchor:
                return ""
        return anchor

    def find_printed(self, path: Sequence[str], trail: Sequence[Provision]) -> str:
        """Return the one anchor of a path that begins with a decimal number printed as a label, nearest to the trail."""
        lettered = int(bool(path) and LETTERED.fullmatch(path[0]) is not None)
        digits = next((place for place, step in enumerate(path) if place >= lettered and not step.isdigit()), len(path))
        digits = 2 if digits == 1 < len(path) and len(path[1]) == 1 and path[1].isupper() else digits  # 3.B.1
        for count in range(min(digits, LONGEST_NUMBER), 0 if lettered and path[0][-1:].isdigit() else 1, -1):
            anchors = self.printed.get(".".join(_plain(step) for step in path[:count]), ())
            if anchors and (anchor := _nearest(anchors, trail)):
                return self.find((*anchor.split("."), *path[count:]))
        return ""

    def find_running(self, path: Sequence[str], word: str = "") -> str:
        """Return the one anchor of a path that begins with a number that runs through the container.

        With a ``word`` for a rank only what is called by it counts, if anything below the topmost provisions is.
        """
        anchors = self.running.get(_plain(path[0]), ())
        if self.has_word_below(word) and any(self.called.get(anchor) != word for anchor in anchors):
            return ""
        return self.find((*anchors[0].split("."), *path[1:])) if len(anchors) == 1 else ""

    def tops_are(self, word: str) -> bool:
        """Say whether the topmost provisions are labelled with a word for a rank; for the empty word, with none."""
        return bool(self.words) and (word in self.words[0] if word else not self.words[0])

    def has_word_below(self, word: str) -> bool:
        """Say whether provisions below the topmost are called by this word."""
        return any(word in named for named in self.words[1:])


def contain(
    placed: Iterable[tuple[Part, Provision]], counts: Callable[[Provision], bool] = lambda _: False
) -> CitableContainer:
    """Return the container of these provisions, each with the part it stands in, in printed order.

    ``counts`` says of a provision whether its label is one that the file counts, which readers may see as a letter.
    """
    provisions = list(placed)
    pages: dict[str, str] = {}
    levels: defaultdict[int, list[Provision]] = defaultdict(list)
    for part, provision in provisions:
        pages[provision.anchor] = part.id
        if provision.pinpoint.steps:
            levels[len(provision.pinpoint.steps)].append(provision)
    tops = [provision.pinpoint.steps[0].value for provision in levels.get(1, ())]
    roman = len(tops) > 1 and tops[0] == "I" and all(roman_value(value) for value in tops)
    numbers = _numbers([provision for _, provision in provisions])
    return CitableContainer(
        pages=pages,
        alike=_by(pages, lambda anchor: alike_form(anchor.split("."), roman=roman)),
        labelled=_by(filter(numbers.get, numbers), lambda anchor: alike_form(numbers[anchor], roman=roman)),
        numbers=numbers,
        printed=_printed(levels),
        running=_running(levels) | _running_unevenly([provision for _, provision in provisions]),
        words=tuple(frozenset(filter(None, map(_word, levels[level]))) for level in sorted(levels)),
        roman=roman,
        tops=[provision.anchor for provision in levels.get(1, ())],
        counted=dict(filter(None, (_counted(provision, counts) for _, provision in provisions))),
        raised=frozenset(each.anchor for _, each in provisions if "°" in each.label.text),
        called={each.anchor: word for _, each in provisions if (word := _word(each))},
        numbered=any(provision.pinpoint.steps[-1].value[:1].isdigit() for provision in levels.get(2, ())),
    )


def alike_form(path: Sequence[str], *, roman: bool) -> str:
    """Return a path without case and leading zeros; its first step as a figure where articles have Roman numerals."""
    steps = [_plain(step) for step in path]
    if roman and path and (value := roman_value(path[0])):
        steps[0] = str(value)
    return ".".join(steps)


def readings(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read a path: with ``1A`` as one label, then as two; ``1.00`` as its own number, then as 1.

    A step that may have no label (``alinéa 2``) is read as one, and then passed over.
    """
    yield path
    if any(step.endswith(PERHAPS) for step in path):
        yield from readings(tuple(step for step in path if not step.endswith(PERHAPS)))
        return
    if (split := split_glued(path)) != path:
        yield split
    if (read := tuple(MISREAD.sub("1", step) for step in path)) != path:
        yield read
    if (joined := with_letter(path)) != path:
        yield joined
    if (whole := without_zeros(path)) != path:
        yield whole
    if (once := told_once(path)) != path:
        yield once


def told_once(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path without an article's number that its section's number has again: ``Article 22, Section 22.02``."""
    return path[1:] if len(path) > 2 and path[0].isdigit() and _plain(path[0]) == _plain(path[1]) else path


def with_letter(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path with the letter that begins its number as one step with it: ``A2.2``."""
    lettered = len(path) > 1 and path[0].isalpha() and path[0].isupper() and len(path[0]) < 3 and path[1].isdigit()
    return (path[0] + path[1], *path[2:]) if lettered else path


def without_zeros(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path without the noughts that stand for no section: ``Article 1.00`` is Article 1."""
    return (path[0], *path[2:]) if len(path) > 1 and path[0].isdigit() and not path[1].strip("0") else path


def place_of(step: str, count: int) -> int:
    """Return the place in a list of so many entries that a letter or a small numeral means; 0 if none, or one of two."""
    places = {ord(step.lower()) - ord("a") + 1} if len(step) == 1 and step.isalpha() and step.isascii() else set()
    places |= {roman_value(step)} if step.isalpha() else set()
    within = [place for place in places if 0 < place <= count]
    return within[0] if len(within) == 1 else 0


def _counted(provision: Provision, counts: Callable[[Provision], bool]) -> tuple[str, int] | None:
    """How many entries the list has that is all of what stands directly below a provision, counted in figures from 1."""
    below = provision.children
    values = [child.pinpoint.steps[-1].value for child in below if child.pinpoint.steps]
    figures = values == [str(place) for place in range(1, len(below) + 1)]
    return (provision.anchor, len(below)) if below and figures and all(map(counts, below)) else None


def _plain(step: str) -> str:
    return (step.lstrip("0") or "0") if step.isdigit() else step.lower()


def _by(anchors: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for anchor in anchors:
        found[key(anchor)].append(anchor)
    return dict(found)


def _numbers(provisions: Sequence[Provision]) -> dict[str, tuple[str, ...]]:
    """The numbers of the labels from the top down to every provision that has a label, and to headings without one."""
    found: dict[str, tuple[str, ...]] = {}
    for provision in provisions:
        steps = provision.pinpoint.steps
        above = found.get(".".join(step.value for step in steps[:-1]), ())
        labelled = steps and provision.label.text and not _divides(provision)
        found[provision.anchor] = (*above, _number(provision)) if labelled else above
    return found


def _divides(provision: Provision) -> bool:
    """Say whether a provision is a Part of a document beside the body, over which its paragraphs count on or begin again."""
    steps = provision.pinpoint.steps
    return len(steps) == 1 and steps[0].value.startswith("part-")


def _number(provision: Provision) -> str:
    """The number in a label: ``6`` of ``Article 6``, whose step may be ``article-6``; ``2`` of a second ``2.``."""
    value = provision.pinpoint.steps[-1].value.partition("~")[0]
    return value.rpartition("-")[2] if LABEL_WORD.match(provision.label.text) else value


def _printed(levels: Mapping[int, Sequence[Provision]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for provisions in levels.values():
        for provision in provisions:
            number = _decimal(provision.label.text)
            if number and not RESERVED.match(provision.heading.text):
                found[number].append(provision.anchor)
    return dict(found)


def _decimal(label: str) -> str:
    """The decimal number that a label is, without leading zeros: ``22.2`` for ``22.02`` and ``22:02``; empty if it is none."""
    word = LABEL_WORD.match(label)
    steps = BETWEEN_FIGURES.split(label[word.end() if word else 0 :].strip().strip(".:–—-() "))
    lettered = LETTERED.fullmatch(steps[0]) is not None and (len(steps) > 1 or steps[0][-1].isdigit())
    if len(steps) == 2 and steps[0].isdigit() and len(steps[1]) == 1 and steps[1].isupper():
        return ".".join(map(_plain, steps))  # 3.B
    figures = all(step.isdigit() for step in steps[lettered:])
    return ".".join(map(_plain, steps)) if figures and (len(steps) > 1 or lettered) else ""


def _running(levels: Mapping[int, Sequence[Provision]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for level, provisions in levels.items():
        if level > 1 and _run_on(provisions):
            for provision in provisions:
                found[_plain(provision.pinpoint.steps[-1].value)].append(provision.anchor)
    return dict(found)


def _running_unevenly(provisions: Sequence[Provision]) -> dict[str, list[str]]:
    """The anchors of numbers that count one by one through the container, however deep headings put them.

    Only numbers that nothing else has count, because the lists of an agreement begin again and again.
    """
    bare = [each for each in provisions if len(each.pinpoint.steps) > 1 and _is_bare(each)]
    times = Counter(each.pinpoint.steps[-1].value for each in bare)
    series: list[Provision] = []
    for each in (each for each in bare if times[each.pinpoint.steps[-1].value] == 1):
        if not series or 0 < _count(each) - _count(series[-1]) <= WIDEST_GAP:
            series.append(each)
    parents = {each.pinpoint.steps[:-1] for each in series}
    enough = len(parents) > 1 and len(series) >= FEWEST_RUNNING
    return {str(_count(each)): [each.anchor] for each in series} if enough else {}


def _is_bare(provision: Provision) -> bool:
    """Whether a label is a number alone: ``259.``."""
    return provision.pinpoint.steps[-1].value.isdecimal() and not _word(provision) and not _decimal(provision.label.text)


def _count(provision: Provision) -> int:
    return int(provision.pinpoint.steps[-1].value)


def _run_on(provisions: Sequence[Provision]) -> bool:
    """Whether the numbers of one level go on from one provision above to the next, and never begin again."""
    values = [provision.pinpoint.steps[-1].value.partition("-")[0] for provision in provisions]  # 8 of Sections 8-13
    parents = {provision.pinpoint.steps[:-1] for provision in provisions}
    numbers = [int(value) for value in values if value.isdecimal()]
    return len(parents) > 1 and len(values) == len(numbers) >= FEWEST_RUNNING and all(a < b for a, b in pairwise(numbers))


def _word(provision: Provision) -> str:
    match = LABEL_WORD.match(provision.label.text)
    return match.lastgroup or "" if match is not None else ""


def _nearest(anchors: Sequence[str], trail: Sequence[Provision]) -> str:
    """The only anchor, or the only one below the innermost provision of the trail that has any below it."""
    if len(anchors) == 1:
        return anchors[0]
    for node in reversed(trail):
        below = [anchor for anchor in anchors if anchor.startswith(f"{node.anchor}.")]
        if below:
            return below[0] if len(below) == 1 else ""
    return ""
