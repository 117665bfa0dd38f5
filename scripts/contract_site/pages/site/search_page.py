"""The page of search: results where there is JavaScript, and without it the indexes of every agreement."""

from __future__ import annotations

import html
from collections.abc import Sequence

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import EditionList, lists_of
from contract_site.beside.shared import shared_addresses
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.say import later, say
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.site import SEARCHED
from contract_site.words.escape import escape, front_matter
from contract_site.words.frame import heading, status_class, status_words
from contract_site.words.long_lists import MANY, narrowing

TITLE = later("Search")
ABOUT = later("Search every agreement, provision by provision. Searching happens on your device.")
WITHOUT_SCRIPT = later(
    "Search needs JavaScript, which is off here: nothing was looked for. Choose an agreement below instead: its contents list"
    " every article, item and memorandum, and each begins with its sections. In each page your browser can look for a word."
)
BY_ADDRESS = later(
    "A citation needs no search: its number, with dots, behind the address of its agreement leads to it. {citation} is at"
    " {address}."
)
FIELD = """<div id="search-here">
<form class="home-search" action="." method="get" role="search">
<label for="q">{label}</label>
<input id="q" type="search" name="q" autocomplete="off" placeholder="{hint}">
<button type="submit">{search}</button>
</form>
</div>

<noscript><p>{without_script}</p>{by_address}</noscript>
"""


def search_page(editions: Sequence[Edition], crossings: Crossings, shown: Edition, example: str = "") -> Page:
    """Return the page of search; editions in the order in which lists show them, of many their first pages alone.

    ``shown`` is one with its words, of which a citation's address is shown: that of ``example``, an anchor, if it has it.
    """
    title = say(TITLE)
    head = front_matter({"title": title, "description": say(ABOUT), "hide": ["toc"]})
    label, without = say("Search the agreements"), say(WITHOUT_SCRIPT)
    by_address = _by_address(shown, example)
    field = FIELD.format(label=label, hint=SEARCHED, search=title, without_script=without, by_address=by_address)
    many = len(editions) > MANY
    indexes = "\n".join(_indexes(each, () if many else lists_of(each, crossings)) for each in editions)
    narrow = "\n".join(narrowing(addresses.SEARCH, ".agreements > ul > li", len(editions)))
    listed = f'{narrow}<div class="agreements" markdown>\n\n{indexes}\n\n</div>\n'
    above = heading(say("Agreements and their indexes"), "indexes")
    return Page(addresses.SEARCH, "\n".join((head, f"# {title} {{: #search }}\n", field, above, listed)))


def _by_address(edition: Edition, example: str) -> str:
    """A paragraph that shows the address of a provision of an edition; nothing if none can be cited by its address."""
    body = {part.id: part for part in edition.parts if part.in_body}
    found = {anchor: body[page] for page, anchor in shared_addresses(edition, None) if page in body}
    anchor = example if example in found else next(iter(found), "")
    if not anchor:
        return ""
    part = found[anchor]
    cited = html.escape(citation(part, part.root.trail(anchor)[-1]))
    address = f"<code>{html.escape(addresses.shared_url(edition, part, anchor))}</code>"
    return f"<p>{say(BY_ADDRESS, citation=cited, address=address)}</p>"


def _indexes(edition: Edition, listed: Sequence[EditionList]) -> str:
    own = addresses.edition_file(edition.slug)
    lists = [(say("Contents"), own), *((each.title, addresses.part_file(edition.slug, each.kind)) for each in listed)]
    links = " · ".join(f"[{escape(name)}]({addresses.link(addresses.SEARCH, path)})" for name, path in lists)
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({addresses.link(addresses.SEARCH, own)})\n  {badge} {links}"
