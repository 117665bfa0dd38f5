"""The downloads page, once the files are made: each with its size and SHA-256, at the place that was left for it."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from pathlib import Path

from contract_site.bundle.download import BundleError, Download

SUMS = "SHA256SUMS"
PLACE = re.compile(r'(<div class="files" data-files="([^"]*)">).*?(</div>)', re.DOTALL)
"""A place on the page, by the slug of an agreement; ``*`` for the whole site, ``sums`` for how to check a file."""
UNITS = ((1_000_000, "MB"), (1_000, "kB"))


def list_downloads(downloads: Sequence[Download], folder: Path, version: str) -> dict[str, str]:
    """Write every file into the page at ``folder``, and ``SHA256SUMS`` beside it; return their SHA-256s, by path.

    Raises BundleError.
    """
    paths = [download.path for download in downloads]
    if len(set(paths)) < len(paths):
        raise BundleError(f"two downloads have one path: {sorted(paths)}")
    sums = {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in paths}
    listed = "".join(f"{sums[path]}  {path}\n" for path in sorted(paths))
    (folder / SUMS).write_text(listed, encoding="utf-8", newline="\n")
    entries: dict[str, list[str]] = {"sums": [_how_to_check(version)]}
    for download in downloads:
        size = (folder / download.path).stat().st_size
        entries.setdefault(download.slug or "*", []).append(_entry(download, size, sums[download.path]))
    page = folder / "index.html"
    page.write_text(filled(page.read_text(encoding="utf-8"), entries), encoding="utf-8", newline="\n")
    return sums


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
            return f"{size / unit:.1f} {name}" if size < 10 * unit else f"{size / unit:,.0f} {name}"
    return f"{size} bytes"


def _entry(download: Download, size: int, sum_: str) -> str:
    name, path = html.escape(download.title), html.escape(download.path)
    return (
        f'<section class="file {html.escape(download.kind)}">\n'
        f'<p class="get"><a href="{path}" download>{name}</a> <span class="size">{size_in_words(size)}</span></p>\n'
        f"<p>{html.escape(download.about)}</p>\n"
        f"<details><summary>SHA-256</summary><code>{sum_}</code> {path}</details>\n"
        "</section>\n"
    )


def _how_to_check(version: str) -> str:
    return (
        f'<p>Version <code class="version">{html.escape(version)}</code>: every file says it on its first page, so that two'
        " copies can be told apart. It changes when anything on the site changes.</p>\n"
        "<p>Each file’s SHA-256 is its fingerprint: a copy with the same fingerprint is the same file. All of them are in"
        f' <a href="{SUMS}">{SUMS}</a>; with it, <code>sha256sum -c {SUMS} --ignore-missing</code> checks the files beside it'
        " (Windows: <code>certutil -hashfile FILE SHA256</code>).</p>\n"
    )
