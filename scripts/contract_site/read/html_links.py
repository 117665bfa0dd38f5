"""The links of a web page: which of its words lead to which name, and which of its lines have a name.

A link inside the page is a reference that the file itself holds; one to another page counts where that page is a file of the
same agreement. Links to other sites, back to the top and to footnotes lead to no provision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import unquote

from bs4.element import Tag

from contract_site.model.source import Pointer
from contract_site.read.extract import Called

ELSEWHERE = re.compile(r"[a-z][a-z+.-]{1,12}:|//", re.IGNORECASE)
NO_REFERENCE = re.compile(r"[\W\d_]*(?:(?:back to |return to )?(?:top|contents|home|index|menu))?[\W\d_]*", re.IGNORECASE)
"""Words of a link that cite nothing: the number of a footnote, an arrow, ``back to top``."""
CITED = re.compile(r"\W*[A-Za-zА-я§][\w .]{0,14}\W*\d|\W*\d+[.-]\d")
"""Words with a number that do: ``Section 5``, ``5.2``."""


@dataclass(slots=True)
class PageLinks:
    """What is found while a page is read, by the number of its rows."""

    names: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[int, int, str]] = field(default_factory=list)
    """A row, a piece of it, and where the piece leads."""
    _pending: list[str] = field(default_factory=list)

    def meet(self, tag: Tag, row: int, *, fresh: bool) -> None:
        """Take the names of an element; its words go on in ``row``, or begin the next."""
        names = [str(tag[key]) for key in ("id", "name") if tag.has_attr(key) and (key == "id" or tag.name == "a")]
        if fresh:
            self._pending += names
        else:
            self.names = dict.fromkeys(names, row) | self.names

    def begin(self, row: int) -> None:
        """Say that a row begins, which has the names met before it."""
        self.names = dict.fromkeys(self._pending, row) | self.names
        self._pending = []


def href_of(tag: Tag) -> str:
    """Return where an element leads: ``#dues``, ``pay.html#dues``; empty if nowhere, or to another site."""
    href = str(tag.get("href", "")).strip() if tag.name == "a" else ""
    return "" if ELSEWHERE.match(href) else unquote(href)


def called(
    links: PageLinks, lines: Mapping[int, tuple[int, Sequence[str]]], text: str, name: str
) -> tuple[tuple[Pointer, ...], Called]:
    """Return the references inside a page, and what it calls its places and asks of other pages.

    ``lines`` has, by row, the offset in ``text`` at which its line begins and its pieces; ``name`` is the page's.
    """
    places = {f"#{each}": lines[row][0] for each, row in links.names.items() if row in lines}
    own = PurePath(name).name
    found = sorted({each for row, piece, href in links.asked if row in lines for each in _words(lines[row], piece, href, text)})
    named = [(start, end, _name(href, own)) for start, end, href in found]
    inside = tuple(Pointer(start, end, places[to]) for start, end, to in named if to in places)
    return inside, Called(places, tuple(each for each in named if each[2] not in places and not each[2].startswith("#")))


def _words(line: tuple[int, Sequence[str]], piece: int, href: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Where the words of a piece stand in the text, if they may cite something."""
    begin, pieces = line
    words = " ".join(pieces[piece].split())
    ahead = len(" ".join("".join(pieces[:piece]).split()))
    start = text.find(words, begin + max(0, ahead - 1), begin + ahead + len(words) + 3) if words else -1
    if start >= 0 and (CITED.match(words) or not NO_REFERENCE.fullmatch(words)):
        yield start, start + len(words), href


def _name(href: str, own: str) -> str:
    page, _, place = href.partition("#")
    page = PurePath(page.partition("?")[0]).name
    return f"{'' if page == own else page}{'#' if place else ''}{place}"
