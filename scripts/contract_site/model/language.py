"""The language of a text, by the small words that every sentence of it has."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

ENGLISH = "en"
WORD = re.compile(r"[^\W\d_]+")
SMALL = {
    ENGLISH: "the of and to in shall be for or by that with this not will employee",
    "fr": "les des est dans une pour que qui sur aux avec par ou ce cette ne",
    "es": "los las del por para con una que se al su como es lo sus será",
    "pt": "os das dos para com uma que se ao não por da na no pelo seu",
    "it": "il di che per con una del della dei nel gli alla sono non le dal",
    "de": "der die das und von für mit dem den ist werden nicht bei des ein eine",
    "ru": "и в на не с по для или от за работника из при о к быть",
}
"""The commonest small words of each language of the field that the others have not, or have less of, but for a few."""
FEWEST = 30
"""Small words that must be found at all."""
TWICE = 2
"""How many times as many there must be as of the next language."""


@dataclass(frozen=True, slots=True)
class TextLanguage:
    """The language of a text, and what says so."""

    code: str
    """BCP 47: ``es``."""
    found: int
    """How many of its small words the text has."""
    examples: tuple[str, ...]
    """The three that it has most of."""


def language_of_text(text: str) -> TextLanguage | None:
    """Return the language of a text's words; None where they are too few, or of two languages alike."""
    counted: Counter[str] = Counter()
    for word, times in Counter(WORD.findall(text)).items():  # each word is folded once, however often it stands there
        counted[word.lower()] += times
    found = Counter({code: sum(counted[word] for word in words.split()) for code, words in SMALL.items()})
    (code, most), (_, next_most) = found.most_common(2)
    if most < FEWEST or most < TWICE * next_most:
        return None
    return TextLanguage(code, most, tuple(sorted(SMALL[code].split(), key=lambda word: (-counted[word], word))[:3]))


def base_language(code: str) -> str:
    """Return the language of a code (BCP 47) without its country: ``es`` of ``es-PR``."""
    return code.lower().partition("-")[0]


def spoken_in(written: str, text: str) -> str:
    """Return the language of a text: the one that its editors wrote down if it is not English, else the one it is found to be.

    English is what is written where nobody wrote anything, so a text that is found to be in another language is in that.
    """
    plain = base_language(written)
    if plain != ENGLISH:
        return plain
    found = language_of_text(text)
    return found.code if found else ENGLISH
