"""A comparison laid out on its pages: where each row stands, and which rows are about a provision.

Every row stands on exactly one page, at an anchor of its own; ``arrangement`` says on which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.beside.arrangement import PlacedRow, edition_parts, homes_of, reprint_parts
from contract_site.cite import addresses
from contract_site.model.comparison import Comparison, Row
from contract_site.model.document import Edition, Part


class ComparisonLayout:
    """A comparison with its two texts, its pages, and the place of every row; made once for a build."""

    def __init__(self, comparison: Comparison, before: Edition, after: Edition) -> None:
        self.comparison, self.before, self.after = comparison, before, after
        settings = comparison.settings
        self.reprint = settings.kind == "reprint"
        self.after_address = settings.page if self.reprint else after.slug
        """What addresses call the newer text."""
        self._homes = homes_of(comparison.rows)
        self.parts = tuple(
            reprint_parts(comparison, before) if self.reprint else edition_parts(comparison, before, after, self._homes)
        )
        self._by_provision: dict[tuple[str, str, str], list[PlacedRow]] = defaultdict(list)
        self._by_unit: dict[tuple[str, str], PlacedRow] = {}
        for placed in (placed for part in self.parts for placed in part.rows):
            for slug, units in ((before.slug, placed.row.before), (after.slug, placed.row.after)):
                for unit in units:
                    self._by_provision[slug, unit.page, unit.provision].append(placed)
                    self._by_unit[slug, unit.name] = placed

    def is_older(self, slug: str, page: str) -> bool | None:
        """Say whether a page of an edition belongs to the older text; None if it belongs to neither."""
        if self.reprint:
            return page != self.after_address if slug == self.before.slug else None
        return True if slug == self.before.slug else False if slug == self.after.slug else None

    def page_of(self, slug: str, page: str) -> str | None:
        """Return the page on which a page of an edition is compared; empty: on several, so the home; None: on none."""
        older = self.is_older(slug, page)
        if older is None:
            return None
        if self.reprint and not older:
            return ""
        home = self._homes.get(page, page) if older and not self.reprint else page
        return home if any(part.id == home for part in self.parts) else None

    def parts_of(self, *, older: bool) -> Sequence[Part]:
        """Return the parts of one of the texts."""
        edition = self.before if older else self.after
        return [part for part in edition.parts if self.is_older(edition.slug, part.id) is older]

    def of_provision(self, slug: str, page: str, anchor: str) -> Sequence[PlacedRow]:
        """Return the rows of a provision's own words and heading, in either text."""
        return self._by_provision.get((slug, page, anchor), ())

    def place(self, row: Row) -> PlacedRow:
        """Return where a row of the comparison stands."""
        side, units = (self.after, row.after) if row.after else (self.before, row.before)
        return self._by_unit[side.slug, units[0].name]

    def file(self, page: str = "") -> PurePosixPath:
        """Return the Markdown file of the comparison's home, or of one of its pages."""
        return addresses.comparison_file(self.before.slug, self.after_address, page)

    def page_url(self, page: str = "", anchor: str = "") -> str:
        """Return the address of the comparison, of one of its pages, of an anchor there, from the site's root."""
        return addresses.comparison_url(self.before.slug, self.after_address, page, anchor)

    def url(self, row: Row) -> str:
        """Return the address of a row, from the site's root."""
        placed = self.place(row)
        return self.page_url(placed.page, placed.anchor)
