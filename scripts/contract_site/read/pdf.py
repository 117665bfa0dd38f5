"""Read the text layer of a PDF as lines with their look, in the order in which the file draws them.

PDFium finds the order of reading, words and line ends; what is measured here is how each line is set. A file may draw
its running heads after the text and its page feet before it, so what stands above all other lines of its sheet is put
first, and what stands below all others last.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from contract_site.model.finding import Finding, SourceError
from contract_site.model.source import Look, SourceText
from contract_site.read.drawn import APART, Drawn, with_rows
from contract_site.read.extract import Extracted, without_line_hyphens, written
from contract_site.read.grid import with_blank_cells
from contract_site.read.margin_labels import with_margin_labels

MOST_SHEETS = 5_000
"""A book of this many sheets is not one agreement; reading it would only cost memory."""
LINE_HYPHENS = {0xFFFE, 0x2, 0xAD}
"""What PDFium gives for a hyphen at a line end: no character, a control character, or a soft hyphen."""
LINE_ENDS = {0xA, 0xD}
BOLD = 600
"""The weight of letters, on the scale from 100 to 900, from which they are called bold."""
WIDE = 1.6
"""A space so many times the height of the letters parts columns; words are a quarter of it apart, justified ones a whole."""
MOST_EDGES = 30
"""Among so many of the commonest left edges of a sheet's lines is that of its second column."""
MOST_EDGE_LINES = 4
"""A running head or foot has no more lines than these."""
LOOSE = 1.25
"""Lines so many times the usual distance apart have white space between them."""


def read_pdf(data: bytes, name: str) -> Extracted:
    """Return the text of a PDF's bytes, one line a printed line, a form feed before each new sheet.

    Raises SourceError, naming the file, if it is locked, damaged, too long, or has no text at all.
    """
    sheets = list(_sheets(data, name))
    empty = [number for number, lines in enumerate(sheets, 1) if not lines]
    if len(empty) == len(sheets):
        raise SourceError(
            f"{name}:1: no text on any of its {len(sheets)} pages, only pictures (a scan); "
            "have its letters recognised: add it with --ocr (OCR=1), which needs ocrmypdf or tesseract"
        )
    text, looks, first = written(without_line_hyphens(list(_looked_at(sheets))))
    why = "has no text; if it is a picture of words, they are missing: --ocr (OCR=1) has them recognised"
    findings = tuple(Finding(name, first.get(number, 1), "R301", f"page {number} {why}") for number in empty)
    return Extracted(SourceText(name, text, hashlib.sha256(data).hexdigest(), looks), findings)


def _sheets(data: bytes, name: str) -> Iterator[list[Drawn]]:
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_SHEETS:
            raise SourceError(f"{name}:1: {len(document)} pages; give one agreement of at most {MOST_SHEETS:,} pages")
        for number in range(len(document)):
            page = document[number]
            yield lines_on(page)
            page.close()
        document.close()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        remedy = "it asks for a password; save it without one" if locked else "it is damaged or no PDF; get a whole copy of it"
        raise SourceError(f"{name}:1: the PDF cannot be read: {remedy}") from None


def lines_on(page: pypdfium2.PdfPage) -> list[Drawn]:
    """Return the lines of a sheet in the order of reading."""
    return with_blank_cells(with_rows(_in_order(_joined(with_margin_labels(list(_drawn_lines(page)))))))


def _drawn_lines(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    words = page.get_textpage()
    turned = page.get_rotation() in (90, 270)
    first, count = 0, words.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(words.raw, index) for index in range(count)]
    for index, code in enumerate([*codes, 0xA]):
        if code in LINE_ENDS or code in LINE_HYPHENS:
            last = index + (code in LINE_HYPHENS)
            if any(each > 0x20 for each in codes[first:last]):
                yield _line(words, codes, range(first, last), turned)
            first = index + 1
    words.close()


def _line(words: pypdfium2.PdfTextPage, codes: Sequence[int], where: range, turned: bool) -> Drawn:
    text, left, right = "", 0.0, 0.0
    begun: list[float] = []
    ended: list[float] = []
    bases: list[float] = []
    heights: list[float] = []
    for index in where:
        letter = _letter(codes[index])
        if letter.isspace() or not letter:
            text += letter and " "
            continue
        x0, y0, x1, y1 = words.get_charbox(index)
        if turned:
            x0, x1, y0 = y0, y1, -x1
        if not heights:
            left = x0
            begun.append(x0)
        elif x0 - right > WIDE * max(8.0, median(heights)):
            text = text.rstrip() + APART
            ended.append(right)
            begun.append(x0)
        text, right = text + letter, max(right, x1)
        bases.append(y0)
        heights.append(pdfium.FPDFText_GetFontSize(words.raw, index))
    lead, italic = _style(words, codes, where)
    spans = tuple(zip(begun, (*ended, right), strict=True))
    return Drawn(text.rstrip(), left, right, median(bases), _height(words, where, heights), lead, italic, spans=spans)


def _letter(code: int) -> str:
    if code in LINE_HYPHENS:
        return "-"
    return chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF else " " if code in (9, 0x20) else ""


def _height(words: pypdfium2.PdfTextPage, where: range, heights: Sequence[float]) -> float:
    """The height of the line's letters; files that draw at size 1 and scale say it only by their boxes."""
    size = median(heights)
    if size > 2:
        return size
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words.raw, where[len(where) // 2], ctypes.byref(box))
    return abs(box.top - box.bottom) or 10.0


def _style(words: pypdfium2.PdfTextPage, codes: Sequence[int], where: range) -> tuple[int, bool]:
    """How many characters at the head of the line are bold, and whether it begins in italics."""
    lead, italic, name = 0, False, ctypes.create_string_buffer(128)
    for index in where:
        if codes[index] <= 0x20:
            continue
        weight = pdfium.FPDFText_GetFontWeight(words.raw, index)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(words.raw, index, name, len(name), ctypes.byref(flags))
        font = name.value.lower()
        italic = italic or (not lead and (b"italic" in font or b"oblique" in font))
        if weight < BOLD and b"bold" not in font and b"black" not in font:
            break
        lead = index - where.start + 1
    return lead, italic


def _joined(lines: Sequence[Drawn]) -> list[Drawn]:
    """Join what stands on one printed line and is drawn in pieces: raised letters, the cells of a row."""
    columns = _columns(lines)
    gutter = columns[1][0] if len(columns) > 1 else float("inf")
    joined: list[Drawn] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or not _goes_on(last, line) or last.right < gutter <= line.left + 1:
            joined.append(line)
            continue
        near = line.left - last.right < min(last.height, line.height) * WIDE
        lead = len(last.text) + 1 + line.bold_lead if last.bold_lead >= len(last.text) else last.bold_lead
        text = last.text.rstrip() + (" " if near else APART) + line.text.lstrip()
        spans = _one_span(last.spans, line.spans) if near else (*last.spans, *line.spans)
        joined[-1] = replace(last, text=text, right=line.right, bold_lead=lead, spans=spans)
    return joined


def _one_span(before: Sequence[tuple[float, float]], after: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The stretches of two pieces of a line, the last of the first and the first of the second made one."""
    return (*before[:-1], *((a, d) for (a, _), (_, d) in zip(before[-1:], after[:1], strict=True)), *after[1:])


def _goes_on(last: Drawn, line: Drawn) -> bool:
    """Say whether a line stands right of the last one, at its height."""
    return line.left > last.right - 1 and abs(line.base - last.base) < 0.45 * max(last.height, line.height)


def _in_order(lines: list[Drawn]) -> list[Drawn]:
    """Put the head of the sheet first and its foot last, wherever the file draws them.

    A foot is what is drawn before the text and stands below all of it, or what stands clear below all else; so for a head.
    """
    foot = _edge_lines(lines, lines, -1)
    rest = [line for line in lines if line not in foot]
    head = _edge_lines(rest, rest[::-1], 1)
    return [*head, *(line for line in rest if line not in head), *foot]


def _edge_lines(lines: Sequence[Drawn], drawn: Sequence[Drawn], side: int) -> list[Drawn]:
    """The lines at one edge of the sheet, above (1) or below (-1) all others, that the file draws out of their order.

    ``drawn`` are the lines from the end of the drawing at which they are out of order. A second column may begin a little
    above the first, so a head must stand clear; nothing is drawn first and stands below all else but a foot.
    """
    clear = 1.0 if side > 0 else 0.5
    for count in range(1, min(MOST_EDGE_LINES, len(lines) - 1) + 1):
        if _beyond(drawn[:count], drawn[count:], side, clear):
            return [line for line in lines if line in drawn[:count]]
    outer = max(lines, key=lambda line: side * line.base, default=None)
    places = [n for n, line in enumerate(lines) if outer and abs(line.base - outer.base) < 0.5 * outer.height]
    if not places or places[-1] - places[0] >= len(places):
        # The last lines of two columns are drawn apart.
        return []
    edge, others = lines[places[0] : places[-1] + 1], [*lines[: places[0]], *lines[places[-1] + 1 :]]
    return list(edge) if others and _beyond(edge, others, side, 1.0) else []


def _beyond(edge: Sequence[Drawn], others: Sequence[Drawn], side: int, clear: float) -> bool:
    """Say whether all lines of ``edge`` stand so many heights of letters beyond all others."""
    inner = min(edge, key=lambda line: side * line.base)
    return all(side * (inner.base - line.base) > clear * inner.height for line in others)


def _looked_at(sheets: Sequence[Sequence[Drawn]]) -> Iterator[tuple[str, Look]]:
    """Yield every line with its look: sizes in the usual height of letters, indents from the left edge of its column."""
    every = [line for lines in sheets for line in lines]
    usual = Counter(round(line.height, 1) for line in every for _ in range(len(line.text) // 10 + 1)).most_common(1)[0][0]
    leading = _leading(sheets)
    for number, lines in enumerate(sheets, 1):
        columns = _columns(lines)
        before: Drawn | None = None
        for line in lines:
            left, right = next((each for each in reversed(columns) if line.left >= each[0] - 1), columns[0])
            visible = len(line.text)
            look = Look(
                indent=round(max(0.0, line.left - left) / (usual / 2), 1), gap=_gap(before, line, leading), sheet=number,
                size=round(line.height / usual, 2), bold=line.bold_lead >= visible, lead=min(line.bold_lead, visible),
                italic=line.italic, centred=_is_centred(line, left, right, usual), cells=line.cells,
            )  # fmt: skip
            yield line.text, look
            before = line


def _leading(sheets: Sequence[Sequence[Drawn]]) -> float:
    """The usual distance between the base lines of two lines, in points."""
    steps: Counter[float] = Counter()
    for lines in sheets:
        for above, below in pairwise(lines):
            if above.base > below.base:
                steps[round(above.base - below.base)] += 1
    return steps.most_common(1)[0][0] if steps else 12.0


def _gap(before: Drawn | None, line: Drawn, leading: float) -> int:
    if before is None or before.base <= line.base:
        return 0
    lines = (before.base - line.base) / max(1.0, leading)
    return max(1, round(lines - 1)) if lines > LOOSE else 0


def _columns(lines: Sequence[Drawn]) -> list[tuple[float, float]]:
    """The left and right edges of the sheet's columns, leftmost first: one, or two that hardly a line crosses."""
    if not lines:
        return [(0.0, 0.0)]
    left, right = _edge([line.left for line in lines]), max(line.right for line in lines)
    edges = Counter(round(line.left) for line in lines)
    # The edge at which most lines begin comes first: a page number may stand between the columns.
    for gutter, _ in edges.most_common(MOST_EDGES):
        beside = [line for line in lines if line.left >= gutter - 1]
        before = [line for line in lines if line.right < gutter]
        both = min(len(beside), len(before)) > len(lines) / 4 and len(beside) + len(before) >= 0.9 * len(lines)
        if both and left + (right - left) / 3 < gutter:
            return [(left, max(line.right for line in before)), (gutter, right)]
    return [(left, right)]


def _edge(lefts: Sequence[float]) -> float:
    """The left edge of a text: what all but a twentieth of its lines keep to."""
    return sorted(lefts)[len(lefts) // 20]


def _is_centred(line: Drawn, left: float, right: float, usual: float) -> bool:
    middle, width = (line.left + line.right) / 2, right - left
    off_centre = abs(middle - (left + right) / 2)
    return line.left > left + usual and line.right - line.left < 0.7 * width and off_centre < 0.03 * width
