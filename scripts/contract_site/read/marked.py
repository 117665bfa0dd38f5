"""Read Markdown as lines with their look, line by line as people write contracts in it.

Lists are not CommonMark's: ``a.``, ``i.`` and ``(1)`` are labels that somebody typed, and stay words. What is taken out is
markup: marks of headings, of bold and italics, links, attributes, comments, tags. The words inside a line are read by
markdown-it, so that what is shown is what every program shows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from contract_site.model.numeral import letter_value, letters, roman
from contract_site.model.source import Look, Pointer, SourceText, line_starts
from contract_site.read.extract import FRONT_MATTER, Called, Extracted, front_matter, written

HEADING = re.compile(r"(?P<marks>#{1,6})(?P<title>\s.*)?$")
CLOSING = re.compile(r"(?<![#\s])\s++#++\s*+$|^#++$")
"""Marks that close a heading, and say nothing."""
UNDERLINE = re.compile(r"(?:=+|-{2,})\s*$")
RULE = re.compile(r"(?:[-*_]\s*){3,}$")
FENCE = re.compile(r"(?:`{3,}|~{3,}|:{3,})")
TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}\s*$")
ANCHOR = re.compile(r"\{#([\w.:-]+)[^{}]*\}\s*$")
NAMED = re.compile(r"(?<!\w)@([\w-]+)")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
ITEM = re.compile(r"(?P<marker>[-*+•]|\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)])(?:\s+|$)")
BULLETS = frozenset("-*+•")
LABELLED = re.compile(
    r"(?:\*\*)?(?:\d{1,3}(?:\.\d{1,3})+\.?|\((?:\d{1,2}|[A-Za-z]|[ivxlc]{2,6})\)|(?:\d{1,2}|[A-Za-z]|[ivxlc]{2,6})\)|(?:\d{1,2}|[a-z])\.)"
    r"(?:\*\*)?\s+\S"
)
"""An entry that prints its own label, before which converters of PDF files put a list's mark: ``- 1.100 The unit is …``."""
BULLET = "•"
"""What stands in the text for an entry's mark: which one was typed says nothing."""
INLINE = MarkdownIt("commonmark", {"html": True})


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line of the file: its words and how they are set, with the number of the blank lines before it."""

    text: str
    look: Look
    anchor: str = ""
    """What the file calls the place: ``{#dues}``."""


def read_markdown(text: str, data: bytes, name: str) -> Extracted:
    """Return the words of a Markdown file's ``text``, a line a line; ``data`` are its bytes as received."""
    lines = _counted(list(_lines(_without_comments(text))))
    shown, looks, _ = written((each.text, each.look) for each in lines)
    places = _places(shown, [each.anchor for each in lines])
    named = [(found.start(), found.end(), found[0]) for found in NAMED.finditer(shown)]
    pointers = tuple(Pointer(start, end, places[to]) for start, end, to in named if to in places)
    source = SourceText(name, shown, hashlib.sha256(data).hexdigest(), looks, pointers)
    return Extracted(source, called=Called(places, tuple(each for each in named if each[2] not in places)))


def _places(text: str, anchors: Sequence[str]) -> dict[str, int]:
    """The places of the file by their anchors, called as Quarto and Pandoc cite them: ``@dues``."""
    return {f"@{anchor}": start for anchor, start in zip(anchors, line_starts(text), strict=False) if anchor}


def _without_comments(text: str) -> str:
    """The text without comments; the lines that they filled stay as blank ones."""
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def _lines(text: str) -> Iterator[_Typed]:
    matter, rest = front_matter(text)
    yield from (_Typed(row, Look(apart=FRONT_MATTER)) for row in matter)
    rows = re.split(r"\r\n|[\r\n]", rest)
    gap, sheet = 0, 1
    for index, raw in enumerate(rows):
        sheet += raw.count("\f")
        row = raw.replace("\f", "").expandtabs(4)
        words = row.strip()
        if not words or FENCE.match(words) or _is_underline(rows, index) or RULE.match(words):
            gap += not words
        elif not TABLE_RULE.match(words):
            following = rows[index + 1].strip() if index + 1 < len(rows) else ""
            yield from _read(row, following, Look(gap=gap, sheet=sheet))
            gap = 0


def _is_underline(rows: Sequence[str], index: int) -> bool:
    above = rows[index - 1].strip() if index else ""
    return bool(above) and UNDERLINE.match(rows[index].strip()) is not None and not HEADING.match(above)


def _read(row: str, following: str, look: Look) -> Iterator[_Typed]:
    """Yield the lines of one row of the file: breaks inside it divide it."""
    indent = len(row) - len(row.lstrip())
    words, level = row.strip(), 0
    while words.startswith(">"):
        words = words[1:].lstrip()
    if (found := HEADING.match(words)) is not None:
        words, level = CLOSING.sub("", (found["title"] or "").strip()), len(found["marks"])
    elif following and UNDERLINE.fullmatch(following) and not ITEM.match(words):
        level = 1 if following[0] == "=" else 2
    anchor = ANCHOR.search(words)
    words = ATTRIBUTES.sub("", words)
    look = replace(look, indent=float(indent), heading=level)
    if words.startswith("|") and words.endswith("|") and len(words) > 1:
        cells = [_shown(cell.strip())[0] for cell in re.split(r"(?<!\\)\|", words[1:-1])]
        yield _Typed("\t".join(cells), replace(look, cells=len(cells)))
        return
    for index, piece in enumerate(BREAK.split(words)):
        typed = _piece(piece.strip(), look if not index else replace(look, gap=0))
        if typed.text:
            yield replace(typed, anchor=anchor[1] if anchor and not index else "")


def _piece(words: str, look: Look) -> _Typed:
    """The words as shown; a list's marker is not given to the inline reader, which would take it for a list's."""
    marker = ITEM.match(words)
    rest = words[marker.end() :] if marker else words
    bullet = marker is not None and marker["marker"] in BULLETS
    kept = "" if marker is None or (bullet and LABELLED.match(rest)) else BULLET if bullet else marker["marker"]
    text, lead, italic = _shown(rest)
    shown = f"{kept} {text}".strip()
    ahead = len(shown) - len(text)
    return _Typed(shown, replace(look, bold=bool(text) and lead >= len(text), lead=lead and lead + ahead, italic=italic))


def _shown(words: str) -> tuple[str, int, bool]:
    """The words without markup, how many characters at their head are bold, and whether all are in italics."""
    tokens = [each for token in INLINE.parseInline(words) for each in token.children or ()]
    text, lead, weight, slant, ends = "", 0, 0, 0, False
    slanted = bool(tokens) and any(token.type == "em_open" for token in tokens)
    for token in tokens:
        weight += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        slant += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        piece = _text_of(token)
        text += piece
        slanted = slanted and (slant > 0 or not piece.strip())
        ends = ends or (bool(piece.strip()) and weight == 0)
        lead = lead if ends else len(text.rstrip())
    return text.strip(), lead if text.strip() else 0, slanted


def _text_of(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    return " " * (token.type in ("softbreak", "hardbreak"))


# Lists whose markers do not count ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _List:
    """Entries at one indent below one entry, as long as nothing ends them."""

    indent: float
    entries: list[int]
    """The places of its entries among the lines."""


def _counted(lines: Sequence[_Typed]) -> list[_Typed]:
    """Say of each entry how deep its list is, and number lists whose markers are all alike (``1.`` ``1.`` ``1.``).

    Every program that shows Markdown counts such a list, so the numbers are the document's and only the markers are not.
    """
    counted = list(lines)
    for depth, entries in _lists(lines):
        markers = {_marker(lines[place].text) for place in entries}
        alike = len(entries) > 1 and len(markers) == 1 and not markers <= {BULLET}
        for ordinal, place in enumerate(entries, 1):
            typed = counted[place]
            marker = _marker(typed.text)
            look, text = replace(typed.look, level=depth), typed.text
            if alike:
                text = text[len(marker) :].lstrip()
                look = replace(look, number=_number(marker, ordinal), lead=max(0, look.lead - len(typed.text) + len(text)))
            counted[place] = replace(typed, text=text, look=look)
    return counted


def _lists(lines: Sequence[_Typed]) -> list[tuple[int, list[int]]]:
    """The lists in the order in which they begin: how deep each is, and the places of its entries."""
    found: list[tuple[int, list[int]]] = []
    open_lists: list[_List] = []
    for place, line in enumerate(lines):
        if line.look.heading or line.look.cells or line.look.apart:
            open_lists = []
            continue
        is_entry = ITEM.match(line.text) is not None
        while open_lists and line.look.indent < open_lists[-1].indent + (0 if is_entry else 1) and (is_entry or line.look.gap):
            open_lists.pop()
        if not is_entry:
            continue
        if not open_lists or line.look.indent >= open_lists[-1].indent + 2:
            open_lists.append(_List(line.look.indent, []))
            found.append((len(open_lists) - 1, open_lists[-1].entries))
        open_lists[-1].entries.append(place)
    return found


def _marker(text: str) -> str:
    found = ITEM.match(text)
    return found["marker"] if found else ""


def _number(marker: str, ordinal: int) -> str:
    """The marker's form with another count: ``1.`` as ``4.``, ``(a)`` as ``(d)``, ``i.`` as ``iv.``."""
    value = marker.strip("().")
    if value.isdigit():
        count = str(int(value) + ordinal - 1)
    elif value.lower() == "i":
        count = roman(ordinal)
    else:
        count = letters(letter_value(value) + ordinal - 1)
    return marker.replace(value, count.upper() if value.isupper() else count)
