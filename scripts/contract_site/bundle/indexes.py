"""The lists that one file and e-book begin with: every labelled provision, every heading, every printed page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from bs4 import Tag

from contract_site.bundle.content import PageContent
from contract_site.bundle.places import Href
from contract_site.interface.say import later, say

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CITED, TITLED, PAGED = later("Index of citations"), later("Headings from A to Z"), later("Printed pages")
"""What the lists are called."""


def citations(pages: Sequence[PageContent], href: Href) -> str:
    """Return the index of citations: each part folded, each of its headings a line, then the provisions below it."""
    folded = [_part(page, href) for page in pages if page.chapter.kind == "text"]
    return _index("citations", say(CITED), "".join(filter(None, folded)))


def headings(pages: Sequence[PageContent], href: Href) -> str:
    """Return every heading in the order of the alphabet, with its citation."""
    found = [
        (title, cite, href(page, page, anchor))
        for page in pages
        if page.chapter.kind == "text"
        for title, cite, anchor in _titled(page)
    ]
    letters: dict[str, list[str]] = {}
    for title, cite, link in sorted(found, key=lambda each: (_sorted_as(each[0]), each)):
        first = _sorted_as(title)[:1].upper()
        row = f'<li><a href="{escape(link)}">{escape(title)}</a>{f" {escape(cite)}" if cite else ""}</li>'
        letters.setdefault(first if first.isalpha() else "0–9", []).append(row)
    return _index(
        "headings",
        say(TITLED),
        "".join(
            f'<details class="list"><summary>{escape(letter)}</summary><ul>{"".join(rows)}</ul></details>\n'
            for letter, rows in letters.items()
        ),
    )


def printed_pages(pages: Sequence[PageContent], href: Href) -> str:
    """Return a link to the place where each printed page begins."""
    marks = ((href(page, page, str(mark["id"])), mark.get_text()) for page in pages for mark in page.tree.select("a.page[id]"))
    links = " ".join(f'<a href="{escape(link)}">{escape(number)}</a>' for link, number in marks)
    every = say("All")
    folded = f'<details class="list"><summary>{every}</summary><p class="cites">{links}</p></details>' if links else ""
    return _index("pages", say(PAGED), folded)


def _index(name: str, title: str, lists: str) -> str:
    if not lists:
        return ""
    return f'<section class="md-content__inner md-typeset index">\n<h2 id="file-{name}">{title}</h2>\n{lists}</section>'


def _part(page: PageContent, href: Href) -> str:
    rows: list[list[str]] = [[]]
    for label in page.tree.select("a.label[title]"):
        address = href(page, page, str(label["href"]).rpartition("#")[2])
        link = f'<a href="{escape(address)}">{escape(" ".join(filter(None, _named(page, label))))}</a>'
        if label.parent is not None and label.parent.name in HEADINGS:
            rows.append([])
        rows[-1].append(link)
    lines = "".join(f'<p class="cites">{" ".join(row)}</p>' for row in rows if row)
    return f'<details class="list"><summary>{escape(page.chapter.title)}</summary>{lines}</details>\n' if lines else ""


def _named(page: PageContent, label: Tag) -> tuple[str, str]:
    """The citation at a label, and the words of the heading it stands in."""
    citation = short_citation(str(label["title"]), page)
    parent = label.parent
    return citation, heading_words(parent) if parent is not None and parent.name in HEADINGS else ""


def short_citation(title: str, page: PageContent) -> str:
    """A citation without the name of its part: ``8.5.G`` of “Article 8.5.G”; whole, if that is all it is."""
    whole = page.tree.select_one("h1 > a.label[title]")
    if whole is not None and whole["title"] == title:
        return title
    behind = title.rpartition(", ")[2]
    return behind if behind != title else title.partition(" ")[2] or title


def heading_words(heading: Tag) -> str:
    """The words of a heading without its label and the marks in it."""
    return " ".join("".join(_words(heading)).split())


def _words(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if not isinstance(child, Tag):
            yield str(child)
        elif not {"label", "page"} & set(child.get("class") or ()):
            yield from _words(child)


def _titled(page: PageContent) -> Iterator[tuple[str, str, str]]:
    """Every heading that has words: they, the citation, the anchor."""
    for heading in page.tree.find_all(HEADINGS):
        title = heading_words(heading)
        if not title or not heading.get("id"):
            continue
        label = heading.select_one("a.label[title]")
        yield title, str(label["title"]) if label is not None else "", str(heading["id"])


def _sorted_as(title: str) -> str:
    """What the alphabet sorts a heading by: its letters and digits in lower case, É as E; й is a letter of its own."""
    lower = "".join(_plain(char) for char in title.lower())
    return "".join(char for char in lower if char.isalnum() or char == " ").strip() or title


def _plain(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() else letter
