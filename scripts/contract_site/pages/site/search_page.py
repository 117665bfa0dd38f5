"""The page of search: results where there is JavaScript, and without it the indexes of every agreement."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import lists_of
from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.site import SEARCHED
from contract_site.words.escape import escape, front_matter
from contract_site.words.frame import heading, status_class, status_words

TITLE = later("Search")
ABOUT = later("Search every agreement, provision by provision. Searching happens on your device.")
WITHOUT_SCRIPT = later("Search itself needs JavaScript. These pages do not; your browser can look for a word in each.")
FIELD = """<div id="search-here">
<form class="home-search" action="." method="get" role="search">
<label for="q">{label}</label>
<input id="q" type="search" name="q" autocomplete="off" placeholder="{hint}">
<button type="submit">{search}</button>
</form>
</div>

<noscript><p>{without_script}</p></noscript>
"""


def search_page(editions: Sequence[Edition], crossings: Crossings) -> Page:
    """Return the page of search; editions in the order in which lists show them."""
    title = say(TITLE)
    head = front_matter({"title": title, "description": say(ABOUT), "hide": ["toc"]})
    label, without = say("Search the agreements"), say(WITHOUT_SCRIPT)
    field = FIELD.format(label=label, hint=SEARCHED, search=title, without_script=without)
    indexes = "\n".join(_indexes(edition, crossings) for edition in editions)
    listed = f'<div class="agreements" markdown>\n\n{indexes}\n\n</div>\n'
    above = heading(say("Agreements and their indexes"), "indexes")
    return Page(addresses.SEARCH, "\n".join((head, f"# {title} {{: #search }}\n", field, above, listed)))


def _indexes(edition: Edition, crossings: Crossings) -> str:
    own = addresses.edition_file(edition.slug)
    listed = lists_of(edition, crossings)
    lists = [(say("Contents"), own), *((each.title, addresses.part_file(edition.slug, each.kind)) for each in listed)]
    links = " · ".join(f"[{escape(name)}]({addresses.link(addresses.SEARCH, path)})" for name, path in lists)
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({addresses.link(addresses.SEARCH, own)})\n  {badge} {links}"
