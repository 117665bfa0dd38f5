"""Citing in the browser: what every button copies, by finger and keyboard, and in browsers that lack a clipboard."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems

ARTICLE = "national-2010/article-8/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
LONG = "2010–2015 APWU–USPS National Agreement, Article 8, Section 5.G"
COPIED = """async () => {
  const [item] = await navigator.clipboard.read();
  const found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""


def open_menu(page, anchor):
    page.locator(f"[id='{anchor}'] .label").first.click()
    expect(page.locator("dialog.cite-menu")).to_be_visible()
    return page.locator("dialog.cite-menu")


def copied(page, name):
    page.locator("dialog.cite-menu").get_by_role("button", name=name).click()
    expect(page.locator("dialog.cite-menu").get_by_role("status")).to_have_text(re.compile("copied$"))
    return page.evaluate(COPIED)


def test_every_kind_of_copy_is_on_the_clipboard_and_ends_in_the_permanent_address(visit, host):
    page = visit(ARTICLE, **CLIPBOARD).page
    address = f"{host}/{ARTICLE}#8.5.G"
    open_menu(page, "8.5.G")
    kinds = ["Copy link", "Copy short", "Copy long", "Copy words", "Copy as Markdown", "Copy as HTML"]
    link, short, long, text, markdown, html = (copied(page, kind) for kind in kinds)
    paragraphs = text["text/plain"].split("\n\n")

    assert link == {"text/plain": address}
    assert short["text/plain"] == f"Art. 8.5.G (2010), {address}"
    assert f'<a href="{address}">Art. 8.5.G (2010)</a>' in short["text/html"]
    assert long["text/plain"] == f"{LONG}, {address}"
    assert [line.split()[0] for line in paragraphs] == ["G.", "1.", "2.", "However,", "—"]
    assert paragraphs[-1] == f"— {LONG}\n{address}"
    assert markdown["text/plain"].startswith("> G. Full-time employees not on the “Overtime Desired” list")
    assert "\n> 1\\. may be required" in markdown["text/plain"]
    assert markdown["text/plain"].endswith(f"> — [{LONG}]({address})  \n> <{address}>")
    assert html["text/plain"].startswith(f'<blockquote cite="{address}"><p>G. Full-time employees')
    assert html["text/plain"].endswith(f'<p>— {LONG}<br><a href="{address}">{address}</a></p>')
    assert "<blockquote" in html["text/html"]


@pytest.mark.parametrize(
    ("path", "cited"),
    [
        (ARTICLE, {"8": "Article 8", "8.1": "Article 8.1", "8.5.G.1": "Article 8.5.G.1"}),
        ("national-2010/article-12/", {"12.5.C.5.b.6": "Article 12.5.C.5.b(6)", "12.5.C.5.b": "Article 12.5.C.5.b"}),
        ("national-2010/memo/clerk-craft-jobs/", {"1": "MOU Re: Clerk Craft Jobs, 1"}),
    ],
)
@pytest.mark.agreements("national-2010")
def test_a_label_says_its_citation_to_those_who_point_at_it(visit, path: str, cited: dict[str, str]) -> None:
    titles = "(ids) => ids.map((id) => document.getElementById(id).querySelector('.label').title)"
    page = visit(path).page
    page.wait_for_function("!document.querySelector('article [id] > .label:not([aria-haspopup])')")  # when there is time

    assert page.evaluate(titles, [*cited]) == [*cited.values()]
    assert page.locator("article [id] > .label:not([title], [aria-label])").count() == 0


@pytest.mark.parametrize(
    ("path", "button", "short"),
    [
        (ARTICLE, "[id='8.5.G.p2'] .cite-open", "Art. 8.5.G, ¶ 2 (2010)"),
        ("national-2010/article-9/", "[id='table-1.1'] .label", "Art. 9, Table 1.1 (2010)"),
        ("national-2010/memo/clerk-craft-jobs/", "h1 .cite-open", "MOU Re: Clerk Craft Jobs (2010, p. 178)"),
        ("national-2010/memo/clerk-craft-jobs/", "[id='2.C'] .label", "MOU Re: Clerk Craft Jobs, 2.C (2010, p. 178)"),
        ("national-1966/article-vi/", "[id='VI.B.3'] .label", "Art. VI.B.3 (1966)"),
        ("national-1966/front-matter/", "[id='explanatory-note'] .label", "1964 and 1966 AGREEMENTS, Explanatory note (1966)"),
        ("lmou-des-moines-bmc-2006/item-14/", "h1 .label", "Item 14 (LMOU Des Moines BMC 2006)"),
    ],
)
def test_whatever_can_be_cited_can_be_tapped(visit, path, button, short):
    page = visit(path, has_touch=True).page
    page.locator(button).tap()

    expect(page.locator("dialog.cite-menu")).to_contain_text(f"Copy short citation{short}")


def test_a_paragraph_and_a_table_are_quoted_alone(visit):
    page = visit(ARTICLE, **CLIPBOARD).page
    page.locator("[id='8.5.G.p2'] .cite-open").click()
    paragraph = copied(page, "Copy words")["text/plain"].split("\n\n")
    page.goto(page.url.replace("article-8/#8.5.G.p2", "article-17/"))
    page.locator("[id='17.4.t1'] .label").click()
    table = copied(page, "Copy as HTML")["text/plain"]

    assert len(paragraph) == 2
    assert paragraph[0].startswith("However, the Employer is not required")
    assert paragraph[1].startswith(f"— {LONG}, ¶ 2\n")
    assert "<table><thead><tr><th>" in table  # its printed name is none, and the editors' words are not the parties'
    assert table.count("<blockquote") == table.count("<table>") == 1


def test_words_of_a_whole_article_are_all_its_words(visit, provisions):
    page = visit("national-2010/article-2/", **CLIPBOARD).page
    open_menu(page, "2")
    quoted = copied(page, "Copy words")["text/plain"].rpartition("\n\n")[0]
    expected = []
    for each in provisions["article-2"]:
        expected += [each["label"], each["heading"], each["text"]]

    assert sorted(quoted.split()) == sorted(" ".join(filter(None, expected)).split())


def test_the_menu_is_worked_by_keyboard_alone(visit, host):
    page = visit(ARTICLE, width=1280, **CLIPBOARD).page
    page.locator("[id='8.9'] > .label").focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Article 8, Section 9")
    expect(menu).to_be_visible()
    expect(menu.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(menu.get_by_role("status")).to_have_text("Short citation copied")
    short = page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("End")
    expect(menu.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()

    assert short == f"Art. 8.9 (2010), {host}/{ARTICLE}#8.9"
    expect(page.locator("[id='8.9'] > .label")).to_be_focused()


OLD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
SELECTED = """() => { document.execCommand = (what) => { window.taken = [what, document.activeElement.value]; return %s; }; }"""


def test_without_the_browsers_clipboard_the_old_way_copies(visit, host):
    page = visit(ARTICLE).page
    page.evaluate(OLD)
    page.evaluate(SELECTED % "true")
    menu = open_menu(page, "8.9")
    menu.get_by_role("button", name="Copy link").click()

    expect(menu.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("window.taken") == ["copy", f"{host}/{ARTICLE}#8.9"]


def test_if_nothing_can_copy_the_words_are_shown_to_copy_by_hand(visit, host):
    page = visit(ARTICLE).page
    page.evaluate(OLD)
    page.evaluate(SELECTED % "false")
    menu = open_menu(page, "8.9")
    menu.get_by_role("button", name="Copy link").click()

    expect(menu.get_by_role("status")).to_have_text(f"Copy this link: {host}/{ARTICLE}#8.9")


def test_the_phones_own_share_sheet_is_offered_where_there_is_one(visit, host):
    page = visit(ARTICLE).page
    page.evaluate("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    open_menu(page, "8.5.G").get_by_role("button", name="Share…").click()

    assert page.evaluate("window.shared") == {
        "title": "Art. 8.5.G (2010)",
        "text": LONG,
        "url": f"{host}/national-2010/8.5.G/",
    }


REPORTS = {
    "mail": ("mailto:web@example.org", "mailto:web@example.org?subject="),
    "tracker": ("https://example.org/new?a=b&title={title}&body={body}", "https://example.org/new?a=b&title="),
}


@pytest.mark.parametrize(("where", "begins"), REPORTS.values(), ids=REPORTS)
def test_a_report_of_an_error_has_the_place_and_its_words(visit, host, where, begins):
    """Where a site does not say where reports go, none is offered."""
    page = visit("national-2010/article-8/").page
    opened = page.evaluate(
        """(where) => { document.head.insertAdjacentHTML("beforeend", `<meta name="report" content="${where}">`);
          window.went = []; window.open = (url) => { window.went.push(url); }; }""",
        where.replace("&", "&amp;"),
    )
    assert opened is None
    page.locator("[id='8.5.G'] > .label").first.click()
    if begins.startswith("mailto:"):
        page.evaluate(
            """() => navigation.addEventListener("navigate", (event) => {
              window.went.push(event.destination.url); event.preventDefault(); })"""
        )
    page.get_by_role("button", name="Report an error here").click()
    page.wait_for_function("window.went.length")
    [url] = page.evaluate("window.went")
    words = unquote(url)

    assert url.startswith(begins)
    assert "Error at Art. 8.5.G (2010)" in words
    assert f"{host}/national-2010/article-8/#8.5.G" in words
    assert "Full-time employees not on the" in words
    assert len(url) < 4000


def test_where_nobody_is_told_of_errors_no_report_is_offered(visit):
    page = visit("national-2010/article-8/").page
    page.locator("[id='8.5.G'] > .label").first.click()
    page.locator("dialog.cite-menu button").first.wait_for()

    assert page.get_by_role("button", name="Report an error here").count() == 0


def test_the_menu_asks_for_nothing_before_it_is_opened(visit):
    seen = visit(ARTICLE)
    before = [url.rpartition("/assets/")[2] for url in seen.requests]
    open_menu(seen.page, "8.9")
    after = [url.rpartition("/assets/")[2] for url in seen.requests]

    assert "look/read.js" in before
    assert not [each for each in before if each.startswith(("cite/", "asked/"))]
    assert after.count("asked/cite.js") == 1
    assert seen.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")])
def test_axe_finds_nothing_wrong_with_the_open_menu(visit, width, scheme):
    page = visit(ARTICLE, width=width, color_scheme=scheme).page
    open_menu(page, "8.5.G")

    assert problems(page) == []


def test_buttons_of_the_menu_are_large_enough_for_a_finger(visit):
    page = visit(ARTICLE).page
    menu = open_menu(page, "8.5.G")
    heights = menu.get_by_role("button").evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")
    inside = page.evaluate("document.querySelector('dialog').getBoundingClientRect().bottom <= innerHeight")

    assert min(heights) >= 44
    assert inside


def test_without_javascript_there_is_no_button_and_every_label_is_a_link(visit):
    page = visit(ARTICLE, java_script_enabled=False).page

    assert page.locator(".cite-open").count() == 0
    assert page.locator("[id='8.5.G'] > .label").get_attribute("href") == "#8.5.G"
