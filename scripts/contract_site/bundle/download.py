"""What bundles are made from, and what they hand over to the downloads page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

LENGTH = 10
"""How many figures of a version are shown; enough to tell two builds apart."""


Kind = Literal["agreement", "text", "list", "comparison"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the built site that belongs to an agreement."""

    address: str
    """From the site's root, as in ``keepers-2024/article-8/``."""
    title: str
    kind: Kind
    """The agreement's own page, a part of its text, a list about it, or a page of a comparison."""
    body: bool = False
    """Whether its anchors are citations of the agreement itself (``8.5.G``), which no other page of it has."""
    below: bool = False
    """Whether the contents list it below a page before it, as memoranda below their list."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a bundle says of the text of one agreement: plain words, to be escaped wherever they are shown."""

    slug: str
    title: str
    brief: str
    dates: str
    """The term in words; empty if the source does not state it."""
    status: str
    source: str
    """What the source is and how it arrived."""
    effective: date | None
    """The first day of the term; None if the source does not state it."""
    parties: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    """Its pages in the order of reading, its own first, and those of the comparisons in which it is the newer text."""
    second_addresses: Mapping[str, str]
    """Pages that lead to others: old address to new one."""
    language: str = "en"
    """Of the parties' words, by its code in BCP 47."""


@dataclass(frozen=True, slots=True)
class Build:
    """The site of one agreement, as MkDocs and the redirects left it, with what its pages do not say in a form to be read."""

    site: Path
    version: str
    publisher: str
    """Who publishes the site: its name."""
    address: str
    """Where the site is on the web, with a slash at the end; empty if it does not say."""
    named: Mapping[str, str]
    """What the agreements to which pages lead are called where room is short, by slug."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was made: the downloads page lists it with its size and SHA-256."""

    path: str
    """Below ``downloads/``."""
    title: str
    """What it is: ``Folder (zip)``."""
    kind: str
    """``folder``, ``one-file``, ``epub``: a class for styles."""
    slug: str | None
    """The agreement it holds; None for the whole site."""
    about: str
    """Which device it is for and how to open it: a sentence or two, plain words."""
    version: str = ""
    """What it says of itself on its first page."""
    size: int = 0
    """Its bytes."""
    sha256: str = ""

    def weighed(self, content: bytes, version: str) -> Download:
        """Return the same with its version, size and fingerprint."""
        return replace(self, version=version, size=len(content), sha256=hashlib.sha256(content).hexdigest())


class BundleError(Exception):
    """A site of which no bundle can be made, with the page and what is wrong with it."""
