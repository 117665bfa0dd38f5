"""The rules of WCAG that a program can check, by axe; and the structure that screen readers go by."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

OTHER_PAGES = [
    "about/",
    "404.html",
    "search/?q=overtime",
    "national-2010/appendix-a/",
    "national-2010/article-15/",
    "national-2010/article-17/",
    "national-2010/corrections/",
    "national-2010/memoranda/",
    "national-2010/tables/",
    "national-2010/pay/",
    "national-2010/deadlines/",
    "national-2010/memoranda-by-article/",
    "compare/national-1964/national-1966/map/",
    "timeline/",
    "changes/",
]


def problems(page, *, without: str = "") -> list[str]:
    """Return what axe finds wrong, a line each; `without` names elements that are not looked at."""
    context = {"exclude": [[without]]} if without else None
    found = Axe().run(page, context, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {node['html'][:100]}: {node['failureSummary']}" for each in found for node in each["nodes"]]


def test_axe_finds_nothing_wrong_on_a_phone_in_light_colors(visit, path):
    assert problems(visit(path, color_scheme="light").page) == []


READING = (
    "national-2010/article-8/",
    "national-1966/article-xii/",
    "national-2010/memo/clerk-craft-jobs/",
    "national-2010/appendix-a/",
    "national-2010/article-9/",
    "national-2010/memoranda/",
    "compare/national-1964/national-1966/article-xii/",
    "editors/national-1966/",
)
EVERY = "axe.getRules().map((each) => each.ruleId)"
CLOSED = 320
"""The width at which rows are looked at closed too: what else is closed elsewhere is not seen."""


@pytest.mark.parametrize("path", READING)
@pytest.mark.parametrize(
    ("width", "colors"),
    [
        (320, {"color_scheme": "light"}),
        (360, {"color_scheme": "dark"}),
        (1280, {"color_scheme": "light"}),
        (1280, {"color_scheme": "dark"}),
        (360, {"forced_colors": "active"}),
        (1280, {"forced_colors": "active"}),
    ],
)
def test_no_rule_of_axe_is_broken_where_one_reads_and_looks_things_up(visit, path, width, colors):
    """Not only those of WCAG AA: contrast of 7:1, targets of 24 pixels, what axe only tries; rows open, and once closed."""
    page = visit(path, width=width, reduced_motion="reduce", **colors).page
    page.evaluate(Axe().axe_script)
    every = {name: {"enabled": True} for name in page.evaluate(EVERY)}
    found = []
    for opened in ("false", "true") if width == CLOSED else ("true",):
        page.evaluate(f"document.querySelectorAll('article details').forEach((each) => {{ each.open = {opened}; }})")
        answer = Axe().run(page, None, {"resultTypes": ["violations"], "rules": every}).response
        found += [f"{each['id']}: {node['html'][:100]}" for each in answer["violations"] for node in each["nodes"]]

    assert len(every) > 100
    assert found == []


@pytest.mark.parametrize("path", ["", *OTHER_PAGES])
def test_axe_finds_nothing_wrong_on_a_wide_screen_in_dark_colors(visit, path):
    """On pages of every other kind, too."""
    assert problems(visit(path, width=1280, color_scheme="dark").page) == []


def test_without_javascript_the_colors_of_light_and_dark_are_the_same_ones(visit):
    """Axe needs JavaScript; so what it has checked is compared, without the buttons that a script adds."""
    colors = """() => [...document.querySelectorAll('body, article, article *:not(.cite-open)')].map((each) => {
      const style = getComputedStyle(each);
      return [each.tagName, style.color, style.backgroundColor, style.borderLeftColor].join(' ');
    })"""
    full, bare = (
        {scheme: visit(page, color_scheme=scheme, **options).page.evaluate(colors) for scheme in ("light", "dark")}
        for page, options in (("national-2010/article-8/", {}), ("national-2010/article-8/", {"java_script_enabled": False}))
    )

    assert full["light"] != full["dark"]
    assert bare == full


def test_axe_finds_nothing_wrong_with_the_open_drawer(visit):
    page = visit("national-2010/article-8/", color_scheme="dark", reduced_motion="reduce").page
    page.locator("header label[for=__drawer]").click()
    expect(page.locator(".cr-nav__close")).to_be_in_viewport(ratio=1)

    assert problems(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["overtyme", "8.5.G"], ids=["words", "a citation"])
def test_axe_finds_nothing_wrong_with_the_open_search(visit, scheme, words):
    page = visit("national-2010/article-8/", color_scheme=scheme, reduced_motion="reduce").page
    page.locator("a.cr-search-open").click()
    page.keyboard.type(words)
    expect(page.locator(".cr-find__results:not([aria-busy]) .cr-group").last).to_be_attached()

    assert problems(page) == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "national-2010/",
        "national-2010/article-12/",
        "national-2010/appendix-a/",
        "national-2010/memo/clerk-craft-jobs/",
        "lmou-des-moines-bmc-2006/item-14/",
    ],
)
def test_landmarks_have_names_and_headings_do_not_jump(visit, path):
    page = visit(path).page
    mains, navigations, levels = page.evaluate(
        """() => [
          document.querySelectorAll('main, [role=main]').length,
          [...document.querySelectorAll('nav, [role=navigation]')].map((each) => each.getAttribute('aria-label') ?? ''),
          [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => Number(each.tagName[1])),
        ]"""
    )

    assert mains == 1
    assert all(navigations)
    assert len(navigations) == len(set(navigations))
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_the_words_first_by_the_skip_link(visit, width):
    page = visit("national-2010/article-8/", width=width).page
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#8"
