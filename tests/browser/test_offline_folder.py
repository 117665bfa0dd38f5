"""The folder that was downloaded: unpacked, opened from the disk, with the network off."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.searching import FIELD, answered
from tests.browser.test_search_first import not_among_the_first

from contract_site.build import pipeline

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folders(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that unpacks an archive of the site's downloads, once, and gives its top folder."""
    if not (site / "downloads" / "SHA256SUMS").exists():
        pipeline.build_site(pipeline.Project(ROOT, site), lambda _what, _done, _total: None)
    unpacked: dict[str, Path] = {}

    def unpack(name: str) -> Path:
        if name not in unpacked:
            place = tmp_path_factory.mktemp("a folder")
            with zipfile.ZipFile(site / "downloads" / f"{name}.zip") as archive:
                archive.extractall(place)
            unpacked[name] = next(place.iterdir())
        return unpacked[name]

    return unpack


@pytest.fixture
def disk(browser: Browser, folders: Callable[[str], Path]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of an unpacked folder, the network off. No host may be asked, nothing may fail."""
    context = browser.new_context(offline=True, has_touch=True)
    asked: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: complaints.append(f"{request.failure} {request.url}"))
    context.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))

    def open_page(path: str, *, folder: str = "contract-reference", width: int = 390) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 844})
        page.goto((folders(folder) / path).as_uri())
        return page

    yield open_page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert [line for line in complaints if "net::ERR_ABORTED" not in line] == []


def test_links_lead_from_the_first_page_to_a_provision_a_memorandum_and_back(disk):
    page = disk("index.html")
    expect(page.locator(".note.copy")).to_contain_text("Offline copy of the whole site")
    page.locator("article").get_by_role("link", name="2010–2015 National Agreement").first.tap()
    page.locator(".contents").get_by_role("link", name="Article 8. Hours of Work").tap()
    expect(page).to_have_url(re.compile(r"/national-2010/article-8/index\.html$"))
    page.locator(".breadcrumb").get_by_role("link", name="2010–2015 National Agreement").tap()
    page.locator(".contents").get_by_role("link", name="Clerk Craft Jobs").tap()

    expect(page).to_have_url(re.compile(r"/national-2010/memo/clerk-craft-jobs/index\.html$"))
    expect(page.locator("footer")).to_contain_text("Offline copy, version")
    expect(page.locator("footer")).to_contain_text("The printed agreement signed by the parties prevails")


def test_a_preview_shows_the_words_of_another_page(disk):
    page = disk("national-2010/article-8/index.html")
    page.locator("article a.ref[href$='/article-30/index.html#30']").first.tap()

    expect(page.locator(".preview")).to_contain_text("Presently effective local memoranda of understanding")
    page.locator(".preview-open").tap()
    expect(page).to_have_url(re.compile(r"/article-30/index\.html#30$"))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_comparison_shows_what_changed(disk, width):
    page = disk("compare/national-1964/national-1966/index.html", width=width)
    page.locator("details.changes summary").first.click()
    page.locator("details.changes[open] a").first.click()

    expect(page).to_have_url(re.compile(r"/compare/national-1964/national-1966/[\w/-]+/index\.html#"))
    expect(page.locator(".row ins, .row del").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_link_that_is_copied_is_an_address_of_the_site_and_no_place_on_this_disk(disk):
    page = disk("national-2010/article-8/index.html")
    page.locator("[id='8.5.G'] .label").tap()

    expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"Copy link\s*/national-2010/article-8/#8\.5\.G"))


def test_search_finds_words_and_leads_to_them(disk):
    page = disk("national-2010/article-12/index.html")
    page.locator("a.cr-search-open").tap()
    page.locator(".cr-search input[name=q]").fill("wash up time")
    first = page.locator(".cr-group[data-slug=national-2010] .cr-hit a").first
    expect(first).to_contain_text("Article 8.9")
    expect(first.locator("mark").first).to_have_text(re.compile("wash", re.IGNORECASE))
    first.tap()

    expect(page).to_have_url(re.compile(r"/national-2010/article-8/index\.html#8\.9$"))
    expect(page.locator("[id='8.9']")).to_be_in_viewport()


def test_a_citation_typed_into_search_leads_to_its_place(disk):
    page = disk("index.html", width=1280)
    page.locator("a.cr-search-open").click()
    page.locator(".cr-search input[name=q]").fill("Art. 8 sec 5 G")
    page.locator(".cr-offers .cr-hit a").first.click()

    expect(page).to_have_url(re.compile(r"/national-2010/article-8/index\.html#8\.5\.G$"))


def test_what_is_looked_for_is_found_as_on_the_web(disk):
    """The same table as for the index of the web: each place among the first provisions of its agreement."""
    page = disk("search/index.html", width=1280)
    page.locator(FIELD).fill("overtime")
    expect(page.locator(".cr-find__status")).not_to_be_empty(timeout=30_000)
    answered(page)

    assert not_among_the_first(page) == []


def test_search_in_one_agreement_alone_offers_no_other(disk):
    page = disk("index.html", folder="contract-reference-lmou-des-moines-bmc-2006")
    page.locator("a.cr-search-open").tap()
    page.locator(".cr-search input[name=q]").fill("overtime desired")
    expect(page.locator(".cr-group[data-slug=lmou-des-moines-bmc-2006] .cr-hit").first).to_be_visible()

    assert page.locator(".cr-group").evaluate_all("all => all.map((each) => each.dataset.slug)") == ["lmou-des-moines-bmc-2006"]


def test_one_agreement_alone_offers_no_dead_link(disk):
    page = disk("compare/national-1964/national-1966/article-i/index.html", folder="contract-reference-national-1966")
    expect(page.locator(".absent, .outside").first).to_be_visible()
    page.get_by_role("link", name="Article I of 1966").tap()

    expect(page).to_have_url(re.compile(r"/national-1966/article-i/index\.html$"))


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("national-2010/article-8/index.html#8.5.g", "national-2010/article-8/index.html#8.5.G"),
        ("national-2010/article-8/index.html#8.5.G).", "national-2010/article-8/index.html#8.5.G"),
        ("national-2010/index.html#8.5.g", "national-2010/article-8/index.html#8.5.G"),
        ("index.html#8.5.G", "national-2010/article-8/index.html#8.5.G"),
        ("go/index.html?c=art+8+sec+5+G", "national-2010/article-8/index.html#8.5.G"),
        ("national-1966/article-vi/history/index.html#vi.b.3", "national-1966/article-vi/history/index.html#VI.B.3"),
    ],
)
def test_an_address_with_a_wrong_anchor_leads_where_it_does_on_the_web(disk, asked, place):
    page = disk(asked.partition("?")[0].partition("#")[0])
    page.goto(page.url + asked.removeprefix(asked.partition("?")[0].partition("#")[0]))

    expect(page).to_have_url(re.compile(re.escape(f"/{place}") + "$"))
    expect(page.locator(f"[id='{place.partition('#')[2]}']")).to_be_in_viewport()


def test_what_an_address_may_mean_is_offered_without_a_network(disk):
    page = disk("national-2010/article-12/index.html")
    page.evaluate("location.hash = '8.5.G'")
    expect(page.locator(".missed")).to_contain_text("Article 12 of the 2010–2015 National Agreement has no “8.5.G”.")
    page.locator(".missed a").tap()

    expect(page).to_have_url(re.compile(r"/national-2010/article-8/index\.html#8\.5\.G$"))
