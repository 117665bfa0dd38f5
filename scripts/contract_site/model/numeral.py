"""Numbers as agreements count: 1 2 3, a b c, i ii iii."""

from __future__ import annotations

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


def number_words(value: int) -> str:
    """Return a whole number below 100 in words (``twenty-one``), a larger one in figures."""
    words = {number: word for word, number in NUMBER_WORDS.items()}
    if value in words:
        return words[value]
    return f"{words[value // 10 * 10]}-{words[value % 10]}" if 20 < value < 100 else str(value)
