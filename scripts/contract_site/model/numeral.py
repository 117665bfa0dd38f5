"""Numbers as agreements count: 1 2 3, a b c, i ii iii."""

from __future__ import annotations

import re

from contract_site.model.letters import caseless

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(value: int) -> str:
    """Return a number from 1 to 399 as a lower-case Roman numeral."""
    written = ""
    for worth, numeral in ROMAN:
        while value >= worth:
            written, value = written + numeral, value - worth
    return written


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in either case; 0 if it is not a well-formed one below 400."""
    rest, value = numeral.lower(), 0
    for worth, part in ROMAN:
        while rest.startswith(part):
            rest, value = rest[len(part) :], value + worth
    return value if not rest and value < 400 and roman(value) == numeral.lower() else 0


def letter_value(written: str) -> int:
    """Return the place of a letter in the alphabet, ``aa`` following ``z``; 0 if it is neither one letter nor a pair."""
    lower = written.lower()
    if len(lower) == 1 and "a" <= lower <= "z":
        return ord(lower) - ord("a") + 1
    if len(lower) == 2 and lower[0] == lower[1] and "a" <= lower[0] <= "z":
        return 26 + ord(lower[0]) - ord("a") + 1
    return 0


def letters(value: int) -> str:
    """Return the letter at a place from 1 to 52 of the alphabet, ``aa`` following ``z``."""
    return chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)


NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
"""Number words that precede a figure in brackets: ``two (2) times``."""
TENS = "|".join(word for word, value in NUMBER_WORDS.items() if value >= 20)
ONES = "|".join(word for word, value in NUMBER_WORDS.items() if 0 < value < 10)
"""What patterns take for the two words of a number: ``twenty`` and ``six``."""
REPEATED = re.compile(r"\s*\((?P<figure>\d{1,3})\)")


def words_value(words: str) -> int:
    """Return the value of words that all are in ``NUMBER_WORDS``, in any case: ``Twenty-six``."""
    return sum(NUMBER_WORDS[word] for word in re.split(r"[-\s]+", caseless(words)))


def end_of_words(text: str, end: int, value: int) -> int:
    """Return where a number in words ends, the figure behind ``end`` that says it again among them: ``Section Three (3)``."""
    again = REPEATED.match(text, end)
    return again.end() if again is not None and int(again["figure"]) == value else end


ORDINAL_STEMS = {
    "prim": 1, "primer": 1, "primeir": 1, "premièr": 1, "segund": 2, "second": 2, "deuxièm": 2, "terc": 3,
    "tercer": 3, "terceir": 3, "terz": 3, "troisièm": 3, "cuart": 4, "quart": 4, "quatrièm": 4, "quint": 5, "cinquièm": 5,
    "sext": 6, "sest": 6, "sixièm": 6, "séptim": 7, "sétim": 7, "settim": 7, "septièm": 7, "octav": 8, "oitav": 8, "ottav": 8,
    "huitièm": 8, "noven": 9, "non": 9, "neuvièm": 9, "décim": 10, "decim": 10, "dixièm": 10, "undécim": 11, "duodécim": 12,
    "vigésim": 20, "trigésim": 30, "cuadragésim": 40, "quadragésim": 40, "quincuagésim": 50, "quinquagésim": 50,
    "sexagésim": 60, "septuagésim": 70, "octogésim": 80, "nonagésim": 90,
}  # fmt: skip
"""What ordinals are made of in Spanish, Portuguese, Italian and French, without their endings: ``vigésim-a primeir-a``."""
WHOLE_ORDINALS = {"primer": 1, "premier": 1, "second": 2, "tercer": 3} | {
    caseless(word): value
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
        "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
        "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty",
        "pierwsza druga trzecia czwarta piąta szósta siódma ósma dziewiąta dziesiąta",
        "první druhá třetí čtvrtá pátá šestá sedmá osmá devátá desátá",
        "prvý druhý tretí štvrtý piaty šiesty siedmy ôsmy deviaty desiaty",
    )
    for value, word in enumerate(words.split(), 1)
}
"""Ordinals of other languages, and those that have no ending."""
ORDINAL_ENDING = re.compile(r"(?:[oa]|(?<=èm|èr|nd)e)$")
"""Only French ordinals end in e: ``none`` is none, and ``non`` neither."""


def ordinal_value(words: str) -> int:
    """Return the value of an ordinal of one or two words (``DÉCIMA SEGUNDA``), or 0."""
    values = [_ordinal(word) for word in caseless(words).split()]
    if len(values) == 2 and values[0] >= 10 and values[0] % 10 == 0 and 0 < values[1] < 10:
        return sum(values)
    return values[0] if len(values) == 1 else 0


def _ordinal(word: str) -> int:
    ending = ORDINAL_ENDING.search(word)
    by_stem = ORDINAL_STEMS.get(word[: ending.start()], 0) if ending is not None else 0
    return by_stem or WHOLE_ORDINALS.get(word, 0)


def number_words(value: int) -> str:
    """Return a whole number below 100 in words (``twenty-one``), a larger one in figures."""
    words = {number: word for word, number in NUMBER_WORDS.items()}
    if value in words:
        return words[value]
    return f"{words[value // 10 * 10]}-{words[value % 10]}" if 20 < value < 100 else str(value)
