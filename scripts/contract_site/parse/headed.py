"""Find the parts that headings without a number open: groups of articles, and the chapters of a text that counts none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_site.apart.captions import is_capitals
from contract_site.model.source import Line
from contract_site.parse.chains import Chain
from contract_site.parse.headings import LONGEST_TITLE
from contract_site.parse.judge import LARGER
from contract_site.parse.labels import Proposal, is_titled
from contract_site.parse.openings import Opening, Opens, is_set_out
from contract_site.parse.printed_numbers import Count
from contract_site.parse.setting import Setting
from contract_site.parse.unnumbered import PLAIN, unnumbered

WHY = ("set as a heading",)
OVER = ("a heading over articles",)
FEWEST = 3
"""Chapters; fewer headings alike may be a title and a date."""
LEAST = -0.12
"""What a heading says for itself: capitals and a blank line above are enough, a title that is set as the text is not."""
CAPITALS = -0.4
"""What capitals say for themselves: enough straight above an article."""
MOST_LINES = 3
"""Lines of a heading over articles."""
SHARE = 0.6
"""Share of the articles above which a heading stands: above more of them it is the articles' own, if these have titles."""


def over_articles(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], articles: Chain, setting: Setting
) -> tuple[Opening, ...]:
    """Return the headings straight above articles that stand over them and those that follow: ``WORK AND PAY``."""
    starts = [p.index for p in articles.members]
    lettered = _lettered(lines, proposals, starts)
    if lettered:
        return tuple(Opening(index, Opens.GROUP, why=OVER, head=1) for index in lettered)
    roomy = [
        at
        for before, at in pairwise(starts)
        if at - before > 2 or (at - before == 2 and len(lines[before].text) > LONGEST_TITLE)
    ]
    above = [at for at in roomy if _heads(lines, at - 1, setting, proposals, CAPITALS)]
    texts = Counter(lines[at - 1].text for at in above)
    once = [at - 1 for at in above if texts[lines[at - 1].text] == 1]
    if starts and starts[0] > 0 and _heads(lines, starts[0] - 1, setting, proposals, CAPITALS):
        first = [starts[0] - 1] if any(_alike(lines[starts[0] - 1], lines[index]) for index in once) else []
        once = [*first, *once]
    untitled = sum(bool(p.rest) and not is_titled(p.rest.rstrip(".:")) for p in articles.members)
    if not 1 < len(once) <= (len(starts) if untitled > SHARE * len(starts) else SHARE * len(starts)):
        return ()
    tops = [(_top(lines, index, setting, proposals), index) for index in once]
    return tuple(Opening(top, Opens.GROUP, why=OVER, head=index + 1 - top) for top, index in tops)


def _lettered(lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], starts: Sequence[int]) -> list[int]:
    """The lines straight above articles that count on in capital letters or Roman numerals: ``A. GENERAL``, ``B. PAY``."""
    found: dict[Count, list[int]] = defaultdict(list)
    for at in starts:
        for p in proposals[at - 1] if at > 0 else ():
            capital = p.kind is None and not p.number.above and p.scheme.count in (Count.CAPITALS, Count.ROMAN_CAPITALS)
            follows = p.number.key == (len(found[p.scheme.count]) + 1,)
            if capital and follows and (is_capitals(p.rest) or (is_set_out(lines[at - 1]) and is_titled(p.rest))):
                found[p.scheme.count].append(at - 1)
    longest = max(found.values(), key=len, default=[])
    return longest if len(longest) > 1 else []


def _top(lines: Sequence[Line], last: int, setting: Setting, proposals: Sequence[Sequence[Proposal]]) -> int:
    """The first line of a heading in capitals that ends in line ``last``: it may take several."""
    top = last
    while top > 1 and last - top < MOST_LINES - 1 and lines[top].look.gap <= setting.gap:
        above = lines[top - 1]
        if proposals[top - 1] or not is_capitals(above.text) or not _alike(above, lines[last]) or above.text[-1] in ".:;":
            break
        top -= 1
    return top


def _heads(
    lines: Sequence[Line], index: int, setting: Setting, proposals: Sequence[Sequence[Proposal]], least: float = LEAST
) -> bool:
    if index == 0 and not proposals[0]:
        return is_capitals(lines[0].text) or lines[0].look.bold or lines[0].look.heading > 0
    heading = unnumbered(lines, index, setting, proposals) if not proposals[index] else None
    plain = heading is None or heading.score == PLAIN
    return heading is not None and not plain and heading.score >= least and not lines[index].text.endswith(":")


def _alike(one: Line, other: Line) -> bool:
    return (one.look.heading, one.look.bold) == (other.look.heading, other.look.bold) and is_capitals(one.text) == is_capitals(
        other.text
    )


def chapters(lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], setting: Setting) -> tuple[Opening, ...]:
    """Return the headings that divide a text without numbered articles: those of its file, else those set out most."""
    marked = [index for index, line in enumerate(lines) if line.look.heading and line.text and not proposals[index]]
    if marked:
        return tuple(Opening(index, Opens.GROUP, why=WHY) for index in _outermost(marked, lines))
    alike: dict[tuple[bool, ...], list[int]] = defaultdict(list)
    for index in range(1, len(lines) - 1):
        if _heads(lines, index, setting, proposals):
            look = lines[index].look
            alike[look.size > LARGER, is_capitals(lines[index].text), look.bold, look.centred].append(index)
    for _, indices in sorted(alike.items(), reverse=True):
        if len(indices) >= FEWEST and _roomy(indices):
            return tuple(Opening(index, Opens.GROUP, why=WHY) for index in indices)
    return ()


def _outermost(marked: Sequence[int], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the headings of the outermost rank; of the next one, where a single heading above them all is the text's title."""
    ranks = sorted({lines[index].look.heading for index in marked})
    by_rank = [[index for index in marked if lines[index].look.heading == rank] for rank in ranks]
    titled = len(by_rank) > 1 and len(by_rank[0]) == 1 and marked[0] == by_rank[0][0] and len(by_rank[1]) >= FEWEST
    yield from by_rank[1] if titled else by_rank[0]


def _roomy(indices: Sequence[int]) -> bool:
    """Say whether text stands between most headings."""
    between = sorted(after - before for before, after in pairwise(indices))
    return between[len(between) // 2] > 1
