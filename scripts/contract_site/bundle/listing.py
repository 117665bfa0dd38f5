"""The downloads page, once the files are made: each with its size and SHA-256, at the place that was left for it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path

from contract_site.bundle.download import BundleError, Download
from contract_site.interface.formats import said_number, said_tenths
from contract_site.interface.say import later, say

SUMS = "SHA256SUMS"
PLACE = re.compile(r'(<div class="files" data-files="([^"]*)">).*?(</div>)', re.DOTALL)
"""A place on the page, by the slug of an agreement; ``*`` for the whole site, ``sums`` for how to check a file."""
VERSIONS = later(
    "Every file says its version on its first page, so that two copies can be told apart. The version of an agreement"
    " changes when anything on its pages changes, that of the whole site when anything on any page does."
)
HOW_TO_CHECK = later(
    "Each file’s SHA-256 is its fingerprint: a copy with the same fingerprint is the same file. All of them are in"
    ' <a href="{sums}">{sums}</a>; with it, <code>sha256sum -c {sums} --ignore-missing</code> checks the files beside it'
    " (Windows: <code>certutil -hashfile FILE SHA256</code>)."
)
UNITS = ((1_000_000, "MB"), (1_000, "kB"))


def list_downloads(downloads: Sequence[Download], folder: Path) -> None:
    """Write every file into the page at ``folder``, and ``SHA256SUMS`` beside it. Raises BundleError."""
    paths = [download.path for download in downloads]
    if len(set(paths)) < len(paths):
        raise BundleError(f"two downloads have one path: {sorted(paths)}")
    listed = "".join(f"{each.sha256}  {each.path}\n" for each in sorted(downloads, key=lambda each: each.path))
    (folder / SUMS).write_text(listed, encoding="utf-8", newline="\n")
    entries: dict[str, list[str]] = {"sums": [f"<p>{say(VERSIONS)}</p>\n<p>{say(HOW_TO_CHECK, sums=SUMS)}</p>\n"]}
    for download in downloads:
        own = entries.setdefault(download.slug or "*", [])
        own += [*([] if own else [_version(download)]), _entry(download)]
    page = folder / "index.html"
    page.write_text(filled(page.read_text(encoding="utf-8"), entries), encoding="utf-8", newline="\n")


def filled(page: str, entries: dict[str, list[str]]) -> str:
    """Return the page with each place filled. Raises BundleError if a place has no file or a file no place."""
    places = [found[2] for found in PLACE.finditer(page)]
    if sorted(places) != sorted(entries):
        raise BundleError(f"places on the downloads page: {sorted(places)}; files for: {sorted(entries)}")
    return PLACE.sub(lambda found: f"{found[1]}\n{''.join(entries[found[2]])}{found[3]}", page)


def size_in_words(size: int) -> str:
    """Return a size as readers know it: ``3.4 MB``, ``812 kB``."""
    for unit, name in UNITS:
        if size >= unit:
            return f"{said_tenths(size / unit) if size < 10 * unit else said_number(round(size / unit))} {name}"
    return say("{size} bytes", size=size)


def _version(download: Download) -> str:
    version = f'<code class="version">{html.escape(download.version)}</code>'
    return "<p>" + say("Version {version}", version=version) + "</p>\n"


def _entry(download: Download) -> str:
    name, path = html.escape(download.title), html.escape(download.path)
    return (
        f'<section class="file {html.escape(download.kind)}">\n'
        f'<p class="get"><a href="{path}" download>{name}</a> <span class="size">{size_in_words(download.size)}</span></p>\n'
        f"<p>{html.escape(download.about)}</p>\n"
        f"<details><summary>SHA-256</summary><code>{download.sha256}</code> {path}</details>\n"
        "</section>\n"
    )
