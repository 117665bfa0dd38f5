"""The index of handbooks, laws, forms, cases and other agreements that an edition cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import list_title
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.interface.say import later, say
from contract_site.model.citation import External, Reference, Target
from contract_site.model.document import Edition
from contract_site.model.editorial import DocumentName
from contract_site.model.letters import alphabetical
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.escape import escape


@dataclass(frozen=True, slots=True)
class _Citing:
    """A place that cites a document: a block of the agreement, or what was printed to explain one."""

    target: Target
    explains: bool = False
    """Whether these are not the parties' words."""


CITED = later("Documents outside this agreement that its words cite, and where.")
CITED_OR_EXPLAINED = later(
    "Documents outside this agreement that its words cite, or the explanations printed with them, and where."
)
Places = dict[_Citing, list[str]]
"""The places that cite a document, each with what it cites of it."""


def documents_page(edition: Edition, crossings: Crossings) -> Page | None:
    """Return the index, an entry a document with every place that cites it; None if nothing outside is cited.

    Documents that only printed explanations name are among them, and each such place is called an explanation.
    """
    places: dict[str, Places] = {}
    for reference, explains in _references(edition, crossings):
        resolution = reference.resolution
        if isinstance(resolution, External):
            name = resolution.citation.path[0].removeprefix("listed:")
            citing = _Citing(Target(edition.slug, reference.page, reference.block), explains)
            detail = resolution.document.removeprefix(name).strip()
            places.setdefault(name, {}).setdefault(citing, []).append(detail)
    if not places:
        return None
    path = addresses.part_file(edition.slug, "documents")
    known = {document.name: document for document in edition.documents}
    rows = [
        _entry(edition, path, crossings, known.get(name) or DocumentName(name=name, words=()), places[name])
        for name in sorted(places, key=lambda name: (name[:1].isdigit(), alphabetical(name)))
    ]
    explained = any(citing.explains for found in places.values() for citing in found)
    introduction = f"{say(CITED_OR_EXPLAINED if explained else CITED)} {_published_here(edition, places)}\n"
    return list_page(edition, Lists.DOCUMENTS, list_title(Lists.DOCUMENTS), (introduction, *rows))


def _references(edition: Edition, crossings: Crossings) -> Iterator[tuple[Reference, bool]]:
    """Yield every reference of an edition, and behind them those of explanations, each with whether it is one of these."""
    yield from ((reference, False) for reference in crossings.relations.links[edition.slug].references)
    explained = crossings.relations.explained.get(edition.slug, {})
    yield from ((reference, True) for found in explained.values() for reference in found)


def _published_here(edition: Edition, places: Mapping[str, object]) -> str:
    """Whether the documents are published on this site, as the editors' list of them says."""
    here = sum(1 for document in edition.documents if document.published and document.name in places)
    if not here:
        return say("They are not published here.")
    return say("Those that are links are agreements of this site; the others are not published here.")


def _entry(edition: Edition, path: PurePosixPath, crossings: Crossings, document: DocumentName, places: Places) -> str:
    cited = ", ".join(_place(edition, path, crossings, citing, found) for citing, found in places.items())
    name = escape(document.name)
    if document.published:
        name = f"[{name}]({crossings.href(path, Target(document.published, '', ''))})"
    full = f" ({escape(document.title)})" if document.title and document.title != document.name else ""
    return f"- **{name}**{full}: {cited}"


def _place(edition: Edition, path: PurePosixPath, crossings: Crossings, citing: _Citing, found: Sequence[str]) -> str:
    """A place that cites a document, and what it cites of it."""
    link = f"[{escape(crossings.name(citing.target, edition))}]({crossings.href(path, citing.target)})"
    place = say("explanation of {place}", place=link) if citing.explains else link
    details = list(dict.fromkeys(filter(None, found)))
    return f"{place} ({escape('; '.join(details))})" if details else place
