"""Bring what editors decided about lines of a text to the same lines of a new copy of it, where those stand now.

A line is found again where it stands only once in both copies, and from there on upwards and downwards as far as the copies
are alike: so a line that stands often is found by its neighbours. An entry whose lines are not found again is neither lost nor
brought to other words: it stays in its file as a comment. Only the numbers of lines change; comments, order and spaces stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from contract_site.editors.columns import OUTLINE
from contract_site.editors.rows import read_text
from contract_site.model.source import NUMBERED_END
from contract_site.site.folder import write

ENTRIES = ("corrections.toml", "structure.toml", "tables.toml")
"""The files whose entries name lines, beside the one that says what the edition is."""
HEAD = re.compile(r"^\s*\[{1,2}\s*(?P<table>\w+)\s*\]{1,2}\s*(?:#.*)?$")
PLACE = re.compile(r"^(?P<key>\s*(?P<name>line|first|last|body)\s*=\s*)(?P<line>\d+)(?P<rest>\s*(?:#.*)?)$")
PART = re.compile(r"^\s*\[\[\s*part\s*\]\]")
"""An entry that reaches to the next one: it cannot be left out, so where it does not fit the new copy is refused."""
LEFT_OUT = "# Left out, for its words do not stand in the new text where they stood; bring it to its place, or take it away."


@dataclass(frozen=True, slots=True)
class MovedEntries:
    """What became of the entries of a file."""

    file: str
    moved: int
    """How many stand at other lines now."""
    left_out: tuple[int, ...]
    """The lines of the file at which those begin that are comments now."""


def places_of(old: str, new: str) -> Mapping[int, int]:
    """Return where the lines of a text stand in a new copy of it: the line there by the line here, both from 1."""
    both = lines_of(old), lines_of(new)
    return {here + 1: there + 1 for here, there in alike_in_both(*both, both).items()}


def alike_in_both(before: Sequence[str], after: Sequence[str], both: tuple[Sequence[str], Sequence[str]]) -> Mapping[int, int]:
    """Return which things of two rows are the same, by their places from 0.

    They are told by ``before`` and ``after``, which stand once in both, and from there on as far as ``both`` are alike.
    """
    sure = _in_order(_once_in_both(before, after))
    found, taken = dict(sure), {there for _, there in sure}
    for pair in sure:
        for step in (1, -1):
            fresh = list(_alike_beside(pair, step, *both, found, taken))
            found.update(fresh)
            taken.update(there for _, there in fresh)
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as they are compared, each with one space for any white space."""
    return [" ".join(line.split()) for line in NUMBERED_END.split(text)]


def changed_lines(old: str, new: str, places: Mapping[int, int]) -> tuple[int, int]:
    """Return how many lines that are not blank are gone from the old copy, and how many are new; ``places`` says which stay."""
    gone = sum(1 for number, line in enumerate(lines_of(old), 1) if line and number not in places)
    kept = frozenset(places.values())
    return gone, sum(1 for number, line in enumerate(lines_of(new), 1) if line and number not in kept)


def bring_over(folder: Path, settings: str, places: Mapping[int, int]) -> Iterator[MovedEntries]:
    """Write the editors' files of a folder, ``settings`` among them, with their entries at the lines where these stand now.

    Yields what became of the entries of each file that changed.
    """
    for file in (settings, *ENTRIES):
        if (folder / file).exists():
            text = read_text(folder / file, file)
            yield from _written(folder, text, _entries(file, text, places))
    if (folder / OUTLINE).exists():
        text = read_text(folder / OUTLINE, OUTLINE)
        yield from _written(folder, text, _rows(text, places))


def _written(folder: Path, old: str, result: tuple[str, MovedEntries]) -> Iterator[MovedEntries]:
    text, moved = result
    if text != old:
        write(folder / moved.file, text)
        yield moved


# Lines of two copies ---------------------------------------------------------------------------------------------------------


def _once_in_both(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The lines that stand only once in either copy, in the order of the first."""
    counted = Counter(before), Counter(after)
    places = {words: number for number, words in enumerate(after) if counted[1][words] == 1}
    return [(n, places[words]) for n, words in enumerate(before) if words and counted[0][words] == 1 and words in places]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that stand in the same order in both copies."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, there) in enumerate(pairs):
        at = bisect_left(ends, there)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [there], [n]
    chosen, n = list[tuple[int, int]](), last[-1] if last else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = before[n]
    return chosen[::-1]


def _alike_beside(
    pair: tuple[int, int], step: int, before: Sequence[str], after: Sequence[str], found: Mapping[int, int], taken: Set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the lines next to a pair, one after the other, as long as they are alike and neither is paired already."""
    here, there = pair[0] + step, pair[1] + step
    while 0 <= here < len(before) and 0 <= there < len(after) and before[here] == after[there]:
        if here in found or there in taken:
            return
        yield here, there
        here, there = here + step, there + step


# Entries ---------------------------------------------------------------------------------------------------------------------


def _entries(file: str, text: str, places: Mapping[int, int]) -> tuple[str, MovedEntries]:
    """The text of a TOML file with its entries at their lines, and what became of them."""
    lines = text.splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if HEAD.match(line.rstrip("\r\n"))]
    written, moved, left = lines[: heads[0]] if heads else list(lines), 0, list[int]()
    for begin, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        entry = lines[begin:end]
        brought = _brought(entry, places)
        if brought is None or len(brought) > len(entry):
            left.append(len(written) + 1)
        moved += brought is not None and brought != entry
        written += _as_comment(entry) if brought is None else brought
    return "".join(written), MovedEntries(file, moved, tuple(left))


def _brought(entry: Sequence[str], places: Mapping[int, int]) -> list[str] | None:
    """The rows of an entry with the lines where its words stand now; None if they do not stand there."""
    named = [found for row in entry if (found := PLACE.match(row.rstrip("\r\n")))]
    numbers = {found["name"]: int(found["line"]) for found in named}
    is_part = PART.match(entry[0]) is not None
    if "first" in numbers and not _together(range(numbers["first"], numbers.get("last", numbers["first"]) + 1), places):
        return None
    if not is_part and any(number not in places for number in numbers.values()):
        return None
    return [line for row in entry for line in _with_place(row, places)]


def _together(lines: range, places: Mapping[int, int]) -> bool:
    return all(places.get(line) == places.get(lines[0], 0) + line - lines[0] for line in lines)


def _with_place(row: str, places: Mapping[int, int]) -> tuple[str, ...]:
    """The row with the line where its words stand now; where a part's text begins is a comment if that is not found again."""
    plain = row.rstrip("\r\n")
    found = PLACE.match(plain)
    if found is None:
        return (row,)
    if found["name"] == "body" and int(found["line"]) not in places:
        return f"{LEFT_OUT}\n", f"# {row}"
    line = places.get(int(found["line"]), int(found["line"]))
    return (f"{found['key']}{line}{found['rest']}{row[len(plain) :]}",)


def _as_comment(entry: Sequence[str]) -> list[str]:
    """The rows of an entry behind comments' signs; comments at its end belong to the next one."""
    end = len(entry)
    while end > 1 and (not entry[end - 1].strip() or entry[end - 1].lstrip().startswith("#")):
        end -= 1
    return [f"{LEFT_OUT}\n", *(f"# {row}" for row in entry[:end]), *entry[end:]]


def _rows(text: str, places: Mapping[int, int]) -> tuple[str, MovedEntries]:
    """The text of ``outline.tsv`` with its rows at their lines; offers, which are comments, move too, or go."""
    written, moved, left = list[str](), 0, list[int]()
    for row in text.splitlines(keepends=True):
        sign, number, rest = _row(row)
        waits = written[-1:] == [f"{LEFT_OUT}\n"]  # left out before: its line is one of an older copy
        if not number or waits or places.get(int(number)) == int(number):
            written.append(row)
        elif (place := places.get(int(number))) is not None:
            written.append(f"{sign}{place}{rest}")
            moved += 1
        elif not sign:
            written += [f"{LEFT_OUT}\n", f"# {row}"]
            left.append(len(written) - 1)
    return "".join(written), MovedEntries(OUTLINE, moved, tuple(left))


def _row(row: str) -> tuple[str, str, str]:
    """The comment's sign of a row, the number of its line, and the rest; no number if it is another comment."""
    found = re.match(r"(# ?)?(\d+)(\t.*)", row, re.DOTALL)
    return (found[1] or "", found[2], found[3]) if found else ("", "", row)
