"""All files of the open data: one for each agreement, comparison and concordance, their schema, and the index of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.beside.bargained import TableOfBargaining
from contract_site.beside.changed import ToldChange
from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.data.agreement import agreement_data, index_data
from contract_site.data.bargaining import BargainingData, bargaining_data
from contract_site.data.calendar import with_days
from contract_site.data.comparison import comparison_files
from contract_site.data.concordance import concordance_files
from contract_site.data.feed import ChangesData, changes_files
from contract_site.data.schema import DownloadEntry, IndexData, schema, to_json
from contract_site.data.subjects import SubjectsData
from contract_site.model.page import DataFile

INDEX = PurePosixPath("index.json")
BARGAINING = PurePosixPath("bargaining.json")


def open_data(crossings: Crossings, table: TableOfBargaining, changes: Sequence[ToldChange]) -> list[DataFile]:
    """Return the files of the open data, by their paths below its folder."""
    editions = crossings.relations.editions
    texts = {slug: to_json(agreement_data(edition, crossings)) for slug, edition in editions.items()}
    files = [DataFile(PurePosixPath(f"{slug}.json"), text) for slug, text in texts.items()]
    compared = [*comparison_files(crossings), *concordance_files(crossings.concorded)]
    listed = index_data(list(editions.values()), texts, [entry for entry, _ in compared])
    told = [DataFile(BARGAINING, to_json(bargaining_data(table, with_days(table))))] if table.told else []
    listed.bargaining = f"/data/{BARGAINING}" if told else None
    listed.changes = f"/data/{addresses.CHANGES_DATA}" if changes else None
    index = DataFile(INDEX, to_json(listed))
    return [
        index,
        DataFile(PurePosixPath("schema.json"), to_json(schema(BargainingData, SubjectsData, ChangesData))),
        *files,
        *told,
        *changes_files(changes),
        *(file for _, file in compared),
    ]


def with_downloads(index: str, version: str, downloads: Sequence[DownloadEntry]) -> str:
    """Return the text of the index with what was made to carry away, once it is made: no file holds its own fingerprint."""
    known = IndexData.model_validate_json(index)
    return to_json(known.model_copy(update={"version": version, "downloads": list(downloads)}))
