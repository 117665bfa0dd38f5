"""What lies beside the words of a page: closed rows, a switch that takes them away, the row above the words, labels, hints."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems

ARTICLE = "national-2010/article-8/"
EXPLAINED = "national-1966/article-xii/"
READING = (ARTICLE, EXPLAINED, "national-2010/memo/clerk-craft-jobs/", "national-2010/appendix-a/")
FIRST_WORDS = """() => {
  const title = document.querySelector('article h1');
  const words = [...title.parentElement.children].filter((each) => each.matches('h2, h3, h4, h5, h6, p, figure')
    && !each.matches('.mark-line, [data-search-exclude]') && each.checkVisibility());
  return words.find((each) => title.compareDocumentPosition(each) & 4).getBoundingClientRect().top;
}"""


def row_of(page, anchor):
    """The row that stands first below a provision's own words."""
    return page.locator(f"[id='{anchor}'] ~ .beside").first


@pytest.mark.parametrize("javascript", [True, False])
def test_what_lies_beside_a_provision_is_one_row_that_a_tap_opens(visit, javascript):
    page = visit(ARTICLE, java_script_enabled=javascript, has_touch=True).page
    row = row_of(page, "8.2.A")

    assert row.evaluate("it => it.previousElementSibling.id") == "8.2.A"
    expect(row.locator("summary")).to_have_text("PSE · 1966 · 1 cites it")
    expect(row.get_by_text("Applies to Postal Support Employees")).to_be_hidden()

    row.locator("summary").tap()

    for words in (
        "Applies to Postal Support Employees",
        "Reprinted for PSEs in Appendix A: same words",
        "PSEs will be scheduled in accordance with",
    ):
        expect(row).to_contain_text(words)
        expect(row.get_by_text(words).first).to_be_visible()


@pytest.mark.parametrize("path", READING)
def test_no_provision_has_more_than_one_row_and_nothing_else_stands_between_the_words(visit, path):
    known = (
        "h2, h3, h4, h5, h6, p:not([data-search-exclude]), figure, ul, .beside, .tools, .pager, .status, .doubts, .memo-facts"
    )
    doubled, other = visit(path).page.evaluate(
        """(known) => [
          [...document.querySelectorAll('article > .beside + .beside')].length,
          [...document.querySelectorAll('article > h1 ~ *')].filter((each) => !each.matches(known))
            .map((each) => each.outerHTML.slice(0, 80)),
        ]""",
        known,
    )

    assert (doubled, other) == (0, [])


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_row_begins_where_the_words_above_it_begin(visit, width):
    page = visit(EXPLAINED, width=width).page
    apart = page.evaluate(
        """() => [...document.querySelectorAll('article > .beside')].map((row) => {
          const words = row.previousElementSibling;
          if (words.matches('.empty, figure, .li, .entry')) return 0;
          const style = getComputedStyle(words);
          return row.getBoundingClientRect().left - words.getBoundingClientRect().left - parseFloat(style.paddingLeft);
        })"""
    )

    assert len(apart) > 90
    assert max(map(abs, apart)) < 1.5


def test_what_is_not_there_is_said_where_texts_are_compared_only(visit, site):
    said = visit(ARTICLE).page.locator("article").inner_html()

    assert "Not reprinted" not in said
    assert "Not reprinted in Appendix A" in (site / "compare/national-2010/appendix-a/article-8/index.html").read_text("utf-8")


def test_a_memorandum_stands_at_the_section_that_it_touches(visit):
    row = row_of(visit(ARTICLE).page, "8.4.G")
    row.locator("summary").click()

    expect(row.locator("summary")).to_contain_text("1 memorandum")
    expect(row.locator("li", has_text="Appendix A, 3.F")).to_contain_text("(makes an exception to it)")


def test_a_list_of_memoranda_lists_an_article_and_does_not_cite_it(visit):
    row = visit(ARTICLE).page.locator(".tools > .beside")
    row.locator("summary").click()

    expect(row.locator("summary")).to_have_text("1 cites it")
    expect(row).to_contain_text("Listed in Appendices and Continuing Memorandums")


def test_explanations_are_notes_and_no_landmarks(visit):
    page = visit(EXPLAINED).page

    assert page.locator("article [role=note]").count() > 40
    assert page.locator("article").get_by_role("complementary").count() == 0


def test_notes_are_taken_away_and_stay_away_on_this_device(browser, host):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{host}/{ARTICLE}")
    switch, row = page.get_by_role("button", name="Notes"), row_of(page, "8.2.A")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(row).to_be_visible()
    switch.click()
    expect(row).to_be_hidden()
    page.goto(f"{host}/{EXPLAINED}")
    expect(page.locator("article > .beside").first).to_be_hidden()
    expect(page.locator(".tools")).to_be_visible()
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(page.locator("article > .beside").first).to_be_visible()
    page.reload()
    expect(page.locator("article > .beside").first).to_be_visible()
    context.close()


def test_without_javascript_no_switch_is_shown_that_does_nothing(visit):
    expect(visit(ARTICLE, java_script_enabled=False).page.locator(".cr-notes")).to_be_hidden()


def test_a_larger_text_is_chosen_and_remembered_and_nothing_is_lost(browser, host):
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{host}/{ARTICLE}")
    words = page.locator("article p.d1").first
    size = "it => parseFloat(getComputedStyle(it).fontSize)"
    plain, button = words.evaluate(size), page.get_by_role("button", name=re.compile("Text size"))
    sizes = []
    for _ in range(3):
        button.click()
        sizes.append(words.evaluate(size) / plain)
    assert sizes == pytest.approx([1.25, 1.5, 2])
    page.reload()
    expect(button).to_have_accessible_name("Text size: 200 percent")
    assert words.evaluate(size) == pytest.approx(2 * plain)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    button.click()
    page.reload()
    assert words.evaluate(size) == plain
    context.close()


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll('main *, header *')].filter((each) => {
  const style = getComputedStyle(each);
  if (!each.checkVisibility() || !each.textContent.trim()) return false;
  if (each.closest('.frame, .md-sidebar, .md-header__title')) return false;
  const hidden = [style.overflowX, style.overflowY].some((value) => ['hidden', 'clip'].includes(value));
  const over = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
  const cut = hidden && over && style.clipPath === 'none';
  const box = each.getBoundingClientRect();
  return cut || box.right > innerWidth + 1 || box.left < -1;
}).map((each) => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [*READING, "national-2010/article-9/"])
def test_text_of_twice_the_size_and_with_more_space_is_not_cut(visit, path, width):
    """WCAG 1.4.4 and 1.4.12; with the rows open."""
    page = visit(path, width=width).page
    page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate(CUT) == []
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", [ARTICLE, "national-2010/article-37/", "national-2010/article-13/"])
def test_the_words_of_an_article_begin_in_the_first_screen_of_a_phone(visit, path):
    assert visit(path, width=360, height=740).page.evaluate(FIRST_WORDS) <= 330


def test_so_do_those_of_every_local_item_however_long_its_title_is(visit, site):
    items = [path.parent.name for path in sorted((site / "lmou-des-moines-bmc-2006").glob("item-*/index.html"))]
    tops = {
        item: visit(f"lmou-des-moines-bmc-2006/{item}/", width=360, height=740).page.evaluate(FIRST_WORDS) for item in items
    }

    assert len(items) == 22
    assert {item: top for item, top in tops.items() if top > 330} == {}


def test_so_do_those_of_the_longest_memorandum_and_of_that_with_the_longest_title(visit, provisions):
    memoranda = {page: rows for page, rows in provisions.items() if page.startswith("memo/")}
    longest = max(memoranda, key=lambda page: sum(len(row["text"]) for row in memoranda[page]))
    titled = max(memoranda, key=len)

    assert len(memoranda) > 40
    for page in (longest, titled):
        assert visit(f"national-2010/{page}/", width=360, height=740).page.evaluate(FIRST_WORDS) <= 330, page


def test_levels_are_told_apart_on_a_narrow_phone(visit):
    """By where they begin or, from the fifth on, by a thin rule beside them."""
    page = visit("national-2010/article-12/", width=360).page
    looks = page.evaluate(
        """() => Object.fromEntries([1, 2, 3, 4, 5, 6].flatMap((depth) => {
          const found = document.querySelector(`p.d${depth}:not(.empty) > .label`);
          if (!found) return [];
          const left = Math.round(found.getBoundingClientRect().left);
          return [[depth, [left, getComputedStyle(found.parentElement).backgroundImage]]];
        }))"""
    )

    assert len(looks) >= 5
    assert len({tuple(look) for look in looks.values()}) == len(looks)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_label_is_44_pixels_to_the_touch_and_covers_no_words(visit, width):
    page = visit(ARTICLE, width=width).page
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('article p:not(.empty) > .label')].map((label) => {
          const touched = getComputedStyle(label, '::before'), words = label.parentElement.getBoundingClientRect();
          const text = words.left + parseFloat(getComputedStyle(label.parentElement).paddingLeft);
          const right = label.getBoundingClientRect().right - parseFloat(touched.right);
          return [parseFloat(touched.width), parseFloat(touched.height), right - text];
        })"""
    )

    assert len(sizes) > 20
    assert min(min(wide, high) for wide, high, _ in sizes) >= 44
    assert max(over for _, _, over in sizes) < 1


def test_a_label_says_what_it_does(visit):
    page = visit(ARTICLE).page
    label = page.get_by_role("link", name="Article 8.5.G: copy, cite, print", exact=True)

    expect(label).to_have_attribute("aria-haspopup", "dialog")
    expect(page.get_by_role("heading", name="Section 5. Overtime Assignments", exact=True)).to_be_visible()
    label.click()
    expect(page.get_by_role("dialog", name="Article 8, Section 5.G")).to_be_visible()


def test_who_comes_first_is_told_once_what_a_number_is_for_and_nothing_moves(browser, host):
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries()))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page = context.new_page()
    page.goto(f"{host}/{ARTICLE}")
    hint = page.get_by_role("status").filter(has_text="Tap a number or letter, such as A.")
    expect(hint).to_be_visible()
    assert problems(page) == []
    hint.get_by_role("button", name="OK").click()
    expect(hint).to_have_count(0)
    assert page.evaluate("shifts.length") == 0
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".cr-hint")).to_have_count(0)
    context.close()


def test_the_number_that_a_hint_names_is_that_of_a_provision_and_not_of_a_table(browser, host):
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{host}/national-2010/article-9/")

    expect(page.locator(".cr-hint")).to_contain_text(re.compile(r"such as [A-Z0-9]+\.?, to copy"))
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_menu_keeps_the_name_of_the_agreement_in_view(visit, width):
    page = visit("national-2010/memo/clerk-craft-jobs/", width=width, height=740, reduced_motion="reduce").page
    if width == 390:
        page.locator("header label[for=__drawer]").click()
    expect(page.locator(".cr-nav [aria-current]")).to_be_in_viewport(ratio=1)
    expect(page.locator(".cr-nav .current > a").first).to_be_in_viewport(ratio=1)
