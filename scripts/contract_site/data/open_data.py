"""All files of the open data: one for each agreement, comparison and concordance, their schema, and the index of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.data.agreement import agreement_data, agreement_entry
from contract_site.data.comparison import comparison_files
from contract_site.data.concordance import concordance_files
from contract_site.data.schema import AgreementEntry, ComparisonEntry, IndexData, schema, to_json
from contract_site.model.document import Edition
from contract_site.model.page import DataFile


def open_data(crossings: Crossings) -> list[DataFile]:
    """Return the files of the open data, by their paths below its folder."""
    editions = crossings.relations.editions
    files = [edition_file(edition, crossings) for edition in editions.values()]
    compared = compared_files(crossings)
    listed = listing_files([agreement_entry(edition) for edition in editions.values()], [entry for entry, _ in compared])
    return [*listed, *files, *(file for _, file in compared)]


def edition_file(edition: Edition, crossings: Crossings) -> DataFile:
    """Return the data of an edition."""
    return DataFile(PurePosixPath(f"{edition.slug}.json"), to_json(agreement_data(edition, crossings)))


def compared_files(crossings: Crossings) -> list[tuple[ComparisonEntry, DataFile]]:
    """Return the data of each comparison, with what the index of all says of it."""
    return [*comparison_files(crossings), *concordance_files(crossings.concorded)]


def listing_files(agreements: Sequence[AgreementEntry], comparisons: Sequence[ComparisonEntry]) -> list[DataFile]:
    """Return the index of all data, and the schema."""
    index = IndexData(agreements=list(agreements), comparisons=list(comparisons))
    return [DataFile(PurePosixPath("index.json"), to_json(index)), DataFile(PurePosixPath("schema.json"), to_json(schema()))]
