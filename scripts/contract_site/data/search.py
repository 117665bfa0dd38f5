"""What search has besides an index: the agreements, the words that members say, the vocabulary for misspelt words.

Pages load them by script elements, because a page opened from a folder may load nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from contract_site.beside.subjects import PlacedSubject
from contract_site.data.english import english_files
from contract_site.data.script import script
from contract_site.data.search_among import NAMES, among_files
from contract_site.data.search_index import Postings, entry, index_files, postings
from contract_site.data.search_subjects import subjects_file
from contract_site.data.search_words import NOT_SEARCHED, stems_of
from contract_site.model.editorial import Synonym
from contract_site.model.page import DataFile
from contract_site.model.search_record import SearchedAgreement
from contract_site.model.searched_words import searched

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
BETWEEN = re.compile(r"[\s\-‐‑–—]+")
RARE = 3
"""Letters that a word of the vocabulary has at least."""
FREQUENT = 10_000
"""Words of the vocabulary at most, however many agreements there are."""


def search_files(
    agreements: Sequence[SearchedAgreement], synonyms: Sequence[Synonym], subjects: Sequence[PlacedSubject] = ()
) -> Iterator[DataFile]:
    """Yield the scripts of search, named below ``search/``."""
    yield from indexed_files(agreements, [postings(each.records) for each in agreements], synonyms, list(_texts(agreements)))
    yield subjects_file(subjects, agreements)


def indexed_files(
    agreements: Sequence[SearchedAgreement], indexes: Sequence[Postings], synonyms: Sequence[Synonym], texts: Sequence[str]
) -> Iterator[DataFile]:
    """Yield the scripts of search where it is known what each stem is found in; ``texts`` are all that agreements say."""
    starts, files = index_files(agreements, indexes)
    count, among = among_files(agreements, indexes)
    data = {
        "agreements": [entry(each) for each in agreements[:NAMES]],
        "total": len(agreements),
        "having": count,
        "starts": starts,
        "unsearched": " ".join(sorted(NOT_SEARCHED)),
        "topics": [each.topic for each in synonyms if each.topic],
        "synonyms": list(_spoken(texts, indexes, synonyms)),
    }
    yield script("data.js", "searchData", data)
    yield script("vocabulary.js", "searchVocabulary", " ".join(vocabulary(texts)))
    yield from among
    yield from english_files()
    for file in files:
        yield replace(file, path="in" / file.path)


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the most frequent words of texts in small letters, in that order; of ``wash-up`` also both halves."""
    count: Counter[str] = Counter()
    for text in texts:
        for found in WORD.findall(searched(text).lower()):
            parts = found.split("-")
            count.update(word.removesuffix("'s") for word in ({found.replace("-", ""), *parts} if len(parts) > 1 else parts))
    return sorted((word for word in count if len(word) >= RARE), key=lambda word: (-count[word], word))[:FREQUENT]


def _spoken(texts: Iterable[str], indexes: Sequence[Postings], synonyms: Sequence[Synonym]) -> Iterator[dict[str, object]]:
    """Yield each synonym with what of its meaning a record of an agreement has, and whether what is said stands in one too.

    Where it does not, only what it means is searched. One that means nothing here is left out.
    """
    words = "".join(f" {_spaced(text)} " for text in texts)
    for synonym in synonyms:
        if means := [each for each in synonym.means if any(_has(index, set(stems_of(each))) for index in indexes)]:
            stands = any(f" {_spaced(said)} " in words for said in synonym.said)
            yield {"said": list(synonym.said), "means": means, "stands": stands}


def _has(index: Postings, stems: Collection[str]) -> bool:
    """Whether a record of an agreement has all stems."""
    if not stems or not all(each in index for each in stems):
        return False
    records = sorted(({number for number, _ in index[each]} for each in stems), key=len)
    return bool(set.intersection(*records))


def _spaced(text: str) -> str:
    return " ".join(word.strip(".,;:()\"'") for word in BETWEEN.sub(" ", searched(text).lower()).split())


def _texts(agreements: Sequence[SearchedAgreement]) -> Iterator[str]:
    for agreement in agreements:
        for record in agreement.records:
            yield record.heading
            yield record.text
