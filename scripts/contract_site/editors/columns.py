"""Read the files that say how a source printed in columns is to be read, and say exactly what is wrong with them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from contract_site.editors.rows import TsvRow, read_rows
from contract_site.model.collation import Collation, ColumnRun, ExplanationRow, OutlineRow, RowKind
from contract_site.model.edition_settings import ColumnSettings
from contract_site.model.outline import FURNITURE, HEADING, PARTS, PROVISION, TEXT, TITLE, KeptRow

OUTLINE = "outline.tsv"
KEPT_KINDS = (*sorted(PARTS), HEADING, PROVISION, TITLE, TEXT, FURNITURE)


def load_collation(folder: Path, shown: str, settings: ColumnSettings, said_in: str) -> Collation:
    """Read the collation that an edition's file ``said_in`` names; findings call its folder ``shown``.

    Raises SettingsError, naming file and line, if a file is missing, a row has other fields, or a field is no number.
    """

    def rows(file: str, width: int) -> Iterator[TsvRow]:
        return read_rows(folder / file, posixpath.normpath(f"{shown}/{file}"), width, f"{shown}/{said_in} names it")

    return Collation(
        reads=settings.reads,
        explains=settings.explains,
        runs=tuple(map(_run, rows(settings.file, 5))),
        outline=tuple(map(_outline, rows(settings.outline, 7))),
        explanations=tuple(map(_explanation, rows(settings.explanations, 5))) if settings.explanations else (),
    )


def load_rows(folder: Path, shown: str) -> tuple[KeptRow, ...]:
    """Read the rows of ``outline.tsv`` that editors keep beside a source whose parts they do not name; none without the file.

    Raises SettingsError, naming file and line, if a row has other fields, or a field is no number.
    """
    return tuple(_kept(row) for row in read_rows(folder / OUTLINE, f"{shown}/{OUTLINE}", 9))


def _kept(row: TsvRow) -> KeptRow:
    line, depth, kind, *_, why, opens = row.fields
    return KeptRow(
        line=row.number(line), depth=row.number(depth), kind=row.one_of("kind", kind, KEPT_KINDS), why=why, opens=opens,
        place=row.place,
    )  # fmt: skip


def _run(row: TsvRow) -> ColumnRun:
    start, end, page, column, note = row.fields
    return ColumnRun(start=row.number(start), end=row.number(end), page=page, column=column, note=note, place=row.place)


def _outline(row: TsvRow) -> OutlineRow:
    at, depth, kind, name, label, heading, opens = row.fields
    return OutlineRow(
        at=row.number(at),
        depth=row.number(depth),
        kind=RowKind(row.one_of("kind", kind, list(RowKind))),
        name=name,
        label=label,
        heading=heading,
        opens=opens,
        place=row.place,
    )


def _explanation(row: TsvRow) -> ExplanationRow:
    at, slug, page, anchor, opens = row.fields
    return ExplanationRow(at=row.number(at), slug=slug, page=page, anchor=anchor, opens=opens, place=row.place)
