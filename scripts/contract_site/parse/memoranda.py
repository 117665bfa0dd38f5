"""Read the head of a memorandum: its form, its parties, its subject; and give it a name for addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contract_site.apart.captions import is_capitals
from contract_site.model.edition_settings import PartSettings
from contract_site.model.letters import in_plain_letters
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.ranks import SUBJECT_WORDS

FORM = re.compile(
    r"(?:(?:memorandum|memoranda|letter|settlement)s?\b|side\s+letter\b|lettre\s+d['’]entente\b|carta\s+acuerdo\b).*",
    re.IGNORECASE,
)
SUBJECT = re.compile(rf"{SUBJECT_WORDS}\s*:\s*", re.IGNORECASE)
BETWEEN = re.compile(r"(?:between|entre|zwischen|tussen)\b", re.IGNORECASE)
"""A head that names its parties, up to its subject; a head without it is all title."""
JOINING = ("and", "and the", "the", "et", "et le", "et la", "y", "y el", "und", "en")
"""What stands on a line of its own between the names of parties."""
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


def head_of(lines: Sequence[Line], settings: PartSettings) -> Head:
    """Divide the lines of a part into head and text, as its settings and its kind say."""
    if settings.kind in ("memorandum", "appendix", "attachment") or settings.body is not None:
        return read_head(lines, settings.body)
    count = 1 if lines and (is_capitals(lines[0].text) or lines[0].text.rstrip(":") == settings.title) else 0
    return Head("", (), tuple(lines[:count]), tuple(lines[count:]))


def read_head(lines: Sequence[Line], body: int | None) -> Head:
    """Divide a memorandum's lines into head and text; ``body`` is the line on which an editor saw the text begin."""
    count = _head_length(lines) if body is None else sum(line.number < body for line in lines)
    head, rest = lines[:count], lines[count:]
    first = next((index for index, line in enumerate(head) if SUBJECT.match(line.text)), None)
    if first is None:
        first = len(head) if any(BETWEEN.match(line.text) for line in head) else 0
    forms = sorted((line.text for line in head[:first] if FORM.match(line.text)), key=lambda text: " of " not in text.lower())
    return Head(_as_form(forms[0] if forms else ""), tuple(head[:first]), tuple(head[first:]), tuple(rest))


def slug(title: str) -> str:
    """Return the title as addresses write it: ASCII, lower case, words joined by hyphens."""
    return in_plain_letters(title.replace("&", " and ").replace("’", "").replace("'", ""))[:60].strip("-")


def _head_length(lines: Sequence[Line]) -> int:
    """How many lines the head has by rule: the form, then, from ``between`` on, the names of parties, then the subject."""
    inside = False
    for count, line in enumerate(lines[:LONGEST_HEAD]):
        inside = inside or bool(BETWEEN.match(line.text) or SUBJECT.match(line.text))
        if not (FORM.fullmatch(line.text) or (inside and _names_or_titles(line.text))) or line.text.endswith("."):
            return count
    return min(len(lines), LONGEST_HEAD)


def _names_or_titles(text: str) -> bool:
    """Whether a line of the head names parties or a subject: it has capitals, or reads as a title."""
    marked = BETWEEN.match(text) or SUBJECT.match(text) or text.startswith("(")
    return bool(marked) or is_capitals(text) or headings.is_title(text.rstrip(",")) or text.lower().strip(" :") in JOINING


def _as_form(printed: str) -> str:
    words = re.sub(r"\([^()]*\)", "", printed).strip(" .").split()
    return " ".join(word.lower() if word.lower() in headings.SMALL_WORDS else word.capitalize() for word in words)
