"""A linked provision stands below what leads in to it, clear of the header, whatever its depth."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems

DEEP = "national-2010/article-12/#12.5.C.5.b.6"


def shown_at(page, anchor):
    """The bottom of the header, and the top of the box and of the provision."""
    expect(page.locator(".lead-in")).to_be_visible()
    page.wait_for_function("document.readyState === 'complete'")
    return page.evaluate(
        """(anchor) => ['.md-header', '.lead-in', `[id='${anchor}']`].map((each, at) => {
          const box = document.querySelector(each).getBoundingClientRect();
          return at ? box.top : box.bottom;
        })""",
        anchor,
    )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("path", "links", "words"),
    [
        pytest.param(
            DEEP,
            ["#12", "#12.5", "#12.5.C", "#12.5.C.5", "#12.5.C.5.b"],
            ["Reassignments", "the following specific provisions are applicable:", "within the installation:"],
            id="five deep",
        ),
        pytest.param("national-1966/article-vi/#VI.B.3", ["#VI", "#VI.B"], ["Labor-Management Meetings"], id="1966"),
        pytest.param(
            "national-2010/article-3/#3.B", ["#3"], ["The Employer shall have the exclusive right"], id="a lead-in alone"
        ),
        pytest.param(
            "national-2010/article-8/#8.5.G.p2", ["#8", "#8.5", "#8.5.G"], ["list:"], id="a paragraph without a label"
        ),
        pytest.param(
            "national-2010/memo/clerk-craft-jobs/#2.C", ["#clerk-craft-jobs", "#2"], ["Mail Processing"], id="a memorandum"
        ),
    ],
)
def test_what_leads_in_to_a_linked_provision_stands_above_it(visit, path, links, words, width):
    page = visit(path, width=width).page
    header, box, provision = shown_at(page, path.rpartition("#")[2])

    assert page.locator(".lead-in a").evaluate_all("all => all.map((each) => each.getAttribute('href'))") == links
    for each in words:
        expect(page.locator(".lead-in")).to_contain_text(each)
    assert header <= box
    assert box <= header + 40 or page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    assert box < provision < page.viewport_size["height"] - 200


@pytest.mark.parametrize(
    "path", ["national-2010/article-8/#8.5", "national-2010/article-8/#8", "national-2010/article-12/#page-49"]
)
def test_where_the_title_of_the_page_says_it_all_there_is_no_box(visit, path):
    page = visit(path).page
    page.wait_for_function("window.contractReference?.leadIn")

    assert page.locator(".lead-in").count() == 0


def test_the_box_follows_the_address_and_its_links_lead_up(visit):
    page = visit(DEEP).page
    page.locator(".lead-in a", has_text="C.").click()

    expect(page.locator(".lead-in a")).to_have_count(2)
    expect(page.locator("[id='12.5.C']")).to_be_in_viewport()
    assert page.evaluate("location.hash") == "#12.5.C"


def test_a_label_that_is_tapped_gets_no_box_because_its_reader_was_there(visit):
    page = visit("national-2010/article-12/").page
    page.locator("[id='12.5.C.5.b.6'] > .label").click()
    expect(page.locator("dialog.cite-menu")).to_be_visible()

    assert page.locator(".lead-in").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_wrong_with_the_box(visit, width, scheme):
    page = visit(DEEP, width=width, color_scheme=scheme).page
    expect(page.locator(".lead-in")).to_be_visible()

    assert problems(page) == []
