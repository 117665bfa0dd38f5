"""All files of the open data: one for each agreement, comparison and concordance, their schema, and the index of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from contract_site.beside.bargained import TableOfBargaining
from contract_site.beside.changed import ToldChange
from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.data.agreement import agreement_data
from contract_site.data.bargaining import BargainingData, bargaining_data
from contract_site.data.feed import ChangesData, changes_files
from contract_site.data.schema import AgreementEntry, ComparisonEntry, DownloadEntry, IndexData, schema, to_json
from contract_site.data.subjects import SubjectsData
from contract_site.model.document import Edition
from contract_site.model.page import DataFile

INDEX = PurePosixPath("index.json")
BARGAINING = PurePosixPath("bargaining.json")


def edition_file(edition: Edition, crossings: Crossings) -> DataFile:
    """Return the data of an edition."""
    return DataFile(PurePosixPath(f"{edition.slug}.json"), to_json(agreement_data(edition, crossings)))


def index_file(agreements: Sequence[AgreementEntry], comparisons: Sequence[ComparisonEntry], beside: Iterable[str]) -> DataFile:
    """Return the index of all data; ``beside`` are the files beside those of agreements and comparisons, by name."""
    others = {PurePosixPath(name): f"/data/{name}" for name in beside}
    index = IndexData(
        agreements=list(agreements),
        comparisons=list(comparisons),
        bargaining=others.get(BARGAINING),
        changes=others.get(addresses.CHANGES_DATA),
    )
    return DataFile(INDEX, to_json(index))


def files_beside(table: TableOfBargaining, calendars: frozenset[str], changes: Sequence[ToldChange]) -> list[DataFile]:
    """Return the schema, what is known of bargaining, if anything is, and what changed in the texts, if that is recorded.

    ``calendars`` are the ids of the agreements that have one.
    """
    told = [DataFile(BARGAINING, to_json(bargaining_data(table, calendars)))] if table.told else []
    return [
        DataFile(PurePosixPath("schema.json"), to_json(schema(BargainingData, SubjectsData, ChangesData))),
        *told,
        *changes_files(changes),
    ]


def with_downloads(index: str, version: str, downloads: Iterable[DownloadEntry]) -> str:
    """Return the text of the index with what was made to carry away, once it is made: no file holds its own fingerprint."""
    known = IndexData.model_validate_json(index)
    return to_json(known.model_copy(update={"version": version, "downloads": list(downloads)}))
