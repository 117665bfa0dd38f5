"""What belongs to some readers only: the local agreements of their own workplace, the articles of their own trade.

Which there are is data: a local agreement says whose list it answers (``implements``), and an edition which of its parts are
about which trade (``[[unit]]``). Of each it is found out here beside which places it belongs:

- An item of a local agreement belongs beside the place whose list it answers, and beside what that place itself cites: the list
  asks “whether the lists in Article 4 shall be by section”, so the answer is wanted at Article 4.
- Else a place of a local agreement, or of a trade's articles, belongs beside what its words cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_site.beside.crossings import Crossings
from contract_site.model.agreement import agreement_of, as_meant
from contract_site.model.citation import Resolved, Target
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.edition_settings import UnitSettings
from contract_site.model.finding import SettingsError
from contract_site.model.letters import alphabetical
from contract_site.model.relation import Place


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of a reader's own that belongs beside a place."""

    at: Target
    place: Place
    answers: bool
    """Whether it answers what the place, or a list that cites it, asks; else it cites the place."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade of an agreement, with the parts of one edition that are about it."""

    edition: Edition
    settings: UnitSettings
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        """What a device keeps of it: the same in every edition that calls the trade so."""
        return f"{agreement_of(self.edition)}/{'-'.join(self.settings.name.casefold().split())}"


def local_editions(editions: Sequence[Edition]) -> list[Edition]:
    """Return the local agreements that readers can choose as theirs: of each the likeliest edition."""
    found: dict[str, Edition] = {}
    for edition in as_meant(editions):
        if edition.settings.implements:
            found.setdefault(agreement_of(edition), edition)
    return sorted(found.values(), key=lambda edition: alphabetical(edition.settings.brief))


def trades_of(edition: Edition) -> Iterator[Trade]:
    """Yield the trades that an edition names. Raises SettingsError for one that names a part which is not there."""
    parts = {part.id: part for part in edition.parts}
    for settings in edition.settings.unit:
        for name in settings.parts:
            if name not in parts:
                raise SettingsError(
                    f"{edition.settings_file}:1: the unit '{settings.name}' names the part '{name}', which is not there; "
                    f"a part is called by its address below the agreement's, as '{next(iter(parts), 'article-1')}'"
                )
        yield Trade(edition, settings, tuple(parts[name] for name in settings.parts))


def beside_local(local: Edition, crossings: Crossings) -> Sequence[OwnPlace]:
    """Return where places of a local agreement belong, each once at a place, what answers before what cites."""
    answered = [
        OwnPlace(target, Place(local, part, part.root), answers=True)
        for part in local.parts
        if (asked := crossings.relations.implemented.get(local.slug, {}).get(part.id)) is not None
        for target in _asked(asked, crossings)
    ]
    known = {(each.at.slug, each.at.page, each.place.part.id) for each in answered}
    citing = _citing(local, local.parts, crossings)
    return _once([*answered, *(each for each in citing if (each.at.slug, each.at.page, each.place.part.id) not in known)])


def beside_trade(trade: Trade, crossings: Crossings) -> Sequence[OwnPlace]:
    """Return where places of a trade's articles belong, in their own agreement."""
    own = {part.id for part in trade.parts}
    citing = _citing(trade.edition, trade.parts, crossings)
    return _once([each for each in citing if each.at.slug == trade.edition.slug and each.at.page not in own])


def _asked(asked: Place, crossings: Crossings) -> Iterator[Target]:
    """Yield the place of a list, and what its words cite."""
    yield Target(asked.edition.slug, asked.part.id, asked.provision.anchor)
    for provision in asked.provision.walk():
        yield from _cited(asked.edition, asked.part, provision, crossings)


def _citing(edition: Edition, parts: Sequence[Part], crossings: Crossings) -> Iterator[OwnPlace]:
    for part in parts:
        for provision in part.root.walk():
            for target in _cited(edition, part, provision, crossings):
                if (target.slug, target.page) != (edition.slug, part.id) and target.page:
                    yield OwnPlace(target, Place(edition, part, provision), answers=False)


def _cited(edition: Edition, part: Part, provision: Provision, crossings: Crossings) -> Iterator[Target]:
    for block in provision.blocks:
        for reference in crossings.of_block(edition, part, block.anchor):
            if isinstance(reference.resolution, Resolved):
                yield from reference.resolution.targets


def _once(found: Sequence[OwnPlace]) -> Sequence[OwnPlace]:
    """Each place once at each target."""
    return list({(each.at, each.place.part.id, each.place.provision.anchor): each for each in found}.values())
