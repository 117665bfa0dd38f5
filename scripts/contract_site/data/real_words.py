"""The common words of languages, so that search takes none of them for a misspelt one.

They are those of ``pyspellchecker``, which counts them in film subtitles and the like; a file for each language of the site and
its agreements and each first letter, which a page loads when a word was typed that no agreement has. Letters are as
``searched_words`` makes them, because so they are typed.
"""

from __future__ import annotations

import gzip
import importlib.resources
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from contract_site.data.script import script
from contract_site.model.page import DataFile
from contract_site.model.searched_words import searched

SHORTEST = 4
"""Letters of a word that search would correct."""
RAREST = 60
"""How often a word must stand in what was counted: below that are names and faults of spelling."""


def real_word_files(languages: Iterable[str] = ("en",)) -> Iterator[DataFile]:
    """Yield the words of languages that begin with each letter, named below ``search/``; none of one that nobody counted."""
    for language in languages:
        for letter, words in _by_letter(language).items():
            name = f"{language}/{ord(letter):x}"
            yield script(f"real/{name}.js", "searchReal", " ".join(words), name)


def real_letters(languages: Iterable[str] = ("en",)) -> dict[str, str]:
    """Return the letters that words of each language begin with: those that it has files for."""
    return {language: "".join(_by_letter(language)) for language in languages}


@cache
def _by_letter(language: str) -> dict[str, list[str]]:
    counted = importlib.resources.files("spellchecker").joinpath("resources", f"{language}.json.gz")
    if not counted.is_file():
        return {}
    words: dict[str, int] = json.loads(gzip.decompress(counted.read_bytes()))
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted({searched(word).lower() for word, count in words.items() if count >= RAREST and len(word) >= SHORTEST}):
        if word.isalpha():
            found[word[0]].append(word)
    return dict(found)
