"""The records of search as scripts, for a page that cannot fetch: opened from a disk, or without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.model.page import DataFile
from contract_site.model.search_record import SearchedAgreement, SearchRecord


def offline_files(agreements: Sequence[SearchedAgreement]) -> Iterator[DataFile]:
    """Yield one script an agreement, named below ``search/offline/``: its records, in printed order."""
    for agreement in agreements:
        slug = json.dumps(agreement.slug)
        records = ",\n".join(_row(record) for record in agreement.records)
        text = f"((window.contractReference ||= {{}}).searchRecords ||= {{}})[{slug}] = [\n{records}\n];\n"
        yield DataFile(PurePosixPath(f"{agreement.slug}.js"), text)


def _row(record: SearchRecord) -> str:
    """A record as `search-offline.js` reads it; JSON is JavaScript, whatever the words hold."""
    row = (record.url, record.citation, record.kind, record.trail, record.heading, record.text, record.weight)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
