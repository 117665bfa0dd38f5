"""The shape of the open data: typed models of the JSON files. Names and order of fields are a promise to others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = 1


class Model(BaseModel):
    """A JSON object: fields in this order, no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class FileModel(Model):
    """A file of data: it says first which schema it has."""

    schema_: int = Field(alias="schema", default=SCHEMA)


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


class CitedData(Model):
    """What words beside a provision point to; not the parties' citing. Offsets count in the annotation's ``text``."""

    text: str
    start: int
    end: int
    status: str
    to: list[str]
    external: str | None


class AnnotationData(Model):
    """Words beside a provision that are not the parties'."""

    kind: str
    by: str
    text: str
    references: list[CitedData] = []


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
    kind: str | None = None
    certainty: str = "sure"
    explains: bool = False


class RateData(Model):
    """What a grade is paid at a step, in the printed characters of a table."""

    kind: str
    """Of employees."""
    per: str
    grade: str
    step: str | None
    amount: str
    table: str
    """The id of its table."""


class WaitData(Model):
    """How long a grade waits from a step to the next."""

    grade: str
    step: str
    next: str
    time: str
    unit: str
    table: str


class DeadlineData(Model):
    """A time limit: what is to be done, so many days from when, and the words of the provision that say so."""

    step: str
    act: str
    since: str
    days: int
    unit: str
    """``days``, of the calendar; or ``working days`` and the like, as the words have it."""
    in_: str = Field(alias="in")
    words: str


class TermData(Model):
    """A term or an abbreviation that the text defines."""

    term: str
    meaning: str
    """The long form of an abbreviation, else the parties' words that define the term."""
    abbreviation: bool
    reach: str
    """``agreement``, ``part`` (the article or memorandum) or ``section`` (the provision and what is below it)."""
    page: str
    in_: str = Field(alias="in")
    """The anchor of the place on its page."""


class AgreementData(FileModel):
    """``/data/<slug>.json``."""

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
    terms: list[TermData] = []
    pay: list[RateData] = []
    waits: list[WaitData] = []
    deadlines: list[DeadlineData] = []
    language: str = "en"
    """Of the parties' words, by its code in BCP 47."""


class FingerprintsData(Model):
    """What a copy of an edition is held against: SHA-256 in hexadecimal figures. `data/fingerprints` says of what."""

    files: list[str]
    """The files as received, in the order of reading."""
    source: str
    """Of the file as received; of several, of their SHA-256s written one after another."""
    text: str
    """Of the committed text that is read: that of the file itself, or the one that was taken out of it."""
    words: str
    """Of the parties' words alone: no link, note or mark of the site changes it."""
    data: str
    """Of the agreement's own file of data, as it is published."""


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
    sha256: FingerprintsData
    language: str = "en"


class ComparisonEntry(Model):
    """A comparison in ``/data/index.json``."""

    before: str
    after: str
    url: str
    data: str


class RowData(Model):
    """Units of two texts that answer to each other."""

    before: list[str]
    after: list[str]
    change: str
    similarity: float
    reviewed: bool
    redline: list[list[str]]
    """``["keep", words]``, ``["strike", words]``, ``["insert", words]``; a third member of ``keep`` is how the older text
    writes the words, if it differs only in what cannot change their meaning: capitals, kinds of quotes and dashes, hyphens at
    line ends, commas and stops between words, letters in another form. A figure is kept, struck or inserted whole.
    A heading begins with its label (``ARTICLE IV``), which its provision has apart; a changed number is kept.
    In a concordance only the phrases that are found again are here, as ``keep``: nothing is said of the other words, and
    neither text can be had back."""
    explanation: str | None
    url: str
    note: str | None = None
    relation: str | None = None
    """In a concordance: found-again, same-subject, no-ancestor, no-descendant. ``change`` is ``related`` for the first two,
    ``added`` and ``removed`` for the others; ``before`` and ``after`` are provisions with all that stands below them."""
    topic: str | None = None
    """In a concordance: the id of the topic."""
    repeats: list[str] = []
    """For ``added``: older units, each in a row of its own, whose words stand here again; ``similarity`` is then theirs."""


class TopicData(Model):
    """A topic of a concordance."""

    id: str
    title: str
    url: str


class ForerunnerData(Model):
    """A provision of an earlier agreement that was open to local negotiation, with the subject of a national item."""

    item: str
    option: str
    """Where the earlier agreement lists it as open to local negotiation: ``slug:page#anchor``."""
    provision: str
    note: str | None


class ComparisonData(FileModel):
    """``/data/compare/<before>--<after>.json``."""

    before: str
    after: str
    rows: list[RowData]
    summary: dict[str, int]
    title: str = ""
    topics: list[TopicData] = []
    """Of a concordance."""
    kind: str = "editions"
    """``editions``, ``reprint`` (``removed``: not reprinted) or ``items``: the words of national items, with the titles of the
    local items that implement them (``removed``: no local item; ``added``: no national item)."""
    forerunners: list[ForerunnerData] = []


class DownloadEntry(Model):
    """A file to carry away in ``/data/index.json``."""

    url: str
    agreement: str | None
    """The slug of the agreement that it holds; null for the whole site."""
    kind: str
    bytes: int
    sha256: str


class IndexData(FileModel):
    """``/data/index.json``."""

    agreements: list[AgreementEntry]
    comparisons: list[ComparisonEntry]
    bargaining: str | None = None
    """The file of what is known of bargaining; null if nothing is."""
    changes: str | None = None
    """The file of what changed in the texts; null if nothing is recorded."""
    version: str | None = None
    """The version that the files to carry away say on their first pages; null where none were made, and inside of them."""
    downloads: list[DownloadEntry] = []
    """The files to carry away; none inside of them, because no file can hold its own fingerprint."""


def schema(*more: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema of the data files, made from the models, and from ``more`` that are defined elsewhere."""
    found = AgreementData.model_json_schema(by_alias=True)
    found["$defs"] |= ComparisonData.model_json_schema(by_alias=True).pop("$defs")
    others: tuple[type[Model], ...] = (IndexData, *more)
    for each in others:
        own = each.model_json_schema(by_alias=True)
        found["$defs"] |= own.pop("$defs")
        found["$defs"][each.__name__] = own
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["$id"] = "/data/schema.json"
    return found


def to_json(value: Model | Mapping[str, Any]) -> str:
    """Return a data file's text: UTF-8, one object, keys in the models' order, a line end at the end."""
    plain = value.model_dump(by_alias=True, mode="json") if isinstance(value, Model) else value
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
