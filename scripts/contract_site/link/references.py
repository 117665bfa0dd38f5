"""Every reference of an edition: found, resolved, or decided by editors; and what is to be said of those without a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.link.citable import Tree
from contract_site.link.find import find_citations
from contract_site.link.memo_names import find_memo_names
from contract_site.link.resolve import Standpoint, resolve
from contract_site.model.citation import (
    Ambiguous,
    Citation,
    Form,
    Links,
    Reference,
    Resolution,
    Resolved,
    Target,
    Unresolved,
)
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.finding import Finding, SettingsError


def link_edition(edition: Edition, trees: Mapping[str, Tree]) -> Links:
    """Return every reference of an edition, in printed order."""
    tree = trees[edition.slug]
    national = trees.get(edition.settings.implements)
    references: list[Reference] = []
    for part in edition.parts:
        for trail in _trails((part.root,)):
            here = Standpoint(tree, part, trail, national)
            order = tree.places[part.id, trail[-1].anchor]
            for piece in trail[-1].body:
                if isinstance(piece, Provision):
                    order = max(tree.places[part.id, below.anchor] for below in piece.walk())
                else:
                    references += _of_block(edition, replace(here, order=order), piece)
    return Links(tuple(references))


def _of_block(edition: Edition, here: Standpoint, block: Block) -> Iterator[Reference]:
    if block.kind is BlockKind.CAPTION:
        return
    text = block.text
    named = find_memo_names(text, here.tree.titles, edition.settings.parties)
    cited = [c for c in find_citations(text, edition.documents) if not _within(c, named)]
    if block.table is not None:  # salary tables are full of numbers: only words that name an article count
        forms = (Form.ARTICLE, Form.STEP) if block.table.lists else (Form.ARTICLE,)
        cited = [c for c in cited if c.form in forms]
    found = [*named, *cited]
    pointed = list(_pointed_out(edition.references, here, block, found))
    found = [*pointed, *(c for c in found if not _within(c, pointed))]
    for citation in sorted(found, key=lambda c: c.start):
        choice = _choice(edition.references, here, block, citation)
        resolution = _chosen(choice, citation, here) if choice else resolve(citation, here)
        if resolution is not None:
            yield Reference(here.part.id, here.trail[-1].anchor, block.anchor, resolution)


def _pointed_out(
    choices: Sequence[ReferenceChoice], here: Standpoint, block: Block, found: Sequence[Citation]
) -> Iterator[Citation]:
    """Yield the words that no rule finds, or finds otherwise, and that an editor says cite something."""
    anchors = (here.trail[-1].anchor, block.anchor)
    words = {citation.text for citation in found}
    for choice in choices:
        if _stands_in(choice, here.part, anchors) and choice.text not in words and block.text.count(choice.text) == 1:
            start = block.text.index(choice.text)
            yield Citation(text=choice.text, start=start, end=start + len(choice.text), form=Form.CHOSEN, path=())


def _trails(trail: tuple[Provision, ...]) -> Iterator[tuple[Provision, ...]]:
    yield trail
    for child in trail[-1].children:
        yield from _trails((*trail, child))


def _within(citation: Citation, others: Sequence[Citation]) -> bool:
    return any(other.start < citation.end and citation.start < other.end for other in others)


def _choice(choices: Sequence[ReferenceChoice], here: Standpoint, block: Block, citation: Citation) -> ReferenceChoice | None:
    anchors = (here.trail[-1].anchor, block.anchor)
    return next((choice for choice in choices if _speaks_of(choice, here.part, anchors, citation)), None)


def _speaks_of(choice: ReferenceChoice, part: Part, anchors: tuple[str, str], citation: Citation) -> bool:
    """Whether an editor's choice is about a citation that stands in the provision and block of these anchors."""
    return _stands_in(choice, part, anchors) and choice.text == citation.text


def _stands_in(choice: ReferenceChoice, part: Part, anchors: tuple[str, str]) -> bool:
    in_part = choice.page == part.id or (not choice.page and part.container == "body")
    return in_part and choice.provision in anchors


def _chosen(choice: ReferenceChoice, citation: Citation, here: Standpoint) -> Resolution:
    targets: list[Target] = []
    for place in choice.to:
        page, _, anchor = place.partition("#") if "#" in place or "/" in place else (here.tree.body.get(place, ""), "", place)
        targets.append(Target(here.tree.slug, page, anchor))
    if not targets:
        return Unresolved(citation, choice.note or "editors link it nowhere", choice.note)
    return Resolved(citation, tuple(targets), choice.note)


def check_links(edition: Edition, links: Links) -> None:
    """Raise SettingsError if an editor's choice speaks of words that are not there, or leads to a place that is not there."""
    known = {(part.id, anchor) for part, provision in edition.provisions() for anchor in _anchors(provision)}
    known |= {(part.id, "") for part in edition.parts}
    parts = {part.id: part for part in edition.parts}
    for choice in edition.references:
        found = [
            reference
            for reference in links.references
            if _speaks_of(choice, parts[reference.page], (reference.provision, reference.block), reference.resolution.citation)
        ]
        place = f"references.toml of {edition.slug}: reference '{choice.text}' in {choice.provision}"
        if not found:
            raise SettingsError(f"{place}: these words do not stand there, or more than once; correct or remove the entry")
        resolution = found[0].resolution
        targets = resolution.targets if isinstance(resolution, Resolved) else ()
        if wrong := [target for target in targets if (target.page, target.anchor) not in known]:
            raise SettingsError(f"{place}: leads to '{wrong[0].page}#{wrong[0].anchor}', which is not there; correct to")


def reference_findings(edition: Edition, links: Links) -> Iterator[Finding]:
    """Yield a finding for each reference that is not linked, and why."""
    for reference in links.references:
        resolution = reference.resolution
        if isinstance(resolution, Unresolved | Ambiguous):
            line = edition.source.line_number(_offset(edition, reference))
            code = "L201" if isinstance(resolution, Unresolved) else "L202"
            yield Finding(edition.source.name, line, code, f"'{resolution.citation.text}' is not linked: {resolution.reason}")


def _anchors(provision: Provision) -> Iterator[str]:
    yield provision.anchor
    yield from (block.anchor for block in provision.blocks)


def _offset(edition: Edition, reference: Reference) -> int:
    """The source offset of the words of a reference."""
    start = reference.resolution.citation.start
    here = (block for part, _, block in edition.blocks() if (part.id, block.anchor) == (reference.page, reference.block))
    return max(0, next(here).words.cut(start).start_of_text)
