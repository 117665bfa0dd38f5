"""The index of search: for each agreement, its stems in small files by their beginnings, and its records in files of a few.

A query loads the one file of stems that each of its words is in, then the files of the records it shows: a few kilobytes of
each agreement, however long the agreement and however many there are. All are scripts, so that a page opened from a folder
searches as one on the web does, and what a browser saves of an agreement has its search in it.

The stems of all agreements are divided at the same places, so that a page knows without asking which file has a word. A record
is known by its number in printed order; the file that has it is that number divided. How much a word counts in a record is
worked out here (as BM25 has it: said again it counts for less, and so it does in a long text) and written as a letter.

Pagefind was used before. It kept two engines (its own cannot be opened from a folder), an index and a fragment a record that
made four fifths of a site's files, and let two questions asked at once overwrite each other's places. Agreements have an
index each, because an index of all would grow with the site before it answered at all; which of many agreements are worth
asking says ``search_among.py``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from contract_site.data.script import script
from contract_site.data.search_words import stems_of
from contract_site.interface.say import Spoken
from contract_site.model.page import DataFile
from contract_site.model.search_record import SearchedAgreement, SearchRecord

TOGETHER = 8
"""Records in a file; the script of search divides by the same number."""
SHARD = 2_400
"""Characters that a file of stems has in the longest agreement, about."""
MOST = 256
"""Files of stems that an agreement has at most."""
HEADING, LABEL, TEXT, TRAIL, CITATION = 5.0, 2.5, 1.0, 0.7, 0.5
"""How much a word counts where it stands. In a heading of many words each counts for less."""
FADING, LENGTH, LONGEST = 1.2, 0.6, 4.0
"""As BM25 has them: how soon a word said again counts for less, how much the length of a text does, and (because tables are
long) how many times the usual length it is weighed as at most."""
TOP, STEP, LETTERS = 2.6, 1.15, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What the first letter is worth, and by how much each is worth less than the one before."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Postings = Mapping[str, Sequence[tuple[int, float]]]
"""By stem, the numbers of the records that have it, and how much it counts in each."""
Having = Mapping[str, int]
"""By stem, in their order, how many records of an agreement have it."""


def stem_files(number: int, agreement: SearchedAgreement, index: Postings, starts: Sequence[str]) -> Iterator[DataFile]:
    """Yield the files of stems of an agreement, and what is said of it, named below ``search/in/``.

    ``number`` is its place among all, from 0; no words of its records are needed. ``starts`` are those of a ``Division``.
    """
    shards: list[dict[str, str]] = [{} for _ in starts]
    at = 0
    for each, places in index.items():
        while at + 1 < len(starts) and starts[at + 1] <= each:
            at += 1
        shards[at][each] = encoded(places)
    for of, shard in enumerate(shards):
        yield script(f"{agreement.slug}/w{of}.js", "searchStems", shard, f"{agreement.slug}/{of}")
    kin = {"histories": list(agreement.histories), "comparisons": list(agreement.comparisons)}
    about = {"number": number, **entry(agreement), "runs": _runs(agreement), **kin}
    yield script(f"{agreement.slug}/about.js", "searchAbout", about, agreement.slug)


def record_files(agreement: SearchedAgreement) -> Iterator[DataFile]:
    """Yield the records of an agreement, some in a file, named below ``search/in/``."""
    for of, first in enumerate(range(0, len(agreement.records), TOGETHER)):
        rows = [_row(each) for each in agreement.records[first : first + TOGETHER]]
        yield script(f"{agreement.slug}/r{of}.js", "searchRecords", rows, f"{agreement.slug}/{of}")


def postings(records: Sequence[SearchRecord]) -> Postings:
    """Return what each stem is found in, records in printed order."""
    counted = [_weights(record) for record in records]
    average = sum(length for _, length in counted) / max(1, len(counted)) or 1.0
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, ((weights, length), record) in enumerate(zip(counted, records, strict=True)):
        norm = FADING * (1 - LENGTH + LENGTH * min(LONGEST, length / average))
        for each, weight in weights.items():
            found[each].append((number, record.weight * weight * (FADING + 1) / (weight + norm)))
    return dict(sorted(found.items()))


def having(index: Postings) -> dict[str, int]:
    """Return how many records have each stem."""
    return {each: len(places) for each, places in index.items()}


class Division:
    """Where the files of stems of all agreements begin; known when each has been added, of which none is kept."""

    def __init__(self) -> None:
        """Begin with no agreement."""
        self._sizes: Counter[str] = Counter()
        self._longest = 1

    def add(self, own: Having) -> None:
        """Weigh the stems of another agreement."""
        sizes = {each: len(each) + 5 + 3 * records for each, records in own.items()}
        self._longest = max(self._longest, sum(sizes.values()))
        self._sizes.update(sizes)

    @property
    def starts(self) -> list[str]:
        """The stems at which the files begin; the first is empty."""
        share = sum(self._sizes.values()) / min(MOST, max(1, self._longest // SHARD))
        starts, filled = [""], 0.0
        for each in sorted(self._sizes):
            if filled >= share:
                starts.append(each)
                filled = 0.0
            filled += self._sizes[each]
        return starts


def encoded(places: Sequence[tuple[int, float]]) -> str:
    """Return the places of a stem as letters: how far on the next record is, in base 36, and how much the word counts in it.

    ``3A1f0C`` is record 3, record 3 + 51, record 54 + 0.
    """
    written = []
    for (before, _), (number, weight) in pairwise([(0, 0.0), *places]):
        written.append(base36(number - before) + _letter(weight))
    return "".join(written)


def entry(agreement: SearchedAgreement) -> dict[str, object]:
    """Return what search says of an agreement.

    ``standing`` only where its status is said in other words than English, ``language`` only where it is not the site's.
    """
    return {
        "slug": agreement.slug,
        "title": agreement.title,
        "status": agreement.status,
        **({"standing": agreement.standing} if agreement.standing != agreement.status else {}),
        **({"language": agreement.language} if agreement.language != Spoken.language else {}),
        "kinds": list(agreement.kinds),
        "records": len(agreement.records),
        **({"lists": list(agreement.lists)} if agreement.lists else {}),
    }


def base36(number: int) -> str:
    """Return a number in figures and small letters."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def _row(record: SearchRecord) -> tuple[object, ...]:
    return record.url, record.citation, record.kind, record.trail, record.heading, record.text, *filter(None, [record.note])


def _runs(agreement: SearchedAgreement) -> list[int]:
    """How many records follow each other that are of one kind: kind, number, …, each kind by its place among all."""
    runs: list[int] = []
    kinds = list(agreement.kinds)
    for record in agreement.records:
        kind = kinds.index(record.kind)
        if runs and runs[-2] == kind:
            runs[-1] += 1
        else:
            runs += [kind, 1]
    return runs


def _weights(record: SearchRecord) -> tuple[dict[str, float], int]:
    """How much each stem of a record counts before its length is weighed, and how many words its text has."""
    weights: dict[str, float] = defaultdict(float)
    heading = list(dict.fromkeys(stems_of(record.heading)))
    text = list(stems_of(record.text))
    labels = set(stems_of(" ".join(record.labels)))
    for each in heading:
        weights[each] += HEADING / math.sqrt(max(1.0, len(heading) / 3))
    for each in text:
        weights[each] += TEXT
    for each in labels:
        weights[each] += LABEL
    for each in {stem for title in record.trail for stem in stems_of(title)}:
        weights[each] += TRAIL
    for each in set(stems_of(record.citation)):
        weights[each] += CITATION
    return weights, len(text)


def _letter(weight: float) -> str:
    return LETTERS[min(len(LETTERS) - 1, max(0, round(math.log(TOP / weight, STEP))))]
