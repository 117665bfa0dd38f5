"""The common words of English, so that search takes none of them for a misspelt one.

They are those of ``pyspellchecker``, which counts them in film subtitles; a file for each first letter, which a page loads when
a word was typed that no agreement has.
"""

from __future__ import annotations

import gzip
import importlib.resources
import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from contract_site.data.script import script
from contract_site.model.page import DataFile

SHORTEST = 4
"""Letters of a word that search would correct."""
RAREST = 60
"""How often a word must stand in what was counted: below that are names and faults of spelling."""


def english_files() -> Iterator[DataFile]:
    """Yield the words that begin with each letter, named below ``search/``."""
    for letter, words in _by_letter().items():
        yield script(f"english/{letter}.js", "searchEnglish", " ".join(words), letter)


@cache
def _by_letter() -> dict[str, list[str]]:
    counted = importlib.resources.files("spellchecker").joinpath("resources", "en.json.gz")
    words: dict[str, int] = json.loads(gzip.decompress(counted.read_bytes()))
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(word for word, count in words.items() if count >= RAREST and len(word) >= SHORTEST):
        if word.isascii() and word.isalpha():
            found[word[0]].append(word)
    return dict(found)
