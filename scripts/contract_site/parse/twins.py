"""Find articles whose number is printed twice: ``Article 37 (d'origine)`` and ``Article 37``, each with a title of its own.

A number alone is not enough, because agreements print the heading of an article again at the top of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from contract_site.model.source import Line
from contract_site.parse.chains import Chain
from contract_site.parse.labels import Proposal
from contract_site.parse.openings import Opening
from contract_site.parse.propose import plain
from contract_site.parse.setting import Setting
from contract_site.parse.titles import title_of_part


def printed_twice(
    articles: Chain, others: Sequence[Proposal], beside: Sequence[Opening], lines: Sequence[Line], setting: Setting
) -> Iterator[Proposal]:
    """Yield the headings that have the number of the article straight before or behind them, and another title.

    ``others`` are headings of articles that are in no chain. Those behind the first document ``beside`` the body are its own.
    """
    members = articles.members
    documents = sorted(opening.index for opening in beside)
    for p in others:
        behind = bisect_left(members, p.index, key=attrgetter("index"))
        same = [each for each in members[max(0, behind - 1) : behind + 1] if each.number.key == p.number.key]
        inside = 0 < behind < len(members) and bisect_left(documents, members[behind - 1].index) == bisect_left(
            documents, p.index
        )
        if not inside or len(same) != 1 or not p.scheme.word or same[0].number.above != p.number.above:
            continue
        own, other = (_title(each, lines, setting) for each in (p, same[0]))
        if own and other and not own.startswith(other) and not other.startswith(own):
            yield p


def _title(p: Proposal, lines: Sequence[Line], setting: Setting) -> str:
    """The letters of an article's title; empty if it has none."""
    title = title_of_part(p, lines, frozenset(), min(len(lines), p.index + 8), setting)
    below = "".join(line.text for line in lines[p.index + 1 : p.index + 1 + title.below])
    return plain(f"{p.rest if title.on_line else ''}{below}")
