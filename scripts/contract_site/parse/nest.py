"""Choose which proposals of one part are labels, and what stands below what.

A search along the lines keeps the few best outlines so far (a beam). A label goes on with a list that is open, begins one, or
is text: a number that follows speaks for it, so does standing like its siblings; a gap, a list of one entry, and a list inside
one of its own kind speak against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal, read_at, worded_at
from contract_site.parse.levels import LabelPlace, Level
from contract_site.parse.look_ahead import over, runs_on_past, seconds
from contract_site.parse.printed_numbers import Count, Key
from contract_site.parse.propose import counted_at
from contract_site.parse.setting import Setting
from contract_site.parse.unnumbered import HEADING, unnumbered
from contract_site.parse.ways import DEEPEST, Ground, Learned, ways

WIDTH = 6
"""Outlines that are kept from line to line."""


class Choice(NamedTuple):
    """A label that was chosen."""

    proposal: Proposal
    parent: LabelPlace | None
    score: float
    why: tuple[str, ...]


class State(NamedTuple):
    """An outline so far: what is open, and the choices that led here, last first."""

    score: float
    stack: tuple[Level, ...]
    chosen: Choice | None
    before: State | None
    ended: bool = False
    """Nothing was opened at the label looked at last."""


def choose_labels(
    lines: Sequence[Line],
    proposals: Sequence[Sequence[Proposal]],
    within: range,
    number: Key,
    setting: Setting,
    learned: Learned,
    *,
    body: bool,
    beside: bool,
    headed: bool,
    opening: Proposal | None,
    forced: dict[int, bool],
    deep: Mapping[int, int],
) -> tuple[Choice, ...]:
    """Return the labels of the lines ``within``, in printed order. ``number`` is the part's own.

    ``headed`` says that the first line may be a heading without a number; else it goes on with what the part is called.
    ``opening`` is the part's own label where text stands behind it, so that a list may begin there (``Art. 3. § 1er. …``).
    ``forced`` says of single lines, by their place among all lines, that they are or are not labels, ``deep`` how deep.
    """
    read = [(index, _at_line(lines, proposals, index, setting, within, headed=headed)) for index in within]
    found = [(index, each) for index, each in read if each]  # few of the lines
    candidates = [(index, tuple(p for p in each if not p.hung or runs_on_past(p, proposals, lines))) for index, each in found]
    candidates = [(index, each) for index, each in candidates if each]
    second = frozenset(seconds(candidates, lines))
    ground = Ground(lines, setting, body, beside, second, frozenset(over(candidates)), learned, deep)
    states = [State(0.0, (Level(HEADING, (), number, -1.0, None),), None, None)]
    if opening is not None and (first := _first_behind(opening, ground, candidates)):
        states = _best(iter((*states, *_read(states[0], first, ground, must=False, compound=True))))
    for index, each in candidates:
        if forced.get(index) is not False:
            states = _best(s for state in states for s in _read(state, each, ground, must=index in forced))
    chosen = _choices(states[0])
    _learn(chosen, learned)
    return chosen


def _at_line(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], index: int, setting: Setting, within: range, *, headed: bool
) -> tuple[Proposal, ...]:
    """The labels that a line could be, or the heading without a number that it is; where ``headed``, the first line too."""
    own = tuple(proposals[index])
    if own or (index == within.start and (not headed or lines[index].parted)):
        return () if index == within.stop - 1 and all(_names_only(p) for p in own) else own
    heading = unnumbered(lines, index, setting, proposals)
    return (heading,) if heading else ()


def _names_only(p: Proposal) -> bool:
    """Say whether a label with nothing behind and below it can only name what stands elsewhere."""
    return p.kind in (Kind.DIVISION, Kind.GROUP, Kind.BESIDE) and not p.rest


def _best(states: Iterator[State]) -> list[State]:
    """The best outlines, one for each set of open lists."""
    known: dict[tuple[int, ...], State] = {}
    for state in states:
        key = tuple(map(id, state.stack))  # each list is one object for all outlines that have it
        other = known.get(key)
        if other is None or other.score < state.score:
            known[key] = state
    return sorted(known.values(), key=lambda state: -state.score)[:WIDTH]


def _read(
    state: State, proposals: Sequence[Proposal], ground: Ground, *, must: bool, compound: bool = False
) -> Iterator[State]:
    """Yield what becomes of an outline at a line: its first label may be text, or open something and be followed by another."""
    opened, deep = False, ground.deep.get(proposals[0].index) if proposals and not compound else None
    for proposal in proposals:
        for score, stack, parent, why in ways(state.stack, proposal, ground, compound=compound):
            total = score + proposal.score
            if (total <= 0 and not must) or (deep is not None and len(stack) != deep + 2):
                continue
            opened = True
            nxt = State(state.score + total, stack, Choice(proposal, parent, total, why), state)
            yield nxt
            if len(stack) < DEEPEST and (behind := _behind(proposal, ground)):
                yield from _read(nxt, behind, ground, must=False, compound=True)
    # What the file itself counts is a label, wherever its number stands; what an editor says is one may repeat another.
    again = must and any(level.scheme == proposals[0].scheme for level in state.stack)
    if again or (not opened and not compound and (must or proposals[0].counted)):
        yield _forced(state, proposals[0], ground)
        return
    if not compound and not (must and opened):
        yield State(state.score, state.stack, None, state)


def _behind(p: Proposal, ground: Ground) -> tuple[Proposal, ...]:
    """The first labels of lists that may stand straight behind a label in its line."""
    key = (p.index, p.begin, p.end)
    if key not in ground.behind:
        ground.behind[key] = _read_behind(p, ground.lines[p.index])
    return ground.behind[key]


def _first_behind(
    opening: Proposal, ground: Ground, candidates: Sequence[tuple[int, Sequence[Proposal]]]
) -> tuple[Proposal, ...]:
    """The first labels of lists straight behind the label of a part, whose second one follows in it."""
    schemes = {p.scheme for _, each in candidates for p in each if p.number.key == (2,)}
    return tuple(p for p in _behind(opening, ground) if p.scheme in schemes)


def _read_behind(p: Proposal, line: Line) -> tuple[Proposal, ...]:
    found = counted_at(line, p.index, p.begin + 1) if p.counted else read_at(line.text, p.end, p.index)
    if p.kind is Kind.DIVISION and not p.counted:  # Art. 3. § 1er. La prime
        found = (*found, *(each for each in worded_at(line.text, p.end, p.index) if each.number.key == (1,)))
        return tuple(each for each in found if each.number.key == (1,) and (each.scheme.marks or each.kind is Kind.SECTION))
    return tuple(each for each in found if each.number.key == (1,) and each.scheme.marks)


def _forced(state: State, p: Proposal, ground: Ground) -> State:
    """Open what an editor said is a label, though its number does not run: in the list of its kind, else below what is open.

    Where the editor said how deep it stands, it stands there, or as deep as what is open allows.
    """
    level = ground.level(p)
    headed = max((d for d in range(len(state.stack)) if state.stack[d].scheme is HEADING), default=0) + 1
    below = headed if p.counted else len(state.stack)
    depth = next((d for d in range(len(state.stack) - 1, 0, -1) if state.stack[d].scheme == p.scheme), below)
    depth = min(ground.deep.get(p.index, depth - 1) + 1, len(state.stack))
    choice = Choice(p, state.stack[depth - 1].at, p.score, p.why)
    return State(state.score + p.score, (*state.stack[:depth], level), choice, state)


def _choices(state: State | None) -> tuple[Choice, ...]:
    found: list[Choice] = []
    while state is not None:
        found += [state.chosen] if state.chosen is not None else []
        state = state.before
    return tuple(reversed(found))


def _learn(chosen: Sequence[Choice], learned: Learned) -> None:
    schemes = {LabelPlace(c.proposal.index, c.proposal.begin): c.proposal.scheme for c in chosen}
    for choice in chosen:
        above = schemes.get(choice.parent, HEADING) if choice.parent else HEADING
        learned.below[above, choice.proposal.scheme] += 1
        if above is HEADING and choice.proposal.number.count is Count.NUMBERS:
            learned.last[choice.proposal.scheme] = choice.proposal.number.key
