"""Getting about: the drawer, previous and next, the breadcrumb; with JavaScript and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests import present

SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
WORDS = """() => {
  document.querySelectorAll('[data-saving], .lead-in, .cr-aids').forEach((added) => added.remove());
  return document.querySelector('article').innerText.replace(/\\s+/g, ' ');
}"""
"""The words of a page, without what needs a script: what saves it, leads in to a linked provision or changes how it is read."""


@SCRIPTS
def test_the_drawer_on_a_phone_opens_leads_on_and_closes(visit, javascript):
    page = visit("national-2010/article-8/", java_script_enabled=javascript, has_touch=True).page
    drawer = page.get_by_role("navigation", name="2010–2015 National Agreement")
    expect(drawer).to_be_hidden()

    page.locator("header label[for=__drawer]").tap()
    expect(drawer).to_be_in_viewport()
    page.locator(".cr-nav__close").tap()
    expect(drawer).to_be_hidden()

    page.locator("header label[for=__drawer]").tap()
    drawer.get_by_role("link", name="Article 12. Principles of Seniority, Posting and Reassignments").tap()
    expect(page).to_have_url(re.compile(r"/national-2010/article-12/$"))


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("national-2010/article-8/", "/national-2010/"),
        ("national-2010/memo/clerk-craft-jobs/", "/national-2010/"),
        ("lmou-des-moines-bmc-2006/item-14/", "/lmou-des-moines-bmc-2006/"),
    ],
)
def test_navigation_lists_the_current_agreement_only(visit, path, own):
    page = visit(path).page
    links = page.locator(".cr-nav a").evaluate_all("all => all.map((each) => each.pathname)")
    current = page.locator(".cr-nav [aria-current=page]").evaluate_all("all => all.map((each) => each.pathname)")

    assert sum(link.startswith(own) for link in links) > 20
    assert {link for link in links if not link.startswith(own)} == {
        "/",
        "/about/",
        "/bargaining/",
        "/changes/",
        "/downloads/",
        "/editors/",
        "/go/",
        "/guides/",
        "/saved/",
        "/search/",
        "/subjects/",
        "/timeline/",
    }
    assert current == [f"/{path}"]


@SCRIPTS
def test_links_lead_through_an_agreement(visit, javascript):
    page = visit("", width=1280, java_script_enabled=javascript).page
    steps = [
        ("article", "2010–2015 National Agreement", "national-2010/"),
        (".contents", "Article 8. Hours of Work", "national-2010/article-8/"),
        (".pager", "Article 9. Salaries and Wages →", "national-2010/article-9/"),
        (".pager", "← Article 8. Hours of Work", "national-2010/article-8/"),
        ("nav[aria-label='On this page']", "Section 9. Wash-Up Time", "national-2010/article-8/#8.9"),
        (".breadcrumb", "2010–2015 National Agreement", "national-2010/"),
        (".breadcrumb", present.SITE["name"], ""),
    ]
    for place, name, address in steps:
        page.locator(place).get_by_role("link", name=name).click()
        expect(page).to_have_url(re.compile(rf"^http://[^/]+/{re.escape(address)}$"))


def test_on_a_phone_the_sections_of_a_page_stand_folded_above_its_words(visit):
    page = visit("national-2010/article-8/", java_script_enabled=False, has_touch=True).page
    link = page.locator("details.sections").get_by_role("link", name="Section 9. Wash-Up Time")
    expect(link).to_be_hidden()
    page.locator("details.sections > summary").tap()
    link.tap()

    expect(page.locator("[id='8.9']")).to_be_in_viewport()


def test_all_words_are_there_without_javascript(visit, path):
    """On the first page a line says where the field of search leads without it."""
    bare = visit(path, java_script_enabled=False).page.evaluate(WORDS)
    full = visit(path).page.evaluate(WORDS)
    if path == "":
        full = full.replace(" Choose my office and my craft", "")  # kept by a script on the device, so without one not offered
        bare = re.sub(r" Search needs JavaScript\..*? every agreement\.", "", bare)

    assert len(full) > 200
    assert bare == full


def test_a_page_asks_no_other_host_and_nothing_fails(visit, host, path):
    seen = visit(path, color_scheme="dark")
    seen.page.locator("a.cr-search-open").click()
    seen.page.keyboard.type("overtime")
    seen.page.locator(".cr-hit a").first.wait_for()
    foreign = [url for url in seen.requests if not url.startswith((f"{host}/", "data:", "blob:"))]

    assert any("/search/in/" in url for url in seen.requests)
    assert (foreign, seen.complaints) == ([], [])


def test_an_address_that_does_not_exist_leads_back(site, visit):
    page = visit("404.html").page
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.get_by_role("link", name="list of agreements").click()

    expect(page.get_by_role("heading", name="Agreements")).to_be_visible()
