"""The site as open data: typed models of the JSON files, and how they are filled. Names and order are a promise to others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contract_site.model.citation import Ambiguous, External, Resolved, Target, Unresolved
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.render import addresses
from contract_site.render.cite import citation
from contract_site.render.crossings import Crossings
from contract_site.render.eid import eid
from contract_site.render.places import Places
from contract_site.render.titles import display_title

SCHEMA = 1


class Model(BaseModel):
    """A JSON object: fields in this order, no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class SourceData(Model):
    """The source file and the account of its characters (white space aside)."""

    file: str
    sha256: str
    characters: int
    kept: int
    removed: int
    unaccounted: int


class BlockData(Model):
    """One paragraph, list entry, table or note."""

    anchor: str
    kind: str
    text: str
    page: int | str | None
    after: str | None
    """Id of the child provision it follows; null if it stands before all children."""
    applies_to: list[str] = []


class AnnotationData(Model):
    """Words beside a provision that are not the parties'."""

    kind: str
    by: str
    text: str


class ProvisionData(Model):
    """One provision; ``id`` is its anchor, unique within its container and page."""

    id: str
    page_id: str
    url: str
    eid: str
    citation: str
    rank: str
    container: str
    parent: str | None
    label: str | None
    heading: str | None
    text: str
    blocks: list[BlockData]
    page: int | str | None
    applies_to: list[str]
    breadcrumb: list[str]
    annotations: list[AnnotationData]


class MemorandumData(Model):
    """One memorandum."""

    id: str
    title: str
    form: str
    page: int | str | None
    last_page: int | str | None
    url: str
    cites: list[str]
    cited_by: list[str]


class ReferenceData(Model):
    """Words that point somewhere; offsets count in the provision's ``text``."""

    from_: str = Field(alias="from")
    container: str
    text: str
    start: int
    end: int
    status: str
    to: list[str]
    to_agreement: str | None
    external: str | None
    form: str = ""
    reason: str | None = None


class TableData(Model):
    """One table; every row has as many cells as there are columns."""

    id: str
    title: str
    page: int | str | None
    in_: str = Field(alias="in")
    columns: list[str]
    rows: list[list[str]]
    name: str = ""
    spanner: str = ""
    notes: list[str] = []
    summary: str = ""
    container: str = "body"


class FurnitureData(Model):
    """Characters of the source that readers do not see; offsets count in the source file."""

    reason: str
    start: int
    end: int


class CorrectionData(Model):
    """A misreading of the source and the reading that replaces it."""

    at: int
    raw: str
    text: str
    in_: str | None = Field(alias="in")
    reason: str = ""


class AgreementData(Model):
    """``/data/<slug>.json``."""

    schema_: int = Field(alias="schema", default=SCHEMA)
    slug: str
    title: str
    kind: str
    parties: list[str]
    effective: str | None
    expires: str | None
    source: SourceData
    provisions: list[ProvisionData]
    memoranda: list[MemorandumData]
    references: list[ReferenceData]
    tables: list[TableData]
    furniture: list[FurnitureData]
    corrections: list[CorrectionData]
    status: str = ""


class AgreementEntry(Model):
    """An agreement in ``/data/index.json``."""

    slug: str
    title: str
    kind: str
    parties: list[str]
    effective: str | None
    expires: str | None
    status: str
    url: str
    data: str
    provisions: int


class ComparisonEntry(Model):
    """A comparison in ``/data/index.json``."""

    before: str
    after: str
    url: str
    data: str


class IndexData(Model):
    """``/data/index.json``."""

    schema_: int = Field(alias="schema", default=SCHEMA)
    agreements: list[AgreementEntry]
    comparisons: list[ComparisonEntry]


def agreement_data(edition: Edition, crossings: Crossings) -> AgreementData:
    """Return everything the site knows of an edition."""
    places = Places(edition)
    settings = edition.settings
    account = edition.account
    return AgreementData(
        slug=settings.slug,
        title=settings.title,
        kind=settings.kind,
        parties=list(settings.parties),
        effective=settings.effective.isoformat() if settings.effective else None,
        expires=settings.expires.isoformat() if settings.expires else None,
        source=SourceData(
            file=settings.source.file,
            sha256=edition.source.sha256,
            characters=account.characters,
            kept=account.kept,
            removed=account.removed,
            unaccounted=sum(span.end - span.start for span in account.unaccounted),
        ),
        provisions=[item for part in edition.parts for item in _provisions(edition, part)],
        memoranda=[_memorandum(edition, part, crossings) for part in edition.memoranda],
        references=list(_references(edition, crossings)),
        tables=[item for part in edition.parts for item in _tables(part)],
        furniture=[FurnitureData(reason=f.reason, start=f.span.start, end=f.span.end) for f in edition.furniture],
        corrections=[
            CorrectionData(
                at=applied.span.start,
                raw=applied.correction.raw,
                text=applied.correction.text,
                in_=place[1].anchor if (place := places.at_offset(applied.span.start)) else None,
                reason=applied.correction.reason,
            )
            for applied in edition.corrections
        ],
        status=settings.status,
    )


def index_data(editions: Sequence[Edition]) -> IndexData:
    """Return the list of agreements."""
    return IndexData(
        agreements=[
            AgreementEntry(
                slug=edition.slug,
                title=edition.settings.title,
                kind=edition.settings.kind,
                parties=list(edition.settings.parties),
                effective=edition.settings.effective.isoformat() if edition.settings.effective else None,
                expires=edition.settings.expires.isoformat() if edition.settings.expires else None,
                status=edition.settings.status,
                url=addresses.url(edition.slug),
                data=f"/data/{edition.slug}.json",
                provisions=sum(1 for _ in edition.provisions()),
            )
            for edition in editions
        ],
        comparisons=[],
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the data files, made from the models."""
    found = AgreementData.model_json_schema(by_alias=True)
    found["$defs"] |= IndexData.model_json_schema(by_alias=True).pop("$defs")
    index = IndexData.model_json_schema(by_alias=True)
    index.pop("$defs")
    found["$defs"]["IndexData"] = index
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["$id"] = "/data/schema.json"
    return found


def to_json(value: Model | Mapping[str, Any]) -> str:
    """Return a data file's text: UTF-8, one object, keys in the models' order, a line end at the end."""
    plain = value.model_dump(by_alias=True, mode="json") if isinstance(value, Model) else value
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _provisions(edition: Edition, part: Part) -> Iterator[ProvisionData]:
    notes: dict[str, list[str]] = {}
    for note in edition.notes:
        if (note.page or "body") == (part.id if note.page else part.container):
            notes.setdefault(note.provision, []).append(note.text)

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
            parent=trail[-2].anchor if len(trail) > 1 else None,
            label=provision.label.text or None,
            heading=provision.heading.text or None,
            text=provision.text,
            blocks=list(_blocks(provision)),
            page=_page(provision.page),
            applies_to=list(own),
            breadcrumb=[title for above in trail[:-1] if (title := display_title(part, above))],
            annotations=[AnnotationData(kind="note", by="editors", text=text) for text in notes.get(provision.anchor, ())],
        )
        for child in provision.children:
            yield from walk((*trail, child), own)

    return walk((part.root,), ())


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
        cites=[_target(edition, target) for target in crossings.cites(edition, part)],
        cited_by=list(
            dict.fromkeys(
                _target(edition, Target(backlink.slug, backlink.page, backlink.provision))
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
        slugs = {target.slug for target in targets}
        yield ReferenceData(
            from_=reference.provision,
            container=container,
            text=citation.text,
            start=start + citation.start,
            end=start + citation.end,
            status=type(resolution).__name__.lower(),
            to=[_target(edition, target) for target in targets],
            to_agreement=slugs.pop() if len(slugs) == 1 else None,
            external=resolution.document if isinstance(resolution, External) else None,
            form=citation.form.value,
            reason=resolution.reason if isinstance(resolution, Unresolved | Ambiguous) else None,
        )


def _block_starts(provision: Provision) -> Iterator[tuple[Block, int]]:
    """Yield each block with the offset at which it begins in the provision's text."""
    start = 0
    for block in provision.blocks:
        yield block, start
        start += len(block.text) + 2


def _target(edition: Edition, target: Target) -> str:
    """An anchor; ``memo:<id>`` for a memorandum as a whole; ``<slug>:<id>`` for another agreement."""
    memo = target.page.removeprefix("memo/")
    name = target.anchor or (f"memo:{memo}" if target.page.startswith("memo/") else target.page)
    if target.anchor and target.page.startswith("memo/"):
        name = f"memo:{memo}#{target.anchor}"
    return name if target.slug == edition.slug else f"{target.slug}:{name}"


def _tables(part: Part) -> Iterator[TableData]:
    for provision in part.root.walk():
        for block in provision.blocks:
            if (table := block.table) is not None:
                yield TableData(
                    id=block.anchor,
                    title=table.title or table.summary,
                    page=_page(block.page),
                    in_=provision.anchor,
                    columns=list(table.columns),
                    rows=[list(row) for row in table.rows],
                    name=table.name,
                    spanner=table.spanner,
                    notes=list(table.notes),
                    summary=table.summary,
                    container=part.container,
                )


def _page(page: str | None) -> int | str | None:
    """A printed page: a number where it is one, Roman numerals as printed."""
    return int(page) if page is not None and page.isdigit() else page
