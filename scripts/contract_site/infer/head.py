"""The head of a document: what stands before its contents list and its first article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract_site.model.document import Edition
from contract_site.model.source import NUMBERED_END, Look

LONGEST = 60
"""Lines; a cover and what follows it are shorter."""
CONTENTS = re.compile(
    r"(?<!\W)\W*+(?:table of )?(?:contents|index|sommaire|table des matières|inhalt\w*|índice|содержание)\W*+", re.IGNORECASE
)
LEADERS = re.compile(r"(?<![.…_])[.…_]{4,}+\s*+\d*+$|(?<!\s)\s{3,}+\d{1,3}+$")
"""What leads from a title to its page in a contents list."""
ARTICLE = "article"
SPACED = re.compile(r"\b(?:[^\W\d_] ){2,}[^\W\d_]\b")
"""``A G R E E M E N T``: letters set apart for looks."""

SAME_SIZE = 0.15
"""Heights of letters, in that of most, that differ by no more are the same: programs that write PDFs round them."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head, as it is set."""

    number: int
    """From 1."""
    text: str
    look: Look


def head_of(edition: Edition) -> tuple[HeadLine, ...]:
    """Return the lines before the contents list or the first article, blank ones and what the file sets apart left out."""
    lines: list[HeadLine] = []
    for line in _lines(edition):
        if CONTENTS.fullmatch(line.text) or LEADERS.search(line.text) or len(lines) == LONGEST:
            break
        if not line.look.apart:
            lines.append(line)
    return tuple(lines)


def matter_of(edition: Edition) -> dict[str, tuple[int, str]]:
    """Return what rows ``name: value`` at the head of the file say, set apart by the file itself: line and value by name."""
    rows: dict[str, tuple[int, str]] = {}
    for line in _lines(edition):
        name, colon, value = line.text.partition(":")
        if colon and line.look.apart and value.strip(" '\""):
            rows.setdefault(name.strip().lower(), (line.number, value.strip(" '\"")))
    return rows


def _lines(edition: Edition) -> Iterator[HeadLine]:
    source = edition.source
    first = next((row.line for row in edition.outline if row.kind == ARTICLE), len(source.line_starts) + 1)
    for number, words in enumerate(NUMBERED_END.split(source.text)[: first - 1], 1):
        text = SPACED.sub(lambda found: found[0].replace(" ", ""), " ".join(words.split()))
        if text:
            yield HeadLine(number, text, source.looks[number - 1] if number <= len(source.looks) else Look())
