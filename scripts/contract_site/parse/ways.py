"""The ways in which a label can open something below what is open, and what speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.chains import STRONG
from contract_site.parse.labels import Proposal, Scheme
from contract_site.parse.levels import LabelPlace, Level, below, closed_list, level_of, runs_on, set_into, shown, under_heading
from contract_site.parse.printed_numbers import Count, Key, follows
from contract_site.parse.reprints import is_listed, lead_in, printed_alike
from contract_site.parse.setting import Setting
from contract_site.parse.unnumbered import HEADING

DEEPEST = 9
"""Levels below a part. No agreement known to us has more than seven."""
# No measurement set these weights one by one: they were chosen together, by reading the outlines that they give of real
# agreements and of the cases in tests/cases/parse. Whoever changes one reads those again.
NEXT = 2.0
"""A label that goes on with an open list, none between."""
GAP, WEAK_GAP = (1.2, 0.3), (0.3, 0.4)
"""One behind a gap, and what each missing number costs: of a label with a word or stops, and of any other."""
WIDEST_GAP = 8
"""So many may be missing."""
HUNDRED = 100
"""What sections are counted by where those put in between them have figures of their own."""
OTHER_MARKS, OTHER_SETTING = 0.8, 0.4
"""What it costs to go on with other marks (``a.`` and then ``b)``), and set as text where the last was set as a heading."""
IN_LINE, OUT_OF_LINE = 0.4, -0.3
"""What an indent says that is that of the last label, or another."""
AGAIN, PART_RUNS_ON, COUNTED_BELOW, OVER_HEADING = 1.4, 1.5, 1.4, 2.2
"""The last number printed twice; a list that runs on from the part before; a first number below which others are counted; a
list that runs on over the heading that closed it, which is likelier than any other way."""
FIRST, OPENED = 0.7, 0.4
"""The first label of a list, and what a colon, a dash or a title before it adds."""
SECOND_FOLLOWS, NO_SECOND = 0.6, -0.45
"""Whether a second label follows it somewhere."""
OUTER = 0.35
"""What it costs a list for each open list that it closes: the innermost is likeliest."""
HEADED, LEARNED = 0.6, 0.3
"""What it adds that the line above is the title of what it stands in; that such lists stood below such before."""
SET_IN, SET_OUT = 0.3, -0.6
"""What an indent says that is deeper than that of what the label stands in, or less deep."""
TWICE_OPENED, TWICE, BESIDE_ALIKE = 0.5, 1.6, 0.4
"""What it costs to stand below a list of the same kind, less where words open it; to close one and open its like."""
ABOVE_SAYS, STOPS_RUN_ON = 1.5, 2.4
"""A number with stops below the one that its first figures name; the same, where it goes on with a list over a heading."""
STOPS, OVER_MISSING = 0.6, 0.2
"""A number with stops where nothing has its first figures; below an article, with what it should stand in missing."""
SECTIONS, INNER, STEPS, REPRINT, REPRINTED = 1.0, 1.0, 1.0, 1.0, 0.3
"""The first section; the first part inside an article; the first step; an article, or a paragraph, in a reprint."""
LATE_STOPS, LATE_ALONE, LATE_SECTION = (0.4, 1.3), (0.3, 1.5), (0.3, 1.5)
"""What it costs such a list to begin above 1: for each number, and at most."""
HEADING_ALONE, CLOSES_LISTS, INSIDE_LIST, AMONG_NUMBERS = 0.3, 0.2, 0.2, 0.5
"""A heading without a number; what it adds that it closes lists; one inside a list that goes on, which a heading that the file
marks never is; one among numbers with stops that run on over it."""
REPRINT_SURE = 0.7
"""What the line of an article in a reprint must say for itself."""
Option = tuple[float, tuple[Level, ...], LabelPlace | None, tuple[str, ...]]
"""What it adds that a label opens something, the lists then open, the parent's place, and why."""


@dataclass(slots=True)
class Learned:
    """What the parts read so far have shown: which scheme stands directly below which."""

    below: Counter[tuple[Scheme, Scheme]] = field(default_factory=Counter)
    last: dict[Scheme, Key] = field(default_factory=dict)
    """The last number of each list straight below the parts read so far: clauses may run on over the headings of parts."""
    inner: frozenset[str] = frozenset()
    """The words of groups that stand inside articles: ``Part`` in an agreement whose sections have parts."""
    too_deep: set[int] = field(default_factory=set)
    """Lines whose label would stand deeper than any agreement has."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The part that is read."""

    lines: Sequence[Line]
    setting: Setting
    body: bool
    """An article of the body, in which no other article can stand."""
    beside: bool
    """A numbered document beside the body, which parts may divide that open none of their own: ``Part 2`` of a schedule."""
    second: frozenset[LabelPlace]
    """First labels of lists whose second one follows."""
    over: frozenset[LabelPlace]
    """Titled numbers straight behind which another begins that counts from 1 below them: ``3 Pay`` before ``3.1``."""
    learned: Learned
    deep: Mapping[int, int]
    """How deep below the part the first labels of lines stand of which editors say it, by the places of the lines."""
    behind: dict[tuple[int, int, int], tuple[Proposal, ...]] = field(default_factory=dict)
    """What was read behind a label in its line, by the line, and where the label begins and ends: each outline asks again."""
    closed: dict[tuple[int, tuple[Scheme, Key, Key] | None], Level] = field(default_factory=dict)
    """The lists of headings, by the identity of those that close nothing, and what they close."""
    levels: dict[int, Level] = field(default_factory=dict)
    """The list that each proposal would open or go on with, by the identity of the proposal."""

    def level(self, p: Proposal) -> Level:
        """Return the list that a label opens or goes on with, its last entry being that label."""
        if id(p) not in self.levels:
            self.levels[id(p)] = level_of(p, self.lines)
        return self.levels[id(p)]

    def closing(self, level: Level, closed: tuple[Scheme, Key, Key] | None) -> Level:
        """Return the list of a heading that closes another."""
        return self.closed.setdefault((id(level), closed), level._replace(closed=closed))


def ways(stack: tuple[Level, ...], p: Proposal, ground: Ground, *, compound: bool) -> Iterator[Option]:
    """Yield (what it adds, the lists then open, the parent's place, why) for each way in which the label opens something."""
    level = ground.level(p)
    if p.scheme is HEADING:
        yield from _as_heading(stack, level, ground)
        return
    if p.kind is Kind.GROUP and (p.scheme.word in ground.learned.inner if ground.body else ground.beside):
        yield from _as_division(stack, p, level, ground)
        return
    if p.kind in (Kind.DIVISION, Kind.GROUP, Kind.BESIDE):
        if not ground.body and p.score >= REPRINT_SURE and not is_listed(p.index, ground.lines):
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
        yield PART_RUNS_ON, (*stack, level), stack[0].at, ("runs on from the part before",)
        return
    closed = stack[-1].closed
    if closed is not None and not compound and runs_on(closed, p):
        yield OVER_HEADING, (*stack, level), stack[-1].at, ("runs on over a heading",)
    elif level.at in ground.over and not compound:
        yield COUNTED_BELOW, (stack[0], level), stack[0].at, ("others are counted below it",)
    if len(stack) == 1 and _first_of_hundred(stack[0].key, p.number.key):
        yield COUNTED_BELOW, (*stack, level), stack[0].at, ("the first behind its article's hundred",)
    if p.number.key == (1,):
        yield from _as_first(stack, p, level, ground, compound=compound)
    elif not ground.body and stack[-1].scheme.word == "section" and p.number.count is Count.CAPITALS and not compound:
        # A reprint leaves out what stands unchanged.
        yield REPRINTED, (*stack, level), stack[-1].at, ("a paragraph reprinted here",)


def _as_next(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """The label goes on with a list that is open."""
    for depth in range(len(stack) - 1, 0, -1):
        last = stack[depth]
        same = last.scheme == p.scheme
        if not same and not _alike(last.scheme, p.scheme):
            continue
        if last.above != p.number.above:
            continue
        between = 0 if _next_hundred(last.key, p) else follows(last.key, p.number.key)
        if same and last.key == p.number.key and depth == len(stack) - 1 and _is_printed_again(p, ground):
            yield AGAIN, (*stack[:depth], level), stack[depth - 1].at, ("printed twice",)
        if between < 0 or between > WIDEST_GAP:
            continue
        strong = p.kind is not None or p.number.count is Count.DECIMALS
        most, each = GAP if strong else WEAK_GAP
        score = NEXT if not between else most - each * between
        score -= 0.0 if same else OTHER_MARKS
        score -= OTHER_SETTING if last.set_out != level.set_out else 0.0
        why = f"follows {shown(last)}" if not between else f"{between} missing after {shown(last)}"
        stands = abs(last.indent - level.indent)
        if ground.setting.indents:
            score += IN_LINE if stands <= 1 else OUT_OF_LINE if stands > 3 else 0.0
        yield score, (*stack[:depth], level), stack[depth - 1].at, (why,)


def _first_of_hundred(article: Key, key: Key) -> bool:
    """Say whether a number is the first below an article that counts by hundreds: 101 in ``ARTICLE 100``."""
    return bool(article) and article[0] >= HUNDRED and article[0] % HUNDRED == 0 and key == (article[0] + 1,)


def _next_hundred(last: Key, p: Proposal) -> bool:
    """Say whether a number with stops goes on with the next hundred, as agreements do that count 4.100, 4.101, 4.200."""
    key = p.number.key
    even = p.number.count is Count.DECIMALS and key[0] % HUNDRED == 0 and last[0] >= HUNDRED
    return even and key[0] // HUNDRED == last[0] // HUNDRED + 1


def _is_printed_again(p: Proposal, ground: Ground) -> bool:
    """Say whether a number that was just printed begins a paragraph once more: a mistake of the print, and no citation."""
    line, setting = ground.lines[p.index], ground.setting
    counts = p.number.count is Count.DECIMALS or p.kind is Kind.SECTION
    paragraph = setting.whole and not line.parted
    return counts and (paragraph or (p.score >= 0 and line.look.gap > setting.gap))


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
    opened = headed_by or (p.index and ground.lines[p.index - 1].text.endswith((":", "—", "–", " -")))
    base = FIRST + (OPENED if opened else 0.0)
    if not compound:
        base += SECOND_FOLLOWS if level.at in ground.second else NO_SECOND
    for depth in range(len(stack), 0, -1):
        parent = stack[depth - 1]
        score = (
            base
            - OUTER * (len(stack) - depth)
            + (HEADED if headed_by and depth == len(stack) else 0.0)
            + (LEARNED if ground.learned.below[parent.scheme, p.scheme] else 0.0)
        )
        if ground.setting.indents and parent.at is not None and not parent.scheme.word and not compound:
            score += SET_IN if level.indent > parent.indent + 1 else SET_OUT if level.indent < parent.indent - 1 else 0.0
        headed = max((d for d in range(depth) if stack[d].scheme is HEADING), default=0)
        again = [each for each in stack[headed + 1 : depth] if each.scheme == p.scheme and each.set_out == level.set_out]
        if again and level.indent <= again[-1].indent + 1:
            score -= TWICE_OPENED if opened and depth == len(stack) else TWICE
        if depth < len(stack) and stack[depth].scheme == p.scheme:
            score -= BESIDE_ALIKE
        yield score, (*stack[:depth], level), parent.at, ("begins a list",)
        if compound:
            return


def _is_headed(parent: Level, p: Proposal, ground: Ground) -> bool:
    """Say whether the line above is a label with its title and no more: then the list stands below it, or nothing would."""
    if parent.at is None or parent.at.line != p.index - 1:
        return False
    words = ground.lines[p.index - 1].text.partition(" ")[2]
    # Where a text runs on, a stop stands behind titles too; elsewhere it ends a short sentence.
    return headings.is_title(words.rstrip(".") if ground.lines[p.index].parted else words)


def _as_decimal(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """A number with stops stands below what has the number before its last stop."""
    first = p.number.key[0] // HUNDRED if p.number.key[0] % HUNDRED == 0 else p.number.key[0]
    for depth in range(len(stack), 0, -1):
        parent = stack[depth - 1]
        if _own_number(parent) != p.number.above:
            continue
        over = depth < len(stack) and stack[depth].closed
        score = STOPS_RUN_ON if over and runs_on(over, p) else ABOVE_SAYS - _late(first - 1, LATE_STOPS)
        score += LEARNED if ground.learned.below[parent.scheme, p.scheme] else 0.0
        yield score, (*stack[:depth], level), parent.at, ("its number begins with that of what it stands in",)
        return
    known = any(each.key for each in stack[:1]) and ground.body
    lettered = p.number.above[0] < 0 and len(p.number.above) == 1  # B12 is no label where nothing is called B
    if not known and not lettered and (not p.rest or not p.rest[0].islower()):
        depth = next((d for d in range(1, len(stack)) if stack[d].scheme.count is Count.DECIMALS), 1)
        yield STOPS - _late(first - 2, LATE_ALONE), (*stack[:depth], level), stack[depth - 1].at, ("a number with stops",)
    elif p.kind is Kind.SECTION and len(stack) == 1 and (first == 1 or (first == 2 and p.number.above == (1,))):
        missing = (f"{first - 1} missing before it",) if first > 1 else ()
        score = STOPS - _late(first - 1, LATE_SECTION)
        yield score, (*stack, level), stack[0].at, ("begins the sections", *missing)
    elif known and p.number.above[:1] == stack[0].key and p.rest[:1].isupper():
        yield OVER_MISSING, (stack[0], level), stack[0].at, ("what it should stand in is not there",)


def _own_number(parent: Level) -> Key:
    """The number of an open provision as those count that begin with it: (4, 2) of 4.2, (-1,) of ``ARTICLE A`` and ``A.``."""
    if parent.scheme.word == "section" and not parent.at:
        return parent.key
    lettered = parent.scheme.count is Count.CAPITALS and not parent.above
    return parent.above + (tuple(-each for each in parent.key) if lettered else parent.key)


def _as_reprint(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """An article inside a document beside the body stands below the item that brings it, or straight below the document."""
    depth = next((d for d in range(1, len(stack)) if stack[d].scheme.word == p.scheme.word), None)
    at = stack[depth].at if depth is not None else None
    if at is not None and not printed_alike(p.index, at.line, ground.lines):
        return
    if depth is None:
        depth = len(stack) if lead_in(p.index, ground.lines).endswith(":") else 1
    yield REPRINT, (*stack[:depth], level), stack[depth - 1].at, ("an article reprinted here",)


def _as_section(stack: tuple[Level, ...], p: Proposal, level: Level) -> Iterator[Option]:
    depth = below(stack, ("article",))
    last = next((each for each in stack[depth:] if each.scheme.word == "section"), None)
    if last is not None and p.number.key[0] <= (*last.above, *last.key)[0]:
        return
    score = SECTIONS - _late(p.number.key[0] - 1, LATE_SECTION)
    yield score, (*stack[:depth], level), stack[depth - 1].at, ("begins the sections",)


def _late(above: int, cost: tuple[float, float]) -> float:
    """What it costs a list that its first number is so much above what it should be."""
    each, most = cost
    return min(each * max(0, above), most)


def _as_division(stack: tuple[Level, ...], p: Proposal, level: Level, ground: Ground) -> Iterator[Option]:
    """A part inside an article or a schedule, over which the numbers of paragraphs may run on."""
    for score, opened, at, why in (*_as_next(stack, p, level, ground), *_as_inner(stack, p, level)):
        depth = len(opened) - 1
        before = stack[depth] if depth < len(stack) and stack[depth].scheme.word == p.scheme.word else None
        closed = closed_list(stack[depth + (before is not None) :]) or (before.closed if before is not None else None)
        yield score, (*opened[:-1], ground.closing(level, closed)), at, why


def _as_inner(stack: tuple[Level, ...], p: Proposal, level: Level) -> Iterator[Option]:
    """A part inside an article stands straight below it, or below its open section."""
    if p.number.key == (1,) and p.score >= STRONG:
        depth = below(stack, ("section",))
        yield INNER, (*stack[:depth], level), stack[depth - 1].at, ("begins the parts of what it stands in",)


def _as_step(stack: tuple[Level, ...], p: Proposal, level: Level) -> Iterator[Option]:
    if p.number.key[0] != 1:
        return
    holds = (depth for depth in range(len(stack), 1, -1) if _holds_steps(stack[depth - 1].scheme))
    depth = next(holds, 1)
    yield STEPS, (*stack[:depth], level), stack[depth - 1].at, ("begins the steps",)


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
            into = ground.closing(level, closed_list(stack[inner:]))
            yield AMONG_NUMBERS, (*stack[:inner], into), stack[inner - 1].at, ("set as a heading among numbers that run on",)
    level = ground.closing(level, closed_list(stack[depth:]))
    yield HEADING_ALONE + (CLOSES_LISTS if lists else 0.0), (*stack[:depth], level), stack[depth - 1].at, ("set as a heading",)
    if lists and len(stack) < DEEPEST and stack[-1].scheme is not HEADING:
        yield 0.0 if look.heading else INSIDE_LIST, (*stack, level), stack[-1].at, ("a heading inside a list that goes on",)
