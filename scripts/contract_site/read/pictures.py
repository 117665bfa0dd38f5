"""Pictures of the sheets of PDFs, and where on them their lines stand: for a person who reads the text beside its source."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from contract_site.model.finding import SourceError
from contract_site.read.drawn import Drawn
from contract_site.read.grid import Cell, cells_of
from contract_site.read.pdf import lines_on
from contract_site.read.refused_kinds import is_pdf

DENSITY = 110
"""Dots an inch of a picture: small print can be read, and a page is some hundred kilobytes."""
POINTS = 72
LARGEST = 14_400
"""Points. No sheet is wider or higher; a larger one is a fault of the file and would take all memory."""
DESCENT, ASCENT = 0.22, 0.8
"""How far letters reach below and above the line they stand on, in their height."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a sheet and where it stands, in shares of the sheet's width and height from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[Cell, ...] = ()
    """Its words as they stand apart, each with its edges in points; the whole line if nothing stands apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of one of an agreement's files."""

    path: Path
    number: int
    """From 0, in its file."""


def sheets_of(paths: Sequence[Path]) -> tuple[Sheet, ...]:
    """Return the sheets of PDFs in the order of reading; none if one of the files is no PDF."""
    sheets: list[Sheet] = []
    for path in paths:
        if not is_pdf(path.read_bytes()):
            return ()
        with pypdfium2.PdfDocument(path) as document:
            sheets += [Sheet(path, number) for number in range(len(document))]
    return tuple(sheets)


def picture_of(sheet: Sheet) -> bytes:
    """Return a sheet as a PNG. Raises SourceError if it cannot be drawn."""
    try:
        with pypdfium2.PdfDocument(sheet.path) as document:
            page = document[sheet.number]
            scale = DENSITY / POINTS * min(1.0, LARGEST / 10 / max(page.get_size()))
            written = io.BytesIO()
            page.render(scale=scale).to_pil().save(written, "PNG")
            return written.getvalue()
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{sheet.path}:1: sheet {sheet.number + 1} cannot be drawn ({error})") from None


def spots_on(sheet: Sheet) -> tuple[Spot, ...]:
    """Return where the lines of a sheet stand; none of a sheet that is turned, whose lines would stand elsewhere."""
    with pypdfium2.PdfDocument(sheet.path) as document:
        page = document[sheet.number]
        left, bottom, right, top = page.get_cropbox()
        if page.get_rotation() or right <= left or top <= bottom:
            return ()
        return tuple(_spots(lines_on(page), left, top, right - left, top - bottom))


def _spots(lines: Sequence[Drawn], left: float, top: float, width: float, height: float) -> Iterator[Spot]:
    for line in lines:
        yield Spot(
            line.text,
            left=_share((line.left - left) / width),
            top=_share((top - line.base - ASCENT * line.height) / height),
            right=_share((line.right - left) / width),
            bottom=_share((top - line.base + DESCENT * line.height) / height),
            cells=tuple(cells_of(line)) or (Cell(line.text.strip(), line.left, line.right),),
        )


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
