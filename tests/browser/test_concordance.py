"""A concordance in the browser: both texts side by side or one below the other, phrases marked, rows with addresses."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems
from tests.browser.test_layout import WIDEST

HOME = "compare/national-1966/national-2010/"
TOPIC = f"{HOME}discipline/"
NOTE = "[id='16.2~2']"
"""The row of the note that a supervisor may keep: its words are found again."""
HISTORY = "national-1966/article-xiii/history/"
PAGES = [HOME, TOPIC, HISTORY, f"{HOME}local-items/", f"{HOME}not-in-1966/", f"{HOME}posting-clerk/"]
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_on_a_wide_screen_both_texts_stand_side_by_side(visit):
    page = visit(TOPIC, width=1280, height=800).page
    was, now = (page.locator(f"{NOTE} {side}").bounding_box() for side in (".was", ".now"))

    assert page.locator(".views .heads span").all_inner_texts() == ["1966", "2010"]
    assert was["x"] + was["width"] <= now["x"]
    assert was["y"] == now["y"]


def test_on_a_phone_one_text_stands_below_the_other_each_with_its_year(visit):
    page = visit(TOPIC).page
    was, now = (page.locator(f"{NOTE} {side}").bounding_box() for side in (".was", ".now"))

    assert was["x"] == now["x"]
    assert was["y"] + was["height"] <= now["y"]
    assert [page.locator(f"{NOTE} {side} .tag").inner_text() for side in (".was", ".now")] == ["1966", "2010"]


@pytest.mark.parametrize("width", [390, 1280])
def test_phrases_that_both_have_are_underlined_and_nothing_is_struck_or_inserted(visit, width):
    page = visit(TOPIC, width=width).page
    row = page.locator(NOTE)
    phrases = [row.locator(f"{side} mark").all_inner_texts() for side in (".was", ".now")]

    assert any("there is no prohibition against the supervisor" in phrase for phrase in phrases[0])
    assert [phrase.casefold() for phrase in phrases[0]] == [phrase.replace("’", "'").casefold() for phrase in phrases[1]]
    assert "underline" in row.locator("mark").first.evaluate("it => getComputedStyle(it).textDecorationLine")
    assert page.locator("main :is(ins, del)").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_a_view_shows_one_text_alone_and_back_again_both(visit, width):
    page = visit(TOPIC, width=width).page
    for view, shown, hidden in (("before", ".was", ".now"), ("after", ".now", ".was")):
        page.locator(f"input[name=view][value={view}]").click()
        expect(page.locator(f"{NOTE} {shown}")).to_be_visible()
        expect(page.locator(f"{NOTE} {hidden}")).to_be_hidden()

    page.locator("input[name=view][value=marked]").click()
    expect(page.locator(f"{NOTE} .was")).to_be_visible()


def test_without_javascript_both_texts_and_the_views_are_there(visit):
    page = visit(TOPIC, java_script_enabled=False).page
    expect(page.locator(f"{NOTE} .was")).to_be_visible()
    expect(page.locator(f"{NOTE} .now")).to_be_visible()
    page.locator("input[name=view][value=after]").click()

    expect(page.locator(f"{NOTE} .was")).to_be_hidden()


def test_the_button_of_a_row_copies_its_address(visit, host):
    page = visit(TOPIC, **CLIPBOARD).page
    page.locator(f"{NOTE} .copy").click()

    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{TOPIC}#16.2~2"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_leads_to_its_row_below_the_switch(visit, width):
    page = visit(f"{TOPIC}#16.3", width=width).page
    row = page.locator("[id='16.3']")
    expect(row).to_be_in_viewport()
    edge = page.locator(".views").bounding_box()

    assert 0 <= row.bounding_box()["y"] - edge["y"] - edge["height"] <= 40


def test_a_provision_and_an_article_lead_to_what_is_related(visit):
    page = visit("national-2010/article-16/").page
    page.locator("[id='16.3'] ~ .beside > summary").first.click()
    page.locator("[id='16.3'] ~ .beside .twin a", has_text="VIII.B.3").first.click()
    expect(page).to_have_url(re.compile(rf"/{TOPIC}#16\.3$"))
    page.locator("[id='16.3'] .cite", has_text="1966 VIII.B.3").click()
    expect(page).to_have_url(re.compile(r"/national-1966/article-viii/#VIII\.B\.3$"))
    page.get_by_text("History", exact=True).first.click()
    page.get_by_role("link", name="Related in 2010: Article 16").click()
    expect(page).to_have_url(re.compile(rf"/{HOME}#was-article-viii$"))

    expect(page.locator("#was-article-viii")).to_be_in_viewport()


def test_the_home_says_of_each_article_where_it_comes_from(visit):
    page = visit(HOME).page

    expect(page.locator("#article-15 > p").nth(1)).to_contain_text("Article IX")
    expect(page.locator("#article-40 > p").nth(1)).to_have_text("No ancestor in 1966")
    expect(page.locator("#was-article-xxi > p").nth(1)).to_have_text("No descendant in 2010")
    assert page.locator(".descent > li").count() == 43 + 27 + 7


def test_what_changed_in_an_article_is_two_taps_from_it_and_three_from_the_first_page(visit):
    """On a phone: from the article by its history, from the first page by the numerals of articles."""
    page = visit("national-2010/article-8/", width=360, height=740, has_touch=True).page
    page.locator(".tools .editions > summary").tap()
    page.get_by_role("link", name="All editions of its provisions").tap()
    expect(page).to_have_url(re.compile(r"/national-2010/article-8/history/$"))
    assert page.locator("h2:has(+ .stage)").first.inner_text().startswith("8.")

    page = visit("", width=360, height=740, has_touch=True).page
    page.get_by_role("link", name="From 1966 to 2010").first.tap()
    page.locator(".numerals").get_by_role("link", name="8", exact=True).tap()
    page.locator("#article-8 details a").first.tap()
    expect(page).to_have_url(re.compile(r"/compare/national-1966/national-2010/[a-z-]+/#"))
    expect(page.locator(".row:target .now").first).to_be_visible()


def test_a_finger_finds_the_controls_of_a_row(visit):
    page = visit(TOPIC, has_touch=True).page
    heights = page.evaluate(
        """() => [...document.querySelectorAll('.what a, .copy, .views label, .alone a')].map(
          (each) => each.getBoundingClientRect().height)"""
    )

    assert len(heights) > 30
    assert min(heights) >= 44


def test_a_provision_leads_to_its_history_in_all_editions_oldest_first(visit):
    page = visit("national-2010/article-13/").page
    page.locator("[id='13.2.A'] ~ .beside > summary").first.click()
    page.locator("[id='13.2.A'] ~ .beside .twin a", has_text="History").first.click()
    expect(page).to_have_url(re.compile(r"/national-2010/article-13/history/#13\.2\.A$"))
    expect(page.locator("[id='13.2.A']")).to_be_in_viewport()
    stages = page.locator("[id='13.2.A'] ~ .stage")

    assert [stages.nth(at).locator(".what strong").inner_text() for at in range(3)] == ["1964", "1966", "2010"]
    expect(stages.nth(1).locator("del").first).to_contain_text("regularly")
    expect(stages.nth(2).locator("mark").first).to_contain_text("recuperating from a serious illness")
    assert stages.nth(2).locator(":is(ins, del)").count() == 0

    stages.nth(1).locator(".self").click()
    expect(page).to_have_url(re.compile(r"/compare/national-1964/national-1966/article-xiii/#XIII\.B\.1\.a$"))


def test_where_nothing_changed_the_same_words_are_folded(visit):
    page = visit(f"{HISTORY}#XIII.D.9").page
    folded = page.locator("main .stage details").first
    expect(folded.locator("p").first).to_be_hidden()
    folded.locator("summary").click()

    expect(folded.locator("p").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_the_screen(visit, address, width):
    beyond = visit(address, width=width).page.evaluate(WIDEST)

    assert {edge: pixels for edge, pixels in beyond.items() if round(pixels)} == {}


@pytest.mark.parametrize("address", PAGES[:4])
def test_axe_finds_nothing_wrong_on_a_phone_in_light_colors(visit, address):
    assert problems(visit(address, color_scheme="light").page) == []


@pytest.mark.parametrize("address", PAGES[:2])
def test_axe_finds_nothing_wrong_on_a_wide_screen_in_dark_colors(visit, address):
    assert problems(visit(address, width=1280, color_scheme="dark").page) == []
