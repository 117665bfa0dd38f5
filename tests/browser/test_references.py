"""References in the browser: a preview by touch, mouse and keyboard; what cites a provision, without JavaScript too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

CITING = "national-2010/article-9/#9.6.B"
CITED = "Article 37.4.C.6.b"
WORDS = "An employee who receives saved grade under this Section"
PHONE = {"has_touch": True, "is_mobile": True}


def reference(page, text=CITED):
    return page.locator("a.ref", has_text=text).first


def test_a_tap_previews_the_words_of_another_page_and_open_leads_there(visit):
    page = visit(CITING, **PHONE).page
    reference(page).tap()

    expect(page.locator(".preview-title")).to_have_text(CITED)
    expect(page.locator(".preview-words")).to_contain_text(WORDS)
    assert page.url.endswith("#9.6.B")

    page.locator(".preview-open").tap()
    page.wait_for_url("**/article-37/#37.4.C.6.b")
    expect(page.locator("[id='37.4.C.6.b']")).to_be_in_viewport()


def test_close_takes_the_preview_away_and_stays(visit):
    page = visit(CITING, **PHONE).page
    reference(page).tap()
    page.locator(".preview-close").tap()

    expect(page.locator(".preview")).to_have_count(0)
    assert page.url.endswith("#9.6.B")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_preview_lies_inside_the_window(visit, width):
    page = visit(CITING, width=width, height=800, **(PHONE if width == 390 else {})).page
    if width == 390:
        reference(page).tap()
    else:
        reference(page).hover()
    expect(page.locator(".preview-words")).to_contain_text(WORDS)
    box = page.locator(".preview").bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 801


def test_focus_previews_and_escape_closes(visit):
    page = visit(CITING, width=1280, height=800).page
    page.keyboard.press("Tab")
    reference(page).focus()
    expect(page.locator(".preview-words")).to_contain_text(WORDS)
    page.keyboard.press("Tab")

    expect(page.locator(".preview-open")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator(".preview")).to_have_count(0)
    expect(reference(page)).to_be_focused()


def test_a_click_with_the_mouse_follows_the_link(visit):
    page = visit(CITING, width=1280, height=800).page
    reference(page).click()

    page.wait_for_url("**/article-37/#37.4.C.6.b")


def test_without_javascript_a_reference_is_a_link_that_says_where_it_leads(visit):
    page = visit(CITING, java_script_enabled=False).page
    link = reference(page)

    assert link.get_attribute("href") == "../article-37/#37.4.C.6.b"
    assert link.get_attribute("title").startswith(f"{CITED}: {WORDS}")


def test_without_javascript_cited_by_opens_a_list_with_the_sentences(visit):
    page = visit("national-2010/article-37/#37.4.C.6.b", java_script_enabled=False).page
    details = page.locator("details.beside", has=page.locator("a", has_text="Article 9.6.B")).first
    row = details.locator("li", has_text="Article 9.6.B").first

    expect(row).to_be_hidden()
    details.locator("summary").click()
    expect(row).to_be_visible()
    expect(row).to_contain_text("“saved grade” for an indefinite period of time")
    assert row.locator("a").get_attribute("href") == "../article-9/#9.6.B"


def test_an_article_lists_the_memoranda_that_touch_it(visit):
    page = visit("national-2010/article-32/").page
    page.locator("details.memoranda summary").click()
    listed = page.locator("details.memoranda li")

    expect(listed.filter(has_text="Maintenance Craft Jobs")).to_contain_text("noted at 32.1.A")
    expect(listed.filter(has_text="Consideration of National Outsourcing Initiatives")).to_be_visible()


def test_local_items_and_national_items_lead_to_each_other(visit):
    page = visit("lmou-des-moines-bmc-2006/item-14/").page
    page.locator(".implements summary").click()
    page.locator(".implements").get_by_role("link", name="Article 30.B.14").click()
    page.wait_for_url("**/national-2010/article-30/#30.B.14")
    page.locator("[id='30.B.14'] + .beside summary").click()
    page.locator(".local").get_by_role("link", name="LMOU 2006, Item 14").click()

    page.wait_for_url("**/lmou-des-moines-bmc-2006/item-14/")
