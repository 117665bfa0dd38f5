"""What rendering hands to the site: pages of Markdown and the order they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown, named by its file below the documents folder."""

    path: PurePosixPath
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the site's contents: a page, or a section whose first entry is its own page."""

    title: str
    path: PurePosixPath | None = None
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What lists say of a comparison, and which editions list it."""

    title: str
    path: PurePosixPath
    """Its first page."""
    told: str
    """How much it compares, and with what result, in words."""
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another, both from the site's root (``keepers-2024/memo/x/``)."""

    old: str
    new: str
    anchors: tuple[tuple[str, str], ...] = ()
    """Anchors of the old page, and the addresses where what stood there is now."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is, named below the folder of its kind (``data/``, ``go/``)."""

    path: PurePosixPath
    text: str


@dataclass(frozen=True, slots=True)
class Saveable:
    """An agreement that a browser can save, and what readers are told about it."""

    slug: str
    title: str
    term: str
    status: str
