"""The files of an e-book that say what it is and how to go through it: package document, contents, page list, landmarks."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from contract_site.bundle.chapter_xhtml import NOT_XML
from contract_site.bundle.content import BookContent
from contract_site.bundle.indexes import PAGED
from contract_site.interface.say import Spoken, later, say

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
NO_DATE = "1970-01-01"
"""What stands for the date of a text that states none; no clock is asked, so that the same text gives the same file."""
FEATURES = (
    "tableOfContents",
    "pageNavigation",
    "pageBreakMarkers",
    "index",
    "readingOrder",
    "structuralNavigation",
    "unlocked",
)
SUMMARY = later(
    "Text and tables only, no pictures, sound or scripts. There are links to headings, provisions and printed pages."
)
SUBJECT, PRINTED = later("Collective bargaining agreements"), later("The printed {title}")


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """An entry of the contents of an e-book."""

    title: str
    href: str
    below: tuple[NavigationEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """The ways through an e-book, each place as a link from its folder."""

    contents: tuple[NavigationEntry, ...]
    pages: tuple[NavigationEntry, ...]
    landmarks: tuple[tuple[str, NavigationEntry], ...]
    """Each with what it is, in the vocabulary of EPUB: ``bodymatter``."""


def package(content: BookContent, files: Sequence[str]) -> str:
    """Return the package document; ``files`` are the chapters in the order of reading."""
    items = "\n".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>' for number, name in enumerate(files)
    )
    metadata = "\n".join(_metadata(content))
    spine = "\n".join(f'<itemref idref="c{number}"/>' for number, _ in enumerate(files))
    return _xml(
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id"'
        f' xml:lang="{Spoken.language}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{metadata}\n</metadata>\n'
        '<manifest>\n<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="css" href="book.css" media-type="text/css"/>\n{items}\n</manifest>\n'
        f'<spine>\n{spine}\n<itemref idref="nav" linear="no"/>\n</spine>\n</package>\n'
    )


def navigation(title: str, ways: Navigation) -> str:
    """Return the body of the navigation document."""
    marks = escape(say("Landmarks"))
    landmarks = "".join(
        f'<li><a epub:type="{kind}" href="{escape(entry.href)}">{escape(entry.title)}</a></li>\n'
        for kind, entry in ways.landmarks
    )
    own = escape(say("{title}: contents", title=title))
    pages = (
        '<nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages" hidden="">\n'
        f'<h2 id="pages">{say(PAGED)}</h2>\n{_list(ways.pages)}</nav>\n'
    )
    return (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">\n<h1 id="toc">{own}</h1>\n'
        f"{_list(ways.contents)}</nav>\n{pages if ways.pages else ''}"
        '<nav epub:type="landmarks" aria-labelledby="landmarks" hidden="">\n'
        f'<h2 id="landmarks">{marks}</h2>\n<ol>\n{landmarks}</ol>\n</nav>'
    )


def identifier(content: BookContent) -> str:
    """Return what names this state of the book and no other: made of the agreement's slug and the version."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{content.text.slug}/{content.version}')}"


def _metadata(content: BookContent) -> Iterator[str]:
    text = content.text
    day = text.effective.isoformat() if text.effective else NO_DATE
    yield f'<dc:identifier id="book-id">{identifier(content)}</dc:identifier>'
    yield f"<dc:title>{escape(text.title)}</dc:title>"
    yield f"<dc:language>{escape(text.language)}</dc:language>"
    for number, party in enumerate(text.parties):
        yield f'<dc:creator id="party{number}">{escape(party)}</dc:creator>'
        yield f'<meta refines="#party{number}" property="role" scheme="marc:relators">aut</meta>'
    yield f'<dc:contributor id="editor">{escape(content.publisher)}</dc:contributor>'
    yield '<meta refines="#editor" property="role" scheme="marc:relators">edt</meta>'
    yield f"<dc:publisher>{escape(content.publisher)}</dc:publisher>"
    if text.effective:
        yield f"<dc:date>{day}</dc:date>"
    version = say("Version {version}.", version=content.version)
    yield f"<dc:description>{escape(content.notice)} {escape(version)}</dc:description>"
    if text.source:
        yield f"<dc:source>{escape(text.source)}</dc:source>"
    yield "<dc:type>agreement</dc:type>"
    yield f"<dc:subject>{escape(say(SUBJECT))}</dc:subject>"
    yield f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
    yield f'<meta property="pageBreakSource">{escape(say(PRINTED, title=text.title))}</meta>'
    yield '<meta property="schema:accessMode">textual</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    for feature in FEATURES:
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    yield f'<meta property="schema:accessibilitySummary">{escape(say(SUMMARY))}</meta>'


def _list(entries: Sequence[NavigationEntry]) -> str:
    rows = (
        f'<li><a href="{escape(entry.href)}">{escape(entry.title)}</a>{_list(entry.below) if entry.below else ""}</li>\n'
        for entry in entries
    )
    return f"<ol>\n{''.join(rows)}</ol>\n"


def _xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", f'<?xml version="1.0" encoding="utf-8"?>\n{text}')
