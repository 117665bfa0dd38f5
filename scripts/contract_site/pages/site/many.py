"""A long list of agreements: one edition of each, and folded below it its other editions and what stands below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from contract_site.interface.say import say
from contract_site.model.agreement import Agreement, agreement_of, agreements_of
from contract_site.model.document import Edition

Line = Callable[[Edition], str]
"""Gives the entry of an edition, a list item of Markdown."""


def grouped(editions: Sequence[Edition], line: Line) -> Iterator[str]:
    """Yield a long list of editions: of each agreement below no other the likeliest, and folded what belongs to it.

    Agreements stand in the order of their first editions. Raises SettingsError as ``agreements_of``.
    """
    agreements = {each.id: each for each in agreements_of(editions)}
    tops: dict[str, list[Edition]] = {}
    for edition in editions:
        tops.setdefault(_top(agreements, agreement_of(edition)), []).append(edition)
    # Agreements of which nothing is folded share a list; each of the others begins one of its own.
    for folds, names in groupby(tops, key=lambda name: name if len(tops[name]) > 1 else ""):
        found = list(names)
        yield from _lines([agreements[name].editions[0] for name in found], line)
        if folds:
            yield from _folded(agreements[folds], tops[folds], line)


def _top(agreements: dict[str, Agreement], name: str) -> str:
    """The agreement below no other under which one stands."""
    while agreements[name].parent:
        name = agreements[name].parent
    return name


def _folded(agreement: Agreement, editions: Sequence[Edition], line: Line) -> Iterator[str]:
    own = [edition for edition in editions if agreement_of(edition) == agreement.id and edition is not agreement.editions[0]]
    below = [edition for edition in editions if agreement_of(edition) != agreement.id]
    told = [
        *([say("Other editions: {count}", count=len(own))] if own else []),
        *([say("Below it: {count}", count=len(below))] if below else []),
    ]
    yield f'<details class="past" markdown>\n<summary>{" · ".join(told)}</summary>\n'
    yield from _lines([*own, *below], line)
    yield "</details>\n"


def _lines(editions: Sequence[Edition], line: Line) -> Iterator[str]:
    yield '<div class="lines of-agreements" markdown>\n'
    yield from map(line, editions)
    yield "\n</div>\n"
