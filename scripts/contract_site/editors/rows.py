"""Read the text of a file that editors keep, or its rows with tabs between fields, and say exactly what is wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.model.finding import SettingsError
from contract_site.read.encoding import CUT_OFF, SAVE, EncodingError, decode

LINE_END = re.compile(r"\r\n|\r|\n")
"""Other separators (a line separator, a form feed) may stand in a field, as words of a source do."""


@dataclass(frozen=True, slots=True)
class TsvRow:
    """The fields of a row, and its place as findings name it: file and line."""

    fields: tuple[str, ...]
    place: str

    def one_of(self, what: str, value: str, known: Sequence[str]) -> str:
        """Return the value if it is one of the known words. Raises SettingsError."""
        if value not in known:
            raise SettingsError(f"{self.place}: unknown {what} '{value}'; known: {', '.join(known)}")
        return value

    def yes(self, what: str, value: str) -> bool:
        """Return whether the value is yes. Raises SettingsError if it is neither yes nor no."""
        if value not in ("yes", "no"):
            raise SettingsError(f"{self.place}: {what} is '{value}'; write yes or no")
        return value == "yes"

    def number(self, value: str) -> int:
        """Return an offset or a depth. Raises SettingsError."""
        if not (value.isascii() and value.isdecimal() and len(value) < 12):
            raise SettingsError(f"{self.place}: '{value}' is no number; offsets and depths count from 0")
        return int(value)

    def sides(self, what: str, sides: tuple[Sequence[str], Sequence[str]], wanted: tuple[bool, bool], name: str) -> None:
        """Raise SettingsError unless there is something before and after exactly where the kind of row, ``name``, wants it."""
        if (bool(sides[0]), bool(sides[1])) != wanted:
            needs = (f"{'a' if there else 'no'} {what} {side}" for there, side in zip(wanted, ("before", "after"), strict=True))
            raise SettingsError(f"{self.place}: '{name}' needs {' and '.join(needs)}; correct the row")


def there_is(path: Path) -> bool:
    """Say whether a file may be read at the path: also a folder, or a link that leads nowhere, which reading then names."""
    return os.path.lexists(path)


def folders_with(parent: Path, file: str) -> list[Path]:
    """Return the folders below ``parent`` that hold a file of this name, sorted. Raises SettingsError if one cannot be read."""
    if not there_is(parent):
        return []
    try:
        folders = sorted(path for path in parent.iterdir() if not path.is_file())
        return [path for path in folders if file in {each.name for each in path.iterdir()}]
    except OSError as error:
        raise SettingsError(
            f"{error.filename}:1: cannot be read ({error.strerror}); check the name and its permissions"
        ) from None


def read_text(path: Path, shown: str, needed: str = "") -> str:
    """Return the text of an editors' file, which messages call ``shown``; ``needed`` says who needs it.

    Raises SettingsError, naming file and line, if it cannot be read or is no text.
    """
    try:
        return decode(path.read_bytes())
    except OSError as error:
        ending = f"; {needed}" if needed else ""
        raise SettingsError(f"{shown}:1: cannot be read ({error.strerror}){ending}") from None
    except EncodingError as error:
        remedy = SAVE if error.remedy == CUT_OFF else error.remedy
        raise SettingsError(f"{shown}:{error.line}: {error.wrong.partition(':')[0]}; {remedy}") from None


def read_rows(path: Path, shown: str, width: int, needed: str = "") -> Iterator[TsvRow]:
    """Yield the rows of a file with ``width`` fields between tabs; lines that begin with ``#`` are comments.

    A missing file has no rows, unless ``needed`` says who needs it. Raises SettingsError, naming file and line.
    """
    if not needed and not there_is(path):
        return
    for number, line in enumerate(LINE_END.split(read_text(path, shown, needed)), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = TsvRow(tuple(line.split("\t")), f"{shown}:{number}")
        if len(row.fields) != width:
            count = f"{len(row.fields)} {'field' if len(row.fields) == 1 else 'fields'}"
            raise SettingsError(f"{row.place}: {count} between tabs, but a row needs {width}")
        yield row


def units(field: str) -> tuple[str, ...]:
    """Return the names that stand beside each other in a field; ``-`` is none."""
    return () if field == "-" else tuple(field.split())
