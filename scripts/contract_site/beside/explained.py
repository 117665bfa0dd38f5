"""Printed explanations, each given to one row of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contract_site.beside.rows import ComparisonLayout
from contract_site.model.document import Explanation

Explained = Mapping[tuple[str, str], Sequence[Explanation]]
"""The explanations that stand at a row, by its page and anchor."""


@dataclass(frozen=True, slots=True)
class ExplainedRows:
    """The explanations of a comparison, each at exactly one row, and how far down each reaches."""

    at_row: Explained
    reach: Mapping[tuple[str, str], frozenset[tuple[str, str]]]
    """By row: (page, anchor) of the provisions that the explanations at it are about."""


def explained_rows(layout: ComparisonLayout) -> ExplainedRows:
    """Give each explanation to the first row of its provision, or of what stands below it."""
    at_row: dict[tuple[str, str], list[Explanation]] = {}
    reach: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for edition in (layout.after, layout.before):
        parts = {part.id: part for part in edition.parts}
        for explanation in edition.explanations:
            trail = parts[explanation.page].root.trail(explanation.anchor)
            below = list(trail[-1].walk()) if trail else []
            rows = [row for each in below for row in layout.of_provision(edition.slug, explanation.page, each.anchor)]
            if rows:
                key = rows[0].page, rows[0].anchor
                at_row.setdefault(key, []).append(explanation)
                reach.setdefault(key, set()).update((explanation.page, each.anchor) for each in below)
    return ExplainedRows(at_row, {key: frozenset(found) for key, found in reach.items()})
