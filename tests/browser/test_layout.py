"""What stands where: nothing wider than the screen, text that stays readable, tables that scroll by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

# The leftmost and rightmost edge of anything that a reader can see, without what scrolls inside a table's frame.
WIDEST = """() => {
  const shown = [...document.querySelectorAll('main *, footer *')].filter(
    (each) => !each.closest('.frame, .md-sidebar') && each.checkVisibility({ visibilityProperty: true }));
  const edges = shown.map((each) => each.getBoundingClientRect()).filter((box) => box.width);
  return {
    page: document.documentElement.scrollWidth - innerWidth,
    right: Math.max(0, ...edges.map((box) => box.right - innerWidth)),
    left: Math.max(0, ...edges.map((box) => -box.left)),
  };
}"""


def test_a_page_does_not_scroll_sideways(visit, path):
    """Also not at a zoom of 200 percent, which makes a window of 1280 pixels one of 640."""
    page = visit(path, device_scale_factor=2).page
    beyond = {}
    for width, height in ((360, 780), (390, 844), (640, 400), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        beyond[width] = {edge: pixels for edge, pixels in page.evaluate(WIDEST).items() if round(pixels)}

    assert beyond == {360: {}, 390: {}, 640: {}, 1280: {}}


EVERY_TABLE = """() => [...document.querySelectorAll('article table')].flatMap((table) => {
  const frame = table.closest('.frame') || table.parentElement;
  if (['auto', 'scroll'].includes(getComputedStyle(frame).overflowX)) return [];
  const edge = frame.getBoundingClientRect().right;
  const cells = [...table.querySelectorAll('th, td')];
  return cells.filter((cell) => cell.getBoundingClientRect().right > edge + 1).map((cell) => cell.textContent);
})"""


CARDS = """() => [...document.querySelectorAll('.cards tbody td:not(:first-child)')].filter(
  (cell) => cell.textContent && getComputedStyle(cell, '::before').content === 'none').length"""


def pages_with_tables(site: Path) -> list[str]:
    """One page of each kind that has a table: kinds differ in what is before the last piece of their address."""
    kinds = {}
    for path in sorted(site.rglob("index.html")):
        if "<table" in path.read_text(encoding="utf-8"):
            address = path.parent.relative_to(site)
            kinds.setdefault((address.parts[0], len(address.parts), address.parts[-1][:4]), f"{address.as_posix()}/")
    return sorted(kinds.values())


def test_no_cell_stands_beyond_its_frame_and_no_table_widens_its_page(visit, site):
    """At every width at which the layout changes: what does not scroll by itself is seen whole."""
    pages = pages_with_tables(site)
    beyond = {}
    for address in pages:
        page = visit(address).page
        for width in (320, 360, 390, 768, 1024, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            cells, wider = page.evaluate(EVERY_TABLE), page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if cells or wider > 0:
                beyond[address, width] = (len(cells), wider)

    assert any(address.startswith("editors/") for address in pages)
    assert beyond == {}


def test_a_list_of_memoranda_is_cards_on_a_phone_and_a_table_with_fixed_shares_on_a_wide_screen(visit):
    page = visit("national-2010/memoranda/", width=320).page
    named = page.evaluate(CARDS)
    page.set_viewport_size({"width": 1280, "height": 800})
    shares = page.locator(".cards thead th").evaluate_all(
        "all => all.map((each) => Math.round(each.getBoundingClientRect().width))"
    )

    assert named == 0, "every cell of a card has the name of its column"
    assert page.evaluate(CARDS) > 100, "below a heading no cell needs it"
    assert [round(100 * share / sum(shares)) for share in shares] == [36, 22, 9, 15, 18]


def test_the_articles_that_a_memorandum_cites_stand_in_their_order(visit):
    page = visit("national-2010/memoranda/").page
    rows = page.locator(".cards td[data-name='Articles it cites']").evaluate_all(
        "all => all.map((cell) => [...cell.querySelectorAll('a')].map((each) => Number(each.textContent)))"
    )

    assert max(map(len, rows)) > 20
    assert rows == [sorted(row) for row in rows]


def test_a_frame_that_scrolls_on_is_shaded_at_its_edge_until_its_end(visit):
    page = visit("national-2010/article-9/#table-4.1", width=360, height=640).page
    frame = page.locator("[id='table-4.1'] .frame")
    shaded = "it => getComputedStyle(it).maskImage !== 'none'"
    before = frame.evaluate(shaded)
    frame.evaluate("it => it.scrollTo(it.scrollWidth, 0)")
    page.wait_for_timeout(150)

    assert before
    assert not frame.evaluate(shaded)
    page.set_viewport_size({"width": 1920, "height": 800})
    assert page.locator(".frame").evaluate_all(
        f"all => all.every((it) => ({shaded})(it) === it.scrollWidth > it.clientWidth + 2)"
    )


def test_what_stands_deepest_is_told_from_what_it_stands_in(visit):
    """Set in further on wide screens; on phones, where room is short, with a thin rule."""
    wide = visit("national-2010/article-12/", width=1280).page
    indents = [
        wide.locator(f"p.{depth}:not(.empty)").first.evaluate("(it) => parseFloat(getComputedStyle(it).paddingLeft)")
        for depth in ("d4", "d5")
    ]
    phone = visit("national-2010/article-12/", width=360).page
    rules = [
        phone.locator(f"p.{depth}:not(.empty)").first.evaluate("(it) => getComputedStyle(it).backgroundImage")
        for depth in ("d4", "d5")
    ]

    assert indents[0] < indents[1]
    assert rules[0] == "none"
    assert "linear-gradient" in rules[1]


def test_indents_grow_with_depth_and_leave_room_for_the_words_on_a_narrow_phone(visit):
    page = visit("national-2010/article-12/", width=360, height=780).page
    columns = page.evaluate(
        """() => Object.fromEntries(['d1', 'd2', 'd3', 'd4', 'd5'].map((depth) => [
          depth, [...document.querySelectorAll(`p.${depth}:not(.empty)`)].map((each) => {
            const style = getComputedStyle(each), indent = parseFloat(style.paddingLeft);
            return [indent, each.clientWidth - indent - parseFloat(style.paddingRight), parseFloat(style.textIndent)];
          })]))"""
    )
    indents = [columns[depth][0][0] for depth in ("d1", "d2", "d3", "d4")]
    rooms = [room for depth in columns.values() for _, room, _ in depth]
    hanging = [first for _, _, first in columns["d5"] if first]

    assert columns["d5"], "Article 12 has provisions at the fifth level"
    assert indents == sorted(set(indents))
    assert min(rooms) >= 200
    assert max(hanging) < 0


def test_labels_of_one_depth_stand_under_one_another(visit):
    """Also where the mark of a printed page stands before the label."""
    page = visit("national-2010/article-8/").page
    starts = page.evaluate(
        """() => [...document.querySelectorAll('p.d1 > .label')].map(
          (each) => [each.previousElementSibling !== null, Math.round(each.getBoundingClientRect().left)])"""
    )

    assert any(marked for marked, _ in starts), "Article 8 has a label with a mark before it"
    assert len({left for _, left in starts}) == 1


def test_a_wide_table_scrolls_in_its_frame_and_keeps_its_first_column_and_header_in_view(visit):
    page = visit("national-2010/article-9/#table-4.1", width=360, height=640).page
    frame = page.locator("[id='table-4.1'] .frame")
    frame.scroll_into_view_if_needed()
    room = frame.evaluate("it => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]")
    frame.evaluate("it => it.scrollTo(150, 120)")
    seen = frame.evaluate(
        """it => {
          const [box, names] = [it.getBoundingClientRect(), [...it.querySelectorAll('th')]];
          const rows = [...it.querySelectorAll('tbody tr')].map((row) => row.cells[0]);
          const [x, y] = [box.left + it.clientLeft, box.top + it.clientTop];
          const row = rows.find((cell) => cell.getBoundingClientRect().top > y + 80);
          const at = (cell, dx) => {
            const there = cell.getBoundingClientRect();
            return document.elementFromPoint(there.left + dx, there.top + there.height / 2) === cell;
          };
          return {
            scrolled: [it.scrollLeft, it.scrollTop],
            header: names.map((cell) => Math.round(cell.getBoundingClientRect().top - y)),
            first: rows.map((cell) => Math.round(cell.getBoundingClientRect().left - x)),
            corner: Math.round(names[0].getBoundingClientRect().left - x),
            'not covered': [at(row, 5), at(names[0], 5)],
            page: scrollX,
          };
        }"""
    )

    assert min(room) >= 120, "the table is wider and higher than its frame"
    assert seen["scrolled"] == [150, 120]
    assert set(seen["header"]) == set(seen["first"]) == {0}
    assert (seen["corner"], seen["not covered"], seen["page"]) == (0, [True, True], 0)


@pytest.mark.parametrize(
    "path",
    [
        "national-2010/article-9/",
        "national-2010/article-17/",
        "national-2010/appendices/",
        "national-2010/memo/tentative-agreement/",
    ],
)
def test_the_first_column_leaves_room_for_another_on_a_phone(visit, path):
    """A column that stays in view and fills the frame would hide all the others."""
    page = visit(path, width=360, height=780).page
    rooms = page.evaluate(
        """() => [...document.querySelectorAll('.frame')].map((frame) => {
          const first = frame.querySelector('th, td').getBoundingClientRect().width;
          return Math.round(frame.clientWidth - first);
        })"""
    )

    assert rooms
    assert min(rooms) >= 60


@pytest.mark.parametrize(
    "path", ["national-2010/appendix-a/", "national-2010/article-8/", "national-2010/memo/clerk-craft-jobs/"]
)
def test_words_are_shown_in_the_case_printed(visit, path):
    changed = visit(path).page.evaluate(
        """() => [...document.querySelectorAll('article *')].filter((each) => {
          const style = getComputedStyle(each);
          return style.textTransform !== 'none' || style.fontVariantCaps !== 'normal';
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )

    assert changed == []


@pytest.mark.parametrize("path", ["national-2010/article-9/", "national-1966/corrections/"])
def test_figures_of_a_table_stand_under_one_another(visit, path):
    kinds = (
        visit(path)
        .page.locator("article td")
        .evaluate_all("all => [...new Set(all.map((each) => getComputedStyle(each).fontVariantNumeric))]")
    )

    assert kinds == ["lining-nums tabular-nums"]


@pytest.mark.agreements("national-2010")
@pytest.mark.parametrize("width", [390])
def test_a_table_in_a_fold_is_shaded_where_it_goes_on_once_the_fold_is_open(visit, width):
    page = visit("national-2010/corrections/").page
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    page.wait_for_timeout(200)
    frames = page.locator("article .frame").evaluate_all(
        "all => all.map((each) => [each.scrollWidth - each.clientWidth > 2, each.classList.contains('more')])"
    )

    assert any(wide for wide, _ in frames)
    assert [each for each in frames if each[0] is not each[1]] == []
