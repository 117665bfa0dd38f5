"""What a page costs before it can be read, and what its frame does without the theme's script."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect
from tests.browser.conftest import INVENTED_PAGES, PAGES, ROOT

from contract_site.site.generator import look
from contract_site.site.pruning import STYLED_BY_US, dropped
from contract_site.site.sheets import SHEET, THEME, names_by_kind, script_words

ASKED_AT_ONCE = re.compile(r'<(?:link rel="(?:stylesheet|icon|manifest)"[^>]*? href|script src|img src)="([^"#]+)"')
NOT_TEXT = re.compile(r'<meta http-equiv="refresh"|location\.replace')
HTML, WHOLE = 25_000, 43_000
"""What the HTML of a page may weigh, and a page with all that it loads at once: bytes, packed as hosts send them."""
HEAVIER = {"national-2010/article-37": (25_600, WHOLE)}
"""Pages whose HTML may weigh more, and how much: the longest article, of which its words are 18 kB."""


def packed(path: Path) -> int:
    """Bytes of a file as hosts send it."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def reading_pages(site: Path) -> list[Path]:
    """Every page but those that only lead on, and the page for unknown addresses."""
    pages = [path for path in sorted(site.rglob("index.html")) if "downloads" not in path.parts[-2:]]
    return [path for path in pages if not NOT_TEXT.search(path.read_text(encoding="utf-8"))]


def cold(page: Path) -> int:
    """Bytes that a reader who has nothing of the site loads for a page: itself, its sheet, script, icons and manifest."""
    asked = ASKED_AT_ONCE.findall(page.read_text(encoding="utf-8"))
    return packed(page) + sum(packed((page.parent / each).resolve()) for each in set(asked))


def test_a_page_loads_one_style_sheet_and_one_script(site: Path) -> None:
    loads = {
        path.parent.relative_to(site).as_posix(): [
            re.findall(pattern, path.read_text(encoding="utf-8")) for pattern in (r'rel="stylesheet"', r"<script src")
        ]
        for path in reading_pages(site)
    }

    assert {
        name: [len(each) for each in found] for name, found in loads.items() if [len(each) for each in found] != [1, 1]
    } == {}


def test_no_page_weighs_more_than_its_kind_may(site: Path) -> None:
    weights = {path.parent.relative_to(site).as_posix(): (packed(path), cold(path)) for path in reading_pages(site)}

    assert len(weights) > 20
    for name, (html, whole) in weights.items():
        assert (html, whole) <= HEAVIER.get(name, (HTML, WHOLE)), name
        assert whole <= HEAVIER.get(name, (HTML, WHOLE))[1], name


@pytest.mark.parametrize(("article", "most"), [("article-8", 28_000), ("article-37", 43_000)])
def test_an_article_is_as_light_as_it_was_promised(site: Path, article: str, most: int) -> None:
    assert 15_000 < cold(site / "national-2010" / article / "index.html") < most


MOVED = """window.moved = [];
new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((each) => [each.value, each.startTime])))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 390, 1280])
@pytest.mark.parametrize("address", ["", "national-2010/", "national-2010/article-8/"])
@pytest.mark.agreements("national-2010")
def test_nothing_moves_while_a_page_loads(context_for, host, address: str, width: int) -> None:
    page = context_for().new_page()
    page.set_viewport_size({"width": width, "height": 844})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.route("**/assets/*/*", late)
    page.add_init_script(MOVED)
    page.goto(f"{host}/{address}", wait_until="networkidle")
    moved = page.evaluate("window.moved")
    page.close()

    assert sum(value for value, _ in moved) < 0.01, moved  # a tenth of what counts as steady; a busy machine has had 0.003


def late(route: Route) -> None:
    """Let a script or style come behind the words of its page."""
    time.sleep(0.1)
    route.continue_()


def test_no_rule_that_was_left_out_of_a_page_matches_anything_on_it(visit, path: str, site: Path) -> None:
    found = importlib.util.find_spec("material")
    assert found is not None
    assert found.origin is not None
    sheets = Path(found.origin).parent / "templates" / "assets" / "stylesheets"
    theme = [next(iter(sheets.glob(pattern))).read_text(encoding="utf-8") for pattern in THEME]
    page = visit(path).page
    page.locator("a.label").first.or_(page.locator("h1")).first.wait_for()
    kinds = look(ROOT)
    (kind,) = SHEET.findall(page.content())
    assets = ROOT / "docs" / "assets"
    paths = dict.fromkeys([*kinds["read"]["styles"], *kinds[kind]["styles"]])
    ours = [(assets / each).read_text(encoding="utf-8") for each in paths]
    names = names_by_kind(written.read_text(encoding="utf-8") for written in site.rglob("*.html"))[kind]
    scripts = {f"assets/{each.relative_to(assets).as_posix()}": each.read_bytes() for each in assets.rglob("*.js")}
    names.words = script_words(scripts, kinds, kind)
    gone = dropped(theme, ours, names)

    matching = page.evaluate(
        r"""(selectors) => selectors.filter((each) => {
          const plain = each.replace(/::?(before|after|placeholder|marker|backdrop|selection|-[a-z-]+)(\([^)]*\))?/g, '');
          try { return document.querySelector(plain || '*') !== null; } catch { return false; }
        })""",
        gone,
    )

    assert len(gone) > 500
    assert [each for each in matching if not STYLED_BY_US & set(re.findall(r"[\w-]+", each))] == []


@pytest.mark.parametrize("device", ["light", "dark"])
def test_every_press_of_the_button_changes_light_and_dark_and_is_remembered(browser, host, device: str) -> None:
    context = browser.new_context(color_scheme=device, service_workers="block")
    page = context.new_page()
    page.goto(f"{host}/{next(iter(PAGES.values()))}")
    shows = "() => [document.body.dataset.mdColorScheme, getComputedStyle(document.body).backgroundColor]"
    button = page.locator(".cr-colors")
    schemes = {"light": "default", "dark": "slate"}
    other = "dark" if device == "light" else "light"

    scheme, before = page.evaluate(shows)
    assert scheme == schemes[device]
    for wanted in (other, device, other):
        expect(button).to_have_accessible_name(f"Switch to {wanted} colors")
        button.click()
        scheme, after = page.evaluate(shows)
        assert scheme == schemes[wanted]
        assert after != before
        before = after
    page.reload()
    assert page.evaluate(shows)[0] == schemes[other]
    expect(button).to_have_accessible_name(f"Switch to {device} colors")
    context.close()


def test_who_goes_back_to_the_colors_of_the_device_follows_it_again(browser, host) -> None:
    context = browser.new_context(color_scheme="light", service_workers="block")
    page = context.new_page()
    page.goto(f"{host}/{next(iter(PAGES.values()))}")
    button = page.locator(".cr-colors")
    button.click()
    button.click()
    page.reload()

    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    expect(button).to_have_accessible_name("Switch to light colors")
    context.close()


def test_a_stored_choice_that_is_none_is_the_devices(browser, host) -> None:
    context = browser.new_context(color_scheme="dark", service_workers="block")
    context.add_init_script("localStorage.setItem('contract-reference-colors', 'purple')")
    page = context.new_page()
    page.goto(f"{host}/")

    expect(page.locator(".cr-colors")).to_have_accessible_name("Switch to light colors")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()


def test_who_reads_on_sees_where_they_are(visit, path: str) -> None:
    if "article" not in path or path == INVENTED_PAGES["a supplement"]:
        pytest.skip("has no list of sections")
    page = visit(path.partition("#")[0], width=1280, height=600).page
    last = page.locator(".cr-toc a").last
    target = json.loads(page.evaluate("JSON.stringify([...document.querySelectorAll('.cr-toc a')].at(-1).hash)"))
    page.evaluate("(id) => { document.getElementById(decodeURIComponent(id.slice(1))).scrollIntoView(); }", target)

    expect(page.locator(".cr-toc .here")).to_have_count(1)
    expect(page.locator(".md-header__title--active")).to_have_count(1)
    expect(last).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_name_of_the_site_stands_whole_in_the_header_of_a_phone(visit, width: int) -> None:
    page = visit("trust/", width=width).page
    name = page.locator(".md-header__topic .md-ellipsis").first
    box, button = name.bounding_box(), page.locator(".cr-colors").bounding_box()

    assert len(name.inner_text()) > 10
    assert name.evaluate("(name) => name.scrollWidth - name.clientWidth") <= 0
    assert box["x"] + box["width"] <= button["x"]


def test_the_way_back_to_the_top_is_offered_on_the_way_up_only(visit) -> None:
    page = visit(next(each for each in PAGES.values() if "article" in each), width=390).page
    top = page.locator(".cr-top")
    expect(top).to_be_hidden()
    page.mouse.wheel(0, 3000)
    expect(page.locator(".md-header__title--active")).to_have_count(1)
    expect(top).to_be_hidden()
    page.mouse.wheel(0, -200)
    expect(top).to_be_visible()
    top.evaluate("each => each.click()")  # a page that still glides is waited for without end
    page.wait_for_function("scrollY < 50")


def test_the_menu_closes_with_escape(visit) -> None:
    page = visit(next(iter(PAGES.values()))).page
    page.locator("header label[for=__drawer]").click()
    expect(page.locator(".cr-nav")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".cr-nav")).not_to_be_in_viewport()


def test_paper_has_no_folds_and_the_screen_has_them_again(visit) -> None:
    page = visit("national-1966/corrections/").page
    folds = page.locator("article details.corrections")
    open_ones = "all => all.filter((each) => each.open).length"

    assert folds.count() > 3
    assert folds.evaluate_all(open_ones) == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folds.evaluate_all(open_ones) == folds.count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all(open_ones) == 0
