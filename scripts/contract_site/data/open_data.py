"""All files of the open data: one for each agreement, comparison and concordance, their schema, and the index of all."""

from __future__ import annotations

from pathlib import PurePosixPath

from contract_site.beside.bargained import TableOfBargaining
from contract_site.beside.crossings import Crossings
from contract_site.data.agreement import agreement_data, index_data
from contract_site.data.bargaining import BargainingData, bargaining_data
from contract_site.data.calendar import with_days
from contract_site.data.comparison import comparison_files
from contract_site.data.concordance import concordance_files
from contract_site.data.schema import schema, to_json
from contract_site.data.subjects import SubjectsData
from contract_site.model.page import DataFile

BARGAINING = PurePosixPath("bargaining.json")


def open_data(crossings: Crossings, table: TableOfBargaining) -> list[DataFile]:
    """Return the files of the open data, by their paths below its folder."""
    editions = crossings.relations.editions
    files = [
        DataFile(PurePosixPath(f"{slug}.json"), to_json(agreement_data(edition, crossings)))
        for slug, edition in editions.items()
    ]
    compared = [*comparison_files(crossings), *concordance_files(crossings.concorded)]
    listed = index_data(list(editions.values()), [entry for entry, _ in compared])
    told = [DataFile(BARGAINING, to_json(bargaining_data(table, with_days(table))))] if table.told else []
    listed.bargaining = f"/data/{BARGAINING}" if told else None
    index = DataFile(PurePosixPath("index.json"), to_json(listed))
    return [
        index,
        DataFile(PurePosixPath("schema.json"), to_json(schema(BargainingData, SubjectsData))),
        *files,
        *told,
        *(file for _, file in compared),
    ]
