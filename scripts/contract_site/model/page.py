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
class ListedTopic:
    """A topic of a concordance, and its page."""

    id: str
    title: str
    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class Listed:
    """What lists say of a comparison, and which editions list it."""

    title: str
    path: PurePosixPath
    """Its first page."""
    told: str
    """How much it compares, and with what result, in words."""
    slugs: tuple[str, ...]
    topics: tuple[ListedTopic, ...] = ()
    """The topics of a concordance."""
    between: tuple[str, ...] = ()
    """Of a concordance: what its two texts are called."""


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


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What a link to a provision previews as where it is shared: a page of its own that leads on to the paragraph.

    Addresses are from the site's root, without a slash before them.
    """

    address: str
    """``keepers-2024/8.5.G/``."""
    target: str
    """The permanent address: ``keepers-2024/article-8/#8.5.G``."""
    name: str
    """Its citation: ``Article 8.5.G``."""
    standing: str
    """Which agreement it is of, whether that is in force, and that it is a copy."""
    opening: str
    """Its heading and first words."""
    picture: str
    """``assets/pictures/keepers-2024/article-8.png``."""
    within: tuple[tuple[str, str], ...]
    """What it is part of, from the nearest to the agreement: (what it is called, its address)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What previews show of a part: a picture of what it is called."""

    path: PurePosixPath
    """Below the site's root."""
    name: str
    """``Article 8``; empty where the title says it all."""
    title: str
    agreement: str
    standing: str
    """Whether the agreement is in force, and that this is a copy."""
