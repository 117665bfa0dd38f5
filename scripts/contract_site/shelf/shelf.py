"""The shelf: a folder of records, each a box by its name, with the hashes of what it was made from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contract_site.shelf.box import DamagedError, Packed, list_of
from contract_site.shelf.stamp import stamp

ENDING = ".box"
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Record(Mapping[str, bytes]):
    """A record on the shelf: its parts by name, read from the disk when they are taken."""

    name: str
    path: Path

    @cached_property
    def parts(self) -> Mapping[str, Packed]:
        """Where each part stands in the file, and its hash. Raises DamagedError, FileNotFoundError."""
        with self.path.open("rb") as file:
            begin = len(file.readline())
            return {name: packed.moved(begin) for name, packed in list_of(file, begin).items()}

    @property
    def made_from(self) -> dict[str, str]:
        """What it was made from: a hash of each thing, by its name. Raises DamagedError, OSError."""
        with self.path.open("rb") as file:
            sha256, _, said = file.readline().strip().partition(b" ")
        if stamp(said).encode() != sha256:
            raise DamagedError(f"{self.path}:1: what it was made from is not what was kept")
        return dict(json.loads(said))

    def __getitem__(self, name: str) -> bytes:
        """Take a part. Raises DamagedError, KeyError."""
        packed = self.parts[name]
        with self.path.open("rb") as file:
            file.seek(packed.start)
            found = file.read(packed.size)
        if hashlib.sha256(found).hexdigest() != packed.sha256:
            raise DamagedError(f"{self.path}:1: {name} is not what was kept")
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the names of its parts."""
        return iter(self.parts)

    def __len__(self) -> int:
        """Say how many parts there are."""
        return len(self.parts)

    @cached_property
    def sha256(self) -> str:
        """What tells its parts from others."""
        return stamp(*(said for name, packed in self.parts.items() for said in (name, packed.size, packed.sha256)))

    def let_go(self) -> None:
        """Forget where its parts stand, which is looked up again if they are asked for."""
        self.__dict__.pop("parts", None)

    @property
    def box(self) -> bytes:
        """The whole record as a box."""
        with self.path.open("rb") as file:
            file.readline()
            return file.read()

    def text(self, name: str) -> str:
        """Take a part that is text. Raises DamagedError, KeyError."""
        return self[name].decode("utf-8")

    def below(self, folder: str) -> Iterator[tuple[str, Packed, bytes]]:
        """Yield all parts below a folder: name in it, hash and size, bytes; held against no hash, which ``check`` does."""
        with self.path.open("rb") as file:
            for name, packed in self.parts.items():
                if name.startswith(folder):
                    file.seek(packed.start)
                    yield name.removeprefix(folder), packed, file.read(packed.size)

    def check(self) -> None:
        """Raise DamagedError if a part is not what was kept."""
        with self.path.open("rb") as file:
            for name, packed in self.parts.items():
                file.seek(packed.start)
                if hashlib.sha256(file.read(packed.size)).hexdigest() != packed.sha256:
                    raise DamagedError(f"{self.path}:1: {name} is not what was kept")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Records in a folder. What stands there is always whole, whoever is killed while it writes."""

    folder: Path

    def found(self, name: str) -> Record | None:
        """Return the record of a name, whatever it was made from, if it is there."""
        record = Record(name, self._path(name))
        return record if record.path.is_file() else None

    def names(self, kind: str) -> list[str]:
        """Return the names of all records of a kind, which is what stands before the first slash of a name."""
        found = (self.folder / kind).rglob(f"*{ENDING}")
        return sorted(path.relative_to(self.folder).as_posix().removesuffix(ENDING) for path in found)

    def take(self, name: str, made_from: Mapping[str, str]) -> Record | None:
        """Return the record of a name, if it is there, was made from this (hashes by name), and is not damaged."""
        record = Record(name, self._path(name))
        try:
            if record.made_from != made_from:
                return None
            record.check()
        except (OSError, DamagedError):
            return None
        return record

    def put(self, name: str, made_from: Mapping[str, str], content: bytes) -> Record:
        """Keep a box as the record of a name, in the place of the one before; return it."""
        said = json.dumps(made_from, ensure_ascii=False, separators=(",", ":")).encode()
        return Record(name, self._written(name, stamp(said).encode(), b" ", said, b"\n", content))

    def take_over(self, path: Path, name: str) -> None:
        """Put the file of a record of another shelf on this one, in the place of the record of that name."""
        self._written(name, path.read_bytes())

    def keep_only(self, names: Collection[str]) -> None:
        """Take from the shelf every record that has none of these names, of the kinds that they name, and what is unfinished.

        A kind is what stands before the first slash of a name: a build without downloads leaves those of another.
        """
        wanted = {self._path(name) for name in names}
        kinds = {self._path(name).relative_to(self.folder).parts[0] for name in names}
        for path in sorted(self.folder.rglob("*")):
            kind = path.relative_to(self.folder).parts[0]
            if path.is_file() and path not in wanted and (kind in kinds or path.suffix == UNFINISHED):
                path.unlink(missing_ok=True)

    def _written(self, name: str, *content: bytes) -> Path:
        """Write the file of a record beside the one before, then put it in its place; return where it lies."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
        try:
            with unfinished.open("wb") as file:
                file.writelines(content)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        return path

    def _path(self, name: str) -> Path:
        """Where a record lies; a name is letters, figures, hyphens, and slashes between them."""
        return self.folder / f"{name}{ENDING}"
