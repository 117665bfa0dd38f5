"""All files of the open data: one for each agreement, comparison and concordance, their schema, and the index of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.beside.bargained import TableOfBargaining
from contract_site.beside.crossings import Crossings
from contract_site.data.agreement import agreement_data
from contract_site.data.bargaining import BargainingData, bargaining_data
from contract_site.data.calendar import with_days
from contract_site.data.schema import AgreementEntry, ComparisonEntry, IndexData, schema, to_json
from contract_site.data.subjects import SubjectsData
from contract_site.model.document import Edition
from contract_site.model.page import DataFile

BARGAINING = PurePosixPath("bargaining.json")


def edition_file(edition: Edition, crossings: Crossings) -> DataFile:
    """Return the data of an edition."""
    return DataFile(PurePosixPath(f"{edition.slug}.json"), to_json(agreement_data(edition, crossings)))


def listing_files(
    agreements: Sequence[AgreementEntry], comparisons: Sequence[ComparisonEntry], table: TableOfBargaining
) -> list[DataFile]:
    """Return the index of all data, the schema, and what is known of bargaining, if anything is."""
    bargaining = f"/data/{BARGAINING}" if table.told else None
    index = IndexData(agreements=list(agreements), comparisons=list(comparisons), bargaining=bargaining)
    told = [DataFile(BARGAINING, to_json(bargaining_data(table, with_days(table))))] if table.told else []
    return [
        DataFile(PurePosixPath("index.json"), to_json(index)),
        DataFile(PurePosixPath("schema.json"), to_json(schema(BargainingData, SubjectsData))),
        *told,
    ]
