"""Every reference of an edition: found, resolved, or decided by editors; and what is to be said of those without a link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.link.by_title import find_titles
from contract_site.link.citable import Tree
from contract_site.link.find import find_citations
from contract_site.link.lead_ins import blocks_with_leads
from contract_site.link.listed_titles import find_entry
from contract_site.link.memo_names import find_memo_names
from contract_site.link.pointers import Pointed, Pointers, agreed, pointed_citations
from contract_site.link.resolve import of_its_agreement, resolve, resolve_below
from contract_site.link.standpoint import Standpoint
from contract_site.link.stretches import Stretches
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
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision, Rank, Table
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.finding import Finding, SettingsError
from contract_site.model.source import Words


def link_edition(edition: Edition, trees: Mapping[str, Tree]) -> Links:
    """Return every reference of an edition, in printed order."""
    tree = trees[edition.slug]
    national = trees.get(edition.settings.implements)
    own = tree.own.joined(national.own) if national else tree.own
    references: list[Reference] = []
    pointers = Pointers(edition)
    leads = {(part.id, block.anchor): lead for part, _, block, lead in blocks_with_leads(edition)}
    for part in edition.parts:
        for trail in _trails((part.root,)):
            here = Standpoint(tree, part, trail, national, own=own)
            order = tree.places[part.id, trail[-1].anchor]
            for piece in trail[-1].body:
                if isinstance(piece, Provision):
                    order = max(tree.places[part.id, below.anchor] for below in piece.walk())
                else:
                    pointed = pointers.within(piece)
                    references += _of_block(edition, replace(here, order=order), piece, leads[part.id, piece.anchor], pointed)
    titles = tuple(
        (title, each) for part in edition.memoranda for title, each in _of_title(Standpoint(tree, part, (part.root,), national))
    )
    return Links(tuple(references), titles)


def _of_title(here: Standpoint) -> Iterator[tuple[str, Reference]]:
    """Yield what the title and the headings of a memorandum cite; the title as printed, else as indexes call it."""
    root = here.part.root
    yield from _of_heading(here, root, root.heading.text) or _of_heading(here, root, here.part.title)
    for provision in root.walk():
        if provision is not root and provision.rank is Rank.PARAGRAPH:
            yield from _of_heading(here, provision, provision.heading.text)


def _of_heading(here: Standpoint, provision: Provision, heading: str) -> list[tuple[str, Reference]]:
    cited = [citation for citation in find_citations(heading) if citation.form in (Form.ARTICLE, Form.DOTTED)]
    resolved = [each for citation in cited if isinstance(each := resolve(citation, here), Resolved)]
    return [(heading, Reference(here.part.id, provision.anchor, provision.anchor, each)) for each in resolved]


def _of_block(
    edition: Edition, here: Standpoint, block: Block, lead: str, pointed: Sequence[Pointed] = ()
) -> Iterator[Reference]:
    if block.kind is BlockKind.CAPTION:
        return
    found = _found(edition, here, block, lead)
    reached = {c.start: (c, target) for c, target in pointed_citations(block.text, found, pointed)}
    chosen = list(_pointed_out(edition.references, here, block, found))
    taken = Stretches((c.start, c.end) for c in chosen)
    led = [c for c, _ in reached.values() if not taken.meet(c.start, c.end)]
    taken = Stretches((c.start, c.end) for c in (*chosen, *led))
    found = [*chosen, *led, *(c for c in found if not taken.meet(c.start, c.end))]
    for citation in sorted(found, key=lambda c: c.start):
        choice = _choice(edition.references, here, block, citation)
        resolution = _chosen(choice, citation, here) if choice else _means(citation, here, reached, pointed)
        if resolution is not None:
            yield Reference(here.part.id, here.trail[-1].anchor, block.anchor, resolution)


def _means(
    citation: Citation, here: Standpoint, reached: Mapping[int, tuple[Citation, Target]], pointed: Sequence[Pointed]
) -> Resolution | None:
    """What a citation means by its words, by the file's own reference, or by both."""
    if citation.form is Form.POINTER:
        return resolve_below(citation, reached[citation.start][1], here)
    resolution = resolve(citation, here)
    return agreed(resolution, pointed) if resolution is not None else None


def _found(edition: Edition, here: Standpoint, block: Block, lead: str) -> list[Citation]:
    """The citations that rules read in a block."""
    text = block.text
    named = find_entry(text, lead, here.tree.entries) or find_memo_names(text, here.tree.titles, edition.settings.parties)
    taken = Stretches((c.start, c.end) for c in named)
    cited = [c for c in find_citations(text, edition.documents, here.own, edition.family) if not taken.meet(c.start, c.end)]
    taken = Stretches((c.start, c.end) for c in (*named, *cited))
    cited += find_titles(text, here.meant.headings, taken, here.own)
    if block.table is not None:
        cited = [c for c in cited if _counts_in_table(c, block.table)]
    return [*named, *cited]


def _counts_in_table(citation: Citation, table: Table) -> bool:
    """Salary tables are full of numbers: only words that name an article or a path below a section (``Section 2.A``) count."""
    if citation.form is Form.SECTION:
        return len(citation.path) > 1 and "." in citation.text
    return citation.form is Form.ARTICLE or (citation.form is Form.STEP and bool(table.lists))


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


def _choice(choices: Sequence[ReferenceChoice], here: Standpoint, block: Block, citation: Citation) -> ReferenceChoice | None:
    anchors = (here.trail[-1].anchor, block.anchor)
    return next((choice for choice in choices if _speaks_of(choice, here.part, anchors, citation)), None)


def _speaks_of(choice: ReferenceChoice, part: Part, anchors: tuple[str, str], citation: Citation) -> bool:
    """Whether an editor's choice is about a citation that stands in the provision and block of these anchors."""
    return _stands_in(choice, part, anchors) and choice.text == citation.text


def _stands_in(choice: ReferenceChoice, part: Part, anchors: tuple[str, str]) -> bool:
    in_part = choice.page == part.id or (not choice.page and part.in_body)
    return not choice.explanation and in_part and choice.provision in anchors


def _chosen(choice: ReferenceChoice, citation: Citation, here: Standpoint) -> Resolution:
    targets: list[Target] = []
    for place in choice.to:
        page, _, anchor = place.partition("#") if "#" in place or "/" in place else (here.tree.body.get(place, ""), "", place)
        targets.append(Target(here.tree.slug, page, anchor))
    if not targets:
        return Unresolved(citation, choice.note or "editors link it nowhere", choice.note)
    return Resolved(citation, tuple(targets), choice.note)


def check_links(edition: Edition, links: Links, slugs: Collection[str]) -> None:
    """Raise SettingsError if an editor's choice speaks of words that are not there, or leads to a place that is not there.

    ``slugs`` are those of the site's agreements.
    """
    _check_published(edition, slugs)
    known = {(part.id, anchor) for part, provision in edition.provisions() for anchor in _anchors(provision)}
    known |= {(part.id, "") for part in edition.parts}
    parts = {part.id: part for part in edition.parts}
    for choice in (choice for choice in edition.references if not choice.explanation):
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


def _check_published(edition: Edition, slugs: Collection[str]) -> None:
    """Raise SettingsError if a document, or what explanations cite, is said to be an agreement that the site does not have."""
    columns = edition.settings.columns
    named = [(f"references.toml of {edition.slug}: document '{each.name}'", each.published) for each in edition.documents]
    named += [
        (f"references.toml of {edition.slug}: reference '{each.text}'", place.rpartition(":")[0])
        for each in edition.references
        if each.explanation
        for place in each.to
    ]
    named += [(f"{edition.said_in} of {edition.slug}: cites", columns.cites)] if columns else []
    for place, slug in named:
        if slug and slug not in slugs:
            raise SettingsError(f"{place}: no agreement has the slug '{slug}'; correct or remove it")


def reference_findings(edition: Edition, links: Links) -> Iterator[Finding]:
    """Yield a finding for each reference that is not linked, and why."""
    blocks = {(part.id, block.anchor): block for part, _, block in edition.blocks()}
    for reference in links.references:
        resolution = reference.resolution
        if isinstance(resolution, Unresolved | Ambiguous):
            words = blocks[reference.page, reference.block].words
            line = edition.source.line_number(_offset(words, resolution.citation.start))
            code = "L201" if isinstance(resolution, Unresolved) else "L202"
            yield Finding(edition.source.name, line, code, f"'{resolution.citation.text}' is not linked: {resolution.reason}")
    yield from its_agreement_findings(edition, links)


def its_agreement_findings(edition: Edition, links: Links) -> Iterator[Finding]:
    """Yield a finding where a document cites provisions of the agreement that it belongs to, and that is not here."""
    cited = [each for each in links.references if of_its_agreement(each.resolution)]
    if not cited:
        return
    first = cited[0]
    words = next(block.words for part, _, block in edition.blocks() if (part.id, block.anchor) == (first.page, first.block))
    said = ", ".join(dict.fromkeys(f"'{each.resolution.citation.text}'" for each in cited))
    message = f"{said}: of the agreement that this document belongs to, which is not here; say with implements which it is"
    line = edition.source.line_number(_offset(words, first.resolution.citation.start))
    yield Finding(edition.source.name, line, "L203", message)


def _anchors(provision: Provision) -> Iterator[str]:
    yield provision.anchor
    yield from (block.anchor for block in provision.blocks)


def _offset(words: Words, start: int) -> int:
    """The source offset at which the text of a block's words from ``start`` on stands."""
    return max(0, words.cut(start, start + 1).start_of_text)
