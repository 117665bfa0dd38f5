"""A concordance as open data, in the form of a comparison that claims nothing of single words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.beside.topics import PlacedCorrespondence, TopicLayout
from contract_site.data.schema import ComparisonData, ComparisonEntry, RowData, TopicData, to_json
from contract_site.model.comparison import Change
from contract_site.model.concordance import Relation
from contract_site.model.page import DataFile

RELATED = "related"
CHANGES = {Relation.NO_ANCESTOR: Change.ADDED.value, Relation.NO_DESCENDANT: Change.REMOVED.value}
"""What ``change`` says of a row; of one that brings places together, ``RELATED``."""


def concordance_files(layouts: tuple[TopicLayout, ...]) -> Iterator[tuple[ComparisonEntry, DataFile]]:
    """Yield the data file of every concordance, with its entry in the index of data."""
    for layout in layouts:
        before, after = layout.before.slug, layout.after.slug
        path = PurePosixPath("compare", f"{before}--{after}.json")
        home = layout.page_url()
        entry = ComparisonEntry(before=before, after=after, url=home, data=f"/data/{path}")
        yield entry, DataFile(path, to_json(_data(layout)))


def _data(layout: TopicLayout) -> ComparisonData:
    rows = [_row(layout, placed) for placed in layout.rows]
    counts = Counter(row.change for row in rows)
    return ComparisonData(
        before=layout.before.slug,
        after=layout.after.slug,
        rows=rows,
        summary={**{change.value: counts[change.value] for change in Change}, RELATED: counts[RELATED]},
        title=layout.concordance.settings.title,
        topics=[
            TopicData(id=each.topic.id, title=each.topic.title, url=layout.page_url(each.topic.id)) for each in layout.topics
        ],
    )


def _row(layout: TopicLayout, placed: PlacedCorrespondence) -> RowData:
    row = placed.row
    return RowData(
        before=[place.name for place in row.before],
        after=[place.name for place in row.after],
        change=CHANGES.get(row.relation, RELATED),
        similarity=row.similarity,
        reviewed=row.reviewed,
        redline=[["keep", kept.text, *([kept.before] if kept.before else [])] for kept in row.kept],
        explanation=None,
        url=layout.page_url(placed.page, placed.anchor),
        note=row.note or None,
        relation=row.relation.value,
        topic=row.topic,
    )
