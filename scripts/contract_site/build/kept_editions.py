"""Editions kept between the builds of a preview, so that only an agreement whose files changed is read and parsed again."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

from contract_site.build.editions import load_folder
from contract_site.editors import family
from contract_site.editors.folders import agreements_above, shared_file
from contract_site.model.document import Edition

CODE = Path(__file__).resolve().parents[1]
ELSEWHERE = re.compile(r'"(\.\./[^"\n]+)"')
"""How an agreement's files name those of another folder, as editions of one book do."""


class KeptEditions:
    """Editions in a folder of the build, each for what its files and this program were when it was parsed."""

    def __init__(self, folder: Path) -> None:
        """Take the folder in which editions are kept."""
        self.folder = folder
        self._code = _hash_of(sorted(CODE.rglob("*.py")))

    def load(self, path: Path, shown: str) -> Edition:
        """Return the edition of an agreement's folder as ``load_folder`` does; the kept one if nothing changed."""
        key = self._key(path, shown)
        file = self.folder / f"{shown.replace('/', '-')}.pickle"
        kept = file.read_bytes() if file.is_file() else b""
        if kept.startswith(key):
            # Written by this program, with this code, below build/: what it holds is an edition.
            return pickle.loads(kept[len(key) :])  # type: ignore[no-any-return]
        edition = load_folder(path, shown)
        self.folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(key + pickle.dumps(edition, pickle.HIGHEST_PROTOCOL))
        return edition

    def _key(self, path: Path, shown: str) -> bytes:
        own = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        families = sorted((agreements_above(path) / family.FOLDER).rglob("*.toml"))
        others = list(files_elsewhere(path))
        if (shared := shared_file(path)) is not None and shared.is_file():
            others.append(shared)
        return hashlib.sha256(f"{self._code} {shown} {_hash_of([*own, *others, *families])}".encode()).hexdigest().encode()


def files_elsewhere(folder: Path) -> Iterator[Path]:
    """Yield the files of other folders that an agreement's files name, as editions of one book do."""
    for settings in sorted(folder.glob("*.toml")):
        text = settings.read_text(encoding="utf-8", errors="replace")
        yield from (path for name in ELSEWHERE.findall(text) if (path := Path(os.path.normpath(folder / name))).is_file())


def _hash_of(paths: list[Path]) -> str:
    """The hash of files with their names."""
    hashes = (f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths)
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()
