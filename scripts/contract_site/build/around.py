"""What a page may show of others: the editions around some, and what lies beside them, given to a step and taken out again.

Around an edition stand the ones it is compared with, however many steps away, because its histories lead through all of them;
those to which the words of any of these lead; and those whose words lead to it. Whatever else a site holds, no page of the
edition can tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from contract_site.beside.crossings import Crossings
from contract_site.build.boxed import as_json, from_json
from contract_site.build.kin_step import KIN
from contract_site.build.link_step import CITING, LINKS
from contract_site.build.read_step import EDITION
from contract_site.editors.ledger import load_ledger
from contract_site.link.implements import implemented_items
from contract_site.model.citation import Backlink, Links, Reference, Target
from contract_site.model.comparison import Comparison, ComparisonSettings, LocalItems
from contract_site.model.concordance import Concordance
from contract_site.model.document import Edition
from contract_site.model.relation import Place, Relations
from contract_site.shelf.box import Box
from contract_site.shelf.making import Part
from contract_site.shelf.pickles import loaded
from contract_site.shelf.shelf import Record

PAIRS = ("editions", "reprint", "concordance")
"""The kinds of comparisons that are of two texts."""
AROUND = "around"
BESIDE = (AROUND, f"{EDITION}/", f"{LINKS}/", CITING, f"{KIN}/")
"""How the names begin of all that crossings are made of."""
_LAST: dict[tuple[tuple[str, str], ...], Crossings] = {}
"""The crossings of the last step: editions of one agreement and their comparisons are made of the same, one after the other."""


@dataclass(frozen=True)
class Shown:
    """The records of all that a site shows, in the order of folders, by slug or by the folder of a comparison."""

    editions: Mapping[str, Record]
    links: Mapping[str, Record]
    kin: Mapping[str, Record]
    settings: Mapping[str, ComparisonSettings]
    slugs: Mapping[str, Sequence[str]]
    """The editions that each comparison is made of."""
    leads: Mapping[str, Sequence[str]]
    """The editions to which words of each may lead, if they are shown."""

    def family(self, slugs: Collection[str]) -> set[str]:
        """Return some editions with all that they are compared with, however many steps away."""
        found = set(slugs)
        while more := {each for pair in self._pairs() if found & set(pair) for each in pair} - found:
            found |= more
        return found

    def around(self, slugs: Collection[str]) -> list[str]:
        """Return the slugs of all editions around some."""
        family = self.family(slugs)
        wanted = family.union(*(self.leads[slug] for slug in family))
        wanted |= {slug for slug, leads in self.leads.items() if set(leads) & set(slugs)}
        for folder in self._items_of(slugs):
            local = self._local(folder)
            alone = set(slugs) <= local
            wanted |= {slug for slug in self.slugs[folder] if not alone or slug in slugs or slug not in local}
        return [slug for slug in self.editions if slug in wanted]

    def compared_by(self, folder: str) -> Sequence[str]:
        """Return the slugs of the two texts of a comparison, or of the one whose items are compared."""
        settings = self.settings[folder]
        return [settings.before, *([settings.after] if settings.after else [])]

    def items_of(self, folder: str) -> Sequence[str]:
        """Return the slugs of all editions whose words stand in a comparison of items; none of another kind."""
        return self.slugs[folder] if self.settings[folder].kind == "items" else ()

    def compared(self, slugs: Collection[str]) -> list[str]:
        """Return the folders of all comparisons that pages of some editions show, in their order."""
        family, items = self.family(slugs), self._items_of(slugs)
        return [
            folder
            for folder, each in self.settings.items()
            if folder in items or (each.kind in PAIRS and each.before in family)
        ]

    def _pairs(self) -> Iterator[tuple[str, str]]:
        return ((each.before, each.after or each.before) for each in self.settings.values() if each.kind in PAIRS)

    def _items_of(self, slugs: Collection[str]) -> list[str]:
        """The comparisons of items in which some editions take part."""
        return [
            folder for folder, each in self.settings.items() if each.kind == "items" and set(self.slugs[folder]) & set(slugs)
        ]

    def _local(self, folder: str) -> set[str]:
        """The editions that answer the list of a comparison of items."""
        return {slug for slug in self.slugs[folder] if self.settings[folder].before in self.leads[slug]}


def parts_around(shown: Shown, slugs: Collection[str], compared: Sequence[str]) -> dict[str, Part]:
    """Return the parts of records that a step is given to make pages of some editions, or of some comparisons."""
    around = shown.around(slugs)
    parts = {f"{EDITION}/{slug}": Part(shown.editions[slug], EDITION) for slug in around}
    parts |= {f"{LINKS}/{slug}": Part(shown.links[slug], LINKS) for slug in around}
    for slug in around:
        for cited in around:
            if f"{CITING}{cited}" in shown.links[slug].parts:
                parts[f"{CITING}{slug}/{cited}"] = Part(shown.links[slug], f"{CITING}{cited}")
    return parts | {f"{KIN}/{folder}": Part(shown.kin[folder], KIN) for folder in compared}


def named_around(shown: Shown, slugs: Collection[str], compared: Sequence[str]) -> bytes:
    """Return what a step is told of the order of what it is given."""
    return as_json({"editions": shown.around(slugs), "compared": list(compared)})


def crossings_of(box: Box, root: Path, ledgers: Mapping[str, str]) -> Crossings:
    """Return what pages ask of the editions in a box. ``ledgers`` are the folders below ``root`` of those that are wanted.

    What was made for the step before is used again where both are given the same. Raises SettingsError.
    """
    given = tuple((name, box.listed[name].sha256) for name in box if name.startswith(BESIDE))
    if given not in _LAST:
        _LAST.clear()
        _LAST[given] = Crossings(_relations(box))
    return _LAST[given].recorded({name: load_ledger(root / shown, shown) for name, shown in ledgers.items()})


def _relations(box: Box) -> Relations:
    named = from_json(box[AROUND])
    editions: dict[str, Edition] = {slug: loaded(box[f"{EDITION}/{slug}"]) for slug in named["editions"]}
    linked: dict[str, tuple[Links, Mapping[int, Sequence[Reference]]]] = {
        slug: loaded(box[f"{LINKS}/{slug}"]) for slug in editions
    }
    kin = [loaded(box[f"{KIN}/{folder}"]) for folder in named["compared"]]
    return Relations(
        editions=editions,
        links={slug: links for slug, (links, _) in linked.items()},
        explained={slug: explained for slug, (_, explained) in linked.items()},
        backlinks=_backlinks(box, editions),
        comparisons=tuple(each for each in kin if isinstance(each, Comparison)),
        concordances=tuple(each for each in kin if isinstance(each, Concordance)),
        local_items=tuple(_here(each, editions) for each in kin if isinstance(each, LocalItems)),
        implemented={slug: _implemented(each, editions) for slug, each in editions.items()},
    )


def _backlinks(box: Box, editions: Mapping[str, Edition]) -> Mapping[Target, tuple[Backlink, ...]]:
    found: dict[Target, tuple[Backlink, ...]] = {}
    for slug in editions:
        for name in (name for name in box if name.startswith(f"{CITING}{slug}/")):
            for target, cited in loaded(box[name]).items():
                found[target] = (*found.get(target, ()), *cited)
    return found


def _here(items: LocalItems, editions: Mapping[str, Edition]) -> LocalItems:
    """The items of local memoranda, of those that are given."""
    return replace(items, comparisons=tuple(each for each in items.comparisons if each.settings.after in editions))


def _implemented(edition: Edition, editions: Mapping[str, Edition]) -> dict[str, Place]:
    """The items that an edition answers, if the other is given too."""
    return implemented_items(edition, editions) if edition.settings.implements in editions else {}
