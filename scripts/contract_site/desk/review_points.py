"""What a person should look at in a reading: findings, and rows of the outline that are not sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contract_site.desk.leaves import Reading
from contract_site.model.finding import Finding


@dataclass(frozen=True, slots=True)
class ReviewPoint:
    """Something that a person should look at."""

    line: int
    """Of the source, from 1; 0 if it has no place there."""
    code: str
    message: str


def review_points_of(reading: Reading, beside: Iterable[Finding] = ()) -> Iterator[ReviewPoint]:
    """Yield what a person should look at, in the order of the source; ``beside`` are findings that no parse of it gives."""
    edition = reading.edition
    own = edition.source.name
    found = [
        ReviewPoint(each.line if each.path == own else 0, each.code, each.message) for each in (*edition.findings, *beside)
    ]
    found += [
        ReviewPoint(row.line, "unsure", f"{row.kind} {row.label or row.heading or row.opens}: {row.why}")
        for row in edition.outline
        if row.doubtful
    ]
    yield from sorted(found, key=lambda each: each.line)
