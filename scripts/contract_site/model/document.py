"""The tree in the middle: an edition of an agreement, its parts, provisions and blocks.

One class serves every rank of provision. A provision holds its blocks and child provisions in printed order, because
text stands before, between and after numbered items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from contract_site.model.deadline import Deadline
from contract_site.model.edition_settings import AGREEMENT, AgreementSettings
from contract_site.model.editorial import Correction, DocumentName, EditorsNote, ReferenceChoice, RelationChoice
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.finding import Finding
from contract_site.model.language import ENGLISH
from contract_site.model.outline import ChosenRow
from contract_site.model.pay import NO_PAY, Pay
from contract_site.model.pinpoint import Pinpoint
from contract_site.model.place import Container
from contract_site.model.source import SourceSpan, SourceText, Words


class Rank(StrEnum):
    """What kind of provision it is; a value, not a class."""

    PREAMBLE = "preamble"
    PART = "part"
    ARTICLE = "article"
    SECTION = "section"
    STEP = "step"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    APPENDIX = "appendix"
    MEMORANDUM = "memorandum"
    SUPPLEMENT = "supplement"
    ATTACHMENT = "attachment"


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    """One entry of a list marked by a bullet or dash; the mark is the first word of its text."""
    TABLE = "table"
    NOTE = "note"
    """A bracketed remark of the edition: to whom the provision applies, which memorandum to see."""
    CAPTION = "caption"
    """A line of a memorandum's head: its form, its parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: every row has as many cells as there are columns; a blank cell is the empty string."""

    name: str
    """As printed (``Table 1.1``), or empty."""
    title: str
    summary: str
    """Editors' words for those who cannot see it."""
    spanner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    id: str = ""
    """Its anchor, where editors keep one that rules would not give."""
    lists: str = ""
    """``memoranda`` if its rows are memoranda that are only listed."""

    @property
    def plain(self) -> str:
        """The table as text: one row a line, cells divided by tabs."""
        head = [" ".join(filter(None, (self.name, self.title))), self.spanner, "\t".join(self.columns)]
        lines = [*head, *("\t".join(row) for row in self.rows), *self.notes]
        return "\n".join(line for line in lines if line.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """A statement that a provision applies to a group of employees, in the words of the text that says so."""

    group: str
    """Code of the group: ``RK``."""
    words: str
    by: str = ""
    """Page, ``#`` and anchor of the words, if they stand elsewhere (``appendix-a#2.article-8.8.D``)."""
    how: str = "reprints"
    """Whether those words print the provision again (``reprints``) or only name it (``lists``)."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, list entry, table, note or caption line of one provision."""

    kind: BlockKind
    anchor: str
    words: Words
    page: str | None
    """The printed page on which it begins."""
    table: Table | None = None
    applies: tuple[Applicability, ...] = ()

    @property
    def text(self) -> str:
        """The words as a reader sees them."""
        return self.table.plain if self.table else self.words.text


@dataclass(frozen=True, kw_only=True)
class Provision:
    """Any rank of provision, from an article down to the smallest item. It has no slots, so that it keeps what was asked."""

    rank: Rank
    pinpoint: Pinpoint
    anchor: str
    label: Words
    """As printed (``Section 5.``, ``A.``); empty if it has none."""
    heading: Words
    """As printed, run-in headings included; empty if it has none."""
    page: str | None
    body: tuple[Block | Provision, ...]
    applies: tuple[Applicability, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its own blocks, in printed order."""
        return tuple(part for part in self.body if isinstance(part, Block))

    @cached_property
    def children(self) -> tuple[Provision, ...]:
        """The provisions directly below it, in printed order."""
        return tuple(part for part in self.body if isinstance(part, Provision))

    @cached_property
    def text(self) -> str:
        """Its own words, blocks joined by a blank line, without its children's."""
        return "\n\n".join(block.text for block in self.blocks)

    def walk(self) -> Iterator[Provision]:
        """Yield the provision and all below it, in printed order."""
        waiting = [self]
        while waiting:
            provision = waiting.pop()
            yield provision
            waiting.extend(reversed(provision.children))

    def printed(self) -> Iterator[tuple[Provision, Block]]:
        """Yield every block of the provision and of all below it with its provision, in printed order."""
        for part in self.body:
            if isinstance(part, Block):
                yield self, part
            else:
                yield from part.printed()

    def trail(self, anchor: str) -> tuple[Provision, ...]:
        """Return the provisions from this one down to the one at ``anchor``; empty if it is not here."""
        below = self._below.get(anchor)
        return () if below is None else (self, *below)

    @cached_property
    def _below(self) -> dict[str, tuple[Provision, ...]]:
        """The provisions below this one down to each anchor; the first printed counts, if two had one.

        This one is not among them: a tree that held itself would stay in memory until all of that is looked through.
        """
        found: dict[str, tuple[Provision, ...]] = {self.anchor: ()}
        for child in self.children:
            child._lead(found, ())
        return found

    def _lead(self, found: dict[str, tuple[Provision, ...]], above: tuple[Provision, ...]) -> None:
        trail = (*above, self)
        found.setdefault(self.anchor, trail)
        for child in self.children:
            child._lead(found, trail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an edition that is published as one page: an article, a memorandum, an appendix."""

    id: str
    """Its address below the agreement: ``article-8``, ``memo/night-watches``."""
    container: str
    """``body``, ``appendix-a``, ``memo:night-watches``."""
    title: str
    """What indexes and breadcrumbs call it: ``Hours of Work``."""
    name: str
    """Its short name: ``Article 8``; the title where it has none."""
    root: Provision
    memorandum: str = ""
    """If it is one of the agreement's memoranda: its id."""
    form: str = ""
    """For a memorandum: Memorandum of Understanding, Letter of Intent, …"""
    also: str = ""
    """A second address that leads here."""
    last_page: str | None = None
    language: str = ENGLISH
    """Of its words: what citations call its ranks and tables is said in it."""
    within: str = ""
    """The anchor of the part, chapter or title whose heading stands over it: ``part-3``; empty if there is none."""

    @property
    def in_body(self) -> bool:
        """Whether it belongs to the main body, whose anchors are citations by themselves."""
        return Container(self.container).is_body


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters of the source that readers do not see, and why."""

    span: SourceSpan
    reason: str


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction and where it was made."""

    span: SourceSpan
    correction: Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What somebody other than the parties says of a provision; printed with the agreement, but not agreed text."""

    page: str
    """Address of the provision's part."""
    anchor: str
    by: str
    """Who says it: ``The Mill, 1952``."""
    words: tuple[Words, ...]
    """Its paragraphs."""

    @property
    def text(self) -> str:
        """The paragraphs, joined by a blank line."""
        return "\n\n".join(words.text for words in self.words)


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every character of a source that is not white space."""

    characters: int
    kept: int
    removed: int
    unaccounted: tuple[SourceSpan, ...]
    twice: tuple[SourceSpan, ...]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The text of an agreement for one term, parsed. It has no slots, so that it keeps what was asked once."""

    settings: AgreementSettings
    source: SourceText
    folder: str
    """The folder of the editors' files, as findings name it."""
    said_in: str = AGREEMENT
    """The name of the file there that says what it is."""
    parts: tuple[Part, ...]
    furniture: tuple[Furniture, ...]
    corrections: tuple[AppliedCorrection, ...]
    notes: tuple[EditorsNote, ...]
    explanations: tuple[Explanation, ...] = ()
    documents: tuple[DocumentName, ...] = ()
    pay: Pay = NO_PAY
    """Which of its tables say what is paid."""
    deadlines: tuple[Deadline, ...] = ()
    """Its time limits that editors listed."""
    entry_lines: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """The lines at which the entries of each table of the editors' files begin, by its name: ``deadline``."""
    family: Family = GENERAL_FAMILY
    """The words of its field."""
    references: tuple[ReferenceChoice, ...] = ()
    relations: tuple[RelationChoice, ...] = ()
    findings: tuple[Finding, ...]
    account: Account
    outline: tuple[ChosenRow, ...] = ()
    """How its parts and provisions were found, where no editor named its parts."""

    @property
    def settings_file(self) -> str:
        """The path of the file that says what it is, as findings name it."""
        return f"{self.folder}/{self.said_in}"

    @property
    def slug(self) -> str:
        """What addresses call it: ``keepers-2024``."""
        return self.settings.slug

    @cached_property
    def memoranda(self) -> tuple[Part, ...]:
        """Its memoranda, in printed order."""
        return tuple(part for part in self.parts if part.memorandum)

    def provisions(self) -> Iterator[tuple[Part, Provision]]:
        """Yield every provision with the part it stands in, in printed order."""
        for part in self.parts:
            for provision in part.root.walk():
                yield part, provision

    def blocks(self) -> Iterator[tuple[Part, Provision, Block]]:
        """Yield every block with the part and provision it stands in, provision after provision."""
        for part, provision in self.provisions():
            for block in provision.blocks:
                yield part, provision, block

    def printed(self) -> Iterator[tuple[Part, Provision, Block]]:
        """Yield every block with the part and provision it stands in, in printed order."""
        for part in self.parts:
            for provision, block in part.root.printed():
                yield part, provision, block

    def notes_on(self, part: Part) -> dict[str, list[str]]:
        """Return the editors' notes on a part's provisions, by anchor."""
        found: dict[str, list[str]] = {}
        for note in self.notes:
            if note.page == part.id or (not note.page and part.in_body):
                found.setdefault(note.provision, []).append(note.text)
        return found

    def explanations_on(self, part: Part) -> dict[str, list[Explanation]]:
        """Return the explanations of a part's provisions, by anchor, in printed order."""
        found: dict[str, list[Explanation]] = {}
        for explanation in self.explanations:
            if explanation.page == part.id:
                found.setdefault(explanation.anchor, []).append(explanation)
        return found
