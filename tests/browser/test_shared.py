"""Sharing a provision: the page that messages preview leads on to the paragraph, and the menu offers it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_cite import CLIPBOARD, open_menu

PLACES = {
    "a paragraph": ("national-2010/8.5.G/", "national-2010/article-8/", "8.5.G"),
    "deep": ("national-2010/12.5.C.5.b.6/", "national-2010/article-12/", "12.5.C.5.b.6"),
    "of a memorandum": ("national-2010/memo/clerk-craft-jobs/2.C/", "national-2010/memo/clerk-craft-jobs/", "2.C"),
    "of an older edition": ("national-1966/VI.B.3/", "national-1966/article-vi/", "VI.B.3"),
    "of an item": ("lmou-des-moines-bmc-2006/14.C.1/", "lmou-des-moines-bmc-2006/item-14/", "14.C.1"),
}
places = pytest.mark.parametrize(("address", "article", "anchor"), PLACES.values(), ids=PLACES.keys())


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@places
def test_a_shared_address_leads_to_the_paragraph(visit, host, address, article, anchor, scripts):
    page = visit("", java_script_enabled=scripts).page
    page.goto(f"{host}/{address}")
    page.wait_for_url(f"{host}/{article}#{anchor}")

    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{host}/")


def test_an_address_without_its_last_stroke_leads_there_too(visit, host):
    page = visit("national-2010/8.5.G").page

    expect(page).to_have_url(f"{host}/national-2010/article-8/#8.5.G")


@pytest.mark.parametrize("typed", ["national-2010/8.5.g", "8.5.G", "national-2010/8.5G"])
def test_what_is_no_such_address_is_still_understood(visit, host, typed):
    """As a host answers an unknown address: by the page for these."""
    page = visit("404.html").page
    found = page.evaluate("typed => window.contractReference.goTo('/' + typed, {straight: true})", typed)

    assert found["offers"][0]["url"] == "national-2010/article-8/#8.5.G"


@places
def test_a_shared_address_that_is_pasted_or_asked_for_without_a_network_is_understood(visit, address, article, anchor):
    page = visit("go/").page
    for text in (f"/{address}", f"/{address.rstrip('/')}", f"https://contracts.example/{address}"):
        found = page.evaluate("text => window.contractReference.goTo(text, {straight: true})", text)
        assert found["offers"][0]["url"] == f"{article}#{anchor}", text
        assert found["offers"][0]["exact"]


@places
def test_a_message_has_the_words_and_the_address_that_previews_as_them(visit, host, address, article, anchor):
    page = visit(article, **CLIPBOARD).page
    menu = open_menu(page, anchor)
    menu.get_by_role("button", name="Copy for a message").click()
    expect(menu.get_by_role("status")).to_have_text("Message copied")
    first, last = page.evaluate("navigator.clipboard.readText()").split("\n")

    assert last == f"{host}/{address}"
    assert re.fullmatch(r"\S.+ \(.*\d{4}.*\): “.{20,210}”", first)


def test_what_has_no_address_of_its_own_is_shared_by_the_permanent_one(visit, host):
    """A paragraph without a label; a provision that some disks could not tell from another; a whole article by its page."""
    page = visit("national-2010/article-8/").page
    shared = page.evaluate(
        """async () => {
          const own = window.contractReference;
          await own.load('assets/cite/passages.js');
          const read = (id) => own.passages.read(document, location.href).passage(id).shared;
          const before = ['8.5.G', '8.5.G.p2', '8'].map(read);
          const meta = document.querySelector('meta[name=citations]');
          meta.content = JSON.stringify({ ...JSON.parse(meta.content), unshared: ['8.5.G'] });
          return [...before, read('8.5.G')];
        }"""
    )
    article = f"{host}/national-2010/article-8/"

    assert shared == [f"{host}/national-2010/8.5.G/", f"{article}#8.5.G.p2", article, f"{article}#8.5.G"]


@pytest.mark.parametrize(
    ("article", "anchor", "previews"),
    [
        ("national-2010/article-8/", "8.5.G", True),
        ("national-2010/article-9/", "table-1.1", False),
    ],
    ids=["a provision", "a table"],
)
def test_only_an_address_that_can_be_previewed_is_said_to_be(visit, article, anchor, previews):
    """Hosts are never told what stands behind ``#``."""
    menu = open_menu(visit(article, **CLIPBOARD).page, anchor)
    told = menu.get_by_role("button", name="Copy for a message").inner_text()

    assert ("previews as these words" in told) == previews
    assert ("has no preview of its own" in told) != previews
    assert ("#" in told) != previews
