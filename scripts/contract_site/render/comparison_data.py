"""A comparison as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from contract_site.model.comparison import Comparison, Row, Segment
from contract_site.model.page import DataFile
from contract_site.render import addresses
from contract_site.render.compared_part import beside_rows
from contract_site.render.crossings import Crossings
from contract_site.render.rows import Layout
from contract_site.render.schema import ComparisonData, ComparisonEntry, RowData, to_json


def comparison_files(crossings: Crossings) -> Iterator[tuple[ComparisonEntry, DataFile]]:
    """Yield the data file of every comparison, with its entry in the index of data."""
    for layout, _ in crossings.compared:
        settings = layout.comparison.settings
        home = addresses.comparison_url(settings.before, layout.after_address)
        data = comparison_data(layout.comparison, layout.url, _explanations(layout))
        path = PurePosixPath("compare", f"{settings.before}--{layout.after_address.replace('/', '-')}.json")
        yield (
            ComparisonEntry(before=settings.before, after=settings.after, url=home, data=f"/data/{path}"),
            DataFile(path, to_json(data)),
        )


def _explanations(layout: Layout) -> Callable[[Row], str | None]:
    beside = beside_rows(layout).at_row

    def explanation(row: Row) -> str | None:
        placed = layout.place(row)
        found = beside.get((placed.page, placed.anchor), ())
        return "\n\n".join(each.text for each in found) or None

    return explanation


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
