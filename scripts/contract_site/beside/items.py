"""The items of local memoranda by their numbers: the national words, what each local memorandum says, the forerunners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.beside.places import Places
from contract_site.cite import addresses
from contract_site.model.comparison import Forerunner, Row
from contract_site.model.document import Edition
from contract_site.model.ledger import Published
from contract_site.model.place import BODY, PlaceName
from contract_site.model.relation import Place, Relations


@dataclass(slots=True)
class Item:
    """A number of a national list, with all that is said under it."""

    below: str
    """The folder of its page below ``/compare/local/``, where its list has pages of its own; else empty."""
    number: str
    national: list[Place] = field(default_factory=list)
    local: list[tuple[Place, Row]] = field(default_factory=list)
    silent: list[Edition] = field(default_factory=list)
    """Local memoranda that implement the agreement and have no such item."""
    forerunners: list[tuple[Forerunner, Place, Place]] = field(default_factory=list)
    """An earlier provision, where that agreement lists it as open to local negotiation, and the provision itself."""

    @property
    def places(self) -> Iterator[Place]:
        """Every provision whose words stand on its page."""
        yield from self.national
        yield from (place for place, _ in self.local)
        yield from (provision for _, _, provision in self.forerunners)

    @property
    def title(self) -> str:
        """The newest national words."""
        provision = self.national[0].provision
        return " ".join(f"{provision.heading.text} {provision.text}".split()).rstrip(".")


def items_of(relations: Relations, places: Mapping[str, Places]) -> list[Item]:
    """Return every item of every national list, the items of one number together, in the order of the newest list.

    Those of a list that has pages of its own are apart.
    """
    found: dict[tuple[str, str], Item] = {}
    newest = sorted(
        relations.local_items,
        key=lambda each: str(relations.editions[each.settings.before].settings.effective or ""),
        reverse=True,
    )
    for each in newest:
        earlier: dict[str, list[Forerunner]] = {}
        for forerunner in each.forerunners:
            earlier.setdefault(forerunner.item, []).append(forerunner)
        for comparison in each.comparisons:
            local = relations.editions[comparison.settings.after]
            for row in (row for row in comparison.rows if row.before):
                national = _place(relations, places, each.settings.before, row.before[0].name)
                number = national.provision.pinpoint.steps[-1].value
                below = each.settings.address
                item = found.setdefault((below, number), Item(below, number))
                if national not in item.national:
                    item.national.append(national)
                    item.forerunners += [_resolved(relations, places, one) for one in earlier.get(row.before[0].name, ())]
                if row.after:
                    item.local.append(
                        (_place(relations, places, local.slug, f"{row.after[0].page}#{row.after[0].anchor}"), row)
                    )
                else:
                    item.silent.append(local)
    return list(found.values())


def by_place(items: Iterable[Item]) -> Mapping[tuple[str, str, str], Sequence[Item]]:
    """Return the items on whose pages a provision stands, by slug, page and anchor."""
    found: dict[tuple[str, str, str], list[Item]] = {}
    for item in items:
        for place in item.places:
            found.setdefault((place.edition.slug, place.part.id, place.provision.anchor), []).append(item)
    return found


def local_addresses(items: Iterable[Item], national: str, below: str) -> tuple[Published, ...]:
    """Return the addresses of the local items of one national agreement with the words they stand for, sorted.

    ``below`` is the folder of their pages, if they have one of their own.
    """
    found = [Published(addresses.local_items_url(below).lstrip("/"), "Local items")]
    for item in items:
        places = [place for place in item.national if place.edition.slug == national]
        if places:
            places += [place for place, _ in item.local if place.edition.settings.implements == national]
            at = {each.edition.slug: each for each in places}
            at |= {forerunner_anchor(provision): provision for _, _, provision in item.forerunners}
            found.append(Published(addresses.local_items_url(below, item.number).lstrip("/"), _short(item.title)))
            found += [
                Published(
                    addresses.local_items_url(below, item.number, anchor).lstrip("/"),
                    _short(place.provision.text or place.part.title),
                )
                for anchor, place in at.items()
            ]
    return tuple(sorted(found))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:60].rsplit(" ", 1)[0]


def _place(relations: Relations, places: Mapping[str, Places], slug: str, name: str) -> Place:
    """The provision at an anchor of the main body, or at ``page#anchor``."""
    edition = relations.editions[slug]
    named = PlaceName.within(name)
    found = places[slug].at_anchor(named.page or BODY, named.anchor)
    assert found is not None, name
    return Place(edition, *found)


def _resolved(relations: Relations, places: Mapping[str, Places], each: Forerunner) -> tuple[Forerunner, Place, Place]:
    return each, _place(relations, places, each.slug, each.option), _place(relations, places, each.slug, each.provision)


def forerunner_anchor(place: Place) -> str:
    """Return the anchor at which an earlier provision stands on the page of an item."""
    page = "" if place.part.in_body else place.part.id
    return addresses.quoted_anchor(place.edition.slug, page, place.provision.anchor)
