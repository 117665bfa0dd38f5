"""The site as open data: how the models of `schema` are filled from an edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.cite.eid import eid
from contract_site.cite.titles import display_title
from contract_site.data.figures import figures_data
from contract_site.data.fingerprints import fingerprints
from contract_site.data.schema import (
    AgreementData,
    AgreementEntry,
    AnnotationData,
    BlockData,
    CitedData,
    CorrectionData,
    FurnitureData,
    MemorandumData,
    ProvisionData,
    ReferenceData,
    SourceData,
    TableData,
    TermData,
)
from contract_site.model.citation import Ambiguous, External, Resolution, Resolved, Target, Unresolved
from contract_site.model.document import Block, Edition, Explanation, Part, Provision
from contract_site.model.place import PlaceName
from contract_site.words.tables import summary

AGREEMENT = "agreement"
"""The kind of what says no level of its own."""


def agreement_data(edition: Edition, crossings: Crossings) -> AgreementData:
    """Return everything the site knows of an edition."""
    settings = edition.settings
    return AgreementData(
        slug=settings.slug,
        title=settings.title,
        kind=settings.level or AGREEMENT,
        parties=list(settings.parties),
        effective=_date(settings.effective),
        expires=_date(settings.expires),
        source=_source(edition),
        provisions=[item for part in edition.parts for item in _provisions(edition, part, crossings)],
        memoranda=[_memorandum(edition, part, crossings) for part in edition.memoranda],
        references=list(_references(edition, crossings)),
        tables=[item for part in edition.parts for item in _tables(part)],
        furniture=[FurnitureData(reason=f.reason, start=f.span.start, end=f.span.end) for f in edition.furniture],
        corrections=list(_corrections(edition, crossings)),
        status=settings.status,
        terms=list(_terms(edition, crossings)),
        language=settings.language,
        **figures_data(edition),
    )


def agreement_entry(edition: Edition, data: str) -> AgreementEntry:
    """Return what the list of agreements and comparisons says of an edition; ``data`` is the text of its own file."""
    return AgreementEntry(
        slug=edition.slug,
        title=edition.settings.title,
        kind=edition.settings.level or AGREEMENT,
        parties=list(edition.settings.parties),
        effective=_date(edition.settings.effective),
        expires=_date(edition.settings.expires),
        status=edition.settings.status,
        url=addresses.url(edition.slug),
        data=f"/data/{edition.slug}.json",
        provisions=sum(1 for _ in edition.provisions()),
        sha256=fingerprints(edition, data),
        language=edition.settings.language,
    )


def _source(edition: Edition) -> SourceData:
    """The file, and what became of its characters."""
    account = edition.account
    return SourceData(
        file=edition.settings.source.file,
        sha256=edition.source.sha256,
        characters=account.characters,
        kept=account.kept,
        removed=account.removed,
        unaccounted=sum(span.end - span.start for span in account.unaccounted),
    )


def _provisions(edition: Edition, part: Part, crossings: Crossings) -> Iterator[ProvisionData]:
    notes, explanations = edition.notes_on(part), edition.explanations_on(part)

    def walk(trail: tuple[Provision, ...], groups: tuple[str, ...]) -> Iterator[ProvisionData]:
        provision = trail[-1]
        own = tuple(dict.fromkeys((*groups, *(statement.group for statement in provision.applies))))
        yield ProvisionData(
            id=provision.anchor,
            page_id=part.id,
            url=addresses.part_url(edition, part, provision.anchor),
            eid=eid(trail),
            citation=citation(part, provision),
            rank=provision.rank.value,
            container=part.container,
            parent=trail[-2].anchor if len(trail) > 1 else part.within or None,
            label=provision.label.text or None,
            heading=provision.heading.text or None,
            text=provision.text,
            blocks=list(_blocks(provision)),
            page=_page(provision.page),
            applies_to=list(own),
            breadcrumb=[title for above in trail[:-1] if (title := display_title(part, above))],
            annotations=[
                *(AnnotationData(kind="note", by="editors", text=text) for text in notes.get(provision.anchor, ())),
                *(_explained(edition, each, crossings) for each in explanations.get(provision.anchor, ())),
            ],
        )
        for child in provision.children:
            yield from walk((*trail, child), own)

    return walk((part.root,), ())


def _explained(edition: Edition, explanation: Explanation, crossings: Crossings) -> AnnotationData:
    cited: list[CitedData] = []
    start = 0
    for words in explanation.words:
        for reference in crossings.of_explanation(edition, words.start_of_text):
            resolution = reference.resolution
            targets = resolution.targets if isinstance(resolution, Resolved) else ()
            cited.append(
                CitedData(
                    text=resolution.citation.text,
                    start=start + resolution.citation.start,
                    end=start + resolution.citation.end,
                    status=type(resolution).__name__.lower(),
                    to=[_target(edition, target, crossings) for target in targets],
                    external=resolution.document if isinstance(resolution, External) else None,
                )
            )
        start += len(words.text) + 2
    return AnnotationData(kind="explanation", by=explanation.by, text=explanation.text, references=cited)


def _blocks(provision: Provision) -> Iterator[BlockData]:
    after: str | None = None
    for part in provision.body:
        if isinstance(part, Provision):
            after = part.anchor
        else:
            yield _block(part, after)


def _block(block: Block, after: str | None) -> BlockData:
    return BlockData(
        anchor=block.anchor,
        kind=block.kind.value,
        text=block.text,
        page=_page(block.page),
        after=after,
        applies_to=[statement.group for statement in block.applies],
    )


def _memorandum(edition: Edition, part: Part, crossings: Crossings) -> MemorandumData:
    return MemorandumData(
        id=part.memorandum,
        title=part.title,
        form=part.form,
        page=_page(part.root.page),
        last_page=_page(part.last_page),
        url=addresses.part_url(edition, part),
        cites=[_target(edition, target, crossings) for target in crossings.cites(edition, part)],
        cited_by=list(
            dict.fromkeys(
                _target(edition, Target(backlink.slug, backlink.page, backlink.provision), crossings)
                for _, backlink in crossings.cited_from(edition, part)
            )
        ),
    )


def _references(edition: Edition, crossings: Crossings) -> Iterator[ReferenceData]:
    starts = {
        (part.id, block.anchor): (part.container, start)
        for part, provision in edition.provisions()
        for block, start in _block_starts(provision)
    }
    for reference in crossings.relations.links[edition.slug].references:
        resolution = reference.resolution
        citation = resolution.citation
        container, start = starts[reference.page, reference.block]
        targets = resolution.targets if isinstance(resolution, Resolved) else ()
        yield ReferenceData(
            from_=reference.provision,
            container=container,
            text=citation.text,
            start=start + citation.start,
            end=start + citation.end,
            status=type(resolution).__name__.lower(),
            to=[_target(edition, target, crossings) for target in targets],
            to_agreement=_agreement(resolution),
            external=resolution.document if isinstance(resolution, External) else None,
            form=citation.form.value,
            reason=resolution.reason if isinstance(resolution, Unresolved | Ambiguous) else None,
        )


def _agreement(resolution: Resolution) -> str | None:
    """The slug of the one agreement of this site that the words lead to."""
    if isinstance(resolution, External):
        return resolution.published or None
    slugs = {target.slug for target in resolution.targets} if isinstance(resolution, Resolved) else set()
    return slugs.pop() if len(slugs) == 1 else None


def _block_starts(provision: Provision) -> Iterator[tuple[Block, int]]:
    """Yield each block with the offset at which it begins in the provision's text."""
    start = 0
    for block in provision.blocks:
        yield block, start
        start += len(block.text) + 2


def _target(edition: Edition, target: Target, crossings: Crossings) -> str:
    """An anchor of the main body; elsewhere the container and, after ``#``, the anchor; ``<slug>:`` before another's."""
    part = next(part for part in crossings.relations.editions[target.slug].parts if part.id == target.page)
    container = "" if part.in_body else part.container
    return str(PlaceName(container, target.anchor, "" if target.slug == edition.slug else target.slug))


def _corrections(edition: Edition, crossings: Crossings) -> Iterator[CorrectionData]:
    places = crossings.places(edition)
    for applied in edition.corrections:
        place = places.at_offset(applied.span.start)
        yield CorrectionData(
            at=applied.span.start,
            raw=applied.correction.raw,
            text=applied.correction.text,
            in_=place[1].anchor if place else None,
            reason=applied.correction.reason,
            kind=applied.correction.kind or None,
            certainty=applied.correction.certainty or "sure",
            explains=places.explains(applied.span.start),
        )


def _terms(edition: Edition, crossings: Crossings) -> Iterator[TermData]:
    """The terms that the edition defines."""
    for each in crossings.relations.terms.get(edition.slug, ()):
        yield TermData(
            term=each.term,
            meaning=each.meaning,
            abbreviation=each.abbreviates,
            reach=each.reach.value,
            page=each.page,
            in_=each.anchor,
        )


def _tables(part: Part) -> Iterator[TableData]:
    for provision in part.root.walk():
        for block in provision.blocks:
            if (table := block.table) is not None:
                yield TableData(
                    id=block.anchor,
                    title=table.title or summary(table),
                    page=_page(block.page),
                    in_=provision.anchor,
                    columns=list(table.columns),
                    rows=[list(row) for row in table.rows],
                    name=table.name,
                    spanner=table.spanner,
                    notes=list(table.notes),
                    summary=summary(table),
                    container=part.container,
                )


def _date(day: date | None) -> str | None:
    """A day as ``2024-03-01``; null if the source does not state it."""
    return day.isoformat() if day else None


def _page(page: str | None) -> int | str | None:
    """A printed page: a number where it is one, Roman numerals as printed."""
    return int(page) if page is not None and page.isdigit() else page
