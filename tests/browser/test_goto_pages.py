"""The field for citations, the page /go/ and the 404 page, as readers use them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.serving import SilentHandler, serving
from tests.present import POSTAL

PLACE = "/national-2010/article-8/#8.5.G"
FIELD = "form.goto input"


class _Host(SilentHandler):
    """A host that shows the site in a folder of its domain and answers all else with the site's 404 page."""

    folder = ""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{self.folder}/")
        return super().translate_path(path.removeprefix(self.folder) if inside else "/no/such/file")

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module", params=["", "/contracts"], ids=["at the top", "in a folder"])
def published(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site on a host, at the top of its domain and in a folder of it."""
    handler = type("Host", (_Host,), {"folder": request.param})
    with serving(functools.partial(handler, directory=str(site))) as host:
        yield f"{host}{request.param}"


@pytest.fixture
def open_page(context_for) -> Iterator[object]:
    """Return a function that opens an address of any host in a page of a width."""
    pages: list[Page] = []

    def opened(address: str, width: int = 390, **options: object) -> Page:
        page = context_for(**options).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(address)
        return page

    yield opened
    for page in pages:
        page.close()


def offers(page: Page) -> list[str]:
    """Wait for the offers below the field and return where they lead."""
    links = page.locator(".goto-answer li a")
    expect(links.first).to_be_visible()
    return [str(each) for each in links.evaluate_all("all => all.map((each) => each.pathname + each.hash)")]


def below(published: str) -> str:
    """The folder of a host's address: ``/contracts``."""
    return "/contracts" if published.endswith("/contracts") else ""


@pytest.mark.parametrize(("asked", "width"), [("go/?c=8.5.G", 390), ("go/#8.5.g", 1280), ("go/?c=Art.+8.5.G+(2010)", 390)])
def test_a_citation_in_the_address_is_gone_to_and_leaves_no_step_behind(visit, width, asked):
    page = visit("about/", width=width).page
    page.goto(page.url.replace("about/", asked))

    expect(page).to_have_url(re.compile(re.escape(PLACE) + "$"))
    expect(page.locator("[id='8.5.G']")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile("/about/$"))


def test_a_citation_that_is_not_there_is_answered_with_the_nearest_and_with_other_editions(visit):
    page = visit("go/?c=16.B").page

    assert offers(page) == [
        "/national-2010/article-16/#16",
        "/national-1966/article-xvi/#XVI.B",
        "/national-1964/article-xvi/#XVI.B",
        "/lmou-des-moines-bmc-2006/item-16/#16.B",
    ]
    expect(page.locator(FIELD)).to_have_value("16.B")
    expect(page.locator(".goto-answer")).to_contain_text("The 2010–2015 National Agreement has no “B” below Article 16.")


def test_words_that_are_no_citation_are_sent_to_search(visit):
    page = visit("go/?c=overtime").page

    expect(page.locator(".goto-answer")).to_contain_text("No place here is cited so.")
    expect(page.get_by_role("link", name="search", exact=True)).to_have_attribute("href", re.compile(r"\?q=overtime$"))


def test_without_javascript_the_page_says_what_to_do_and_leads_to_every_agreement(visit):
    page = visit("go/?c=8.5.G", java_script_enabled=False).page
    agreements = page.locator("#agreements ~ ul a")

    expect(page.locator("p.note")).to_be_visible()
    expect(page.locator("p.note")).to_contain_text("only with JavaScript")
    assert [each.get_attribute("href") for each in agreements.all()][:2] == ["../national-2010/", "../national-1966/"]


@pytest.mark.parametrize(
    ("path", "button", "asked"),
    [("", "Search", r"/search/\?q=8\.5\.G$"), ("national-2010/", "Go", r"/go/\?c=8\.5\.G$")],
    ids=["home", "an agreement"],
)
def test_without_javascript_the_field_asks_the_page_that_answers_it(visit, path, button, asked):
    page = visit(path, java_script_enabled=False).page
    page.locator(FIELD).fill("8.5.G")
    page.locator("form.goto").get_by_role("button", name=button, exact=True).click()

    expect(page).to_have_url(re.compile(asked))


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize(
    ("path", "width"),
    [("", 390), ("", 1280), ("national-2010/", 390), ("go/", 390)],
    ids=["home on a phone", "home", "an agreement", "the page for citations"],
)
def test_the_field_offers_places_as_one_types_and_enter_goes_there(visit, path, width):
    seen = visit(path, width=width)
    field = seen.page.locator(FIELD)
    field.press_sequentially("art 8 sec 5 G")
    # On a slow machine the offers for its beginning are seen first.
    expect(seen.page.locator(".goto-answer li a").first).to_have_attribute("href", re.compile(re.escape(PLACE) + "$"))
    found = offers(seen.page)
    sizes = [
        field.bounding_box()["height"],
        *(each.bounding_box()["height"] for each in seen.page.locator(".goto-answer li a").all()),
    ]
    field.press("Enter")

    assert found[0] == PLACE
    assert min(sizes) >= 44
    expect(seen.page).to_have_url(re.compile(re.escape(PLACE) + "$"))
    assert seen.complaints == []


def test_the_field_brings_up_the_right_keyboard_of_a_phone(visit):
    field = visit("national-2010/").page.locator(FIELD)

    for name, value in {"inputmode": "text", "enterkeyhint": "go", "autocapitalize": "off", "spellcheck": "false"}.items():
        expect(field).to_have_attribute(name, value)


def test_arrows_lead_into_the_offers_and_escape_back(visit):
    page = visit("").page
    page.locator(FIELD).fill("memo craft jobs")
    offers(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    assert page.evaluate("document.activeElement.pathname") == "/national-2010/memo/maintenance-craft-jobs/"
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(".goto-answer li")).to_have_count(0)


def test_the_field_of_an_agreement_looks_in_that_agreement_first(visit):
    page = visit("lmou-des-moines-bmc-2006/").page
    page.locator(FIELD).fill("14.C.1")

    assert offers(page)[0] == "/lmou-des-moines-bmc-2006/item-14/#14.C.1"


def test_an_answer_that_comes_late_does_not_replace_a_later_one(visit):
    page = visit("").page
    page.evaluate("""() => {
      const [field, quick] = [document.querySelector("form.goto input"), contractReference.goTo];
      contractReference.goTo = async (text, options) => {
        if (text === "8.5.A") await new Promise((done) => setTimeout(done, 600));
        return quick(text, options);
      };
      for (const [text, wait] of [["8.5.A", 0], ["8.5.G", 200]]) {
        setTimeout(() => { field.value = text; field.dispatchEvent(new Event("input")); }, wait);
      }
    }""")
    page.wait_for_timeout(1100)

    assert offers(page) == [PLACE]


def test_hostile_words_in_a_table_are_shown_as_words(visit):
    page = visit("").page
    hostile = '<img src=x onerror="window.hit = 1">"\u2028&amp;'
    page.evaluate(
        """(words) => {
          contractReference.goTo = async () => ({ missing: words, offers: [{
            url: "about/", citation: words, opening: words, agreement: words, status: words, exact: false }] });
        }""",
        hostile,
    )
    page.locator(FIELD).fill("8.5.G")
    expect(page.locator(".goto-opening")).to_be_visible()

    assert page.locator(".goto-opening").evaluate("each => each.textContent") == hostile
    assert page.locator(".goto-answer img").count() == 0
    assert page.evaluate("window.hit") is None


UNKNOWN = {
    "8.5.G": PLACE,
    "article-8.5.g": PLACE,
    "national-2010/8.5.G": PLACE,
    "go/8.5.G": PLACE,
    "National-2010/Article-8/#8.5.G": PLACE,
    "national-1966/XVI.B": "/national-1966/article-xvi/#XVI.B",
    "lmou-item-14": "/lmou-des-moines-bmc-2006/item-14/#14",
    "national-2010/article-8.html": "/national-2010/article-8/",
    "national-2010/article-8.htm#8.5.G": PLACE,
    "National-2010/Article-8.md#8.5.G": PLACE,
    "national-2010/article-8/index.htm#8.5.G": PLACE,
    "national-2010/8.5.G.html": PLACE,
    "8.5.G.html": PLACE,
    "about.html#data": "/about/#data",
    "compare/national-1964/national-1966/article-vi.html": "/compare/national-1964/national-1966/article-vi/",
    "Compare/National-1964/National-1966/Article-VI/#VI.B.3": "/compare/national-1964/national-1966/article-vi/#VI.B.3",
}
COMPARED = {
    "compare/national-2010/national-1966/": ("in the other order", "/compare/national-1966/national-2010/"),
    "compare/national-1966/national-1964/": ("in the other order", "/compare/national-1964/national-1966/"),
    "compare/national-1966/national-1964/article-vi/": ("other order", "/compare/national-1964/national-1966/article-vi/"),
    "compare/national-1966/national-1964/article-xcix/": ("other order", "/compare/national-1964/national-1966/"),
    "compare/national-1964/article-xv/": ("There is no comparison", "/compare/national-1964/national-1966/article-xv/"),
    "compare/national-1964/national-2010/": ("There is no comparison", "/compare/national-1964/national-1966/"),
    "compare/nothing-1999/": ("There is no comparison", "/compare/"),
}
"""Addresses of comparisons that are not there, what is said, and what is offered first."""


def test_an_unknown_address_that_is_a_citation_leads_to_its_place(published, open_page):
    for unknown, leads in UNKNOWN.items():
        page = open_page(f"{published}/{unknown}")

        expect(page).to_have_url(f"{published}{leads}")
        anchor = leads.partition("#")[2]
        expect(page.locator(f"[id='{anchor}']" if anchor else "h1")).to_be_in_viewport()


def test_an_address_of_a_comparison_that_is_not_there_leads_nowhere_else_without_a_word(published, open_page):
    for unknown, (said, leads) in COMPARED.items():
        page = open_page(f"{published}/{unknown}")

        assert offers(page)[0] == f"{below(published)}{leads}"
        expect(page.locator(".goto-answer")).to_contain_text(said)
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        expect(page).to_have_url(f"{published}/{unknown}")


def test_the_page_for_unknown_addresses_never_sends_a_reader_to_itself(published, open_page):
    """As on a host that lost a page which the site's index still has."""
    page = open_page(f"{published}/about/")
    lost = page.request.get(f"{published}/404.html").text()
    page.route("**/national-2010/article-8/", lambda route: route.fulfill(status=404, content_type="text/html", body=lost))
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.goto(f"{published}{PLACE}")

    assert offers(page)[0] == f"{below(published)}{PLACE}"
    page.wait_for_timeout(500)
    assert len(loads) == 1, loads


@pytest.mark.parametrize(
    ("cut", "leads"),
    [
        ("national-2010/memo/", "/national-2010/memoranda/"),
        ("national-1966/supplement/", "/national-1966/"),
        ("compare/national-1964/", "/compare/"),
        ("calendar/", "/bargaining/"),
        ("mine/", "/"),
        ("offline/", "/saved/"),
        ("data/", "/about/#data"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_address_that_was_cut_back_leads_to_the_page_it_belongs_to(visit, host, cut, leads, scripts):
    page = visit(cut, java_script_enabled=scripts).page

    expect(page).to_have_url(f"{host}{leads}")


def test_an_unknown_address_that_is_half_a_citation_is_answered_with_offers(published, open_page):
    for width in (390, 1280):
        page = open_page(f"{published}/8.5.Z", width)

        assert offers(page) == [f"{below(published)}/national-2010/article-8/#8.5"]
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


def test_any_other_unknown_address_has_the_field_and_leads_home(published, open_page):
    page = open_page(f"{published}/some/where/deep")
    page.locator(FIELD).fill("8.5.g")

    assert offers(page) == [f"{below(published)}{PLACE}"]
    assert page.get_by_role("link", name="list of agreements").evaluate("each => each.href") == f"{published}/"
    assert page.evaluate("getComputedStyle(document.querySelector('form.goto')).display") == "flex"


def test_a_page_opened_from_a_folder_finds_citations_too(site, open_page):
    page = open_page((site / "about" / "index.html").as_uri())
    answer = page.evaluate("contractReference.goTo('art 8 sec 5 G')")

    assert answer["offers"][0]["url"] == PLACE.lstrip("/")
    assert answer["offers"][0]["opening"].startswith("Full-time employees")
