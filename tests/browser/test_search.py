"""Search lands on the paragraph: how it is used by touch, keyboard and ear, what it says and fetches."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.searching import FIELD, addresses, answered, emptied, type_in


@pytest.fixture
def ask(visit: Callable[..., Any]) -> Callable[..., Page]:
    """Return a function that opens search over a page, types, and waits for the results."""

    def search(words: str, path: str = "national-2010/article-12/", **options: Any) -> Page:
        page: Page = visit(path, **options).page
        page.locator("a.cr-search-open").click()
        page.keyboard.type(words)
        answered(page)
        return page

    return search


@pytest.mark.parametrize(("width", "touch"), [(390, True), (1280, False)], ids=["phone", "desktop"])
def test_a_result_says_where_it_is_from_marks_the_words_and_lands_on_the_paragraph(visit, width, touch):
    page = visit("lmou-des-moines-bmc-2006/item-14/", width=width, has_touch=touch).page
    opener = page.locator("a.cr-search-open")
    opener.tap() if touch else opener.click()
    page.keyboard.type("wash-up")
    answered(page)
    group = page.get_by_role("region", name="2010–2015 National Agreement")
    first = group.locator(".cr-hit").first

    expect(group.get_by_role("heading")).to_contain_text("expired")
    expect(first.locator("b")).to_have_text("Article 8.9")
    expect(first.locator(".cr-hit__trail")).to_have_text("Hours of Work")
    assert {text.lower() for text in first.locator("mark").all_inner_texts()} == {"wash-up"}
    first.locator("a").click()
    expect(page).to_have_url(re.compile(r"/national-2010/article-8/#8\.9$"))
    expect(page.locator("[id='8.9']")).to_be_in_viewport()


def test_back_from_a_result_returns_to_the_results_with_words_filters_and_place(ask):
    page = ask("overtime", width=390)
    page.get_by_label("Agreement and edition").select_option("national-2010")
    answered(page)
    page.get_by_role("button", name="More from").click()
    expect(page.locator(".cr-hit")).to_have_count(20)
    target = page.locator(".cr-hit a").nth(14)
    wanted = target.get_attribute("data-url")
    target.click()
    expect(page).to_have_url(re.compile(re.escape(str(wanted)) + "$"))
    page.go_back()

    expect(page.locator(FIELD)).to_have_value("overtime")
    expect(page.get_by_label("Agreement and edition")).to_have_value("national-2010")
    expect(page.locator(".cr-hit")).to_have_count(20)
    expect(page.locator(f".cr-hit a[data-url='{wanted}']")).to_be_focused()
    expect(page.locator(f".cr-hit a[data-url='{wanted}']")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("dialog.cr-search")).to_be_hidden()


def test_a_result_on_the_same_page_closes_search_and_back_opens_it_again(ask):
    page = ask("wash-up", path="national-2010/article-8/")
    page.locator(".cr-hit a[href$='#8.9']").first.click()

    expect(page.locator("dialog.cr-search")).to_be_hidden()
    expect(page.locator("[id='8.9']")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("wash-up")


def test_a_page_that_is_loaded_anew_shows_itself_and_back_still_returns_to_the_results(ask):
    page = ask("overtime", "")
    page.reload()
    page.wait_for_load_state()
    field = page.locator("form.goto input")
    field.fill("8.5.G")

    expect(page.locator("dialog.cr-search")).to_have_count(0)
    expect(field).to_have_value("8.5.G")

    other = ask("overtime", "")
    other.locator(".cr-hit a").first.click()
    other.wait_for_url(re.compile("#"))
    other.go_back()
    expect(other.locator("dialog.cr-search input")).to_have_value("overtime")


def test_keys_open_search_move_through_results_and_close_it(visit):
    page = visit("national-2010/article-12/", width=1280).page
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("wash-up")
    answered(page)
    links = page.locator(".cr-hit a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.cr-search")).to_be_hidden()
    page.locator("a.cr-search-open").click()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.cr-search")).to_be_hidden()
    expect(page.locator("a.cr-search-open")).to_be_focused()


@pytest.mark.parametrize("delay", [0, 40, 90, 125, 140, 200])
def test_words_are_found_however_fast_they_are_typed(visit, delay):
    """A pause of search between two letters must not mix the answers to the first of them with those to all."""
    page = visit("search/").page
    for _ in range(2):
        emptied(page)
        page.locator(FIELD).press_sequentially("overtime desired", delay=delay)
        page.wait_for_timeout(150)
        answered(page)
        assert [each for each in addresses(page) if each.startswith("national-2010/article-8/#8.5")]
        expect(page.locator(".cr-find__notes")).to_be_empty()


def test_a_citation_is_offered_first_and_enter_goes_there(ask):
    page = ask("8.5.g")

    assert addresses(page, ".cr-offers")[0] == "national-2010/article-8/#8.5.G"
    expect(page.locator(".cr-find__status")).to_have_text(re.compile(r"^The place cited, and \d+ provisions with these words"))
    expect(page.locator(".cr-offers .cr-hit").first).to_contain_text("Full-time employees not on the")
    page.locator(FIELD).press("Enter")
    expect(page).to_have_url(re.compile(r"/national-2010/article-8/#8\.5\.G$"))


def test_the_page_of_search_can_be_linked_to_with_words_and_filters(visit):
    page = visit("search/?q=overtime&agreement=lmou-des-moines-bmc-2006&kind=local").page
    answered(page)

    assert addresses(page)
    assert {address.partition("/")[0] for address in addresses(page)} == {"lmou-des-moines-bmc-2006"}
    page.get_by_label("Agreement and edition").select_option("")
    page.locator(FIELD).fill("uniform")
    answered(page)
    expect(page).to_have_url(re.compile(r"/search/\?q=uniform&kind=local$"))


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        ("article", "/article-"),
        ("memorandum", "/memo/"),
        ("table", ""),
        ("supplement", "/supplement/"),
        ("appendix", "/appendix"),
    ],
)
def test_a_filter_leaves_one_kind_of_provision(visit, kind, places):
    page = visit(f"search/?q=employees&kind={kind}").page
    answered(page)

    assert addresses(page)
    assert [address for address in addresses(page) if places not in address] == []


def test_what_was_searched_besides_and_instead_is_said_and_can_be_undone(ask):
    page = ask("call-in pay")
    expect(page.locator(".cr-find__notes")).to_have_text(
        "No agreement says call-in pay. Searched instead: call-in guarantee, called in."
    )
    page.locator(FIELD).fill("overtyme")
    expect(page.locator(".cr-find__notes")).to_contain_text("Showing results for overtime.")
    answered(page)
    assert addresses(page)
    page.get_by_role("button", name="Search for “overtyme” instead").click()
    expect(page.locator(".cr-find__notes")).to_contain_text("No agreement says overtyme.")
    expect(page.locator(".cr-find__status")).to_have_text("Nothing found")
    assert addresses(page) == []
    page.locator(FIELD).fill("xqzzy overtime")
    expect(page.locator(".cr-find__notes")).to_have_text("No agreement says xqzzy.")
    answered(page)
    assert addresses(page)
    page.locator(FIELD).fill("xqzzy")
    expect(page.locator(".cr-find__status")).to_have_text("Nothing found")
    expect(page.get_by_role("link", name="the agreements and their indexes")).to_be_visible()


def test_counts_are_told_to_who_listens(ask):
    status = ask("overtime").get_by_role("status").filter(has_text="provisions")

    expect(status).to_have_text(re.compile(r"^\d+ provisions in 4 agreements$"))


@pytest.mark.parametrize("submit", ["press Enter", "press the button"])
def test_the_field_on_the_first_page_opens_search_with_the_words_typed(visit, submit):
    page = visit("").page
    field = page.get_by_role("searchbox", name="What does my agreement say about …")
    field.fill("wash-up")
    expect(page.locator(".goto-answer")).to_have_text("Taken for words: Enter searches for them.")
    if submit == "press Enter":
        field.press("Enter")
    else:
        page.get_by_role("button", name="Search", exact=True).click()

    expect(page.locator(f"dialog {FIELD}")).to_have_value("wash-up")
    answered(page)
    assert "national-2010/article-8/#8.9" in addresses(page)


@pytest.mark.parametrize("opened", ["", "404.html"], ids=["the first page", "an unknown address"])
def test_the_one_field_goes_to_a_citation_and_says_that_it_takes_it_for_one(visit, opened):
    page = visit(opened).page
    expect(page.get_by_role("searchbox")).to_have_count(1)
    page.get_by_role("searchbox").fill("8.5.g")
    expect(page.locator(".goto-taken")).to_have_text("Taken for a citation: Enter goes there.")
    page.get_by_role("searchbox").press("Enter")

    expect(page).to_have_url(re.compile(r"/national-2010/article-8/#8\.5\.G$"))


def test_before_anything_is_typed_topics_are_offered_and_what_was_searched_before(ask):
    page = ask("overtime desired list")
    page.locator(".cr-hit a").first.click()
    page.goto(page.url)
    page.locator("a.cr-search-open").click()
    expect(page.get_by_role("region", name="Often asked").get_by_role("button").first).to_be_visible()
    page.get_by_role("button", name="overtime desired list").click()
    answered(page)
    assert addresses(page)
    page.locator(FIELD).fill("")
    page.get_by_role("button", name="Forget these").click()

    expect(page.get_by_role("region", name="Searched before")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('contract-reference searches')") == "[]"


@pytest.mark.parametrize("words", ["letter of warning", "higher level pay", "grade 6 step D", "suspension 14 days", "50%"])
def test_plain_words_are_not_taken_for_a_citation(ask, words):
    page = ask(words)

    assert addresses(page)
    expect(page.locator(".cr-offers")).to_have_count(0)


def test_a_result_that_lacks_something_stands_last_and_says_what(ask):
    page = ask("retreat rights arbitration pizza")
    expect(page.locator(".cr-find__notes")).to_contain_text("No agreement says pizza.")
    lacking = page.locator(".cr-group[data-slug=national-2010] .cr-hit").evaluate_all(
        "all => all.map((each) => Boolean(each.querySelector('.cr-hit__lacking')))"
    )

    assert lacking == sorted(lacking)
    assert any(lacking)


SCARCE = {
    "how much notice before layoff": ("most", "article-6/#6."),
    "step 2 appeal deadline": ("most", "article-15/#15.2.step-2"),
    "memo on penalty overtime exclusion": ("some", "article-8/#8.4"),
    "rest between shifts": ("some", ""),
    "dress code shorts": ("some", ""),
}
"""What no provision has all words of: whether those found have most of them or only some, and what is among them."""


def test_where_nothing_has_all_words_what_has_the_most_follows_and_says_what_it_lacks(ask):
    page = ask("wash-up")
    for words, (much, place) in SCARCE.items():
        type_in(page, words)
        expect(page.locator(".cr-find__status")).to_have_text(f"No provision has all of this; these have {much}")
        assert [each for each in addresses(page) if f"/{place}" in each], words
        assert page.locator(".cr-hit").count() == page.locator(".cr-hit__lacking").count() > 0


SUBJECTS = {
    "moving expenses": "moving-expenses",
    "expenses of moving": "moving-expenses",
    "overtime": "overtime",
    "overtime list": "overtime-desired-list",
    "weingarten": "interviews",
    "how much notice before layoff": "notice-of-layoff",
    "wash up time": "wash-up-time",
    "RIF": "layoff",
    "lay off": "layoff",
    "time": "",
    "who pays the mayor": "",
    "8.5.G": "",
}
"""The subject that each is called by, by its address; nothing where it is none."""


@pytest.mark.parametrize("words", SUBJECTS)
def test_a_subject_that_is_typed_stands_above_the_results(ask, words):
    page = ask(words)
    subject = page.locator(".cr-find__subject a")

    assert subject.evaluate_all("all => all.map((each) => each.dataset.url)") == [f"subjects/{SUBJECTS[words]}/"] * bool(
        SUBJECTS[words]
    )


def test_the_page_of_a_subject_is_one_tap_away(ask):
    assert addresses(ask("overtime"))[0] == "national-2010/article-8/#8.4"
    page = ask("notice layoff")
    assert addresses(page)[0] == "national-2010/article-6/#6.B.2"
    expect(page.locator(".cr-hit").first.locator(".cr-hit__lacking")).to_have_count(0)
    page.get_by_role("link", name="Notice of layoff").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notice of layoff")
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("notice layoff")


def test_a_real_word_is_never_taken_for_a_misspelt_one(ask):
    """Each is near to a word of the agreements."""
    page = ask("maternal")
    for words in ("maternal", "custody", "warping", "gravel", "pentagon"):
        type_in(page, words)
        expect(page.locator(".cr-find__notes")).not_to_contain_text("Showing results for")


def test_numbers_are_marked_whole(ask):
    page = ask("14 days")
    texts = page.locator(".cr-hit mark").all_inner_texts()

    assert "14" in texts
    assert {text for text in texts if any(sign.isdigit() for sign in text)} == {"14"}


def test_a_phrase_in_quotes_is_found_as_it_stands(ask):
    page = ask('"Overtime Desired" list')
    assert addresses(page)
    page.locator(FIELD).fill('"list desired overtime"')
    expect(page.locator(".cr-find__status")).to_have_text("Nothing found")


def test_without_javascript_the_field_and_the_glass_lead_to_the_indexes(visit):
    page = visit("", java_script_enabled=False).page
    page.get_by_role("searchbox", name="What does my agreement say about …").fill("wash-up")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/\?q=wash-up$"))
    expect(page.get_by_role("link", name="Handbooks, laws, forms and cases cited").first).to_be_visible()
    page.locator("a.cr-search-open").click()
    page.get_by_role("link", name="Memoranda", exact=True).click()

    expect(page).to_have_url(re.compile(r"/national-2010/memoranda/$"))


def test_without_javascript_search_says_what_it_needs_and_shows_an_address_that_works(visit, host):
    page = visit("", java_script_enabled=False).page
    page.locator("form.goto input").fill("8.5.G")
    page.locator("form.goto").get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("noscript p").first).to_be_visible()
    expect(page.locator("noscript p").first).to_contain_text("Search needs JavaScript, which is off here")
    shown = page.locator("noscript code").inner_text()

    assert shown == "/national-2010/8.5.G/"
    page.goto(f"{host}{shown}")
    expect(page).to_have_url(f"{host}/national-2010/article-8/#8.5.G")


def test_a_query_fetches_what_it_needs_and_the_vocabulary_only_for_a_word_that_finds_nothing(visit):
    """A file of stems for each word, and those of the few records that are read; no list of words."""
    seen = visit("search/?q=wash-up&agreement=national-2010")
    answered(seen.page)
    wanted = [url.partition("/search/")[2] for url in seen.requests if "/search/" in url and "/assets/" not in url]
    stems = [url for url in wanted if re.match(r"in/national-2010/w\d+\.js", url)]
    records = [url for url in wanted if re.match(r"in/national-2010/r\d+\.js", url)]

    assert sorted(wanted) == sorted(["?q=wash-up&agreement=national-2010", "data.js", "subjects.js", *stems, *records])
    assert 0 < len(stems) <= 3
    assert 0 < len(records) <= 8


def test_where_search_cannot_be_loaded_it_says_so_and_can_be_tried_again(visit):
    page = visit("national-2010/article-12/").page
    page.route("**/search/in/**", lambda route: route.abort())
    page.locator("a.cr-search-open").click()
    page.keyboard.type("overtime")

    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_words_of_an_agreement_are_never_run(visit):
    """Whatever an engine answers is put into the page as text."""
    page = visit("search/").page
    words = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
    page.locator(FIELD).fill("overtime")
    answered(page)
    page.evaluate(
        """(words) => {
          const result = {url: "x/#" + words, citation: words, kind: "article", trail: [words], score: 1,
            heading: [{text: words, hit: true}], excerpt: [{text: words, hit: true}, {text: words, hit: false}]};
          contractReference.searchAnswer.of = async () => ({total: 1, part: 0, results: [result]});
        }""",
        words,
    )
    page.locator(FIELD).fill("anything")
    expect(page.locator(".cr-hit__trail").first).to_have_text(words)

    assert page.evaluate("window.ran") is None
    assert page.locator(".cr-hit img, .cr-hit script").count() == 0


def test_every_target_is_large_enough_for_a_finger_and_nothing_is_wider_than_the_phone(ask):
    page = ask("call-in pay", width=390, has_touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll('.cr-search :is(a, button, select, input)')]
          .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML)"""
    )
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.cr-search *')].filter((e) => e.getBoundingClientRect().right > 390.5).length"
    )

    assert small == []
    assert wide == 0


def test_the_list_of_agreements_says_what_can_be_searched(site):
    data = json.loads((site / "search" / "data.js").read_text(encoding="utf-8").partition(" = ")[2].rstrip(";\n"))

    assert [each["slug"] for each in data["agreements"]][:2] == ["national-2010", "lmou-des-moines-bmc-2006"]
    assert len(data["synonyms"]) >= 60
