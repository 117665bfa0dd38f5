"""The page of search: results where there is JavaScript, and without it the indexes of every agreement."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import EditionList, lists_of
from contract_site.cite import addresses
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.site import SEARCHED
from contract_site.words.escape import escape, front_matter
from contract_site.words.frame import status_class, status_words
from contract_site.words.long_lists import MANY, narrowing

TITLE = "Search"
ABOUT = "Search every agreement, provision by provision. Searching happens on your device."
FIELD = f"""<div id="search-here">
<form class="home-search" action="." method="get" role="search">
<label for="q">Search the agreements</label>
<input id="q" type="search" name="q" autocomplete="off" placeholder="{SEARCHED}">
<button type="submit">Search</button>
</form>
</div>

<noscript><p>Search itself needs JavaScript. These pages do not; your browser can look for a word in each.</p></noscript>
"""


def search_page(editions: Sequence[Edition], crossings: Crossings) -> Page:
    """Return the page of search; editions in the order in which lists show them, of many their first pages alone."""
    head = front_matter({"title": TITLE, "description": ABOUT, "hide": ["toc"]})
    many = len(editions) > MANY
    indexes = "\n".join(_indexes(each, () if many else lists_of(each, crossings)) for each in editions)
    narrow = "\n".join(narrowing(addresses.SEARCH, ".agreements > ul > li", len(editions)))
    listed = f'{narrow}<div class="agreements" markdown>\n\n{indexes}\n\n</div>\n'
    listed = f"## Agreements and their indexes {{: #indexes }}\n\n{listed}"
    return Page(addresses.SEARCH, "\n".join((head, f"# {TITLE} {{: #search }}\n", FIELD, listed)))


def _indexes(edition: Edition, listed: Sequence[EditionList]) -> str:
    own = addresses.edition_file(edition.slug)
    lists = [("Contents", own), *((each.title, addresses.part_file(edition.slug, each.kind)) for each in listed)]
    links = " · ".join(f"[{escape(name)}]({addresses.link(addresses.SEARCH, path)})" for name, path in lists)
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({addresses.link(addresses.SEARCH, own)})\n  {badge} {links}"
