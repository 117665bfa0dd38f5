"""What is made of a site that stands: files to carry away, lists by which it is saved, what shared links show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from contract_site.beside.crossings import Crossings
from contract_site.bundle.books import bundle_books
from contract_site.bundle.download import Build, BundleError, Bundler, Download, Text, version_of
from contract_site.bundle.folder import bundle_folders
from contract_site.bundle.listing import list_downloads
from contract_site.cite import addresses
from contract_site.data.open_data import INDEX, with_downloads
from contract_site.data.plain import plain_pages
from contract_site.data.schema import DownloadEntry
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Saveable
from contract_site.model.site import SiteSettings
from contract_site.pages.edition.shared_pages import pictures, shared_pages
from contract_site.site import generator
from contract_site.site.folder import write
from contract_site.site.headers import write_headers
from contract_site.site.offline_lists import write_offline_lists
from contract_site.site.pictures import write_pictures
from contract_site.site.shared_pages import write_shared_pages
from contract_site.words.frame import dates, status_words

BUNDLERS: tuple[Bundler, ...] = (bundle_books, bundle_folders)
"""What makes the files of the downloads page, in the order in which it lists them."""

Report = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


def bundle(texts: tuple[Text, ...], site: Path, publisher: str, report: Report) -> None:
    """Make the files to carry away from a finished site, and list them on its downloads page. Raises ContractSiteError."""
    build = Build(site, version_of(site), publisher, texts)
    downloads: list[Download] = []
    try:
        for done, make in enumerate(BUNDLERS):
            report("Making downloads", done, len(BUNDLERS))
            downloads += make(build, site / "downloads")
        sums = list_downloads(downloads, site / "downloads", build.version)
    except BundleError as error:
        raise ContractSiteError(f"{site}:1: no downloads can be made: {error}") from error
    _tell(build, [_entry(each, site / "downloads", sums[each.path]) for each in downloads])
    report("Making downloads", len(BUNDLERS), len(BUNDLERS))


def write_lists(editions: Sequence[Edition], settings: SiteSettings, site: Path) -> None:
    """Write what programs read beside the pages of a finished site, and the lists by which a browser saves it."""
    generator.write_data(plain_pages(editions, settings), site)
    write_offline_lists(site, [_saveable(edition) for edition in editions])


def write_shared(crossings: Crossings, settings: SiteSettings, root: Path, site: Path, report: Report) -> None:
    """Write what a finished site shows where a link to a provision of it is shared: last, so that nothing else has it; then
    the headers that its server is asked to send, which know all pages.

    ``root`` is the project's, in which the logo lies. Pictures are asked for by whole addresses only, so a site that does not
    know its own has none.
    """
    editions = crossings.relations.editions.values()
    report("Writing what shared links show", 0, 1)
    write_shared_pages((page for each in editions for page in shared_pages(each, crossings)), site, settings)
    if settings.address:
        write_pictures((picture for each in editions for picture in pictures(each)), site, root, settings)
    write_headers(site)
    report("Writing what shared links show", 1, 1)


def _tell(build: Build, downloads: Sequence[DownloadEntry]) -> None:
    """Name the files to carry away in the index of the open data."""
    index = build.site / "data" / INDEX
    write(index, with_downloads(index.read_text(encoding="utf-8"), build.version, downloads))


def _entry(download: Download, folder: Path, sha256: str) -> DownloadEntry:
    size = (folder / download.path).stat().st_size
    url = addresses.download_url(download.path)
    return DownloadEntry(url=url, agreement=download.slug, kind=download.kind, bytes=size, sha256=sha256)


def _saveable(edition: Edition) -> Saveable:
    return Saveable(edition.slug, edition.settings.title, dates(edition), status_words(edition))
