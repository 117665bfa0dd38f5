"""Words as the index of search takes them: cut, in one form, reduced to their stems.

`assets/search/stems.js` does the same to what is typed; `tests/browser/test_search_stems.py` holds the two together over every
word of the agreements. The stems are Snowball's English ones on both sides: ``snowballstemmer`` here, the same project's
algorithm in JavaScript there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import snowballstemmer

from contract_site.model.searched_words import searched

_SMALL = (
    "a about am an and any anybody anyone anything are as at be been being but by can could did do does doing each for from"
    " get gets getting give given gives go goes got had happen happens has have having he her here him his how i if in into"
    " is it its know let like long many may me might mine must my need needs of on or our ours per please say says shall she"
    " should so some somebody someone something tell than that the their theirs them then there these they this those to too"
    " us versus vs was we were what when where whether which while who whom whose why will with would you your yours"
)
NOT_SEARCHED = frozenset(_SMALL.split())
"""Words that tell no place from another: articles, pronouns, the words that make a question of what is looked for."""
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['-][^\W_]+)*")
"""``8.5`` and ``1,500`` are one word each, and so is ``wash-up``, which is found as ``wash``, ``up`` and ``washup``."""
_english = snowballstemmer.stemmer("english")


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters and one form, in their order; none is left out."""
    yield from WORD.findall(searched(text).lower())


def stems_of(text: str) -> Iterator[str]:
    """Yield the stems that a text is found by, in the order of its words; of a compound those of its parts and of the whole."""
    for word in words_of(text):
        yield from _ways(word)


@cache
def stem(word: str) -> str:
    """Return the stem of a word in small letters."""
    return str(_english.stemWord(word))


@cache
def _ways(word: str) -> tuple[str, ...]:
    if word[0].isdigit() and not word[-1].isalpha():
        return (word.replace(",", ""),)
    parts = [re.sub(r"'s$|'", "", part) for part in word.split("-")]
    whole = ["".join(parts)] if len(parts) > 1 else []
    return tuple(stem(each) for each in [*parts, *whole] if each and each not in NOT_SEARCHED)
