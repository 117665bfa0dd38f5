"""The one file: every id once, no link dead, nothing asked for, every word of the site's pages there."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from tests.bundle.small_sites import a_site, both_books, parties_words_alone, words_of_the_site
from tests.projects import parse_page

from contract_site.build.pipeline import Project
from contract_site.bundle.download import BundleError
from contract_site.bundle.one_file import PAUSE, STRETCH

PARTS = re.compile(r'<article class="[^"]*\bpart\b[^"]*" data-address="([^"]*)">.*?</article>', re.DOTALL)
OWN = '<h1 id="one">Agreement One</h1><h2 id="contents">Contents</h2><a href="article-8/">Article 8</a>'
ARTICLE = (
    '<nav class="breadcrumb">way</nav><h1 id="8"><a class="label" href="#8" title="Article 8">ARTICLE 8</a> HOURS</h1>'
    '<p class="status">One · <strong>expired</strong> · printed page 7 · unofficial copy</p>'
    '<p class="mark-line"><a class="page" id="page-7">7</a></p>'
    '<p id="8.A"><a class="label" href="#8.A">A.</a> Words.</p>'
    '<p id="8.p2">More <a href="{href}">words</a></p>'
)
MEMO = (
    '<h1 id="clerks">Clerks</h1><p id="A"><a class="label" href="#A" title="MOU Re: Clerks, A">A.</a> Memo.</p>'
    '<p id="8.A">x</p>'
)


def with_link(href: str) -> dict[str, str]:
    return {"": OWN, "article-8/": ARTICLE.format(href=href), "memo/clerks/": MEMO, "tables/": '<h1 id="tables">Tables</h1>'}


def link_named(tree: BeautifulSoup, words: str) -> Tag:
    return next(tag for tag in tree.select(".part a, .part span") if tag.get_text() == words)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("#8.A", "#8.A"),
        ("../memo/clerks/", "#memo/clerks"),
        ("../memo/clerks/#A", "#memo/clerks/A"),
        ("../memo/clerks/#gone", "#memo/clerks"),
        ("../old/#8.A", "#8.A"),
        ("../tables/", "#tables"),
        ("../memo/clerks/?kind=added#A", "#memo/clerks/A"),
        ("../", "#one"),
    ],
)
def test_links_inside_the_agreement_lead_to_places_of_the_file(href: str, expected: str, tmp_path: Path) -> None:
    build = a_site(tmp_path / "site", with_link(href), second_addresses={"one/old/": "one/article-8/"})
    tree = parse_page(both_books(build, tmp_path)[0])

    assert link_named(tree, "words")["href"] == expected
    assert tree.find(id=expected.removeprefix("#")) is not None


@pytest.mark.parametrize(
    ("href", "address", "named"),
    [
        ("../../other/article-1/#1.A", "other/article-1/#1.A", " [Other of 1950]"),
        ("../../other/", "other/", " [Other of 1950]"),
        ("../../data/one.json", "data/one.json", " [on the site]"),
        ("../../", "", " [on the site]"),
        ("../../compare/other/one/", "compare/other/one/", " [comparison of Other of 1950 and One of 2020]"),
    ],
)
def test_a_link_out_of_the_agreement_leads_to_the_site_or_names_its_target(
    href: str, address: str, named: str, tmp_path: Path
) -> None:
    url = "https://contracts.example/of/us/"
    published = parse_page(both_books(a_site(tmp_path / "site", with_link(href), site_url=url), tmp_path)[0])
    unpublished = parse_page(both_books(a_site(tmp_path / "site", with_link(href)), tmp_path)[0])
    link, words = link_named(published, "words"), link_named(unpublished, "words")

    assert (link["href"], link["class"]) == (url + address, ["away"])
    assert (words.name, words.attrs) == ("span", {"class": ["away"]})
    assert str(words.next_sibling) == f'<span class="editorial where">{named}</span>'


def test_anchors_of_the_body_and_printed_pages_keep_their_names(tmp_path: Path) -> None:
    tree = parse_page(both_books(a_site(tmp_path / "site", with_link("#8")), tmp_path)[0])
    ids = [str(tag["id"]) for tag in tree.find_all(id=True)]

    assert [each for each in ids if not each.startswith("file-")] == [
        *("one", "one/contents", "8", "page-7", "8.A", "8.p2", "memo/clerks", "memo/clerks/A", "memo/clerks/8.A", "tables")
    ]


def test_what_belongs_to_the_site_around_a_page_is_left_out_and_the_indexes_are_added(tmp_path: Path) -> None:
    articles = with_link("#8") | {
        "article-9/": '<h1 id="9">N</h1><form><button>x</button></form><figure class="picture">z</figure>'
        '<details class="sections">y</details>'
    }
    tree = parse_page(both_books(a_site(tmp_path / "site", articles), tmp_path)[0])

    assert tree.select("form, button, figure.picture, .breadcrumb, .sections, .part .status") == []
    assert [link["href"] for link in tree.select("#file-citations ~ details a")] == ["#8", "#8.A", "#memo/clerks/A"]
    assert [link["href"] for link in tree.select("#file-headings ~ details a")] == ["#memo/clerks", "#8", "#9"]
    assert [link["href"] for link in tree.select("#file-pages ~ details a")] == ["#page-7"]
    assert tree.select_one("article.part summary").get_text() == "Page article-8/ · printed page 7"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ('<a class="label" href="#8.A">A.</a>', "Article 8.A"),
        ('<a class="label" href="#8.A.1">(1)</a>', "Article 8.A(1)"),
        ('<a class="label" href="#8.A.1" title="Article 8.A, first">1.</a>', "Article 8.A, first"),
        ('<a aria-label="Link to this table" class="label" href="#8.A">▦</a>', None),
    ],
)
def test_a_label_without_a_title_has_its_citation_in_the_file(label: str, title: str | None, tmp_path: Path) -> None:
    articles = with_link("#8") | {"article-8/": ARTICLE.replace('<a class="label" href="#8.A">A.</a>', label)}
    tree = parse_page(both_books(a_site(tmp_path / "site", articles), tmp_path)[0])

    assert tree.select('[id="8.A"] > .label')[0].get("title") == title


def test_a_browser_is_let_go_of_between_parts_that_are_long_together(tmp_path: Path) -> None:
    long = "x" * (STRETCH // 2)
    articles = with_link("#8") | {f"article-{number}/": f'<h1 id="{number}">N</h1><p>{long}</p>' for number in range(11, 16)}
    text = both_books(a_site(tmp_path / "site", articles), tmp_path)[0]
    stretches = text.split(PAUSE)

    assert [stretch.count(long) for stretch in stretches] == [2, 2, 1]
    assert re.findall(r"script-src ([^;\"]*)", text)[0].count("'sha256-") == 2


ROWS = {
    "reworded": ('<p class="was">old</p><p class="now"><del>old</del> <ins>new</ins></p>', "old new"),
    "removed": ('<p class="was">gone</p>', "gone"),
    "both split": ('<p class="was">a</p><p class="now">b</p>', "ab"),
    "unchanged": ('<p class="was">same</p><p class="now">same</p>', "same"),
}


@pytest.mark.parametrize(("kind", "row"), ROWS.items(), ids=ROWS)
def test_a_compared_row_has_its_marks_and_words_that_are_in_none(kind: str, row: tuple[str, str], tmp_path: Path) -> None:
    compared = f'<h1 id="compared">C</h1><div class="row {kind}">{row[0]}</div>'
    articles = {"": OWN, "compare/other/one/article-8/": compared, "article-8/": MEMO}
    file = both_books(a_site(tmp_path / "site", articles), tmp_path)[0]

    assert parse_page(file).select_one(".row").get_text() == row[1]  # type: ignore[union-attr]


def test_first_page_and_footer_say_what_the_file_is(tmp_path: Path) -> None:
    tree = parse_page(both_books(a_site(tmp_path / "site", with_link("#8")), tmp_path)[0])
    said = "Offline copy, version 0123456789. Date of the text: January 1, 2020 – December 31, 2021. Source: A copy."

    for place in ("#file-text .file-facts", "footer"):
        words = " ".join(tree.select_one(place).get_text(" ").split())  # type: ignore[union-attr]
        assert said in words
        assert "Unofficial copy for reference." in words


def test_a_site_that_lost_its_notice_or_a_page_that_has_no_content_stops_the_build(tmp_path: Path) -> None:
    build = a_site(tmp_path / "site", with_link("#8"))
    path = tmp_path / "site" / "one" / "index.html"
    page = path.read_text(encoding="utf-8")
    for lost in ("cr-notice", "article"):
        path.write_text(page.replace(lost, "div"), encoding="utf-8")

        with pytest.raises(BundleError, match=r"^one/index\.html: "):
            both_books(build, tmp_path)


def downloads_of(project: Project) -> dict[str, str]:
    paths = [path for path in sorted((project.site / "downloads").glob("*.html")) if path.stem != "index"]
    assert len(paths) == len(project.folders)
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize("which", ["published_site", "tiny_site"])
def test_every_id_of_a_file_is_there_once_and_every_link_leads_to_one(which: str, request: pytest.FixtureRequest) -> None:
    for slug, file in downloads_of(request.getfixturevalue(which)).items():
        ids = Counter(re.findall(r'\sid="([^"]*)"', file))
        links = set(re.findall(r'\shref="([^"]*)"', file)) - {"data:,"}
        places = {f"#{each}" for each in ids}

        assert [each for each, count in ids.items() if count > 1] == [], slug
        assert links - places == set(), slug


def test_every_real_file_says_on_its_first_page_and_at_its_foot_that_it_is_unofficial(published_site: Project) -> None:
    for slug, file in downloads_of(published_site).items():
        foot = file.rpartition("<footer")[2]
        assert all(
            "Unofficial copy for reference. The printed agreement" in part for part in (file.partition("<h2")[0], foot)
        ), slug


def test_no_file_names_another_place_that_a_browser_would_ask(published_site: Project) -> None:
    for file in downloads_of(published_site).values():
        tree = parse_page(PARTS.sub("", file))

        assert tree.select("[src], [srcset], link:not([href='data:,']), iframe, object, embed, base") == []
        assert "default-src 'none'" in str(tree.select_one("meta[http-equiv]"))
        assert not re.search(r"url\(|@import", "".join(style.get_text() for style in tree.select("style")))
        assert not re.search(r"fetch\(|XMLHttpRequest|import\(|\.src\b", "".join(s.get_text() for s in tree.select("script")))


@pytest.mark.parametrize("which", ["published_site", "tiny_site"])
def test_the_parties_words_are_those_of_the_sites_pages_in_their_order(which: str, request: pytest.FixtureRequest) -> None:
    project = request.getfixturevalue(which)
    for slug, file in downloads_of(project).items():
        expected = words_of_the_site(project.site, slug)
        parts = {found[1]: parse_page(found[0]) for found in PARTS.finditer(file) if found[1] in expected}
        for part in parts.values():
            part.select_one("details.text > summary").extract()  # type: ignore[union-attr]

        assert parts.keys() == expected.keys()
        for address, part in parts.items():
            assert parties_words_alone(part) == expected[address], address


def test_every_label_and_page_of_the_text_is_in_the_indexes(published_site: Project) -> None:
    for slug, file in downloads_of(published_site).items():
        data = json.loads((published_site.site / "data" / f"{slug}.json").read_text(encoding="utf-8"))
        labelled = [each for each in data["provisions"] if each["label"] and each["container"] == "body"]
        index = file.partition('id="file-citations"')[2].partition("<section")[0]

        assert {each["id"] for each in labelled} <= set(re.findall(r'href="#([^"]*)"', index)), slug


@pytest.mark.agreements("national-2010")
def test_the_file_of_the_2010_agreement_is_small_enough_for_a_phone(published_site: Project) -> None:
    assert (published_site.site / "downloads" / "national-2010.html").stat().st_size < 2_000_000
