"""Find the source's own contents lists and read their entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from contract_site.apart.captions import is_capitals
from contract_site.apart.contents_body import Body
from contract_site.apart.contents_or_text import are_titled, counts, goes_on_with, lies_before, says_page
from contract_site.apart.rank_labels import squash, starts_with_label
from contract_site.model.numeral import roman_value
from contract_site.model.rank_words import RANK_WORDS
from contract_site.model.source import Line

HEAD = re.compile(
    r"(?:(?:table|list)\s+of\s+(?:contents|articles)|contents|index|sommaire|table\s+des\s+mati[eè]res|[ií]ndice(?:\s+general)?"
    r"|inhalt(?:s(?:verzeichnis|übersicht)?)?|inhoud(?:sopgave)?|innehåll(?:sförteckning)?|indhold(?:sfortegnelse)?|sis[aä]llys(?:luettelo)?"
    r"|spis\s+treści|sumário|содержание|оглавление)\W*(?:\(?continued\)?|page|page\s+no)?\W*",
    re.IGNORECASE,
)
_MAY_HEAD = re.compile(r"(?:tab|list|cont|ind|som|[ií]nd|inh|innehå|sis|spis|sum|сод|огл)", re.IGNORECASE)
"""How every head of a contents list begins."""
_NUMBER = r"(?:[A-Z]-)?\d{1,4}|[ivxlc]{1,7}"
_DOT = "[.…_·‥]"
_CLOSE = re.compile(
    rf"(?P<dots>(?<![\s.…_·‥])\s*+(?:{_DOT}(?:\s?{_DOT}){{2,}}(?!\s?{_DOT})|…[\s.…]*+))(?:\s*+(?P<led>{_NUMBER})|(?!\s*+(?:{_NUMBER})))(?=\s{{3,}}|\s*$)"
    rf"|(?<!\s)(?:\s{{3,}}+|\t\s*+)(?P<page>{_NUMBER})(?=\s{{3,}}|\s*$)"
)
"""What ends an entry: leaders, with a page or without one, or a page after a wide space."""
_LEADS = ("..", ". .", "…", "_", "·", "‥", "   ", "\t")
"""What every line has in which an entry ends: leaders, or a wide space."""
_DOTS_LEFT = re.compile(r"(?:(?<!\.)\.\.|\s\.)$")
_NEAR = re.compile(r"(?P<title>.*\S)\s{1,2}(?P<page>\d{1,4})$")
CONTENTS = "contents list"
CONTENTS_OF_ARTICLE = "contents list of the article"
LONGEST_ENTRY = 300
WIDEST = 3
"""Lines between two entries that belong to the list: titles that wrap, labels on lines of their own."""
RISING, RISING_ALONE = 0.8, 0.9
"""The share of pages that must rise in a contents list; in one that its leaders show more than a head or the text. Chosen by
reading the contents lists of real agreements."""
AGAIN = 6
"""One in so many entries at least stands again below a list that says that it is one; a scan may have spoilt the others."""
FARTHEST = 400
"""Lines. No contents list is longer."""
_TITLE_WORDS = 16
_ARTICLE, _SECTION = 2, 3
"""How deep articles and sections stand in a list of contents; a label of figures alone stands with sections."""
_DEPTHS = {
    "book": 0, "title": 0, "part": 0, "division": 0, "chapter": 1, "section": _SECTION, "clause": _SECTION, "rule": _SECTION,
    "item": _SECTION, "step": 4,
}  # fmt: skip
"""How deep ranks stand by their names; all others, and documents beside the articles, with articles."""
_DEPTH_OF = {
    word.casefold(): _DEPTHS.get(rank.name, _ARTICLE)
    for rank in RANK_WORDS
    if rank.opens
    for word in (*rank.printed.split(), *rank.cited)
}


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line of a contents list."""

    title: str
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """What a contents list says of one place of the body."""

    label: str
    title: str
    page: str | None
    """The printed page."""
    depth: int
    """How deep it stands in the list, from 0."""
    line: Line


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A contents list: its lines, by their indices, and its entries with the line of the body that each names, if found."""

    first: int
    stop: int
    """The index after its last line."""
    entries: tuple[ContentsEntry, ...]
    places: tuple[int | None, ...]
    reason: str
    """Why readers do not see it."""


@dataclass(frozen=True, slots=True)
class _Read:
    """An entry before its label is known."""

    text: str
    page: str
    led: bool
    index: int
    column: int = 0


# Finding -------------------------------------------------------------------------------------------------------------


def find_contents(lines: Sequence[Line], taken: Iterable[int] = ()) -> tuple[ContentsList, ...]:
    """Return the contents lists among the lines, those left out whose indices are ``taken``.

    A list is believed if its entries stand again in the body in their order, or if it says that it is one, its pages go up and
    some of its entries stand again. One that does not say so must look like no list of the parties (``contents_or_text``).
    """
    apart = frozenset(taken)
    indices = [index for index, line in enumerate(lines) if index not in apart and line.text]
    texts = [lines[index].text for index in indices]
    body = Body([text if not _closes(text) else "" for text in texts])
    found: list[ContentsList] = []
    position = 0
    while position < len(texts):
        zone = _list_at(texts, position, body)
        if zone is not None and not _is_text(zone, texts):
            found.append(_contents_list(lines, indices, zone))
        position = zone.stop if zone is not None else position + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Zone:
    """Lines that may be a contents list; ``reads`` are its entries and ``places`` where they stand again."""

    first: int
    start: int
    """The line after its head."""
    stop: int
    reads: tuple[_Read, ...]
    places: tuple[int | None, ...]
    reason: str = CONTENTS

    @property
    def headed(self) -> bool:
        """Whether it says that it is a contents list."""
        return self.start > self.first


def _list_at(texts: Sequence[str], position: int, body: Body) -> _Zone | None:
    """The list that begins with the line at the position."""
    headed = is_head(texts[position])
    start = position + headed
    if headed or _closes(texts[position]) or starts_with_label(texts[position]):
        zone = _paged(texts, position, start, body) or _unpaged(texts, position, start, body)
        return zone or (None if headed else _begun_anew(texts, position, body))
    return None


def _is_text(zone: _Zone, texts: Sequence[str]) -> bool:
    """Say whether a list without a head is the parties': the end of a sentence, rows below the heads of columns, a table."""
    if zone.headed or zone.reason != CONTENTS:
        return False
    led = _is_led(zone.reads)
    if zone.first and not led and goes_on_with(texts[zone.first - 1]):
        return True
    paged = any(read.page for read in zone.reads)
    titled = led or not paged or are_titled([read.text for read in zone.reads])
    return not (titled and lies_before(zone.stop, zone.places, [_page_value(read.page) for read in zone.reads]))


def is_head(text: str) -> bool:
    """Say whether the text heads a contents list: ``Contents``, ``Sommaire``, with a page behind it or without one."""
    if len(text) > LONGEST_ENTRY or _MAY_HEAD.match(text) is None:
        return False
    close = _CLOSE.search(text)
    return HEAD.fullmatch(text[: close.start()] if close else text) is not None


def _paged(texts: Sequence[str], first: int, start: int, body: Body) -> _Zone | None:
    """A list whose entries have pages or leaders."""
    reads: list[_Read] = []
    places: list[int | None] = []
    pending: list[str] = []
    at, stop, end = start, start, min(len(texts), start + FARTHEST)
    while at < min(end, stop + WIDEST + 2):
        closed = list(_entries(texts[at], at, pending)) or list(_near_entry(texts[at], at, pending, body))
        found = [body.find(read.text, at + 1) for read in closed]
        end = min([end, *(place for place in found if place is not None)])
        reads, places = reads + closed, places + found
        pending = [] if closed else pending if _says_contents(texts[at]) else [*pending, texts[at]]
        stop = at + 1 if closed else stop
        if not reads and not closed and (is_head(texts[at]) or len(pending) > 1) and start == first:
            return None
        at += 1
    return _trimmed(_Zone(first, start, stop, tuple(reads), tuple(places)))


def _trimmed(zone: _Zone) -> _Zone | None:
    """The list without the rows at its end that are none of its entries: a table may follow it."""
    led = _is_led(zone.reads)
    last = len(zone.reads)
    while last and zone.places[last - 1] is None and led and not zone.reads[last - 1].led:
        last -= 1
    if last < 2:
        return None
    shorter = replace(zone, stop=zone.reads[last - 1].index + 1, reads=zone.reads[:last], places=zone.places[:last])
    whole = zone.headed or zone.reads[0].index == zone.first or zone.places[0] is not None
    return shorter if whole and _is_believed(shorter) else None


def _is_believed(zone: _Zone) -> bool:
    count = len(zone.reads)
    again = sum(place is not None for place in zone.places)
    rising = _rising(zone.reads)
    led = sum(read.led for read in zone.reads)
    if zone.headed and count > 2 and rising >= RISING and AGAIN * again >= count:
        return True
    if again > 1 and 2 * again >= count and rising >= RISING:
        return _in_order(zone.places)
    return led > 2 and 2 * led >= count and rising >= RISING_ALONE and 3 * again >= count


def _is_led(reads: Sequence[_Read]) -> bool:
    """Say whether leaders stand in most entries."""
    return 2 * sum(read.led for read in reads) > len(reads)


def _in_order(places: Sequence[int | None]) -> bool:
    found = [place for place in places if place is not None]
    return 4 * sum(after >= before for before, after in pairwise(found)) >= 3 * (len(found) - 1)


def _rising(reads: Sequence[_Read]) -> float:
    """The share of pages that are not before the page of the entry above; columns are read one after another."""
    ordered = sorted(reads, key=lambda read: (read.column, read.index))
    pages = [value for read in ordered if (value := _page_value(read.page)) is not None]
    steps = [after >= before for before, after in pairwise(pages)]
    return sum(steps) / len(steps) if steps else 0.0


def _page_value(page: str) -> int | None:
    if page.isdigit():
        return int(page) + 1000
    return roman_value(page) or None


def _says_contents(text: str) -> bool:
    return is_head(text) or says_page(text)


def _closes(text: str) -> bool:
    """Say whether an entry with its page or leaders ends in the line."""
    may = text[-1:].isdigit() or text[-1:] in "ivxlc.…_·‥" or any(led in text for led in ("...", "…", ". . ."))
    may = may and any(mark in text for mark in _LEADS)
    return may and len(text) <= LONGEST_ENTRY and _CLOSE.search(text) is not None


def _entries(text: str, index: int, pending: Sequence[str]) -> Iterator[_Read]:
    """Yield the entries that end in the line; ``pending`` are the lines of a title that wraps into it."""
    begin = 0
    for column, match in enumerate(_CLOSE.finditer(text) if _closes(text) else ()):
        title = text[begin : match.start()].strip()
        words = " ".join([*pending, title]).strip() if column == 0 else title
        if words and HEAD.fullmatch(words) is None:
            yield _Read(words, match["led"] or match["page"] or "", match["dots"] is not None, index, column)
        begin = match.end()


def _near_entry(text: str, index: int, pending: Sequence[str], body: Body) -> Iterator[_Read]:
    """Yield the entry of a line that ends in a page after one space, if its title stands again further down."""
    match = _NEAR.match(text) if len(text) <= LONGEST_ENTRY else None
    words = " ".join([*pending, match["title"]]) if match and not counts(match["title"]) else ""
    if match and words and body.find(words, index + 1) is not None:
        yield _Read(words, match["page"], led=False, index=index)


def _unpaged(texts: Sequence[str], first: int, start: int, body: Body) -> _Zone | None:
    """A list without pages: short lines, each of which stands again further down, with text between."""
    reads: list[_Read] = []
    places: list[int | None] = []
    end, at, last = min(len(texts), start + FARTHEST), start, start
    after = start + 1
    while at < end and at - last <= WIDEST and _is_short(title := _without_dots(texts[at])):
        place = body.find_title(title, max(after, at + 1))
        if place is not None:
            end, after, last = min(end, place), place, at + 1
        elif not reads and start == first:
            return None
        if place is not None or starts_with_label(title):
            reads.append(_Read(title, "", led=False, index=at))
            places.append(place)
        at += 1
    within = [(read, place) for read, place in zip(reads, places, strict=True) if read.index < last]
    zone = _Zone(first, start, last, tuple(read for read, _ in within), tuple(place for _, place in within))
    return zone if _is_unpaged_list(zone) else None


def _is_unpaged_list(zone: _Zone) -> bool:
    """Say whether most lines are titles that stand again with text between; a head or labels must say that they are a list."""
    places = [place for place in zone.places if place is not None]
    count = len(places)
    if count < 2 or places[0] < zone.stop or 4 * count < 3 * (zone.stop - zone.start):
        return False
    labelled = sum(starts_with_label(read.text) != "" for read in zone.reads)
    if not zone.headed and (count < 3 or 5 * labelled < 4 * count):
        return False
    apart = sum(after - before > 1 for before, after in pairwise(places))
    return 2 * apart >= count - 1 and places[-1] - places[0] >= zone.stop - zone.start


def _begun_anew(texts: Sequence[str], first: int, body: Body) -> _Zone | None:
    """A list of sections below the heading of an article: titles with labels, whose first begins the text right after it."""
    again = body.find_title(texts[first], first + 1) if first and _is_short(texts[first - 1]) else None
    if again is None or again - first > FARTHEST or not all(map(_is_short, texts[first:again])):
        return None
    reads = list(_labelled(texts, first, again))
    places: list[int | None] = []
    after = again
    for read in reads:
        places.append(body.find(read.text, after))
        after = after if places[-1] is None else places[-1] + 1
    found = [place for place in places if place is not None]
    zone = _Zone(first, first, again, tuple(reads), tuple(places), CONTENTS_OF_ARTICLE)
    listed = _counted(reads) and 3 * len(reads) >= 2 * (again - first) and 5 * len(found) >= 3 * len(reads)
    return zone if listed and found[-1] - again >= len(found) else None


def _counted(reads: Sequence[_Read]) -> bool:
    """Say whether the labels are of one kind and all different."""
    labels = [starts_with_label(read.text).split() for read in reads]
    kinds = {label[0].casefold() if len(label) > 1 else "" for label in labels}
    return len(reads) > 1 and len(kinds) == 1 and len({squash(" ".join(label)) for label in labels}) == len(labels)


def _labelled(texts: Sequence[str], first: int, stop: int) -> Iterator[_Read]:
    """Yield the lines with labels, each with those without that follow it."""
    starts = [at for at in range(first, stop) if starts_with_label(texts[at])]
    for at, after in pairwise([*starts, stop]):
        yield _Read(" ".join(texts[at:after]), "", led=False, index=at)


def _without_dots(text: str) -> str:
    """Return an entry without the one or two dots that a scan left of its leaders."""
    return text[: found.start()].rstrip() if (found := _DOTS_LEFT.search(text)) else text


def _is_short(text: str) -> bool:
    return len(text) <= 120 and len(text.split()) <= _TITLE_WORDS and text[-1:] not in (";", ",", ":", ".")


# Entries -------------------------------------------------------------------------------------------------------------


def _contents_list(lines: Sequence[Line], indices: Sequence[int], zone: _Zone) -> ContentsList:
    in_order = sorted(zip(zone.reads, zone.places, strict=True), key=lambda pair: (pair[0].column, pair[0].index))
    entries = [_entry(read, lines[indices[read.index]]) for read, _ in in_order]
    places = tuple(None if place is None else indices[place] for _, place in in_order)
    return ContentsList(indices[zone.first], indices[zone.stop - 1] + 1, tuple(_with_depths(entries)), places, zone.reason)


def _entry(read: _Read, line: Line) -> ContentsEntry:
    label = starts_with_label(read.text)
    return ContentsEntry(label.rstrip(" .:-–—"), read.text[len(label) :].strip(" .:-–—"), read.page or None, 0, line)


def _with_depths(entries: Sequence[ContentsEntry]) -> Iterator[ContentsEntry]:
    """Yield the entries with their depths: by the points in their numbers, the ranks of their words, and indents."""
    ranks = sorted({_rank(entry) for entry in entries if entry.label})
    edge = min((entry.line.look.indent for entry in entries if entry.label), default=0.0)
    below = False
    for entry in entries:
        named = is_capitals(entry.title.split(" ", 1)[0])
        inner = (below and not named) or entry.line.look.indent > edge + 1
        depth = ranks.index(_rank(entry)) if entry.label else int(inner)
        below = below if not entry.label else is_capitals(f"{entry.label} {entry.title}") and depth == 0
        yield replace(entry, depth=depth)


def _rank(entry: ContentsEntry) -> int:
    """How deep a label of its kind stands: words by what they divide, figures by their points."""
    word = re.match(r"[^\W\d_]{2,}", entry.label)
    if word is None:
        return _SECTION + entry.label.count(".")
    return _DEPTH_OF.get(word[0].casefold(), _ARTICLE)


def entries_of_parts(entries: Iterable[ContentsEntry]) -> Iterator[ListedLine]:
    """Yield the entries that a part should answer to: those that no other stands above, sections left out."""
    for entry in entries:
        if entry.depth == 0 and (not entry.label or _rank(entry) < _SECTION):
            yield ListedLine(f"{entry.label} {entry.title}".strip(), entry.page or "", entry.line.number)
