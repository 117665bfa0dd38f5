"""A site in another language, as readers use it on a phone: whatever its scripts show is said in that language."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.serving import SilentHandler, serving
from tests.interface.test_nothing_unsaid import is_theirs
from tests.interface.wrapped import words_outside

from contract_site.build.pipeline import Project
from contract_site.interface.catalogue import catalogue_files, merge
from contract_site.model.site import GENERAL

SHOWN = """() => {
  const seen = (each) => each.checkVisibility?.({ visibilityProperty: true }) ?? true;
  const roots = [...document.querySelectorAll("dialog[open]")].concat(document.body);
  const words = roots.map((root) => root.innerText);
  const heard = [...document.querySelectorAll("*")].filter(seen).flatMap((each) =>
    ["aria-label", "title", "placeholder", "alt"].map((name) => each.getAttribute(name)).filter(Boolean));
  return [document.title, ...words, ...heard];
}"""
"""What a page shows and says at this moment."""
HOME, ARTICLE, COMPARED = "", "tiny-2024/article-2/", "compare/tiny-2020/tiny-2024/"


def searched(page: Page, root: str) -> Iterator[None]:
    """Search: words that are there, that are mistyped, that no agreement has; a citation."""
    page.goto(f"{root}search/")
    field = page.locator("#search-here input")
    for words in ("rest", "foghron", "zzzyx", "2.1", "rest zzzyx", ""):
        field.fill(words)
        page.wait_for_timeout(600)
        yield


def opened(page: Page, root: str) -> Iterator[None]:
    """Open search over a page by its key."""
    page.goto(f"{root}{HOME}")
    page.keyboard.press("/")
    page.wait_for_timeout(500)
    yield


def cited(page: Page, root: str) -> Iterator[None]:
    """Cite a provision: the menu, a copy, the code; what is added to the set, and the page of the set."""
    page.goto(f"{root}{ARTICLE}")
    page.wait_for_timeout(300)
    yield
    page.locator("article [id] .label").first.click()
    page.locator("dialog.cite-menu button").first.wait_for()
    yield
    for number in range(1, 4):
        page.locator("dialog.cite-menu .cite-list button").nth(number).click()
        page.wait_for_timeout(100)
        yield
    page.locator("dialog.cite-menu .cite-list button").last.click()
    yield
    page.locator("dialog.cite-menu .cite-list button", has=page.locator(".cite-name")).nth(7).click()
    page.wait_for_timeout(500)
    yield
    page.goto(f"{root}print/")
    page.locator(".set .sheet").first.wait_for()
    yield


def read(page: Page, root: str) -> Iterator[None]:
    """Read with the rows of notes open, and follow a link to a place that is not there."""
    page.goto(f"{root}{ARTICLE}#2.1")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_timeout(300)
    yield
    page.goto(f"{root}tiny-2024/article-1/#9.9.z")
    page.reload()
    page.locator(".goto-answer").wait_for()
    yield


def compared(page: Page, root: str) -> Iterator[None]:
    """Read a comparison: its first page with its filters, and an article."""
    for path in (
        "compare/tiny-1950/tiny-1952/",
        "compare/tiny-1950/tiny-1952/article-ii/",
        COMPARED,
        f"{COMPARED}hours/",
        "compare/local/item-1/",
    ):
        page.goto(f"{root}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.wait_for_timeout(200)
        yield


def went_to(page: Page, root: str) -> Iterator[None]:
    """Go to citations that are there, that are not, and that are none."""
    page.goto(f"{root}go/")
    field = page.locator("form.goto input").first
    for words in ("2.1", "2.99", "art 77", "p. 999", "Table 9", "2.1 and 3.1", "hello there", "1950 II"):
        field.fill(words)
        page.wait_for_timeout(400)
        yield


def unknown(page: Page, root: str) -> Iterator[None]:
    """Ask for a page that is not there."""
    page.goto(f"{root}404.html")
    yield


def looked_up(page: Page, root: str) -> Iterator[None]:
    """Lists, pay, time limits, subjects, the time line, the table of citations."""
    for path in (
        "tiny-2024/",
        "tiny-2024/pay/",
        "tiny-2024/deadlines/",
        "subjects/",
        "timeline/",
        "bargaining/",
        "editors/tiny-2024/",
        "downloads/",
    ):
        page.goto(f"{root}{path}")
        page.wait_for_timeout(200)
        yield


def saved(page: Page, root: str) -> Iterator[None]:
    """Save an agreement, see what is saved, remove it."""
    page.goto(f"{root}tiny-1950/")
    page.locator("[data-saving] button").first.wait_for()
    yield
    page.locator("[data-saving] button").first.click()
    page.locator("[data-saving] .done").wait_for()
    yield
    page.goto(f"{root}saved/")
    page.locator(".saving li").first.wait_for()
    yield
    page.locator(".saving li button").first.click()
    page.wait_for_timeout(500)
    yield


WAYS = (searched, opened, cited, read, compared, went_to, unknown, looked_up, saved)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own, on a phone, in which pages can be saved and copied."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(15_000)
    yield context
    context.close()


def shown(context: BrowserContext, site: Path, way: Callable[[Page, str], Iterator[None]]) -> list[str]:
    """What a site shows on a way through it."""
    texts: list[str] = []
    with serving(functools.partial(SilentHandler, directory=str(site))) as address:
        page = context.new_page()
        for _ in way(page, f"{address}/"):
            texts += page.evaluate(SHOWN)
    return texts


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_is_shown_that_is_no_message(
    way: Callable[..., Iterator[None]], phone: BrowserContext, wrapped_site: Project
) -> None:
    texts = shown(phone, wrapped_site.site, way)

    assert any("⟦" in text for text in texts)
    assert {word: text for word, text in words_outside(texts) if not is_theirs(word)} == {}


@cache
def english() -> frozenset[str]:
    """Messages of several words whose Spanish is another, which no agreement has said; without citations."""
    spanish: Catalog = merge("es", catalogue_files("es"))
    said = {each for message in spanish for each in ([message.id] if isinstance(message.id, str) else message.id) if each}
    same = {message.string for message in spanish}
    typed = {GENERAL.article, GENERAL.provision, *(form for _, *forms in GENERAL.forms for form in forms)}
    return frozenset(each for each in said - same - typed if each.count(" ") and "{" not in each and "<" not in each)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_spanish_site_says_nothing_in_english(
    way: Callable[..., Iterator[None]], phone: BrowserContext, spanish_site: Project
) -> None:
    texts = shown(phone, spanish_site.site, way)

    assert len(english()) > 300
    lines = [line for text in texts for line in text.split("\n")]
    assert [text for text in lines if text.strip() in english() or any(f"{each}." in text for each in english())] == []


def test_a_spanish_page_fits_a_phone(phone: BrowserContext, spanish_site: Project) -> None:
    with serving(functools.partial(SilentHandler, directory=str(spanish_site.site))) as address:
        page = phone.new_page()
        for path in ("", ARTICLE, COMPARED, "go/", "search/", "about/", "downloads/", "saved/", "tiny-2024/", "subjects/"):
            page.goto(f"{address}/{path}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 390, path
            assert page.evaluate("document.documentElement.lang") == "es"
