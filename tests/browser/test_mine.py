"""What readers choose as theirs: kept on the device, shown beside the text, forgotten; nothing of it without a choice."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems

KEY = "contract-reference-mine"
CHOSEN = {"local": "des-moines-bmc-lmou", "unit": "apwu-national/clerk-craft"}
ARTICLE = "national-2010/article-8/"
OTHERS = [
    ARTICLE,
    "national-2010/article-30/",
    "national-2010/article-37/",
    "national-1966/article-vi/",
    "compare/local/item-14/",
]


@pytest.fixture
def mine(visit):
    """Return a function that opens a page for a reader who chose, and forgets it afterwards."""
    pages = []

    def open_page(path, chosen=CHOSEN, **options):
        first = visit("about/", **options)
        pages.append(first.page)
        first.page.evaluate(f"text => localStorage.setItem('{KEY}', text)", json.dumps(chosen))
        return visit(path, **options)

    yield open_page
    for page in pages:
        page.evaluate(f"localStorage.removeItem('{KEY}')")


def test_a_reader_chooses_once_and_forgets_again(visit):
    page = visit("", width=360).page
    box = page.locator("[data-mine]")
    box.get_by_text("Choose my office and my craft").click()
    box.get_by_label("My office").select_option("Des Moines BMC LMOU 2006")
    expect(box.get_by_role("status")).to_have_text("Kept on this device")
    box.get_by_label("My craft").select_option("Maintenance Craft")
    expect(box.get_by_role("link", name="Article 38. Maintenance Craft")).to_be_visible()

    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")) == {
        "local": "des-moines-bmc-lmou",
        "unit": "apwu-national/maintenance-craft",
    }
    page.reload()
    expect(box.get_by_role("link", name="Des Moines BMC LMOU 2006")).to_be_visible()
    box.get_by_text("Change", exact=True).click()
    box.get_by_role("button", name="Forget").click()
    expect(box.get_by_role("status")).to_have_text("Forgotten")
    expect(box.get_by_role("link")).to_have_count(0)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_beside_an_article_stand_the_local_answer_and_the_craft_article(mine, host):
    page = mine(ARTICLE).page
    head = page.get_by_role("complementary", name="Yours")

    expect(head.get_by_role("link", name="Item 14")).to_have_attribute("title", re.compile("^Item 14: Whether .Overtime"))
    expect(head).to_contain_text("Your office Des Moines BMC LMOU 2006: Item 14")
    expect(head).to_contain_text("Your craft Article 37. Clerk Craft")
    head.get_by_role("link", name="Item 14").click()
    expect(page).to_have_url(f"{host}/lmou-des-moines-bmc-2006/item-14/#14")


def test_at_its_place_in_the_list_stands_each_item_and_its_words_are_shown_when_it_is_pointed_at(mine):
    page = mine("national-2010/article-30/#30.B.15", width=1280).page
    line = page.locator("[id='30.B.15'] + .mine-line")
    expect(line).to_have_text("Des Moines BMC LMOU 2006: Item 15")
    line.get_by_role("link").hover()

    expect(page.get_by_role("dialog", name="Preview: Item 15")).to_contain_text("LIGHT DUTY")
    assert page.locator(".mine-line").count() >= 22


def test_where_the_craft_article_cites_a_place_it_is_named_there(mine):
    page = mine("national-2010/article-12/", chosen={"unit": CHOSEN["unit"]}).page
    head = page.get_by_role("complementary", name="Yours")

    expect(head).not_to_contain_text("Your office")
    expect(head).to_contain_text("37.3.A.3")


def test_on_the_page_of_an_item_the_readers_own_text_is_marked(mine):
    page = mine("compare/local/item-14/").page
    head = page.get_by_role("complementary", name="Yours")
    head.get_by_role("link", name="Des Moines BMC LMOU 2006").click()

    expect(page.locator(".row.yours > h2")).to_have_text("Des Moines BMC LMOU 2006, Item 14")
    expect(page.locator(".row.yours")).to_be_in_viewport()
    expect(head.get_by_role("link", name="Article 37. Clerk Craft")).to_be_visible()


@pytest.mark.parametrize("path", OTHERS)
def test_nothing_is_shown_or_loaded_for_readers_who_chose_nothing(visit, path):
    seen = visit(path)
    seen.page.wait_for_load_state("networkidle")

    assert not [url for url in seen.requests if "/mine/" in url]
    assert seen.page.locator(".mine-head, .mine-line, .yours").count() == 0


def test_nothing_is_shown_without_scripts(visit):
    expect(visit("", java_script_enabled=False).page.locator("[data-mine]")).to_be_hidden()


def test_nothing_of_the_choice_is_sent_but_the_request_for_its_own_file(mine, host):
    seen = mine(ARTICLE)
    expect(seen.page.locator(".mine-head")).to_be_visible()
    asked = [url.removeprefix(host) for url in seen.requests if "mine" in url]

    assert all(url.startswith(host) for url in seen.requests)
    assert sorted(asked) == [
        "/assets/mine/beside.js",
        "/assets/mine/look.js",
        "/assets/mine/mine.css",
        "/mine/index.js",
        "/mine/lmou-des-moines-bmc-2006.js",
        "/mine/national-2010/1.js",
    ]
    assert seen.page.context.cookies() == []


@pytest.mark.parametrize("kept", ["", "no JSON", "null", "[]", '{"local": "gone", "unit": 7}'])
def test_what_is_kept_and_means_nothing_any_more_is_left_alone(visit, kept):
    seen = visit("about/")
    seen.page.evaluate(f"text => localStorage.setItem('{KEY}', text)", kept)
    seen.page.goto(seen.page.url.replace("about/", ARTICLE))
    seen.page.wait_for_load_state("networkidle")
    complaints, shown = list(seen.complaints), seen.page.locator(".mine-head").count()
    seen.page.evaluate(f"localStorage.removeItem('{KEY}')")

    assert complaints == []
    assert shown == 0


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("path", ["", ARTICLE, "compare/local/item-14/"])
def test_axe_finds_nothing_wrong_with_what_is_shown(mine, path, colors):
    page = mine(path, width=360, color_scheme=colors).page
    expect(page.locator(".mine-head, [data-mine] a").first).to_be_visible()
    if not path:
        page.get_by_text("Change", exact=True).click()

    assert problems(page) == []
