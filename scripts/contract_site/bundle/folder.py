"""The site as a folder that opens from a disk, whole and one agreement at a time, each as a zip archive."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contract_site.bundle.archive import write_archive
from contract_site.bundle.disk_page import INDEX, Copy, words
from contract_site.bundle.download import Build, BundleError, Download, Text
from contract_site.bundle.markup import TOKEN, Tag

NAME = "contract-reference"
LONGEST = 180
"""How long a path may be: Windows counts the folders above it too, up to 260."""
SERVER_ONLY = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|service-worker\.js|.*\.webmanifest|.*\.map|downloads/.*"
    r"|assets/javascripts/(lunr|workers)/.*|offline/.*|(saved|guides)/.*|assets/(saved|icons|books|guides)/.*"
)
"""What is of use only on a web server, or to those who make the site."""
UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ](/|$)')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
ABOUT = (
    "For computers: Windows, macOS, Linux; and for Android with a browser that opens files. Unpack the archive (on Windows:"
    " Extract All), then open index.html in its folder. Links, comparisons, previews, search work without a network."
)
UNOFFICIAL = "Unofficial copy for reference. The printed agreement signed by the parties prevails."


def bundle_folders(build: Build, downloads: Path) -> Sequence[Download]:
    """Write a folder of each agreement and of the whole site. Raises BundleError if a page or a name would not work."""
    maker = _Maker(build, downloads)
    return [*(maker.agreement(text) for text in build.texts), maker.whole()]


def owners(path: str, slugs: Iterable[str]) -> set[str]:
    """Return the agreements that a file of the site belongs to, by the names in its path; none if it belongs to all.

    What pages look and work by belongs to all, though an agreement may be called as one of its folders is.
    """
    folders = path.split("/")
    if folders[0] == "assets":
        return set()
    names = {part for each in folders for part in (each, *re.split(r"--|\.", each))}
    return names & set(slugs)


def check_names(paths: Sequence[str]) -> None:
    """Raise BundleError if a system could not unpack these paths beside each other."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise BundleError(f"{path} and {other} differ only in capital letters; rename one")
        if len(path) > LONGEST:
            raise BundleError(f"{path} is {len(path)} characters long, more than {LONGEST}; give its page a shorter id")
        if UNSAFE.search(path) or any(RESERVED.match(part) for part in path.split("/")):
            raise BundleError(f"{path} is a name that Windows does not allow; give its page another id")


@dataclass(frozen=True)
class _Maker:
    build: Build
    downloads: Path

    def agreement(self, text: Text) -> Download:
        """Write the folder of one agreement: its pages, the comparisons it is part of, and what belongs to no agreement."""
        held = [path for path, own in self._files.items() if not own or text.slug in own]
        name = f"{NAME}-{text.slug}"
        self._write(name, held, (text,), f"one agreement: {text.title}")
        return Download(f"{name}.zip", "Folder (zip)", "folder", text.slug, ABOUT)

    def whole(self) -> Download:
        """Write the folder of the whole site."""
        self._write(NAME, list(self._files), self.build.texts, "the whole site")
        return Download(f"{NAME}.zip", "Folder of the whole site (zip)", "folder", None, ABOUT)

    @cached_property
    def _files(self) -> dict[str, set[str]]:
        """What folders may hold, and the agreements that each file belongs to."""
        slugs = {each.slug for each in self.build.texts}
        return {path: owners(path, slugs) for path in self._site if not SERVER_ONLY.fullmatch(path)}

    @cached_property
    def _site(self) -> list[str]:
        """What the site holds before the folders are written beside it."""
        return sorted(path.relative_to(self.build.site).as_posix() for path in self.build.site.rglob("*") if path.is_file())

    def _write(self, name: str, held: Sequence[str], texts: Sequence[Text], holds: str) -> None:
        top = f"{name}-{self.build.version}"
        check_names([posixpath.join(top, path) for path in held])
        copy = self._copy(frozenset(held), texts, holds)
        files = ((posixpath.join(top, path), self._content(copy, path)) for path in held)
        write_archive(self.downloads / f"{name}.zip", files)

    def _content(self, copy: Copy, path: str) -> bytes:
        content = (self.build.site / path).read_bytes()
        return copy.page(path, content.decode("utf-8")).encode("utf-8") if path.endswith(".html") else content

    def _copy(self, held: frozenset[str], texts: Sequence[Text], holds: str) -> Copy:
        address = self._address
        version = f"version {words(self.build.version)}"
        dated = "; ".join(words(f"{text.brief}: {text.dates or 'no term stated'}") for text in texts)
        newer = f'at <a href="{words(address)}">{words(address)}</a>' if address else "where you got this copy"
        first = (
            f'<div class="note copy">\n<p><strong>Offline copy</strong> of {words(holds)}, {version}. It needs no network.'
            f" A newer version may be {newer}.</p>\n<p>Date of the text: {dated}.</p>\n<p>{UNOFFICIAL}</p>\n</div>\n"
        )
        return Copy(
            files=held,
            site=frozenset(self._site),
            address=address,
            footer=f'<p class="copy">Offline copy, {version}. Date of the text: {dated}.</p>\n',
            first_page=first,
            slugs=tuple(text.slug for text in texts),
        )

    @cached_property
    def _address(self) -> str:
        """Where the site is on the web, as its first page says; empty if it does not."""
        page = (self.build.site / INDEX).read_text(encoding="utf-8")
        for tag in _tags(page):
            if tag.name == "link" and tag.attributes.get("rel") == "canonical":
                return tag.attributes.get("href", "").removesuffix(INDEX)
        return ""


def _tags(page: str) -> Iterator[Tag]:
    for found in TOKEN.finditer(page):
        if found[4]:
            yield Tag(found[4].lower(), found[0], found[5] or "")
