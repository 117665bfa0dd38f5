"""Two agreements that share subjects: which places of the one deal with what places of the other deal with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contract_site.model.comparison import ComparisonSettings, Segment, Unit
from contract_site.model.finding import Finding

OWN = ".own"
"""At the end of a place: the provision's own words, without what stands below it."""
JOINT = "\n\n"
"""Between the texts of several units, where they are read as one."""


class Relation(StrEnum):
    """How the places of a row answer to each other; none says that one text became the other."""

    FOUND_AGAIN = "found-again"
    """The same subject, and phrases of the older text stand in the newer."""
    SAME_SUBJECT = "same-subject"
    """The same subject in other words."""
    NO_ANCESTOR = "no-ancestor"
    NO_DESCENDANT = "no-descendant"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A row of ``topics.tsv``, as an editor wrote it."""

    topic: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    relation: Relation
    reviewed: bool
    note: str = ""
    place: str = ""
    """File and line."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place of one agreement: a provision with all below it, its own words only, or one paragraph."""

    name: str
    """As the row names it, without ``OWN``."""
    page: str
    anchor: str
    own: bool
    """Whether it is the provision's own words only."""
    units: tuple[Unit, ...]
    """In printed order; none if the place has no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """A row of a concordance with its texts, and the phrases of the one that stand in the other."""

    topic: str
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    relation: Relation
    reviewed: bool
    note: str = ""
    found: tuple[FoundPhrase, ...] = ()
    """In order; of places whose relation is ``FOUND_AGAIN`` alone."""
    similarity: float = 0.0
    """How much of all words of both sides is found again, 0 to 1."""

    @property
    def kept(self) -> Iterator[Segment]:
        """The phrases as segments of a redline that claims nothing else."""
        return (phrase.segment for phrase in self.found)


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """Words of the older text that stand in the newer: where, in the joined texts of each side."""

    before: tuple[int, int]
    after: tuple[int, int]
    segment: Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject, and all that both agreements say of it."""

    id: str
    """Its address below the comparison."""
    title: str
    rows: tuple[Correspondence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """Two agreements brought together topic by topic."""

    settings: ComparisonSettings
    topics: tuple[Topic, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> Iterator[Correspondence]:
        """All rows, topic after topic."""
        return (row for topic in self.topics for row in topic.rows)


def joined(passages: tuple[Passage, ...]) -> str:
    """The texts of all units of some passages, as ``FoundPhrase`` counts in them."""
    return JOINT.join(unit.text for passage in passages for unit in passage.units)
