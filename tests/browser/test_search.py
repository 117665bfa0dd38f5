"""Search finds words in every page, from the header and from the first page, on phone and desktop."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

FIRST = 6


def results(page: Page) -> list[str]:
    """Wait for the results and return the addresses of those that are shown, best first."""
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    shown = links.evaluate_all("all => all.filter((each) => each.checkVisibility()).map((each) => each.pathname + each.hash)")
    return [str(address) for address in shown]


@pytest.mark.parametrize("path", ["", "lmou-des-moines-bmc-2006/item-14/"], ids=["from home", "from an item"])
@pytest.mark.parametrize(("width", "phone"), [(390, True), (1280, False)], ids=["phone", "desktop"])
def test_search_in_the_header_finds_a_section_by_its_words(visit, path, width, phone):
    page = visit(path, width=width, has_touch=phone).page
    if phone:
        page.locator("header label[for=__search]").first.tap()
    page.get_by_role("textbox", name="Search").press_sequentially("wash-up")

    assert "/national-2010/article-8/#8.9" in results(page)[:FIRST]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_result_opens_the_page_it_names(visit, width):
    page = visit("", width=width).page
    page.evaluate("document.querySelector('#__search').click()")
    page.get_by_role("textbox", name="Search").press_sequentially("wash-up")
    results(page)
    page.locator(".md-search-result__link[href*='#8.9']").first.click()

    expect(page).to_have_url(re.compile(r"/national-2010/article-8/(\?h=[^#]*)?#8\.9$"))
    expect(page.locator("[id='8.9']")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("submit", ["press Enter", "press the button"])
def test_the_field_on_the_first_page_opens_search_with_the_words_typed(visit, width, submit):
    page = visit("", width=width).page
    field = page.get_by_role("searchbox", name="Search the agreements")
    field.fill("wash-up")
    if submit == "press Enter":
        field.press("Enter")
    else:
        page.get_by_role("button", name="Search", exact=True).click()

    expect(page.locator("#__search")).to_be_checked()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("wash-up")
    assert "/national-2010/article-8/#8.9" in results(page)[:FIRST]


def test_search_says_what_agreement_a_result_is_from(visit):
    page = visit("").page
    page.evaluate("document.querySelector('#__search').click()")
    page.get_by_role("textbox", name="Search").press_sequentially("overtime desired list")
    results(page)
    texts = page.locator(".md-search-result__item").evaluate_all("all => all.map((each) => each.innerText)")
    unnamed = [
        text for text in texts if not re.search(r"(?:2010–2015|1966|1964) National Agreement|Des Moines BMC LMOU 2006", text)
    ]

    assert len(texts) > 1
    assert unnamed == []
