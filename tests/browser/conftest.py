"""A browser on the built site: a server on this machine, the Chromium that `make test` found, pages that note faults."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser import spanish
from tests.browser.serving import SilentHandler, serving
from tests.present import POSTAL, missing

from contract_site.build import pipeline

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
POSTAL_PAGES = {
    "home": "",
    "the agreement": "national-2010/",
    "Article 8": "national-2010/article-8/",
    "Article 12 deep": "national-2010/article-12/#12.5.C.5.b.6",
    "Table 1.1": "national-2010/article-9/#table-1.1",
    "a memorandum": "national-2010/memo/clerk-craft-jobs/",
    "LMOU item 14": "lmou-des-moines-bmc-2006/item-14/",
}
"""What members come for."""
INVENTED_PAGES = {
    "home": "",
    "an agreement": "tiny-2024/",
    "an article": "tiny-2024/article-1/",
    "an article with tables": "tiny-2024/article-4/",
    "a supplement": "tiny-1954/article-ii/",
    "an item": "local-tiny-2024/item-2/",
}
POSTAL_HERE = not missing(POSTAL)
PAGES = POSTAL_PAGES if POSTAL_HERE else INVENTED_PAGES
"""The tests that every page must pass are run on these; on the invented ones where the postal agreements are not."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m 'not browser'` leaves them out, and those that speak of postal pages."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            parameters = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
            if "site" in getattr(item, "fixturenames", ()) and parameters.get("path") not in PAGES.values():
                item.add_marker(pytest.mark.agreements(*POSTAL))


@dataclass(frozen=True)
class Visit:
    """A page in the browser, with what it complained of and what it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The built site, which `make test` builds beforehand; the invented one where the postal agreements are not."""
    if not POSTAL_HERE:
        invented: pipeline.Project = request.getfixturevalue("tiny_site")
        return invented.site
    folder = ROOT / "site"
    if not folder.exists():
        pipeline.build_site(pipeline.Project(ROOT, folder), lambda _what, _done, _total: None)
    return folder


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of a server that shows the built site, without a slash at the end."""
    with serving(functools.partial(SilentHandler, directory=str(site))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium whose path `make test` wrote down."""
    path = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_for(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that gives the one context of each set of options; what it has loaded is loaded once.

    Nothing can be saved in it (test_saved.py has contexts of its own), so that no test sees what another one saved.
    """
    contexts: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(service_workers="block", **options)
        return contexts[key]

    yield context
    for each in contexts.values():
        each.close()


@pytest.fixture
def visit(context_for: Callable[..., BrowserContext], host: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a page of the site: on a phone, unless it is told another width.

    What pages kept for themselves is gone after each test, because tests with the same options have one context.
    """
    pages: list[Page] = []

    def open_page(path: str, *, width: int = 390, height: int = 844, **options: Any) -> Visit:
        seen = Visit(context_for(**options).new_page())
        pages.append(seen.page)
        seen.page.set_viewport_size({"width": width, "height": height})
        seen.page.set_default_timeout(30_000)
        seen.page.on("console", lambda line: seen.complaints.append(line.text) if line.type in ("error", "warning") else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(f"{host}/{path}")
        return seen

    yield open_page
    for context in {id(page.context): page.context for page in pages}.values():
        forget(context, host)
    for page in pages:
        page.close()


def forget(context: BrowserContext, host: str) -> None:
    """Remove what pages of the site kept in a browser for their next visit."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": host, "storageTypes": "local_storage"})
    page.close()


@pytest.fixture(params=PAGES.values(), ids=PAGES.keys())
def path(request: pytest.FixtureRequest) -> str:
    """The address of one of the pages that members come for."""
    return str(request.param)


@pytest.fixture(scope="session")
def provisions(site: Path) -> dict[str, list[dict[str, Any]]]:
    """The provisions of the agreement that the pages above are of, as the site's own data has them, by page."""
    slug = "national-2010" if POSTAL_HERE else "tiny-2024"
    data = json.loads((site / "data" / f"{slug}.json").read_text(encoding="utf-8"))
    pages: dict[str, list[dict[str, Any]]] = {}
    for provision in data["provisions"]:
        pages.setdefault(provision["page_id"], []).append(provision)
    return pages


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in Spanish: two editions of a port, which bare citations mean, and an agreement in English."""
    folder = spanish.built(tmp_path_factory.mktemp("port"), "puerto")
    with serving(functools.partial(SilentHandler, directory=str(folder))) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, port: str) -> Iterator[Callable[[str], Page]]:
    """Return a function that opens a page of the site in Spanish on a phone; no page may fail."""
    context = browser.new_context(service_workers="block", viewport={"width": 390, "height": 844})
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.goto(f"{port}/{path}")
        return page

    yield open_page
    context.close()
    assert complaints == []
