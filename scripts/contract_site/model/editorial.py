"""What editors decide about one agreement: the typed form of the files beside its source.

Each class is one table of a TOML file; ``settings`` reads them and refuses unknown keys. Places are a ``line`` of the source,
from 1, or an offset ``at``, in its characters, with words expected there, so that no decision slides onto other words unseen.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contract_site.model.bargaining import NoticeRule
from contract_site.model.collation import Collation
from contract_site.model.deadline import Deadline
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.outline import KeptRow
from contract_site.model.pay import NO_PAY, Pay
from contract_site.model.strict import Strict

AGREEMENT, EDITION = "agreement.toml", "edition.toml"
"""The file that says what an agreement is, and that of an edition in its agreement's folder; else the first is for both."""

Relation = Literal[
    "suspends", "adds", "amends", "excepts", "disapplies", "keeps", "interprets", "applies", "about", "cites"
]  # fmt: skip
"""What words say that they do to what they cite: set it aside, add to it, change it, make an exception to it, say that it
does not apply, leave it as it is, explain it, apply it, be about it (a title); ``cites`` where they do not say."""
PartKind = Literal[
    "furniture", "contents", "notes", "preamble", "articles", "items", "memoranda", "appendix", "memorandum", "attachment"
]  # fmt: skip
Cell = str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings(Strict):
    """Which file holds the words, and what it is."""

    file: str
    sha256: str
    layout: Literal["lines", "run-on", "columns"] = "lines"
    """``lines``: one printed line a line. ``run-on``: paragraphs and headings run on in very long lines. ``columns``: columns
    that were read one after another; ``[columns]`` names the files that tell them apart."""
    description: str = ""
    """A sentence for readers: what the source is and how it arrived."""
    more: tuple[str, ...] = ()
    """The files that follow ``file``, for an agreement in several."""
    text: str = ""
    """The text that was taken out of the file or files, kept beside them: it is read in their place."""
    text_sha256: str = ""
    lines: str = ""
    """How the lines of that text are set."""
    lines_sha256: str = ""
    extracted_by: str = ""
    """The program that took the text out, with its version."""
    recognised_by: str = ""
    """The program that recognised the letters of a scan, with its version; readers are told that a machine read the text."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files as received, in the order of reading."""
        return (self.file, *self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSettings(Strict):
    """``[columns]`` of ``agreement.toml``: how a source printed in columns is read. Editions of one book share its files."""

    file: str
    """The file of columns (``columns.tsv``), from the agreement's folder."""
    reads: tuple[str, ...]
    """The columns that hold this edition's text, in the order of its parts."""
    outline: str = "outline.tsv"
    """Where the parts, provisions and paragraphs of those columns begin."""
    explains: str = ""
    """The column that explains provisions and is not agreed text."""
    explanations: str = ""
    """Which provision each explanation explains."""
    by: str = ""
    """Who explains: ``The Mill, 1952``."""
    cites: str = ""
    """The slug of the edition that explanations cite, if it is not this one."""
    listed_only: tuple[str, ...] = ()
    """Titles in the book's contents that this edition's text has not, or has in other words: nothing is missing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSettings(Strict):
    """A stretch of the source, from its place to that of the next part."""

    line: int | None = None
    at: int | None = None
    opens: str
    """Words found at the place."""
    kind: PartKind
    reason: str = ""
    """For furniture: why readers do not see it."""
    id: str = ""
    """The address of its page below the agreement; for a memorandum, below ``memo/``. Fixed once published."""
    title: str = ""
    """What indexes call it, where the body prints no title or another one."""
    form: str = ""
    """For a memorandum whose caption does not say what it is: Letter of Intent, Settlement, …"""
    body: int | None = None
    """The line on which the text begins, after the caption and title; found by rule if not given."""
    memorandum: bool = False
    """An appendix or attachment that is also one of the agreement's memoranda."""
    also: str = ""
    """A second address below the agreement that leads here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Strict):
    """A group of employees that provisions say they apply to."""

    code: str
    """Short name shown on badges: ``RK``."""
    name: str
    words: tuple[str, ...]
    """How the text names the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSettings(Strict):
    """A trade of its own among those whom an agreement is for, with articles of its own."""

    name: str
    """What its members call it."""
    parts: tuple[str, ...]
    """The parts that are about it, by their addresses below the agreement's: ``article-12``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSettings(Strict):
    """``agreement.toml`` in a folder that holds the editions of an agreement: what is true of all of them."""

    agreement: str
    """Its id, in small letters, by which ``parent`` and ``bare_citations`` call it."""
    agreement_name: str = ""
    """What it is called through all its editions."""
    level: str = ""
    parent: str = ""
    family: str = ""
    parties: tuple[str, ...] = ()
    """The parties of each edition that does not name its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSettings(Strict):
    """What an edition is: ``agreement.toml``, or ``edition.toml`` with what the ``agreement.toml`` above it says of all."""

    slug: str
    title: str
    name: str = ""
    """What breadcrumbs, menus and search results call it; the title if empty."""
    short: str
    """What short citations put in brackets: ``2024``."""
    agreement: str = ""
    """The agreement that this is an edition of, by an id of small letters; an agreement of its own if empty."""
    agreement_name: str = ""
    """What that agreement is called through all its editions."""
    level: str = ""
    """What level it is of, in a word: ``national``, ``local``, ``company``."""
    parent: str = ""
    """The agreement below which it stands, by its id, if that is not the one whose list it answers."""
    family: str = ""
    """Whose words it is printed in: a folder of ``agreements/families/``; empty for the words that are everybody's."""
    parties: tuple[str, ...]
    effective: date | None = None
    expires: date | None = None
    notice: NoticeRule | None = None
    """When notice can be given to end or change it, as it says itself."""
    status: Literal["in force", "expired", "tentative", "superseded", "not stated"]
    note: str = ""
    """A sentence on the standing of this text, shown on the agreement's own page."""
    citation: str = ""
    """What long citations call the agreement; the title if empty."""
    implements: str = ""
    """For what answers a list of another agreement: the slug of the edition that has the list."""
    implements_at: str = ""
    """The pinpoint in that edition under whose items its items stand."""
    implements_note: str = ""
    """What readers are told once on each page with links into that edition, where it cites another."""
    source: SourceSettings
    columns: ColumnSettings | None = None
    part: tuple[PartSettings, ...] = ()
    group: tuple[Person, ...] = ()
    unit: tuple[UnitSettings, ...] = ()

    @property
    def brief(self) -> str:
        """The name where room is short."""
        return self.name or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Strict):
    """``[[correction]]`` of ``corrections.toml``: one misreading of the source, and the reading that replaces it."""

    line: int | None = None
    at: int | None = None
    raw: str
    """The characters that stand in the source, exactly; may run over a line end."""
    text: str
    reason: str
    kind: str = ""
    """What befell the words, in a word or two, where many corrections are of one kind: ``label``, ``capitals``."""
    certainty: Literal["", "probable", "rival", "as-printed"] = ""
    """``probable``: the reading is likely, no more. ``rival``: another reading is possible, which the reason names.
    ``as-printed``: an odd word that is left as it is, ``text`` is how it is shown. Readers see a mark at the place itself.
    Empty: sure, or as good as sure."""

    @property
    def words_for_mark(self) -> str:
        """What readers are told of its certainty; empty if there is no mark."""
        told = {"probable": "Probable reading", "rival": "Another reading is possible", "as-printed": "So in the copy"}
        return told.get(self.certainty, "")

    @property
    def left(self) -> bool:
        """Whether the words are left as they are."""
        return self.certainty == "as-printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorsNote(Strict):
    """``[[note]]`` of ``corrections.toml``: a remark that readers see at a provision, apart from the parties' words."""

    provision: str
    """Its anchor."""
    page: str = ""
    """The page (``page_id``) if the anchor is not in the main body."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphChoice(Strict):
    """``[[paragraph]]`` of ``structure.toml``: what a person decided about a line that no rule can decide."""

    line: int | None = None
    at: int | None = None
    opens: str
    begins: bool = True
    """Whether a new paragraph begins here."""
    owner: str = ""
    """The anchor of the provision it belongs to, where that is not the one printed just before."""
    label: bool | None = None
    """True: what looks like text is a label or heading. False: what looks like a label or heading is text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Strict):
    """Words inside a table's lines that are not part of the table."""

    raw: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandTable(Strict):
    """``[[table]]`` of ``tables.toml``: a table set out by hand from a range of lines.

    Its words must be exactly the characters of the lines (white space aside): no word can be lost or invented.
    """

    first: int = 0
    last: int = 0
    """Its first and last line of the source."""
    at: int | None = None
    """In a source printed in columns: the offset at which its row of the outline begins, in place of lines."""
    opens: str
    """Words that begin the first line."""
    name: str = ""
    """The printed name: ``Table 1.1``."""
    id: str = ""
    """Its anchor, where it has no name and was published at another than rules would give it now."""
    title: str = ""
    """The printed caption."""
    summary: str = ""
    """Editors' words for readers who cannot see the table, and its title where none is printed."""
    spanner: str = ""
    """What is printed over the columns (``GRADES``)."""
    columns: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lists: Literal["", "memoranda"] = ""
    """``memoranda``: its rows are memoranda that continue from another book; the page of memoranda lists them too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliesChoice(Strict):
    """``[[applies]]`` of ``applicability.toml``: a provision that applies to a group because another text says so."""

    covers: str
    """Anchor of the provision in the main body, or of one of its paragraphs (``8.3.p3``)."""
    group: str
    by: str
    """Page, and after ``#`` anchor, of the words that say so: ``appendix-a#2.article-8.8.D``."""
    how: Literal["reprints", "lists"] = "reprints"
    """Whether those words print the provision again, or only name it."""
    note: str = ""
    """Editors' note where the texts differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentName(Strict):
    """``[[document]]`` of ``references.toml``: a document outside the agreement, and what the text calls it."""

    name: str
    """What indexes call it: ``Keepers’ Handbook``."""
    title: str = ""
    words: tuple[str, ...]
    listed: bool = False
    """A memorandum that continues from another book and is only listed here; found by its title."""
    own: bool = False
    """The words name this agreement itself (``2024 Keepers’ Agreement``): not a document outside."""
    published: str = ""
    """The slug of the agreement of this site that the words name: they lead to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChoice(Strict):
    """``[[reference]]`` of ``references.toml``: what a person decided about words that cite."""

    provision: str
    """Anchor of the provision (or of its paragraph) in which the words stand."""
    page: str = ""
    """Its page, if not in the main body."""
    text: str
    """The words, as the page shows them."""
    to: tuple[str, ...] = ()
    """Where they lead: anchors of the main body, or ``page#anchor``; empty: nowhere."""
    note: str = ""
    """What readers are told about the choice."""
    explanation: bool = False
    """The words stand in a printed explanation of the provision, not in the provision; ``to`` may then begin with the slug
    of another edition and a colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationChoice(Strict):
    """``[[relation]]`` of ``references.toml``: what words do to the provision that they cite, where no rule reads them."""

    provision: str
    """Anchor of the paragraph in which the words stand."""
    page: str = ""
    """Its page, if not in the main body."""
    text: str
    """The words, as the page shows them, with the citation in them."""
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym(Strict):
    """``[[synonym]]`` of ``synonyms.toml``, which serves all agreements: words that members say for an agreement's."""

    said: tuple[str, ...]
    """What members type, in small letters; each a word or several."""
    means: tuple[str, ...]
    """The words of agreements that are searched for, the nearest first."""
    topic: str = ""
    """The words under which search offers it before anything is typed; most have none."""
    note: str = ""
    """Why, for who reviews the list; readers do not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """Everything that editors decided about one agreement."""

    agreement: AgreementSettings
    corrections: tuple[Correction, ...] = ()
    notes: tuple[EditorsNote, ...] = ()
    paragraphs: tuple[ParagraphChoice, ...] = ()
    tables: tuple[HandTable, ...] = ()
    applies: tuple[AppliesChoice, ...] = ()
    references: tuple[ReferenceChoice, ...] = ()
    relations: tuple[RelationChoice, ...] = ()
    documents: tuple[DocumentName, ...] = ()
    pay: Pay = NO_PAY
    deadlines: tuple[Deadline, ...] = ()
    rows: tuple[KeptRow, ...] = ()
    """Rows of an outline that they keep; ``collation`` says how a source printed in columns is read, which has none."""
    collation: Collation | None = None
    family: Family = GENERAL_FAMILY
    folder: str = ""
    """The folder of the files, as findings name it."""
    said_in: str = AGREEMENT
    """The name of the file that says what the edition is."""

    @property
    def settings_file(self) -> str:
        """The path of the file that says what the edition is, as findings name it."""
        return self.file(self.said_in)

    def file(self, name: str) -> str:
        """Return the path of one of the files as findings name it."""
        return posixpath.normpath(f"{self.folder}/{name}") if self.folder else name
