"""Read a web page as lines with their look: what the page says, without the site around it and without what it runs.

The document is the page's ``<main>``, its only ``<article>``, or its body; menus, heads, feet and forms around it are read too,
but marked as no part of it, so that nothing vanishes unseen. Scripts, styles and templates are never words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from contract_site.model.numeral import letters, roman
from contract_site.model.source import Look, SourceText, line_starts
from contract_site.read.extract import FRONT_MATTER, Extracted, Styled, front_matter, set_in, written
from contract_site.read.html_links import PageLinks, called, href_of

NO_WORDS = frozenset({"script", "style", "template", "noscript", "head", "svg", "math", "object", "iframe", "canvas", "select"})
AROUND = {
    "nav": "menu of the page",
    "header": "head of the page",
    "footer": "foot of the page",
    "aside": "beside the page's text",
    "form": "form of the page",
    "button": "button of the page",
}
ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "search": "form"}
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
    }
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
SPACED = frozenset({"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset({"b", "strong", "th"})
ITALIC = frozenset({"i", "em", "cite"})
SKIPPED = frozenset({"skip to content", "skip to main content"})
SHORTEST_DOCUMENT = 200
"""Characters; a ``<main>`` with fewer is a frame that a script would fill."""
DEEPEST = 400
"""Elements inside each other; a page nested deeper is read flat from there on."""
LONGEST_CELL = 400
"""Characters; a cell with paragraphs and more words than this is a part of the page's layout."""
LOOSE = frozenset({"body", "main", "article", "section", "div"})
"""Elements in which words may stand without a paragraph."""
BLANK = re.compile(r"\n[ \t\r]*\n")
LONGEST_LINE = 60
"""Characters; lines between blank lines that are all shorter are lines of their own: a date, a signature, a title."""
LIST_CLASS = re.compile(r"\b(?P<large>upper)?[-_]?(?:(?P<letters>alpha|latin|letters?)|(?P<roman>roman))\b", re.IGNORECASE)
"""How pages name the lists that their sheets count by letters or Roman numerals."""
LIST_TYPES = {"a": letters, "i": roman}


@dataclass(slots=True)
class _PageLine:
    """A line while it is read: pieces of words with their weight."""

    look: Look
    pieces: list[Styled] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a place say of it."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    centred: bool = False
    heading: int = 0
    level: int = -1
    indent: float = 0.0
    apart: str = ""
    depth: int = 0
    kept: bool = False
    """White space counts, as in ``<pre>``."""
    loose: bool = False
    """No paragraph, entry or heading holds the words: they stand straight in a part of the page."""
    leads: str = ""
    """Where the words lead, if they are a link."""


class _PageWalk:
    """Walks the page and gathers its lines."""

    def __init__(self) -> None:
        self.rows: list[_PageLine] = []
        self.gap = 0
        self.fresh = True
        self.number = ""
        self.links = PageLinks()

    def walk(self, tag: Tag, around: _Around) -> None:
        """Read one element and all it holds."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child, around)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._written(str(child), replace(around, loose=tag.name in LOOSE))

    def _element(self, tag: Tag, around: _Around) -> None:
        name = tag.name
        if name in NO_WORDS or _is_hidden(tag):
            return
        if around.depth > DEEPEST:
            self._words(tag.get_text(" "), around)
            return
        if name == "br":
            self.fresh = True
            return
        inside = _inside(tag, around)
        if name == "tr":
            self._cells(tag, inside)
            return
        block = name in BLOCKS
        if block:
            self._break(tag)
        if name == "li":
            # An entry may begin with a list inside it: then the first line has both numbers.
            number = _list_number(tag)
            self.number = f"{self.number}\t{number}" if self.number[-1:] == number[-1:] == "." else number
        self.links.meet(tag, len(self.rows) - 1, fresh=self.fresh)
        self.walk(tag, inside)
        if block:
            self._break(tag)
            self.number = "" if name == "li" else self.number

    def _break(self, tag: Tag) -> None:
        self.fresh = True
        self.gap = max(self.gap, int(tag.name in SPACED))

    def _written(self, text: str, around: _Around) -> None:
        """Read words that stand in an element; where no paragraph holds them, blank lines part them as their writer meant."""
        parts = BLANK.split(text) if around.loose and not around.kept else [text]
        for index, part in enumerate(parts):
            if index and not part.lstrip()[:1].islower():
                self.fresh, self.gap = True, 1
            lines = [line for line in part.split("\n") if line.strip()]
            listed = len(parts) > 1 and len(lines) > 1 and all(_is_own_line(line.strip()) for line in lines)
            for line in lines if listed else [f"\n{part}" if index else part]:
                self.fresh = self.fresh or (listed and line is not lines[0])
                self._words(line, around)

    def _words(self, text: str, around: _Around) -> None:
        lines = text.split("\n") if around.kept else [text]
        for index, line in enumerate(lines):
            self.fresh = self.fresh or index > 0
            words = line if around.kept else re.sub(r"[ \t\r\n\f]+", " ", line)
            if not words.strip() and (self.fresh or not self.rows):
                continue
            if self.fresh:
                self._begin(around)
            if around.leads:
                self.links.asked.append((len(self.rows) - 1, len(self.rows[-1].pieces), around.leads))
            self.rows[-1].pieces.append((words, around.bold, around.italic))

    def _begin(self, around: _Around) -> None:
        look = Look(
            indent=around.indent, gap=self.gap if self.rows else 0, underlined=around.underlined, centred=around.centred,
            heading=around.heading, level=around.level if around.level >= 0 else None, number=self.number, apart=around.apart,
        )  # fmt: skip
        self.rows.append(_PageLine(look))
        self.links.begin(len(self.rows) - 1)
        self.fresh, self.gap, self.number = False, 0, ""

    def _cells(self, row: Tag, around: _Around) -> None:
        """A row of a table is one line; what its cells hold is parted by tabs. A layout table's single cell is read on."""
        cells = row.find_all(["td", "th"], recursive=False)
        if len(cells) < 2 or any(_is_laid_out(cell) for cell in cells):
            for cell in cells:
                self.fresh = True
                self.walk(cell, _inside(cell, around))
            return
        words = "\t".join(" ".join(cell.get_text(" ").split()) for cell in cells)
        if words.strip():
            self.fresh = True
            self._begin(around)
            bold = all(cell.name == "th" for cell in cells)
            self.rows[-1].pieces.append((words, bold, False))
            self.rows[-1].look = replace(self.rows[-1].look, cells=len(cells))
        self.fresh = True


def read_html(text: str, data: bytes, name: str) -> Extracted:
    """Return the words of a page's ``text``, a line a block or line break; ``data`` are its bytes as received."""
    matter, rest = front_matter(text)
    page = _tree(rest)
    reader, document = _PageWalk(), _document(page)
    _read_around(reader, page.body or page, document)
    rows = {place: row for place, row in enumerate(reader.rows) if "".join(words for words, *_ in row.pieces).strip()}
    shown, looks, _ = written([*((line, Look(apart=FRONT_MATTER)) for line in matter), *map(_finished, rows.values())])
    starts = line_starts(shown)[len(matter) :]
    lines = {
        place: (start, [words for words, *_ in row.pieces]) for (place, row), start in zip(rows.items(), starts, strict=False)
    }
    pointers, names = called(reader.links, lines, shown, name)
    return Extracted(SourceText(name, shown, hashlib.sha256(data).hexdigest(), looks, pointers), called=names)


def _tree(text: str) -> BeautifulSoup:
    """The page's tree. lxml closes what a page leaves open as browsers do, but gives up on elements nested very deep."""
    page, whole = BeautifulSoup(text, "lxml"), BeautifulSoup(text, "html.parser")
    kept, all_words = (len("".join(each.get_text().split())) for each in (page, whole))
    return page if kept >= all_words else whole


def _document(page: BeautifulSoup) -> Tag:
    """The element that holds the document itself."""
    for found in (page.select("main"), page.select("[role=main]"), page.select("article")):
        if len(found) == 1 and len(found[0].get_text(strip=True)) > SHORTEST_DOCUMENT:
            return found[0]
    return page.body or page


def _read_around(reader: _PageWalk, body: Tag, document: Tag) -> None:
    """Read the page in its order; what stands outside the document's element is apart from it."""
    if body is document:
        reader.walk(body, _Around())
        return
    within = {id(parent) for parent in document.parents}

    def read(tag: Tag) -> None:
        for child in tag.children:
            if child is document:
                reader.fresh = True
                reader.walk(document, _inside(document, _Around()))
                reader.fresh = True
            elif isinstance(child, Tag) and id(child) in within:
                read(child)
            elif isinstance(child, Tag):
                reader._element(child, replace(_Around(), apart=_apart(child) or "around the page's text"))
                reader.fresh = True

    read(body)


def _is_laid_out(cell: Tag) -> bool:
    """Say whether a table's cell holds a text of its own, as pages do that are laid out with tables."""
    return cell.find(["p", "li", "table", "h1", "h2", "h3"]) is not None and len(cell.get_text()) > LONGEST_CELL


def _inside(tag: Tag, around: _Around) -> _Around:
    name, style = tag.name, str(tag.get("style", "")).replace(" ", "").lower()
    in_list = name in ("ol", "ul")
    weight = re.search(r"font-weight:(bold|[6-9]00)", style) is not None
    return _Around(
        bold=(around.bold or name in BOLD or weight) and "font-weight:normal" not in style,
        italic=around.italic or name in ITALIC or "font-style:italic" in style,
        underlined=around.underlined or name == "u" or "text-decoration:underline" in style,
        centred=around.centred or name == "center" or tag.get("align") == "center" or "text-align:center" in style,
        heading=HEADINGS.get(name, around.heading),
        level=around.level + in_list,
        indent=around.indent + 4.0 * (in_list or name in ("blockquote", "dd")),
        apart=around.apart or _apart(tag),
        depth=around.depth + 1,
        kept=around.kept or name == "pre",
        leads=href_of(tag) or around.leads,
    )


def _apart(tag: Tag) -> str:
    """Why the element is no part of the document; a head inside the document, or one with its title, is the document's own."""
    name = ROLES.get(str(tag.get("role", "")), tag.name)
    if name in ("header", "footer") and tag.find_parent(["main", "article"]) is not None:
        return ""
    if name == "header" and tag.find("h1") is not None and tag.find(["nav", "form"]) is None:
        return ""
    return AROUND.get(name, "")


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style", "")).replace(" ", "").lower()
    return tag.has_attr("hidden") or "display:none" in style or tag.get("aria-hidden") == "true"


def _list_number(item: Tag) -> str:
    """What a browser shows before an entry: a bullet, or its number, for which ``start``, ``value`` and ``type`` count."""
    parent = item.find_parent(["ol", "ul", "menu"])
    if parent is None or re.search(r"list-style(?:-type)?:\s*none", str(parent.get("style", "")).lower()):
        return ""
    if parent.name != "ol":
        return "•"
    ordinal = _whole(parent.get("start"), 1)
    for entry in [*reversed(item.find_previous_siblings("li")), item]:
        ordinal = _whole(entry.get("value"), ordinal)
        ordinal += entry is not item
    kind = str(item.get("type") or parent.get("type") or _style_type(parent) or "1")
    count = LIST_TYPES.get(kind.lower())
    value = count(ordinal) if count is not None and 0 < ordinal < 50 else str(ordinal)
    return f"{value.upper() if kind in ('A', 'I') else value}."


def _style_type(parent: Tag) -> str:
    style = str(parent.get("style", "")).lower()
    for words, kind in (("upper-alpha", "A"), ("lower-alpha", "a"), ("upper-latin", "A"), ("lower-latin", "a"),
                        ("upper-roman", "I"), ("lower-roman", "i")):  # fmt: skip
        if words in style:
            return kind
    named = LIST_CLASS.search(" ".join(parent.get_attribute_list("class")))
    if named is None:
        return ""
    kind = "a" if named["letters"] else "i"
    return kind.upper() if named["large"] else kind


def _is_own_line(line: str) -> bool:
    return len(line) <= LONGEST_LINE and not line[:1].islower() and line[-1:] != ","


def _whole(value: object, otherwise: int) -> int:
    return int(str(value)) if value is not None and re.fullmatch(r"-?\d{1,6}", str(value).strip()) else otherwise


def _finished(row: _PageLine) -> tuple[str, Look]:
    """The row's words in one line, white space folded as browsers do, and how it is set."""
    text = "".join(words for words, *_ in row.pieces)
    folded = text if row.look.cells else re.sub(r"[ \xa0]{2,}", lambda run: run[0] if "\xa0" in run[0] else " ", text)
    return set_in(row.pieces, folded, row.look)
