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
    if len(before) > 1:
        return Change.MERGED
    if len(after) > 1:
        return Change.SPLIT
    same = same_words(before[0], after[0])
    if same_place(before[0], after[0]):
        return Change.UNCHANGED if same else Change.REWORDED
    return Change.MOVED if same else Change.MOVED_REWORDED
