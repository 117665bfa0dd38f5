"""The pages for editors in the browser: buttons that copy what the menu of a provision copies."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems
from tests.browser.test_layout import WIDEST

TABLE = "editors/national-2010/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize(
    ("label", "anchor", "cited"),
    [
        ("Art. 8.5 (2010)", "article-8/#8.5", "Article 8, Section 5"),
        (
            "MOU Re: Clerk Craft Jobs (2010, p. 178)",
            "memo/clerk-craft-jobs/#clerk-craft-jobs",
            "MOU Re: Clerk Craft Jobs (p. 178)",
        ),
    ],
)
def test_the_buttons_of_a_row_copy_its_link_and_its_citation(visit, host, label, anchor, cited):
    page = visit(TABLE, **CLIPBOARD).page
    address = f"{host}/national-2010/{anchor}"
    said = page.locator(".copied")
    page.get_by_role("button", name=f"Copy link to {label}").click()
    expect(said).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name=f"Copy citation of {label}").click()
    expect(said).to_have_text("Citation copied")
    citation = page.evaluate("navigator.clipboard.readText()")

    assert link == address
    assert citation == f"2010–2015 APWU–USPS National Agreement, {cited}, {address}"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", ["editors/", "editors/lmou-des-moines-bmc-2006/"])
def test_axe_finds_nothing_wrong_and_nothing_is_too_wide(visit, path, width, scheme):
    page = visit(path, width=width, color_scheme=scheme).page

    assert problems(page) == []
    assert not any(map(round, page.evaluate(WIDEST).values()))


def test_the_table_can_be_had_for_spreadsheet_programs(visit):
    page = visit(TABLE).page
    with page.expect_response("**/*.csv") as waiting:
        page.evaluate("fetch(document.querySelector(\"a[href$='.csv']\").href)")

    assert waiting.value.ok
