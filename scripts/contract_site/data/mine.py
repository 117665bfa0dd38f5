"""What a reader's device needs of what they chose as their own: which there are, and beside which places each belongs.

Written as scripts below ``mine/``: an index, a file for each local agreement and for each trade of an edition. A page loads the
file of what its reader chose and no other, so no page grows with their number; the choice itself is kept on the device only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.beside.crossings import Crossings
from contract_site.beside.mine import OwnPlace, Trade, beside_local, beside_trade, local_editions, trades_of
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.data.goto import opening_words
from contract_site.data.script import script
from contract_site.model.agreement import agreement_of
from contract_site.model.document import Edition
from contract_site.model.page import DataFile
from contract_site.words.frame import part_title
from contract_site.words.usual import family_word

OPENING = 80
"""Characters of a place's opening words."""


def has_own(editions: Sequence[Edition]) -> bool:
    """Say whether there is anything that readers could choose as theirs."""
    return any(edition.settings.implements or edition.settings.unit for edition in editions)


def mine_index(editions: Sequence[Edition]) -> Iterator[DataFile]:
    """Yield the index of what there is to choose, if there is anything; of editions no words are needed.

    Raises SettingsError for a missing part.
    """
    if has_own(editions):
        trades = {edition.slug: list(trades_of(edition)) for edition in editions}
        found = {"locals": [_local(each) for each in local_editions(editions)], "units": list(_trades(trades))}
        yield script("index.js", "mineIndex", found)


def local_rows(edition: Edition, crossings: Crossings) -> DataFile:
    """Return where places of a local agreement belong, of the edition that readers can choose."""
    return script(f"{edition.slug}.js", "mineRows", _rows(beside_local(edition, crossings)), edition.slug)


def trade_rows(edition: Edition, crossings: Crossings) -> Iterator[DataFile]:
    """Yield where places of each trade of an edition belong. Raises SettingsError for a missing part."""
    for number, trade in enumerate(trades_of(edition), start=1):
        name = f"{edition.slug}/{number}"
        yield script(f"{name}.js", "mineRows", _rows(beside_trade(trade, crossings)), name)


def _local(edition: Edition) -> list[str]:
    """Id of the agreement, name, slug, the edition whose list it answers, what members call its place."""
    return [
        agreement_of(edition),
        edition.settings.brief,
        edition.slug,
        edition.settings.implements,
        family_word(edition.family, "local"),
    ]


def _trades(trades: dict[str, list[Trade]]) -> Iterator[list[object]]:
    """Yield for each trade: its id, its name, what members call such a thing, and of each edition its file and articles."""
    found: dict[str, list[object]] = {}
    for slug, each in trades.items():
        for number, trade in enumerate(each, start=1):
            articles = [[part_title(part), addresses.part_url(trade.edition, part).lstrip("/")] for part in trade.parts]
            entry = found.setdefault(trade.id, [trade.id, trade.settings.name, family_word(trade.edition.family, "unit"), {}])
            editions = entry[3]
            assert isinstance(editions, dict)
            editions[slug] = [f"{slug}/{number}", articles]
    yield from found.values()


def _rows(found: Sequence[OwnPlace]) -> dict[str, list[list[object]]]:
    """By the address of a page: the anchor there, and of the place its citation, first words, address, whether it answers."""
    pages: dict[str, list[list[object]]] = {}
    for each in found:
        place = each.place
        row: list[object] = [
            each.at.anchor,
            citation(place.part, place.provision),
            opening_words(place.part, place.provision, OPENING),
            addresses.part_url(place.edition, place.part, place.provision.anchor).lstrip("/"),
            int(each.answers),
        ]
        pages.setdefault(addresses.url(each.at.slug, each.at.page).lstrip("/"), []).append(row)
    return pages
