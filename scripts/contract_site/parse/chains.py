"""Find the headings of one kind whose numbers run best over a whole document.

A heading adds what its line says for it, a number that follows adds more, a gap takes some away, a likely heading that is
passed over takes a little, and a number never goes back. One unread heading so costs nothing but itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from contract_site.model.rank_words import Kind
from contract_site.parse.labels import Proposal
from contract_site.parse.printed_numbers import Count, Key, follows

STRONG = 0.7
"""What a line says for itself that leaves little doubt that it is a heading."""
ORPHAN = 0.2
"""What it costs to pass over a line that leaves little doubt."""
MOST_ORPHANS = 3.0
LOOK_BACK = 60
"""So many headings of one word may stand between two that follow each other."""
FAMILIES = (
    (Count.NUMBERS, Count.DECIMALS, Count.WORDS),
    (Count.ROMAN_CAPITALS, Count.ROMAN),
    (Count.CAPITALS, Count.LETTERS),
)
"""What a chain counts with: figures and number words are one."""
LEAST = -0.5
"""What a line must say for itself to be a heading of a chain."""
# No measurement set these weights one by one: they were chosen together, by reading the outlines that they give of real
# agreements and of the cases in tests/cases/parse. Whoever changes one reads those again.
NEXT, BEGINS, INTO = 2.0, 0.5, 1.6
"""What it adds that a number follows; that 1 begins; that numbers begin again below the next number above: 1.9, 2.1."""
GAP = 0.8
"""What a number behind a gap adds less, for each doubling of what is missing; none is left behind one that is missing."""
LATE, LATEST = 0.25, 2.0
"""What it costs to begin above 1, for each number, and at most."""
HUNDRED = 100
"""What some agreements count their articles by."""
CROWDED = 0.4
"""What it costs a heading that another stands straight below it."""
EARLIER = 0.4
"""The share of the longest chain's headings that one before it must have."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Headings of one kind whose numbers run."""

    members: tuple[Proposal, ...] = ()
    score: float = 0.0
    alike: tuple[Proposal, ...] = ()
    """For bare numbers: all that are set like them."""


def best_chain(found: Iterable[Proposal]) -> Chain:
    """Return the headings among those of one kind whose numbers run best."""
    able = [p for p in found if p.score >= LEAST and not (p.hung or (p.counted and p.kind is None))]
    chains = (_first_run([p for p in able if p.scheme.count in family]) for family in FAMILIES)
    return max(chains, key=lambda chain: chain.score, default=Chain())


def _first_run(found: Sequence[Proposal]) -> Chain:
    """The best chain; or a shorter one of its kind that ends before it begins, for the body comes before what is attached."""
    best = _best_chain(found)
    while best.members and best.members[0].number.key == (1,):
        before = [p for p in found if p.index < best.members[0].index]
        earlier = _best_chain(before)
        long = len(earlier.members) >= max(3, EARLIER * len(best.members)) and _spread(earlier.members)
        if not long or earlier.members[0].number.key != (1,):
            break
        best = earlier
    return best


def _spread(members: Sequence[Proposal]) -> bool:
    """Say whether text stands between headings, as it does not in a list of contents."""
    between = sorted(after.index - before.index for before, after in pairwise(members))
    return bool(between) and between[len(between) // 2] > 3


def _best_chain(found: Sequence[Proposal]) -> Chain:
    if not found:
        return Chain()
    scores: list[float] = []
    links: list[int] = []
    passed = list(accumulate((p.score >= STRONG for p in found), initial=0))
    for place, proposal in enumerate(found):
        best, link = _beginning(proposal), -1
        for earlier in range(max(0, place - LOOK_BACK), place):
            step = _step(found[earlier], proposal)
            if step is None:
                continue
            step -= min(ORPHAN * (passed[place] - passed[earlier + 1]), MOST_ORPHANS)
            if scores[earlier] + step > best:
                best, link = scores[earlier] + step, earlier
        scores.append(best + proposal.score + _contents_like(found, place))
        links.append(link)
    last = max(range(len(found)), key=scores.__getitem__)
    members: list[Proposal] = []
    score, at = scores[last], last
    while at >= 0:
        members.append(found[at])
        at = links[at]
    return Chain(tuple(reversed(members)), score)


def _beginning(first: Proposal) -> float:
    number = first.number.key[0]
    return BEGINS - min(LATE * ((1 if number == HUNDRED else number) - 1), LATEST)


def _next_hundred(before: Key, key: Key) -> bool:
    """Say whether articles count by hundreds: ``ARTICLE 100``, ``ARTICLE 200``."""
    return key[0] == before[0] + HUNDRED and key[0] % HUNDRED == 0 and len(before) == len(key) == 1


def _contents_like(found: Sequence[Proposal], place: int) -> float:
    """A heading with another one straight below it is likelier an entry of a list of contents."""
    after = found[place + 1] if place + 1 < len(found) else None
    return -CROWDED if after is not None and after.index == found[place].index + 1 else 0.0


def _goes_on_outside(before: Proposal, after: Proposal) -> bool:
    """Say whether an article follows one that was put in behind the article before it: 5 behind 4-2."""
    above = before.number.above
    return before.kind is Kind.DIVISION and len(above) == 1 and not after.number.above and after.number.key == (above[0] + 1,)


def _is_further(before: Key, after: Key) -> bool:
    """Say whether the numbers above a heading come after those before it: 2 after 1, and B, which is -2, after A."""
    lettered = before[:1] < (0,) and after[:1] < (0,)
    return (-before[0], *before[1:]) < (-after[0], *after[1:]) if lettered else before < after


def _step(before: Proposal, after: Proposal) -> float | None:
    """What it adds that one heading comes after another; None if it cannot."""
    if after.index <= before.index:
        return None
    last: Key = (before.through,) if before.through else before.number.key
    if after.number.above != before.number.above:
        if _goes_on_outside(before, after):
            return NEXT
        return INTO if _is_further(before.number.above, after.number.above) and after.number.key[0] <= 2 else None
    between = 0 if _next_hundred(last, after.number.key) else follows(last, after.number.key)
    if between < 0:
        return None
    return NEXT if between == 0 else GAP - GAP * math.log2(between + 1)
