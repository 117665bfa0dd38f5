"""What has been read of an agreement, page by page, kept in its folder; a page that changed since counts as not read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from contract_site.build.editions import correct, read_folder
from contract_site.desk.folder import READING
from contract_site.desk.leaves import Leaf, read_leaves
from contract_site.editors.rows import read_rows
from contract_site.editors.settings import load_editorial
from contract_site.model.document import Edition

HEAD = "# Pages that a person has read beside the source: the page, what stood there then, its name. Written by make review.\n"


def progress_of(path: Path, shown: str, edition: Edition) -> str:
    """Return how much has been read of an edition whose folder is ``path``; nothing if nobody read at the desk yet.

    Raises ContractSiteError.
    """
    marks = read_marks(path, shown)
    if not marks:
        return ""
    editorial = load_editorial(path, shown)
    leaves = read_leaves(edition, correct(read_folder(path, editorial), editorial).lines).leaves
    return f"{shown}/{READING}: {reading_line(leaves, still_read(leaves, marks))}"


def read_marks(folder: Path, shown: str) -> dict[int, str]:
    """Return the pages that were read, by number, with the fingerprint of each; findings call the folder ``shown``.

    Raises SettingsError if a row does not fit.
    """
    return {row.number(row.fields[0]): row.fields[1] for row in read_rows(folder / READING, f"{shown}/{READING}", 3)}


def still_read(leaves: Sequence[Leaf], marks: Mapping[int, str]) -> frozenset[int]:
    """Return the numbers of the pages that were read and are as they were then."""
    return frozenset(leaf.number for leaf in leaves if marks.get(leaf.number) == leaf.mark)


def with_read(leaves: Sequence[Leaf], read: Collection[int]) -> str | None:
    """Return the text of ``reading.tsv`` that says that these pages were read as they are now; None for no page."""
    rows = [f"{leaf.number}\t{leaf.mark}\t{leaf.name}\n" for leaf in leaves if leaf.number in read]
    return HEAD + "".join(rows) if rows else None


def reading_line(leaves: Sequence[Leaf], read: Collection[int]) -> str:
    """Return how much has been read: ``read: 38 of 214 pages``."""
    return f"read: {len(read)} of {len(leaves)} pages"
