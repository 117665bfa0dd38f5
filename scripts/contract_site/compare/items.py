"""Set the items of local memoranda beside the national items that they implement, and these beside their forerunners.

A local item answers a national one and is not another version of it, so only its title is compared with the national words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.compare.comparison import make_row
from contract_site.compare.units import units_of
from contract_site.compare.words import same_words
from contract_site.model.comparison import Change, Comparison, ComparisonSettings, Forerunner, LineageRow, LocalItems, Row, Unit
from contract_site.model.document import Edition, Provision, Rank
from contract_site.model.finding import SettingsError
from contract_site.model.place import PlaceName
from contract_site.model.relation import Place


def local_items(
    settings: ComparisonSettings,
    editions: Mapping[str, Edition],
    implemented: Mapping[str, Mapping[str, Place]],
    forerunners: Sequence[Forerunner],
) -> LocalItems:
    """Return every local memorandum beside what it implements. Raises SettingsError if a forerunner is not there."""
    national = editions[settings.before]
    local = [edition for edition in editions.values() if edition.settings.implements == settings.before]
    for each in forerunners:
        _check(each, editions, settings.before)
    return LocalItems(
        settings=settings,
        comparisons=tuple(_beside(settings, national, edition, implemented[edition.slug]) for edition in local),
        forerunners=tuple(forerunners),
    )


def _beside(settings: ComparisonSettings, national: Edition, local: Edition, implemented: Mapping[str, Place]) -> Comparison:
    units = units_of(national)
    own: dict[str, Unit] = {}
    for unit in units_of(local):
        own.setdefault(unit.page, unit)
    items = [part for part in local.parts if part.root.rank is Rank.ITEM and part.id in own]
    rows: list[Row] = []
    for item in _items(national, local.settings.implements_at):
        own_words = [unit for unit in units if unit.anchor == item.anchor]
        words = next((unit for unit in own_words if not unit.heading), own_words[0] if own_words else None)
        if words is not None:
            titles = [
                own[part.id]
                for part in items
                if part.id in implemented and implemented[part.id].provision.anchor == item.anchor
            ]
            rows += [_row(words, title) for title in titles] or [make_row((words,), ())]
    rows += [make_row((), (own[part.id],)) for part in items if part.id not in implemented]
    return Comparison(settings=replace(settings, after=local.slug), rows=tuple(rows))


def _row(national: Unit, title: Unit) -> Row:
    change = Change.UNCHANGED if same_words((national,), (title,)) else Change.REWORDED
    decided = LineageRow(before=(national.name,), after=(title.name,), change=change, reviewed=False)
    return make_row((national,), (title,), decided)


def _items(national: Edition, anchor: str) -> Iterator[Provision]:
    for part, provision in national.provisions():
        if part.in_body and provision.anchor == anchor:
            yield from provision.children


def _check(each: Forerunner, editions: Mapping[str, Edition], national: str) -> None:
    earlier = editions.get(each.slug)
    if earlier is None:
        raise SettingsError(f"{each.place}: there is no agreement '{each.slug}'; correct the row")
    for edition, name in ((editions[national], each.item), (earlier, each.option), (earlier, each.provision)):
        if _text(edition, name) is None:
            raise SettingsError(f"{each.place}: there is no '{name}' in {edition.slug}; correct the row")
    if not (_text(earlier, each.provision) or "").startswith(each.opens):
        raise SettingsError(f"{each.place}: '{each.provision}' does not begin with “{each.opens}”; correct the row")


def _text(edition: Edition, name: str) -> str | None:
    """The words at an anchor of the main body or at ``page#anchor``; None if there is no such place."""
    place = PlaceName.within(name)
    for part, provision in edition.provisions():
        if part.in_body if place.is_body else part.id == place.page:
            blocks = {block.anchor: block.text for block in provision.blocks}
            if provision.anchor == place.anchor or place.anchor in blocks:
                return blocks.get(place.anchor) or provision.text
    return None
