"""Read a source printed in columns: each column's words in reading order, cut where editors' rows begin.

A line-break hyphen of the print (``Depart- ment``) is taken out where a small letter follows it; a real one that stood at
the end of a line (``well- being``) is kept by a correction at its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from contract_site.model.collation import FURNITURE, Collation, ColumnRun, ExplanationRow, OutlineRow
from contract_site.model.document import AppliedCorrection, Furniture
from contract_site.model.editorial import Correction
from contract_site.model.finding import SettingsError
from contract_site.model.source import Line, Piece, SourceSpan, SourceText, Words

BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\s+(?=[a-zà-ÿ])")
BROKEN_END = re.compile(r"[^\W\d_]-\s*$")
HYPHEN = "hyphen at a line end of the print"
ELSEWHERE = "explains another edition"

Row = TypeVar("Row", OutlineRow, ExplanationRow)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a source printed in columns gives one edition."""

    lines: tuple[tuple[OutlineRow, Line], ...]
    """The words from each row of the outline to the next, in reading order."""
    explanations: tuple[tuple[ExplanationRow, Words], ...]
    """The same for the explanations of this edition."""
    furniture: tuple[Furniture, ...]
    """What belongs to other columns and editions, and what is no text."""


def read_columns(
    source: SourceText,
    collation: Collation,
    corrections: Sequence[AppliedCorrection],
    slug: str,
    named: Callable[[Correction], str],
) -> Columns:
    """Return the edition's words; ``named`` gives the place of a correction in the editors' file, as errors name it.

    Raises SettingsError, naming file and line, if rows do not cover the source once, do not stand where they say, are out
    of reading order, or a correction lies outside the edition's columns.
    """
    _check_cover(source, collation.runs)
    used: set[int] = set()
    furniture: list[Furniture] = []
    lines: list[tuple[OutlineRow, Line]] = []
    for column in collation.reads:
        stream = _stream(source, _runs(collation, column), corrections, furniture, used)
        own = {run.place: run for run in _runs(collation, column)}
        rows = [row for row in collation.outline if any(run.start <= row.at < run.end for run in own.values())]
        lines += [(row, Line(source.line_number(row.at), words)) for row, words in _cut(source, stream, rows)]
    _check_all_used(collation.outline, [row for row, _ in lines])
    explanations = _explanations(source, collation, corrections, furniture, used, slug)
    if unused := [applied for applied in corrections if applied.span.start not in used]:
        first = unused[0]
        raise SettingsError(
            f"{named(first.correction)}: correction at offset {first.span.start}: raw text {first.correction.raw!r} stands in "
            "no column of this edition, or runs over the end of a run; correct or remove the entry"
        )
    return Columns(_paged(lines), explanations, (*furniture, *_elsewhere(collation)))


def _check_cover(source: SourceText, runs: Iterable[ColumnRun]) -> None:
    end = 0
    for run in sorted(runs, key=lambda run: (run.start, run.end)):
        if run.start != end or run.end <= run.start:
            raise SettingsError(f"{run.place}: the run covers {run.start} to {run.end}, but the run before it ends at {end}")
        if run.column != FURNITURE and not source.text.startswith(run.note, run.start):
            raise SettingsError(f"{run.place}: the words '{run.note}' do not stand at offset {run.start} of {source.name}")
        if run.column == FURNITURE and not run.note.strip():
            raise SettingsError(f"{run.place}: furniture needs a reason in its last field")
        end = run.end
    if end != len(source.text):
        raise SettingsError(f"{source.name}:1: the rows of its columns end at {end}, but it has {len(source.text)} characters")


def _check_all_used(rows: Sequence[OutlineRow], used: Sequence[OutlineRow]) -> None:
    known = {row.place for row in used}
    for row in rows:
        if row.place not in known:
            raise SettingsError(f"{row.place}: offset {row.at} stands in no column that this edition reads")


def _runs(collation: Collation, column: str) -> list[ColumnRun]:
    return [run for run in collation.runs if run.column == column]


def _stream(
    source: SourceText,
    runs: Sequence[ColumnRun],
    corrections: Sequence[AppliedCorrection],
    furniture: list[Furniture],
    used: set[int],
) -> list[Piece]:
    """Return a column's pieces in reading order, with a mark where each printed page begins, or goes on behind a later one."""
    pieces: list[Piece] = []
    begun: set[str] = set()
    page = ""
    starts = [applied.span.start for applied in corrections]
    for run in runs:
        near = corrections[bisect_left(starts, run.start) : bisect_left(starts, run.end)]
        inside = [applied for applied in near if applied.span.end <= run.end]
        used |= {applied.span.start for applied in inside}
        own = list(_run_pieces(source.text, run, inside, furniture))
        if not own:
            continue
        _join(source.text, pieces, own, furniture)
        mark = [Piece("", run.start, run.start, page=run.page, again=run.page in begun)] if run.page not in ("", page) else []
        page = run.page or page
        begun.add(page)
        pieces += [*mark, *own]
    return pieces


def _run_pieces(
    text: str, run: ColumnRun, corrections: Sequence[AppliedCorrection], furniture: list[Furniture]
) -> Iterator[Piece]:
    position = run.start
    for applied in corrections:
        yield from _plain(text, position, applied.span.start, furniture)
        if applied.correction.text:
            yield Piece(applied.correction.text, applied.span.start, applied.span.end, corrected=True)
        position = applied.span.end
    yield from _plain(text, position, run.end, furniture)


def _plain(text: str, start: int, end: int, furniture: list[Furniture]) -> Iterator[Piece]:
    """Yield the characters from ``start`` to ``end`` without the hyphens that a line's end put into words."""
    for match in BROKEN_WORD.finditer(text, start, end):
        if match.start() > start:
            yield Piece(text[start : match.start()], start, match.start())
        furniture.append(Furniture(SourceSpan(match.start(), match.start() + 1), HYPHEN))
        start = match.end()
    if end > start:
        yield Piece(text[start:end], start, end)


def _join(text: str, pieces: list[Piece], following: Sequence[Piece], furniture: list[Furniture]) -> None:
    """Prepare ``pieces`` for the run that follows: a word broken between them is made whole, else a space parts them.

    A correction at the end of a run goes on in the next one if what it corrects ends in a hyphen and its text not in a space.
    """
    while pieces and not pieces[-1].text.strip() and pieces[-1].page is None:
        pieces.pop()
    if not pieces:
        return
    last, first = pieces[-1], following[0].text
    bare = last.text.rstrip()
    if last.corrected and text[last.start : last.end].rstrip().endswith("-") and not last.text[-1:].isspace():
        return
    if last.plain and BROKEN_END.search(last.text) and first[:1].islower():
        cut = len(bare) - 1
        furniture.append(Furniture(SourceSpan(last.start + cut, last.start + cut + 1), HYPHEN))
        pieces[-1] = last.cut(0, cut)
        return
    pieces[-1] = last.cut(0, len(bare)) if last.plain else last._replace(text=bare)
    pieces.append(Piece(" ", last.end, last.end))


def _cut(source: SourceText, pieces: Sequence[Piece], rows: Sequence[Row]) -> Iterator[tuple[Row, Words]]:
    """Yield each row with the words from its place to that of the next row."""
    order = sorted((piece.start, index) for index, piece in enumerate(pieces) if piece.end > piece.start)
    bounds: list[tuple[int, int]] = []
    for row in rows:
        bounds.append(_position(source, pieces, order, row))
        if len(bounds) > 1 and bounds[-1] <= bounds[-2]:
            raise SettingsError(f"{row.place}: its words stand before those of the row above; keep the order of reading")
    before = Words((*pieces[: bounds[0][0]], pieces[bounds[0][0]].cut(0, bounds[0][1]))) if rows else Words()
    if before.text.strip():
        raise SettingsError(f"{rows[0].place}: words of the column stand before the first row")
    if not rows:
        if pieces:
            raise SettingsError(f"{source.name}:1: the words at offset {pieces[0].start} belong to no row")
        return
    ends = [*bounds[1:], (len(pieces), 0)]
    for row, (first, offset), (last, stop) in zip(rows, bounds, ends, strict=True):
        own = list(pieces[first:last])
        if stop:
            own.append(pieces[last].cut(0, stop))
        if offset:
            own[0] = own[0].cut(offset, len(own[0].text))
        yield row, Words(tuple(own)).strip()


def _position(
    source: SourceText, pieces: Sequence[Piece], order: Sequence[tuple[int, int]], row: OutlineRow | ExplanationRow
) -> tuple[int, int]:
    """The piece and the offset in its text at which a row's words begin; a page mark there goes with them."""
    if not source.text.startswith(row.opens, row.at):
        raise SettingsError(f"{row.place}: the words '{row.opens}' do not stand at offset {row.at} of {source.name}")
    found = bisect_right(order, (row.at, len(pieces))) - 1
    index = order[found][1] if found >= 0 else -1
    piece = pieces[index]
    if index < 0 or row.at >= piece.end or (piece.corrected and row.at != piece.start):
        raise SettingsError(f"{row.place}: offset {row.at} lies inside a correction or in what is removed; begin elsewhere")
    offset = row.at - piece.start
    if not offset and index and pieces[index - 1].page is not None:
        return index - 1, 0
    return index, offset


def _paged(lines: Iterable[tuple[OutlineRow, Line]]) -> tuple[tuple[OutlineRow, Line], ...]:
    """Return the lines with the printed page on which each begins."""
    paged: list[tuple[OutlineRow, Line]] = []
    page: str | None = None
    for row, line in lines:
        marks = line.words.marks
        begins = marks[0].page if marks and marks[0].offset == 0 else page
        paged.append((row, Line(line.number, line.words, begins)))
        page = marks[-1].page if marks else page
    return tuple(paged)


def _explanations(
    source: SourceText,
    collation: Collation,
    corrections: Sequence[AppliedCorrection],
    furniture: list[Furniture],
    used: set[int],
    slug: str,
) -> tuple[tuple[ExplanationRow, Words], ...]:
    """Return this edition's explanations; the others are furniture here, and so are the corrections in them."""
    if not collation.explains:
        return ()
    hyphens: list[Furniture] = []
    stream = _stream(source, _runs(collation, collation.explains), corrections, hyphens, used)
    marks_out = [piece for piece in stream if piece.page is None]
    kept: list[tuple[ExplanationRow, Words]] = []
    owner = ""
    spans: list[SourceSpan] = []
    for row, words in _cut(source, marks_out, collation.explanations):
        owner = row.slug or owner
        if owner == slug:
            kept.append((row, words))
        else:
            spans += words.spans
    ends = {span.end for span in spans}
    furniture += [Furniture(each.span, ELSEWHERE if each.span.start in ends else each.reason) for each in hyphens]
    furniture += [Furniture(span, ELSEWHERE) for span in spans]
    return tuple(kept)


def _elsewhere(collation: Collation) -> Iterator[Furniture]:
    """Yield the runs that this edition does not read."""
    for run in collation.runs:
        if run.column == FURNITURE:
            yield Furniture(SourceSpan(run.start, run.end), run.note)
        elif run.column not in collation.reads and run.column != collation.explains:
            yield Furniture(SourceSpan(run.start, run.end), f"column of another text: {run.column}")
