"""What changed in the texts, told: each change that the record has with the title and the page of what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.model.site_change import ADDED, CORRECTIONS, SiteChange, Standing

FOLDER = "compare"


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change, the title of what it is about, and the page that a reader would look at."""

    change: SiteChange
    title: str
    page: PurePosixPath

    @property
    def words(self) -> str:
        """What happened: ``3 corrections made``."""
        number = abs(self.change.count)
        if self.change.kind == ADDED:
            return "added"
        if self.change.kind == CORRECTIONS:
            what = "correction" if number == 1 else "corrections"
            return f"{number} {what} {'made' if self.change.count > 0 else 'withdrawn'}"
        return f"{number} {'address' if number == 1 else 'addresses'} moved; the old ones lead there"


def told_changes(record: tuple[SiteChange, ...], crossings: Crossings) -> tuple[ToldChange, ...]:
    """Return what the record tells of what the site shows, the newest first, in the order of the record within a day."""
    shown = {of: (title, page) for of, title, page in _titles(crossings)}
    told = [_told(change, *shown[change.of]) for change in record if change.count and change.of in shown]
    return tuple(sorted(told, key=lambda each: each.change.on, reverse=True))


def standings(crossings: Crossings) -> tuple[Standing, ...]:
    """Return how things stand with every edition and comparison."""
    relations = crossings.relations
    moved = {name: len(ledger.moved) for name, ledger in relations.ledgers.items()}
    editions = [Standing(slug, len(each.corrections), moved.get(slug, 0)) for slug, each in relations.editions.items()]
    compared = [Standing(_name(folder), 0, moved.get(folder, 0)) for folder, *_ in _compared(crossings)]
    return (*editions, *compared)


def _told(change: SiteChange, title: str, page: PurePosixPath) -> ToldChange:
    listed = change.kind == CORRECTIONS and change.count > 0
    return ToldChange(change, title, addresses.part_file(change.of, Lists.CORRECTIONS) if listed else page)


def _titles(crossings: Crossings) -> Iterator[tuple[str, str, PurePosixPath]]:
    for slug, edition in crossings.relations.editions.items():
        yield slug, edition.settings.title, addresses.edition_file(slug)
    yield from ((_name(folder), title, page) for folder, title, page in _compared(crossings))


def _compared(crossings: Crossings) -> Iterator[tuple[str, str, PurePosixPath]]:
    """Every comparison and concordance: its folder, title and home."""
    for layout in crossings.compared:
        yield layout.comparison.settings.folder, layout.comparison.settings.title, layout.file()
    for concorded in crossings.concorded:
        settings = concorded.concordance.settings
        yield settings.folder, settings.title, addresses.comparison_file(settings.before, settings.after)


def _name(folder: str) -> str:
    """What the record calls a comparison, wherever the project's folder of agreements lies."""
    return f"{FOLDER}/{PurePosixPath(folder).name}"
