"""Say what became of the units of an alignment."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.compare.units import same_place
from contract_site.compare.words import same_words
from contract_site.model.comparison import Change, Unit


def change_of(before: Sequence[Unit], after: Sequence[Unit]) -> Change:
    """Return the kind of change of units that answer to each other; one side may be empty."""
    if not before:
        return Change.ADDED
    if not after:
        return Change.REMOVED
    same = same_words(before, after)
    if len(before) + len(after) > 2 and not (same and _one_provision(before) and _one_provision(after)):
        return Change.MERGED if len(before) > 1 else Change.SPLIT
    if same_place(before[0], after[0]):
        return Change.UNCHANGED if same else Change.REWORDED
    return Change.MOVED if same else Change.MOVED_REWORDED


def _one_provision(units: Sequence[Unit]) -> bool:
    """Whether units are paragraphs of one provision, so that only their lines may end elsewhere."""
    return len({(unit.page, unit.provision, unit.heading) for unit in units}) == 1
