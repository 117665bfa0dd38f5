"""Which lists an edition has: pages of its own that are no parts of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contract_site.beside.crossings import Crossings
from contract_site.cite.addresses import Lists
from contract_site.interface.say import later, say
from contract_site.model.citation import External
from contract_site.model.document import Edition

TITLES = {
    Lists.MEMORANDA: later("Memoranda"),
    Lists.CROSSED: later("Memoranda by article"),
    Lists.PAY: later("Pay by grade and step"),
    Lists.DEADLINES: later("Deadlines"),
    Lists.TABLES: later("Tables"),
    Lists.DOCUMENTS: later("Handbooks, laws, forms and cases cited"),
    Lists.TERMS: later("Terms and abbreviations"),
    Lists.CORRECTIONS: later("Corrections and editors’ notes"),
}
"""What the lists are called; ledgers of published addresses know them by these words as they stand here."""


@dataclass(frozen=True, slots=True)
class EditionList:
    """One list of an edition that has something to list."""

    kind: Lists

    @property
    def title(self) -> str:
        """What the list is called."""
        return list_title(self.kind)


def list_title(kind: Lists) -> str:
    """Return what a list is called."""
    return say(TITLES[kind])


def lists_of(edition: Edition, crossings: Crossings) -> tuple[EditionList, ...]:
    """Return the lists of an edition that have something to list, in the order of its contents."""
    known = crossings.relations.lists.get(edition.slug)
    return tuple(EditionList(kind) for kind in (map(Lists, known) if known is not None else _kinds(edition, crossings)))


def lists_of_figures(edition: Edition) -> Iterator[Lists]:
    """Yield which lists of its pay and its deadlines an edition has, as its own files alone tell."""
    if edition.pay.scales:
        yield Lists.PAY
    if edition.deadlines:
        yield Lists.DEADLINES


def _kinds(edition: Edition, crossings: Crossings) -> Iterator[Lists]:
    if edition.memoranda:
        yield Lists.MEMORANDA
    if any(crossings.articles_of(edition, memo) for memo in edition.memoranda):
        yield Lists.CROSSED
    yield from lists_of_figures(edition)
    if any(block.table is not None for *_, block in edition.blocks()):
        yield Lists.TABLES
    explained = crossings.relations.explained.get(edition.slug, {})
    cited = (*crossings.relations.links[edition.slug].references, *(each for found in explained.values() for each in found))
    if any(isinstance(each.resolution, External) for each in cited):
        yield Lists.DOCUMENTS
    if crossings.relations.terms.get(edition.slug):
        yield Lists.TERMS
    if edition.corrections or edition.notes:
        yield Lists.CORRECTIONS
