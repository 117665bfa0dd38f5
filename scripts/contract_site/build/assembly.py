"""The site put together from the records of all its pages, in a folder; every link from one record to another is looked up."""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import escape
from itertools import repeat
from pathlib import Path, PurePosixPath

from contract_site.build.boxed import SITE, from_json
from contract_site.build.paged import ANCHORS, LEADING, WHOLE, markdown_in
from contract_site.cite.cut_back import cut_back
from contract_site.model.finding import ContractSiteError
from contract_site.shelf.shelf import Record
from contract_site.site.folder import files_there, remove_files, write_bytes, write_where
from contract_site.site.generator import check_places, redirect_files
from contract_site.site.headers import inline_of
from contract_site.site.offline_lists import HASH_LENGTH, Made, digest

SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}\n</urlset>'
LISTED = "\n    <url>\n         <loc>{}</loc>\n    </url>"
SHOWN = 5
"""How many dead links are named."""


@dataclass(slots=True)
class Assembly:
    """A site while it is put together: its files so far, from which record each is, and what bytes are told by.

    Where an earlier site stands in its folder, files that have the same bytes stay: of a thousand agreements most do. Else
    ``hands`` write records side by side, because a disk is waited for, and nobody else has work meanwhile.
    """

    folder: Path
    hands: int = 1
    owners: dict[str, str] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    """What the bytes are told by of those files that lists for saving may name; of what comes last nothing."""
    inline: set[tuple[str, str]] = field(default_factory=set)
    """Scripts and styles in pages that are in no record, as headers name them."""
    _anew: bool = field(init=False)
    _there: set[str] = field(init=False)
    _folders: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Look what is there of an earlier site."""
        self._anew = not self.folder.exists()
        self._there = set(files_there(self.folder))

    def add(self, records: Iterable[Record], below: str = SITE) -> None:
        """Write the files of records, or some of them. Raises ContractSiteError if one stands where another does."""
        own = list(records)
        for record in own:
            self._claim(record, below)
        with ThreadPoolExecutor(self.hands if self._anew else 1) as executor:
            list(executor.map(self._add, own, repeat(below)))

    def write(self, owner: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files, by their paths below the site. Raises ContractSiteError if one stands where another does."""
        for name, content in files:
            self._own(owner, name)
            self.made[name] = digest(content), len(content)
            if name.endswith(".html"):
                self.inline.update(inline_of([content.decode()]))
            self._write(name, content)

    def _claim(self, record: Record, below: str) -> None:
        """Note what a record has; where it stands in it is let go of: of many agreements that is most of what is in memory."""
        for name, packed in record.parts.items():
            if name.startswith(below):
                self._own(record.name, name.removeprefix(below))
                if below == SITE:
                    self.made[name.removeprefix(below)] = packed.sha256[:HASH_LENGTH], packed.size
        record.let_go()

    def _own(self, owner: str, name: str) -> None:
        other = self.owners.setdefault(name, owner)
        if other != owner:
            raise ContractSiteError(f"{name}:1: {owner} has it and {other} too; give one another id or slug")

    def _add(self, record: Record, below: str) -> None:
        for name, _, content in record.below(below):
            self._write(name, content)
        record.let_go()

    def _write(self, name: str, content: bytes) -> None:
        if self._anew:
            write_bytes(self.folder / name, content)
            return
        path, folder = self.folder / name, name.rpartition("/")[0]
        if name in self._there and path.read_bytes() == content:
            return
        if folder in self._folders and name not in self._there and not path.is_dir():  # it was made for another file
            path.write_bytes(content)
        else:
            write_where(path, content)
            self._folders.add(folder)

    def finish(self) -> None:
        """Remove what is there of an earlier site and is no file of this one."""
        remove_files(self.folder, self._there - self.owners.keys())


def sitemap_files(records: Sequence[Record]) -> dict[str, bytes]:
    """Return the list of all pages for search engines, as it is and compressed."""
    addresses = (address for record in records for address in from_json(record[WHOLE]))
    text = SITEMAP.format("".join(LISTED.format(escape(address)) for address in addresses)).encode()
    packed = io.BytesIO()
    # `gzip.compress` names the system in some versions of Python only.
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(text)
    return {"sitemap.xml": text, "sitemap.xml.gz": packed.getvalue()}


def cut_back_files(files: Collection[str]) -> dict[str, bytes]:
    """Return the pages at addresses cut back, that lead to a page of a site whose files are these."""
    return {name: text.encode() for name, text in redirect_files(cut_back(files), files).items()}


def check_links(records: Sequence[Record], files: Mapping[str, object]) -> None:
    """Raise ContractSiteError if a page leads to a page, an anchor or a file that is in none of the records."""
    pages = {path: record for record in records for path in markdown_in(record)}
    wanted: dict[str, list[tuple[str, str, str]]] = {}
    dead: list[str] = []
    for record in records:
        for page, target, anchor in from_json(record[LEADING]):
            if target not in pages and target not in files:
                dead.append(f"{page} leads to {target}, which is not there")
            elif anchor and target in pages:
                wanted.setdefault(pages[target].name, []).append((page, target, anchor))
    for record in records:
        dead += _without_anchor(record, wanted.get(record.name, ()))
    if dead:
        more = f"; and {len(dead) - SHOWN} more" if len(dead) > SHOWN else ""
        raise ContractSiteError(f"the site has dead links: {'; '.join(dead[:SHOWN])}{more}")


def check_pages(written: Record, made: Sequence[Record], folder: Path) -> None:
    """Raise ContractSiteError if a page takes the place or address of one of the site's own, or of another."""
    own, others = markdown_in(written), (path for each in made for path in markdown_in(each))
    check_places(map(PurePosixPath, own), map(PurePosixPath, others), folder)


def _without_anchor(record: Record, wanted: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    anchors = {path: set(found) for path, found in from_json(record[ANCHORS]).items()} if wanted else {}
    for page, target, anchor in wanted:
        if anchor not in anchors[target]:
            yield f"{page} leads to #{anchor} of {target}, which is not there"
