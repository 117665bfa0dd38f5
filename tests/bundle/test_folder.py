"""The folders: what each holds, names for every system, no dead link, the same bytes again."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.bad_projects import a_mini_agreement
from tests.projects import a_project, files_of, no_report, parse_page

from contract_site.build import pipeline
from contract_site.bundle.archive import member, write_archive, write_members
from contract_site.bundle.download import BundleError
from contract_site.bundle.folder import check_names, folder_name
from contract_site.site.offline_lists import owners_of


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
    slugs = {name for name in folders if name.startswith(("tiny-", "local-"))}
    foreign = [path for path in files if (own := owners_of(path, slugs)) and "tiny-1950" not in own]

    assert len(slugs) > 3
    assert foreign == []
    assert {"tiny-1950/index.html", "compare/tiny-1950/tiny-1952/index.html"} <= files.keys()
    assert {"index.html", "about/index.html", "data/tiny-1950.json", "data/compare/tiny-1950--tiny-1952.json"} <= files.keys()
    assert not {"404.html", "sitemap.xml", "data/tiny-2024.json"} & files.keys()


def test_every_page_of_a_folder_says_what_it_is(tiny_site: pipeline.Project) -> None:
    folder = tiny_site.site / "downloads"
    listed = versions_of(folder)
    for archive in folder.glob("*.zip"):
        version = listed[archive.name]
        files = unpacked(archive)
        pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
        said = {path: page.partition("Offline copy, version ")[2][:10] for path, page in pages.items() if "cr-footer" in page}

        assert f"version {version}" in pages["index.html"].partition("</h1>")[2][:300]
        assert set(said.values()) == {version} if archive.name != "contract-reference.zip" else version in said.values()
        assert "" not in said.values()


def versions_of(downloads: Path) -> dict[str, str]:
    """The version of each archive, as the downloads page lists it."""
    page = parse_page((downloads / "index.html").read_text(encoding="utf-8"))
    places = page.select("div.files:has(.version)")
    return {
        str(link["href"]): str(place.select(".version")[0].text) for place in places for link in place.select("a[href$=zip]")
    }


@pytest.mark.slow
def test_a_correction_changes_the_files_of_one_agreement_and_of_the_whole_site_only(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    a_mini_agreement(project.agreements / "mini")
    notes = project.agreements / "mini" / "corrections.toml"
    sites = []
    for words in ("One", "One,"):
        notes.write_text(f'[[note]]\nprovision = "1"\ntext = "{words}"\n', encoding="utf-8")
        pipeline.build_site(project, no_report)
        sites.append(files_of(project.site / "downloads"))
    changed = {name for name in sites[0] if sites[0][name] != sites[1][name]}

    assert sites[0].keys() == sites[1].keys()
    assert changed == {
        "contract-reference-mini.zip", "mini.html", "mini.epub", "contract-reference.zip", "index.html", "SHA256SUMS"
    }  # fmt: skip


def test_the_folder_of_one_agreement_searches_and_lists_no_other(tiny_site: pipeline.Project) -> None:
    files = unpacked(tiny_site.site / "downloads" / "contract-reference-tiny-1950.zip")
    told = b"".join(
        files[name] for name in ("search/data.js", "go/index.js", "data/index.json", "index.html", "search/index.html")
    )

    assert b"tiny-1950" in told
    assert b"local-tiny-2024" not in told


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


def test_an_archive_is_the_same_whatever_the_order_of_its_files(tmp_path: Path) -> None:
    files = [("b", b"2"), ("a", b"1"), ("a/c", b"3")]
    write_archive(tmp_path / "one.zip", files)
    write_archive(tmp_path / "other.zip", reversed(files))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_files_that_are_compressed_already_make_an_archive_that_others_read(tmp_path: Path) -> None:
    files = {"a.txt": b"one" * 999, "b/c.txt": b"", "d.bin": bytes(range(256))}
    write_members(tmp_path / "x.zip", ((name, member(content)) for name, content in files.items()))

    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
    subprocess.run([sys.executable, "-m", "zipfile", "-t", tmp_path / "x.zip"], check=True, capture_output=True)


def test_what_stands_first_in_an_archive_is_not_compressed(tmp_path: Path) -> None:
    write_archive(tmp_path / "x.zip", [("a", b"1" * 99)], first=("mimetype", b"application/epub+zip"))
    content = (tmp_path / "x.zip").read_bytes()

    assert content[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("Contract Reference", "contract-reference"),
        ("Pier & Papers <of> the North", "pier-papers-of-the-north"),
        ("Contratos del Área 97", "contratos-del-area-97"),
        ("労働協約", "contracts"),
        ("A" * 39 + " B", "a" * 39),
    ],
)
def test_a_folder_is_called_as_the_site_is(site: str, name: str) -> None:
    assert folder_name(site) == name
