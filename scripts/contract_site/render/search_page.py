"""The page of search: results where there is JavaScript, and without it the indexes of every agreement."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.render import addresses
from contract_site.render.escape import escape, front_matter
from contract_site.render.frame import status_class, status_words
from contract_site.render.list_pages import list_title
from contract_site.render.pages import EditionPages

TITLE = "Search"
ABOUT = "Search every agreement, provision by provision. Searching happens on your device."
FIELD = """<div id="search-here">
<form class="home-search" action="." method="get" role="search">
<label for="q">Search the agreements</label>
<input id="q" type="search" name="q" autocomplete="off" placeholder="wash-up time">
<button type="submit">Search</button>
</form>
</div>

<noscript><p>Search itself needs JavaScript. These pages do not; your browser can look for a word in each.</p></noscript>
"""


def search_page(rendered: Sequence[tuple[Edition, EditionPages]]) -> Page:
    """Return the page of search; editions in the order in which lists show them."""
    head = front_matter({"title": TITLE, "description": ABOUT, "hide": ["toc"]})
    indexes = "\n".join(_indexes(edition, pages) for edition, pages in rendered)
    listed = f'## Agreements and their indexes {{: #indexes }}\n\n<div class="agreements" markdown>\n\n{indexes}\n\n</div>\n'
    return Page(addresses.SEARCH, "\n".join((head, f"# {TITLE} {{: #search }}\n", FIELD, listed)))


def _indexes(edition: Edition, pages: EditionPages) -> str:
    own = addresses.edition_file(edition.slug)
    parts = {own, *(addresses.part_file(edition.slug, part.id) for part in edition.parts)}
    lists = [("Contents", own), *((list_title(page), page.path) for page in pages.pages if page.path not in parts)]
    links = " · ".join(f"[{escape(name)}]({addresses.link(addresses.SEARCH, path)})" for name, path in lists)
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({addresses.link(addresses.SEARCH, own)})\n  {badge} {links}"
