"""Pay and deadlines in the browser: the finder says what the tables of its page say, the field counts as the table by hand."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import POSTAL_HERE
from tests.model.test_deadline import DATES

from contract_site.interface.formats import said_date

SLUG = "national-2010" if POSTAL_HERE else "tiny-2024"
pytestmark = pytest.mark.agreements("national-2010")


def choose(page: Page, **chosen: str) -> str:
    for name, value in chosen.items():
        page.get_by_role("combobox", name=name.capitalize(), exact=True).select_option(value)
    return page.locator(".answer").inner_text()


def test_the_finder_says_rate_table_and_next_step(visit) -> None:
    seen = visit(f"{SLUG}/pay/", width=360)
    said = choose(seen.page, employee="Full-time regular", grade="6", step="D")

    assert said.splitlines()[0] == "$43,246 a year (Table 1.2)"
    assert "$20.79 an hour, worked out here" in said
    assert "$1,663.31 a pay period, worked out here" in said
    assert "Step E after 36 weeks (Table 3): $44,142 a year" in said
    assert seen.page.locator(".answer a").first.get_attribute("href").endswith("article-9/#table-1.2")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert seen.complaints == []


def test_the_finder_says_what_the_tables_of_its_answer_note(visit) -> None:
    """A rate at the top step for new hires has a next step for others: only the notes of the tables say so."""
    page = visit(f"{SLUG}/pay/", width=360).page
    said = choose(page, employee="Full-time regular", grade="3", step="I")
    notes = page.locator(".answer .said")

    assert "Step J after 44 weeks" in said
    assert notes.locator("p:first-child").all_inner_texts() == ["Notes of Table 1.1:", "Notes of Table 3:"]
    assert "For new hires: the top step in Level 3 and 4 is Step I" in notes.first.inner_text()
    assert notes.locator("a").first.get_attribute("href").endswith("article-9/#table-1.1")
    assert "Level 6 and 7" not in notes.first.inner_text()
    choose(page, employee="Postal Support Employee (PSE)")
    expect(notes).to_have_count(0)


def test_the_finder_offers_what_there_is_and_no_more(visit) -> None:
    page = visit(f"{SLUG}/pay/").page
    choose(page, employee="Full-time regular", grade="3", step="JJ")
    said = choose(page, grade="11")

    assert page.get_by_role("combobox", name="Step", exact=True).locator("option").all_text_contents() == list("DEFGHIJKLMNOP")
    assert said.startswith("$54,065 a year (Table 1.3)")
    assert "No next step" in choose(page, step="P")
    said = choose(page, employee="Postal Support Employee (PSE)", grade="5")
    expect(page.get_by_role("combobox", name="Step", exact=True)).to_be_hidden()
    assert said == "$13.74 an hour (Table 2)"


def test_without_scripts_every_rate_is_there(visit) -> None:
    page = visit(f"{SLUG}/pay/", java_script_enabled=False).page

    expect(page.locator(".finder")).to_be_hidden()
    assert page.locator(".rates td").filter(has_text="43,246").count() == 1
    assert page.locator("figure.chart svg[role=img][aria-label]").count() == 3


@pytest.mark.parametrize(("day", "days", "last"), [each for each in DATES if each[1] in (14, 5, 10, 15, 30)])
def test_the_field_counts_on_the_calendar(visit, day: str, days: int, last: str) -> None:
    page = visit(f"{SLUG}/deadlines/", timezone_id="America/Chicago").page
    limit = page.locator(f'.deadline[data-days="{days}"]').first
    limit.locator("input").fill(day)

    expected = date.fromisoformat(last)
    expect(limit.locator("output")).to_have_text(f"Last day: {expected:%A}, {said_date(expected)}")
    limit.locator("input").fill("")
    expect(limit.locator("output")).to_have_text("")


@pytest.mark.agreements("national-1966")
def test_days_that_the_words_do_not_explain_have_no_field(visit) -> None:
    page = visit("national-1966/deadlines/").page

    assert page.locator(".deadline:not([data-days])").count() > 3
    assert page.locator(".deadline:not([data-days]) input").count() == 0
    expect(page.locator(".counts")).to_be_visible()
    assert "working days" in page.locator(".deadline").first.inner_text()


PICTURES = {
    f"{SLUG}/pay/": "figure.chart svg",
    f"{SLUG}/deadlines/": ".deadline .bar svg",
    f"{SLUG}/memoranda-by-article/": ".map table",
    "timeline/": "figure.timeline svg",
    "changes/": "article li",
    "compare/national-1964/national-1966/map/": ".map td[class^=shade]",
}
"""Pages with pictures, and what is drawn on each."""


@pytest.mark.agreements("national-1964", "national-1966", "compare/national-1964--national-1966")
@pytest.mark.parametrize("path", PICTURES)
@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"java_script_enabled": False}], ids=["light", "dark", "plain"]
)
def test_a_picture_fits_a_phone(visit, path: str, options: dict[str, object]) -> None:
    seen = visit(path, width=360, **options)

    assert seen.page.locator(PICTURES[path]).first.is_visible()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert seen.complaints == []


@pytest.mark.agreements("national-1964", "national-1966", "compare/national-1964--national-1966")
@pytest.mark.parametrize("width", [960, 1280, 1600])
@pytest.mark.parametrize("path", [f"{SLUG}/memoranda-by-article/", "compare/national-1964/national-1966/map/"])
def test_a_map_takes_the_width_to_its_right(visit, path: str, width: int) -> None:
    page = visit(path, width=width).page
    column = page.locator(".md-main__inner").bounding_box()
    frame = page.locator(".map").bounding_box()
    beyond = page.locator(".map").evaluate("(frame) => frame.scrollWidth - frame.clientWidth")
    left = column["x"] + column["width"] - frame["x"] - frame["width"]

    assert beyond <= 0 or 0 <= left < 40
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("article > p").last.bounding_box()["width"] < 700


@pytest.mark.agreements("national-1964", "national-1966", "compare/national-1964--national-1966")
def test_a_map_of_changes_needs_no_scrolling_on_a_wide_screen(visit) -> None:
    page = visit("compare/national-1964/national-1966/map/", width=1280).page

    assert page.locator(".map").evaluate("(frame) => frame.scrollWidth - frame.clientWidth") <= 0


@pytest.mark.agreements("national-1964", "national-1966", "compare/national-1964--national-1966")
def test_the_number_in_a_cell_is_that_of_the_rows_it_leads_to(visit) -> None:
    page = visit("compare/national-1964/national-1966/map/", width=1280).page
    cell = page.locator("tr", has_text="Article X.").locator("td[class^=shade] a").first
    count = int(cell.inner_text())
    cell.click()

    expect(page.locator("details.changes[open]")).to_have_count(1)
    assert page.locator("details.changes[open] li:visible").count() == count > 1


@pytest.mark.agreements("national-1964", "national-1966")
def test_the_timeline_shows_the_years_of_which_no_text_is_here(visit) -> None:
    page = visit("timeline/", width=360).page
    line = page.locator(".timeline .gap").last.bounding_box()
    whole = page.locator(".timeline svg").bounding_box()

    assert 0.8 * whole["width"] < line["width"] < 0.9 * whole["width"]
    assert "no text here states a term for these 43 years" in page.locator("article").inner_text()
