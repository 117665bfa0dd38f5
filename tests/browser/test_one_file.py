"""The one file in Chromium, opened from the disk: with scripts off as an iPhone opens it from Files, and with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

FILE = "national-2010.html"


@pytest.fixture
def open_file(context_for: Callable[..., BrowserContext], site: Path) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Return a function that opens the one file of 2010 on a phone, and what it asked for."""
    pages: list[Page] = []

    def opened(**options: object) -> tuple[Page, list[str]]:
        asked: list[str] = []
        page = context_for(**options).new_page()
        pages.append(page)
        page.set_viewport_size({"width": 390, "height": 844})
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "downloads" / FILE).as_uri())
        return page, asked

    yield opened
    for page in pages:
        page.close()


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def test_without_javascript_contents_lead_to_a_provision_and_back(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, asked = open_file(java_script_enabled=False)
    page.get_by_role("navigation", name="In this file").get_by_role("link", name="Contents").click()
    page.get_by_role("link", name="Article 8. Hours of Work").first.click()
    expect(page.locator("[id='8']")).to_be_in_viewport()
    page.get_by_role("navigation", name="In this file").get_by_role("link", name="Citations").click()
    page.locator(".index summary", has_text="Article 8. Hours of Work").click()
    page.locator(".index a[href='#8.5.G']").click()

    assert fragment(page) == "8.5.G"
    expect(page.locator("[id='8.5.G']")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", name="Index of citations")).to_be_visible()
    page.locator("article[data-address='national-2010/article-8/'] .pager a", has_text="Contents").click()
    expect(page.locator("h2", has_text="Contents").first).to_be_in_viewport()
    assert [each for each in asked if not each.startswith("file:")] == []


def test_without_javascript_a_reference_leads_to_a_memorandum_and_its_list_leads_back(
    open_file: Callable[..., tuple[Page, list[str]]],
) -> None:
    page, _ = open_file(java_script_enabled=False)
    page.goto(page.url + "#32.1.A.p2")
    page.locator("[id='32.1.A.p2'] a[href='#memo/clerk-craft-jobs']").click()
    expect(page.locator("[id='memo/clerk-craft-jobs']")).to_be_in_viewport()
    row = page.locator("article[data-address='national-2010/memo/clerk-craft-jobs/'] details.beside").first
    row.locator("summary").click()
    row.locator("a[href='#32.1.A.p2']").click()

    expect(page.locator("[id='32.1.A.p2']")).to_be_in_viewport()


def test_a_part_folds_and_all_of_it_is_printed(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file(java_script_enabled=False)
    part = page.locator("article[data-address='national-2010/article-8/']")
    part.locator("details.text > summary").click()
    expect(page.locator("[id='8.5.G']")).to_be_hidden()
    page.emulate_media(media="print")

    assert part.bounding_box()["height"] > 2000  # type: ignore[index]
    expect(page.locator(".file-bar")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("8.5.G", "8.5.G"), ("art. 12 sec 5 C 5 b (6)", "12.5.C.5.b.6"), ("table 1.1", "table-1.1"), ("page 93", "page-93")],
)
def test_with_javascript_a_typed_citation_is_gone_to(
    typed: str, expected: str, open_file: Callable[..., tuple[Page, list[str]]]
) -> None:
    page, asked = open_file()
    page.fill("#file-find", typed)
    page.press("#file-find", "Enter")
    page.wait_for_url(f"**/{FILE}#{expected}")

    expect(page.locator(f"[id='{expected}']")).to_be_in_viewport()
    assert [each for each in asked if not each.startswith("file:")] == []


def test_with_javascript_words_are_found_gone_to_and_marked(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file()
    page.fill("#file-find", "wash-up time")
    page.locator("#file-found a", has_text="Article 8.9").first.click()

    assert fragment(page) == "8.9"
    expect(page.locator("main mark").first).to_be_in_viewport()
    expect(page.locator("#file-found")).to_be_empty()


def test_with_javascript_a_folded_part_opens_where_a_link_leads(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file()
    page.locator("article[data-address='national-2010/article-8/'] details.text > summary").click()
    page.evaluate("location.hash = '#8.5.G'")

    expect(page.locator("[id='8.5.G']")).to_be_in_viewport()


def test_no_script_of_the_file_is_refused_by_its_own_policy(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(page.url + "?again")
    expect(page.locator("#file-find")).to_be_visible()

    assert page.locator("script:not([type])").count() > 2
    assert said == []


OFF = """(id) => Math.round(document.getElementById(id).getBoundingClientRect().top
  - parseFloat(getComputedStyle(document.getElementById(id)).scrollMarginTop))"""
"""How many pixels below its place a target stands."""
FAR = ("8.5.G", "37.5.C.7", "memo/clerk-craft-jobs")


@pytest.mark.parametrize("anchor", FAR)
def test_a_link_ends_exactly_at_its_place_though_parts_far_away_are_laid_out_later(
    anchor: str, open_file: Callable[..., tuple[Page, list[str]]]
) -> None:
    page, _ = open_file()
    link = (
        "(id) => { const made = document.createElement('a'); made.href = '#' + id; document.body.append(made); made.click(); }"
    )
    page.evaluate(link, anchor)
    page.wait_for_url(f"**#{anchor}")

    assert abs(page.evaluate(OFF, anchor)) <= 1
    page.wait_for_timeout(500)
    assert abs(page.evaluate(OFF, anchor)) <= 1
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("document.body.classList.contains('laid')")
    assert abs(page.evaluate(OFF, anchor)) <= 1


def test_parts_far_away_are_laid_out_after_the_others_and_all_in_the_end(
    open_file: Callable[..., tuple[Page, list[str]]],
) -> None:
    page, _ = open_file()
    page.add_init_script("window.requestIdleCallback = (act) => { (window.waiting ||= []).push(act); }")
    page.goto(page.url + "?again")
    shown = "() => getComputedStyle([...document.querySelectorAll('article.part')].at(-1)).contentVisibility"

    assert page.evaluate(shown) == "auto"
    page.evaluate("() => { while (window.waiting.length) window.waiting.shift()(); }")
    assert page.evaluate(shown) == "visible"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(width: int, open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file()
    page.set_viewport_size({"width": width, "height": 844})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("hash_", "expected"),
    [
        ("8.5.g", "8.5.G"),
        ("8.5.G).", "8.5.G"),
        ("8.5.G%20and", "8.5.G"),
        ("8.5.G%E2%80", "8.5.G"),
        ("8.5(G)", "8.5.G"),
        ("85g", "8.5.G"),
        ("MEMO/clerk-craft-jobs/2.c", "memo/clerk-craft-jobs/2.C"),
    ],
)
def test_with_javascript_a_wrong_anchor_is_mended(
    hash_: str, expected: str, open_file: Callable[..., tuple[Page, list[str]]]
) -> None:
    page, _ = open_file()
    page.evaluate("(hash) => { location.hash = hash; }", hash_)
    page.wait_for_url(f"**/{FILE}#{expected}")

    expect(page.locator(f"[id='{expected}']")).to_be_in_viewport()
    expect(page.locator("#file-found")).to_be_empty()


@pytest.mark.parametrize(
    ("hash_", "said", "offered"),
    [
        ("8.5.Z", "The 2010–2015 National Agreement has no “Z” below Article 8.5.", "#8.5"),
        ("memo/clerk-craft-jobs/2.Z", "There is no “memo/clerk-craft-jobs/2.Z” in this file.", "#memo/clerk-craft-jobs/2"),
        ("8.5.G and 12.3", "", "#8.5.G"),
    ],
)
def test_with_javascript_what_an_anchor_may_mean_is_offered(
    hash_: str, said: str, offered: str, open_file: Callable[..., tuple[Page, list[str]]]
) -> None:
    page, _ = open_file()
    page.goto(f"{page.url}#{hash_}")
    expect(page.get_by_role("status")).to_contain_text(said)

    expect(page.locator("#file-found .places a").first).to_have_attribute("href", offered)


def test_with_javascript_letters_in_two_forms_are_found_as_one(open_file: Callable[..., tuple[Page, list[str]]]) -> None:
    page, _ = open_file()
    for typed in ("overtime “desired”", "ＯＶＥＲＴＩＭＥ desired", "over\u00adtime desired", "óvertime desired"):
        page.fill("#file-find", "")
        expect(page.locator("#file-found")).to_be_empty()
        page.fill("#file-find", typed)

        expect(page.locator("#file-found mark", has_text="Overtime").first).to_be_visible(timeout=20_000)
