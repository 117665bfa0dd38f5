"""What leaves the screen: the printed page, and words that are copied."""

from __future__ import annotations

import re

import pytest

SELECTED = """() => {
  getSelection().selectAllChildren(document.querySelector('article'));
  return getSelection().toString();
}"""
CHROME = (
    ".md-header",
    ".md-sidebar",
    ".cr-top",
    ".cr-search-open",
    ".breadcrumb",
    ".pager",
    ".tools",
    ".cr-aids",
    "details.beside",
    ".cr-screen",
)


def squeezed(text: str) -> str:
    """The text with every white space as one space."""
    return " ".join(text.split())


def lost(provisions: list, text: str) -> list[str]:
    """Return the paragraphs that are not in the text in the order of the data, each in one piece."""
    missing, position = [], 0
    for block in (block for provision in provisions for block in provision["blocks"] if block["kind"] != "table"):
        words = squeezed(block["text"])
        if (found := text.find(words, position if block["after"] is None else 0)) < 0:
            missing.append(words)
        elif block["after"] is None:
            position = found
    return missing


@pytest.mark.parametrize("page_id", ["article-8", "article-12", "memo/clerk-craft-jobs"])
def test_print_keeps_every_word_and_leaves_out_what_is_for_the_screen(visit, provisions, page_id):
    page = visit(f"national-2010/{page_id}/", width=1280).page
    page.emulate_media(media="print")
    page.locator("article a.page").evaluate_all("all => all.forEach((mark) => mark.remove())")
    text = squeezed(page.locator("article").inner_text())
    shown = [each for each in CHROME if any(page.locator(each).evaluate_all("all => all.map((e) => e.checkVisibility())"))]

    assert shown == []
    assert page.locator(".cr-print").is_visible()
    assert len(provisions[page_id]) > 3
    assert lost(provisions[page_id], text) == []


def test_print_is_black_on_white_also_where_the_screen_is_dark(visit):
    page = visit("national-2010/article-8/", color_scheme="dark").page
    style = "() => ['p.d1', 'body'].map((it) => getComputedStyle(document.querySelector(it)))"
    style += ".map((its, index) => (index ? its.backgroundColor : its.color))"
    on_screen = page.evaluate(style)
    page.emulate_media(media="print", color_scheme="dark")

    assert on_screen != ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_table_is_printed_whole(visit):
    page = visit("national-2010/article-9/", width=700).page
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.frame')]
          .filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
          .map((it) => it.getAttribute('aria-label'))"""
    )

    assert cut == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page_id", ["article-8", "article-12", "memo/clerk-craft-jobs"])
def test_copied_words_are_the_parties_words_without_the_marks_of_printed_pages(visit, provisions, page_id, width):
    """A sentence that runs over a printed page is copied in one piece."""
    page = visit(f"national-2010/{page_id}/", width=width).page
    selected = squeezed(page.evaluate(SELECTED))
    crossing = page.locator("article p:not(.mark-line) > a.page").count()

    assert crossing
    assert lost(provisions[page_id], selected) == []
    assert not re.search(r"\bp\.\s*\d+ ?[A-Za-z(]", selected.partition("unofficial copy")[2])
