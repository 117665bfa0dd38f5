"""Reads and extends the record of what changed in the texts of the site, ``agreements/changes.tsv``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from contract_site.editors.rows import TsvRow, read_rows
from contract_site.model.finding import SettingsError
from contract_site.model.site_change import KINDS, SiteChange

FILE = "changes.tsv"
HEAD = "# What changed in the texts of the site: date, what, of which, how many more, how many now. `make record` adds.\n"


def load_changes(agreements: Path, shown: str) -> tuple[SiteChange, ...]:
    """Read the record; a missing file is an empty one. ``shown`` names the folder of agreements.

    Raises SettingsError, naming file and line.
    """
    return tuple(_change(row) for row in read_rows(agreements / FILE, f"{shown}/{FILE}", 5))


def save_changes(agreements: Path, added: Iterable[SiteChange]) -> None:
    """Write rows below those that are there."""
    path = agreements / FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else HEAD
    rows = (f"{each.on.isoformat()}\t{each.kind}\t{each.of}\t{each.count}\t{each.total}\n" for each in added)
    path.write_text(before + "".join(rows), encoding="utf-8", newline="\n")


def _change(row: TsvRow) -> SiteChange:
    on, kind, of, count, total = (field.strip() for field in row.fields)
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise SettingsError(f"{row.place}: '{on}' is no date; write 2026-05-01") from None
    sign = -1 if count.startswith("-") else 1
    return SiteChange(day, row.one_of("change", kind, KINDS), of, sign * row.number(count.lstrip("-")), row.number(total))
