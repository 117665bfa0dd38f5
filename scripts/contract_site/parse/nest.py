"""Choose which proposals of one part are labels, and what stands below what.

A search along the lines keeps the few best outlines so far (a beam). A label goes on with a list that is open, begins one, or
is text: a number that follows speaks for it, so does standing like its siblings; a gap, a list of one entry, and a list inside
one of its own kind speak against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.labels import Proposal, Scheme, read_at
from contract_site.parse.levels import Level, Place, below, closed_list, runs_on, set_into, shown, under_heading
from contract_site.parse.look_ahead import over, runs_on_past, seconds
from contract_site.parse.printed_numbers import Count, Key, follows
from contract_site.parse.propose import Setting
from contract_site.parse.reprints import is_listed, lead_in, printed_alike
from contract_site.parse.unnumbered import HEADING, unnumbered

WIDTH = 6
"""Outlines that are kept from line to line."""
DEEPEST = 9
"""Levels below a part. No agreement known to us has more than seven."""


class Choice(NamedTuple):
    """A label that was chosen."""

    proposal: Proposal
    parent: Place | None
    score: float
    why: tuple[str, ...]


Option = tuple[float, tuple[Level, ...], Place | None, tuple[str, ...]]
"""What it adds that a label opens something, the lists then open, the parent's place, and why."""


class State(NamedTuple):
    """An outline so far: what is open, and the choices that led here, last first."""

    score: float
    stack: tuple[Level, ...]
    chosen: Choice | None
    before: State | None
    ended: bool = False
    """Nothing was opened at the label looked at last."""


@dataclass(slots=True)
class Learned:
    """What the parts read so far have shown: which scheme stands directly below which."""

    below: Counter[tuple[Scheme, Scheme]] = field(default_factory=Counter)
    last: dict[Scheme, Key] = field(default_factory=dict)
    """The last number of each list straight below the parts read so far: clauses may run on over the headings of parts."""
    too_deep: set[int] = field(default_factory=set)
    """Lines whose label would stand deeper than any agreement has."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The part that is read."""

    lines: Sequence[Line]
    setting: Setting
    body: bool
    """An article of the body, in which no other article can stand."""
    second: frozenset[Place]
    """First labels of lists whose second one follows."""
    over: frozenset[Place]
    """Titled numbers straight behind which another begins that counts from 1 below them: ``3 Pay`` before ``3.1``."""
    learned: Learned
    deep: Mapping[int, int]
    """How deep below the part the first labels of lines stand of which editors say it, by the places of the lines."""


def choose_labels(
    lines: Sequence[Line],
    proposals: Sequence[Sequence[Proposal]],
    within: range,
    number: Key,
    setting: Setting,
    learned: Learned,
    *,
    body: bool,
    forced: dict[int, bool],
    deep: Mapping[int, int],
) -> tuple[Choice, ...]:
    """Return the labels of the lines ``within``, in printed order. ``number`` is the part's own.

    ``forced`` says of single lines, by their place among all lines, that they are or are not labels, ``deep`` how deep.
    """
    found = [(index, _at_line(lines, proposals, index, setting, within)) for index in within]
    candidates = [(index, tuple(p for p in each if not p.hung or runs_on_past(p, proposals, lines))) for index, each in found]
    candidates = [(index, each) for index, each in candidates if each]
    ground = Ground(lines, setting, body, frozenset(seconds(candidates, lines)), frozenset(over(candidates)), learned, deep)
    states = [State(0.0, (Level(HEADING, (), number, -1.0, None),), None, None)]
    for index, each in candidates:
        if forced.get(index) is not False:
            states = _best(s for state in states for s in _read(state, each, ground, must=index in forced))
    chosen = _choices(states[0])
    _learn(chosen, learned)
    return chosen


def _at_line(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], index: int, setting: Setting, within: range
) -> tuple[Proposal, ...]:
    own = tuple(proposals[index])
    if own or index == within.start:
        return () if index == within.stop - 1 and all(_names_only(p) for p in own) else own
    heading = unnumbered(lines, index, setting)
    return (heading,) if heading else ()


def _names_only(p: Proposal) -> bool:
    """Say whether a label with nothing behind and below it can only name what stands elsewhere."""
    return p.kind in (Kind.DIVISION, Kind.GROUP, Kind.BESIDE) and not p.rest


def _best(states: Iterator[State]) -> list[State]:
    """The best outlines, one for each set of open lists."""
    known: dict[tuple[Level, ...], State] = {}
    for state in states:
        other = known.get(state.stack)
        if other is None or other.score < state.score:
            known[state.stack] = state
    return sorted(known.values(), key=lambda state: -state.score)[:WIDTH]


def _read(
    state: State, proposals: Sequence[Proposal], ground: Ground, *, must: bool, compound: bool = False
) -> Iterator[State]:
    """Yield what becomes of an outline at a line: its first label may be text, or open something and be followed by another."""
    opened, deep = False, ground.deep.get(proposals[0].index) if proposals and not compound else None
    for proposal in proposals:
        for score, stack, parent, why in _options(state, proposal, ground, compound=compound):
            total = score + proposal.score
            if (total <= 0 and not must) or (deep is not None and len(stack) != deep + 2):
                continue
            opened = True
            nxt = State(state.score + total, stack, Choice(proposal, parent, total, why), state)
            yield nxt
            if not proposal.counted and len(stack) < DEEPEST:
                behind = read_at(ground.lines[proposal.index].text, proposal.end, proposal.index)
                behind = tuple(p for p in behind if p.number.key == (1,) and p.scheme.marks)
                if behind:
                    yield from _read(nxt, behind, ground, must=False, compound=True)
    # What the file itself counts is a label, wherever its number stands; what an editor says is one may repeat another.
    again = must and any(level.scheme == proposals[0].scheme for level in state.stack)
    if again or (not opened and not compound and (must or proposals[0].counted)):
        yield _forced(state, proposals[0], ground)
        return
    if not compound and not (must and opened):
        yield State(state.score, state.stack, None, state)


def _forced(state: State, p: Proposal, ground: Ground) -> State:
    """Open what an editor said is a label, though its number does not run: in the list of its kind, else below what is open.

    Where the editor said how deep it stands, it stands there, or as deep as what is open allows.
    """
    level = Level(p.scheme, p.number.above, p.number.key, ground.lines[p.index].look.indent, Place(p.index, p.begin))
    headed = max((d for d in range(len(state.stack)) if state.stack[d].scheme is HEADING), default=0) + 1
    below = headed if p.counted else len(state.stack)
    depth = next((d for d in range(len(state.stack) - 1, 0, -1) if state.stack[d].scheme == p.scheme), below)
    depth = min(ground.deep.get(p.index, depth - 1) + 1, len(state.stack))
    choice = Choice(p, state.stack[depth - 1].at, p.score, p.why)
    return State(state.score + p.score, (*state.stack[:depth], level), choice, state)


def _options(state: State, p: Proposal, ground: Ground, *, compound: bool) -> Iterator[Option]:
    """Yield (what it adds, the lists then open, the parent's place, why) for each way in which the label opens something."""
    stack = state.stack
    level = Level(p.scheme, p.number.above, p.number.key, ground.lines[p.index].look.indent, Place(p.index, p.begin))
    if p.scheme is HEADING:
        yield from _as_heading(stack, level, ground)
        return
    if p.kind in (Kind.DIVISION, Kind.GROUP, Kind.BESIDE):
        if not ground.body and p.score >= 0.7 and not is_listed(p.index, ground.lines):
            yield from _as_reprint(stack, p, level, ground)
        return
    if not compound:
        yield from _as_next(stack, p, level, ground)
    if p.number.count is Count.DECIMALS:
        yield from _as_decimal(stack, p, level, ground)
    elif p.kind is Kind.SECTION:
        yield from _as_section(stack, p, level)
    elif p.kind is Kind.STEP:
        yield from _as_step(stack, p, level)
    else:
        yield from _as_begun(stack, p, level, ground, compound=compound)


def _as_begun(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground, *, compound: bool) -> Iterator[Option]:
    """The label begins a list, or goes on with one of the part before, or stands alone in a reprint."""
    if len(stack) == 1 and p.scheme in ground.learned.last and follows(ground.learned.last[p.scheme], p.number.key) == 0:
        yield 1.5, (*stack, level), stack[0].at, ("runs on from the part before",)
        return
    closed = stack[-1].closed
    if closed is not None and not compound and runs_on(closed, p):
        yield 2.2, (*stack, level), stack[-1].at, ("runs on over a heading",)
    elif level.at in ground.over and not compound:
        yield 1.4, (stack[0], level), stack[0].at, ("others are counted below it",)
    if p.number.key == (1,):
        yield from _as_first(stack, p, level, ground, compound=compound)
    elif not ground.body and stack[-1].scheme.word == "section" and p.number.count is Count.CAPITALS and not compound:
        # A reprint leaves out what stands unchanged.
        yield 0.3, (*stack, level), stack[-1].at, ("a paragraph reprinted here",)


def _as_next(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """The label goes on with a list that is open."""
    for depth in range(len(stack) - 1, 0, -1):
        last = stack[depth]
        same = last.scheme == p.scheme
        if not same and not _alike(last.scheme, p.scheme):
            continue
        if last.above != p.number.above:
            continue
        between = follows(last.key, p.number.key)
        if between < 0 or between > 8:
            continue
        strong = p.kind is not None or p.number.count is Count.DECIMALS
        score = 2.0 if not between else (1.2 - 0.3 * between if strong else 0.3 - 0.4 * between)
        score -= 0.0 if same else 0.8
        why = f"follows {shown(last)}" if not between else f"{between} missing after {shown(last)}"
        stands = abs(last.indent - level.indent)
        if ground.setting.indents:
            score += 0.4 if stands <= 1 else -0.3 if stands > 3 else 0.0
        yield score, (*stack[:depth], level), stack[depth - 1].at, (why,)


def _alike(one: Scheme, other: Scheme) -> bool:
    """Say whether two schemes differ in their marks only, as in a list that prints ``a.`` and then ``b)``."""
    return (
        not one.word
        and not other.word
        and one.count is other.count
        and one.dots == other.dots
        and bool(one.marks and other.marks)
    )


def _as_first(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground, *, compound: bool) -> Iterator[Option]:
    """The label begins a list below something that is open, the innermost first."""
    if len(stack) >= DEEPEST:
        ground.learned.too_deep.add(p.index)
        return
    headed_by = _is_headed(stack[-1], p, ground)
    opened = headed_by or (p.index and ground.lines[p.index - 1].text.endswith((":", "—", "–")))
    base = 0.7 + (0.4 if opened else 0.0)
    if not compound:
        base += 0.6 if level.at in ground.second else -0.45
    for depth in range(len(stack), 0, -1):
        parent = stack[depth - 1]
        score = (
            base
            - 0.35 * (len(stack) - depth)
            + (0.6 if headed_by and depth == len(stack) else 0.0)
            + (0.3 if ground.learned.below[parent.scheme, p.scheme] else 0.0)
        )
        if ground.setting.indents and parent.at is not None and not parent.scheme.word and not compound:
            score += 0.3 if level.indent > parent.indent + 1 else -0.6 if level.indent < parent.indent - 1 else 0.0
        headed = max((d for d in range(depth) if stack[d].scheme is HEADING), default=0)
        again = [each for each in stack[headed + 1 : depth] if each.scheme == p.scheme]
        if again and level.indent <= again[-1].indent + 1:
            score -= 0.5 if opened and depth == len(stack) else 1.6
        if depth < len(stack) and stack[depth].scheme == p.scheme:
            score -= 0.4
        yield score, (*stack[:depth], level), parent.at, ("begins a list",)
        if compound:
            return


def _is_headed(parent: Level, p: Proposal, ground: Ground) -> bool:
    """Say whether the line above is a label with its title and no more: then the list stands below it, or nothing would."""
    if parent.at is None or parent.at.line != p.index - 1:
        return False
    return headings.is_title(ground.lines[p.index - 1].text.partition(" ")[2])


def _as_decimal(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """A number with stops stands below what has the number before its last stop."""
    first = p.number.key[0]
    for depth in range(len(stack), 0, -1):
        parent = stack[depth - 1]
        if (parent.above + parent.key if parent.scheme.word != "section" or parent.at else parent.key) != p.number.above:
            continue
        over = depth < len(stack) and stack[depth].closed
        score = 2.4 if over and runs_on(over, p) else 1.5 - min(0.4 * max(0, first - 1), 1.3)
        score += 0.3 if ground.learned.below[parent.scheme, p.scheme] else 0.0
        yield score, (*stack[:depth], level), parent.at, ("its number begins with that of what it stands in",)
        return
    known = any(each.key for each in stack[:1]) and ground.body
    if not known and (not p.rest or not p.rest[0].islower()):
        depth = next((d for d in range(1, len(stack)) if stack[d].scheme.count is Count.DECIMALS), 1)
        yield 0.6, (*stack[:depth], level), stack[depth - 1].at, ("a number with stops",)
    elif known and p.number.above[:1] == stack[0].key and p.rest[:1].isupper():
        yield 0.2, (stack[0], level), stack[0].at, ("what it should stand in is not there",)


def _as_reprint(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """An article inside a document beside the body stands below the item that brings it, or straight below the document."""
    depth = next((d for d in range(1, len(stack)) if stack[d].scheme.word == p.scheme.word), None)
    at = stack[depth].at if depth is not None else None
    if at is not None and not printed_alike(p.index, at.line, ground.lines):
        return
    if depth is None:
        depth = len(stack) if lead_in(p.index, ground.lines).endswith(":") else 1
    yield 1.0, (*stack[:depth], level), stack[depth - 1].at, ("an article reprinted here",)


def _as_section(stack: tuple[Level, ...], p: Proposal, level: Level) -> Iterator[Option]:
    depth = below(stack, ("article",))
    last = next((each for each in stack[depth:] if each.scheme.word == "section"), None)
    if last is not None and p.number.key[0] <= last.key[0]:
        return
    yield 1.0 - min(0.3 * (p.number.key[0] - 1), 1.5), (*stack[:depth], level), stack[depth - 1].at, ("begins the sections",)


def _as_step(stack: tuple[Level, ...], p: Proposal, level: Level) -> Iterator[Option]:
    if p.number.key[0] != 1:
        return
    holds = (depth for depth in range(len(stack), 1, -1) if _holds_steps(stack[depth - 1].scheme))
    depth = next(holds, 1)
    yield 1.0, (*stack[:depth], level), stack[depth - 1].at, ("begins the steps",)


def _holds_steps(scheme: Scheme) -> bool:
    return scheme.word in ("section", "article") or scheme.count is Count.DECIMALS


# Headings without a number --------------------------------------------------------------------------------------------


def _as_heading(stack: tuple[Level, ...], level: Level, ground: Ground) -> Iterator[Option]:
    """A heading without a number closes all lists but those it is set into; sections stay open above it."""
    assert level.at is not None
    look = ground.lines[level.at.line].look
    depth = below(stack, ("section", "article"))
    if ground.setting.indents and not look.centred and not look.heading:
        depth = max(depth, set_into(stack, level.indent))
    elif look.heading:
        depth = max(depth, under_heading(stack, look.heading, ground.lines))
    lists = len(stack) - depth
    for inner in range(depth + 1, len(stack)):
        if stack[inner].scheme.count is Count.DECIMALS:
            into = level._replace(closed=closed_list(stack[inner:]))
            yield 0.5, (*stack[:inner], into), stack[inner - 1].at, ("set as a heading among numbers that run on",)
    level = level._replace(closed=closed_list(stack[depth:]))
    yield 0.3 + (0.2 if lists else 0.0), (*stack[:depth], level), stack[depth - 1].at, ("set as a heading",)
    if lists and len(stack) < DEEPEST and stack[-1].scheme is not HEADING:
        yield 0.0 if look.heading else 0.2, (*stack, level), stack[-1].at, ("a heading inside a list that goes on",)


def _choices(state: State | None) -> tuple[Choice, ...]:
    found: list[Choice] = []
    while state is not None:
        found += [state.chosen] if state.chosen is not None else []
        state = state.before
    return tuple(reversed(found))


def _learn(chosen: Sequence[Choice], learned: Learned) -> None:
    schemes = {Place(c.proposal.index, c.proposal.begin): c.proposal.scheme for c in chosen}
    for choice in chosen:
        above = schemes.get(choice.parent, HEADING) if choice.parent else HEADING
        learned.below[above, choice.proposal.scheme] += 1
        if above is HEADING and choice.proposal.number.count is Count.NUMBERS:
            learned.last[choice.proposal.scheme] = choice.proposal.number.key
