"""Read the head of a memorandum: its form, its parties, its subject; and give it a name for addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from contract_site.model.source import Line
from contract_site.parse import headings

FORM = re.compile(r"(?:memorandum|memoranda|letter|settlement)s?\b.*", re.IGNORECASE)
SUBJECT = re.compile(r"(?:re|subject)\s*:\s*", re.IGNORECASE)
PARTY_WORDS = re.compile(
    r"(?:between\b|and(?: the)?$|the$|united states|american postal|u\.s\. postal|workers union|afl|.*\bcraft$|service$|\()",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"between\b", re.IGNORECASE)
"""A head that names its parties; without it all of the head is title."""
LONGEST_HEAD = 14


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a memorandum."""

    form: str
    """As a title (``Memorandum of Understanding``); empty if none is printed."""
    caption: tuple[Line, ...]
    """Form and parties, line by line."""
    title: tuple[Line, ...]
    """The lines of its subject, ``Re:`` included."""
    body: tuple[Line, ...]


def read_head(lines: Sequence[Line], body: int | None) -> Head:
    """Divide a memorandum's lines into head and text; ``body`` is the line on which an editor saw the text begin."""
    count = _head_length(lines) if body is None else sum(line.number < body for line in lines)
    head, rest = lines[:count], lines[count:]
    first = next((index for index, line in enumerate(head) if SUBJECT.match(line.text)), None)
    if first is None:
        first = _untitled(head) if any(BETWEEN.match(line.text) for line in head) else 0
    forms = sorted((line.text for line in head[:first] if FORM.match(line.text)), key=lambda text: " of " not in text.lower())
    return Head(_as_form(forms[0] if forms else ""), tuple(head[:first]), tuple(head[first:]), tuple(rest))


def slug(title: str) -> str:
    """Return the title as addresses write it: ASCII, lower case, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ").replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words)[:60].strip("-")


def _head_length(lines: Sequence[Line]) -> int:
    """How many lines the head has by rule: form, parties, then the subject and its capitals."""
    count = 0
    while count < min(len(lines), LONGEST_HEAD) and _belongs(lines[count].text):
        count += 1
    return count


def _belongs(text: str) -> bool:
    return bool(FORM.fullmatch(text) or SUBJECT.match(text) or PARTY_WORDS.match(text)) and not text.endswith(".")


def _untitled(head: Sequence[Line]) -> int:
    """Where the title begins in a head without ``Re:``: after the last line that names form or parties."""
    last = 0
    for index, line in enumerate(head):
        if FORM.match(line.text) or PARTY_WORDS.match(line.text) or headings.DIVISION.match(line.text):
            last = index + 1
    return last


def _as_form(printed: str) -> str:
    words = re.sub(r"\(.*?\)", "", printed).strip(" .").split()
    return " ".join(word.lower() if word.lower() in headings.SMALL_WORDS else word.capitalize() for word in words)
