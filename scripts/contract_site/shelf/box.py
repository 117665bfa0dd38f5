"""Many files as one, each with its hash: what a step is given, what it gives, and what is kept of it."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from contract_site.model.finding import ContractSiteError

MARK = b"contract box 1\n"
LENGTH = 64
"""Characters of a SHA-256 in hexadecimal digits."""


class DamagedError(ContractSiteError):
    """A box whose bytes are not those that were packed."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Where a file stands in a box."""

    start: int
    end: int
    sha256: str

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.end - self.start

    def moved(self, by: int) -> Packed:
        """Return where it stands if the box begins so many bytes later."""
        return Packed(self.start + by, self.end + by, self.sha256)


class Box(Mapping[str, bytes]):
    """The files of a box by name, in the order in which they were packed; each is held against its hash when it is taken."""

    def __init__(self, content: bytes) -> None:
        """Read what is in a box. Raises DamagedError if its list is not what was packed."""
        self.content = content
        self.listed = list_of(io.BytesIO(content), 0)

    def __getitem__(self, name: str) -> bytes:
        """Take a file out. Raises DamagedError, KeyError."""
        packed = self.listed[name]
        found = self.content[packed.start : packed.end]
        if hashlib.sha256(found).hexdigest() != packed.sha256:
            raise DamagedError(f"{name} is not what was packed")
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self.listed)

    def __len__(self) -> int:
        """Say how many files there are."""
        return len(self.listed)

    def text(self, name: str) -> str:
        """Take a file of text out. Raises DamagedError, KeyError."""
        return self[name].decode("utf-8")

    def below(self, folder: str) -> dict[str, bytes]:
        """Take out all files below a folder, by their names in it. Raises DamagedError."""
        return {name.removeprefix(folder): self[name] for name in self if name.startswith(folder)}

    def check(self) -> None:
        """Raise DamagedError if a file is not what was packed."""
        for name in self.listed:
            self[name]


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files, by name, as a box. The same files in the same order give the same bytes."""
    rows = [[name, len(content), hashlib.sha256(content).hexdigest()] for name, content in files.items()]
    listed = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    head = f"{hashlib.sha256(listed).hexdigest()} {len(listed)}\n".encode()
    return b"".join((MARK, head, listed, *files.values()))


def list_of(file: BinaryIO, begin: int) -> dict[str, Packed]:
    """Return what is in a box that begins at an offset of a file, with places in the box. Raises DamagedError."""
    file.seek(begin)
    head = file.read(len(MARK))
    sha256, _, length = file.readline(LENGTH + 14).decode("ascii", "replace").strip().partition(" ")
    if head != MARK or len(sha256) != LENGTH or not length.isdecimal():
        raise DamagedError("this is no box")
    listed = file.read(int(length))
    if hashlib.sha256(listed).hexdigest() != sha256:
        raise DamagedError("its list is not what was packed")
    start = file.tell() - begin
    return dict(_places(json.loads(listed), start, file.seek(0, io.SEEK_END) - begin))


def _places(rows: list[tuple[str, int, str]], start: int, end: int) -> Iterator[tuple[str, Packed]]:
    for name, size, sha256 in rows:
        yield name, Packed(start, start + size, sha256)
        start += size
    if start != end:
        raise DamagedError("it is cut short, or something stands behind it")
