"""The folders: what each holds, names for every system, no dead link, the same bytes again."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from contract_site.build import pipeline
from contract_site.bundle.archive import write_archive
from contract_site.bundle.download import BundleError
from contract_site.bundle.folder import check_names, owners


class Places(HTMLParser):
    """The addresses of a page, and the ids that addresses can lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.append(values.get("id") or "")
        if values.get("rel") == "canonical":
            return
        self.addresses += [value for name in ("href", "src", "action") if (value := values.get(name)) is not None]
        if values.get("http-equiv") == "refresh":
            self.addresses.append((values.get("content") or "").partition("url=")[2])


def dead_links(files: Mapping[str, bytes]) -> list[str]:
    """Every link of the pages that does not lead to a file, or not to an id of a page."""
    pages = {path: Places(content.decode()) for path, content in files.items() if path.endswith(".html")}
    ids = {path: set(places.ids) for path, places in pages.items()}
    dead: list[str] = []
    for path, places in pages.items():
        for address in places.addresses:
            parts = urlsplit(address)
            target = unquote(urlsplit(urljoin(f"http://disk/{path}", address)).path).lstrip("/")
            if parts.scheme or parts.netloc:
                continue
            if target not in files or (parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]):
                dead.append(f"{path}: {address}")
    return dead


def unpacked(archive: Path) -> dict[str, bytes]:
    """The files of an archive by their paths below its one top folder."""
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        assert len({name.split("/")[0] for name in names}) == 1
        return {name.split("/", 1)[1]: opened.read(name) for name in names}


@pytest.fixture(scope="module")
def real_archives(published_site: pipeline.Project) -> list[Path]:
    """The archives of the built site."""
    return sorted((published_site.site / "downloads").glob("*.zip"))


def test_no_link_and_no_anchor_of_any_folder_is_dead(real_archives: list[Path]) -> None:
    """Of all pages of all folders of the real agreements: each leads to a file of the folder, and to an id that is there."""
    assert len(real_archives) > 1
    assert {path.name: dead_links(unpacked(path)) for path in real_archives} == {path.name: [] for path in real_archives}


def test_names_of_the_real_folders_suit_every_system(real_archives: list[Path]) -> None:
    for path in real_archives:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()

        assert names == sorted(names)
        check_names(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_folder_of_one_agreement_holds_its_pages_and_comparisons_and_no_others(tiny_site: pipeline.Project) -> None:
    files = unpacked(tiny_site.site / "downloads" / "contract-reference-tiny-1950.zip")
    folders = {path.parent.name for path in tiny_site.site.glob("*/index.html")}
    slugs = {name for name in folders if name.startswith(("tiny-", "lmou-"))}
    foreign = [path for path in files if (own := owners(path, slugs)) and "tiny-1950" not in own]

    assert len(slugs) > 3
    assert foreign == []
    assert {"tiny-1950/index.html", "compare/tiny-1950/tiny-1952/index.html"} <= files.keys()
    assert {"index.html", "about/index.html", "data/tiny-1950.json", "data/compare/tiny-1950--tiny-1952.json"} <= files.keys()
    assert not {"404.html", "sitemap.xml", "data/tiny-2024.json"} & files.keys()


def test_every_page_of_a_folder_says_what_it_is(tiny_site: pipeline.Project) -> None:
    folder = tiny_site.site / "downloads"
    version = (folder / "index.html").read_text(encoding="utf-8").partition('class="version">')[2][:10]
    for archive in folder.glob("*.zip"):
        files = unpacked(archive)
        pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
        silent = [
            path for path, page in pages.items() if "cr-footer" in page and f"Offline copy, version {version}" not in page
        ]

        assert f"version {version}" in pages["index.html"].partition("</h1>")[2][:300]
        assert silent == []


NAMES = {
    "capital letters": ["a/B.html", "a/b.html"],
    "too long": [f"a/{'b' * 179}"],
    "a device": ["x/memo/con/index.html"],
    "a device with an ending": ["x/aux.json"],
    "a colon": ["x/a:b.html"],
    "a dot at the end": ["x/a./index.html"],
    "a space at the end": ["x/a "],
    "a control character": ["x/a\tb"],
}


@pytest.mark.parametrize("paths", NAMES.values(), ids=NAMES)
def test_names_that_a_system_does_not_allow_are_refused(paths: list[str]) -> None:
    with pytest.raises(BundleError):
        check_names(paths)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", set()),
        ("assets/page/contract.css", set()),
        ("assets/one/one.css", set()),
        ("one/article-1/index.html", {"one"}),
        ("compare/one/two/article-1/index.html", {"one", "two"}),
        ("data/compare/one--two.json", {"one", "two"}),
        ("search/offline/two.js", {"two"}),
        ("one-and-two/index.html", set()),
    ],
)
def test_a_file_belongs_to_the_agreements_that_its_path_names(path: str, expected: set[str]) -> None:
    assert owners(path, ["one", "two"]) == expected


def test_an_archive_is_the_same_whatever_the_order_of_its_files(tmp_path: Path) -> None:
    files = [("b", b"2"), ("a", b"1"), ("a/c", b"3")]
    write_archive(tmp_path / "one.zip", files)
    write_archive(tmp_path / "other.zip", reversed(files))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_what_stands_first_in_an_archive_is_not_compressed(tmp_path: Path) -> None:
    write_archive(tmp_path / "x.zip", [("a", b"1" * 99)], first=("mimetype", b"application/epub+zip"))
    content = (tmp_path / "x.zip").read_bytes()

    assert content[30:58] == b"mimetypeapplication/epub+zip"
