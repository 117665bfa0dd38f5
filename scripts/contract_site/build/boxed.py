"""What steps are given and give: files of a project as a folder, settings as JSON, pages and data as parts of a record."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import DataFile, Entry
from contract_site.shelf.box import Box
from contract_site.shelf.making import FILE
from contract_site.site.folder import write_bytes

SITE = "site/"
"""Where a record holds files of the site, by their paths in it."""
LAST = "last/"
"""Where it holds files of the site that come last, so that no list for saving and no folder to carry away has them."""
MARKDOWN = "markdown/"
"""Where a record holds pages as MkDocs was given them."""


def as_json(value: object) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> Any:
    """Return a value from JSON."""
    return json.loads(content)


def files_of(root: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Return files of a project by the names that steps know them by; what is no file is left out.

    Raises ContractSiteError for a file outside of the project, which has no place where a step is done.
    """
    found = [path for path in sorted(paths) if path.is_file()]
    for path in found:
        if not Path(os.path.normpath(path)).is_relative_to(os.path.normpath(root)):
            raise ContractSiteError(f"{path}:1: lies outside of the project; copy it into the project, and name the copy")
    return {f"{FILE}{path.relative_to(root).as_posix()}": path for path in found}


@contextmanager
def unpacked(box: Box) -> Iterator[Path]:
    """Yield a folder with the files of a project that a box holds, at their paths."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch).resolve()
        for name, content in box.below(FILE).items():
            write_bytes(root / name, content)
        yield root


def data_parts(files: Iterable[DataFile], folder: str | PurePosixPath) -> dict[str, bytes]:
    """Return files of data as parts of a record, below a folder of the site."""
    return {f"{SITE}{folder}/{file.path}": file.text.encode() for file in files}


def entry_as_json(entry: Entry) -> list[Any]:
    """Return an entry of the site's contents as JSON has it."""
    return [entry.title, str(entry.path) if entry.path else None, [entry_as_json(each) for each in entry.below]]


def entry_from_json(value: list[Any]) -> Entry:
    """Return an entry from what JSON has of it."""
    title, path, below = value
    return Entry(title, PurePosixPath(path) if path else None, tuple(map(entry_from_json, below)))


def text_parts(files: Mapping[str, str], folder: str = SITE) -> dict[str, bytes]:
    """Return texts as parts of a record, below a folder of it."""
    return {f"{folder}{name}": text.encode() for name, text in files.items()}
