"""A long list of agreements: under each what stands below it, and what others took the place of, folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from contract_site.interface.say import say
from contract_site.model.agreement import Agreement, agreement_of, agreements_of
from contract_site.model.document import Edition
from contract_site.words.escape import escape

Line = Callable[[Edition], str]
"""Gives the entry of an edition, a list item of Markdown."""
PAST = "superseded"


def grouped(editions: Sequence[Edition], line: Line) -> Iterator[str]:
    """Yield a long list of editions in its order: those of agreements below no other, and folded what belongs to each.

    Raises SettingsError as ``agreements_of``.
    """
    agreements = {each.id: each for each in agreements_of(editions)}
    tops: dict[str, list[Edition]] = {}
    for edition in editions:
        tops.setdefault(_top(agreements, agreement_of(edition)), []).append(edition)
    # Agreements of which nothing is folded share a list; each of the others begins one of its own.
    for folds, each in groupby(tops, key=lambda name: any(map(_is_folded(name), tops[name])) and name):
        own = [edition for name in each for edition in tops[name]]
        yield from _lines([edition for edition in own if not (folds and _is_folded(str(folds))(edition))], line)
        if folds:
            yield from _folded(agreements[str(folds)], own, line)


def _top(agreements: dict[str, Agreement], name: str) -> str:
    """The agreement below no other under which one stands."""
    while agreements[name].parent:
        name = agreements[name].parent
    return name


def _is_folded(top: str) -> Callable[[Edition], bool]:
    """What says whether an edition is folded under its agreement: one below it, or one that another took the place of."""
    return lambda edition: agreement_of(edition) != top or edition.settings.status == PAST


def _folded(agreement: Agreement, editions: Sequence[Edition], line: Line) -> Iterator[str]:
    past = [edition for edition in editions if agreement_of(edition) == agreement.id and edition.settings.status == PAST]
    below = [edition for edition in editions if agreement_of(edition) != agreement.id]
    name = escape(agreement.name)
    for found, told in (
        (past, say("Earlier editions of {name} ({count})", name=name, count=len(past))),
        (below, say("Below {name} ({count})", name=name, count=len(below))),
    ):
        if found:
            yield f'<details class="past" markdown>\n<summary>{told}</summary>\n'
            yield from _lines(found, line)
            yield "</details>\n"


def _lines(editions: Sequence[Edition], line: Line) -> Iterator[str]:
    if editions:
        yield '<div class="lines" markdown>\n'
        yield from map(line, editions)
        yield "\n</div>\n"
