"""The table of every provision with its citations and its permanent address, for editors: its rows, and the same as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contract_site.cite import addresses
from contract_site.cite.cite import long_citation, long_end, short_citation, spelt_out
from contract_site.cite.titles import display_title
from contract_site.data.spreadsheet import csv_text
from contract_site.model.document import Edition, Part, Provision, Rank

COLUMNS = ("short citation", "long citation", "address", "title", "printed page", "kind")
_SECTIONS = frozenset({Rank.SECTION, Rank.STEP, Rank.ARTICLE, Rank.ITEM})


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A provision as editors cite it."""

    part: Part
    provision: Provision
    url: str
    """From the site's root."""
    short: str
    long: str
    within: str
    """The long citation without the agreement's name."""
    title: str

    @property
    def is_part(self) -> bool:
        """Whether it is a whole article, item or memorandum."""
        return self.provision is self.part.root

    @property
    def is_section(self) -> bool:
        """Whether the page of citations lists it: the parts, and the sections and steps below them."""
        return self.is_part or self.provision.rank in _SECTIONS


def cited_places(edition: Edition) -> Iterator[CitedPlace]:
    """Yield every provision of an edition, in printed order."""
    for part in edition.parts:
        for provision in part.root.walk():
            yield CitedPlace(
                part=part,
                provision=provision,
                url=addresses.part_url(edition, part, provision.anchor),
                short=short_citation(edition, part, provision),
                long=long_citation(edition, part, provision),
                within=f"{spelt_out(part, part.root.trail(provision.anchor))}{long_end(part)}",
                title=display_title(part, provision),
            )


def citations_csv(places: Iterable[CitedPlace], site_url: str) -> str:
    """Return the table as CSV; addresses begin with the site's own if it is known, else at its root."""
    rows = (
        (
            place.short,
            place.long,
            f"{site_url.rstrip('/')}{place.url}",
            place.title,
            place.provision.page or "",
            place.provision.rank.value,
        )
        for place in places
    )
    return csv_text(COLUMNS, rows)
