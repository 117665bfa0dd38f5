"""What editors decide about one agreement: the typed form of the files beside its source.

Each class is one table of a TOML file; ``settings`` reads them and refuses unknown keys. Places are a ``line`` of the source,
from 1, or an offset ``at``, in its characters, with words expected there, so that no decision slides onto other words unseen.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from contract_site.model.collation import Collation
from contract_site.model.deadline import Deadline
from contract_site.model.edition_settings import AGREEMENT, AgreementSettings
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.outline import KeptRow
from contract_site.model.pay import NO_PAY, Pay
from contract_site.model.strict import Strict

Relation = Literal[
    "suspends", "adds", "amends", "excepts", "disapplies", "keeps", "interprets", "applies", "about", "cites"
]  # fmt: skip
"""What words say that they do to what they cite: set it aside, add to it, change it, make an exception to it, say that it
does not apply, leave it as it is, explain it, apply it, be about it (a title); ``cites`` where they do not say."""
Cell = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Strict):
    """``[[correction]]`` of ``corrections.toml``: one misreading of the source, and the reading that replaces it."""

    line: int | None = None
    """The line in which it stands; or give ``at``. Example: ``1823``."""
    at: int | None = None
    """The offset of its first character. Example: ``275``."""
    raw: str
    """The characters as received; must stand exactly once in the line; may run over its end. Example: ``"fulltime"``."""
    text: str
    """The right reading; ``""`` removes. Example: ``"full-time"``."""
    reason: str
    """Readers see it in the list of corrections. Example: ``"hyphen lost at a line end"``."""
    kind: str = ""
    """What befell the words; where given, readers see how many corrections there are of each kind. Example: ``"label"``."""
    certainty: Literal["", "probable", "rival", "as-printed"] = ""
    """How sure the reading is, if not sure or as good as sure: ``"probable"``: likely, no more; ``"rival"``: another reading is
    possible, which ``reason`` names; ``"as-printed"``: an odd word that is left as it is, with ``text`` as it is shown. Readers
    see a mark at the place, ``[?]`` or ``[sic]``, which leads to the reason. Something must be shown there: of a mark that is
    removed, take in the word beside it. Example: ``"probable"``."""

    @property
    def left(self) -> bool:
        """Whether the words are left as they are."""
        return self.certainty == "as-printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorsNote(Strict):
    """``[[note]]`` of ``corrections.toml``: a remark that readers see at a provision, apart from the parties' words."""

    provision: str
    """Its anchor. Example: ``"32.1"``."""
    page: str = ""
    """Its page below the agreement, if the anchor is not in an article or item. Example: ``"appendix-a"``."""
    text: str
    """The note. Example: ``"The source has no paragraph B here."``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphChoice(Strict):
    """``[[paragraph]]`` of ``structure.toml``: what a person decided about a line that no rule can decide."""

    line: int | None = None
    """The line; or give ``at``. Example: ``1039``."""
    at: int | None = None
    """The offset. Example: ``2318``."""
    opens: str
    """The words that stand there. Example: ``"All other unpaid leave and"``."""
    begins: bool = True
    """Whether a paragraph begins here; true if left out. Example: ``false``."""
    owner: str = ""
    """The anchor of the provision it belongs to, if not to the one printed just before; at a label, of that one and those
    behind it in its list; at the first line of a table, the owner of the table; a part without numbers of its own is called by
    the last piece of its address. Example: ``"6.A.3.a"``."""
    label: bool | None = None
    """True: this is a label, or the heading of a section or step, although the rules doubt it (words that are none stop every
    command); false: it looks like one and is not. Example: ``true``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Strict):
    """Words inside a table's lines that are not part of the table."""

    raw: str
    """The characters. Example: ``"...."``."""
    reason: str
    """Why readers do not see them. Example: ``"dotted leaders"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandTable(Strict):
    """``[[table]]`` of ``tables.toml``: a table set out by hand from a range of lines.

    Its words must be exactly the characters of the lines (white space aside): no word can be lost or invented.
    """

    first: int = 0
    """Its first line. Example: ``2437``."""
    last: int = 0
    """Its last line. Example: ``2507``."""
    at: int | None = None
    """Instead, in a source printed in columns: the offset of its row in the outline. Example: ``142768``."""
    opens: str
    """The words that begin its first line; a label there makes a provision. Example: ``"STEPS 3 4 5"``."""
    name: str = ""
    """The printed name, and the anchor ``#table-1.1``; without one, ``.t1`` after the provision's anchor. Example: ``"Table
    1.1"``."""
    id: str = ""
    """The anchor at which a table without a name was published, where it belongs to another provision now. Example:
    ``"9.7.t1"``."""
    title: str = ""
    """The printed caption. Example: ``"Basic Annual Rates"``."""
    summary: str = ""
    """Editors' words for readers who cannot see the table, and its title where none is printed. Example: ``"Weeks an employee
    waits, by grade"``."""
    spanner: str = ""
    """A heading printed over the columns. Example: ``"GRADES"``."""
    columns: tuple[Cell, ...] = ()
    """The headings of the columns; ``""`` where none is printed. Example: ``["STEPS", "3", "4", "5"]``."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """The rows, as many cells as columns; ``""`` is a blank cell. Example: ``[["JJ", "25,657", "26,926", ""]]``."""
    notes: tuple[str, ...] = ()
    """Notes printed below. Example: ``["* See page 20."]``."""
    left_out: tuple[LeftOut, ...] = ()
    """Words inside the lines that are not part of the table, see next. Example: ``[{ raw = "....", reason = "dotted leaders"
    }]``."""
    lists: Literal["", "memoranda"] = ""
    """Its rows are memoranda that continue from another book; the page of memoranda lists them too. Example:
    ``"memoranda"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliesChoice(Strict):
    """``[[applies]]`` of ``applicability.toml``: a provision that applies to a group because another text says so."""

    covers: str
    """The anchor of the provision in the main body, or of one of its paragraphs. Example: ``"8.3.p3"``."""
    group: str
    """The ``code`` of a ``[[group]]``. Example: ``"RK"``."""
    by: str
    """The page and anchor of the words that say so. Example: ``"appendix-a#2.article-8.3"``."""
    how: Literal["reprints", "lists"] = "reprints"
    """Whether those words print the provision again, ``"reprints"`` if left out, or only name it, ``"lists"``. Example:
    ``"lists"``."""
    note: str = ""
    """Editors' note where the texts differ. Example: ``"The reprint leaves out the first two paragraphs."``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentName(Strict):
    """``[[document]]`` of ``references.toml``: a document outside the agreement, and what the text calls it."""

    name: str
    """What indexes call it. Example: ``"Keepers’ Handbook"``."""
    title: str = ""
    """Its title. Example: ``"Handbook for Keepers of Lights"``."""
    words: tuple[str, ...]
    """How the text names it. Example: ``["Keepers’ Handbook", "KH"]``."""
    listed: bool = False
    """A memorandum that continues from another book and is only listed here; found by its title, as all titles are that stand
    in a table with ``lists = "memoranda"``; both lead to that table. Example: ``true``."""
    own: bool = False
    """The words name this agreement itself, as ``2024 Keepers’ Agreement`` may: not a document outside. Example: ``true``."""
    published: str = ""
    """The slug of the agreement of this site that the words name: they are a link to it. Example: ``"tiny-2020"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChoice(Strict):
    """``[[reference]]`` of ``references.toml``: what a person decided about words that cite."""

    provision: str
    """The anchor of the provision or paragraph in which the words stand. Example: ``"8.5.G.p2"``."""
    page: str = ""
    """Its page below the agreement, if the anchor is not in an article or item. Example: ``"memo/relief-keepers"``."""
    text: str
    """The words, as the page shows them. Example: ``"Section 4.D"``."""
    to: tuple[str, ...] = ()
    """Where they lead: anchors of the main body, or ``page#anchor``; left out: nowhere. Example: ``["8.4.D"]``."""
    note: str = ""
    """What readers are told about the choice. Example: ``"The section was renumbered."``."""
    explanation: bool = False
    """The words stand in a printed explanation of the provision, not in the provision; ``to`` may then begin with another
    edition, ``"tiny-1950:XV.C.4"``. Example: ``true``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationChoice(Strict):
    """``[[relation]]`` of ``references.toml``: what words do to the provision that they cite, where no rule reads them."""

    provision: str
    """The anchor of the paragraph in which the words stand. Example: ``"p3"``."""
    page: str = ""
    """Its page below the agreement, if the anchor is not in an article or item. Example: ``"memo/relief-keepers"``."""
    text: str
    """The words, as the page shows them, with the link in them. Example: ``"Holiday scheduling is accomplished under Article
    11"``."""
    relation: Relation
    """``"suspends"``, ``"adds"`` (to it), ``"amends"``, ``"excepts"`` (makes an exception), ``"disapplies"`` (says that it does
    not apply), ``"keeps"`` (says that it stays as it is), ``"interprets"``, ``"applies"``, ``"about"`` (names it in a title) or
    ``"cites"``. Example: ``"applies"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym(Strict):
    """``[[synonym]]`` of ``synonyms.toml``, which serves all agreements: words that members say for an agreement's."""

    said: tuple[str, ...]
    """What members type, in small letters; no words twice in the file. Hyphens and spaces are the same, and so are endings;
    ``grievance + deadline`` is both words, wherever they stand. Example: ``["call-in pay", "guarantee time"]``."""
    means: tuple[str, ...]
    """The words that are searched for, the nearest first. Of a family each must stand in an agreement: a test looks it up. Read
    the provisions before adding one. Example: ``["call-in guarantee", "called in"]``."""
    topic: str = ""
    """The words under which search offers it before anything is typed; for what is asked most. Example: ``"call-in pay"``."""
    note: str = ""
    """Why, for who reviews the list; readers do not see it. Example: ``"8.8"``."""


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
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """The lines at which the entries of each table begin, by its name: ``correction``."""

    @property
    def settings_file(self) -> str:
        """The path of the file that says what the edition is, as findings name it."""
        return self.file(self.said_in)

    def file(self, name: str) -> str:
        """Return the path of one of the files as findings name it."""
        return posixpath.normpath(f"{self.folder}/{name}") if self.folder else name

    def entry(self, name: str, table: str, number: int) -> str:
        """Return the place of an entry of a table, counted from 1, in one of the files, as findings name it."""
        return at_entry(self.file(name), self.lines.get(table, ()), number)

    def place_of(self, entry: Correction | ParagraphChoice | HandTable) -> str:
        """Return the place of one of these entries in its file, as findings name it."""
        match entry:
            case Correction():
                return self.entry("corrections.toml", "correction", self.corrections.index(entry) + 1)
            case ParagraphChoice():
                return self.entry("structure.toml", "paragraph", self.paragraphs.index(entry) + 1)
            case HandTable():
                return self.entry("tables.toml", "table", self.tables.index(entry) + 1)


def at_entry(file: str, lines: Sequence[int], number: int) -> str:
    """Return the place of an entry, counted from 1, whose table's entries begin at ``lines``: ``…/pay.toml:7``; else line 1."""
    return f"{file}:{lines[number - 1] if number <= len(lines) else 1}"
