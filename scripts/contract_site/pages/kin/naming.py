"""The words in which each kind of comparison is told."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.beside.crossings import Crossings
from contract_site.beside.rows import ComparisonLayout
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.reprint import ReprintNaming

NAMINGS: dict[str, type[Naming]] = {"editions": Naming, "reprint": ReprintNaming}


def naming_of(layout: ComparisonLayout, crossings: Crossings) -> Naming:
    """Return the words for a comparison."""
    return NAMINGS[layout.comparison.settings.kind](layout, (crossings.places(layout.before), crossings.places(layout.after)))


def named(crossings: Crossings) -> Iterator[tuple[ComparisonLayout, Naming]]:
    """Yield every comparison of two texts with its words."""
    for layout in crossings.compared:
        yield layout, naming_of(layout, crossings)
