"""Bring what editors decided at offsets of a text to the same words of a new copy of it: rows of columns and outlines, entries.

Words are found again as lines are (``moving_lines``): where a few in a row stand only once in both copies, and from there on
upwards and downwards as far as the copies are alike. An entry whose words are not found again stays as a comment. A row says
where something begins that must begin somewhere, so one whose words are not found again is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from contract_site.build.moving_lines import LEFT_OUT, MovedEntries, alike_in_both
from contract_site.editors.rows import read_text
from contract_site.editors.settings import first_entry
from contract_site.model.finding import SettingsError
from contract_site.site.folder import write

WORD = re.compile(r"\S+")
TOGETHER = 4
"""Words that stand in a row only once in a text tell where they are."""
INLINE = re.compile(r"^(?P<key>\s*\{\s*at\s*=\s*)(?P<at>\d+)(?P<rest>.*\},?\s*(?:#.*)?)$")
"""An entry on a line of its own: ``{ at = 221, raw = ".", text = "1." },``."""
HEAD = re.compile(r"^\s*\[\[")
AT = re.compile(r"^(?P<key>\s*at\s*=\s*)(?P<at>\d+)(?P<rest>\s*(?:#.*)?)$")
SAID = ("raw", "opens")
"""The keys that repeat the words at the place."""


class MovedOffsets:
    """Where the offsets of a text stand in a new copy of it."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        here, there = ([found.span() for found in WORD.finditer(text)] for text in (old, new))
        words = [old[begin:end] for begin, end in here], [new[begin:end] for begin, end in there]
        pairs = sorted(alike_in_both(_in_rows(words[0]), _in_rows(words[1]), words).items())
        self._pairs = [(here[one], there[other]) for one, other in pairs]
        self._begins = [span[0] for span, _ in self._pairs]

    def of(self, offset: int) -> int | None:
        """Return where an offset stands now: in a word that was found again, or beside one; None if it is not known."""
        if offset in (0, len(self._old)):
            return 0 if not offset else len(self._new)
        place = bisect_right(self._begins, offset) - 1
        if place >= 0 and offset <= self._pairs[place][0][1]:
            (begin, _), (moved, _) = self._pairs[place]
            return moved + offset - begin
        following = self._pairs[place + 1] if place + 1 < len(self._pairs) else None
        if following and not self._old[offset : following[0][0]].strip():
            return following[1][0]
        return None

    def words_at(self, offset: int, length: int) -> int | None:
        """Return where the words at an offset stand now, if all of them do."""
        moved = self.of(offset)
        same = moved is not None and self._new.startswith(self._old[offset : offset + length], moved)
        return moved if same else None


def move_rows(path: Path, shown: str, fields: Sequence[int], offsets: MovedOffsets) -> Iterator[MovedEntries]:
    """Write a file of rows with its offsets, which stand in these ``fields``, where their words stand now.

    Raises SettingsError, naming file and line, for an offset whose words are not found again.
    """
    written, moved, text = list[str](), 0, read_text(path, shown)
    for number, row in enumerate(text.splitlines(keepends=True), 1):
        cells = row.split("\t")
        if row.startswith("#") or not row.strip() or len(cells) <= max(fields):
            written.append(row)
            continue
        for field in fields:
            place = offsets.of(int(cells[field])) if cells[field].isdecimal() else None
            if place is None:
                told = f"offset {cells[field]} stands at words that are not found again in the new text"
                raise SettingsError(f"{shown}:{number}: {told}; keep those words there, or correct the row by hand")
            cells[field] = str(place)
        written.append("\t".join(cells))
        moved += written[-1] != row
    yield from _kept(path, shown, "".join(written), text, moved, ())


def move_entries(path: Path, shown: str, offsets: MovedOffsets) -> Iterator[MovedEntries]:
    """Write a TOML file with the entries that name offsets where their words stand now; others become comments."""
    written, moved, left, text = list[str](), 0, list[int](), read_text(path, shown)
    for entry in _entries(text.splitlines(keepends=True)):
        brought = _brought(entry, offsets)
        if brought is None:
            left.append(len("".join(written).splitlines()) + 1)
        moved += brought is not None and brought != entry
        written += [f"{LEFT_OUT}\n", *(f"# {row}" for row in entry)] if brought is None else brought
    yield from _kept(path, shown, "".join(written), text, moved, left)


def _kept(path: Path, shown: str, new: str, old: str, moved: int, left: Sequence[int]) -> Iterator[MovedEntries]:
    if new != old:
        write(path, new)
        yield MovedEntries(Path(shown).name, moved, tuple(left))


def _in_rows(words: Sequence[str]) -> list[str]:
    """For each word: it and the next ones."""
    return [" ".join(words[n : n + TOGETHER]) for n in range(len(words))]


def _entries(rows: Sequence[str]) -> Iterator[list[str]]:
    """Yield the rows of a file by entries: those on one line, and those below a head; what is none stands alone."""
    entry: list[str] = []
    for row in rows:
        inline, head = INLINE.match(row.rstrip("\r\n")), HEAD.match(row)
        if entry and (inline or head or not row.strip()):
            yield entry
            entry = []
        if head or entry:
            entry.append(row)
        else:
            yield [row]
    if entry:
        yield entry


def _brought(entry: list[str], offsets: MovedOffsets) -> list[str] | None:
    """The rows of an entry with the offset where its words stand now; None if they do not stand there."""
    brought = list[str]()
    for row in entry:
        plain = row.rstrip("\r\n")
        found = INLINE.match(plain) or (AT.match(plain) if HEAD.match(entry[0]) else None)
        if found is None:
            brought.append(row)
            continue
        place = offsets.words_at(int(found["at"]), len(_said(entry)))
        if place is None:
            return None
        brought.append(f"{found['key']}{place}{found['rest']}{row[len(plain) :]}")
    return brought


def _said(entry: Sequence[str]) -> str:
    """The words that an entry repeats."""
    whole = "".join(entry)
    table = first_entry(whole if HEAD.match(entry[0]) else f"entry = [\n{whole}\n]")
    return next((str(words) for key in SAID if (words := table.get(key))), "")
