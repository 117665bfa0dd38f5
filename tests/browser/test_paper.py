"""What a browser prints of a page, read back from the PDF that it makes."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import expect
from tests.browser.test_cite import open_menu
from tests.browser.test_reading import squeezed

ARTICLE = "national-2010/article-8/"
COMPARISON = "compare/national-1964/national-1966/article-xii/"


def printed(page) -> list[str]:
    """The words of each sheet."""
    document = pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True))
    return [squeezed(document[at].get_textpage().get_text_range()) for at in range(len(document))]


@pytest.mark.parametrize(
    ("path", "running"),
    [
        (ARTICLE, "Article 8. Hours of Work · 2010–2015 National Agreement"),
        (COMPARISON, "Article XII: 1964 and 1966 compared"),
        ("national-1966/article-xii/", "Article XII. Reassignments · 1966 National Agreement"),
    ],
)
def test_every_sheet_says_what_it_is_and_which_of_how_many(visit, path, running):
    sheets = printed(visit(path, width=1280).page)

    assert len(sheets) > 2
    for at, sheet in enumerate(sheets, 1):
        assert f"{running} page {at} of {len(sheets)}" in sheet


def test_every_sheet_has_the_address_where_the_site_has_one(visit):
    page = visit(ARTICLE, width=1280).page
    page.evaluate("document.documentElement.style.setProperty('--address', JSON.stringify('https://x.example/article-8/'))")

    assert all("https://x.example/article-8/" in sheet for sheet in printed(page))


def test_words_in_running_heads_are_words(visit):
    """A title is put into a style: one with quotes or backslashes ends it nowhere."""
    hostile = visit("lmou-des-moines-bmc-2006/item-14/", width=1280).page

    assert 'Whether "Overtime Desired" List in Article 8 Shall Be by Section and/or Tour' in printed(hostile)[0]


def test_paper_has_the_parties_words_in_their_order_and_nothing_beside_them(visit, provisions):
    page = visit(ARTICLE, width=1280).page
    page.locator("article a.page").evaluate_all("all => all.forEach((mark) => mark.remove())")
    text = re.sub(r"Article 8\. Hours of Work · \S+ National Agreement page \d of \d", "", " ".join(printed(page)))
    solid, position = "".join(text.split()), 0
    for block in (block for provision in provisions["article-8"] for block in provision["blocks"]):
        words = "".join(block["text"].split())
        found = solid.find(words, position if block["after"] is None else 0)
        assert found >= 0, words
        position = found if block["after"] is None else position

    assert position > 5000
    for each in (
        "Memoranda (",
        "Cited by",
        "cites it",
        "Related in",
        "History",
        "Reprinted",
        "Sections",
        "Contract Reference ›",
    ):
        assert each not in text


def test_a_row_that_the_reader_opened_is_printed(visit):
    page = visit(ARTICLE, width=1280).page
    page.locator("[id='8.2.A'] + .beside > summary").click()
    text = " ".join(printed(page))

    assert text.count("Applies to Postal Support Employees") == 1


def test_a_comparison_is_printed_in_two_columns_whatever_was_chosen_on_the_screen(visit):
    page = visit(COMPARISON, width=390).page
    page.locator("[name=view][value=before]").check(force=True)
    page.emulate_media(media="print")
    left, right = page.evaluate(
        """() => ['.was', '.now'].map((side) => {
          const row = document.getElementById('XII.A.3');
          return row.querySelector(side).getBoundingClientRect().toJSON();
        })"""
    )

    assert left["right"] < right["left"]
    assert abs(left["top"] - right["top"]) < 2
    text = " ".join(printed(page))
    assert "a. Discontinue an independent installation; 1. Discontinue an independent installation;" in text


@pytest.mark.parametrize("anchors", [["8.9"], ["8.5.G"]])
def test_a_set_of_one_provision_has_no_blank_sheet(visit, host, anchors):
    page = visit(ARTICLE, width=1280).page
    page.evaluate("localStorage.clear()")
    for anchor in anchors:
        open_menu(page, anchor).get_by_role("button", name="Add to your print set").click()
    page.goto(f"{host}/print/")
    expect(page.locator(".sheet")).to_have_count(len(anchors))
    sheets = printed(page)

    assert len(sheets) == 1
    assert "Unofficial copy for reference." in sheets[0]
