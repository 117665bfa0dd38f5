"""What search has besides an index: the agreements, the words that members say, the vocabulary for misspelt words.

Pages load them by script elements, because a page opened from a folder may load nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from contract_site.beside.subjects import PlacedSubject
from contract_site.data.asking_words import asking
from contract_site.data.real_words import real_letters, real_word_files
from contract_site.data.script import script
from contract_site.data.search_among import NAMES, Among
from contract_site.data.search_index import Division, Having, Postings, entry, having, postings, record_files, stem_files
from contract_site.data.search_subjects import subjects_file
from contract_site.data.search_words import NOT_SEARCHED, stems_of
from contract_site.data.typed_words import heads
from contract_site.interface.say import Spoken
from contract_site.model.editorial import Synonym
from contract_site.model.language import base_language
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
    indexes = [postings(each.records) for each in agreements]
    shares = (share_of(each, index, synonyms) for each, index in zip(agreements, indexes, strict=True))
    starts, files = joined_files(list(map(entry, agreements)), shares, synonyms)
    yield from files
    for number, (each, index) in enumerate(zip(agreements, indexes, strict=True)):
        yield from index_files(number, each, index, starts)
        yield from own_files(each)
    yield subjects_file(subjects, [each.slug for each in agreements], map(urls_of, agreements))


@dataclass(frozen=True, slots=True)
class SearchShare:
    """What search knows of one agreement without asking its index, found out by itself."""

    having: Having
    words: Mapping[str, int]
    """How often each word for the vocabulary stands in it."""
    spoken: Sequence[tuple[Sequence[str], bool]]
    """Of each synonym, which of its meanings a record has, and whether what is said stands in one too."""


def share_of(agreement: SearchedAgreement, index: Postings, synonyms: Sequence[Synonym]) -> SearchShare:
    """Return what search knows of an agreement; ``index`` is what ``postings`` gives of its records."""
    texts = list(_texts(agreement))
    return SearchShare(having(index), counted_words(texts), _spoken_in(texts, index, synonyms))


def own_files(agreement: SearchedAgreement) -> Iterator[DataFile]:
    """Yield the scripts that hold the words of an agreement, named below ``search/``."""
    for file in record_files(agreement):
        yield replace(file, path="in" / file.path)


def index_files(number: int, agreement: SearchedAgreement, index: Postings, starts: Sequence[str]) -> Iterator[DataFile]:
    """Yield the scripts by which the records of an agreement are found, named below ``search/``; see ``stem_files``."""
    for file in stem_files(number, agreement, index, starts):
        yield replace(file, path="in" / file.path)


def without_words(agreement: SearchedAgreement) -> SearchedAgreement:
    """Return an agreement with what the index of search has to know of its records."""
    return replace(agreement, records=tuple(replace(each, text="", heading="", trail=()) for each in agreement.records))


def urls_of(agreement: SearchedAgreement) -> list[str]:
    """Return the addresses of the records of an agreement, in printed order."""
    return [record.url for record in agreement.records]


def joined_files(
    entries: Sequence[Mapping[str, object]], shares: Iterable[SearchShare], synonyms: Sequence[Synonym]
) -> tuple[list[str], Iterator[DataFile]]:
    """Return the stems at which files of stems begin, and the scripts of search that are not of one agreement alone.

    ``entries`` are what ``entry`` gives of each agreement. The ``shares`` are taken one after the other and none is kept, so
    that memory does not grow with the number of agreements as their indexes do.
    """
    division, among, words, said = Division(), Among(), dict[str, Counter[str]](), _Said(synonyms)
    spoken = [base_language(str(each.get("language", Spoken.language))) for each in entries]
    for language, each in zip(spoken, shares, strict=True):
        division.add(each.having)
        among.add(each.having)
        words.setdefault(language, Counter()).update(each.words)
        said.add(each.spoken)
    starts = division.starts
    languages = sorted({base_language(Spoken.language), *spoken})
    count, having_files = among.files(entries)
    data = {
        "agreements": entries[:NAMES],
        "total": len(entries),
        "having": count,
        "starts": starts,
        "unsearched": " ".join(sorted(NOT_SEARCHED)),
        "heads": heads(),
        "real": real_letters(languages),
        "asking": asking(languages),
        "topics": [each.topic for each in synonyms if each.topic],
        "synonyms": list(said.rows()),
    }
    known = script("vocabulary.js", "searchVocabulary", _vocabularies(words))
    return starts, chain((script("data.js", "searchData", data), known), having_files, real_word_files(languages))


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


def _vocabularies(words: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """By language the words of its agreements, the most frequent first, so that no word is corrected to one of another."""
    return {language: " ".join(_frequent(count)) for language, count in sorted(words.items())}


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


class _Said:
    """The synonyms, with what of the meaning of each is found in any agreement, and whether what is said stands in one too."""

    def __init__(self, synonyms: Sequence[Synonym]) -> None:
        self._synonyms = synonyms
        self._known: list[set[str]] = [set() for _ in synonyms]
        self._stands = [False for _ in synonyms]

    def add(self, spoken: Sequence[tuple[Sequence[str], bool]]) -> None:
        """Add what is found of each in another agreement."""
        for number, (means, stands) in enumerate(spoken):
            self._known[number].update(means)
            self._stands[number] |= stands

    def rows(self) -> Iterator[dict[str, object]]:
        """Yield each as pages know it. Where what is said stands nowhere, only what it means is searched.

        One that means nothing here is left out.
        """
        for synonym, known, stands in zip(self._synonyms, self._known, self._stands, strict=True):
            if means := [each for each in synonym.means if each in known]:
                yield {"said": list(synonym.said), "means": means, "stands": stands}


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
