"""Addresses are promises: each stands in addresses.md, and each is there in the built site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from tests.present import POSTAL
from tests.projects import ROOT, parse_page

from contract_site.build.pipeline import Project
from contract_site.model.place import OWN_ADDRESSES

sites = pytest.mark.parametrize("which", ["real_site", "tiny_site"])

PROMISED = {
    "home": "/",
    "about": "/about/",
    "national agreement": "/national-2010/",
    "preamble": "/national-2010/preamble/",
    "article": "/national-2010/article-8/#8",
    "section": "/national-2010/article-8/#8.5",
    "paragraph": "/national-2010/article-8/#8.5.C.1.a",
    "paragraph where the article has no sections": "/national-2010/article-3/#3.A",
    "bracketed number": "/national-2010/article-12/#12.5.C.5.b.6",
    "step": "/national-2010/article-15/#15.2.step-2.d",
    "paragraph without a label": "/national-2010/article-8/#8.5.G.p2",
    "named table": "/national-2010/article-9/#table-1.1",
    "printed page": "/national-2010/article-12/#page-49",
    "appendix": "/national-2010/appendix-a/",
    "reprinted portion": "/national-2010/appendix-a/#2.article-7.1.B",
    "memorandum": "/national-2010/memo/clerk-craft-jobs/",
    "paragraph of a memorandum": "/national-2010/memo/clerk-craft-jobs/#2.C",
    "second address of the appendix": "/national-2010/memo/postal-support-employee-pse/",
    "local memorandum": "/lmou-des-moines-bmc-2006/",
    "item": "/lmou-des-moines-bmc-2006/item-14/",
    "paragraph of an item": "/lmou-des-moines-bmc-2006/item-14/#14.C.1",
    "index of data": "/data/index.json",
    "data": "/data/national-2010.json",
    "schema": "/data/schema.json",
}
PROMISED_FOR_1966 = {
    "article by its printed numeral": "/tiny-2020/article-iv/#IV",
    "paragraph": "/tiny-2020/article-i/#I.B",
    "section": "/tiny-2020/article-ii/#II.1.A",
    "label that occurs twice": "/tiny-2024/article-2/#2.2.A~2",
    "table without a name": "/tiny-2024/article-4/#4.1.t1",
}


@cache
def page_at(path: Path) -> BeautifulSoup:
    return parse_page(path.read_text(encoding="utf-8"))


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def file_at(site: Path, url: str) -> Path:
    path = site / url.lstrip("/")
    return path / "index.html" if url.endswith("/") or path.is_dir() else path


def check_address(site: Path, address: str) -> None:
    url, fragment = urldefrag(address)
    path = file_at(site, url)

    assert path.is_file()
    if fragment:
        assert page_at(path).find(id=fragment) is not None


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize("address", PROMISED.values(), ids=PROMISED.keys())
def test_a_promised_address_is_there(real_site: Project, address: str) -> None:
    check_address(real_site.site, address)


@pytest.mark.parametrize("address", PROMISED_FOR_1966.values(), ids=PROMISED_FOR_1966.keys())
def test_a_promised_form_of_address_is_there(tiny_site: Project, address: str) -> None:
    check_address(tiny_site.site, address)


@pytest.mark.agreements(*POSTAL)
def test_every_article_item_and_memorandum_has_an_address_of_the_promised_form(real_site: Project) -> None:
    national, local = real_site.site / "national-2010", real_site.site / "lmou-des-moines-bmc-2006"

    assert {f"article-{number}" for number in range(1, 44)} == {path.name for path in national.glob("article-*")}
    assert {f"item-{number}" for number in range(1, 23)} == {path.name for path in local.glob("item-*")}
    assert len([path for path in (national / "memo").iterdir() if path.is_dir()]) == 50


@pytest.mark.parametrize(
    ("which", "old", "new"),
    [
        pytest.param(
            "real_site",
            "national-2010/memo/postal-support-employee-pse",
            "national-2010/appendix-a",
            marks=pytest.mark.agreements("national-2010"),
        ),
        ("tiny_site", "tiny-2024/memo/relief-keepers-articles", "tiny-2024/appendix-a"),
    ],
    ids=["real", "invented"],
)
def test_a_second_address_leads_to_the_first_without_scripts(
    request: pytest.FixtureRequest, which: str, old: str, new: str
) -> None:
    site = request.getfixturevalue(which).site
    page = page_at(site / old / "index.html")
    refresh = page.find("meta", attrs={"http-equiv": "refresh"})
    link = page.a

    assert isinstance(refresh, Tag)
    assert isinstance(link, Tag)
    for target in (str(refresh["content"]).partition("url=")[2], str(link["href"])):
        assert urljoin(f"/{old}/", target) == f"/{new}/"


# Links ----------------------------------------------------------------------------------------------------------------


@sites
def test_every_link_within_the_site_leads_somewhere(request: pytest.FixtureRequest, which: str) -> None:
    site = request.getfixturevalue(which).site
    broken = [problem for path in pages_of(site) for problem in _broken(site, path)]

    assert broken == []


def _broken(site: Path, path: Path) -> Iterator[str]:
    here = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
    for tag in page_at(path).find_all(["a", "link", "script", "img", "form", "source"]):
        for name in ("href", "src", "action"):
            target = str(tag.get(name) or "")
            if not target or target.startswith(("javascript:void", "http://", "https://", "mailto:", "data:,")):
                continue
            if path.name == "404.html" and not target.startswith("/"):
                yield f"{here}: relative on the page of unknown addresses: {target}"
                continue
            url, fragment = urldefrag(urljoin(here, target))
            found = file_at(site, unquote(url.partition("?")[0]))
            if not found.is_file() or (fragment and found.suffix == ".html" and unquote(fragment) not in _ids(found)):
                yield f"{here}: {target}"


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in page_at(path).find_all(id=True)) | {"__search"}


@sites
def test_links_of_pages_are_relative_so_that_a_copy_works_anywhere(request: pytest.FixtureRequest, which: str) -> None:
    site = request.getfixturevalue(which).site
    absolute = [
        (path.relative_to(site).as_posix(), tag["href"])
        for path in pages_of(site)
        if path.name != "404.html"
        for tag in page_at(path).find_all("a", href=True)
        if str(tag["href"]).startswith(("/", "file:"))
    ]

    assert absolute == []


@sites
def test_every_page_is_reached_from_the_first_by_links(request: pytest.FixtureRequest, which: str) -> None:
    """Nothing is published that readers cannot find: redirects and the page of unknown addresses aside."""
    site = request.getfixturevalue(which).site
    start = site / "index.html"
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        here = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        for tag in page_at(path).find_all("a", href=True):
            found = file_at(site, urldefrag(urljoin(here, str(tag["href"])))[0])
            if found.suffix == ".html" and found.is_file() and found not in seen:
                seen.add(found)
                waiting.append(found)
    redirects = {path for path in pages_of(site) if page_at(path).find("meta", attrs={"http-equiv": "refresh"})}

    assert set(pages_of(site)) - seen - redirects == {site / "404.html"}


# Other hosts ----------------------------------------------------------------------------------------------------------


@sites
def test_no_page_asks_another_host_for_anything(request: pytest.FixtureRequest, which: str) -> None:
    """Scripts, styles, pictures, fonts, forms and frames are the site's own; only a reader's click may lead elsewhere."""
    site = request.getfixturevalue(which).site
    asked = [problem for path in pages_of(site) for problem in _asked(path)]

    assert asked == []


def _asked(path: Path) -> Iterator[str]:
    for tag in page_at(path).find_all(True):
        for name in ("src", "srcset", "data", "poster", "action", "style", "background", "ping", "formaction"):
            if "//" in str(tag.get(name) or ""):
                yield f"{path.name}: <{tag.name} {name}>: {tag[name]}"
        if tag.name == "link" and "//" in str(tag.get("href")) and "canonical" not in (tag.get("rel") or []):
            yield f"{path.name}: <link>: {tag['href']}"
        if tag.name == "style" and ("url(" in tag.get_text() or "@import" in tag.get_text()):
            yield f"{path.name}: <style>: {tag.get_text()[:80]}"


def test_no_style_sheet_asks_another_host_for_anything(real_site: Project) -> None:
    sheets = sorted(real_site.site.rglob("*.css"))

    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8").replace(" ", "")
        assert "@import" not in text, sheet
        assert [part[:60] for part in text.split("url(")[1:] if part.strip("\"'").startswith(("http", "//"))] == [], sheet


def test_the_configuration_names_no_other_host() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)  # type: ignore[attr-defined]
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=loader)

    assert "://" not in yaml.safe_dump(settings)
    assert settings["theme"]["font"] is False


@sites
def test_no_agreement_can_take_a_folder_of_the_sites_own(which: str, request: pytest.FixtureRequest) -> None:
    project: Project = request.getfixturevalue(which)
    agreements = {path.stem for path in (project.site / "data").glob("*.json")} - {"index", "schema"}
    folders = {path.name for path in project.site.iterdir() if path.is_dir()}

    assert agreements <= folders
    assert folders - agreements <= OWN_ADDRESSES
