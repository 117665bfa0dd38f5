"""One page of the site as a chapter of an e-book: XHTML that every reader program understands, most of them without scripts."""

from __future__ import annotations

import re
from html import escape
from string import Template

from bs4 import BeautifulSoup, Tag

from contract_site.bundle.content import PageContent, divided
from contract_site.interface.say import Spoken, say

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold."""
IN_NAMES = re.compile(r"[^A-Za-z0-9.-]")
DOCUMENT = Template("""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="$language" xml:lang="$language">
<head>
<title>$title</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
<body>
$body
</body>
</html>
""")


def document(title: str, body: str) -> str:
    """Return an XHTML file."""
    return NOT_XML.sub("\ufffd", DOCUMENT.substitute(language=Spoken.language, title=escape(title), body=body))


def xml_id(anchor: str) -> str:
    """Return an anchor as a name that XML allows, and no other anchor has: ``at.8.5.G``."""
    return "at." + IN_NAMES.sub(lambda found: f"_{ord(found[0]):x}_", anchor)


def chapter(page: PageContent, head_line: str, foot: str) -> str:
    """Return a page as a file, with a line of words below its heading and one at its foot. The page's tree is changed."""
    made = _Chapter(page)
    made.change()
    head, rest = divided(page, "h1", without=".status, nav.pager")
    said, own = (_in_language(page.language), _in_language(Spoken.language)) if page.language else ("", "")
    printed = f'<p class="printed"{own}>{escape(head_line)}</p>\n' if head_line else ""
    section = f"{head}\n{printed}{rest}\n{''.join(made.lists)}"
    body = f'<section epub:type="chapter" role="doc-chapter"{said}>\n{section}</section>\n<p class="foot">{escape(foot)}</p>'
    return document(page.chapter.title, body)


def _in_language(language: str) -> str:
    return f' lang="{escape(language)}" xml:lang="{escape(language)}"'


def plain_lists(html: str) -> str:
    """Return the lists of an index unfolded: their titles are headings."""
    tree = BeautifulSoup(html, "html.parser")
    for folded in tree.select("details"):
        _unfold(folded)
    return tree.decode()


class _Chapter:
    def __init__(self, page: PageContent) -> None:
        self.tree = page.tree
        self.lists: list[str] = []

    def change(self) -> None:
        """Change what e-books say in another way than pages."""
        for picture in self.tree.select("svg"):
            picture.decompose()
        for number, beside in enumerate(self.tree.select("details.beside, .tools > details"), 1):
            self._move_to_notes(beside, number)
        for folded in self.tree.select("details"):
            _unfold(folded)
        for mark in self.tree.select("a.page"):
            _page_break(mark)
        for frame in self.tree.select(".frame"):
            frame.attrs = {"class": "frame"}
        for table in self.tree.select("table"):
            _name_cells(table)

    def _move_to_notes(self, beside: Tag, number: int) -> None:
        """Make what lies beside a provision a note at the end of the chapter, which many programs show in a window."""
        summary = beside.summary
        words = summary.extract().get_text() if summary is not None else ""
        self.lists.append(
            f'<aside epub:type="footnote" role="doc-footnote" class="citing" id="citing.{number}">\n'
            f'<p><a href="#cited.{number}">↑ {escape(words)}</a></p>\n{beside.decode_contents().strip()}\n</aside>\n'
        )
        beside.name, beside.attrs = "p", {"class": "cited", "data-search-exclude": ""}
        beside.clear()
        link = {"id": f"cited.{number}", "href": f"#citing.{number}", "epub:type": "noteref", "role": "doc-noteref"}
        beside.append(_made("a", link, words))


def _unfold(folded: Tag) -> None:
    folded.name = "div"
    summary = folded.find("summary", recursive=False)
    if isinstance(summary, Tag):
        summary.name = "p"
        summary["class"] = "list-title"


def _page_break(mark: Tag) -> None:
    """Make the mark of a printed page a page break that programs can list and go to; where a page only goes on, words."""
    number = mark.get_text()
    mark.name = "span"
    mark.string = say("[p. {page}]", page=number)
    if not mark.get("id"):
        mark.attrs = {"class": "page", "data-search-exclude": ""}
        return
    mark.attrs = {
        "epub:type": "pagebreak",
        "role": "doc-pagebreak",
        "aria-label": number,
        "class": "page",
        "data-search-exclude": "",
        "id": str(mark["id"]),
    }


def _name_cells(table: Tag) -> None:
    """Give each cell the heading of its column, for screens too narrow to show them beside each other."""
    heads = [cell.get_text(" ", strip=True) for cell in table.select("thead th")]
    table["class"] = "wide" if len(heads) > 3 and any(heads[1:]) else "narrow"
    for row in table.select("tbody tr"):
        for cell, head in zip(row.find_all("td", recursive=False), heads, strict=False):
            if head:
                cell["data-head"] = head


def _made(name: str, attributes: dict[str, str], words: str) -> Tag:
    made = BeautifulSoup("", "html.parser").new_tag(name, attrs=attributes)
    made.string = words
    return made
