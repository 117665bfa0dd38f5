"""What stands around editions, given to a step that makes pages, and taken out of its box again as what pages ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from contract_site.beside.crossings import Crossings
from contract_site.build.boxed import as_json, from_json
from contract_site.build.kin_step import KIN
from contract_site.build.layered import layered, layered_parts
from contract_site.build.link_step import CITING, LINKS
from contract_site.build.read_step import WORDS
from contract_site.build.ways import Ways
from contract_site.editors.ledger import load_ledger
from contract_site.link.implements import implemented_items
from contract_site.model.citation import Backlink, Links, Reference, Target
from contract_site.model.comparison import Comparison, LocalItems
from contract_site.model.concordance import Concordance
from contract_site.model.document import Edition
from contract_site.model.relation import Place, Relations
from contract_site.model.term import DefinedTerm
from contract_site.shelf.box import Box
from contract_site.shelf.catalogue import SHOWN
from contract_site.shelf.making import RecordPart
from contract_site.shelf.pickles import loaded
from contract_site.shelf.shelf import Record

AROUND = "around"
BESIDE = (AROUND, f"{WORDS}/", f"{SHOWN}/", f"{LINKS}/", CITING, f"{KIN}/")
"""How the names begin of all that crossings are made of."""
_LAST: dict[tuple[tuple[str, str], ...], Crossings] = {}
"""The crossings of the last step: editions of one agreement and their comparisons are made of the same, one after the other."""


@dataclass(frozen=True)
class ShownRecords:
    """The records of what a site shows, by slug or by the folder of a comparison: of all, or of those around some."""

    ways: Ways
    editions: Mapping[str, Record]
    links: Mapping[str, Record]
    kin: Mapping[str, Record]


def parts_around(shown: ShownRecords, slugs: Collection[str], compared: Sequence[str]) -> dict[str, RecordPart]:
    """Return the parts of records that a step is given to make pages of some editions, or of some comparisons."""
    around = shown.ways.around(slugs)
    parts = layered_parts(shown.editions, around, [SHOWN])
    parts |= {f"{LINKS}/{slug}": RecordPart(shown.links[slug], LINKS) for slug in around}
    for slug in around:
        for cited in around:
            if f"{CITING}{cited}" in shown.links[slug].parts:
                parts[f"{CITING}{slug}/{cited}"] = RecordPart(shown.links[slug], f"{CITING}{cited}")
    return parts | {f"{KIN}/{folder}": RecordPart(shown.kin[folder], KIN) for folder in compared}


def named_around(shown: ShownRecords, slugs: Collection[str], compared: Sequence[str]) -> bytes:
    """Return what a step is told of the order of what it is given."""
    return as_json({"editions": shown.ways.around(slugs), "compared": list(compared)})


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
    editions: dict[str, Edition] = {slug: layered(box, slug, [SHOWN]) for slug in named["editions"]}
    linked: dict[str, tuple[Links, Mapping[int, Sequence[Reference]], Sequence[DefinedTerm]]] = {
        slug: loaded(box[f"{LINKS}/{slug}"]) for slug in editions
    }
    kin = [loaded(box[f"{KIN}/{folder}"]) for folder in named["compared"]]
    return Relations(
        editions=editions,
        links={slug: links for slug, (links, _, _) in linked.items()},
        explained={slug: explained for slug, (_, explained, _) in linked.items()},
        terms={slug: terms for slug, (_, _, terms) in linked.items()},
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
