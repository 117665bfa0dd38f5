"""What files to carry away say themselves is said through the catalogue: in a language that says nothing, nothing is left."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from tests.bundle.small_sites import NOTICE, a_site, both_books
from tests.interface.silent import WORD, be_silent, words_read, words_within

from contract_site.bundle.download import Download
from contract_site.bundle.folder import Everything, copy_of
from contract_site.bundle.listing import list_downloads

ARTICLES = {
    "": '<h1 id="one">Agreement One</h1><h2 id="contents">Agreement</h2><a href="article-8/">Article 8</a>',
    "article-8/": '<h1 id="8"><a class="label" href="#8" title="Article 8">ARTICLE 8</a></h1><p class="status">One ·'
    ' <strong>expired</strong> · page 7 · copy</p><p><a class="page" id="page-7" href="#page-7">7</a>'
    ' <a href="../../other/">Article</a> <a href="../../compare/one/other/">Article</a></p>',
    "compare/other/one/article-8/": '<h1 id="compared">Article 8</h1><nav class="pager">Article</nav>',
}
NOT_READ = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
ALLOWED = frozenset(("page", "article", "copy", "small", "site", "edt", "aut", "xml", "sha", "sums", "zip"))
"""Words of the pages, the site's name, and what programs read."""
HASH = re.compile(r"\b[0-9a-f]{64}\b")
CODES = re.compile(
    r"<(?:dc:(?:type|language|identifier)|meta property=\"(?:schema:access(?!ibilitySummary)|dcterms))[^>]*>[^<]*(?=<)"
    r"|<meta (?:name|http-equiv|charset)[^>]*>|<\?.*?\?>|<!.*?>"
)
"""What of a package only programs read, in words of a vocabulary."""


def left(said: str, text: object) -> list[str]:
    """The words that are neither of the pages nor what a book is told of its agreement."""
    known = ALLOWED | {*words_within(text), *words_within(ARTICLES), *(word.lower() for word in WORD.findall(NOTICE))}
    return sorted({*words_read(CODES.sub(" ", NOT_READ.sub(" ", said)))} - known)


@pytest.mark.parametrize("address", ["", "https://example.org/"])
def test_a_one_file_and_an_e_book_say_nothing_but_through_the_catalogue(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, text = a_site(tmp_path / "site", ARTICLES, site_url=address)
    be_silent(monkeypatch)
    html, epub = both_books((build, text), tmp_path)
    with zipfile.ZipFile(epub) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xhtml", ".opf"))}

    told = (text, build.named, build.publisher)
    assert {name: words for name, said in {**files, "html": html}.items() if (words := left(said, told))} == {}


def test_a_folder_and_the_list_of_files_say_nothing_but_through_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, text = a_site(tmp_path / "site", ARTICLES)
    be_silent(monkeypatch)
    places = "".join(f'<div class="files" data-files="{name}"><p>no file</p></div>' for name in ("one", "sums"))
    (tmp_path / "index.html").write_text(places, encoding="utf-8")
    copy = copy_of(Everything(), "", build, [text])
    list_downloads([Download("one.zip", "", "folder", "one", "").weighed(b"", build.version)], tmp_path)

    page = copy.page("index.html", '<h1></h1><footer class="cr-footer"><div><a href="gone/"></a></div></footer>')
    listed = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert left(page, text) == []
    assert left(HASH.sub(" ", listed), text) == []


def test_what_the_site_says_of_a_page_in_another_language_is_marked_as_its_own(tmp_path: Path) -> None:
    build, text = a_site(tmp_path / "site", ARTICLES)
    page = tmp_path / "site" / "one" / "article-8" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<article ", '<article lang="fr" '), encoding="utf-8")
    html, epub = both_books((build, text), tmp_path)
    with zipfile.ZipFile(epub) as archive:
        chapter = archive.read("book/one-article-8.xhtml").decode()

    assert '<summary>Page article-8/ · <span lang="en">page 7</span></summary>' in html
    assert '<p class="printed" lang="en" xml:lang="en">page 7</p>' in chapter
