"""Give a source whose text runs on in very long lines the lines it lost: at headings, labels and editors' places.

Every place that looks like a label is offered; the tree decides which count and joins the rest again, so nothing is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from contract_site.model.source import Line
from contract_site.parse.judge import COUNTED, hangs
from contract_site.parse.labels import printed_label
from contract_site.parse.ranks import RANKS

LONG_LINE = 1200
"""Characters. No printed line is as long; a longer one is text that runs on."""
HEADING = re.compile(r"(?:(?<=\s)|^)(?:ITEM|ARTICLE)\s+(?:\d{1,3}|[IVXLC]{1,8})(?=[\s.:])")
SECTION = re.compile(r"(?:(?<=\s)|^)Section\s+\d{1,2}[A-Z]?\.\s")
CANDIDATE = re.compile(r"(?:(?<=\s)|^)(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,5})\)|[A-Za-z]\.)(?=\s)")
WORD = re.compile(r"\S+")
NAMED = (HEADING, SECTION, CANDIDATE)
"""Where lines are cut in a source whose editors named the parts: their tree was read with these places, and no others."""
_WORDS = "|".join(
    form for word in sorted(RANKS, key=len, reverse=True) for form in (re.escape(word.capitalize()), re.escape(word.upper()))
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*[A-Za-z]?|[IVXLC]{1,8}|[A-Z]|[A-Z][a-z]{2,9}(?:-[a-z]{3,5})?)"
_OVER = "|".join(form for word in ("article", "chapter", "part") for form in (word.capitalize(), word.upper()))
LEARNED = (
    *NAMED,
    re.compile(rf"(?:(?<=[.:;!?)”\"’]\s)|^)(?:{_WORDS})\.?\s*(?:No\.?\s*)?{_NUMBER}(?=\s*[-–—.:]|\s+[A-Z“\"]|$)"),
    re.compile(rf"(?<=\w\s)(?:{_OVER})\.?\s+{_NUMBER}[.:](?=\s+[A-Z][a-z])"),
    re.compile(r"(?:(?<=\s)|^)(?:\d{1,2}[.)]|[ivx]{2,5}\.)(?=\s+[^\W\d_a-z])"),
    re.compile(r"(?:(?<=[.:;!?)”\"’]\s)|^)\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s+[^\W\d_])"),
)
"""Where else lines may begin: at every word for a rank and its number behind a sentence, and at figures with marks."""


def split_run_on(
    lines: Sequence[Line], offsets: Sequence[int], patterns: Sequence[re.Pattern[str]] = LEARNED
) -> tuple[Line, ...]:
    """Return the lines cut at what the patterns find and at the source ``offsets`` that editors named."""
    return tuple(piece for line in lines for piece in _split(line, offsets, patterns))


def runs_on(lines: Sequence[Line]) -> bool:
    """Say whether most of the text stands in lines longer than any printed line."""
    long = sum(len(line.text) for line in lines if len(line.text) > LONG_LINE)
    return 2 * long > sum(len(line.text) for line in lines)


def _split(line: Line, offsets: Sequence[int], patterns: Sequence[re.Pattern[str]]) -> Iterator[Line]:
    text = line.text
    forced = sorted(_columns(line, offsets))
    cuts = {*forced, *(match.start() for pattern in patterns for match in pattern.finditer(text))}
    if patterns is LEARNED:
        cuts -= {cut for cut in cuts if _belongs_to_word(text, cut)}
    bounds = sorted({0, len(text)} | _without_headings(text, cuts, forced))
    yield from _cut(line, bounds)


def _belongs_to_word(text: str, cut: int) -> bool:
    """Say whether a number stands behind a word that it belongs to: ``Section 1.``, ``no later than March 1.``"""
    before = text[max(0, cut - 40) : cut].rstrip()
    return hangs(before) or COUNTED.search(before) is not None


def _without_headings(text: str, cuts: set[int], forced: Sequence[int]) -> set[int]:
    """The cuts, less those inside the capitals of a heading; each heading's capitals end with a cut."""
    kept, ends = sorted(cuts), set[int]()
    inside: list[tuple[int, int]] = []
    for match in HEADING.finditer(text):
        if inside and match.start() < inside[-1][1]:
            continue  # its words are capitals of the heading before
        after = bisect_right(forced, match.start())
        end = _end_of_capitals(text, match.end(), forced[after] if after < len(forced) else len(text))
        inside.append((match.start(), end))
        ends.add(end)
    starts = [start for start, _ in inside]
    for cut in kept:
        at = bisect_left(starts, cut) - 1
        if at < 0 or not inside[at][0] < cut < inside[at][1]:
            ends.add(cut)
    return ends


def _cut(line: Line, bounds: Sequence[int]) -> Iterator[Line]:
    """Cut a line at ascending columns."""
    text = line.text
    for begin, end in pairwise(bounds):
        words = line.words.cut(begin, end if end < bounds[-1] else None).strip()
        if words.pieces:
            parted = any(character.isspace() for character in text[max(0, begin - 1) : begin + 1])
            yield replace(line, words=words, tight=not parted if begin else line.tight, parted=parted)


def _columns(line: Line, offsets: Sequence[int]) -> set[int]:
    """The columns of the line at which the source offsets stand."""
    found: set[int] = set()
    column = 0
    for piece in line.words.pieces:
        found |= {column + (at - piece.start) for at in offsets if piece.start <= at < max(piece.end, piece.start + 1)}
        column += len(piece.text)
    return {min(column, value) for value in found}


def _end_of_capitals(text: str, start: int, limit: int) -> int:
    """Where the words in capitals that follow a heading's number end; a label at their end is not one of them."""
    end = start
    for match in WORD.finditer(text, start, limit):
        word = match[0]
        if any(character.islower() for character in word):
            break
        if not _may_begin_list(word) and (len(word.strip(".,")) > 1 or any(c.isdigit() for c in word)):
            end = match.end()
    return end


def _may_begin_list(word: str) -> bool:
    """Say whether the word is a letter's label or the first of a list of figures; ``(10)`` belongs to ``TEN (10) DAYS``."""
    label = printed_label(word).strip("().")
    return bool(label) and (not label.isdigit() or label == "1")
