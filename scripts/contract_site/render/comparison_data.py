"""A comparison as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from contract_site.model.comparison import Comparison, Row, Segment
from contract_site.render.schema import ComparisonData, RowData


def comparison_data(
    comparison: Comparison,
    url: Callable[[Row], str] = lambda _row: "",
    explanation: Callable[[Row], str | None] = lambda _row: None,
) -> ComparisonData:
    """Return the data of a comparison; where there is a site, ``url`` gives a row's address and ``explanation`` explains it."""
    return ComparisonData(
        before=comparison.settings.before,
        after=comparison.settings.after,
        title=comparison.settings.title,
        rows=[
            RowData(
                before=[unit.name for unit in row.before],
                after=[unit.name for unit in row.after],
                change=row.change.value,
                similarity=row.similarity,
                reviewed=row.reviewed,
                redline=[list(_segment(segment)) for segment in row.redline],
                explanation=explanation(row),
                url=url(row),
                note=row.note or None,
            )
            for row in comparison.rows
        ],
        summary={change.value: count for change, count in comparison.summary.items()},
    )


def _segment(segment: Segment) -> Iterator[str]:
    yield segment.mark.value
    yield segment.text
    if segment.before:
        yield segment.before
