"""Turn a chosen outline into rows for people, who may keep them (``decided``).

How sure a row is comes of what its line says for it, and of its company: a heading whose number stands in a run, or that is set
as others are, is no doubt that a person would have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from contract_site.apart.captions import is_capitals
from contract_site.model.outline import ChosenRow, words_at
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.labels import Proposal
from contract_site.parse.levels import LabelPlace
from contract_site.parse.nest import Choice
from contract_site.parse.openings import Opens
from contract_site.parse.printed_numbers import follows
from contract_site.parse.titles import Title
from contract_site.parse.unnumbered import HEADING

COMPANY = 3
"""So many whose numbers follow each other, or that are set alike, are no chance."""
IN_A_RUN, ALIKE = 1.0, 0.4
"""What such company says for each of them."""
RUN, SET_ALIKE = "one of a run of numbers", "set as other headings"


def rows_of(outline: Outline) -> Iterator[ChosenRow]:
    """Yield the rows of an outline, in reading order."""
    running = _running(outline)
    # Words of a cover are set alike, too, and are no headings.
    behind_cover = [part for part in outline.parts if part.opening.opens is not Opens.FRONT]
    looks = Counter(_set(choice, outline) for part in behind_cover for choice, _ in part.labels)
    for part in outline.parts:
        yield _part_row(part, outline, in_run=part.opening.index in running)
        depths: dict[LabelPlace, int] = {}
        for choice, title in part.labels:
            depth = depths[choice.parent] + 1 if choice.parent in depths else 0
            depths[LabelPlace(choice.proposal.index, choice.proposal.begin)] = depth
            alike = looks[_set(choice, outline)] if part.opening.opens is not Opens.FRONT else 0
            yield _row(choice, title, depth, outline, alike=alike)


def _running(outline: Outline) -> frozenset[int]:
    """The lines of the parts whose numbers run: each follows the one before, whatever stands between."""
    found: set[int] = set()
    run: list[Proposal] = []
    numbered = (part.opening.proposal for part in outline.parts if part.opening.opens is Opens.ARTICLE)
    for proposal in (*numbered, None):
        if proposal and run and proposal.scheme == run[-1].scheme and not follows(run[-1].number.key, proposal.number.key):
            run.append(proposal)
            continue
        found.update(each.index for each in run if len(run) >= COMPANY)
        run = [proposal] if proposal else []
    return frozenset(found)


def _set(choice: Choice, outline: Outline) -> tuple[object, ...]:
    """How a heading is set: all without a number that are set alike are headings, or none is."""
    line = outline.lines[choice.proposal.index]
    look = line.look
    unlabelled = choice.proposal.scheme is HEADING
    return (unlabelled, look.bold, look.italic, look.centred, look.heading, look.size, is_capitals(line.text))


def _part_row(part: ChosenPart, outline: Outline, *, in_run: bool) -> ChosenRow:
    opening, line = part.opening, outline.lines[part.opening.index]
    proposal = opening.proposal
    label = proposal.label_in(line.text) if proposal else ""
    below = outline.lines[opening.index + 1 : opening.index + 1 + part.title.below]
    unnumbered = line.text if proposal is None and below else ""
    words = [proposal.rest if proposal and part.title.on_line else unnumbered, *(each.text for each in below)]
    score = (proposal.score if proposal else 0.0) + IN_A_RUN * in_run
    known = opening.opens is Opens.FRONT or proposal is None
    return ChosenRow(
        line=line.number, depth=0, kind=opening.opens.value, scheme=proposal.scheme.shown if proposal else "", label=label,
        heading=" ".join(filter(None, words)), sure=1.0 if known else _share(score),
        why=", ".join([*opening.why, RUN] if in_run else opening.why), opens=words_at(line.text),
    )  # fmt: skip


def _row(choice: Choice, title: Title, depth: int, outline: Outline, *, alike: int) -> ChosenRow:
    proposal, line = choice.proposal, outline.lines[choice.proposal.index]
    unlabelled = proposal.scheme is HEADING
    company = unlabelled and alike >= COMPANY
    why = dict.fromkeys((*choice.why, *proposal.why, *((SET_ALIKE,) if company else ())))
    return ChosenRow(
        line=line.number, depth=depth, kind="heading" if unlabelled else "provision",
        scheme="" if unlabelled else proposal.scheme.shown,
        label=proposal.label_in(line.text),
        heading=proposal.rest if title.on_line else "", sure=_share(choice.score + ALIKE * company),
        why=", ".join(why), opens=words_at(line.text),
    )  # fmt: skip


def _share(score: float) -> float:
    return round(1 / (1 + math.exp(-score)), 2)
