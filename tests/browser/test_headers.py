"""The site behind a server that sends its headers, below a path: nothing that a page does is against the policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.published import AGREEMENT
from tests.browser.serving import SilentHandler, serving
from tests.browser.test_saved import save

from contract_site.site.headers import FILE

NOTED = """window.broken = [];
addEventListener('securitypolicyviolation', (event) => window.broken.push(`${event.violatedDirective} ${event.blockedURI}`));"""
KINDS = {
    "home": "",
    "search": "search/?q=wash-up",
    "go": "go/?c=8.5.G",
    "editors": "editors/",
    "citations": "editors/national-2010/",
    "downloads": "downloads/",
    "saved": "saved/",
    "print set": "print/",
    "about": "about/",
    "a guide with pictures": "guides/newsletter/",
    "a guide with commands": "guides/afternoon/",
    "trust": "trust/",
    "an agreement": "national-2010/",
    "an article": "national-2010/article-8/#8.5.G",
    "tables": "national-2010/article-9/",
    "a memorandum": "national-2010/memo/clerk-craft-jobs/",
    "a list": "national-2010/memoranda/",
    "corrections": "national-1966/corrections/",
    "an explained article": "national-1966/article-xii/",
    "a history": "national-2010/article-8/history/",
    "a comparison": "compare/national-1964/national-1966/",
    "compared articles": "compare/national-1964/national-1966/article-xii/",
    "a topic": "compare/national-1966/national-2010/",
    "local items": "compare/local/",
    "a local item": "lmou-des-moines-bmc-2006/item-14/",
    "a moved page": "national-2010/memo/postal-support-employee-pse/#2",
    "a file to carry away": "downloads/lmou-des-moines-bmc-2006.html",
    "nothing": "national-2010/8.5.G",
}


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The address of the site behind a server that sends the headers of ``_headers``, below a path."""
    lines = (site / FILE).read_text(encoding="utf-8").splitlines()[1:]
    headers = [tuple(line.strip().split(": ", 1)) for line in lines]

    class Handler(SilentHandler):
        def translate_path(self, path: str) -> str:
            self.directory = str(site)
            return super().translate_path(path.removeprefix("/contracts"))

        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (site / "404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with serving(Handler) as host:
        yield f"{host}/contracts/"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that gives a page, on which whatever is against the policy is noted."""
    contexts: list[BrowserContext] = []

    def new(**options: object) -> Page:
        contexts.append(browser.new_context(viewport={"width": 390, "height": 844}, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.add_init_script(NOTED)
        return page

    yield new
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_no_kind_of_page_does_what_the_policy_forbids(guarded: str, reader: Callable[..., Page], path: str) -> None:
    page = reader(service_workers="block")
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if "Content Security Policy" in line.text else None)
    page.goto(guarded + path, wait_until="networkidle")

    assert page.evaluate("window.broken") == []
    assert complaints == []


def test_what_readers_do_on_a_page_is_allowed(guarded: str, reader: Callable[..., Page]) -> None:
    """Colors, citing, a code, the words that a link leads to, search, printing one provision."""
    page = reader(service_workers="block")
    page.goto(f"{guarded}national-2010/article-8/", wait_until="networkidle")
    page.locator(".cr-colors").click()
    page.locator("[id='8.5.G'] > .label").first.click()
    page.get_by_role("button", name="QR code").click()
    expect(page.locator(".cite-code svg")).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name=re.compile("Download as SVG")).click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("wash-up time")
    expect(page.locator("dialog[open] a").first).to_be_visible()

    assert page.evaluate("window.broken") == []


def test_a_saved_page_keeps_to_the_policy_without_a_network(guarded: str, reader: Callable[..., Page]) -> None:
    page = reader()
    save(page, guarded, AGREEMENT)
    page.context.set_offline(True)
    page.goto(f"{guarded}{AGREEMENT}/item-14/", wait_until="load")

    assert page.locator("h1").first.text_content()
    assert page.evaluate("window.broken") == []
