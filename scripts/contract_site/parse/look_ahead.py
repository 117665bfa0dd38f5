"""Look around a label: whether the list it would belong to goes on before and behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_site.model.source import Line
from contract_site.parse.judge import hangs
from contract_site.parse.labels import Proposal, is_titled
from contract_site.parse.levels import LabelPlace
from contract_site.parse.printed_numbers import Count

LOOK_AHEAD = 60
"""Labels among which the second entry of a list must stand."""


def runs_on_past(hung: Proposal, proposals: Sequence[Sequence[Proposal]], lines: Sequence[Line], short: int = 30) -> bool:
    """Say whether a number behind ``March`` or ``Grade`` counts on, line by line, with the entries of a list around it.

    Entries before and behind it do; one before it is enough if that is too short to be wrapped (in characters) and does not
    end in ``Article`` or the like.
    """
    before, after = (_beside(hung, proposals, lines, step) for step in (-1, 1))
    if hung.number.key == (1,):
        return after and _beside(hung, proposals, lines, 2)
    ended = len(lines[hung.index - 1].text) < short and not hangs(lines[hung.index - 1].text)
    return before and (after or ended)


def _beside(p: Proposal, proposals: Sequence[Sequence[Proposal]], lines: Sequence[Line], step: int) -> bool:
    """Say whether the entry so many steps on from a label stands so many lines on, at the same indent."""
    at = p.index + step
    if not 0 <= at < len(lines) or abs(lines[at].look.indent - lines[p.index].look.indent) > 1:
        return False
    return any(other.scheme == p.scheme and other.number.key == (p.number.key[0] + step,) for other in proposals[at])


def seconds(candidates: Sequence[tuple[int, Sequence[Proposal]]], lines: Sequence[Line]) -> Iterator[LabelPlace]:
    """Yield the first labels of lists whose second label follows at the same indent before the list begins anew."""
    flat = [p for _, each in candidates for p in each if p.number.key]
    for place, p in enumerate(flat):
        if p.number.key != (1,):
            continue
        indent = lines[p.index].look.indent
        for after in flat[place + 1 : place + 1 + LOOK_AHEAD]:
            if after.scheme != p.scheme or after.number.above != p.number.above or after.index == p.index:
                continue
            if after.number.key[0] == 2:
                yield LabelPlace(p.index, p.begin)
                break
            if after.number.key == (1,) and lines[after.index].look.indent < indent - 1:
                break


def over(candidates: Sequence[tuple[int, Sequence[Proposal]]]) -> Iterator[LabelPlace]:
    """Yield the numbers with a title behind which the next label counts from 1 below them."""
    for (index, each), (after, behind) in pairwise(candidates):
        below = {p.number.above for p in behind if p.number.count is Count.DECIMALS and p.number.key == (1,)}
        for p in each:
            if after - index < 4 and p.number.above + p.number.key in below and is_titled(p.rest):
                yield LabelPlace(p.index, p.begin)
