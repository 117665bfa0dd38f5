"""The units of one text, and what is asked of them often when two texts are paired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from contract_site.compare.words import form, squash, tokens
from contract_site.model.comparison import Unit

PROPOSALS = 12
"""How many partners of a unit are looked at closely."""
SHORT = 5
"""Units of so few words are paired only by equal words or by what stands around them."""


@dataclass(frozen=True, slots=True)
class Side:
    """The units of one text, and what is asked of them often."""

    units: Sequence[Unit]
    words: Sequence[tuple[str, ...]]
    squashed: Sequence[str]
    forms: Sequence[tuple[str, ...]]
    """The words of each unit without the values of its figures."""
    titles: Sequence[str]
    """What the nearest heading over each unit says."""

    @classmethod
    def of(cls, units: Sequence[Unit]) -> Side:
        """Return the side that the units make."""
        return cls(
            units,
            [tokens(unit.text) for unit in units],
            [squash(unit.text) for unit in units],
            [form(unit.text) for unit in units],
            _titles(units),
        )


def _titles(units: Sequence[Unit]) -> list[str]:
    heading = {(unit.page, unit.provision): squash(unit.text) for unit in units if unit.heading}
    parent = {(unit.page, unit.provision): (unit.page, unit.parent) for unit in units}
    titles: list[str] = []
    for unit in units:
        at = unit.page, unit.provision
        while at in parent and at not in heading:
            at = parent[at]
        titles.append(heading.get(at, ""))
    return titles


def holders_of(indexes: Sequence[int], side: Side) -> dict[tuple[str, ...], list[int]]:
    """Return, for each sequence of words, the units that have it."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indexes:
        for shingle in set(shingles(side.words[index])):
            found[shingle].append(index)
    return found


def shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every two and three words that follow each other; of a shorter text the words themselves."""
    yield from pairwise(words)
    yield from zip(words, words[1:], words[2:], strict=False)
    if len(words) < 2:
        yield tuple(words)
