"""Each agreement as one HTML file and as an e-book: its pages are read once for both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contract_site.bundle.content import read_book
from contract_site.bundle.download import Build, Download, Text
from contract_site.bundle.epub import write_epub
from contract_site.bundle.one_file import one_file
from contract_site.bundle.places import BookPlaces
from contract_site.interface.say import later, say

ONE_FILE = later(
    "For phones, iPhones too, and to send by mail. Open it with a browser or from Files; it needs no network, and no scripts to"
    " be allowed. Holds the agreement with its memoranda, lists and indexes, and its comparison with an older text if there"
    " is one."
)
EPUB = later(
    "For e-readers and reading apps such as Apple Books, Kobo or Thorium. Has contents, links, and the printed page numbers."
)


def books_of(build: Build, text: Text, downloads: Path) -> Iterator[Download]:
    """Write both files of one agreement. Raises BundleError for a page that has no content."""
    content = read_book(build, text)
    places = BookPlaces(content)
    path = downloads / f"{text.slug}.html"
    path.write_text(one_file(build.site, content, places), encoding="utf-8", newline="\n")
    yield Download(path.name, say("One file (HTML)"), "one-file", text.slug, say(ONE_FILE))
    path = downloads / f"{text.slug}.epub"
    write_epub(path, build.site, content, places)
    yield Download(path.name, say("E-book (EPUB)"), "epub", text.slug, say(EPUB))
