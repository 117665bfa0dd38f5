"""The numbers of a line that may be its page's: alone, in dashes, after "Page", before "of 40", at either end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from contract_site.apart.rank_labels import REMEMBERED, squash, starts_with_label
from contract_site.model.numeral import roman_value

LONGEST_LINE = 200
"""Characters. Heads and feet are short; a longer line is text."""
_NUMBER = r"(?:(?:[A-Z]|[1-9]\d?)-)?\d{1,4}|[ivxlc]{1,7}"
_WORD = r"page|pp?\.|pg\.?|seite|sida|side|sivu|pagina|página|pág\.|strona|стр\.|страница"
_OF = r"of|de|von|sur|di|av|af|van|из|/"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE if strong else 0)
    for strong, form in (
        (True, rf"(?:^|[\s|–—-])(?:{_WORD})\s*[:#]?\s*(?P<n>{_NUMBER})(?:\s*(?:{_OF})\s*(?P<all>\d{{1,4}}))?\W*$"),
        (True, rf"^\W*(?:{_WORD})\s*[:#]?\s*(?P<n>{_NUMBER})(?:\s*(?:{_OF})\s*(?P<all>\d{{1,4}}))?(?=\s|\W*$)"),
        (True, rf"(?:^|\s)(?P<n>\d{{1,4}})\s+(?:{_OF})\s+(?P<all>\d{{1,4}})$"),
        (True, rf"^(?P<n>\d{{1,4}})\s+(?:{_OF})\s+(?P<all>\d{{1,4}})(?=\s)"),
        (True, rf"(?:^|\s)[-–—~|•]+\s*(?P<n>{_NUMBER})\s*[-–—~|•]+$"),
        (True, rf"^[-–—~|•]+\s*(?P<n>{_NUMBER})\s*[-–—~|•]+(?=\s)"),
        (False, rf"(?:^|[\s|•])(?P<n>{_NUMBER})$"),
        (False, rf"^(?P<n>{_NUMBER})(?=[\s|•])"),
    )
)
_MAY_HAVE = re.compile(r"\d|(?<![^\s|–—~•-])[ivxlc]{1,7}(?![^\s|–—~•-])")
"""What every form has: a figure, or letters that may be a Roman numeral."""
_STRONG = 6
"""How many of the forms say by themselves that the number is a page's."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number of a line that may be its page's."""

    printed: str
    kind: str
    """What it counts with: figures, Roman numerals, a letter and figures. Numbers of two kinds do not follow each other."""
    value: int
    begin: int
    stop: int
    around: str
    """The line without it, folded."""
    words: int
    """How many words stand around it."""
    strong: bool
    """The form alone says that it is a page's: ``Page 3``, ``3 of 40``, ``-3-``."""
    whole: bool
    """The line says nothing else than the page and how many there are."""
    total: str
    """How many pages the line says there are."""


@dataclass(frozen=True, slots=True)
class PlacedNumber:
    """A number and the index of its line."""

    index: int
    number: Numbered


def fold(text: str) -> str:
    """Return the text as running lines are compared: its letters and figures, or its marks if it has no others."""
    return squash(text) or "".join(text.split())


@lru_cache(maxsize=REMEMBERED)
def numbers_of(text: str) -> tuple[Numbered, ...]:
    """Return the numbers of a line that may be its page's, surest first."""
    if len(text) > LONGEST_LINE or _MAY_HAVE.search(text) is None:
        return ()
    found: dict[tuple[int, int], Numbered] = {}
    label = starts_with_label(text)
    ranked = len(label) if label[:2].isalpha() else 0
    for place, form in enumerate(_FORMS):
        match = form.search(text)
        if match and place >= _STRONG and match.start("n") < ranked:
            continue
        number = _numbered(text, match, place) if match else None
        if number is not None:
            found.setdefault((number.begin, number.stop), number)
    return tuple(found.values())


def follow(run: Sequence[PlacedNumber]) -> bool:
    """Say whether the numbers go up one by one, but for the few pages whose number is missing."""
    steps = [after.number.value - before.number.value for before, after in pairwise(run)]
    return len(run) > 1 and all(step > 0 for step in steps) and 5 * sum(step == 1 for step in steps) >= 4 * len(steps)


def longest_run(candidates: Sequence[PlacedNumber]) -> tuple[PlacedNumber, ...]:
    """Return the longest run of numbers that follow each other, a missing one allowed; the first of equal ones."""
    best: dict[int, tuple[int, int]] = {}
    before: list[int | None] = []
    for place, candidate in enumerate(candidates):
        value = candidate.number.value
        length, last = max(_ending_before(best, value), key=lambda pair: pair[0])
        before.append(last)
        if length + 1 > best.get(value, (0, 0))[0]:
            best[value] = (length + 1, place)
    at: int | None = min((place for length, place in best.values() if length == max(best.values())[0]), default=None)
    run: list[PlacedNumber] = []
    while at is not None:
        run.append(candidates[at])
        at = before[at]
    return tuple(reversed(run))


def chaptered_run(candidates: Sequence[PlacedNumber]) -> tuple[PlacedNumber, ...]:
    """Return the longest run of numbers of chapters and pages that follow each other: 3-1, 3-2, 4-1.

    Numbers of articles and sections look the same, but pages stand alone on their lines; and the pages of at least one
    chapter in two must go on to a second one.
    """
    runs: list[list[PlacedNumber]] = []
    for placed in candidates:
        chapter = placed.number.kind[:-1]
        if placed.number.kind[-1:] != "-" or not chapter.isdigit():
            continue
        last = runs[-1][-1].number if runs else None
        if last is not None and _next_page(last, placed.number):
            runs[-1].append(placed)
        else:
            runs.append([placed])
    best = max(runs, key=len, default=[])
    chapters = {placed.number.kind for placed in best}
    return tuple(best) if len(chapters) > 2 and 2 * (len(best) - len(chapters)) >= len(chapters) else ()


def _next_page(last: Numbered, number: Numbered) -> bool:
    """Say whether a page follows another, a missing one allowed, or begins a later chapter."""
    if last.kind == number.kind:
        return 0 < number.value - last.value <= 2
    return 0 < int(number.kind[:-1]) - int(last.kind[:-1]) <= 2 and number.value <= 2


def _ending_before(best: dict[int, tuple[int, int]], value: int) -> Iterator[tuple[int, int | None]]:
    """Yield the length and the last place of each run that ``value`` may go on with."""
    yield 0, None
    if value - 1 in best:
        yield best[value - 1]
    if value - 2 in best:
        length, place = best[value - 2]
        yield length - 1, place


def _numbered(text: str, match: re.Match[str], form: int) -> Numbered | None:
    printed, total = match["n"], (match.groupdict().get("all") or "")
    kind = "i" if printed.isalpha() else printed.partition("-")[0] + "-" if "-" in printed else "1"
    value = roman_value(printed) if kind == "i" else int(printed.rpartition("-")[2])
    if value < 1 or (total and value > int(total)) or (kind == "i" and printed != printed.lower()):
        return None
    begin, stop = match.span("n")
    around = text[:begin] + " " + text[stop:]
    whole = bool(total) and match.span() == (0, len(text))
    return Numbered(printed, kind, value, begin, stop, fold(around), len(around.split()), form < _STRONG, whole, total)
