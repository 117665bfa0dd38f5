"""Find articles whose headings print no number, or one that was misread: what they hold says which they are.

``INTRODUCTION`` above 1.1, 1.2 is Article 1 where the next heading is ``2.0 Fees``; so is a heading that a scan spoilt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_site.model.source import Line
from contract_site.parse.chains import Chain
from contract_site.parse.labels import PROSE, Proposal
from contract_site.parse.openings import Opening, Opens, is_set_out
from contract_site.parse.printed_numbers import Count, Number

NEAR = 8
"""Lines between a heading and the first provision below it: an introduction may stand there."""
WHY = ("what is counted below it says its number",)


def implied(every: Sequence[Proposal], articles: Chain, lines: Sequence[Line]) -> Iterator[Opening]:
    """Yield the articles that the numbers of their sections name and no heading does: before the first, and in gaps."""
    if not articles.members or articles.members[0].number.count not in (Count.NUMBERS, Count.DECIMALS):
        return
    firsts = [p for p in every if p.number.key == (1,) and len(p.number.above) == 1 and p.kind is None]
    first = articles.members[0]
    bounds = [(-1, 0, first), *((a.index, a.number.key[0], b) for a, b in pairwise(articles.members) if not a.number.above)]
    for begin, last, after in bounds:
        if first.number.above or after.number.key[0] - last != 2 or (last == 0 and first.number.key[0] != 2):
            continue
        missing = last + 1
        inside = (p.index for p in firsts if begin < p.index < after.index and p.number.above == (missing,))
        for index in inside:
            head = _head_of(index, begin, lines)
            if head is not None:
                yield Opening(head, Opens.ARTICLE, _unprinted(head, missing, first, lines), why=WHY)
            break


def _head_of(index: int, begin: int, lines: Sequence[Line]) -> int | None:
    """The nearest line above a provision that is set as a heading; None if text of the article before reaches it."""
    for above in range(index - 1, max(begin, index - NEAR - 1), -1):
        line = lines[above]
        if is_set_out(line) and len(line.text) < 90 and not PROSE.search(line.text) and line.text[-1:] not in ".;,":
            return above
    return None


def _unprinted(index: int, value: int, like: Proposal, lines: Sequence[Line]) -> Proposal:
    number = Number(Count.NUMBERS, (), (value,), str(value))
    return Proposal(index, like.scheme, number, like.kind, 0, 0, lines[index].text, 1.0, WHY)
