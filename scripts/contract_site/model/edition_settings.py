"""What an edition is: the typed form of ``agreement.toml`` and ``edition.toml``, and of the tables in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from contract_site.model.bargaining import NoticeRule
from contract_site.model.strict import Strict

AGREEMENT, EDITION = "agreement.toml", "edition.toml"
"""The file that says what an agreement is, and that of an edition in its agreement's folder; else the first is for both."""


PartKind = Literal[
    "furniture", "contents", "notes", "preamble", "articles", "items", "memoranda", "appendix", "memorandum", "attachment"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings(Strict):
    """Which file holds the words, and what it is."""

    file: str
    """The text, at most 20 MB and 1,000,000 characters a line, never edited: UTF-8, or what its byte order mark says (UTF-16,
    which Windows calls Unicode). Example: ``"source.txt"``."""
    sha256: str
    """The SHA-256 of the file; the build stops if it differs; ``""`` does not check, ``"?"`` asks for it. Example:
    ``"5c2570c4…"``."""
    layout: Literal["lines", "run-on", "columns"] = "lines"
    """``"lines"``: one printed line a line. ``"run-on"``: headings and paragraphs run on in very long lines; found by itself
    where most of the text stands in lines of more than 1,200 characters. ``"columns"``: columns that a scan read one after
    another; ``[columns]`` says how they are told apart. Example: ``"lines"``."""
    description: str = ""
    """A sentence for readers: what the source is and how it arrived. Example: ``"A plain-text copy …"``."""
    more: tuple[str, ...] = ()
    """The files that follow ``file``, for an agreement that comes in several; ``sha256`` is then the SHA-256 of the files'
    hashes, written one after the other. Example: ``["source-02.pdf"]``."""
    text: str = ""
    """The text that was taken out of a PDF, a Word file, a page or Markdown, kept beside it: the build reads this one, and
    looks at nothing but the hash of ``file``. Lines and offsets in all editors' files are those of this text. Example:
    ``"source.text.txt"``."""
    text_sha256: str = ""
    """The SHA-256 of ``text``; the build stops if it differs; ``""`` does not check. Example: ``"9d479589…"``."""
    lines: str = ""
    """How the lines of ``text`` are set (indent, bold, sheet, …), what in the file leads where, and what was found in reading
    it. Example: ``"source.lines.tsv"``."""
    lines_sha256: str = ""
    """The SHA-256 of ``lines``. Example: ``"77c1e2a0…"``."""
    extracted_by: str = ""
    """The program that took ``text`` out, with its version. Example: ``"pypdfium2 5.15.2"``."""
    recognised_by: str = ""
    """For a scan: the program that recognised its letters; readers are told on the agreement's page that a machine read the
    text. Example: ``"ocrmypdf 16.4.2"``."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files as received, in the order of reading."""
        return (self.file, *self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSettings(Strict):
    """``[columns]`` of ``agreement.toml``: how a source printed in columns is read. Editions of one book share its files."""

    file: str
    """The columns, from this folder: start, end, printed page, column, words at the start. The rows of a column stand in the
    order of reading; the column ``furniture`` is not text, and its last field says why. Example: ``"columns.tsv"``."""
    reads: tuple[str, ...]
    """The columns that hold this edition's text, in the order of its parts. Example: ``["front", "1952"]``."""
    outline: str = "outline.tsv"
    """Where each part, provision and paragraph of those columns begins: offset, depth, kind (``part``, ``contents``,
    ``provision``, ``paragraph``, ``list``, ``table``), name (a part's address; the step of a provision without a label), label,
    heading, words. Example: ``"outline.tsv"``."""
    explains: str = ""
    """The column that explains provisions and is not agreed text. Example: ``"explanation"``."""
    explanations: str = ""
    """What each explanation explains: offset, agreement, page, anchor, words; a row without an agreement goes on with the
    explanation above. Example: ``"explanations.tsv"``."""
    by: str = ""
    """Who explains; readers see it at each explanation. Example: ``"The Mill, 1952"``."""
    cites: str = ""
    """The slug of the edition whose articles explanations cite, if it is not this one. Example: ``"tiny-1952"``."""
    listed_only: tuple[str, ...] = ()
    """Titles in the book's contents that this edition's text has not, or has in other words: nothing is missing there. Example:
    ``["Hourly Rates"]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSettings(Strict):
    """A stretch of the source, from its place to that of the next part."""

    line: int | None = None
    """The line at which it begins; or give ``at``. Example: ``383``."""
    at: int | None = None
    """The offset at which it begins. Example: ``19626``."""
    opens: str
    """The words that stand there. Example: ``"ARTICLE 1"``."""
    kind: PartKind
    """``"articles"`` or ``"items"``: a page for each heading ``ARTICLE n`` or ``ITEM n``; ``"memoranda"``: a page for each
    memorandum or letter that rules find from here on, also behind the parts of kind ``"memorandum"``, ``"appendix"`` and
    ``"attachment"`` that follow, which name only those that rules do not find or that are to be called otherwise; ``"notes"``,
    ``"preamble"``, ``"appendix"``, ``"memorandum"``, ``"attachment"``: one page; ``"contents"``: not shown, but compared with
    the text; ``"furniture"``: not shown. Example: ``"articles"``."""
    reason: str = ""
    """For furniture: why readers do not see it. Example: ``"cover, printed twice"``."""
    id: str = ""
    """The address of its page below the agreement, for a memorandum below ``memo/``; made from the title if left out; never
    changed once published. Example: ``"relief-keepers"``."""
    title: str = ""
    """What indexes call it, where the text prints no title or another one. Example: ``"Relief Keepers"``."""
    form: str = ""
    """For a memorandum whose caption does not say what it is: what it is called. Example: ``"Letter of Intent"``."""
    body: int | None = None
    """The line on which the text begins, after caption and title; found by rule if left out. Example: ``17643``."""
    memorandum: bool = False
    """An appendix or attachment that is also one of the memoranda. Example: ``true``."""
    also: str = ""
    """A second address that leads to this page. Example: ``"memo/relief-service"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Strict):
    """A group of employees that provisions say they apply to."""

    code: str
    """Its short name, on badges, in the data and in ``applicability.toml``. Example: ``"RK"``."""
    name: str
    """Its name on badges. Example: ``"Relief Keepers"``."""
    words: tuple[str, ...]
    """How the text names it. Example: ``["Relief Keepers", "RKs"]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSettings(Strict):
    """A trade of its own among those whom an agreement is for, with articles of its own."""

    name: str
    """What its members call it, the same in every edition. Example: ``"Watch Service"``."""
    parts: tuple[str, ...]
    """The parts that are about it, by their addresses below the agreement's. Example: ``["article-12"]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSettings(Strict):
    """``agreement.toml`` in a folder that holds the editions of an agreement: what is true of all of them."""

    agreement: str
    """Its id, in small letters, by which ``parent`` and ``bare_citations`` call it. Example: ``"keepers"``."""
    agreement_name: str = ""
    """What it is called through all its editions. Example: ``"Keepers’ Agreement"``."""
    level: str = ""
    """What level it is of, in a word of your own. Example: ``"national"``."""
    parent: str = ""
    """The agreement below which it stands. Example: ``"keepers"``."""
    family: str = ""
    """Whose words it is printed in: a folder of ``agreements/families/``. Example: ``"keepers"``."""
    parties: tuple[str, ...] = ()
    """The parties' names in each edition that does not name its own. Example: ``["Lighthouse Keepers Union", "Beacon
    Authority"]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSettings(Strict):
    """What an edition is: ``agreement.toml``, or ``edition.toml`` with what the ``agreement.toml`` above it says of all."""

    slug: str
    """The address, never changed once published; two agreements cannot have the same, and none that of a folder of the site,
    such as ``go``. Example: ``"tiny-2024"``."""
    title: str
    """The full title. Example: ``"2024–2028 Agreement of the Lighthouse Keepers"``."""
    name: str = ""
    """What breadcrumbs, menus and search results call it; the title if left out. Example: ``"2024–2028 Keepers’
    Agreement"``."""
    short: str
    """What short citations put in brackets. Example: ``"2024"``."""
    agreement: str = ""
    """The agreement that this is an edition of, by an id of small letters: the same in all its editions; an agreement of its
    own if left out. Example: ``"keepers"``."""
    agreement_name: str = ""
    """What that agreement is called through all its editions. Example: ``"Keepers’ Agreement"``."""
    level: str = ""
    """What level it is of, in a word of your own: ``"local"``, ``"company"``, ``"city"``; older files call it ``kind``.
    Example: ``"national"``."""
    parent: str = ""
    """The agreement below which it stands, as side letters below a contract; what ``implements`` names if left out. Example:
    ``"keepers"``."""
    family: str = ""
    """Whose words it is printed in: a folder of ``agreements/families/``; left out: the words that are everybody’s. Example:
    ``"keepers"``."""
    parties: tuple[str, ...]
    """The parties' names. Example: ``["Lighthouse Keepers Union", "Beacon Authority"]``."""
    effective: date | None = None
    """First day of the term, if the text states it; no quotes. Example: ``2024-03-01``."""
    expires: date | None = None
    """Last day of the term, if the text states it. Example: ``2028-02-29``."""
    notice: NoticeRule | None = None
    """When notice can be given to end or change it, as it says itself."""
    status: Literal["in force", "expired", "tentative", "superseded", "not stated"]
    """``"in force"``, ``"expired"``, ``"tentative"``, ``"superseded"`` or ``"not stated"``. A citation
    without a year means the newest edition, but none that is tentative before it is in force. Example: ``"expired"``."""
    language: str = "en"
    """The language of its words, by its code (BCP 47), if it is not English: pages, e-book and data say it, so that screen
    readers and browsers read the words so. Citations say ranks as its text prints them (``Artículo II, Sección 2``), in this
    language where it prints numbers only. Example: ``"es"``."""
    note: str = ""
    """A sentence on the standing of the text, shown on the agreement's page. Example: ``"This is the union’s print of the
    tentative agreement …"``."""
    citation: str = ""
    """What long citations call it; the title if left out. Example: ``"North Light Local Agreement (2024)"``."""
    implements: str = ""
    """For what answers a list of another agreement, as a local memorandum does: the slug of the edition that has the list.
    Example: ``"tiny-2024"``."""
    implements_at: str = ""
    """The anchor under which that edition numbers the items. Example: ``"5.B"``."""
    implements_note: str = ""
    """For what cites another edition than the one named: what its pages with links into that one say once. Example: ``"It cites
    the agreement in force in 2021; its links lead to that of 2024."``."""
    source: SourceSettings
    columns: ColumnSettings | None = None
    """For a source printed in columns."""
    part: tuple[PartSettings, ...] = ()
    """Without any, rules find the parts."""
    group: tuple[Person, ...] = ()
    unit: tuple[UnitSettings, ...] = ()

    @property
    def brief(self) -> str:
        """The name where room is short."""
        return self.name or self.title
