"""What search knows: a record a provision, and the agreements that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """The words that one address of an agreement is found by: a provision's own, or those of one table."""

    url: str
    """From the site's root, without a slash before it: ``keepers-2024/article-8/#8.5.G``."""
    citation: str
    kind: str
    """What a filter calls it: ``article``, ``local``, ``memorandum``, ``appendix``, ``supplement``, ``table``, …"""
    trail: tuple[str, ...]
    """The titles above it, outermost first."""
    heading: str
    """As printed; empty if it has none."""
    text: str
    """The parties' words, paragraph after paragraph, without those of other addresses."""
    labels: tuple[str, ...] = ()
    """What heads the columns and rows of a table: words of `text` that a cell is asked for by."""
    note: str = ""
    """Editors' words that a result shows and that are not searched."""
    weight: float
    """How much its words count beside those of other records: 1 for an agreement's own articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedAgreement:
    """An agreement with its records, in printed order."""

    slug: str
    title: str
    """Its brief title."""
    status: str
    """As readers see it."""
    standing: str
    """As scripts and styles know it, the same in every language."""
    records: tuple[SearchRecord, ...]
    language: str = "en"
    """That of its words."""
    histories: tuple[str, ...] = ()
    """The ids of its parts that have a page of all editions."""
    comparisons: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """What it is compared with as another edition: the title of each comparison, its address, and the ids of the parts that
    have a page there."""
    lists: tuple[tuple[str, str], ...] = ()
    """The title and the address of each list of it, a page of its own, that search leads to."""

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of its records, in the order of their first."""
        return tuple(dict.fromkeys(record.kind for record in self.records))
