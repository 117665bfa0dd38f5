"""Attach printed explanations to the provisions that they explain."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.model.collation import ExplanationRow
from contract_site.model.document import Explanation, Part
from contract_site.model.editorial import Editorial
from contract_site.model.finding import SettingsError
from contract_site.model.source import Words


def attach_explanations(
    rows: Sequence[tuple[ExplanationRow, Words]], parts: Sequence[Part], editorial: Editorial
) -> tuple[Explanation, ...]:
    """Return the explanations in printed order, each with its paragraphs.

    Raises SettingsError, naming the row, if a row names no provision, or a first row only goes on.
    """
    known = {(part.id, provision.anchor) for part in parts for provision in part.root.walk()}
    by = editorial.agreement.columns.by if editorial.agreement.columns else ""
    gathered: list[tuple[ExplanationRow, list[Words]]] = []
    for row, words in rows:
        if not row.slug:
            gathered[-1][1].append(words)
            continue
        if (row.page, row.anchor) not in known:
            raise SettingsError(
                f"{row.place}: no provision has the anchor '{row.anchor}' on page '{row.page}'; correct the row"
            )
        gathered.append((row, [words]))
    return tuple(Explanation(page=row.page, anchor=row.anchor, by=by, words=tuple(paragraphs)) for row, paragraphs in gathered)
