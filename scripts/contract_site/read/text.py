"""Read a plain-text source and split it into lines, with corrections made and printed pages marked."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from contract_site.model.document import AppliedCorrection
from contract_site.model.editorial import Correction, at_entry
from contract_site.model.finding import SettingsError, SourceError
from contract_site.model.source import NUMBERED_END, Line, Look, Piece, SourceSpan, SourceText, Words
from contract_site.read.encoding import EncodingError, decode

LARGEST_SOURCE = 20_000_000
"""Bytes. The longest agreement known to us has 0.6 MB of text; a file beyond this is not an agreement's text."""
SMALLER = "give the file of one agreement; a scan with smaller pictures, or in several files"
LONGEST_LINE = 1_000_000
"""Characters. The longest agreement known to us has fewer in all its lines."""
NOTHING = Words()
LINE_END = re.compile(r"\r\n|[\r\n\f]")
"""A form feed ends a line of text too, but does not count in line numbers."""


def read_bytes(path: Path, name: str) -> bytes:
    """Return what is in the file at ``path``. Raises SourceError, calling it ``name``, if it is missing or too large."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(f"{name}:1: cannot be read (no file but a folder or a device); name the file of the text")
        if found.st_size > LARGEST_SOURCE:
            raise SourceError(f"{name}:1: larger than {LARGEST_SOURCE // 1_000_000} MB; {SMALLER}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise SourceError(f"{name}:1: cannot be read ({why}); check the name and its permissions") from None


def read_source(path: Path, name: str | None = None) -> SourceText:
    """Read and decode the plain text at ``path``; findings will call it ``name``.

    Raises SourceError, naming the file and the place, if it is missing, empty, too large, a folder, binary, no UTF-8, or has a
    line longer than any text's.
    """
    shown = name or str(path)
    return decode_source(read_bytes(path, shown), shown)


def decode_source(data: bytes, name: str) -> SourceText:
    """Decode the bytes of a source: UTF-8, or what its byte order mark says. Raises SourceError if they are no text."""
    try:
        text = decode(data)
    except EncodingError as error:
        raise SourceError(f"{name}:{error.line}: {error}") from None
    if not text.strip():
        raise SourceError(f"{name}:1: the file is empty; give the agreement's text")
    _check_lines(text, name)
    return SourceText(name, text, hashlib.sha256(data).hexdigest())


def check_sha256(source: SourceText, expected: str, path: str) -> None:
    """Raise SettingsError if the source is another file than ``path`` (``agreement.toml``) expects; empty expects nothing."""
    if expected and not re.fullmatch("[0-9a-f]{64}", expected):
        raise SettingsError(
            f"{path}: key 'sha256' in [source] is '{expected}'; the SHA-256 of {source.name} is {source.sha256}, write that"
        )
    if expected and source.sha256 != expected:
        raise SettingsError(
            f"{source.name}:1: SHA-256 is {source.sha256}, but [source] expects {expected}; "
            "the source changed: restore it, or review every editors' file and correct the key"
        )


def _check_lines(text: str, name: str) -> None:
    """Raise SourceError if a line is longer than any text of an agreement: its ends were lost, or it is something else."""
    start = 0
    for end, following in (*(match.span() for match in LINE_END.finditer(text)), (len(text), 0)):
        if end - start > LONGEST_LINE:
            line = len(NUMBERED_END.findall(text, 0, start)) + 1
            raise SourceError(f"{name}:{line}: a line of {end - start:,} characters; end lines where paragraphs or headings do")
        start = following


def locate_corrections(
    source: SourceText, corrections: Sequence[Correction], path: str, lines: Sequence[int] = ()
) -> tuple[AppliedCorrection, ...]:
    """Find each correction's raw text at its place, in source order.

    Raises SettingsError, naming ``path`` (the corrections file) and of ``lines`` that of the entry, if raw text is not found,
    not unique, or overlaps.
    """
    places = [at_entry(path, lines, number) for number in range(1, len(corrections) + 1)]
    each = zip(corrections, places, strict=True)
    found = sorted((_locate(source, c, source.line_starts, place) for c, place in each), key=lambda applied: applied.span)
    for before, after in pairwise(found):
        if after.span.start < before.span.end:
            line = source.line_number(after.span.start)
            path = places[next(at for at, each in enumerate(corrections) if each is after.correction)]
            raise SettingsError(f"{path}: corrections overlap at {source.name}:{line}: {after.correction.raw!r}; join them")
    return tuple(found)


def split_lines(source: SourceText, corrections: Sequence[AppliedCorrection] = ()) -> tuple[Line, ...]:
    """Return the source's lines that are not blank, corrected, without white space at their ends."""
    return tuple(_looked_at(source, _groups(source.text, corrections)))


def _looked_at(source: SourceText, groups: Iterable[tuple[str, Words]]) -> Iterator[Line]:
    """Yield the lines with words, each with the white space before it and the sheet on which it stands."""
    gap, sheet, seen = 0, 1, 0
    plain = cache(_plain_look)
    for read, words in groups:
        if not words.pieces:
            gap += 1
            continue
        start = words.pieces[0].start
        sheet += source.text.count("\f", seen, start)
        seen, number = start, source.line_number(start)
        look = _with_lead(source, number, words) if source.looks else plain(_indent(read), gap, sheet)
        yield Line(number, words, look=look)
        gap = 0


def _plain_look(indent: int, gap: int, sheet: int) -> Look:
    """The look of a line of plain text; most lines of a sheet share theirs."""
    return Look(indent=indent, gap=gap, sheet=sheet)


def _with_lead(source: SourceText, number: int, words: Words) -> Look:
    """The look of a line of which corrections may have made the words set apart at its head longer or shorter."""
    look, line = source.looks[number - 1], source.line_starts[number - 1]
    before = source.text[line : words.start]
    begin = line + len(before) - len(before.lstrip())
    if not look.lead or (len(words.pieces) == 1 and words.start == begin and not words.pieces[0].corrected):
        return look
    return replace(look, lead=sum(_before(piece, begin + look.lead) for piece in words.pieces))


def _before(piece: Piece, end: int) -> int:
    """How many characters of a piece stand before an offset of the source."""
    return len(piece.text) if piece.end <= end else max(0, min(len(piece.text), end - piece.start))


def _indent(text: str) -> int:
    """The columns of white space before the first word; a tab goes on to the next eighth column."""
    before = text[: len(text) - len(text.lstrip())]
    return len(before.expandtabs(8)) if "\t" in before else len(before)


def _locate(source: SourceText, correction: Correction, starts: Sequence[int], path: str) -> AppliedCorrection:
    place = f"line {correction.line}" if correction.line is not None else f"offset {correction.at}"
    wrong = f"{path}: correction at {place}: raw text {correction.raw!r}"
    if not correction.raw:
        raise SettingsError(f"{wrong} is empty; give the characters of {source.name} that are to be replaced")
    if correction.certainty and not correction.text.strip():
        raise SettingsError(f"{wrong} is removed with a certainty, but nothing can be marked there; take in the word beside it")
    if correction.at is not None:
        start = correction.at
        if start < 0 or not source.text.startswith(correction.raw, start):
            raise SettingsError(f"{wrong} is not found there in {source.name}; correct or remove the entry")
        return AppliedCorrection(SourceSpan(start, start + len(correction.raw)), correction)
    if correction.line is None or not 0 < correction.line <= len(starts):
        raise SettingsError(f"{wrong} has no place in {source.name}; give a line of the source, or at")
    begin = starts[correction.line - 1]
    stop = starts[correction.line] if correction.line < len(starts) else len(source.text)
    first = source.text.find(correction.raw, begin)
    if not begin <= first < stop:
        raise SettingsError(f"{wrong} is not found there in {source.name}; correct or remove the entry")
    if begin <= source.text.find(correction.raw, first + 1) < stop:
        raise SettingsError(f"{wrong} occurs twice in that line of {source.name}; give more of the words around it")
    return AppliedCorrection(SourceSpan(first, first + len(correction.raw)), correction)


def _groups(text: str, corrections: Sequence[AppliedCorrection]) -> Iterator[tuple[str, Words]]:
    """Yield each line as it reads, and its words without white space at their ends.

    Words that a correction removes are in none.
    """
    current: list[Piece] = []
    position = 0
    for applied in corrections:
        yield from _plain(text, position, applied.span.start, current)
        position = applied.span.end
        right = applied.correction.text
        if right:
            current.append(Piece(right, applied.span.start if right.strip() else position, position, corrected=True))
    yield from _plain(text, position, len(text), current)
    yield _gathered(current)


def _plain(text: str, start: int, end: int, current: list[Piece]) -> Iterator[tuple[str, Words]]:
    """Yield the lines that end between two offsets; ``current`` holds the pieces of a line that does not end there."""
    for match in LINE_END.finditer(text, start, end):
        stop = match.start()
        if current:
            yield _gathered([*current, Piece(text[start:stop], start, stop)] if stop > start else current)
            current.clear()
        else:  # as nearly all lines are: no correction is in it
            yield _one_piece(text[start:stop], start)
        start = match.end()
    if end > start:
        current.append(Piece(text[start:end], start, end))


def _gathered(pieces: Sequence[Piece]) -> tuple[str, Words]:
    """The line of some pieces."""
    words = Words(tuple(pieces))
    return words.text, words.strip()


def _one_piece(read: str, start: int) -> tuple[str, Words]:
    """The line that reads so from an offset on: what ``_gathered`` gives for its one piece, made in one step."""
    shown = read.strip()
    if not shown:
        return read, NOTHING
    begin = start + len(read) - len(read.lstrip())
    return read, Words((Piece(shown, begin, begin + len(shown)),))
