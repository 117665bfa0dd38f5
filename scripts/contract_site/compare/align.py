"""Pair the units of two texts by their words; labels, headings, neighbours and parents decide where words alone cannot.

A pair is first proposed by rare sequences of words that both have, so that the work grows with the length of the texts
and not with its square. Then the best proposals are taken, each unit once; what stands around them is learned from those
pairs and the choice is made again, until nothing changes. Headings go where the text below them went.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.compare.side import PROPOSALS, SHORT, Side, holders_of, shingles
from contract_site.compare.splits import groups_of
from contract_site.compare.units import same_place
from contract_site.compare.words import covered, likeness
from contract_site.model.comparison import Unit
from contract_site.model.place import Anchor

ROUNDS = 6
COMMON = 40
"""A sequence of words that so many units have tells nothing, and looking at them all would cost their square."""
ENOUGH = 0.5
"""The score that a pair needs; likeness is at most 1, what stands around adds at most ``AROUND``."""
LEAST = 0.33
"""The likeness below which two texts have only their subject in common."""
AROUND = 0.22
HELD = 0.62
"""What a text counts that stands whole in a longer one, where 1 is another with the same words: more than ``ENOUGH``."""
SHORT_SURE = 0.8
"""The score that a pair needs of which one text is ``SHORT``, and is not the same."""
# Of what stands around two units, by how much each says that they answer to each other; together 1.
PAIR_ABOVE, PAIR_BELOW, SAME_ARTICLE, SAME_PARENT, SAME_LABEL = 0.25, 0.25, 0.2, 0.15, 0.15
# A heading's score is the likeness of its words, and what the text below it and its address say.
TEXT_BELOW, SAME_ADDRESS = 0.9, 0.1
HEADINGS_PAIR = 0.75
"""The score that two headings need, and either of the next two."""
HEADINGS_ALIKE, HEADINGS_SHARE = 0.25, 0.6
"""The likeness of their words; the share of the text below the one that went below the other."""
# No measurement set these weights one by one: they were chosen together by reading the pairs of two editions of one agreement,
# and are held by the reviewed rows of ``lineage.tsv`` (``compare_editions.py --propose`` shows what a change would do).
NONE = -1
"""No index."""


@dataclass(slots=True)
class Pairing:
    """Which unit of the one text answers to which of the other, by index."""

    forth: dict[int, int] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)

    def add(self, before: int, after: int) -> None:
        """Pair two units that have no partner."""
        self.forth[before] = after
        self.back[after] = before


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups of units that answer to each other: one and one, one and several, several and one."""

    groups: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """(indexes before, indexes after); units without a partner are in none."""


def align(before: Sequence[Unit], after: Sequence[Unit], fixed: Sequence[tuple[int, int]] = ()) -> Alignment:
    """Pair the units of two texts. ``fixed`` are pairs of indexes that editors decided; they are taken as they are."""
    old, new = Side.of(before), Side.of(after)
    proposals = list(_proposals(old, new))
    pairing = Pairing()
    for _ in range(ROUNDS):
        chosen = _choose(old, new, proposals, pairing, fixed)
        if chosen.forth == pairing.forth:
            break
        pairing = chosen
    _pair_headings(old, new, pairing)
    _pair_by_form(old, new, pairing)
    return Alignment(tuple(groups_of(old, new, pairing.forth, pairing.back)))


# Proposals -----------------------------------------------------------------------------------------------------------


def _proposals(old: Side, new: Side) -> Iterator[tuple[int, int, float]]:
    """Yield (before, after, likeness) of pairs of texts that share rare words; headings are left out."""
    texts = [index for index, unit in enumerate(new.units) if not unit.heading]
    holders = holders_of(texts, new)
    by_squash: defaultdict[str, list[int]] = defaultdict(list)
    for index in texts:
        by_squash[new.squashed[index]].append(index)
    places = {(new.units[index].top, new.units[index].place): index for index in texts}
    for index, unit in enumerate(old.units):
        if unit.heading:
            continue
        near = [*_nearest(old.words[index], holders), *by_squash.get(old.squashed[index], ())[:PROPOSALS]]
        if (there := places.get((unit.top, unit.place))) is not None:
            near.append(there)
        for other in dict.fromkeys(near):
            yield index, other, _alike(old.words[index], new.words[other])


def _nearest(words: Sequence[str], holders: Mapping[tuple[str, ...], Sequence[int]]) -> list[int]:
    """The units that share most sequences of words, a rare one counting more."""
    weights: defaultdict[int, float] = defaultdict(float)
    for shingle in sorted(set(shingles(words))):
        having = holders.get(shingle, ())
        if len(having) > COMMON:
            continue
        for holder in having:
            weights[holder] += 1 / len(having)
    return sorted(weights, key=lambda holder: (-weights[holder], holder))[:PROPOSALS]


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Likeness; where one text holds the other, that counts too."""
    held = max(covered(one, other), covered(other, one)) if min(len(one), len(other)) > SHORT else 0.0
    return max(likeness(one, other), HELD * held)


# Choice --------------------------------------------------------------------------------------------------------------


def _choose(
    old: Side, new: Side, proposals: Sequence[tuple[int, int, float]], known: Pairing, fixed: Sequence[tuple[int, int]]
) -> Pairing:
    tops = _moved_tops(old, new, known)
    parents = _moved_parents(old, new, known)
    scored: list[tuple[float, int, int]] = []
    for before, after, alike in proposals:
        score = alike + AROUND * _around(old, new, before, after, known, tops, parents)
        exact = old.squashed[before] == new.squashed[after]
        long_enough = min(len(old.words[before]), len(new.words[after])) > SHORT
        if exact or (alike >= LEAST and score >= ENOUGH and (long_enough or score > SHORT_SURE)):
            scored.append((score + exact, before, after))
    pairing = Pairing()
    for before, after in fixed:
        pairing.add(before, after)
    for _, before, after in sorted(scored, key=lambda item: (-round(item[0], 9), *_apart(old, new, item[1], item[2]), item[1])):
        if before not in pairing.forth and after not in pairing.back:
            pairing.add(before, after)
    return pairing


def _apart(old: Side, new: Side, before: int, after: int) -> tuple[bool, bool, int]:
    """Return what decides between twins, the least first: whether the headings over them differ, the place, the distance."""
    one, other = old.units[before], new.units[after]
    return old.titles[before] != new.titles[after], not same_place(one, other), abs(before - after)


def _around(
    old: Side,
    new: Side,
    before: int,
    after: int,
    known: Pairing,
    tops: Mapping[str, str],
    parents: Mapping[tuple[str, str], tuple[str, str]],
) -> float:
    """Return how well what stands around two units agrees, 0 to 1."""
    one, other = old.units[before], new.units[after]
    above = known.forth.get(before - 1) == after - 1 or known.forth.get(before - 2) in (after - 1, after - 2)
    below = known.forth.get(before + 1) == after + 1 or known.forth.get(before + 2) in (after + 1, after + 2)
    same_top = tops.get(one.top, one.top) == other.top
    same_parent = parents.get((one.page, one.parent)) == (other.page, other.parent)
    return (
        PAIR_ABOVE * above
        + PAIR_BELOW * below
        + SAME_ARTICLE * same_top
        + SAME_PARENT * same_parent
        + SAME_LABEL * (same_place(one, other) or Anchor.parse(one.anchor).last == Anchor.parse(other.anchor).last)
    )


def _moved_tops(old: Side, new: Side, known: Pairing) -> dict[str, str]:
    """Return, for each article, the one to which most of it went."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for before, after in known.forth.items():
        votes[old.units[before].top][new.units[after].top] += len(old.words[before])
    return {top: counts.most_common(1)[0][0] for top, counts in votes.items()}


def _moved_parents(old: Side, new: Side, known: Pairing) -> dict[tuple[str, str], tuple[str, str]]:
    votes: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for before, after in known.forth.items():
        one, other = old.units[before], new.units[after]
        votes[one.page, one.parent][other.page, other.parent] += 1
    return {parent: counts.most_common(1)[0][0] for parent, counts in votes.items()}


# Short texts ---------------------------------------------------------------------------------------------------------


def _pair_by_form(old: Side, new: Side, pairing: Pairing) -> None:
    """Pair texts that differ in their figures only and stand beside a pair or at the same place: ``$4.25``, ``$4.50``."""
    places = {(unit.page, unit.anchor): index for index, unit in enumerate(new.units) if not unit.heading}
    for step in (-1, 1):
        for index in range(len(old.units))[::-step]:
            beside = pairing.forth.get(index + step, NONE)
            there = places.get((old.units[index].page, old.units[index].anchor), NONE)
            for other in (beside - step if beside != NONE else NONE, there):
                if index not in pairing.forth and other not in pairing.back and _one_form(old, new, index, other):
                    pairing.add(index, other)


def _one_form(old: Side, new: Side, before: int, after: int) -> bool:
    if not 0 <= after < len(new.units) or old.units[before].heading or new.units[after].heading:
        return False
    return bool(old.words[before]) and old.forms[before] == new.forms[after]


# Headings ------------------------------------------------------------------------------------------------------------


def _pair_headings(old: Side, new: Side, pairing: Pairing) -> None:
    """Pair each heading with that of the provision where most of the text below it went, if the words allow it or not."""
    below = _below(old, new, pairing)
    free = [i for i, unit in enumerate(new.units) if unit.heading and i not in pairing.back]
    by_squash: defaultdict[str, list[int]] = defaultdict(list)
    for index in free:
        by_squash[new.squashed[index]].append(index)
    headings = {(new.units[i].page, new.units[i].provision): i for i in free}
    wanted: list[tuple[float, int, int]] = []
    for index, unit in enumerate(old.units):
        if not unit.heading or index in pairing.forth:
            continue
        for other in {*by_squash.get(old.squashed[index], ()), *below.get(index, {}), *_there(unit, headings)}:
            if other in headings.values():
                alike = likeness(old.words[index], new.words[other])
                shared = below.get(index, Counter())
                share = shared[other] / max(1, sum(shared.values()))
                score = alike + TEXT_BELOW * share + SAME_ADDRESS * (unit.anchor == new.units[other].anchor)
                if score >= HEADINGS_PAIR and (alike >= HEADINGS_ALIKE or share >= HEADINGS_SHARE):
                    wanted.append((score, index, other))
    for _, before, after in sorted(wanted, key=lambda item: (-item[0], item[1], item[2])):
        if before not in pairing.forth and after not in pairing.back:
            pairing.add(before, after)


def _there(unit: Unit, headings: Mapping[tuple[str, str], int]) -> tuple[int, ...]:
    found = headings.get((unit.page, unit.provision))
    return () if found is None else (found,)


def _below(old: Side, new: Side, pairing: Pairing) -> dict[int, Counter[int]]:
    """For each old heading: the new headings over which the words below it now stand, by number of words."""
    over_old, over_new = _headings_over(old), _headings_over(new)
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for before, after in pairing.forth.items():
        for level, heading in enumerate(over_old.get(before, ())):
            others = over_new.get(after, ())
            for other_level, other in enumerate(others):
                if level == other_level:
                    found[heading][other] += len(old.words[before])
    return found


def _headings_over(side: Side) -> dict[int, tuple[int, ...]]:
    """For each text: the headings over it, outermost first."""
    heading_of = {(unit.page, unit.provision): i for i, unit in enumerate(side.units) if unit.heading}
    parent_of = {(unit.page, unit.provision): unit.parent for unit in side.units}
    found: dict[int, tuple[int, ...]] = {}
    for index, unit in enumerate(side.units):
        if unit.heading:
            continue
        trail: list[int] = []
        at = unit.provision
        while at:
            if (heading := heading_of.get((unit.page, at))) is not None:
                trail.insert(0, heading)
            at = parent_of.get((unit.page, at), "")
        found[index] = tuple(trail)
    return found
