"""The lists of changes and their filters, the ways between comparisons and agreements, items, reprints; every kind of page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.comparing import ARTICLE, CLIPBOARD, HOME, ITEM, KINDS, MOVED, PAGES, REPRINT, choose
from tests.browser.test_accessibility import problems
from tests.browser.test_layout import WIDEST


def test_without_javascript_every_change_is_listed_by_article_with_a_link(visit):
    page = visit(HOME, java_script_enabled=False).page
    expect(page.locator(".filter")).to_have_count(0)
    listed = page.locator("#in-article-ix li")
    page.locator("#in-article-ix summary").click()

    expect(listed.first).to_be_visible()
    assert listed.count() == visit(MOVED).page.locator(".row:not(.unchanged)").count()

    listed.locator("a").first.click()

    expect(page).to_have_url(re.compile(rf"/{MOVED}#"))


@pytest.mark.parametrize("width", [390, 1280])
def test_filters_leave_the_changes_of_an_article_and_a_kind(visit, width):
    page = visit(HOME, width=width).page
    page.get_by_role("combobox", name="Article").select_option(label="Article IX. Grievance Procedure")
    page.get_by_role("combobox", name="Kind of change").select_option(label="Removed")
    shown = page.locator(".changes li").filter(visible=True)
    gone = visit(MOVED).page.locator(".row.removed").count()

    expect(shown).to_have_count(gone)
    assert all("Not in 1966" in text for text in shown.all_inner_texts())
    expect(page.locator(".filter [role=status]")).to_have_text(f"{gone} changes shown")
    expect(page).to_have_url(re.compile(r"\?article=in-article-ix&kind=removed$"))

    page.reload()
    expect(shown).to_have_count(gone)
    page.get_by_role("button", name="Show all").click()

    expect(page.locator(".changes").filter(visible=True)).to_have_count(page.locator(".changes").count())
    expect(page).to_have_url(re.compile(rf"/{HOME}$"))


def test_the_numbers_of_the_home_are_those_of_the_pages(visit):
    page = visit(HOME).page
    totals = [int(each.replace(",", "")) for each in page.locator(".totals b").all_inner_texts()]
    names = page.locator(".totals li > span").all_inner_texts()
    told = page.locator(".by-article li > span > span").evaluate_all(
        "all => all.map((each) => [each.firstChild.textContent.trim(), Number(each.querySelector('b').textContent)])"
    )

    assert sum(totals) > 1000
    assert [sum(count for kind, count in told if kind == name) for name in names] == totals


def test_a_provision_says_what_became_of_it_and_leads_to_the_row(visit):
    page = visit("national-1966/article-xii/").page
    page.locator("[id='XII.B.3'] + .beside > summary").click()
    line = page.locator("[id='XII.B.3'] + .beside .twin a").first
    expect(line).to_have_text("Moved from XII.A.3 and reworded")
    line.click()

    expect(page.locator("[id='XII.B.3']")).to_be_in_viewport()
    page.locator("[id='XII.B.3'] .cite", has_text="1964 XII.A.3").click()
    expect(page).to_have_url(re.compile(r"/national-1964/article-xii/#XII\.A\.3$"))


def test_an_article_leads_to_its_comparison_and_the_comparison_to_the_list(visit):
    page = visit("national-1964/article-vi/").page
    page.get_by_text("History", exact=True).first.click()
    page.get_by_role("link", name="Compare this with the 1966 National Agreement").click()
    expect(page).to_have_url(re.compile(rf"/{ARTICLE}$"))
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Comparisons").click()
    expect(page).to_have_url(re.compile(r"/compare/$"))
    page.locator("main .agreements a").first.click()

    expect(page).to_have_url(re.compile(rf"/{HOME}$"))


def test_the_drawer_of_a_comparison_lists_its_articles(visit):
    page = visit(ARTICLE, has_touch=True).page
    page.locator("header label[for=__drawer]").tap()
    page.get_by_role("navigation", name="Comparisons").get_by_role("link", name="Article IX. Grievance Procedure").tap()

    expect(page).to_have_url(re.compile(rf"/{MOVED}$"))


@pytest.mark.parametrize("path", ["", "national-1966/article-vi/"])
def test_other_pages_do_not_load_what_comparisons_need(visit, path):
    seen = visit(path)

    assert not [url for url in seen.requests if "/assets/compare/" in url]


@pytest.mark.parametrize("width", [390, 1280])
def test_an_item_shows_the_national_words_each_local_one_and_the_forerunner_each_at_an_address(visit, host, width):
    page = visit(f"{ITEM}#national-1966.XIII.C.3", width=width, **CLIPBOARD).page
    rows = page.locator(".row.item")

    assert rows.evaluate_all("all => all.map((each) => each.id)") == [
        "national-2010", "lmou-des-moines-bmc-2006", "national-1966.XIII.C.3",
    ]  # fmt: skip
    expect(rows.nth(2)).to_be_in_viewport()
    rows.nth(1).locator(".copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{ITEM}#lmou-des-moines-bmc-2006"

    rows.nth(1).get_by_role("link", name="In its place").click()
    expect(page).to_have_url(re.compile(r"/lmou-des-moines-bmc-2006/item-15/#15$"))
    page.locator(".implements > summary").click()
    page.get_by_role("link", name="item 15", exact=True).click()
    expect(page).to_have_url(re.compile(rf"/{ITEM}$"))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_reprint_stands_beside_its_article_and_nothing_of_it_is_called_removed(visit, host, width):
    page = visit(f"{REPRINT}article-8/#8.2.C", width=width, **CLIPBOARD).page
    gone, kept = page.locator("[id='8.2.C']"), page.locator("[id='8.2.A']")

    expect(gone).to_be_in_viewport()
    expect(gone.locator(".self")).to_have_text("Not reprinted in Appendix A")
    assert gone.locator(".was").evaluate("it => getComputedStyle(it).textDecorationLine") == "none"
    assert gone.locator("del").count() == 0
    expect(page.locator("article")).to_contain_text("Words that Appendix A leaves out of an article do not apply to PSEs")

    gone.locator(".copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{REPRINT}article-8/#8.2.C"

    choose(page, "after")
    expect(gone).to_be_hidden()
    expect(kept.locator(".now")).to_be_visible()

    choose(page, "marked")
    page.get_by_label("Differences only").click()
    expect(kept).to_be_hidden()
    expect(page.locator(".hiding")).to_contain_text("with the same words, are hidden.")


@pytest.mark.parametrize("path", PAGES)
def test_comparisons_do_not_scroll_sideways(visit, path):
    page = visit(path, device_scale_factor=2).page
    beyond = {}
    for width, height in ((360, 780), (390, 844), (640, 400), (960, 700), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        beyond[width] = {edge: pixels for edge, pixels in page.evaluate(WIDEST).items() if round(pixels)}

    assert beyond == {360: {}, 390: {}, 640: {}, 960: {}, 1280: {}}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(("width", "colors"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_wrong_with_comparisons(visit, path, width, colors):
    seen = visit(path, width=width, color_scheme=colors)

    assert problems(seen.page) == []
    assert seen.complaints == []
