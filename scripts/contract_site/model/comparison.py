"""Two texts compared: which words of one answer to which of the other, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from contract_site.model.finding import Finding


class Change(StrEnum):
    """What became of words from one text to the other."""

    UNCHANGED = "unchanged"
    """The same words at the same place; numbering style, capitals, commas between words and line ends do not count."""
    REWORDED = "reworded"
    MOVED = "moved"
    """The same words under another number, or elsewhere."""
    MOVED_REWORDED = "moved-reworded"
    SPLIT = "split"
    """Several units now say what one said."""
    MERGED = "merged"
    """One unit now says what several said."""
    ADDED = "added"
    REMOVED = "removed"


class Mark(StrEnum):
    """What a redline says of some words."""

    KEEP = "keep"
    STRIKE = "strike"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words of a redline."""

    mark: Mark
    text: str
    before: str = ""
    """For kept words: how the older text writes them, if it differs in what does not count only."""

    @property
    def old(self) -> str:
        """The characters that the older text has here."""
        return "" if self.mark is Mark.INSERT else self.before or self.text

    @property
    def new(self) -> str:
        """The characters that the newer text has here."""
        return "" if self.mark is Mark.STRIKE else self.text


@dataclass(frozen=True, slots=True)
class Unit:
    """What is paired: a paragraph, a list entry, a table, or a heading."""

    name: str
    """Its anchor in the main body, ``page#anchor`` elsewhere; a heading's ends in ``.heading``."""
    page: str
    anchor: str
    """The anchor of the block, or of the provision that a heading heads."""
    provision: str
    """The anchor of the provision it belongs to."""
    parent: str
    """The anchor of the provision above that; empty at the top."""
    heading: bool
    title: str
    """The heading over it, if any, for those who read it alone."""
    text: str
    place: tuple[int, ...]
    """The values of its labels below the article: the same for ``III.B(2)`` and ``III.2.b``; see ``compare.units``."""
    top: str
    """The article's numeral or the part's address, of a newer text that of the part it meets: the same for the same article."""
    line_ends: tuple[int, ...] = ()
    """Offsets in the text at which a line of the source ended inside a word, with a hyphen or without."""
    label: str = ""
    """For a heading: the label printed before its words (``ARTICLE IV``, ``Part H:``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRow:
    """A row of ``lineage.tsv``: units that answer to each other, as computed or as an editor decided."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    change: Change
    reviewed: bool
    note: str = ""
    place: str = ""
    """File and line."""
    repeats: tuple[str, ...] = ()
    """For what was added: units of the older text, each in a row of its own, whose words it repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Units of two texts that answer to each other, and how they differ."""

    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    change: Change
    similarity: float
    """How much of the words is the same, 0 to 1; 0 where there is no other side and nothing is repeated."""
    reviewed: bool
    redline: tuple[Segment, ...]
    note: str = ""
    """What an editor says of the pair."""
    repeats: tuple[Unit, ...] = ()
    """For what was added: units of the older text, each in a row of its own, whose words it repeats."""

    @property
    def rewritten(self) -> bool:
        """Whether so much changed that marks on single words would say nothing."""
        return bool(self.before and self.after) and self.similarity < REWRITTEN


REWRITTEN = 0.4
"""Below this similarity a redline strikes the old text as a whole and inserts the new as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSettings:
    """``comparison.toml``: what is compared with what."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 (read by pydantic, never changed)

    kind: Literal["editions", "reprint", "concordance", "items"] = "editions"
    """``"editions"``: two editions of one agreement; ``"reprint"``: portions that a part of an edition reprints;
    ``"concordance"``: two agreements that share subjects; ``"items"``: local items beside the items of a national agreement.
    Example: ``"editions"``."""
    before: str
    """The slug of the older text. Example: ``"tiny-1950"``."""
    after: str = ""
    """The slug of the newer text; left out for items only: every local memorandum that implements the agreement. Example:
    ``"tiny-1952"``."""
    page: str = ""
    """For a reprint: the address of the part that reprints. Example: ``"appendix-a"``."""
    address: str = ""
    """For items of another union's list than the one whose pages are ``/compare/local/``: the folder below it in which its own
    are; left out, the items of one number are on one page. Never changed once published. Example: ``"wardens"``."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """For a reprint: sections that it prints under another number, by that number. Example: ``{ "9.8" = "9.7" }``."""
    applies_to: str = ""
    """For a reprint: whom it is for, as sentences name them. Example: ``"RKs"``."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Required for a concordance: the titles of its topics by their addresses, in the order in which they are shown. Example:
    ``{ strike = "No strike" }``."""
    title: str = ""
    """What readers see; of two editions it may be left out: then it says what changed from one to the other, by their ``short``
    names and in the language of the site. Example: ``"What changed from 1950 to 1952"``."""
    note: str = ""
    """A sentence on what the comparison is and is not. Example: ``"The underscoring of the print …"``."""
    folder: str = ""
    """Set when it is read: the folder of the files, as findings name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts compared."""

    settings: ComparisonSettings
    rows: tuple[Row, ...]
    """In the order of the newer text; what was removed stands where it stood."""
    findings: tuple[Finding, ...] = ()

    @property
    def summary(self) -> Mapping[Change, int]:
        """How many rows there are of each kind."""
        counts = dict.fromkeys(Change, 0)
        for row in self.rows:
            counts[row.change] += 1
        return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Forerunner:
    """A provision of an earlier agreement, open to local negotiation, with the subject of a national item of today."""

    item: str
    """Anchor of the national item."""
    slug: str
    """The earlier agreement."""
    option: str
    """Where it lists what is open to local negotiation: ``page#anchor``."""
    provision: str
    """The provision: an anchor of the main body, or ``page#anchor``."""
    opens: str
    """The first words of the provision."""
    note: str = ""
    """What an editor says of the pair."""
    place: str = ""
    """File and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalItems:
    """What local memoranda say on the items that a national agreement leaves to them."""

    settings: ComparisonSettings
    comparisons: tuple[Comparison, ...]
    """One for each local memorandum: the national words beside the titles of its items, in the order of the national items."""
    forerunners: tuple[Forerunner, ...] = ()
