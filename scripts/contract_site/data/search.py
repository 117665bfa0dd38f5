"""What search has besides an index: the agreements, the words that members say, the vocabulary for misspelt words.

Pages load them by script elements, because a page opened from a folder may load nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contract_site.beside.subjects import PlacedSubject
from contract_site.data.asking_words import asking
from contract_site.data.real_words import real_word_files
from contract_site.data.script import script
from contract_site.data.search_among import NAMES, among_files
from contract_site.data.search_index import Postings, entry, index_files, postings, record_files
from contract_site.data.search_subjects import subjects_file
from contract_site.data.search_words import NOT_SEARCHED, stems_of
from contract_site.data.typed_words import heads
from contract_site.interface.say import Spoken
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
    yield from joined_files(agreements, [share_of(each, synonyms) for each in agreements], synonyms)
    for each in agreements:
        yield from own_files(each)
    yield subjects_file(subjects, agreements)


@dataclass(frozen=True, slots=True)
class SearchShare:
    """What the index of search has of one agreement, found out by itself."""

    index: Postings
    words: Mapping[str, int]
    """How often each word for the vocabulary stands in it."""
    spoken: Sequence[tuple[Sequence[str], bool]]
    """Of each synonym, which of its meanings a record has, and whether what is said stands in one too."""


def share_of(agreement: SearchedAgreement, synonyms: Sequence[Synonym]) -> SearchShare:
    """Return what the index of search has of an agreement."""
    index, texts = postings(agreement.records), list(_texts(agreement))
    return SearchShare(index, counted_words(texts), _spoken_in(texts, index, synonyms))


def own_files(agreement: SearchedAgreement) -> Iterator[DataFile]:
    """Yield the scripts that hold the words of an agreement, named below ``search/``."""
    for file in record_files(agreement):
        yield replace(file, path="in" / file.path)


def without_words(agreement: SearchedAgreement) -> SearchedAgreement:
    """Return an agreement with what the index of search has to know of its records."""
    return replace(agreement, records=tuple(replace(each, text="", heading="", trail=()) for each in agreement.records))


def joined_files(
    agreements: Sequence[SearchedAgreement], shares: Sequence[SearchShare], synonyms: Sequence[Synonym]
) -> Iterator[DataFile]:
    """Yield the scripts of search but for the words of agreements, of which none are needed here."""
    indexes = [each.index for each in shares]
    starts, files = index_files(agreements, indexes)
    count, among = among_files(agreements, indexes)
    languages = sorted({base(Spoken.language), *(base(each.language) for each in agreements)})
    data = {
        "agreements": [entry(each) for each in agreements[:NAMES]],
        "total": len(agreements),
        "having": count,
        "starts": starts,
        "unsearched": " ".join(sorted(NOT_SEARCHED)),
        "heads": heads(),
        "asking": asking(languages),
        "topics": [each.topic for each in synonyms if each.topic],
        "synonyms": list(_spoken([each.spoken for each in shares], synonyms)),
    }
    yield script("data.js", "searchData", data)
    yield script("vocabulary.js", "searchVocabulary", _vocabularies(agreements, shares))
    yield from among
    yield from real_word_files(languages)
    for file in files:
        yield replace(file, path="in" / file.path)


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the most frequent words of texts in small letters, in that order; of ``wash-up`` also both halves."""
    return _frequent(counted_words(texts))


def counted_words(texts: Iterable[str]) -> dict[str, int]:
    """Return how often each word stands in texts that is long enough for the vocabulary."""
    count: Counter[str] = Counter()
    for text in texts:
        for found in WORD.findall(searched(text).lower()):
            parts = found.split("-")
            count.update(word.removesuffix("'s") for word in ({found.replace("-", ""), *parts} if len(parts) > 1 else parts))
    return {word: times for word, times in count.items() if len(word) >= RARE}


def _all_words(shares: Iterable[SearchShare]) -> Counter[str]:
    count: Counter[str] = Counter()
    for each in shares:
        count.update(each.words)
    return count


def base(language: str) -> str:
    """Return the language of a code without its country: ``es`` of ``es-PR``."""
    return language.lower().partition("-")[0]


def _vocabularies(agreements: Sequence[SearchedAgreement], shares: Sequence[SearchShare]) -> dict[str, str]:
    """By language the words of its agreements, the most frequent first, so that no word is corrected to one of another."""
    found: dict[str, list[SearchShare]] = {}
    for agreement, share in zip(agreements, shares, strict=True):
        found.setdefault(base(agreement.language), []).append(share)
    return {language: " ".join(_frequent(_all_words(each))) for language, each in sorted(found.items())}


def _frequent(count: Mapping[str, int]) -> list[str]:
    return sorted(count, key=lambda word: (-count[word], word))[:FREQUENT]


def _spoken_in(texts: Iterable[str], index: Postings, synonyms: Iterable[Synonym]) -> list[tuple[Sequence[str], bool]]:
    """What of the meaning of each synonym a record has, and whether what is said stands in one too."""
    words = "".join(f" {_spaced(text)} " for text in texts)
    return [
        (
            [each for each in synonym.means if _has(index, set(stems_of(each)))],
            any(f" {_spaced(said)} " in words for said in synonym.said),
        )
        for synonym in synonyms
    ]


def _spoken(found: Sequence[Sequence[tuple[Sequence[str], bool]]], synonyms: Iterable[Synonym]) -> Iterator[dict[str, object]]:
    """Yield each synonym with what of its meaning is found, in all agreements, and whether what is said stands in one too.

    Where it does not, only what it means is searched. One that means nothing here is left out.
    """
    for number, synonym in enumerate(synonyms):
        known = {each for spoken in found for each in spoken[number][0]}
        if means := [each for each in synonym.means if each in known]:
            yield {"said": list(synonym.said), "means": means, "stands": any(spoken[number][1] for spoken in found)}


def _has(index: Postings, stems: Collection[str]) -> bool:
    """Whether a record of an agreement has all stems."""
    if not stems or not all(each in index for each in stems):
        return False
    records = sorted(({number for number, _ in index[each]} for each in stems), key=len)
    return bool(set.intersection(*records))


def _spaced(text: str) -> str:
    return " ".join(word.strip(".,;:()\"'") for word in BETWEEN.sub(" ", searched(text).lower()).split())


def _texts(agreement: SearchedAgreement) -> Iterator[str]:
    for record in agreement.records:
        yield record.heading
        yield record.text
