"""Where each place of the site is in a bundle: its ids, the links between its pages, and the links that leave it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

from bs4 import BeautifulSoup, Tag

from contract_site.bundle.content import BookContent, PageContent
from contract_site.interface.formats import said_list
from contract_site.interface.say import say

ELSEWHERE = re.compile(r"(?<![\w+.-])[a-zA-Z][\w+.-]*+:|//")
NAMED = ".twin a, .what a"
"""Links whose words say where they lead."""
Ids = Mapping[tuple[str, str], str]
"""The ids of a bundle, by the address of a page and an anchor of it."""
Href = Callable[[PageContent, PageContent, str], str]
"""The link from one page of a bundle to an id on another, or on itself."""


class BookPlaces:
    """Every id of a book's pages, and every link from one to another; both can be written anew for each kind of bundle."""

    def __init__(self, content: BookContent) -> None:
        """Find the ids and links, and turn the links that leave the book into links to the site or into words."""
        self._pages = {page.chapter.address.rstrip("/"): page for page in content.pages}
        self._anchors: list[tuple[Tag, PageContent, str]] = []
        self._links: list[tuple[Tag, PageContent, PageContent, str]] = []
        for page in content.pages:
            named = set(map(id, page.tree.select(NAMED)))
            self._anchors += [(tag, page, str(tag["id"])) for tag in page.tree.find_all(id=True)]
            for link in page.tree.find_all("a", href=True):
                self._find(link, page, content, named=id(link) in named)

    def write(self, ids: Ids, href: Href) -> None:
        """Give every id and every link between pages the form of a bundle."""
        for tag, page, anchor in self._anchors:
            tag["id"] = ids[page.chapter.address, anchor]
        for link, page, target, anchor in self._links:
            link["href"] = href(page, target, place(ids, target, anchor))

    def _find(self, link: Tag, page: PageContent, content: BookContent, *, named: bool) -> None:
        href = str(link["href"])
        if ELSEWHERE.match(href):
            return
        address, _, anchor = href.partition("#")
        address = address.partition("?")[0]  # what only a script of the site's page understands
        path = posixpath.normpath(posixpath.join(page.chapter.address, address)) if address else page.chapter.address
        path = content.text.second_addresses.get(f"{path.rstrip('/')}/", path).rstrip("/")
        if path in self._pages:
            self._links.append((link, page, self._pages[path], anchor))
        else:
            _leave(link, path, anchor, content, named=named)


def place(ids: Ids, page: PageContent, anchor: str) -> str:
    """Return the id of an anchor of the page; of its heading, where the page has no such anchor or none is asked for."""
    found = ids.get((page.chapter.address, anchor))
    return found if found is not None else ids.get((page.chapter.address, page.head), "")


def _leave(link: Tag, path: str, anchor: str, content: BookContent, *, named: bool) -> None:
    """Turn a link that leaves the book into one to the published site, or into words if nobody says where that is."""
    link["class"] = " ".join((*(link.get("class") or ()), "away"))
    if content.site_url:
        folder = "" if path == "." else path if "." in posixpath.basename(path) else f"{path}/"
        link["href"] = f"{content.site_url}{folder}{f'#{anchor}' if anchor else ''}"
        return
    for name in ("href", "rel", "title"):
        del link[name]
    link.name = "span"
    where = _text_at(path, content.named)
    if not named and where not in link.get_text():
        said = BeautifulSoup("", "html.parser").new_tag("span", attrs={"class": "editorial where"})
        said.string = f" [{where}]"
        link.insert_after(said)


def _text_at(path: str, named: Mapping[str, str]) -> str:
    """What the text is called that a page belongs to."""
    first, *below = path.split("/")
    if first != "compare":
        return named.get(first) or say("on the site")
    texts = [named[slug] for slug in below[:2] if named.get(slug)]
    return say("comparison of {texts}", texts=said_list(texts)) if texts else say("comparison")
