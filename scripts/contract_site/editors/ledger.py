"""Read and write the ledger of published addresses beside a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from contract_site.editors.rows import read_rows
from contract_site.model.finding import SettingsError
from contract_site.model.ledger import Ledger, Moved, Published

PUBLISHED = "addresses.tsv"
MOVED = "moved.tsv"


def load_ledger(folder: Path, shown: str) -> Ledger:
    """Read an agreement's ledger; a missing file is an empty one. Raises SettingsError, naming file and line."""
    published = (Published(*row) for row in _rows(folder / PUBLISHED, f"{shown}/{PUBLISHED}"))
    moved = (Moved(*row) for row in _rows(folder / MOVED, f"{shown}/{MOVED}"))
    return Ledger(tuple(published), tuple(moved))


def save_addresses(folder: Path, published: Iterable[Published]) -> None:
    """Write ``addresses.tsv``: one address a line, sorted."""
    lines = [f"{item.address}\t{item.words}\n" for item in sorted(published)]
    (folder / PUBLISHED).write_text("".join(lines), encoding="utf-8", newline="\n")


def _rows(path: Path, shown: str) -> Iterator[tuple[str, str]]:
    for row in read_rows(path, shown, 2):
        address, rest = (field.strip() for field in row.fields)
        if not address or not rest:
            raise SettingsError(f"{row.place}: needs an address, a tab, and what belongs to it")
        yield address, rest
