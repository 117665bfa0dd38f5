"""Refuse a comparison that would say nothing true, because the provisions of a text were not recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from contract_site.compare.units import units_of_articles
from contract_site.model.comparison import Comparison, Unit
from contract_site.model.document import Edition, Rank
from contract_site.model.finding import SourceError

ADVICE = "see what inspect_agreement.py finds in it; where its headings are printed otherwise, say so in its settings"
HALF = 0.5
TIMES = 2
"""A text of which less than half is compared is refused if so many times as much of the other is."""
COARSER = 12
"""Units of one text so many times as long as those of the other: the one was taken apart, the other was not."""
LEAST_SHARED = 0.01
"""How much of a text must stand in the other at least; of two agreements of different parties less does."""
SIDES = (attrgetter("before"), attrgetter("after"))
LONG = 4_000
"""Characters of a text below which the length of its units tells nothing."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What of a text can be compared."""

    name: str
    articles: int
    units: int
    compared: int
    """Characters in the units."""
    kept: int
    """Characters of the text, white space aside."""

    @property
    def share(self) -> float:
        """How much of the text is in units, 0 to 1."""
        return self.compared / max(1, self.kept)

    @property
    def length(self) -> float:
        """Characters of a unit, on average."""
        return self.compared / max(1, self.units)


def check_recognised(before: Edition, after: Edition) -> None:
    """Raise SourceError, naming the file, if nothing of a text can be compared, or what was recognised differs wildly."""
    one, other = _recognised(before), _recognised(after)
    for each in (one, other):
        if not each.units:
            raise SourceError(f"{each.name}:1: nothing to compare: no article, item or memorandum was recognised; {ADVICE}")
    for less, more in ((one, other), (other, one)):
        if reason := difference(less, more):
            raise SourceError(f"{less.name}:1: the comparison would say nothing: {reason} {more.name}; {ADVICE}")


def check_compared(comparison: Comparison, before: Edition, after: Edition) -> None:
    """Raise SourceError, naming the file, if next to nothing of one text stands in the other: they are no two editions."""
    alike = [row for row in comparison.rows if row.before and row.after and row.similarity >= HALF]
    shares = [_length(side(row) for row in alike) / max(1, _length(map(side, comparison.rows))) for side in SIDES]
    if max(shares) < LEAST_SHARED:
        name, other = after.source.name, before.source.name
        reason = f"{max(shares):.1%} of the words are paired with words of {other}"
        raise SourceError(f"{name}:1: the comparison would say nothing: {reason}; are these two editions of one agreement?")


def _length(sides: Iterable[Sequence[Unit]]) -> int:
    return sum(len(unit.text) for units in sides for unit in units)


def difference(less: Recognised, more: Recognised) -> str:
    """Return why so much less was recognised of one text that it cannot be held against the other; empty if not."""
    if less.articles == 0 and more.articles > 1:
        return f"no article was recognised here, {more.articles} in"
    if less.share < HALF and more.share >= TIMES * less.share:
        return f"{less.share:.0%} of the words stand in provisions here, {more.share:.0%} in"
    if less.length > COARSER * more.length and min(less.compared, more.compared) > LONG:
        return f"{less.units} paragraphs and headings were recognised here, {more.units} in"
    return ""


def _recognised(edition: Edition) -> Recognised:
    units = units_of_articles(edition)
    return Recognised(
        name=edition.source.name,
        articles=sum(part.root.rank in (Rank.ARTICLE, Rank.ITEM) for part in edition.parts),
        units=len(units),
        compared=sum(len("".join(unit.text.split())) for unit in units),
        kept=edition.account.kept,
    )
