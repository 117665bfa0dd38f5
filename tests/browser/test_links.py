"""Addresses in the browser: every provision shows its own, and a link leads to it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

LABELLED = ["national-2010/article-12/", "national-2010/article-15/", "national-2010/memo/clerk-craft-jobs/"]
DEEP_LINKS = [
    pytest.param("national-2010/article-8/", "8.9", "[id='8.9']", id="a section"),
    pytest.param("national-2010/article-12/", "12.5.C.5.b.6", "[id='12.5.C.5.b.6']", id="a paragraph"),
    pytest.param("national-2010/article-15/", "15.2.step-2.d", "[id='15.2.step-2.d']", id="a paragraph of a step"),
    pytest.param("national-2010/article-9/", "table-1.1", "[id='table-1.1'] > figcaption", id="a table"),
    pytest.param("national-2010/article-39/", "39.2.A.11.a", "[id='39.2.A.11.a']", id="a label without words"),
    pytest.param("national-2010/article-12/", "page-49", "[id='page-49']", id="a printed page"),
]

# A finger is no arrow: 24 by 24 pixels around the middle of a label must all lead to it.
TAPS = """() => {
  const labels = [...document.querySelectorAll('article .label')];
  const misses = [];
  for (const label of labels) {
    label.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = label.getClientRects()[0];
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (const [dx, dy] of [[-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5]])
      if (document.elementFromPoint(x + dx, y + dy)?.closest('a') !== label) misses.push(`${label.hash} ${dx} ${dy}`);
  }
  return [labels.length, misses];
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("path", "anchor", "marked"), DEEP_LINKS)
def test_a_deep_link_shows_its_target_below_the_header_and_highlights_it(visit, path, anchor, marked, width):
    page = visit(f"{path}#{anchor}", width=width, height=800).page
    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()
    top, bottom = target.evaluate("it => [it.getBoundingClientRect().top, it.getBoundingClientRect().bottom]")
    header = page.locator("header.md-header").evaluate("it => it.getBoundingClientRect().bottom")
    color = "it => getComputedStyle(it).backgroundColor"
    linked = page.locator(marked).evaluate(color)
    page.evaluate("location.hash = ''")
    plain = page.locator(marked).evaluate(color)

    assert header <= top < 800 * 0.6
    assert bottom > top
    assert linked != plain


@pytest.mark.parametrize("path", LABELLED)
def test_every_labelled_provision_shows_its_label_as_a_link_to_itself(visit, provisions, path):
    """The labels and their addresses are those of the data; nothing has to be hovered over."""
    page = visit(path).page
    shown = page.evaluate(
        """() => [...document.querySelectorAll('article [id] > .label')].filter((each) => each.checkVisibility())
          .map((each) => [each.parentElement.id, each.getAttribute('href'), each.textContent])"""
    )
    page_id = path.removeprefix("national-2010/").strip("/")
    expected = [[each["id"], f"#{each['id']}", each["label"]] for each in provisions[page_id] if each["label"]]

    assert len(expected) > 3
    assert [label for label in shown if not label[0].startswith("table")] == expected


@pytest.mark.parametrize("path", [*LABELLED, "national-2010/article-9/", "lmou-des-moines-bmc-2006/item-14/"])
def test_a_label_can_be_hit_with_a_finger(visit, path):
    labels, misses = visit(path, has_touch=True).page.evaluate(TAPS)

    assert labels
    assert misses == []


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        ("national-2010/article-12/", "12.5.C.5.b.6"),
        ("national-2010/article-8/", "8.5"),
        ("national-2010/article-8/", "8"),
        ("national-2010/memo/clerk-craft-jobs/", "1"),
        ("lmou-des-moines-bmc-2006/item-14/", "14.C.1"),
    ],
)
def test_tapping_a_label_puts_its_citation_into_the_address(visit, path, anchor):
    page = visit(path, has_touch=True).page
    page.locator(f"[id='{anchor}'] > .label").tap()

    assert page.evaluate("location.hash") == f"#{quote(anchor)}"


def test_a_table_shows_its_own_address(visit):
    page = visit("national-2010/article-9/", has_touch=True).page
    page.locator("[id='table-1.1'] .label").tap()

    assert page.evaluate("location.hash") == "#table-1.1"
