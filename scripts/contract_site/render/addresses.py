"""Every address of the site is made here, and nowhere else."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

from contract_site.model.document import Edition, Part

HOME = PurePosixPath("index.md")


def edition_file(slug: str) -> PurePosixPath:
    """The Markdown file of an agreement's own page."""
    return PurePosixPath(slug, "index.md")


def part_file(slug: str, part_id: str) -> PurePosixPath:
    """The Markdown file of one part: an article, a memorandum."""
    return PurePosixPath(slug, f"{part_id}.md")


def url(slug: str, part_id: str = "", anchor: str = "") -> str:
    """The address readers use, from the site's root: ``/national-2010/article-8/#8.5.G``."""
    path = f"/{slug}/{part_id}/" if part_id else f"/{slug}/"
    return f"{path}#{anchor}" if anchor else path


def part_url(edition: Edition, part: Part, anchor: str = "") -> str:
    """The address of a part, or of one anchor on it."""
    return url(edition.slug, part.id, anchor)


def link_to_url(source: PurePosixPath, address: str) -> str:
    """A relative link from a Markdown file to an address of a part, as the ledger writes it."""
    path, _, anchor = address.partition("#")
    return link(source, PurePosixPath(f"{path.rstrip('/')}.md"), anchor)


def link(source: PurePosixPath, target: PurePosixPath, anchor: str = "") -> str:
    """A relative link between two Markdown files, as the site generator checks it."""
    path = posixpath.relpath(target, source.parent)
    fragment = f"#{anchor}" if anchor else ""
    return fragment if target == source and anchor else path + fragment
