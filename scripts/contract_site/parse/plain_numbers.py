"""Find numbers without a mark that count the paragraphs of articles: ``1 Dieser Vertrag gilt …``, ``2 Er …``.

A number before a sentence is an amount or a date in most texts. Where most articles have such numbers from 1 on, straight
below their headings, they are labels, as in Swiss agreements, where they stand raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.labels import PROSE, Proposal, Scheme
from contract_site.parse.printed_numbers import Count, Number

PLAIN = re.compile(r"(?P<number>\d{1,2})\s+(?=[^\W\d_a-zß-ÿ])")
MARK = " "
"""What stands behind such a number, for it is no number before a title."""
NEAR = 3
"""Lines from the heading of an article to its first paragraph, its title among them."""
FEWEST = 3
"""Articles with two such paragraphs or more."""
SHORTEST = 60
"""Characters from which on a line is rather a sentence than a title."""
SURE = 0.3
WHY = ("numbers without a mark count the paragraphs here",)


def plainly_counted(lines: Sequence[Line], found: Sequence[Sequence[Proposal]]) -> Iterator[tuple[int, Proposal]]:
    """Yield the lines with such numbers, and what they are; none, unless they are the rule."""
    runs = list(_runs(lines, found))
    counted = [run for run in runs if run]
    every = [index for run in counted for index in run]
    sentences = sum(PROSE.search(lines[i].text) is not None or len(lines[i].text) > SHORTEST for i in every)
    several = sum(len(run) > 1 for run in counted)
    if several >= FEWEST and 2 * len(counted) >= len(runs) and 3 * sentences >= 2 * len(every):
        yield from ((index, _plain(index, lines[index].text)) for index in every)


def _runs(lines: Sequence[Line], found: Sequence[Sequence[Proposal]]) -> Iterator[list[int]]:
    """Yield the lines that count from 1 on, below each heading of an article."""
    heading, run = -1, list[int]()
    for index, line in enumerate(lines):
        if found[index] and any(p.kind in (Kind.DIVISION, Kind.SECTION, Kind.BESIDE) for p in found[index]):
            yield from [run] if heading >= 0 else []
            heading, run = index, []
        elif heading >= 0 and (match := PLAIN.match(line.text)) and int(match["number"]) == len(run) + 1:
            run += [index] if run or index - heading <= NEAR else []
    yield from [run] if heading >= 0 else []


def _plain(index: int, text: str) -> Proposal:
    match = PLAIN.match(text)
    assert match is not None
    number = Number(Count.NUMBERS, (), (int(match["number"]),), match["number"])
    return Proposal(index, Scheme("", Count.NUMBERS, MARK), number, None, 0, match.end(), text[match.end() :], SURE, WHY)
