"""The language of a text, by the small words that every sentence of it has."""

from __future__ import annotations

import re
from collections import Counter

from contract_site.infer.fact import Fact
from contract_site.model.document import Edition

WORD = re.compile(r"[^\W\d_]+")
SMALL = {
    "en": "the of and to in shall be for or by that with this not will employee",
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


def language_of(edition: Edition) -> Fact[str] | None:
    """Return the code of the language of an edition's words; None where they are too few, or of two languages alike."""
    counted = Counter(word.lower() for word in WORD.findall(edition.source.text))
    found = Counter({code: sum(counted[word] for word in words.split()) for code, words in SMALL.items()})
    (code, most), (_, next_most) = found.most_common(2)
    if most < FEWEST or most < TWICE * next_most:
        return None
    examples = sorted(SMALL[code].split(), key=lambda word: (-counted[word], word))[:3]
    return Fact(code, 1, f"by its small words, {most} times {', '.join(examples)} and the like", sure=True)
