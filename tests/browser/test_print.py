"""Printing a provision, an article, a code for a notice board and a set picked from several pages; hostile words."""

from __future__ import annotations

import io
import json
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from tests.browser.test_accessibility import problems
from tests.browser.test_cite import CLIPBOARD, copied, open_menu

ARTICLE = "national-2010/article-8/"
LONG = "2010–2015 APWU–USPS National Agreement, Article 8, Section 5.G"
NO_PRINTER = "window.print = () => { window.printed = (window.printed || 0) + 1; }"


def menu_of(page, anchor):
    page.evaluate(NO_PRINTER)
    return open_menu(page, anchor)


def read_back(element) -> str:
    """What a reader of codes finds in what an element shows."""
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(element.screenshot())))
    return found.text


def on_paper(page):
    """The words that the printer gets, of what stands at the top of the page."""
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    return page.evaluate(
        "[...document.body.children].filter((each) => each.checkVisibility()).map((each) => each.innerText).join('\\n')"
    )


def test_the_code_on_the_page_leads_to_the_paragraph(visit, host):
    page = visit(ARTICLE).page
    menu = open_menu(page, "8.5.G")
    menu.get_by_role("button", name="QR code").click()
    picture = menu.get_by_role("img", name="QR code that leads to Article 8, Section 5.G")

    assert read_back(picture) == f"{host}/{ARTICLE}#8.5.G"
    expect(menu).to_contain_text(LONG)
    expect(menu).to_contain_text(f"{host}/{ARTICLE}#8.5.G")
    assert problems(page) == []


def test_the_code_is_saved_as_a_picture_with_its_citation_and_address(visit, host, tmp_path):
    page = visit(ARTICLE).page
    menu = open_menu(page, "8.5.G")
    menu.get_by_role("button", name="QR code").click()
    with page.expect_download() as waiting:
        menu.get_by_role("button", name="Download as SVG").click()
    path = tmp_path / "code.svg"
    waiting.value.save_as(path)
    svg = path.read_text(encoding="utf-8")
    page.set_content(f"<style>svg {{ width: 600px }}</style>{svg}")

    assert waiting.value.suggested_filename == "Art.-8.5.G-2010.svg"
    assert read_back(page.locator("svg")) == f"{host}/{ARTICLE}#8.5.G"
    assert "".join(re.findall(r"<text[^>]*>([^<]*)", svg)).replace(" ", "") == f"{LONG}{host}/{ARTICLE}#8.5.G".replace(" ", "")


def test_a_provision_is_printed_with_all_that_identifies_it_and_without_the_page_around_it(visit, host):
    page = visit(ARTICLE).page
    menu_of(page, "8.5.G").get_by_role("button", name="Print", exact=True).click()
    words = on_paper(page)

    for each in (
        "Article 8, Section 5.G",
        "2010–2015 APWU–USPS National Agreement · expired · printed page 17",
        "Section 5. Overtime Assignments",
        "G. Full-time employees not on the “Overtime Desired” list",
        "However, the Employer is not required",
        LONG,
        f"{host}/{ARTICLE}#8.5.G",
        "Unofficial copy for reference.",
    ):
        assert each in words
    assert "Sunday Premium Payment" not in words
    assert read_back(page.locator(".sheet svg")) == f"{host}/{ARTICLE}#8.5.G"


@pytest.mark.parametrize(("path", "anchor"), [("national-2010/article-2/", "2"), ("national-2010/article-9/", "9")])
def test_an_article_is_printed_whole(visit, provisions, path, anchor):
    page = visit(path).page
    menu_of(page, anchor).get_by_role("button", name="Print", exact=True).click()
    page.wait_for_selector(".sheets .sheet", state="attached")
    words = page.locator(".sheets .sheet-words").evaluate("it => it.textContent").split()
    expected: list[str] = []
    for each in provisions[path.split("/")[1]]:
        expected += " ".join(filter(None, (each["label"], each["heading"], each["text"]))).split()

    assert sorted("".join(words)) == sorted("".join(expected))


def test_a_code_is_printed_for_a_notice_board(visit, host):
    page = visit(ARTICLE).page
    menu = menu_of(page, "8.5.G")
    menu.get_by_role("button", name="QR code").click()
    menu.get_by_role("button", name="Print for a notice board").click()
    words = on_paper(page)

    assert "Article 8, Section 5.G" in words
    assert f"{host}/{ARTICLE}#8.5.G" in words
    assert page.locator(".poster svg").bounding_box()["width"] > 300


def test_a_set_is_picked_from_several_pages_put_in_order_and_printed(visit, host):
    page = visit(ARTICLE, **CLIPBOARD).page
    page.evaluate("localStorage.clear()")
    page.goto(f"{host}/{ARTICLE}")
    for path, anchor in ((ARTICLE, "8.9"), ("national-1966/article-vi/", "VI.B.3"), ("national-2010/article-9/", "table-1.1")):
        page.goto(f"{host}/{path}")
        menu = open_menu(page, anchor)
        menu.get_by_role("button", name="Add to your print set").click()
        expect(menu.get_by_role("status")).to_contain_text("Added")
    menu.get_by_role("link", name="Your print set: 3 provisions").click()
    titles = page.locator(".sheet h2")
    expect(titles).to_have_text(["Article 8, Section 9", "Article VI, Section B.3", "Article 9, Table 1.1"])

    page.get_by_role("button", name="Up: move Article VI, Section B.3").click()
    expect(titles).to_have_text(["Article VI, Section B.3", "Article 8, Section 9", "Article 9, Table 1.1"])
    expect(page.get_by_role("button", name="Down: move Article VI, Section B.3")).to_be_focused()
    assert problems(page) == []

    page.get_by_role("button", name="Remove Article 9, Table 1.1").click()
    page.reload()
    expect(titles).to_have_text(["Article VI, Section B.3", "Article 8, Section 9"])
    expect(page.locator(".sheet-address")).to_have_text([f"{host}/national-1966/article-vi/#VI.B.3", f"{host}/{ARTICLE}#8.9"])

    page.get_by_role("link", name="Open Article 8, Section 9").click()
    expect(page).to_have_url(f"{host}/{ARTICLE}#8.9")
    page.goto(f"{host}/print/")
    page.get_by_role("button", name="Remove all").click()
    expect(page.locator(".set")).to_be_hidden()


def test_the_set_shows_the_words_that_the_page_has_today(visit, host):
    page = visit(ARTICLE).page
    page.evaluate("localStorage.clear()")
    open_menu(page, "8.9").get_by_role("button", name="Add to your print set").click()
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find((each) => each.endsWith('print-set'));
                   localStorage[key] = localStorage[key].replace('reasonable', 'unreasonable'); }"""
    )
    page.goto(f"{host}/print/")

    expect(page.locator(".sheet-words")).to_contain_text("shall grant reasonable wash-up time")


HOSTILE = '</script><img src=x onerror=alert(1)> *a* _b_ [x](javascript:alert(1)) `c` | "q" <b>'


def test_hostile_words_are_copied_and_printed_as_words(visit, host):
    seen = visit(ARTICLE, **CLIPBOARD)
    page = seen.page
    page.evaluate("localStorage.clear()")
    page.evaluate(
        """words => { document.getElementById('8.9').nextElementSibling.nextElementSibling.textContent = words;
                      document.querySelector("[id='8.9'] > .label").after(words); }""",
        HOSTILE,
    )
    menu = menu_of(page, "8.9")
    html = copied(page, "Copy as HTML")["text/plain"]
    markdown = copied(page, "Copy as Markdown")["text/plain"]
    menu.get_by_role("button", name="Add to your print set").click()
    kept = page.evaluate("JSON.stringify(contractReference.printSet.all())")
    menu.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_function("window.printed")
    shown = page.locator(".sheets .sheet-words")

    assert "<img" not in html
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;" in html
    assert "\\<img src=x onerror=alert(1)\\> \\*a\\* \\_b\\_ \\[x\\](javascript:alert(1)) \\`c\\` \\|" in markdown
    assert HOSTILE in " ".join(shown.evaluate("it => it.textContent").split())
    assert shown.locator("img").count() == 0
    assert json.loads(kept)[0]["anchor"] == "8.9"
    assert seen.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_wrong_with_the_page_of_a_set(visit, host, width, scheme):
    page = visit(ARTICLE, width=width, color_scheme=scheme).page
    open_menu(page, "8.9").get_by_role("button", name="Add to your print set").click()
    page.goto(f"{host}/print/")
    expect(page.locator(".sheet")).to_have_count(1)

    assert problems(page) == []


def test_a_long_citation_beside_the_code_stays_on_the_sheet(visit, host):
    page = visit(ARTICLE, width=390).page
    open_menu(page, "8.9").get_by_role("button", name="Add to your print set").click()
    page.goto(f"{host}/print/")
    cited = page.locator(".sheet-cite")
    cited.evaluate("each => { each.textContent = 'Convenio,\u00a0Article\u00a0'.repeat(9); }")

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert cited.evaluate("each => each.getBoundingClientRect().right <= each.closest('.sheet').getBoundingClientRect().right")
