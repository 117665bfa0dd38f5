"""The words of citations as people type them, for the scripts that read what is typed.

The lists are those by which texts are parsed and linked, in every language that they know, because whoever types a citation
writes it as the agreement prints it: ``Artículo II, Sección 2``, ``secc. 2 del art. IV``, ``cláusula quinta``. Letters are as
``searched_words`` makes them, so that a word counts with and without its accents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_site.data.script import script
from contract_site.model.joining_words import AND, LABELS_TOO, LEADING, OF, THROUGH
from contract_site.model.numeral import ORDINAL_STEMS, WHOLE_ORDINALS, roman_value
from contract_site.model.page import DataFile
from contract_site.model.rank_words import RANK_WORDS, Kind, RankWords
from contract_site.model.searched_words import searched

ENGLISH_LISTS = "vs versus plus"
"""What people type between two citations, and no agreement prints."""
SHORTEST = 3
"""Letters of a word at the beginning that makes a query one that may be a citation."""


EVERYDAY = "letter settlement rule rules point comma moment sub lid letra letras literal numero numeral"
"""Words for ranks that begin what is searched for more often than a citation: ``letter of warning``, ``letra pequeña``."""
PREAMBLES = ("preamble", "preambulo", "preambule", "praambel")


def rank_words() -> DataFile:
    """Return the words of citations, as a script for those that read them; it stands beside them.

    ``ranks`` are rows of what a word is read as, how deep that is (none where it is no level), and the words of one rank;
    ``of``, ``and`` and ``noise`` the words that lead outwards, go on with a list, and say nothing; ``small`` those that may be
    labels, by language; ``ordinals`` numbers by how their words begin (all but the ending) or, under ``whole``, by the word.
    """
    joining = {*_folded(AND), *_folded(THROUGH), *ENGLISH_LISTS.split()}
    small = set(" ".join(LABELS_TOO.values()).split())
    value = {
        "ranks": [[rank.typed.key, rank.typed.depth, " ".join(words)] for rank, words in typed_words() if rank.typed],
        "of": _joined({*_folded(OF), "in", "under", "en"}),
        "and": _joined(joining | set(_folded(small))),
        "noise": " ".join(sorted(({*_folded(OF), *_folded(LEADING.split()), *joining}) - set(_folded(small)))),
        "small": {language: " ".join(_folded(words.split())) for language, words in LABELS_TOO.items()},
        "ordinals": {searched(stem): number for stem, number in ORDINAL_STEMS.items()},
        "whole": {searched(word): number for word, number in WHOLE_ORDINALS.items()},
    }
    return script("ranks.js", "rankWords", value)


def heads() -> str:
    """Return the words that a citation may begin with which has no figure: ``Artículo II``."""
    words = {word for rank, words in typed_words() if rank.typed and rank.typed.key != "chapter" for word in words}
    return " ".join(sorted(word for word in {*words, *PREAMBLES} - set(EVERYDAY.split()) if len(word) >= SHORTEST))


def typed_words() -> Iterator[tuple[RankWords, list[str]]]:
    """Yield each rank that people type with its words, each of which is read as one rank: as it is typed, else as it is cited.

    Words that join are none, nor what is several words.
    """
    taken = {*_folded(AND), *_folded(THROUGH), *_folded(OF)}
    found: dict[str, list[str]] = {rank.name: [] for rank in RANK_WORDS}
    for words_of in (_typed, _cited, _printed):
        for rank in RANK_WORDS:
            new = [word for word in dict.fromkeys(_folded(words_of(rank))) if word not in taken and _is_word(word)]
            taken.update(new)
            found[rank.name] += new
    return ((rank, found[rank.name]) for rank in RANK_WORDS if rank.typed)


def _typed(rank: RankWords) -> list[str]:
    return rank.typed.words.split() if rank.typed else []


def _cited(rank: RankWords) -> list[str]:
    """Its words in sentences; of documents beside the articles none, because their plurals are names of pages (Appendices)."""
    if rank.opens is Kind.BESIDE:
        return []
    return [word.removesuffix(".") for word in rank.cited if "º" not in word]  # nº would be "no"


def _printed(rank: RankWords) -> list[str]:
    return [*rank.printed.split(), *rank.behind.split()]


def _is_word(word: str) -> bool:
    """Whether a word can be told from others where it is typed: no sign, not one of several, no Roman numeral."""
    return word.isalpha() and not roman_value(word)


def _folded(words: Iterable[str]) -> list[str]:
    """Words as they are searched; those that are several, or written with a stroke, are left out."""
    return [searched(word).lower().rstrip("'") for word in words if " " not in word and "/" not in word]


def _joined(words: Iterable[str]) -> str:
    """Words as a pattern has them, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
