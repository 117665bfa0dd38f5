"""Step: what pages of editions and of comparisons say of their data in; the index of all data out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from contract_site.build.boxed import SITE, as_json, data_parts, from_json
from contract_site.build.edition_step import ENTRY
from contract_site.build.kin_pages_step import INDEXED
from contract_site.cite import addresses
from contract_site.data.open_data import BARGAINING, index_file
from contract_site.data.schema import AgreementEntry, ComparisonEntry
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.shelf import Record

BESIDE = (BARGAINING, addresses.CHANGES_DATA)
"""Files of data that not every site has."""


def index_step(pages: Mapping[str, Record], compared: Sequence[Record], site: Record) -> BuildStep:
    """Return the step that makes the index of data.

    ``pages`` are the records of the pages of editions, by slug, in the order of folders; ``compared`` those of comparisons, in
    the order of lists; ``site`` that of the site's own pages, which has the files beside.
    """
    parts = {f"{ENTRY}/{number:06}": RecordPart(record, ENTRY) for number, record in enumerate(pages.values())}
    parts |= {f"{INDEXED}/{number:06}": RecordPart(record, INDEXED) for number, record in enumerate(compared)}
    return BuildStep("index", make_index, {"beside": as_json(data_beside(site))}, parts)


def data_beside(site: Container[str]) -> list[str]:
    """Return the names of the files of data that the record of a site's own pages has, of those that not every site has."""
    return [str(path) for path in BESIDE if f"{SITE}data/{path}" in site]


def make_index(box: Box) -> bytes:
    """Make the index of data."""
    entries, indexed = (box.below(f"{name}/").values() for name in (ENTRY, INDEXED))
    return pack(index_parts(entries, indexed, from_json(box["beside"])))


def index_parts(entries: Iterable[bytes], indexed: Iterable[bytes], beside: Sequence[str]) -> dict[str, bytes]:
    """Return the index of data as a part of a record; ``entries`` and ``indexed`` are such parts of records of pages."""
    agreements = [AgreementEntry(**from_json(each)) for each in entries]
    kinds = zip(*map(from_json, indexed), strict=True)
    compared = [ComparisonEntry(**entry) for kind in kinds for each in kind for entry in each]
    return data_parts([index_file(agreements, compared, beside)], "data")
