"""The field above a long list leaves the entries that have what is typed, opens their folds, and says how many they are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Page
from tests.projects import ROOT

from contract_site.words.long_lists import MANY, narrowing

PLACE = "\n".join(narrowing(PurePosixPath("index.md"), ".lines li", MANY + 1)).partition("<link")[0]
LIST = """<article class="md-typeset"><h1>A</h1>{place}
<div class="lines"><ul><li><a href="a">Harbour agreement</a> <b>In force</b></li>
<li><a href="b">Ferry</a> <b>Expired</b></li></ul></div>
<details><summary>Other editions: 2</summary>
<div class="lines"><ul><li>Old harbour, Étape 1</li><li>Old ferry</li></ul></div></details>
<details><summary>Below it: 1</summary><div class="lines"><ul><li>Quay of the harbour</li></ul></div></details></article>"""
SCRIPTS = ("page/element.js", "page/fold.js", "page/narrow.js")


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Page:
    """A page with a list, as it is when its scripts have run."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(f"<style>{(ROOT / 'docs/assets/page/narrow.css').read_text()}</style>{LIST.format(place=PLACE)}")
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / "docs" / "assets" / name)
    return page


def shown(page: Page) -> list[str]:
    return [each.inner_text() for each in page.locator("li").all() if each.is_visible()]


def test_without_a_script_the_whole_list_is_there_and_no_field(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(LIST.format(place=PLACE))

    assert page.locator("input").count() == 0
    assert page.locator("li").count() == 5
    assert not page.locator(".narrow").is_visible()


@pytest.mark.parametrize(
    ("typed", "left", "told"),
    [
        ("harbour", ["Harbour agreement In force", "Old harbour, Étape 1", "Quay of the harbour"], "3 of 5"),
        ("HARBOUR old", ["Old harbour, Étape 1"], "1 of 5"),
        ("etape", ["Old harbour, Étape 1"], "1 of 5"),
        ("in force", ["Harbour agreement In force"], "1 of 5"),
        ("nothing of it", [], "0 of 5"),
    ],
)
def test_what_is_typed_leaves_the_entries_that_have_all_of_it(page: Page, typed: str, left: list[str], told: str) -> None:
    page.get_by_label("Narrow this list").fill(typed)

    assert shown(page) == left
    assert page.get_by_role("status").inner_text() == told


def test_an_emptied_field_gives_the_list_back_as_it_was(page: Page) -> None:
    before = shown(page)
    field = page.get_by_label("Narrow this list")
    field.fill("quay")
    assert shown(page) == ["Quay of the harbour"]
    field.fill("")

    assert shown(page) == before == ["Harbour agreement In force", "Ferry Expired"]
    assert page.get_by_role("status").inner_text() == ""
