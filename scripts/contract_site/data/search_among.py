"""Which of many agreements have a word, and in how many of their records: asked before their own indexes are.

A page that had to know all agreements, or to ask the index of each, would grow with the site. So the stems of all agreements
stand in small files by a number made of their letters: of each stem, the agreements that have it, by their numbers in the order
in which results stand, and how many records of each do. What agreements are called stands in files of some of them; a page
loads those that it shows. Where there are few agreements each is asked itself, and none of this is written but the first names.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from contract_site.data.script import script
from contract_site.data.search_index import Having, base36
from contract_site.model.page import DataFile

AT_ONCE = 4
"""Agreements that a page asks without knowing whether they have what was typed; the script of search says the same."""
NAMES = 32
"""Agreements whose names stand in a file; the script of search divides by the same number."""
FILE, MOST = 2_000, 4_096
"""Characters that a file of stems has, about, and how many files there are at most."""


class Among:
    """Which agreements have each stem; each is added in its order, and none is kept."""

    def __init__(self) -> None:
        """Begin with no agreement."""
        self._written: dict[str, bytearray] = defaultdict(bytearray)
        self._last: dict[str, int] = {}
        self._many = 0

    def add(self, own: Having) -> None:
        """Add the next agreement.

        Of each stem it is written how far on the next agreement is that has it, in base 36, and how many of its records do, in
        letters: ``0C1BB`` is two records of agreement 0, and 27 of agreement 0 + 1. Letters are figures, A for 0 to Z for 25.
        """
        for stem, records in own.items():
            self._written[stem] += (base36(self._many - self._last.get(stem, 0)) + _letters(records)).encode()
            self._last[stem] = self._many
        self._many += 1

    def files(self, entries: Sequence[Mapping[str, object]]) -> tuple[int, Iterator[DataFile]]:
        """Return how many files say which agreements have a stem, and all files, named below ``search/``.

        ``entries`` are what search says of each agreement. Those of the first are in no file: every page has them.
        """
        having = {stem: places.decode() for stem, places in self._written.items()} if self._many > AT_ONCE else {}
        size = sum(len(stem) + 6 + len(places) for stem, places in having.items())
        count = min(MOST, math.ceil(size / FILE))
        return count, _files(entries, having, count)


def file_number(stem: str, count: int) -> int:
    """Return which of so many files a stem is in; the script of search reckons the same."""
    number = 0
    for letter in stem:
        number = (number * 31 + ord(letter)) % 2**32
    return number % count


def _files(entries: Sequence[Mapping[str, object]], having: Mapping[str, str], count: int) -> Iterator[DataFile]:
    files: list[dict[str, str]] = [{} for _ in range(count)]
    for stem in sorted(having):
        files[file_number(stem, count)][stem] = having[stem]
    for number, stems in enumerate(files):
        yield script(f"all/{number}.js", "searchHaving", stems, str(number))
    for first in range(NAMES, len(entries), NAMES):
        yield script(f"agreements/{first // NAMES}.js", "searchAgreements", entries[first : first + NAMES], str(first // NAMES))


def _letters(number: int) -> str:
    letters = chr(65 + number % 26)
    while number := number // 26:
        letters = chr(65 + number % 26) + letters
    return letters
