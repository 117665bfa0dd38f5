"""Find what was split and what was merged: units without a partner whose words stand in a unit that another one answers to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from contract_site.compare.side import PROPOSALS, SHORT, Side, holders_of, shingles
from contract_site.compare.words import covered

PART_OF = 0.72
"""How much of a unit another must hold for the one to be split from or merged into the other."""
NONE = -1
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Units that answer to each other, as indexes before and after."""


def groups_of(old: Side, new: Side, forth: Mapping[int, int], back: Mapping[int, int]) -> Iterator[Group]:
    """Yield the groups: a unit without a partner joins one whose partner holds its words too."""
    merged = _attached(old, new, forth)
    split = _attached(new, old, back)
    groups: list[Group] = []
    for before, after in forth.items():
        more_before = [] if split.get(before) else merged.get(after, [])
        groups.append((tuple(sorted({before, *more_before})), tuple(sorted({after, *split.get(before, ())}))))
    taken = {index for before, _ in groups for index in before}, {index for _, after in groups for index in after}
    for find in (_scattered, _listed):
        groups += [((whole,), parts) for whole, parts in find(old, new, taken[0], taken[1])]
        groups += [(parts, (whole,)) for whole, parts in find(new, old, taken[1], taken[0])]
    yield from sorted(groups)


def _scattered(side: Side, other: Side, taken: set[int], taken_other: set[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield units of ``side`` without a partner whose words stand in several neighbouring loose units of ``other``."""
    loose = [
        index
        for index, unit in enumerate(other.units)
        if index not in taken_other and not unit.heading and len(other.words[index]) > SHORT
    ]
    holders = holders_of(loose, other)
    for index, unit in enumerate(side.units):
        if index in taken or unit.heading or len(side.words[index]) <= 2 * SHORT:
            continue
        near = Counter(holder for shingle in set(shingles(side.words[index])) for holder in holders.get(shingle, ()))
        parts = sorted(
            part
            for part, _ in near.most_common(PROPOSALS)
            if part not in taken_other and covered(other.words[part], side.words[index]) >= PART_OF
        )
        if len(parts) > 1 and parts[-1] - parts[0] <= 2 * len(parts):
            taken.add(index)
            taken_other.update(parts)
            yield index, tuple(parts)


def _listed(side: Side, other: Side, taken: set[int], taken_other: set[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield units of ``side`` without a partner whose words are those of a provision and its list at the same place."""
    places = {(unit.top, unit.place): index for index, unit in reversed(tuple(enumerate(other.units))) if not unit.heading}
    for index, unit in enumerate(side.units):
        first = places.get((unit.top, unit.place))
        if index in taken or unit.heading or first is None or len(side.words[index]) <= SHORT:
            continue
        parts = tuple(_loose_below(other, first, taken_other))
        words = [word for part in parts for word in other.words[part]]
        common = (Counter(words) & Counter(side.words[index])).total()
        if len(parts) > 1 and common >= PART_OF * max(len(words), len(side.words[index])):
            taken.add(index)
            taken_other.update(parts)
            yield index, parts


def _loose_below(side: Side, first: int, taken: Container[int]) -> Iterator[int]:
    """Yield a unit and those of its provision and just below it that follow, as long as they are loose."""
    head = side.units[first]
    for index in range(first, len(side.units)):
        unit = side.units[index]
        if index in taken or unit.heading or unit.page != head.page or head.provision not in (unit.provision, unit.parent):
            return
        yield index


def _attached(side: Side, other: Side, forth: Mapping[int, int]) -> dict[int, list[int]]:
    """For units of ``other``: the loose units of ``side`` whose words they hold beside those of their partner."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    taken = set(forth)
    lists = {(unit.page, unit.parent) for unit in other.units if not unit.heading}
    for part, paired in forth.items():
        whole = other.units[paired]
        least = SHORT + 1 if (whole.page, whole.provision) in lists else 2
        more = () if whole.heading else tuple(_around_a_part(side, part, other.words[paired], taken, least))
        found[paired] += more
        taken.update(more)
    for index, unit in enumerate(side.units):
        if index not in taken and not unit.heading and len(side.words[index]) > SHORT:
            found[_near_whole(side, other, forth, index)].append(index)
    found.pop(NONE, None)
    return found


def _near_whole(side: Side, other: Side, forth: Mapping[int, int], index: int) -> int:
    """The unit of ``other`` that answers to a neighbour of a loose unit and holds its words too; ``NONE`` if there is none."""
    for near in (index - 1, index + 1, index - 2, index + 2):
        whole = forth.get(near, NONE)
        if whole == NONE or side.units[near].heading:
            continue
        if covered(side.words[index], _without(other.words[whole], side.words[near])) >= PART_OF:
            return whole
    return NONE


def _around_a_part(side: Side, part: int, whole: Sequence[str], taken: Container[int], least: int) -> Iterator[int]:
    """Yield the loose units that follow a part, and those before it, as long as each has words that the whole has left.

    ``least`` is the number of words that a unit must have; those of few words must stand in a list with the part.
    """
    rest: tuple[str, ...] | None = None
    for step in (1, -1):
        at = part + step
        while 0 <= at < len(side.units) and at not in taken:
            rest = _without(whole, side.words[part]) if rest is None else rest
            if not _is_held(side, at, part, rest, least):
                break
            yield at
            rest = _without(rest, side.words[at])
            at += step


def _is_held(side: Side, index: int, part: int, rest: Sequence[str], least: int) -> bool:
    words, unit, head = side.words[index], side.units[index], side.units[part]
    if unit.heading or len(words) < least:
        return False
    if len(words) > SHORT:
        return covered(words, rest) >= PART_OF
    listed = unit.page == head.page and not {unit.provision, unit.parent}.isdisjoint((head.provision, head.parent))
    return listed and (Counter(words) & Counter(rest)).total() >= PART_OF * len(words)


def _without(whole: Sequence[str], partner: Sequence[str]) -> tuple[str, ...]:
    """Return the words of ``whole`` that ``partner`` does not account for."""
    taken = {at for op in Indel.opcodes(partner, whole) if op.tag == "equal" for at in range(op.dest_start, op.dest_end)}
    return tuple(word for at, word in enumerate(whole) if at not in taken)
