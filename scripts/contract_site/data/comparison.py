"""A comparison as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.explained import explained_rows
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.data.schema import ComparisonData, ComparisonEntry, ForerunnerData, RowData, to_json
from contract_site.model.comparison import Comparison, LocalItems, Mark, Row, Segment
from contract_site.model.page import DataFile
from contract_site.model.place import PlaceName


def comparison_files(crossings: Crossings) -> Iterator[tuple[ComparisonEntry, DataFile]]:
    """Yield the data file of every comparison, with its entry in the index of data."""
    for layout in crossings.compared:
        settings = layout.comparison.settings
        home = addresses.comparison_url(settings.before, layout.after_address)
        data = comparison_data(layout.comparison, layout.url, _explanations(layout))
        path = PurePosixPath("compare", f"{settings.before}--{layout.after_address.replace('/', '-')}.json")
        yield (
            ComparisonEntry(before=settings.before, after=settings.after, url=home, data=f"/data/{path}"),
            DataFile(path, to_json(data)),
        )

    for each in crossings.relations.local_items:
        yield from (_item_file(each, comparison, crossings) for comparison in each.comparisons)


def _item_file(items: LocalItems, comparison: Comparison, crossings: Crossings) -> tuple[ComparisonEntry, DataFile]:
    """A local memorandum beside the agreement that it implements; a row's address is that of its item's page."""
    settings = comparison.settings
    national = crossings.relations.editions[settings.before]
    local = crossings.relations.editions[settings.after]

    def url(row: Row) -> str:
        if not row.before:
            return addresses.url(local.slug, row.after[0].page)
        found = crossings.places(national).at_anchor(row.before[0].page, row.before[0].anchor)
        at = crossings.items_at(national, *found) if found else ()
        return addresses.local_items_url(at[0].below, at[0].number, (local if row.after else national).slug) if at else ""

    data = comparison_data(comparison, url)
    data.forerunners = [
        ForerunnerData(
            item=each.item,
            option=_abroad(each.slug, each.option),
            provision=_abroad(each.slug, each.provision),
            note=each.note or None,
        )
        for each in items.forerunners
    ]
    path = PurePosixPath("compare", f"{settings.before}--{settings.after}.json")
    home = addresses.local_items_url(items.settings.address)
    entry = ComparisonEntry(before=settings.before, after=settings.after, url=home, data=f"/data/{path}")
    return entry, DataFile(path, to_json(data))


def _explanations(layout: ComparisonLayout) -> Callable[[Row], str | None]:
    beside = explained_rows(layout).at_row

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
        kind=comparison.settings.kind,
        rows=[
            RowData(
                before=[unit.name for unit in row.before],
                after=[unit.name for unit in row.after],
                change=row.change.value,
                similarity=row.similarity,
                reviewed=row.reviewed,
                redline=[list(_segment(segment)) for segment in (*_labels(row), *row.redline)],
                explanation=explanation(row),
                url=url(row),
                note=row.note or None,
                repeats=[unit.name for unit in row.repeats],
            )
            for row in comparison.rows
        ],
        summary={change.value: count for change, count in comparison.summary.items()},
    )


def _labels(row: Row) -> Iterator[Segment]:
    """The labels of headings, which alone tell what an added ``Miscellaneous`` is; a number that changed is no words struck."""
    if not all(unit.heading for unit in (*row.before, *row.after)):
        return
    old, new = ("".join(f"{unit.label} " for unit in side[:1] if unit.label) for side in (row.before, row.after))
    if old or new:
        mark = Mark.KEEP if row.before and row.after else Mark.STRIKE if row.before else Mark.INSERT
        yield Segment(mark, new or (old if mark is Mark.STRIKE else ""), old if mark is Mark.KEEP and old != new else "")


def _segment(segment: Segment) -> Iterator[str]:
    yield segment.mark.value
    yield segment.text
    if segment.before:
        yield segment.before


def _abroad(slug: str, name: str) -> str:
    """What data calls a place of another agreement, by its name there."""
    return str(replace(PlaceName.within(name), slug=slug))
