"""Tables as CSV that spreadsheet programs show as they are, and never run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula."""
_MARK = "\ufeff"
"""By this a spreadsheet program knows that the file is UTF-8."""


class _Lines(list[str]):
    """Lines of CSV, for a writer that expects a file; nothing is on a disk."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV: UTF-8 with a mark by which spreadsheet programs know it, Unix line ends."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(text) for text in row] for row in rows)
    return _MARK + "".join(lines)


def cell(text: str) -> str:
    """Return the text as a spreadsheet program shows it and never runs it: an apostrophe before what could be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
