"""How an agreement is numbered, in words: which labels open its articles and what stands in them, and how many there are."""

from __future__ import annotations

from collections import Counter

from contract_site.model.document import Edition

MOST = 6


def numbering_of(edition: Edition) -> str:
    """Return how the outline of an edition was labelled, the commonest labels first; empty if nothing is."""
    schemes = Counter(row.scheme for row in edition.outline if row.scheme)
    parts = Counter(row.scheme for row in edition.outline if row.scheme and row.kind in ("article", "group"))
    shown = [*parts, *(scheme for scheme, _ in schemes.most_common() if scheme not in parts)]
    return ", ".join(f"{scheme} ({schemes[scheme]})" for scheme in shown[:MOST])


def doubtful_rows(edition: Edition) -> tuple[int, ...]:
    """Return which rows of the outline are doubtful, as places in it."""
    return tuple(n for n, row in enumerate(edition.outline) if row.doubtful)
