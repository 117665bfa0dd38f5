"""A source as it was received, and words that remember where in it they stand.

Offsets are always counts of Unicode code points from the start of the decoded source file; line numbers count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

NUMBERED_END = re.compile(r"\r\n|[\r\n]")
"""What divides the lines that are counted: as editors' programs count them."""


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line of a text begins."""
    return (0, *(match.end() for match in NUMBERED_END.finditer(text)))


class SourceSpan(NamedTuple):
    """The characters ``start`` to ``end`` (exclusive) of a source; a tuple, because texts have many and sort them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set, as far as its file tells; what a file cannot tell keeps its default.

    Plain text tells indent, gap and sheet. Formats with styles tell the rest. It is evidence, never words.
    """

    indent: float = 0.0
    """White space before the first word, in characters of the usual size."""
    gap: int = 0
    """Blank lines, or that much white space, between this line and the one before."""
    sheet: int = 1
    """The sheet of the file on which the line stands, from 1; form feeds and pages of a PDF begin a new one."""
    size: float = 1.0
    """Height of the letters, in that of most letters of the file."""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    lead: int = 0
    """How many characters at the head of the line are set apart from the rest by weight, as a title run in with its text is."""
    centred: bool = False
    heading: int = 0
    """The level of heading that the file itself marks (``<h2>``, Word's Heading 2, ``##``); 0 for none."""
    level: int | None = None
    """The level, from 0, of the list that the file itself marks; None outside lists."""
    number: str = ""
    """The label that the file counts and does not hold as characters: ``a)`` of a numbered list in Word."""
    cells: int = 0
    """For a row of a table: its number of cells, which stand in the line with a tab between them; 0 elsewhere."""
    apart: str = ""
    """Why the file itself says that the line is no part of the document: ``menu of the page``; empty for its words."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference that the file itself holds: the words from ``start`` to ``end`` lead to what begins at ``to``."""

    start: int
    end: int
    to: int


@dataclass(frozen=True)
class SourceText:
    """A decoded source file. It has no slots, so that it can keep where its lines begin once somebody asked."""

    name: str
    """How findings name the file: its path below the project, or as the user gave it."""
    text: str
    """Every character as received; nothing is normalised."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    looks: tuple[Look, ...] = ()
    """How each line is set, the first for line 1, where a reader took the text out of a marked file; else empty."""
    pointers: tuple[Pointer, ...] = ()
    """References that the file itself holds, in the order of their words."""

    def line_number(self, offset: int) -> int:
        """Return the number, from 1, of the physical line in which ``offset`` stands."""
        return bisect_right(self.line_starts, offset)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each physical line begins."""
        return line_starts(self.text)


class Piece(NamedTuple):
    """Some visible words and the span of the source they were read from.

    An ordinary piece has as many characters as its span. A corrected piece shows other characters than the source does.
    A joint (a space between two lines) has an empty span. A page mark shows nothing and covers the printed number.
    """

    text: str
    start: int
    end: int
    page: str | None = None
    """For a page mark: the printed page that begins here."""
    corrected: bool = False
    again: bool = False
    """For a page mark: the page began before, and its words go on here behind those of a later page."""

    @property
    def plain(self) -> bool:
        """Whether each character of the text is one of the span's."""
        return not self.corrected and len(self.text) == self.end - self.start

    def cut(self, begin: int, stop: int) -> Piece:
        """Return the part of the piece that shows ``text[begin:stop]``.

        A corrected piece cannot be divided in its source: its whole span goes with its first visible character.
        """
        if not self.corrected and len(self.text) == self.end - self.start:
            return Piece(self.text[begin:stop], self.start + begin, self.start + stop)
        first = len(self.text) - len(self.text.lstrip())
        start = self.start if begin <= first else self.end
        return self._replace(text=self.text[begin:stop], start=start, end=start if stop <= first else self.end)


@dataclass(frozen=True, slots=True)
class PageMark:
    """A printed page that begins, or goes on, at ``offset`` of the words it belongs to."""

    offset: int
    page: str
    again: bool = False
    """It began before, and goes on here behind words of a later page."""


@dataclass(frozen=True, init=False)
class Words:
    """Visible words made of pieces; the unit that parsing cuts and joins without losing the place in the source.

    They have no slots, so that they keep their text once somebody asked.
    """

    pieces: tuple[Piece, ...]

    def __init__(self, pieces: tuple[Piece, ...] = ()) -> None:
        own = self.__dict__  # a text has so many words that the way which is made for frozen classes takes twice the time
        own["pieces"] = pieces
        if len(pieces) == 1:  # as nearly all words are; every rule asks for their text
            own["text"] = pieces[0].text

    @cached_property
    def text(self) -> str:
        """The words as a reader sees them."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def spans(self) -> tuple[SourceSpan, ...]:
        """Where the words stand in the source, page marks left out, adjoining spans joined, in source order."""
        if len(self.pieces) == 1 and self.pieces[0].page is None:  # as nearly all words are
            _, start, end, *_ = self.pieces[0]
            return (SourceSpan(start, end),) if end > start else ()
        spans = [SourceSpan(p.start, p.end) for p in self.pieces if p.page is None and p.end > p.start]
        return merge_spans(spans) if len(spans) > 1 else tuple(spans)

    @property
    def marks(self) -> tuple[PageMark, ...]:
        """The printed pages that begin inside the words."""
        found: list[PageMark] = []
        offset = 0
        for piece in self.pieces:
            if piece.page is not None:
                found.append(PageMark(offset, piece.page, piece.again))
            offset += len(piece.text)
        return tuple(found)

    @property
    def marks_only(self) -> tuple[Piece, ...]:
        """The page marks without the words around them."""
        return tuple(piece for piece in self.pieces if piece.page is not None)

    @property
    def mark_spans(self) -> tuple[tuple[SourceSpan, str], ...]:
        """The source spans of the page numbers inside the words, with their printed page."""
        return tuple([(SourceSpan(p.start, p.end), p.page) for p in self.pieces if p.page is not None])

    @property
    def start(self) -> int:
        """The source offset of the first character; -1 if there is none."""
        return next((piece.start for piece in self.pieces), -1)

    @property
    def start_of_text(self) -> int:
        """The source offset of the first visible character; -1 if there is none."""
        if self.pieces and self.pieces[0].page is None:  # as nearly all words are
            return self.pieces[0].start
        return next((piece.start for piece in self.pieces if piece.page is None), -1)

    def cut(self, begin: int, stop: int | None = None) -> Words:
        """Return the words that show ``text[begin:stop]``; page marks strictly inside or at ``begin`` stay with them."""
        last = len(self.text) if stop is None else stop
        if len(self.pieces) == 1 and self.pieces[0].page is None:  # what nearly all words are
            end = len(self.text)
            inside = begin < end and last > 0 and begin < last
            return Words((self.pieces[0].cut(max(begin, 0), min(last, end)),)) if inside else Words()
        kept: list[Piece] = []
        offset = 0
        for piece in self.pieces:
            end = offset + len(piece.text)
            if piece.page is not None:
                if begin <= offset < last or (stop is None and offset == last):
                    kept.append(piece)
            elif offset < last and end > begin:
                kept.append(piece.cut(max(begin, offset) - offset, min(last, end) - offset))
            offset = end
        return Words(tuple(kept))

    def strip(self) -> Words:
        """Return the words without white space at either end; page marks there are kept."""
        text = self.text
        begin = len(text) - len(text.lstrip())
        stop = len(text.rstrip())
        if stop <= begin:
            return Words(tuple(piece for piece in self.pieces if piece.page is not None))
        if begin == 0 and stop == len(text):
            return self
        if len(self.pieces) == 1:
            return Words((self.pieces[0].cut(begin, stop),))
        before = tuple(p for p in self.cut(0, begin).pieces if p.page is not None)
        after = tuple(p for p in self.cut(stop).pieces if p.page is not None)
        return Words(before + tuple(p for p in self.cut(begin, stop).pieces) + after)

    def joined(self, other: Words, joint: str) -> Words:
        """Return both, with ``joint`` (a space, or nothing) between them."""
        if not self.pieces or not other.pieces:
            return Words(self.pieces + other.pieces)
        end = self.pieces[-1].end
        middle = (Piece(joint, end, end),) if joint else ()
        return Words(self.pieces + middle + other.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source after corrections."""

    number: int
    """Its physical line in the source, from 1."""
    words: Words
    page: str | None = None
    """The printed page it stands on, as printed (``iv``, ``93``)."""
    tight: bool = False
    """The line goes on with the word that the line before began: join them without a space."""
    parted: bool = False
    """The line was parted from the one before at a space: join them with one."""
    look: Look = Look()
    text: str = field(init=False, repr=False, compare=False)
    """The line as read, white space at its ends removed; kept, because every rule asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.words.text)

    def with_words(self, words: Words) -> Line:
        """Return the line with other words in the same place."""
        return replace(self, words=words)


def merge_spans(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    """Return ``spans`` in order, each run of touching or overlapping ones as one."""
    return tuple(_merged(sorted(spans)))


def _merged(spans: Iterable[SourceSpan]) -> Iterator[SourceSpan]:
    start = end = -1
    for span in spans:
        if span.start <= end:
            end = max(end, span.end)
            continue
        if end >= 0:
            yield SourceSpan(start, end)
        start, end = span
    if end >= 0:
        yield SourceSpan(start, end)
