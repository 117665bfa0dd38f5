"""Comparisons in the browser: two texts in columns, marked, and views that keep the place; on paper, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.comparing import ARTICLE, MOVED, TOP, WORDS, choose, scrolled_to


def test_on_a_wide_screen_older_newer_and_explanation_stand_side_by_side(visit):
    page = visit(f"{MOVED}#IX.A.4", width=1280, height=800).page
    lefts = page.evaluate(
        """() => [...document.querySelectorAll('.views .heads span')].map((each) => each.getBoundingClientRect().left)"""
    )
    row = page.locator(".row.reworded").first
    was, now = row.locator(".was").bounding_box(), row.locator(".now").bounding_box()
    why = page.locator(".why").first.bounding_box()

    assert page.locator(".views .heads span").all_inner_texts() == ["1964", "1966", "Explanation"]
    assert lefts == sorted(lefts)
    assert was["x"] + was["width"] <= now["x"]
    assert now["x"] + now["width"] <= why["x"]
    assert was["y"] == now["y"]


def test_columns_mark_what_was_struck_on_the_left_and_what_was_inserted_on_the_right(visit):
    page = visit(ARTICLE, width=1280, height=800).page
    row = page.locator(WORDS)

    expect(row.locator(".was del")).to_have_text("removed: postmaster end")
    expect(row.locator(".now ins")).to_be_visible()
    expect(row.locator(".now del")).to_be_hidden()
    assert "line-through" in row.locator(".was del").evaluate("it => getComputedStyle(it).textDecorationLine")
    assert "underline" in row.locator(".now ins").evaluate("it => getComputedStyle(it).textDecorationLine")


def test_what_has_no_counterpart_leaves_the_other_column_blank(visit):
    page = visit(MOVED, width=1280, height=800).page
    new, gone = page.locator(".row.added").first, page.locator(".row.removed").first

    assert new.locator(".was").count() == gone.locator(".now").count() == 0
    assert new.locator(".now").bounding_box()["x"] > gone.locator(".was").bounding_box()["x"]


def test_on_a_phone_the_marks_stand_in_the_newer_text(visit):
    page = visit(ARTICLE).page
    row = page.locator(WORDS)

    expect(row.locator(".was")).to_be_hidden()
    expect(row.locator(".now del")).to_be_visible()
    expect(row.locator(".now")).to_contain_text(
        "exclusive basis, the removed: postmaster added: installation head end shall meet"
    )


def test_marks_are_heard_and_not_copied(visit):
    page = visit(ARTICLE).page
    row = page.locator(WORDS)
    copied = row.locator(".now").evaluate("it => { getSelection().selectAllChildren(it); return getSelection().toString(); }")

    assert "removed: postmaster" in row.locator(".now").aria_snapshot()
    assert "postmaster installation head shall meet" in " ".join(copied.split())


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("view", ["before", "after"])
def test_a_view_shows_one_edition_without_marks_and_back_again_both(visit, width, view):
    page = visit(f"{ARTICLE}#VI.E.1", width=width).page
    row = page.locator(WORDS)
    choose(page, view)
    shown, hidden, word = (".was", ".now", "postmaster") if view == "before" else (".now", ".was", "installation head")

    expect(row.locator(shown)).to_be_visible()
    expect(row.locator(hidden)).to_be_hidden()
    assert f"exclusive basis, the {word} shall meet" in " ".join(row.locator(shown).inner_text().split())

    choose(page, "marked")

    expect(row.locator(".now ins")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("row", ["IX.H.1", "IX.L.1", "IX.R.heading"])
def test_the_row_at_the_top_stays_when_the_view_changes(visit, width, row):
    page = visit(MOVED, width=width).page
    before = scrolled_to(page, row)
    assert before[0] == row
    for view in ("before", "after", "marked"):
        choose(page, view)
        after = page.evaluate(TOP)

        assert after[0] == row
        assert abs(after[1] - before[1]) <= 2


def test_the_place_stays_within_a_long_row_too(visit):
    page = visit(MOVED).page
    scrolled_to(page, "IX.H.1")
    page.evaluate("scrollBy({top: 120, behavior: 'instant'})")
    page.wait_for_timeout(150)
    choose(page, "after")
    choose(page, "marked")

    assert page.evaluate(TOP)[0] == "IX.H.1"


@pytest.mark.parametrize("width", [390, 1280])
def test_changed_only_hides_unchanged_rows_says_how_many_and_keeps_the_place(visit, width):
    page = visit(MOVED, width=width).page
    unchanged, rows = page.locator(".row.unchanged").count(), page.locator(".row").count()
    before = scrolled_to(page, "IX.S.1")
    page.get_by_label("Changed only").click()

    expect(page.locator(".hiding")).to_have_text(f"{unchanged} unchanged of {rows} rows are hidden.")
    expect(page.locator(".hiding")).to_be_visible()
    assert page.locator(".row.unchanged").filter(visible=True).count() == 0
    assert page.locator(".row").filter(visible=True).count() == rows - unchanged
    assert page.evaluate(TOP)[0] == before[0]

    page.get_by_label("Changed only").click()

    assert page.locator(".row").filter(visible=True).count() == rows


def test_the_switch_is_worked_by_keyboard(visit):
    page = visit(ARTICLE).page
    page.locator("input[name=view][value=marked]").focus()
    page.keyboard.press("ArrowRight")

    expect(page.locator("input[value=before]")).to_be_checked()
    expect(page.locator(f"{WORDS} .now")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_print_has_both_texts_marked_with_underline_and_strike(visit, width):
    page = visit(ARTICLE, width=width).page
    choose(page, "before")
    page.emulate_media(media="print")
    row = page.locator(WORDS)

    expect(page.locator(".views fieldset")).to_be_hidden()
    expect(row.locator(".now del")).to_be_hidden()
    expect(row.locator(".was del")).to_be_visible()
    assert "line-through" in row.locator(".was del").evaluate("it => getComputedStyle(it).textDecorationLine")
    assert "underline" in row.locator(".now ins").evaluate("it => getComputedStyle(it).textDecorationLine")


def test_without_javascript_the_marked_text_is_there_and_the_views_work(visit):
    page = visit(ARTICLE, java_script_enabled=False).page
    row = page.locator(WORDS)

    expect(row.locator(".now del")).to_be_visible()
    expect(row.locator(".copy")).to_have_count(0)

    choose(page, "before")

    expect(row.locator(".was")).to_be_visible()
    expect(row.locator(".now")).to_be_hidden()
