"""Read a Word file as lines with their look, numbers that Word counts included, in the order in which Word shows them.

Tracked changes are read as accepted, and it is said that there are some. A footnote stands behind the paragraph or table that
refers to it, as on paper it stands on the same page; endnotes stand at the end. Contents lists that Word makes, and what
stands in margins, are read but marked as no part of the document. Cross-reference fields become pointers: where they lead is
what the file says, not what their words do.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace

from lxml import etree

from contract_site.model.finding import Finding
from contract_site.model.source import Look, Pointer, SourceText
from contract_site.read.docx_numbering import ListNumbers
from contract_site.read.docx_package import MAIN, Package, open_package, own
from contract_site.read.docx_styles import Styles
from contract_site.read.extract import Extracted, Styled, set_in, written

SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "tblPr", "trPr", "tcPr", "fldData"})
THROUGH = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"})
LONGEST_CELL = 400
"""Characters; a cell with paragraphs and more words than this is a part of the page's layout, not of a table."""
CHANGES = frozenset({"ins", "del", "moveTo"})
"""Changes that Word keeps apart from the text until somebody accepts or refuses them; what moved counts where it went."""
CONTENTS = "contents list"


@dataclass(slots=True)
class _DocumentLine:
    """A line while it is read."""

    look: Look
    size: float = 0.0
    pieces: list[Styled] = field(default_factory=list)
    fields: list[tuple[int, int, str]] = field(default_factory=list)
    """Characters from and to, and the bookmark that a field there leads to."""
    bookmarks: list[str] = field(default_factory=list)
    changes: int = 0
    """Tracked changes in it."""

    @property
    def text(self) -> str:
        """The words read so far."""
        return "".join(words for words, *_ in self.pieces)


@dataclass(slots=True)
class _Field:
    """A field while it is read: its instruction, then what it shows."""

    instruction: str = ""
    shows: bool = False
    start: int = 0


class _DocumentWalk:
    """Walks the document and gathers its lines."""

    def __init__(self, package: Package) -> None:
        self.styles, self.numbering = Styles(package.styles), ListNumbers(package.numbering)
        self.notes = {
            (kind, each.get(MAIN + "id")): each
            for kind, part in (("footnote", package.footnotes), ("endnote", package.endnotes))
            for each in part.findall(MAIN + kind)
        }
        self.rows: list[_DocumentLine] = []
        self.numbers: dict[tuple[str, str | None], int] = {}
        """The numbers of the notes that were referred to, by their kinds and ids: from 1, over all kinds."""
        self.waiting: dict[str, deque[tuple[int, etree._Element]]] = {"footnote": deque(), "endnote": deque()}
        """The notes that were referred to and are not read yet, by their kinds, with their numbers."""
        self.inside = False
        """A cell of a table is read, whose notes stand behind the table."""
        self.fields: list[_Field] = []
        self.sheet = 1

    def blocks(self, parent: etree._Element) -> None:
        """Read the paragraphs and tables below an element."""
        for child in parent:
            kind = _name(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind in THROUGH:
                self.blocks(child)
            if kind in ("p", "tbl") and not self.inside:
                self.place_notes("footnote")

    def place_notes(self, *kinds: str) -> None:
        """Read the notes of some kinds that were referred to and are not read yet."""
        while due := [self.waiting[kind] for kind in kinds if self.waiting[kind]]:
            number, note = min(due, key=lambda waiting: waiting[0][0]).popleft()
            first = len(self.rows)
            self.blocks(note)
            if len(self.rows) > first:
                self.rows[first].pieces.insert(0, (f"[{number}] ", False, False))

    def _paragraph(self, paragraph: etree._Element) -> None:
        by = self.styles.numbered_by(paragraph)
        if by is not None:
            by = replace(
                by,
                level=self.numbering.level_of_style(by, self.styles.style_of(paragraph)) if _by_style(paragraph) else by.level,
            )
        look = Look(
            indent=self.styles.indent(paragraph), gap=1, sheet=self.sheet, centred=self.styles.is_centred(paragraph),
            heading=self.styles.heading(paragraph), level=by.level if by else None,
            apart=CONTENTS if self.styles.is_contents(paragraph) else "",
        )  # fmt: skip
        first = len(self.rows)
        self.rows.append(_DocumentLine(look))
        self._inline(paragraph, paragraph)
        boxes = [box for box in paragraph.iter(MAIN + "txbxContent") if not _in_fallback(box)]
        if by is not None:
            self.rows[first].look = replace(self.rows[first].look, number=self.numbering.next(by))
        for box in boxes:
            self.blocks(box)

    def _inline(self, parent: etree._Element, paragraph: etree._Element) -> None:
        for child in parent:
            kind = _name(child)
            if kind == "r":
                self._run(child, paragraph)
            elif kind == "bookmarkStart":
                self.rows[-1].bookmarks.append(child.get(MAIN + "name", ""))
            elif kind in THROUGH:
                self._inline(child, paragraph)
            self.rows[-1].changes += kind in CHANGES

    def _run(self, run: etree._Element, paragraph: etree._Element) -> None:
        hidden = self.styles.switch(paragraph, run, "vanish")
        for child in run:
            kind = _name(child)
            if kind == "fldChar":
                self._field(child.get(MAIN + "fldCharType", ""))
            elif kind == "instrText" and self.fields:
                self.fields[-1].instruction += child.text or ""
            elif kind in ("footnoteReference", "endnoteReference"):
                self._note(kind.removesuffix("Reference"), child)
            elif kind == "br" and child.get(MAIN + "type") == "page":
                self.sheet += 1
                self._begin_line(sheet=self.sheet)
            elif kind in ("br", "cr"):
                self._begin_line(sheet=self.sheet)
            elif not hidden and all(each.shows for each in self.fields):
                self._words(_text_of(child), run, paragraph)

    def _words(self, words: str, run: etree._Element, paragraph: etree._Element) -> None:
        if not words:
            return
        row, switch = self.rows[-1], self.styles.switch
        row.size = row.size or self.styles.size(paragraph, run)
        shown = words.upper() if switch(paragraph, run, "caps") and not words.isupper() else words
        row.pieces.append((shown, switch(paragraph, run, "b"), switch(paragraph, run, "i")))

    def _begin_line(self, *, sheet: int) -> None:
        row = self.rows[-1]
        self.rows.append(_DocumentLine(replace(row.look, gap=0, number="", sheet=sheet)))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows, self.fields[-1].start = True, len(self.rows[-1].text)
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            words = done.instruction.split()
            if len(words) > 1 and words[0].upper() == "REF" and done.shows:
                self.rows[-1].fields.append((done.start, len(self.rows[-1].text), words[1]))

    def _note(self, kind: str, mark: etree._Element) -> None:
        called = (kind, mark.get(MAIN + "id"))
        if called not in self.notes:
            return
        if called not in self.numbers:
            # Once only, or a note that refers to itself would never end.
            self.numbers[called] = len(self.numbers) + 1
            self.waiting[kind].append((self.numbers[called], self.notes[called]))
        self.rows[-1].pieces.append((f"[{self.numbers[called]}]", False, False))

    def _table(self, table: etree._Element) -> None:
        """Each row is one line, its cells parted by tabs; a cell laid out as a text of its own is read on."""
        for row in table.iter(MAIN + "tr"):
            if _nearest_table(row) is not table:
                continue
            cells = [cell for cell in row.iter(MAIN + "tc") if _nearest_row(cell) is row]
            if len(cells) < 2 or any(_is_laid_out(cell) for cell in cells):
                for cell in cells:
                    self.blocks(cell)
                continue
            self._cells(cells)

    def _cells(self, cells: Sequence[etree._Element]) -> None:
        texts, bold, size, bookmarks, changes = [], True, 0.0, [], 0
        for cell in cells:
            inside = copy(self)
            inside.rows, inside.fields, inside.inside = [], [], True
            inside.blocks(cell)
            labelled = (f"{row.look.number} {row.text}" if row.look.number else row.text for row in inside.rows)
            texts.append(" ".join(" ".join(labelled).split()))
            bold = bold and all(heavy or not words.strip() for row in inside.rows for words, heavy, _ in row.pieces)
            size = size or next((row.size for row in inside.rows if row.size), 0.0)
            bookmarks += [mark for row in inside.rows for mark in row.bookmarks]
            changes += sum(row.changes for row in inside.rows)
        if any(texts):
            look = Look(gap=0, sheet=self.sheet, cells=len(texts))
            self.rows.append(_DocumentLine(look, size, [("\t".join(texts), bold, False)], bookmarks=bookmarks, changes=changes))


def read_docx(data: bytes, name: str) -> Extracted:
    """Return the words of a Word file's bytes, a line a paragraph, line break or row of a table.

    Raises SourceError, naming the file, if it is damaged, locked or no Word file.
    """
    package = open_package(data, name)
    reader = _DocumentWalk(package)
    body = own(package.document, "body")
    reader.blocks(body if body is not None else package.document)
    reader.sheet += 1
    reader.place_notes("footnote", "endnote")
    return _extracted(reader.rows, data, name)


def _extracted(rows: Sequence[_DocumentLine], data: bytes, name: str) -> Extracted:
    kept, carried, changed, number = list[_DocumentLine](), list[str](), 0, ""
    for row in rows:
        carried += row.bookmarks
        changed += row.changes
        number = row.look.number or (number if row.look.gap == 0 else "")
        if row.text.strip():
            kept.append(replace(row, bookmarks=carried, changes=changed, look=replace(row.look, number=number)))
            carried, changed, number = [], 0, ""
    if kept:
        kept[-1].changes += changed
    usual = Counter(row.size for row in kept for _ in range(len(row.text))).most_common(1)
    text, looks, _ = written(_finished(row, usual[0][0] if usual else 11.0) for row in kept)
    pointers = tuple(_pointers(kept, text))
    return Extracted(SourceText(name, text, hashlib.sha256(data).hexdigest(), looks, pointers), tuple(_tracked(kept, name)))


def _tracked(rows: Sequence[_DocumentLine], name: str) -> Iterator[Finding]:
    changes = sum(row.changes for row in rows)
    if changes:
        line = next(number for number, row in enumerate(rows, 1) if row.changes)
        message = (
            f"{changes} tracked changes are read as accepted, from this line on; if not all are agreed, refuse those in Word"
        )
        yield Finding(name, line, "R302", message)


def _finished(row: _DocumentLine, usual: float) -> tuple[str, Look]:
    size = round(row.size / usual, 2) if row.size else 1.0
    return set_in(row.pieces, row.text, replace(row.look, size=size))


def _pointers(rows: Sequence[_DocumentLine], text: str) -> Iterator[Pointer]:
    """Yield where the file's own references stand in the text, and at which character their targets begin."""
    starts, at = [], 0
    for line in text.split("\n")[:-1]:
        starts.append(at + (line[:1] == "\f"))
        at += len(line) + 1
    places = {mark: start for row, start in zip(rows, starts, strict=True) for mark in row.bookmarks}
    for row, start in zip(rows, starts, strict=True):
        ahead = len(row.text) - len(row.text.lstrip())
        for begin, end, mark in row.fields:
            if mark in places and begin < end:  # a field that ends in another paragraph has no words here
                yield Pointer(start + max(0, begin - ahead), start + max(0, end - ahead), places[mark])


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(MAIN)


def _text_of(child: etree._Element) -> str:
    match _name(child):
        case "t":
            return (child.text or "").replace("\n", " ")
        case "tab" | "ptab":
            return "   "
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = int(child.get(MAIN + "char", "20"), 16)
            return chr(code) if not 0xE000 <= code <= 0xF8FF else "•"
        case _:
            return ""


def _by_style(paragraph: etree._Element) -> bool:
    """Say whether the paragraph leaves its level in a list to its style."""
    return own(paragraph, "pPr", "numPr", "ilvl") is None


def _in_fallback(element: etree._Element) -> bool:
    """Say whether the element repeats, for older programs, what stands beside it."""
    return any(str(above.tag).endswith("}Fallback") for above in element.iterancestors())


def _nearest_table(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(MAIN + "tbl"), None)


def _nearest_row(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(MAIN + "tr"), None)


def _is_laid_out(cell: etree._Element) -> bool:
    texts = ["".join(words.text or "" for words in paragraph.iter(MAIN + "t")) for paragraph in cell.iter(MAIN + "p")]
    return sum(map(len, texts)) > LONGEST_CELL and sum(bool(each.strip()) for each in texts) > 1
