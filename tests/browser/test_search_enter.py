"""Enter in search acts on exactly what stands in the field when it is pressed, whatever stood there before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.searching import FIELD, answered

CITED = {
    "15.2": "national-2010/article-15/#15.2",
    "12.5.C.5": "national-2010/article-12/#12.5.C.5",
}
"""Citations whose beginnings are citations too, and where each leads."""
WORDS = {"night differential": "national-2010/article-8/#8.7", "jury duty": "lmou-des-moines-bmc-2006/item-8/#8"}
"""Words, and an address that their first result of its agreement begins with."""
LATE = """() => {
  const { load } = contractReference;
  contractReference.load = (path) => new Promise((done) => { setTimeout(done, 300); }).then(() => load(path));
}"""
"""What makes every file that search loads come late."""
SPEEDS = [10, 60, 120]
"""Milliseconds between keys: below, at and above the pause after which search asks."""


@pytest.fixture(params=["page", "dialog"])
def opened(request: pytest.FixtureRequest, visit: Callable[..., Any]) -> Callable[[], Page]:
    """Return a function that opens search, in its page or over another, and waits for nothing."""

    def in_page() -> Page:
        page: Page = visit("search/").page
        return page

    def in_dialog() -> Page:
        page: Page = visit("national-2010/article-2/").page
        page.locator("a.cr-search-open").click()
        return page

    return in_page if request.param == "page" else in_dialog


def enter(page: Page, text: str, delay: int = 0) -> None:
    """Put a text in the place of what stands in the field and press Enter at once."""
    page.locator(FIELD).press("ControlOrMeta+a")
    page.locator(FIELD).press_sequentially(text, delay=delay)
    page.keyboard.press("Enter")


def lands_on(page: Page, address: str) -> None:
    expect(page).to_have_url(re.compile(rf"/{re.escape(address)}$"))


def is_at_the_first_result(page: Page, address: str) -> None:
    """Expect that search is still open, with the first result focused, and that it answers what was typed."""
    expect(page.locator(":is(.cr-offers, .cr-find__results) a").first).to_be_focused()
    assert page.locator(FIELD).is_visible()
    assert page.locator(f".cr-group[data-slug] a[data-url^='{address}']").count()


@pytest.mark.parametrize("delay", SPEEDS)
@pytest.mark.parametrize("text", CITED)
def test_a_citation_typed_into_an_empty_field_is_where_enter_goes(opened, text, delay):
    page = opened()
    enter(page, text, delay)

    lands_on(page, CITED[text])


@pytest.mark.parametrize("delay", SPEEDS)
def test_a_citation_typed_over_another_is_where_enter_goes(opened, delay):
    page = opened()
    page.locator(FIELD).fill("8.5.G")
    answered(page)
    enter(page, "15.2", delay)

    lands_on(page, CITED["15.2"])


@pytest.mark.parametrize("delay", SPEEDS)
@pytest.mark.parametrize("text", WORDS)
def test_words_typed_over_a_citation_are_what_enter_goes_into(opened, text, delay):
    page = opened()
    page.locator(FIELD).fill("8.5.G")
    answered(page)
    enter(page, text, delay)

    is_at_the_first_result(page, WORDS[text])


def test_a_text_filled_in_at_once_and_an_address_with_words_are_no_exception(visit):
    page = visit("search/?q=8.5.G").page
    answered(page)
    page.locator(FIELD).fill("night differential")
    page.locator(FIELD).press("Enter")
    is_at_the_first_result(page, WORDS["night differential"])
    page.locator(FIELD).fill("15.2")
    page.locator(FIELD).press("Enter")

    lands_on(page, CITED["15.2"])


def test_enter_waits_for_an_answer_that_is_slow(visit):
    """The files of citations and of words come late; another text typed meanwhile takes the place of what was entered."""
    page = visit("search/").page
    page.evaluate(LATE)
    enter(page, "8.5.G")
    enter(page, "15.2")

    lands_on(page, CITED["15.2"])


def test_enter_before_search_itself_has_come_is_not_lost(visit):
    page = visit("national-2010/article-2/").page
    held: list[Route] = []
    page.route("**/assets/asked/search.js", lambda route: held.append(route))
    page.locator("a.cr-search-open").click()
    page.keyboard.type("12.5.C.5")
    page.keyboard.press("Enter")
    expect(page.locator(".cr-find__status")).to_have_text("Type words, or a citation such as 8.5.G.")
    held[0].continue_()

    lands_on(page, CITED["12.5.C.5"])
