"""Find the same words cut otherwise into units: a paragraph that became a lead-in and items, paragraphs that end elsewhere.

Where all words are there, in their order, nothing has to be weighed: the units that hold them answer to each other. A list
may gain or lose the ``and`` before its last item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.compare.atoms import atoms, plain
from contract_site.compare.units import same_place
from contract_site.model.comparison import Unit

JOINING = frozenset({"and", "or"})
"""What a list gains or loses before its last item when it is cut into items."""
OPENING = 3
"""So many words say where a text may begin; of a shorter unit all of them."""
LEAST = 4
"""Words below which texts may be alike by chance."""
MOST = 40
"""Units that one may be cut into; places at which one text may begin."""
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _RecutText:
    units: Sequence[Unit]
    words: Sequence[tuple[str, ...]]
    known: Mapping[tuple[str, ...], int]
    """How many units have these words."""

    @classmethod
    def of(cls, units: Sequence[Unit]) -> _RecutText:
        words = [() if unit.heading else _words(unit) for unit in units]
        known: defaultdict[tuple[str, ...], int] = defaultdict(int)
        for each in words:
            known[each] += 1
        return cls(units, words, known)


def recut(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Group, ...]:
    """Return groups of units, as indexes before and after, that have the same words and are cut otherwise; each unit once."""
    old, new = _RecutText.of(before), _RecutText.of(after)
    found = sorted({*_cut(old, new), *((ones, others) for others, ones in _cut(new, old))})
    kept: list[Group] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for ones, others in sorted(found, key=lambda group: (not _in_place(old, new, group), len(group[0]) + len(group[1]), group)):
        if taken[0].isdisjoint(ones) and taken[1].isdisjoint(others):
            kept.append((ones, others))
            taken[0].update(ones)
            taken[1].update(others)
    return tuple(sorted(kept))


def _words(unit: Unit) -> tuple[str, ...]:
    keys = (plain(atom.key) for atom in atoms(unit.text, unit.line_ends) if atom.kind != "apart")
    return tuple(key for key in keys if key not in JOINING)


def _cut(side: _RecutText, other: _RecutText) -> Iterator[Group]:
    """Yield the groups that begin with a unit of ``side`` which goes on where the first unit of ``other`` ends."""
    openings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, words in enumerate(other.words):
        if words:
            openings[words[:OPENING]].append(index)
    for index, words in enumerate(side.words):
        for size in range(1, min(OPENING, len(words)) + 1):
            begins = openings.get(words[:size], ())
            for begin in begins if len(begins) <= MOST else ():
                if len(other.words[begin]) < len(words) and (group := _group(side, other, index, begin)):
                    yield group


def _group(side: _RecutText, other: _RecutText, first: int, second: int) -> Group | None:
    """The group that begins with two units: the shorter text is given the next unit until both are the same."""
    one, two = list(side.words[first]), list(other.words[second])
    ends = [first, second]
    while one != two:
        behind = 0 if len(one) < len(two) else 1
        shorter, longer = (one, two) if not behind else (two, one)
        more = _next((side, other)[behind], ends[behind])
        if longer[: len(shorter)] != shorter or not more or max(ends[0] - first, ends[1] - second) >= MOST:
            return None
        ends[behind] += 1
        shorter += more
    group = tuple(range(first, ends[0] + 1)), tuple(range(second, ends[1] + 1))
    return group if len(one) >= LEAST and _is_sure(side, other, group) else None


def _next(side: _RecutText, index: int) -> tuple[str, ...]:
    """The words of the unit after one, if it is text of the same page."""
    if index + 1 == len(side.units) or side.units[index + 1].page != side.units[index].page:
        return ()
    return side.words[index + 1]


def _is_sure(side: _RecutText, other: _RecutText, group: Group) -> bool:
    """Whether the units answer to no others: at the same place, or with words that the other text has nowhere as one unit."""
    ones, others = group
    if len(ones) > 1 and len(others) > 1 and not (_one_provision(side, ones) and _one_provision(other, others)):
        return False
    alone = not any(other.known.get(side.words[i]) for i in ones) and not any(side.known.get(other.words[i]) for i in others)
    return alone or same_place(side.units[ones[0]], other.units[others[0]])


def _one_provision(side: _RecutText, indexes: Sequence[int]) -> bool:
    return len({side.units[index].provision for index in indexes}) == 1


def _in_place(old: _RecutText, new: _RecutText, group: Group) -> bool:
    return same_place(old.units[group[0][0]], new.units[group[1][0]])
