"""Read and write the comparisons that editors keep: what is compared, and which words answer to which."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contract_site.editors.rows import TsvRow, read_rows, units
from contract_site.model.comparison import Change, Forerunner, LineageRow
from contract_site.model.finding import SettingsError

LINEAGE = "lineage.tsv"
FORERUNNERS = "forerunners.tsv"
SIDES = {Change.ADDED: (False, True), Change.REMOVED: (True, False)}
"""Whether a row needs a unit before and a unit after; other changes need both."""
REPEATS = "="
"""Before the older units of an added row: their words are repeated, and they have rows of their own."""
HEAD = (
    "# Which units of the older text answer to which of the newer. A unit is an anchor of the main body, page#anchor\n"
    "# elsewhere; a heading's ends in .heading. `reviewed` is yes where a person read both. A new run of the program adds\n"
    "# rows for units that are in none, and never changes a row.\n"
    "# before\tafter\tchange\treviewed\tnote\n"
)


def load_lineage(folder: Path, shown: str) -> tuple[LineageRow, ...]:
    """Read a comparison's ``lineage.tsv``; a missing file is an empty one. Raises SettingsError, naming file and line."""
    return tuple(map(_row, read_rows(folder / LINEAGE, f"{shown}/{LINEAGE}", 5)))


def save_lineage(folder: Path, rows: Iterable[LineageRow]) -> None:
    """Write ``lineage.tsv``, the rows in the order given."""
    lines = ["\t".join((_older(row), _names(row.after), row.change.value, _yes(row), row.note)) for row in rows]
    (folder / LINEAGE).write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def load_forerunners(folder: Path, shown: str) -> tuple[Forerunner, ...]:
    """Read a comparison's ``forerunners.tsv``; a missing file is an empty one. Raises SettingsError, naming file and line."""
    return tuple(map(_forerunner, read_rows(folder / FORERUNNERS, f"{shown}/{FORERUNNERS}", 6)))


def _forerunner(row: TsvRow) -> Forerunner:
    item, slug, option, provision, opens, note = row.fields
    if not all(row.fields[:5]):
        raise SettingsError(f"{row.place}: the first 5 of the 6 fields may not be empty")
    return Forerunner(item=item, slug=slug, option=option, provision=provision, opens=opens, note=note, place=row.place)


def _row(row: TsvRow) -> LineageRow:
    before, after, change, reviewed, note = row.fields
    repeats = units(before.removeprefix(REPEATS)) if before.startswith(REPEATS) else ()
    found = LineageRow(
        before=() if repeats else units(before),
        after=units(after),
        change=Change(row.one_of("change", change, list(Change))),
        reviewed=row.yes("reviewed", reviewed),
        note=note,
        place=row.place,
        repeats=repeats,
    )
    if repeats and found.change is not Change.ADDED:
        raise SettingsError(f"{row.place}: '{change}' repeats nothing; leave out {REPEATS}")
    row.sides("unit", (found.before, found.after), SIDES.get(found.change, (True, True)), change)
    return found


def _older(row: LineageRow) -> str:
    return f"{REPEATS}{_names(row.repeats)}" if row.repeats else _names(row.before)


def _names(names: tuple[str, ...]) -> str:
    return " ".join(names) or "-"


def _yes(row: LineageRow) -> str:
    return "yes" if row.reviewed else "no"
