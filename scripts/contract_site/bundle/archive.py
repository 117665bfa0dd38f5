"""Zip archives that are the same byte for byte whenever their files are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: files of a bundle have none of their own."""
UNIX = 3
READABLE = 0o100644 << 16
LEVEL = 9


def write_archive(path: Path, files: Iterable[tuple[str, bytes]], *, first: tuple[str, bytes] | None = None) -> None:
    """Write a zip archive of named files, sorted by name; ``first`` stands before all others and is not compressed (EPUB)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        if first is not None:
            archive.writestr(_entry(first[0]), first[1], zipfile.ZIP_STORED)
        for name, content in sorted(files):
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED, LEVEL)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.create_system = UNIX
    entry.external_attr = READABLE
    return entry
