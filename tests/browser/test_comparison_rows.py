"""The rows of a comparison: where a link to one ends, how each is copied and touched, what marks it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.comparing import CLIPBOARD, MOVED


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("anchor", ["IX.S.1", "IX.S.heading", "was-IX.Q.1"])
def test_a_link_leads_to_its_row_below_the_switch(visit, width, anchor):
    page = visit(f"{MOVED}#{anchor}", width=width).page
    row = page.locator(f"[id='{anchor}']")
    expect(row).to_be_in_viewport()
    edge = page.locator(".views").bounding_box()

    assert 0 <= row.bounding_box()["y"] - edge["y"] - edge["height"] <= 40
    assert row.locator(".self").get_attribute("href") == f"#{anchor}"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_link_to_a_row_ends_below_the_switch_whole_from_its_first_line(visit, width):
    """Also where the switch wraps, and where it says how many rows are hidden."""
    page = visit(MOVED, width=width, height=740).page
    under = page.evaluate(
        """async () => {
          const [bar, hidden] = [document.querySelector('.views'), []];
          const rows = [...document.querySelectorAll('.row')];
          const ids = rows.flatMap((row) => [row, ...row.querySelectorAll('h2')]).map((each) => each.id);
          for (const id of ids) {
            location.hash = '#' + id;
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const [edge, place] = [bar.getBoundingClientRect().bottom, document.getElementById(id).getBoundingClientRect().top];
            const last = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
            if (place < edge - 1 || (place > edge + 90 && !last)) hidden.push([id, Math.round(place - edge)]);
          }
          return [ids.length, hidden];
        }"""
    )

    assert under[0] > 100
    assert under[1] == []


def test_what_did_not_change_says_its_number_only_until_it_is_pointed_at_or_tapped(visit):
    page = visit(MOVED, width=1280, height=800).page
    row = page.locator(".row.unchanged", has=page.locator(".cite ~ .cite")).first
    told = row.locator(".what a, .what button")
    sizes = "all => all.map((each) => each.getBoundingClientRect().width > 2)"
    quiet = told.evaluate_all(sizes)
    row.hover()
    pointed = told.evaluate_all(sizes)
    page.mouse.move(0, 0)
    row.locator(".copy").focus()
    focused = told.evaluate_all(sizes)
    page.locator("input[name=view]").first.focus()
    row.locator(".now").click()
    page.mouse.move(0, 0)

    assert quiet.count(True) == 1
    assert all(pointed)
    assert all(focused)
    assert all(told.evaluate_all(sizes))
    assert all(page.locator(".row.reworded").first.locator(".what a").evaluate_all(sizes))


def test_forced_colors_mark_the_row_that_is_linked_the_view_that_is_chosen_and_what_changed(visit):
    page = visit(f"{MOVED}#IX.S.1", width=1280, height=800, forced_colors="active").page
    seen = page.evaluate(
        """() => {
          const rows = [...document.querySelectorAll('.row')];
          const ground = getComputedStyle(document.body).backgroundColor;
          const kinds = rows.map((row) => [row.matches('.unchanged'), getComputedStyle(row).borderLeftColor !== ground]);
          const views = [...document.querySelectorAll('.views fieldset span')];
          return {
            lined: rows.filter((row) => getComputedStyle(row).outlineStyle === 'solid').map((row) => row.id),
            grounds: views.map((each) => getComputedStyle(each).backgroundColor),
            wrong: kinds.filter(([same, marked]) => same === marked).length,
            rows: kinds.length,
          };
        }"""
    )

    assert seen["rows"] > 50
    assert seen["wrong"] == 0
    assert seen["lined"] == ["IX.S.1"]
    assert seen["grounds"][0] not in seen["grounds"][1:]


def test_a_link_to_a_row_that_the_view_hides_shows_it(visit):
    page = visit(MOVED).page
    page.get_by_label("Changed only").click()
    page.evaluate("location.hash = '#IX.B.1'")

    expect(page.locator("[id='IX.B.1']")).to_be_in_viewport()
    expect(page.get_by_label("Changed only")).not_to_be_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_of_a_row_copies_its_address(visit, host, width):
    page = visit(MOVED, width=width, **CLIPBOARD).page
    page.locator("[id='IX.S.1'] .copy").click()

    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{MOVED}#IX.S.1"


def test_where_copying_is_refused_the_address_is_shown(visit, host):
    page = visit(MOVED).page
    page.evaluate(
        """() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false; }"""
    )
    page.locator("[id='IX.S.1'] .copy").click()

    expect(page.get_by_role("status")).to_have_text(f"Copy this link: {host}/{MOVED}#IX.S.1")


def test_a_finger_finds_the_controls_of_a_row(visit):
    page = visit(MOVED, has_touch=True).page
    heights = page.evaluate(
        """() => [...document.querySelectorAll('.what a, .copy, .views label')].map((each) => each.getBoundingClientRect())
          .filter((box) => box.width > 1).map((box) => box.height)"""
    )

    assert len(heights) > 150
    assert min(heights) >= 44
