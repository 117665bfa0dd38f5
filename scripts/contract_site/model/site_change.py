"""What changed in the texts of the site: agreements and comparisons added, corrections made, addresses moved.

``agreements/changes.tsv`` records it, one change a row, with the date that the maintainer gives: a build has no clock, and a
published tree no history. A row holds the total as well, from which the next record tells what is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ADDED, CORRECTIONS, MOVED = "added", "corrections", "moved"
KINDS = (ADDED, CORRECTIONS, MOVED)


@dataclass(frozen=True, slots=True)
class SiteChange:
    """A row of ``changes.tsv``."""

    on: date
    kind: str
    """``added``, ``corrections`` or ``moved``."""
    of: str
    """The slug of an agreement's edition, or the folder of a comparison: ``compare/mill-1950--mill-1952``."""
    count: int
    """How many more there are than before; fewer, if negative. 1 for what was added."""
    total: int
    """How many there are now."""

    @property
    def anchor(self) -> str:
        """Where the page of changes tells it, which its entry of the feed is known by."""
        return f"{self.on.isoformat()}.{self.kind}.{self.of.replace('/', '-')}"


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand today with an edition or a comparison."""

    of: str
    corrections: int
    moved: int

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """The numbers that are recorded, by kind."""
        return (CORRECTIONS, self.corrections), (MOVED, self.moved)


def new_changes(record: tuple[SiteChange, ...], standings: tuple[Standing, ...], on: date) -> tuple[SiteChange, ...]:
    """Return the rows that a record lacks. Of what is added the numbers that it comes with are no changes: their count is 0."""
    known = {(row.of, row.kind): row.total for row in record}
    found: list[SiteChange] = []
    for each in standings:
        new = (each.of, ADDED) not in known
        if new:
            found.append(SiteChange(on, ADDED, each.of, 1, 1))
        for kind, total in each.totals:
            before = known.get((each.of, kind), 0)
            if total != before:
                found.append(SiteChange(on, kind, each.of, 0 if new else total - before, total))
    return tuple(found)
