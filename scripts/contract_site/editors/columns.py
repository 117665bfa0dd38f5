"""Read the files that say how a source printed in columns is to be read, and say exactly what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contract_site.model.collation import Collation, ColumnRun, ExplanationRow, OutlineRow, RowKind
from contract_site.model.editorial import ColumnSettings
from contract_site.model.finding import SettingsError


def load_collation(folder: Path, shown: str, settings: ColumnSettings) -> Collation:
    """Read the collation that an agreement's folder names; findings call the folder ``shown``.

    Raises SettingsError, naming file and line, if a file is missing, a row has other fields, or a field is no number.
    """
    explanations: list[ExplanationRow] = []
    if settings.explanations:
        explanations = [_explanation(row, place) for row, place in _rows(folder, shown, settings.explanations, 5)]
    return Collation(
        reads=settings.reads,
        explains=settings.explains,
        runs=tuple(_run(row, place) for row, place in _rows(folder, shown, settings.file, 5)),
        outline=tuple(_outline(row, place) for row, place in _rows(folder, shown, settings.outline, 7)),
        explanations=tuple(explanations),
    )


def _run(row: list[str], place: str) -> ColumnRun:
    start, end, page, column, note = row
    return ColumnRun(start=_number(start, place), end=_number(end, place), page=page, column=column, note=note, place=place)


def _outline(row: list[str], place: str) -> OutlineRow:
    at, depth, kind, name, label, heading, opens = row
    if kind not in [each.value for each in RowKind]:
        raise SettingsError(f"{place}: unknown kind '{kind}'; known: {', '.join(RowKind)}")
    return OutlineRow(
        at=_number(at, place), depth=_number(depth, place), kind=RowKind(kind), name=name, label=label, heading=heading,
        opens=opens, place=place,
    )  # fmt: skip


def _explanation(row: list[str], place: str) -> ExplanationRow:
    at, slug, page, anchor, opens = row
    return ExplanationRow(at=_number(at, place), slug=slug, page=page, anchor=anchor, opens=opens, place=place)


def _number(text: str, place: str) -> int:
    if not text.isdecimal():
        raise SettingsError(f"{place}: '{text}' is no number; offsets and depths count from 0")
    return int(text)


def _rows(folder: Path, shown: str, file: str, width: int) -> Iterator[tuple[list[str], str]]:
    """Yield the fields of every row, and file and line. Lines that begin with ``#`` are comments."""
    path = folder / file
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SettingsError(f"{shown}/{file}:1: cannot be read ({error.strerror}); agreement.toml names it") from None
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}/{file}:1: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        place = f"{shown}/{file}:{number}"
        if len(fields) != width:
            raise SettingsError(f"{place}: {len(fields)} fields between tabs, but a row needs {width}")
        yield fields, place
