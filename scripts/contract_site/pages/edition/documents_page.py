"""The index of handbooks, laws, forms, cases and other agreements that an edition cites."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import TITLES, Lists
from contract_site.cite import addresses
from contract_site.model.citation import External, Target
from contract_site.model.document import Edition
from contract_site.model.editorial import DocumentName
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
    known = {document.name: document for document in edition.documents}
    rows = [
        _entry(edition, path, crossings, known.get(name) or DocumentName(name=name, words=()), places[name])
        for name in sorted(places, key=lambda name: (name[:1].isdigit(), name.casefold()))
    ]
    introduction = f"Documents outside this agreement that its words cite, and where. {_published_here(edition, places)}\n"
    return list_page(edition, Lists.DOCUMENTS, TITLES[Lists.DOCUMENTS], (introduction, *rows))


def _published_here(edition: Edition, places: Mapping[str, object]) -> str:
    """Whether the documents are published on this site, as the editors' list of them says."""
    here = sum(1 for document in edition.documents if document.published and document.name in places)
    if not here:
        return "They are not published here."
    return "Those that are links are agreements of this site; the others are not published here."


def _entry(
    edition: Edition, path: PurePosixPath, crossings: Crossings, document: DocumentName, places: dict[Target, list[str]]
) -> str:
    cited = ", ".join(
        f"[{escape(crossings.name(target, edition))}]({crossings.href(path, target)})"
        + (f" ({escape('; '.join(details))})" if (details := list(dict.fromkeys(filter(None, found)))) else "")
        for target, found in places.items()
    )
    name = escape(document.name)
    if document.published:
        name = f"[{name}]({crossings.href(path, Target(document.published, '', ''))})"
    full = f" ({escape(document.title)})" if document.title and document.title != document.name else ""
    return f"- **{name}**{full}: {cited}"
