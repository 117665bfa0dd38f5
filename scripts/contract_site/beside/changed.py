"""What changed in the texts, told: each change that the record has with the title and the page of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.interface.say import counted, say
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.document import Edition
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
            return say("added")
        if self.change.kind != CORRECTIONS:
            return counted(
                "{number} address moved; the old ones lead there", "{number} addresses moved; the old ones lead there", number
            )
        if self.change.count > 0:
            return counted("{number} correction made", "{number} corrections made", number)
        return counted("{number} correction withdrawn", "{number} corrections withdrawn", number)


def told_changes(record: tuple[SiteChange, ...], shown: Mapping[str, tuple[str, PurePosixPath]]) -> tuple[ToldChange, ...]:
    """Return what the record tells of what the site shows, the newest first, in the order of the record within a day.

    ``shown`` is what ``shown_titles`` returns. What was recorded twice on a day is one change, because it has one anchor.
    """
    left = {change.of: change.total for change in record if change.kind == CORRECTIONS}
    told = [
        _told(change, *shown[change.of], left.get(change.of, 0))
        for change in _by_day(record)
        if change.count and change.of in shown
    ]
    return tuple(sorted(told, key=lambda each: each.change.on, reverse=True))


def shown_titles(editions: Iterable[Edition], compared: Iterable[ComparisonSettings]) -> dict[str, tuple[str, PurePosixPath]]:
    """Return title and page of editions and of what is compared, by what the record calls them."""
    own = {each.slug: (each.settings.title, addresses.edition_file(each.slug)) for each in editions}
    return own | {recorded_name(each.folder): (each.title, _home(each)) for each in compared if each.kind != "items"}


def recorded_name(folder: str) -> str:
    """Return what the record calls a comparison, wherever the project's folder of agreements lies."""
    return f"{FOLDER}/{PurePosixPath(folder).name}"


def standings(crossings: Crossings) -> tuple[Standing, ...]:
    """Return how things stand with every edition and comparison."""
    relations = crossings.relations
    moved = {name: len(ledger.moved) for name, ledger in relations.ledgers.items()}
    editions = [Standing(slug, len(each.corrections), moved.get(slug, 0)) for slug, each in relations.editions.items()]
    folders = [
        *(each.settings.folder for each in relations.comparisons),
        *(each.settings.folder for each in relations.concordances),
    ]
    compared = [Standing(recorded_name(folder), 0, moved.get(folder, 0)) for folder in folders]
    return (*editions, *compared)


def _by_day(record: Iterable[SiteChange]) -> Iterable[SiteChange]:
    found: dict[str, SiteChange] = {}
    for change in record:
        before = found.get(change.anchor)
        found[change.anchor] = replace(change, count=before.count + change.count) if before else change
    return found.values()


def _told(change: SiteChange, title: str, home: PurePosixPath, left: int) -> ToldChange:
    """A change with the list of corrections, for some that were made; of those that are ``left`` there may be none today."""
    listed = change.kind == CORRECTIONS and change.count > 0 < left
    return ToldChange(change, title, addresses.part_file(change.of, Lists.CORRECTIONS) if listed else home)


def _home(settings: ComparisonSettings) -> PurePosixPath:
    return addresses.comparison_file(settings.before, settings.page if settings.kind == "reprint" else settings.after)
