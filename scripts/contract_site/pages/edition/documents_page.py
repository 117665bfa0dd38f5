"""The index of handbooks, laws, forms, cases and other agreements that an edition cites."""

from __future__ import annotations

from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import TITLES, Lists
from contract_site.cite import addresses
from contract_site.model.citation import External, Target
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.escape import escape


def documents_page(edition: Edition, crossings: Crossings) -> Page | None:
    """Return the index, an entry a document with every place that cites it; None if nothing outside is cited."""
    places: dict[str, dict[Target, list[str]]] = {}
    for reference in crossings.relations.links[edition.slug].references:
        resolution = reference.resolution
        if isinstance(resolution, External):
            name = resolution.citation.path[0].removeprefix("listed:")
            target = Target(edition.slug, reference.page, reference.block)
            detail = resolution.document.removeprefix(name).strip()
            places.setdefault(name, {}).setdefault(target, []).append(detail)
    if not places:
        return None
    path = addresses.part_file(edition.slug, "documents")
    titles = {document.name: document.title for document in edition.documents}
    rows = [
        _entry(edition, path, crossings, name, titles.get(name, ""), places[name])
        for name in sorted(places, key=lambda name: (name[:1].isdigit(), name.casefold()))
    ]
    introduction = "Documents outside this agreement that its words cite, and where. They are not published here.\n"
    return list_page(edition, Lists.DOCUMENTS, TITLES[Lists.DOCUMENTS], (introduction, *rows))


def _entry(
    edition: Edition, path: PurePosixPath, crossings: Crossings, name: str, title: str, places: dict[Target, list[str]]
) -> str:
    cited = ", ".join(
        f"[{escape(crossings.name(target, edition))}]({crossings.href(path, target)})"
        + (f" ({escape('; '.join(details))})" if (details := list(dict.fromkeys(filter(None, found)))) else "")
        for target, found in places.items()
    )
    full = f" ({escape(title)})" if title and title != name else ""
    return f"- **{escape(name)}**{full}: {cited}"
