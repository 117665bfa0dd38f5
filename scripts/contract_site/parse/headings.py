"""Recognise the headings of articles, sections, steps and items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contract_site.apart.captions import is_capitals
from contract_site.model.numeral import roman_value
from contract_site.parse.enumeration import REFERS_ON

DIVISION = re.compile(r"(?P<word>ARTICLE|ITEM)\s+(?P<value>\d{1,3}|[IVXLC]{1,8})(?:[.:]|\s*[-–—])?(?:\s+(?P<title>\S.*))?$")
"""``ARTICLE 8``, ``ITEM 14``, ``ARTICLE VI``; the title may follow on the line if it is in capitals."""
SECTION = re.compile(r"(?:Section|SECTION)\s+(?P<value>\d{1,2}[A-Z]?|[IVX]{1,5})(?:\.|:)?(?:\s+(?P<title>\S.*))?$")
STEP = re.compile(r"Step\s+(?P<value>\d)\s*:?(?:\s+(?P<title>\S.*))?$")
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
SEPARATOR = re.compile(r"\*\s?\*\s?\*$")
OMISSION = re.compile(r"\*(?:\s+\*){3,}$")
LEADERS = re.compile(r"(?<!\.)(?P<dots>\.{4,}+)\s*+(?P<page>\d{1,4})?+$")
"""The leaders of a contents line and what stands behind them; each run of dots is tried once."""
FEWEST_DOTS = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the head of a line."""

    word: str
    value: str
    ordinal: int
    label_length: int
    """Characters up to the title, or to the end of the line."""


@dataclass(frozen=True, slots=True)
class Leaders:
    """A line of a contents list: its title, and the page if one is printed."""

    title: str
    page: str


def read_division(text: str) -> Heading | None:
    """Return the heading of an article or item: ``ARTICLE 8``, ``ITEM 14 …`` in capitals."""
    match = DIVISION.match(text)
    if match is None or (match["title"] and not is_capitals(match["title"])):
        return None
    return _heading(match, match["word"].capitalize())


def read_section(text: str) -> Heading | None:
    """Return the heading of a section; its title, if any, begins with a capital."""
    match = SECTION.match(text)
    if match is None or (match["title"] and not re.match(r"[A-Z0-9“\"(]", match["title"])):
        return None
    return _heading(match, "Section")


def read_step(text: str) -> Heading | None:
    """Return the heading of a step of the grievance procedure, alone on its line: ``Step 2:``."""
    match = STEP.match(text)
    if match is None or match["title"] or not text.rstrip().endswith(":"):
        return None
    return _heading(match, "Step")


def read_leaders(text: str) -> Leaders | None:
    """Return what a line of a contents list says: ``Soup ........ 7``; None if no leaders end it."""
    match = LEADERS.search(text)
    if match is None:
        return None
    title = text[: match.start()].rstrip()
    if not title and len(match["dots"]) > FEWEST_DOTS:
        title = "."  # a title that wrapped: leaders alone
    return Leaders(title, match["page"] or "") if title else None


def may_be_heading(before: str | None) -> bool:
    """Say whether a heading can stand after a line that ends with ``before``: not where that line is left hanging."""
    return before is None or not REFERS_ON.search(before)


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
    words = text.lower().split(" ")
    last = len(words) - 1
    return " ".join(
        word if word in SMALL_WORDS and 0 < index < last else _capitalised(word) for index, word in enumerate(words)
    )


def _heading(match: re.Match[str], word: str) -> Heading:
    value = match["value"]
    digits = re.match(r"\d+", value)
    ordinal = int(digits[0]) if digits else roman_value(value)
    return Heading(word, value, ordinal, match.start("title") if match["title"] else match.end())


def _capitalised(word: str) -> str:
    for mark in ("-", "/"):
        if mark in word and word not in SMALL_WORDS:
            return mark.join(_capitalised(half) for half in word.split(mark))
    letters = word.lstrip("(“\"'")
    return word[: len(word) - len(letters)] + letters[:1].upper() + letters[1:]
