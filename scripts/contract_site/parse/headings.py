"""Tell titles from sentences, and write those in capitals as titles are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contract_site.apart.captions import is_capitals

SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "after",
        "are",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "per",
        "the",
        "to",
        "upon",
        "via",
        "with",
        "and/or",
        "vs",
    ]
)
LONGEST_TITLE = 110
TURKISH = str.maketrans({"I": "ı", "İ": "i"})
TURKISH_LETTERS = re.compile("[İıŞşĞğ]")
"""Letters by which a Turkish title is known; there the small letter of I has no dot."""
SEPARATOR = re.compile(r"\*\s?\*\s?\*$")
OMISSION = re.compile(r"\*(?:\s+\*){3,}$")
LEADERS = re.compile(r"(?<!\.)(?P<dots>\.{4,}+)\s*+(?P<page>\d{1,4})?$")
"""The leaders of a contents line and what stands behind them; each run of dots is tried once."""
FEWEST_DOTS = 4


def is_separator(text: str) -> bool:
    """Say whether the text is a row of three asterisks, which stands between documents."""
    return text.startswith("*") and SEPARATOR.match(text) is not None


def is_omission(text: str) -> bool:
    """Say whether the text is a row of asterisks that stands for words left out."""
    return text.startswith("*") and OMISSION.match(text) is not None


@dataclass(frozen=True, slots=True)
class Leaders:
    """A line of a contents list: its title, and the page if one is printed."""

    title: str
    page: str


def read_leaders(text: str) -> Leaders | None:
    """Return what a line of a contents list says: ``Soup ........ 7``; None if no leaders end it."""
    match = LEADERS.search(text)
    if match is None:
        return None
    title = text[: match.start()].rstrip()
    if not title and len(match["dots"]) > FEWEST_DOTS:
        title = "."  # a title that wrapped: leaders alone
    return Leaders(title, match["page"] or "") if title else None


def is_title(text: str) -> bool:
    """Say whether the text reads as a title: no closing punctuation, every word but the small ones with a capital."""
    if not text or len(text) > LONGEST_TITLE or text[-1] in ".;:," or not re.match(r"[“\"(]?[A-Z0-9]", text):
        return False
    words = re.findall(r"[A-Za-z][\w’'/-]*", text.replace("(s)", ""))
    return bool(words) and all(word[0].isupper() or word.lower() in SMALL_WORDS for word in words)


def title_case(text: str) -> str:
    """Return a heading printed in capitals as titles are written; anything else as it is."""
    if not is_capitals(text):
        return text
    words = (text.translate(TURKISH) if TURKISH_LETTERS.search(text) else text).lower().split(" ")
    last = len(words) - 1
    return " ".join(
        word if word in SMALL_WORDS and 0 < index < last else _capitalised(word) for index, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    for mark in ("-", "/"):
        if mark in word and word not in SMALL_WORDS:
            return mark.join(_capitalised(half) for half in word.split(mark))
    letters = word.lstrip("(“\"'")
    return word[: len(word) - len(letters)] + letters[:1].upper() + letters[1:]
