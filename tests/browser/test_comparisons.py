"""Comparisons in the browser: columns, views that keep the place, links to rows, copying, filters; without JavaScript too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems
from tests.browser.test_layout import WIDEST

HOME = "compare/national-1964/national-1966/"
ARTICLE = f"{HOME}article-vi/"
MOVED = f"{HOME}article-ix/"
REPRINT = "compare/national-2010/appendix-a/"
PAGES = ["compare/", HOME, ARTICLE, MOVED, f"{HOME}article-xii/", f"{HOME}supplement/seniority/", f"{HOME}numbers/"]
ITEM = "compare/local/item-15/"
PAGES += ["compare/local/", ITEM, "compare/local/item-18/", REPRINT, f"{REPRINT}article-8/", f"{REPRINT}numbers/"]
WORDS = "[id='VI.E.1']"
"""A row in which “postmaster” became “installation head”."""
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
TOP = """() => {
  const edge = document.querySelector('.views').getBoundingClientRect().bottom;
  const rows = [...document.querySelectorAll('.row')].filter((each) => each.getClientRects().length);
  const row = rows.find((each) => each.getBoundingClientRect().bottom > edge + 24);
  return [row.id, Math.round(row.getBoundingClientRect().top - edge)];
}"""


def choose(page, view):
    page.locator(f"input[name=view][value={view}]").click()


def scrolled_to(page, row):
    page.locator(f"[id='{row}']").evaluate("it => it.scrollIntoView({behavior: 'instant'})")
    page.wait_for_timeout(150)  # the script looks at the place once a frame
    return page.evaluate(TOP)


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


def test_without_javascript_every_change_is_listed_by_article_with_a_link(visit):
    page = visit(HOME, java_script_enabled=False).page
    expect(page.locator(".filter")).to_have_count(0)
    listed = page.locator("#in-article-ix li")
    page.locator("#in-article-ix summary").click()

    expect(listed.first).to_be_visible()
    assert listed.count() == visit(MOVED).page.locator(".row:not(.unchanged)").count()

    listed.locator("a").first.click()

    expect(page).to_have_url(re.compile(rf"/{MOVED}#"))


@pytest.mark.parametrize("width", [390, 1280])
def test_filters_leave_the_changes_of_an_article_and_a_kind(visit, width):
    page = visit(HOME, width=width).page
    page.get_by_role("combobox", name="Article").select_option(label="Article IX. Grievance Procedure")
    page.get_by_role("combobox", name="Kind of change").select_option(label="Removed")
    shown = page.locator(".changes li").filter(visible=True)
    gone = visit(MOVED).page.locator(".row.removed").count()

    expect(shown).to_have_count(gone)
    assert all("Not in 1966" in text for text in shown.all_inner_texts())
    expect(page.locator(".filter [role=status]")).to_have_text(f"{gone} changes shown")
    expect(page).to_have_url(re.compile(r"\?article=in-article-ix&kind=removed$"))

    page.reload()
    expect(shown).to_have_count(gone)
    page.get_by_role("button", name="Show all").click()

    expect(page.locator(".changes").filter(visible=True)).to_have_count(page.locator(".changes").count())
    expect(page).to_have_url(re.compile(rf"/{HOME}$"))


def test_the_numbers_of_the_home_are_those_of_the_pages(visit):
    page = visit(HOME).page
    totals = [int(each.replace(",", "")) for each in page.locator(".totals b").all_inner_texts()]
    names = page.locator(".totals li > span").all_inner_texts()
    told = page.locator(".by-article li > span > span").evaluate_all(
        "all => all.map((each) => [each.firstChild.textContent.trim(), Number(each.querySelector('b').textContent)])"
    )

    assert sum(totals) > 1000
    assert [sum(count for kind, count in told if kind == name) for name in names] == totals


def test_a_provision_says_what_became_of_it_and_leads_to_the_row(visit):
    page = visit("national-1966/article-xii/").page
    page.locator("[id='XII.B.3'] + .beside > summary").click()
    line = page.locator("[id='XII.B.3'] + .beside .twin a").first
    expect(line).to_have_text("Moved from XII.A.3 and reworded")
    line.click()

    expect(page.locator("[id='XII.B.3']")).to_be_in_viewport()
    page.locator("[id='XII.B.3'] .cite", has_text="1964 XII.A.3").click()
    expect(page).to_have_url(re.compile(r"/national-1964/article-xii/#XII\.A\.3$"))


def test_an_article_leads_to_its_comparison_and_the_comparison_to_the_list(visit):
    page = visit("national-1964/article-vi/").page
    page.get_by_text("History", exact=True).first.click()
    page.get_by_role("link", name="Compare this with the 1966 National Agreement").click()
    expect(page).to_have_url(re.compile(rf"/{ARTICLE}$"))
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Comparisons").click()
    expect(page).to_have_url(re.compile(r"/compare/$"))
    page.locator("main .agreements a").first.click()

    expect(page).to_have_url(re.compile(rf"/{HOME}$"))


def test_the_drawer_of_a_comparison_lists_its_articles(visit):
    page = visit(ARTICLE, has_touch=True).page
    page.locator("header label[for=__drawer]").tap()
    page.get_by_role("navigation", name="Comparisons").get_by_role("link", name="Article IX. Grievance Procedure").tap()

    expect(page).to_have_url(re.compile(rf"/{MOVED}$"))


@pytest.mark.parametrize("path", ["", "national-1966/article-vi/"])
def test_other_pages_do_not_load_what_comparisons_need(visit, path):
    seen = visit(path)

    assert not [url for url in seen.requests if "/assets/compare/" in url]


@pytest.mark.parametrize("width", [390, 1280])
def test_an_item_shows_the_national_words_each_local_one_and_the_forerunner_each_at_an_address(visit, host, width):
    page = visit(f"{ITEM}#national-1966.XIII.C.3", width=width, **CLIPBOARD).page
    rows = page.locator(".row.item")

    assert rows.evaluate_all("all => all.map((each) => each.id)") == [
        "national-2010", "lmou-des-moines-bmc-2006", "national-1966.XIII.C.3",
    ]  # fmt: skip
    expect(rows.nth(2)).to_be_in_viewport()
    rows.nth(1).locator(".copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{ITEM}#lmou-des-moines-bmc-2006"

    rows.nth(1).get_by_role("link", name="In its place").click()
    expect(page).to_have_url(re.compile(r"/lmou-des-moines-bmc-2006/item-15/#15$"))
    page.locator(".implements > summary").click()
    page.get_by_role("link", name="item 15", exact=True).click()
    expect(page).to_have_url(re.compile(rf"/{ITEM}$"))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_reprint_stands_beside_its_article_and_nothing_of_it_is_called_removed(visit, host, width):
    page = visit(f"{REPRINT}article-8/#8.2.C", width=width, **CLIPBOARD).page
    gone, kept = page.locator("[id='8.2.C']"), page.locator("[id='8.2.A']")

    expect(gone).to_be_in_viewport()
    expect(gone.locator(".self")).to_have_text("Not reprinted in Appendix A")
    assert gone.locator(".was").evaluate("it => getComputedStyle(it).textDecorationLine") == "none"
    assert gone.locator("del").count() == 0
    expect(page.locator("article")).to_contain_text("Words that Appendix A leaves out of an article do not apply to PSEs")

    gone.locator(".copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{REPRINT}article-8/#8.2.C"

    choose(page, "after")
    expect(gone).to_be_hidden()
    expect(kept.locator(".now")).to_be_visible()

    choose(page, "marked")
    page.get_by_label("Differences only").click()
    expect(kept).to_be_hidden()
    expect(page.locator(".hiding")).to_contain_text("with the same words, are hidden.")


@pytest.mark.parametrize("path", PAGES)
def test_comparisons_do_not_scroll_sideways(visit, path):
    page = visit(path, device_scale_factor=2).page
    beyond = {}
    for width, height in ((360, 780), (390, 844), (640, 400), (960, 700), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        beyond[width] = {edge: pixels for edge, pixels in page.evaluate(WIDEST).items() if round(pixels)}

    assert beyond == {360: {}, 390: {}, 640: {}, 960: {}, 1280: {}}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "colors"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_wrong_with_comparisons(visit, path, width, colors):
    seen = visit(path, width=width, color_scheme=colors)

    assert problems(seen.page) == []
    assert seen.complaints == []
