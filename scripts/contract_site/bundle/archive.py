"""Zip archives that are the same byte for byte whenever their files are."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: files of a bundle have none of their own."""
UNIX = 3
READABLE = 0o100644 << 16
LEVEL = 6


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file of an archive, compressed already."""

    size: int
    """Its bytes before it was compressed."""
    crc: int
    deflated: bytes


def member(content: bytes) -> ZipMember:
    """Compress a file as an archive holds it."""
    work = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return ZipMember(len(content), zlib.crc32(content), work.compress(content) + work.flush())


def write_members(path: Path, members: Iterable[tuple[str, ZipMember]]) -> None:
    """Write a zip archive of files that are compressed already, in the order in which they come."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        assert archive.fp is not None
        for name, each in members:
            entry = _entry(name)
            entry.compress_type, entry.CRC = zipfile.ZIP_DEFLATED, each.crc
            entry.file_size, entry.compress_size = each.size, len(each.deflated)
            entry.header_offset = archive.fp.tell()
            archive.fp.write(entry.FileHeader())
            archive.fp.write(each.deflated)
            archive.filelist.append(entry)
            archive.NameToInfo[name] = entry
        # What the library notes where it compresses by itself: where its list of files goes, and that there is one to write.
        archive.start_dir = archive.fp.tell()
        archive._didModify = True  # type: ignore[attr-defined]


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
