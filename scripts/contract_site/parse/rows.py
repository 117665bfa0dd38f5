"""Turn a chosen outline into rows for people, who may keep them (``decided``)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from contract_site.model.outline import ChosenRow, words_at
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.levels import LabelPlace
from contract_site.parse.nest import Choice
from contract_site.parse.openings import Opens
from contract_site.parse.titles import Title
from contract_site.parse.unnumbered import HEADING


def rows_of(outline: Outline) -> Iterator[ChosenRow]:
    """Yield the rows of an outline, in reading order."""
    for part in outline.parts:
        yield _part_row(part, outline)
        depths: dict[LabelPlace, int] = {}
        for choice, title in part.labels:
            depth = depths[choice.parent] + 1 if choice.parent in depths else 0
            depths[LabelPlace(choice.proposal.index, choice.proposal.begin)] = depth
            yield _row(choice, title, depth, outline)


def _part_row(part: ChosenPart, outline: Outline) -> ChosenRow:
    opening, line = part.opening, outline.lines[part.opening.index]
    proposal = opening.proposal
    label = proposal.label_in(line.text) if proposal else ""
    below = outline.lines[opening.index + 1 : opening.index + 1 + part.title.below]
    unnumbered = line.text if proposal is None and below else ""
    words = [proposal.rest if proposal and part.title.on_line else unnumbered, *(each.text for each in below)]
    known = opening.opens is Opens.FRONT or proposal is None
    return ChosenRow(
        line=line.number, depth=0, kind=opening.opens.value, scheme=proposal.scheme.shown if proposal else "", label=label,
        heading=" ".join(filter(None, words)), sure=1.0 if known else _share(proposal.score if proposal else 0.0),
        why=", ".join(opening.why), opens=words_at(line.text),
    )  # fmt: skip


def _row(choice: Choice, title: Title, depth: int, outline: Outline) -> ChosenRow:
    proposal, line = choice.proposal, outline.lines[choice.proposal.index]
    unlabelled = proposal.scheme is HEADING
    return ChosenRow(
        line=line.number, depth=depth, kind="heading" if unlabelled else "provision",
        scheme="" if unlabelled else proposal.scheme.shown,
        label=proposal.label_in(line.text),
        heading=proposal.rest if title.on_line else "", sure=_share(choice.score),
        why=", ".join(dict.fromkeys((*choice.why, *proposal.why))), opens=words_at(line.text),
    )  # fmt: skip


def _share(score: float) -> float:
    return round(1 / (1 + math.exp(-score)), 2)
