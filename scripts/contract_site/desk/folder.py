"""The editors' files of one agreement as a desk reads and writes them: whole, in one step, and never over what others wrote."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from contract_site.model.finding import ContractSiteError

OUTLINE, STRUCTURE, CORRECTIONS, TABLES, READING = (
    "outline.tsv", "structure.toml", "corrections.toml", "tables.toml", "reading.tsv",
)  # fmt: skip
WRITTEN = (OUTLINE, STRUCTURE, CORRECTIONS, TABLES, READING)
"""The files that a desk may write; no other name is ever one."""

Texts = Mapping[str, str | None]
"""The texts of files by their names; None for a file that is not there."""


class RefusedError(ContractSiteError):
    """A decision that cannot be written; it says in one line why and what to do."""


class Folder:
    """The files of an agreement's folder that a desk may write, as it last saw them."""

    def __init__(self, path: Path) -> None:
        """Read the files. Raises RefusedError if one is no UTF-8 or no file of the folder."""
        self.path = path
        self.seen: dict[str, str | None] = {}
        self.look()

    def look(self) -> None:
        """Read the files anew. Raises RefusedError as above."""
        self.seen = {name: self._read(name) for name in WRITTEN}

    def changed(self) -> list[str]:
        """Return the names of the files that are no longer as they were seen."""
        return [name for name, text in self.seen.items() if self._read(name) != text]

    def write(self, texts: Texts) -> None:
        """Write some of the files, each in one step; None takes a file away.

        Raises RefusedError, writing nothing, if a name is none that a desk may write or a file changed on the disk.
        """
        if wrong := sorted(texts.keys() - set(WRITTEN)):
            raise RefusedError(f"{wrong[0]}: the desk does not write this file")
        if changed := self.changed():
            raise RefusedError(f"{changed[0]} changed on the disk meanwhile; look at the page again, then decide again")
        for name, text in texts.items():
            self._put(name, text)
            self.seen[name] = text

    def _read(self, name: str) -> str | None:
        path = self.path / name
        if path.is_symlink():
            raise RefusedError(f"{path}: leads elsewhere; the desk writes only files of the agreement's own folder")
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            raise RefusedError(f"{path}: not UTF-8; save it as UTF-8, then review") from None

    def _put(self, name: str, text: str | None) -> None:
        path = self.path / name
        if text is None:
            path.unlink(missing_ok=True)
            return
        beside = path.with_name(f".{name}.new")
        with beside.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
