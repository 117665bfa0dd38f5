"""Learn the word that a document prints before the numbers of its articles, where we know none: ``Standing Order 3``.

Asked only where nothing known makes articles. A word is learned if the lines that begin with it count from 1 and have text
between them over most of the document: ``Grade 1`` to ``Grade 4`` of one article, or the rows of a table, do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from contract_site.model.months import NUMBERS as MONTHS
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.chains import best_chain
from contract_site.parse.judge import judged
from contract_site.parse.labels import Proposal, Scheme
from contract_site.parse.printed_numbers import read_number
from contract_site.parse.setting import Setting

HEAD = re.compile(
    r"(?P<word>[^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20}){0,2})\s{1,3}(?:(?:[Nn][or]|№)\.?\s?)?(?P<number>\d{1,3}|[IVXLC]{1,7})"
    r"(?P<stop>\s?[.:)]?(?:\s?[-–—](?=\s))?)(?=\s|$)\s*"
)
"""A word or two and a number at the head of a line."""
FEWEST = 3
"""Headings from which on a word is learned."""
SHARE = 0.4
"""The share of the document's lines that must stand between the first and the last of them."""
COUNTS_THINGS = frozenset(MONTHS) | {
    "page", "table", "figure", "example", "grade", "level", "step", "class", "band", "group", "year", "month", "week", "day",
    "phase", "tier", "zone", "option", "note", "line", "local",
}  # fmt: skip
"""Words before numbers that count something else than provisions."""
WHY = "a word that this document counts its articles with"


def by_unknown_word(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], setting: Setting
) -> Mapping[int, tuple[Proposal, ...]]:
    """Return the headings of articles by a word that is learned from them, by their lines; empty if there is none."""
    words: defaultdict[str, list[Proposal]] = defaultdict(list)
    for word, p in _counted(lines, proposals, setting):
        words[word].append(p)
    chains = (best_chain(found) for found in words.values() if len(found) >= FEWEST)
    believed = [chain.members for chain in chains if _runs_through(chain.members, lines)]
    longest = max(believed, key=len, default=())
    return {p.index: (p,) for p in longest}


def _counted(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], setting: Setting
) -> Iterator[tuple[str, Proposal]]:
    for index, line in enumerate(lines):
        match = HEAD.match(line.text) if line.text[:1].isupper() and not proposals[index] and line.look.cells < 2 else None
        if match is None or match["word"].split()[0].lower() in COUNTS_THINGS:
            continue
        before = lines[index - 1] if index else None
        for number in read_number(match["number"]):
            rest = line.text[match.end() :]
            p = Proposal(index, Scheme("article", number.count), number, Kind.DIVISION, 0, match.end(), rest, 0.0)
            told = judged(p, line, before, setting)
            if told is not None:
                yield match["word"].casefold(), told.judged(told.score, (*told.why, WHY), hung=told.hung)


def _runs_through(members: Sequence[Proposal], lines: Sequence[Line]) -> bool:
    """Say whether headings count from 1 over most of a document, with text below each but the last."""
    if len(members) < FEWEST or members[0].number.key != (1,):
        return False
    apart = all(after.index - before.index > 1 for before, after in pairwise(members))
    return apart and members[-1].index - members[0].index >= SHARE * len(lines)
