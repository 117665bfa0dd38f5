"""What of a page of the built site is content, and what belongs to the site around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString, PageElement

from contract_site.bundle.download import Build, BundleError, Chapter, Text

ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
FOOTER = re.compile(r"<footer\b.*</footer>", re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
OF_THE_SITE = (
    "nav.breadcrumb, .cr-aids, details.sections, form, button, dialog, script, noscript, style, template, link, meta, iframe,"
    " figure.picture"
)
"""What a page has for the sake of the site: the way to it, switches, what only a script or another page gives a meaning, and
pictures of what the page says in words."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of one page."""

    chapter: Chapter
    tree: Tag
    anchors: tuple[str, ...]
    """Every id of the page, in order."""
    status: str
    """What the page's status line says of its printed pages; may be empty."""

    head: str
    """The anchor of the page's own heading."""

    @property
    def language(self) -> str:
        """The language that the page says its words are in; empty if it is that of the interface."""
        return str(self.tree.get("lang", ""))


@dataclass(frozen=True, slots=True)
class BookContent:
    """The content of all pages of one agreement."""

    text: Text
    pages: tuple[PageContent, ...]
    version: str
    """What tells two states of the site apart."""
    publisher: str
    """Who publishes the site: its name."""
    notice: str
    """The words that every page ends with: that it is an unofficial copy."""
    site_url: str
    """Where the site is published, with a slash at the end; empty if its configuration does not say."""
    named: Mapping[str, str]
    """What the agreements to which its pages lead are called where room is short, by slug."""


def read_book(build: Build, text: Text) -> BookContent:
    """Read an agreement's pages from the built site. Raises BundleError for a page without content."""
    pages: list[PageContent] = []
    notice = site_url = ""
    for chapter in text.chapters:
        page = (build.site / chapter.address / "index.html").read_text(encoding="utf-8")
        found = ARTICLE.search(page)
        if found is None:
            raise BundleError(f"{chapter.address}index.html: the page has no <article>, so it cannot be part of a book")
        pages.append(_page(chapter, found[0]))
        if chapter.kind == "agreement":
            notice, site_url = _notice(page, chapter.address), _site_url(page, chapter.address)
    return BookContent(text, tuple(pages), build.version, build.publisher, notice, site_url, build.named)


def divided(page: PageContent, head: str, without: str = ".status") -> tuple[str, str]:
    """Return what the page has of ``head`` and the rest of it, ``without`` some, both as selectors of its own children."""
    first = set(map(id, page.tree.select(head)))
    left_out = set(map(id, page.tree.select(without))) - first
    children = [child for child in page.tree.children if id(child) not in left_out]
    parts = ("".join(_html(child) for child in children if (id(child) in first) is wanted) for wanted in (True, False))
    return next(parts).strip(), next(parts).strip()


def _html(child: PageElement) -> str:
    return child.decode() if isinstance(child, Tag) else child.output_ready() if isinstance(child, NavigableString) else ""


def _page(chapter: Chapter, article: str) -> PageContent:
    tree = BeautifulSoup(article, "html.parser").article
    assert tree is not None
    for comment in tree.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for part in tree.select(OF_THE_SITE):
        part.decompose()
    for link in tree.select("a.ref[title]"):
        del link["title"]
    _title_labels(tree)
    for older in tree.select(".row:not(.both):has(> .now) > .was"):
        older.decompose()  # its words are in the newer ones, as marks
    anchors = tuple(str(tag["id"]) for tag in tree.find_all(id=True))
    heading = tree.find("h1", id=True)
    return PageContent(chapter, tree, anchors, _printed(chapter, tree), str(heading["id"]) if isinstance(heading, Tag) else "")


def _title_labels(tree: Tag) -> None:
    """Say at every label its citation, as scripts do on the page: that of the part, and the ending of the anchor."""
    whole = tree.select_one("h1[id] > a.label[title]")
    if whole is None or whole.parent is None:
        return
    cited, part = str(whole["title"]), f"#{whole.parent['id']}."
    for label in tree.select("a.label:not([title], [aria-label])"):
        if str(label["href"]).startswith(part):
            above, _, last = str(label["href"])[len(part) - 1 :].rpartition(".")
            label["title"] = f"{cited}{above}({last})" if label.get_text()[:1] == "(" else f"{cited}{above}.{last}"


def _printed(chapter: Chapter, tree: Tag) -> str:
    """What a page of the text says of its printed pages: between the agreement's status and that it is an unofficial copy."""
    status = tree.select_one("p.status strong") if chapter.kind == "text" else None
    if status is None:
        return ""
    behind = "".join(each.get_text() for each in status.next_siblings)
    return behind.strip().removeprefix("·").rpartition(" · ")[0].strip(" ")


def _notice(page: str, address: str) -> str:
    found = FOOTER.search(page)
    words = BeautifulSoup(found[0], "html.parser").select_one(".cr-notice") if found else None
    if words is None or not words.get_text(strip=True):
        raise BundleError(
            f"{address}index.html: the page's footer has no .cr-notice, so a book could not say that it is unofficial"
        )
    return words.get_text(" ", strip=True)


def _site_url(page: str, address: str) -> str:
    found = CANONICAL.search(page)
    return found[1].removesuffix(address) if found and found[1].endswith(address) else ""
