"""Find the printed page numbers that stand among a source's lines, and mark each line with its page.

A page number is believed only if it is the one that follows the page before: a table's ``20`` or a cell's ``123`` alone
on a line is not. Roman numbers count the front of the book, Arabic ones start again at 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_site.model.numeral import roman, roman_value
from contract_site.model.source import Line, Piece, Words

NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,8}")
LONGEST_NUMBER = 8
"""Characters of the longest such number: most lines are longer, and no number."""
GLUED = re.compile(r"(?<![A-Za-z’'-])(?P<word>[A-Za-z’'-]*+(?<=[A-Za-z]))(?P<page>\d{1,4})")
"""A number printed inside a word that a page end broke: ``su36`` before ``pervisor``."""


def mark_pages(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with their printed page; page numbers become marks at the head of the line that follows."""
    return tuple(_marked(lines))


def _marked(lines: Sequence[Line]) -> Iterator[Line]:
    page: str | None = None
    pending: tuple[Piece, ...] = ()
    tight = False
    last = len(lines) - 1
    for index, line in enumerate(lines):
        if index < last and _is_next(line.text, page):
            page = line.text
            pending += _mark(line.words, page)
            continue
        words, glued = line.words, None
        if index < last and lines[index + 1].text[:1].islower():
            glued = _glued_page(line.text, page)
        if glued is not None:
            words = line.words.cut(0, glued)
        marked = Words((*pending, *words.pieces)) if pending else words
        yield Line(line.number, marked, page, tight, line.parted, line.look)
        pending, tight = (), glued is not None
        if glued is not None:
            page = line.text[glued:]
            pending = _mark(line.words.cut(glued), page)


def _mark(words: Words, page: str) -> tuple[Piece, ...]:
    return (Piece("", words.pieces[0].start, words.pieces[-1].end, page),)


def _is_next(text: str, page: str | None) -> bool:
    """Say whether the text is the number of the page after ``page``."""
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return False
    return text in _successors(page)


def _glued_page(text: str, page: str | None) -> int | None:
    """Return the offset of a page number glued to the last word of the line, or None."""
    if page is None or not page.isdigit() or not text[-1:].isdigit():
        return None
    word = text.rpartition(" ")[2]
    match = GLUED.fullmatch(word)
    if match is None or match["page"] != str(int(page) + 1):
        return None
    return len(text) - len(match["page"])


def _successors(page: str | None) -> tuple[str, ...]:
    if page is None:
        return ("i", "1")
    if page.isdigit():
        return (str(int(page) + 1),)
    return (roman(roman_value(page) + 1), "1")
