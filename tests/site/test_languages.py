"""The parties' words say which language they are in, and the site's own words among them that they are English."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from tests.bad_projects import a_mini_project
from tests.projects import NOT_THE_PARTIES_WORDS, no_report, parse_page, speak

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.site.languages import marked, marked_beside

TEXT = """CONVENIO COLECTIVO
entre la Empresa del Faro y el Sindicato de Fareros
ARTÍCULO 1
JORNADA
1.1 La jornada de los fareros es de seis horas, como dice el artículo 2.
a) de noche; y
b) de día.
data-search-exclude="" no es una marca, ni <details class="beside"> lo es.
ARTÍCULO 2
DESCANSO
2.1 El descanso será de once horas, según el artículo 1.1.
"""
SETTINGS = """slug = "faro-2026"
title = "Convenio del Faro"
short = "2026"
parties = []
status = "in force"
language = "es"

[source]
file = "source.txt"
sha256 = ""
"""


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built site with an agreement in Spanish, and its books."""
    project = Project(root := tmp_path_factory.mktemp("spanish"), root / "site")
    a_mini_project(root)
    (root / "agreements" / "mini" / "source.txt").write_text(TEXT, encoding="utf-8")
    (root / "agreements" / "mini" / "agreement.toml").write_text(SETTINGS, encoding="utf-8")
    pipeline.build_site(project, no_report)
    return project


def spoken(tree: BeautifulSoup | Tag) -> Iterator[tuple[str, bool, str]]:
    """Each text of a page's article, whether it is the parties', and the language it is read in."""
    for text in tree.find_all(string=True):
        above = [each for each in text.parents if isinstance(each, Tag)]
        if type(text) is NavigableString and text.strip() and above[0].name != "script":
            said = next((str(each["lang"]) for each in above if each.has_attr("lang")), "en")
            yield text.strip(), not any(each.css.match(NOT_THE_PARTIES_WORDS) for each in above), said


def test_every_word_of_a_page_is_read_in_its_own_language(spanish: Project) -> None:
    pages = [spanish.site / "faro-2026" / name / "index.html" for name in ("article-1", "article-2")]
    articles = [parse_page(page.read_text(encoding="utf-8")).select_one("article") for page in pages]
    found = [each for article in articles if article for each in spoken(article)]

    assert [each for each in found if (each[2] == "es") is not each[1]] == []
    assert any("jornada de los fareros" in text and said == "es" for text, _, said in found)
    assert any("unofficial copy" in text and said == "en" for text, _, said in found)


def test_the_page_around_the_words_and_other_pages_are_english(spanish: Project) -> None:
    for name in ("index.html", "about/index.html", "faro-2026/article-1/index.html"):
        assert '<html lang="en">' in (spanish.site / name).read_text(encoding="utf-8")
    assert "lang=" not in (spanish.site / "about" / "index.html").read_text(encoding="utf-8").partition("<article")[2]


def test_words_that_look_like_a_mark_stay_as_they_are(spanish: Project) -> None:
    words = parse_page((spanish.site / "faro-2026/article-1/index.html").read_text(encoding="utf-8")).get_text()

    assert 'data-search-exclude="" no es una marca, ni <details class="beside"> lo es.' in " ".join(words.split())


def test_books_and_data_say_the_language(spanish: Project) -> None:
    one_file = parse_page((spanish.site / "downloads" / "faro-2026.html").read_text(encoding="utf-8"))
    with zipfile.ZipFile(spanish.site / "downloads" / "faro-2026.epub") as book:
        texts = {name: book.read(name).decode() for name in book.namelist() if name.endswith(("opf", "xhtml"))}
    chapters = [text for text in texts.values() if "jornada de los fareros" in text]

    assert [each.get("lang") for each in one_file.select("article.part") if "fareros" in each.get_text()][-1] == "es"
    assert [text for name, text in texts.items() if name.endswith("opf") and "<dc:language>es</dc:language>" in text]
    assert all('lang="es" xml:lang="es"' in text for text in chapters)
    assert chapters
    for name in ("faro-2026", "index"):
        data = json.loads((spanish.site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert (data if name != "index" else data["agreements"][0])["language"] == "es"


ENGLISH_RANK = re.compile(r"(?<![\w-])(?:Article|Section) (?:[12]\b|\|)|\"Article\"")
"""A rank of the agreement in English."""


def test_an_agreement_is_cited_in_its_own_words_everywhere(spanish: Project) -> None:
    places = ("faro-2026/**/*.html", "faro-2026/**/*.md", "data/**/*", "go/**/*.js", "search/**/*.js", "editors/faro-2026/*")
    files = sorted({path for place in places for path in spanish.site.glob(place) if path.is_file()})
    texts = {path.relative_to(spanish.site).as_posix(): path.read_text(encoding="utf-8") for path in files}
    with zipfile.ZipFile(spanish.site / "downloads" / "faro-2026.epub") as book:
        texts |= {name: book.read(name).decode() for name in book.namelist() if name.endswith(("opf", "xhtml"))}

    assert [(name, found[0]) for name, text in texts.items() if (found := ENGLISH_RANK.search(text))] == []
    assert "<title>Artículo 1. Jornada · " in texts["faro-2026/article-1/index.html"]
    assert "&quot;between&quot;:&quot;, Sección &quot;" in texts["faro-2026/article-2/index.html"]
    assert '"citation": "Artículo 1.1"' in texts["data/faro-2026.json"]
    assert {"go/faro-2026.js", "faro-2026/article-1/index.html"} <= {name for name, text in texts.items() if "Artículo" in text}


def test_a_page_in_the_language_of_the_interface_is_not_touched(tiny_site: Project) -> None:
    page = (tiny_site.site / "tiny-2024" / "article-1" / "index.html").read_text(encoding="utf-8")

    assert "lang=" not in page.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("<article><p>a</p></article>", '<article lang="es"><p>a</p></article>'),
        (
            '<nav>b</nav><article class="x"><p class="status old">a</p></article>',
            '<nav>b</nav><article lang="es" class="x"><p lang="en" class="status old">a</p></article>',
        ),
        (
            '<article><a title="x > y" data-search-exclude="">a</a></article>',
            '<article lang="es"><a lang="en" title="x > y" data-search-exclude="">a</a></article>',
        ),
        ("<article>data-search-exclude</article>", '<article lang="es">data-search-exclude</article>'),
    ],
)
def test_only_tags_of_the_article_are_marked(page: str, expected: str) -> None:
    assert marked(page, "es") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p class="now">a</p><p class="what">b</p>', '<p lang="es" class="now">a</p><p class="what">b</p>'),
        ('<h2 id="x" class="was head">a</h2>', '<h2 lang="es" id="x" class="was head">a</h2>'),
        ('<p class="nowhere" title="class=&quot;now">a</p>', '<p class="nowhere" title="class=&quot;now">a</p>'),
        (
            '<h2 id="contents">C</h2><div class="contents"><ul><li>a</li></ul></div><ul><li>b</li></ul>',
            '<h2 id="contents">C</h2><div class="contents"><ul lang="es"><li>a</li></ul></div><ul><li>b</li></ul>',
        ),
    ],
)
def test_on_the_sites_own_pages_what_is_shown_of_an_agreement_is_marked(page: str, expected: str) -> None:
    assert marked_beside(page, "es") == expected


def test_search_knows_the_language_of_an_agreement_that_is_not_the_sites(spanish: Project) -> None:
    assert '"language":"es"' in (spanish.site / "search" / "data.js").read_text(encoding="utf-8")


def test_on_a_site_in_another_language_english_words_are_marked_and_spanish_ones_are_not(
    spanish: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = Project(root := tmp_path_factory.mktemp("both"), root / "site")
    a_mini_project(root)
    shutil.copytree(spanish.agreements / "mini", project.agreements / "faro")
    speak(project, "es")
    pipeline.build_site(project, no_report, bundles=False)
    ours, theirs = (
        (project.site / name).read_text(encoding="utf-8")
        for name in ("faro-2026/article-1/index.html", "mini/article-1/index.html")
    )

    assert '<html lang="es">' in ours
    assert '<html lang="es">' in theirs
    assert "lang=" not in ours.partition("<article")[2].partition("</article>")[0]
    assert '<article lang="en"' in theirs
    assert 'lang="es" class="status' in theirs
