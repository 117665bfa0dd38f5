"""Addresses whose anchor is not on the page: typed from paper, cut or lengthened by a mail program, of another page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_accessibility import problems

TABLE = Path(__file__).resolve().parents[1] / "cases" / "goto" / "addresses.tsv"
CASES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]
SAID = ".missed"


def arrived(page: Page, host: str, place: str) -> None:
    """Wait until the page is at an address and shows what stands there."""
    expect(page).to_have_url(f"{host}/{place}")
    anchor = place.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == anchor


@pytest.mark.parametrize(("address", "how", "place", "said"), CASES, ids=[address for address, *_ in CASES])
def test_an_address_with_a_wrong_anchor_leads_where_the_table_says(visit, host, address, how, place, said):
    seen = visit(address)
    if how == "goes":
        arrived(seen.page, host, place)
        expect(seen.page.locator(SAID)).to_have_count(0)
    else:
        expect(seen.page.get_by_role("status").filter(has_text=said)).to_be_in_viewport()
        links = seen.page.locator(f"{SAID} a").evaluate_all("all => all.map((each) => each.pathname + each.hash)")
        assert [unquote(each) for each in links[:1]] == ([] if how == "says" else [f"/{place}"])
        assert unquote(seen.page.url).endswith(unquote(address))
    assert seen.complaints == []


def test_a_right_anchor_costs_nothing_and_says_nothing(visit):
    seen = visit("national-2010/article-8/#8.5.G")
    seen.page.wait_for_load_state("networkidle")

    assert [url for url in seen.requests if re.search(r"/assets/(goto/(?!goto)|page/fold)", url)] == []
    expect(seen.page.locator(SAID)).to_have_count(0)


def test_a_mended_address_leaves_no_step_behind(visit, host):
    page = visit("about/").page
    page.goto(f"{host}/national-2010/article-8/#8.5.g")
    arrived(page, host, "national-2010/article-8/#8.5.G")
    page.go_back()

    expect(page).to_have_url(f"{host}/about/")


def test_what_was_said_goes_when_the_address_is_right_and_is_brought_into_view_when_it_is_not(visit):
    page = visit("national-2010/article-8/#8.5.Z").page
    expect(page.locator(SAID)).to_be_in_viewport()
    page.locator(f"{SAID} a").click()
    expect(page.locator(SAID)).to_have_count(0)
    expect(page.locator("[id='8.5']")).to_be_in_viewport()
    page.evaluate("location.hash = '8.5.Y'")

    expect(page.locator(SAID)).to_contain_text("has no “Y” below Article 8.5.")
    expect(page.locator(SAID)).to_be_in_viewport()
    expect(page.locator(SAID)).to_have_count(1)


def test_what_is_said_is_not_printed_and_axe_finds_nothing_wrong_with_it(visit):
    page = visit("national-2010/article-8/#8.5.Z").page
    expect(page.locator(f"{SAID} .goto-opening")).to_be_visible()

    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(media="print")
    expect(page.locator(SAID)).to_be_hidden()


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=window.ran=1>", "x.<script>window.ran=1</script>", "'\"><svg onload=window.ran=1>"]
)
def test_a_hostile_anchor_is_shown_as_words(visit: Callable[..., object], host: str, hostile: str) -> None:
    page = visit("about/").page  # type: ignore[attr-defined]
    page.evaluate("(hash) => { location.hash = hash; }", hostile)
    page.wait_for_timeout(400)

    assert page.evaluate("window.ran") is None
    assert page.locator(f"{SAID} img, {SAID} script, {SAID} svg").count() == 0
