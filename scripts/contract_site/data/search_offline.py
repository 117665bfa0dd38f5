"""The records of search as scripts, for a page that cannot fetch: opened from a disk, or without a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.data.script import script
from contract_site.model.page import DataFile
from contract_site.model.search_record import SearchedAgreement, SearchRecord


def offline_files(agreements: Sequence[SearchedAgreement]) -> Iterator[DataFile]:
    """Yield one script an agreement, named below ``search/offline/``: its records, in printed order."""
    for agreement in agreements:
        yield script(f"{agreement.slug}.js", "searchRecords", [_row(record) for record in agreement.records], agreement.slug)


def _row(record: SearchRecord) -> tuple[object, ...]:
    """A record as `search-offline.js` reads it."""
    return record.url, record.citation, record.kind, record.trail, record.heading, record.text, record.weight
