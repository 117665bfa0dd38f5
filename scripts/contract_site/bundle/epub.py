"""One agreement as an e-book (EPUB 3): a file a page, contents, the printed pages as page list.

Written by hand, not with EbookLib: that library's licence is the AGPL, it brings lxml, and what is left when pages are XHTML
and the archive is fixed are the few files of ``epub_package``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from contract_site.bundle.archive import write_archive
from contract_site.bundle.chapter_xhtml import chapter, document, plain_lists, xml_id
from contract_site.bundle.content import BookContent, PageContent
from contract_site.bundle.epub_package import CONTAINER, Navigation, NavigationEntry, navigation, package
from contract_site.bundle.indexes import CITED, TITLED, citations, heading_words, headings
from contract_site.bundle.places import BookPlaces
from contract_site.interface.say import say

MIMETYPE = ("mimetype", b"application/epub+zip")
STYLE = "books/epub.css"
INDEXES = (("citations.xhtml", CITED), ("headings.xhtml", TITLED))


def write_epub(path: Path, site: Path, content: BookContent, places: BookPlaces) -> None:
    """Write the book, its style taken from the site's assets. The trees of its pages are used up."""
    places.write(
        {(page.chapter.address, anchor): xml_id(anchor) for page in content.pages for anchor in page.anchors},
        lambda page, target, anchor: f"#{anchor}" if page is target else f"{file_of(target)}#{anchor}",
    )
    files = {f"book/{name}": xml.encode() for name, xml in _texts(content)}
    files["book/book.css"] = (site / "assets" / STYLE).read_bytes()
    files["META-INF/container.xml"] = CONTAINER.encode()
    write_archive(path, files.items(), first=MIMETYPE)


def file_of(page: PageContent) -> str:
    """The name of a page's file."""
    return f"{page.chapter.address.strip('/').replace('/', '-')}.xhtml"


def _texts(content: BookContent) -> Iterator[tuple[str, str]]:
    """Yield every file of the book by name. What lists the pages is made before they become chapters."""
    text = content.text
    ways = Navigation(
        contents=tuple(_contents(content.pages)), pages=tuple(_printed(content.pages)), landmarks=_landmarks(content)
    )
    lists = (citations(content.pages, _link), headings(content.pages, _link))
    foot = " · ".join((text.brief, *_dated(content), say("unofficial copy")))
    yield "nav.xhtml", document(text.title, navigation(text.title, ways))
    yield "package.opf", package(content, [*_spine(content.pages)])
    for (name, index), html in zip(INDEXES, lists, strict=True):
        title = say(index)
        yield name, document(title, plain_lists(html or f"<h2>{title}</h2>") + f'<p class="foot">{escape(foot)}</p>')
    source = say("Source: {source}", source=text.source or say("not stated."))
    first = f"{text.status} · {foot}. {source} {content.notice}"
    for page in content.pages:
        yield file_of(page), chapter(page, first if page.chapter.kind == "agreement" else page.status, foot)


def _dated(content: BookContent) -> tuple[str, str]:
    """The term of the agreement and the version of the book."""
    return content.text.dates or say("no term stated"), say("version {version}", version=content.version)


def _spine(pages: Sequence[PageContent]) -> Iterator[str]:
    yield from map(file_of, pages)
    yield from (name for name, _ in INDEXES)


def _link(_page: PageContent, target: PageContent, anchor: str) -> str:
    return f"{file_of(target)}#{anchor}"


def _contents(pages: Sequence[PageContent]) -> Iterator[NavigationEntry]:
    """Every page, those below another below it; in a page of the text, its sections."""
    groups: list[list[PageContent]] = []
    for page in pages:
        if page.chapter.below and groups:
            groups[-1].append(page)
        else:
            groups.append([page])
    for first, *rest in groups:
        below = [NavigationEntry(page.chapter.title, file_of(page), tuple(_sections(page))) for page in rest]
        yield NavigationEntry(first.chapter.title, file_of(first), (*_sections(first), *below))
    yield from (NavigationEntry(say(title), name) for name, title in INDEXES)


def _sections(page: PageContent) -> Iterator[NavigationEntry]:
    if page.chapter.kind != "text":
        return
    for heading in page.tree.find_all("h2", id=True):
        label = heading.select_one("a.label")
        words = " ".join(filter(None, (label.get_text() if label is not None else "", heading_words(heading))))
        yield NavigationEntry(words, _link(page, page, str(heading["id"])))


def _printed(pages: Sequence[PageContent]) -> Iterator[NavigationEntry]:
    for page in pages:
        for mark in page.tree.select("a.page[id]"):
            yield NavigationEntry(mark.get_text(), _link(page, page, str(mark["id"])))


def _landmarks(content: BookContent) -> tuple[tuple[str, NavigationEntry], ...]:
    first = next((page for page in content.pages if page.chapter.kind == "text"), content.pages[0])
    named = (
        ("titlepage", content.text.title, file_of(content.pages[0])),
        ("toc", say("Contents"), "nav.xhtml"),
        ("bodymatter", say("The agreement"), file_of(first)),
        ("index", say(INDEXES[0][1]), INDEXES[0][0]),
    )
    return tuple((kind, NavigationEntry(title, href)) for kind, title, href in named)
