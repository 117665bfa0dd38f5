"""Read and write the comparisons that editors keep: what is compared, and which words answer to which."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contract_site.model.comparison import Change, Forerunner, LineageRow
from contract_site.model.finding import SettingsError

LINEAGE = "lineage.tsv"
FORERUNNERS = "forerunners.tsv"
HEAD = (
    "# Which units of the older text answer to which of the newer. A unit is an anchor of the main body, page#anchor\n"
    "# elsewhere; a heading's ends in .heading. `reviewed` is yes where a person read both. A new run of the program adds\n"
    "# rows for units that are in none, and never changes a row.\n"
    "# before\tafter\tchange\treviewed\tnote\n"
)


def load_lineage(folder: Path, shown: str) -> tuple[LineageRow, ...]:
    """Read a comparison's ``lineage.tsv``; a missing file is an empty one. Raises SettingsError, naming file and line."""
    path = folder / LINEAGE
    if not path.is_file():
        return ()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}/{LINEAGE}:1: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    return tuple(
        _row(line, f"{shown}/{LINEAGE}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    )


def save_lineage(folder: Path, rows: Iterable[LineageRow]) -> None:
    """Write ``lineage.tsv``, the rows in the order given."""
    lines = ["\t".join((_names(row.before), _names(row.after), row.change.value, _yes(row), row.note)) for row in rows]
    (folder / LINEAGE).write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def load_forerunners(folder: Path, shown: str) -> tuple[Forerunner, ...]:
    """Read a comparison's ``forerunners.tsv``; a missing file is an empty one. Raises SettingsError, naming file and line."""
    path = folder / FORERUNNERS
    if not path.is_file():
        return ()
    found: list[Forerunner] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if len(fields) != 6 or not all(fields[:5]):
            raise SettingsError(f"{shown}/{FORERUNNERS}:{number}: a row needs 6 fields between tabs, the first 5 not empty")
        item, slug, option, provision, opens, note = fields
        place = f"{shown}/{FORERUNNERS}:{number}"
        found.append(Forerunner(item=item, slug=slug, option=option, provision=provision, opens=opens, note=note, place=place))
    return tuple(found)


def _row(line: str, place: str) -> LineageRow:
    fields = line.split("\t")
    if len(fields) != 5:
        raise SettingsError(f"{place}: {len(fields)} fields between tabs, but a row needs 5")
    before, after, change, reviewed, note = fields
    if change not in [each.value for each in Change]:
        raise SettingsError(f"{place}: unknown change '{change}'; known: {', '.join(Change)}")
    if reviewed not in ("yes", "no"):
        raise SettingsError(f"{place}: reviewed is '{reviewed}'; write yes or no")
    row = LineageRow(
        before=_units(before), after=_units(after), change=Change(change), reviewed=reviewed == "yes", note=note, place=place
    )
    sides = {Change.ADDED: (False, True), Change.REMOVED: (True, False)}.get(row.change, (True, True))
    if (bool(row.before), bool(row.after)) != sides:
        raise SettingsError(f"{place}: '{change}' needs {' and '.join(_wanted(sides))}; correct the row")
    return row


def _wanted(sides: tuple[bool, bool]) -> list[str]:
    return [f"{'a' if there else 'no'} unit {name}" for name, there in zip(("before", "after"), sides, strict=True)]


def _units(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split())


def _names(names: tuple[str, ...]) -> str:
    return " ".join(names) or "-"


def _yes(row: LineageRow) -> str:
    return "yes" if row.reviewed else "no"
