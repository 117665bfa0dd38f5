"""Sites to make books from: an invented one of a few pages, and what a built one shows as the parties' words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from tests.projects import ROOT, parse_page, parties_words

from contract_site.bundle.books import books_of
from contract_site.bundle.download import Build, Chapter, Kind, Text
from contract_site.bundle.one_file import INDEX
from contract_site.data.typed_words import rank_words
from contract_site.site.folder import write

ASSETS = ROOT / "docs" / "assets"
NOTICE = "Unofficial copy for reference."
PAGE = """<!doctype html><html><head>{canonical}</head><body>
<article class="md-content__inner md-typeset">{article}</article>
<footer class="md-footer cr-footer"><p class="cr-print">print</p><p class="cr-notice">{notice}</p></footer></body></html>
"""
KINDS: dict[str, Kind] = {"": "agreement", "tables/": "list"}


def a_text(slug: str = "one", **changes: object) -> Text:
    """What bundles are told of an invented agreement."""
    plain = Text(
        slug=slug,
        title="Agreement One",
        brief="One of 2020",
        dates="January 1, 2020 – December 31, 2021",
        status="expired",
        source="A copy.",
        effective=date(2020, 1, 1),
        parties=("Union", "Employer"),
        chapters=(),
        second_addresses={},
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def a_site(folder: Path, articles: Mapping[str, str], *, site_url: str = "", **changes: object) -> tuple[Build, Text]:
    """Write a site with these articles, by address below ``one/``; ``article-…`` is its body, ``compare/…`` a comparison."""
    chapters = []
    for name, article in articles.items():
        address = name if name.startswith("compare/") else f"one/{name}"
        canonical = f'<link rel="canonical" href="{site_url}{address}">' if site_url else ""
        write(folder / address / "index.html", PAGE.format(canonical=canonical, article=article, notice=NOTICE))
        kind = "comparison" if name.startswith("compare/") else KINDS.get(name, "text")
        body = name.startswith(("article-", "item-"))
        chapters.append(Chapter(address, f"Page {name}", kind, body=body, below=name.startswith("memo/")))
    for asset in [*ASSETS.rglob("*.js"), *ASSETS.rglob("*.css")]:
        write(folder / "assets" / asset.relative_to(ASSETS), asset.read_text(encoding="utf-8"))
    words = rank_words()
    write(folder / "assets" / "goto" / words.path, words.text)
    write(folder / "go" / "index.js", f"{INDEX}[];\n")
    write(folder / "go" / "one.js", '((window.contractReference ||= {}).goTables ||= {})["one"] = {"parts":[]};\n')
    text = a_text(**{"chapters": tuple(chapters), **changes})
    return Build(folder, "0123456789", "Small Site", site_url, {"one": text.brief, "other": "Other of 1950"}), text


def both_books(site: tuple[Build, Text], folder: Path) -> tuple[str, Path]:
    """The one file of an agreement's site, and the path of its e-book."""
    folder.mkdir(parents=True, exist_ok=True)
    html, epub = (folder / download.path for download in books_of(*site, folder))
    return html.read_text(encoding="utf-8"), epub


@cache
def words_of_the_site(site: Path, slug: str) -> dict[str, list[str]]:
    """The parties' words on each page of an agreement's text, by address."""
    data = json.loads((site / "data" / f"{slug}.json").read_text(encoding="utf-8"))
    found = {}
    for page in dict.fromkeys(provision["page_id"] for provision in data["provisions"]):
        html = (site / slug / page / "index.html").read_text(encoding="utf-8")
        found[f"{slug}/{page}/"] = parties_words_alone(parse_page(html[html.index("<article") : html.index("</article>")]))
    return found


def parties_words_alone(tree: BeautifulSoup | Tag) -> list[str]:
    """The words of a page or a chapter without what the two say of it in other places. The tree is used up."""
    for added in tree.select(".cited, .citing, .printed, .foot"):
        added.extract()
    return parties_words(tree).split()
