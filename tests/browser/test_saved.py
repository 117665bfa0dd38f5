"""Saving an agreement and reading it without a network; updates that never mix two versions; installing the site."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from tests import present
from tests.browser.published import AGREEMENT, LATE, MARKS, Published, make_version
from tests.browser.test_accessibility import problems

expect.set_options(timeout=20_000)
KEPT = "async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"
AGE = """async () => { for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) if (request.url.includes('/record/page/'))
    await cache.put(request, new Response(JSON.stringify({ ...await (await cache.match(request)).json(), at: 0 })));
} }"""
"""Make every page that was opened one that was opened long ago."""
FORGET = """async () => { for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) if (request.url.includes('/offline/file/')) await cache.delete(request);
} }"""
"""As a browser that got short of room: files are gone, records are there."""
SAVE = re.compile("Save for reading without a network")


@pytest.fixture(scope="module")
def versions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same small site, published twice: every page, its look and its script say which time it was."""
    folder = tmp_path_factory.mktemp("published")
    return make_version(site, folder / "a", "A"), make_version(site, folder / "b", "B")


@pytest.fixture
def published(versions: tuple[Path, Path]) -> Iterator[Published]:
    """The first version on a server, below a path as on many free hosts."""
    with Published(versions[0], "contracts/").running() as server:
        yield server


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that gives a browser profile of its own, on a phone: nothing is saved in it."""
    contexts: list[BrowserContext] = []

    def new(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(viewport={"width": 390, "height": 844}, **options))
        contexts[-1].set_default_timeout(30_000)
        return contexts[-1]

    yield new
    for context in contexts:
        context.close()


def save(page: Page, root: str, slug: str = AGREEMENT) -> None:
    """Open the agreement's page and save it with one tap."""
    page.goto(f"{root}{slug}/")
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".saving .done")).to_be_visible()


def look_for_newer(page: Page, root: str) -> None:
    page.goto(f"{root}saved/")
    page.get_by_role("button", name="Look for newer texts").click()


# Reading -------------------------------------------------------------------------------------------------------------


def test_a_saved_agreement_is_read_in_airplane_mode(host, reader):
    context = reader(has_touch=True)
    page = context.new_page()
    save(page, f"{host}/", "national-2010")
    context.set_offline(True)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(f"{request.url} {request.failure}"))
    page.goto(f"{host}/national-2010/article-8/#8.5.G")
    expect(page.locator("[id='8.5.G']")).to_be_in_viewport()
    expect(page.get_by_text("No network. You are reading the copy saved on this device on")).to_have_count(1)

    page.locator("[id='8.5.G.1'] a.ref").first.tap()
    expect(page.locator(".preview-words")).not_to_be_empty()
    page.get_by_role("button", name="Close").tap()
    page.locator(".pager").get_by_role("link", name="Article 9. Salaries and Wages →").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("SALARIES AND WAGES")
    page.goto(f"{host}/national-2010/memo/clerk-craft-jobs/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Clerk Craft Jobs")
    page.goto(f"{host}/go/?c=art 15 step 2")
    expect(page).to_have_url(re.compile(r"/national-2010/article-15/#15\.2\.step-2$"))
    page.goto(f"{host}/12.5.C.4")
    expect(page).to_have_url(f"{host}/national-2010/article-12/#12.5.C.4")
    page.goto(f"{host}/12.5.C.99")
    expect(page.get_by_text("Did you mean")).to_contain_text("Article 12.5.C, 2010–2015 National Agreement")
    page.goto(f"{host}/national-2010/article-8/#8.5.g")
    expect(page).to_have_url(f"{host}/national-2010/article-8/#8.5.G")
    page.locator("a.cr-search-open").tap()
    page.locator("dialog.cr-search").get_by_role("searchbox").fill("opting")
    expect(page.locator("dialog .cr-hit").first).to_be_visible()
    page.goto(f"{host}/search/?q=overtime desired")
    expect(page.locator(".cr-hit").filter(has_text="Article 8.5").first).to_be_visible()
    page.goto(f"{host}/")
    page.locator("article").get_by_role("link", name="2010–2015 National Agreement").first.tap()
    expect(page.locator(".saving .done")).to_be_visible()

    # A page that is left at once may still be loading.
    failed = [each.removeprefix(f"{host}/").split(" ")[0] for each in failed if "ERR_ABORTED" not in each]
    # The indexes and the tables of agreements that are not saved, are asked for in vain; so may be whether there is
    # anything newer, by a page that begins before the browser has told it that there is no network.
    assert [each for each in failed if not re.match(r"search/|go/(national-19|lmou)|offline/build\.json", each)] == []


def test_a_page_that_is_not_saved_leads_to_what_is(published, reader):
    context = reader()
    page = context.new_page()
    save(page, published.root)
    context.set_offline(True)
    page.goto(f"{published.root}national-1066/article-1/?x=1")

    expect(page.get_by_text("This page is not saved on this device, and there is no network: /national-1066/")).to_be_visible()
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", f"{published.root}national-1066/article-1/")
    page.locator(".saving").get_by_role("link", name="The local memorandum", exact=True).click()
    expect(page).to_have_url(f"{published.root}{AGREEMENT}/")
    page.goto(f"{published.root}{AGREEMENT}/item-14")
    expect(page).to_have_url(f"{published.root}{AGREEMENT}/item-14/")


def test_a_short_address_leads_to_its_place_in_airplane_mode(host, reader):
    context = reader()
    page = context.new_page()
    save(page, f"{host}/")
    context.set_offline(True)
    for short in (f"{AGREEMENT}/14.C", "LMOU-des-moines-bmc-2006/Item-14/#14.C", f"{AGREEMENT}//item-14/#14.c", "item-14.C"):
        page.goto("about:blank")
        page.goto(f"{host}/{short}")

        expect(page).to_have_url(f"{host}/{AGREEMENT}/item-14/#14.C")
        expect(page.locator("[id='14.C']")).to_be_in_viewport()


def test_a_short_address_that_an_agreement_not_saved_may_have_is_only_offered(host, reader):
    """`/14.C` is an article's on the web; what is saved does not say whether there is one."""
    context = reader()
    page = context.new_page()
    save(page, f"{host}/")
    context.set_offline(True)
    page.goto(f"{host}/14.C")

    expect(page.get_by_text("Did you mean")).to_contain_text("Item 14.C, Des Moines BMC LMOU 2006")
    page.get_by_role("link", name="Item 14.C, Des Moines BMC LMOU 2006").click()
    expect(page).to_have_url(f"{host}/{AGREEMENT}/item-14/#14.C")


NOT_SAVED = (
    "compare/national-1964/national-1966/",
    "compare/national-1966/national-1964/",
    "national-1966/",
    "national-1966/tables/",
    "national-1966/article-xv/#XV.B",
    f"{AGREEMENT}/item-14/",
)
"""Addresses of what is not saved where the 2010 agreement is; all but the second are there."""


def test_a_page_that_is_not_saved_is_said_to_be_so_once_and_nothing_else_is_said_of_it(host, reader):
    """No page sends a reader to itself, and what is not here is not denied."""
    context = reader(has_touch=True)
    page = context.new_page()
    save(page, f"{host}/", "national-2010")
    context.set_offline(True)
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    for address in NOT_SAVED:
        loads.clear()
        page.goto(f"{host}/{address}")
        what = "comparison" if address.startswith("compare/") else "page"
        path = address.partition("#")[0]
        expect(page.locator(".missing")).to_contain_text(
            f"This {what} is not saved on this device, and there is no network: /{path}"
        )
        page.wait_for_timeout(500)

        assert page.locator(".missing").get_by_text(re.compile("has no|There is no |Did you mean|does not have")).count() == 0
        assert page.locator(".missed").count() == 0
        assert len(loads) == 1, loads


def test_the_link_to_a_comparison_that_is_not_saved_leads_to_a_page_that_stays(host, reader):
    context = reader(has_touch=True)
    page = context.new_page()
    save(page, f"{host}/", "national-2010")
    context.set_offline(True)
    page.goto(f"{host}/")
    page.locator("article").get_by_role("link", name="What changed from 1964 to 1966").first.tap()
    expect(page.get_by_text("This comparison is not saved on this device")).to_be_visible()
    page.evaluate("window.same = true")
    page.wait_for_timeout(1000)

    assert page.evaluate("window.same")


def test_what_is_typed_of_an_agreement_that_is_not_saved_is_neither_found_nor_denied(host, reader):
    context = reader()
    page = context.new_page()
    save(page, f"{host}/", "national-2010")
    context.set_offline(True)
    for typed in (
        "1966 Article XV.B",
        "1966 Article XCIX",
        f"{host}/national-1966/article-xv/#XV.B",
        "1966 Seniority supplement",
    ):
        page.goto(f"{host}/go/?c={typed.replace('#', '%23')}")

        expect(page.locator(".goto-answer")).to_contain_text("The 1966 National Agreement is not saved on this device")
        assert page.locator(".goto-answer").get_by_text("has no").count() == 0


def test_while_the_page_of_what_is_saved_finds_out_what_is_it_does_not_say_that_nothing_can_be(published, reader):
    page = reader().new_page()
    page.route("**/saved/page.js", lambda route: route.abort())
    page.goto(f"{published.root}saved/", wait_until="networkidle")

    expect(page.get_by_text("Here this browser cannot save anything")).to_be_hidden()


def test_where_the_page_of_what_is_saved_has_gone_the_browser_says_that_there_is_no_network(published, reader):
    context = reader()
    page = context.new_page()
    save(page, published.root)
    page.evaluate(FORGET)
    context.set_offline(True)
    with pytest.raises(Error, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        page.goto(f"{published.root}saved/")


def test_who_never_saves_pays_next_to_nothing(published, reader):
    page = reader().new_page()
    page.goto(f"{published.root}{AGREEMENT}/item-14/", wait_until="networkidle")
    about_saving = [path for path in published.asked if re.search("saved|offline|worker", path)]

    assert about_saving == []  # what decides whether more is loaded is part of the page's one script
    assert page.evaluate(KEPT) == [[], 0]


@pytest.mark.parametrize(
    "missing",
    ["Object.defineProperty(window, 'isSecureContext', {value: false})", "delete Navigator.prototype.serviceWorker", None],
    ids=["http", "a private window", "no JavaScript"],
)
def test_where_nothing_can_be_saved_no_control_shows(published, reader, missing):
    context = reader(java_script_enabled=missing is not None)
    if missing:
        context.add_init_script(missing)
    page = context.new_page()
    page.goto(f"{published.root}{AGREEMENT}/", wait_until="networkidle")
    expect(page.locator("[data-saving]")).to_be_hidden()
    page.goto(f"{published.root}saved/", wait_until="networkidle")

    expect(page.get_by_text("Here this browser cannot save anything")).to_be_visible()


# Updates -------------------------------------------------------------------------------------------------------------


def test_an_update_switches_whole_pages_and_leaves_open_ones_alone(published, versions, reader):
    context = reader()
    page, open_before = context.new_page(), context.new_page()
    save(page, published.root)
    open_before.goto(f"{published.root}{AGREEMENT}/item-14/")
    published.folder = versions[1]
    page.goto(f"{published.root}{AGREEMENT}/item-1/")
    assert page.evaluate(MARKS) == ["A", "A", "A"]

    page.reload()
    expect(page.get_by_text("A newer version of this page has been saved.")).to_be_visible()
    assert page.evaluate(MARKS) == ["A", "A", "A"]
    page.get_by_role("button", name="Show it").click()
    page.wait_for_function("window.mark === 'B'")
    assert page.evaluate(MARKS) == ["B", "B", "B"]

    # What the open page still loads is of its own version, even after the worker was stopped in between.
    stop_workers(page)
    open_before.add_script_tag(url=f"{published.root}{LATE}")
    assert [*open_before.evaluate(MARKS), open_before.evaluate("window.late")] == ["A"] * 4
    context.set_offline(True)
    open_before.reload()
    open_before.add_script_tag(url=f"{published.root}{LATE}")
    assert [*open_before.evaluate(MARKS), open_before.evaluate("window.late")] == ["B"] * 4


def test_a_page_from_the_network_gets_everything_from_the_network(published, versions, reader):
    context = reader()
    page, open_before = context.new_page(), context.new_page()
    published.folder = versions[1]
    open_before.goto(f"{published.root}{AGREEMENT}/item-14/")
    published.folder = versions[0]
    save(page, published.root)
    published.folder = versions[1]
    open_before.add_script_tag(url=f"{published.root}{LATE}")

    assert open_before.evaluate("window.late") == "B"


@pytest.mark.parametrize("answers", [0, 25], ids=lambda answers: f"after {answers} answers")
def test_an_interrupted_update_leaves_the_old_version_whole(published, versions, reader, answers):
    context = reader()
    page = context.new_page()
    save(page, published.root)
    published.folder, published.answers_left = versions[1], answers
    look_for_newer(page, published.root)
    expect(page.get_by_role("alert")).to_contain_text("The network failed before everything was here")
    for path in ("", f"{AGREEMENT}/", f"{AGREEMENT}/item-1/", f"{AGREEMENT}/item-22/", "about/"):
        page.goto(published.root + path)
        assert page.evaluate(MARKS) == ["A", "A", "A"]

    published.answers_left, published.asked[:] = None, []
    look_for_newer(page, published.root)
    expect(page.get_by_text("What is saved is now what the site has.")).to_be_visible()
    pages = [path for path in published.asked if path.startswith(AGREEMENT)]
    page.goto(f"{published.root}{AGREEMENT}/item-1/")
    assert page.evaluate(MARKS) == ["B", "B", "B"]
    # What had arrived was not asked for again.
    assert (len(pages) < 27) == (answers > 0)


def test_a_half_published_site_changes_nothing(published, versions, reader, tmp_path):
    """The lists are already those of the new version, the pages still the old ones."""
    page = reader().new_page()
    save(page, published.root)
    half = tmp_path / "half"
    half.mkdir()
    for path in versions[0].iterdir():
        (half / path.name).symlink_to((versions[1] if path.name == "offline" else versions[0]) / path.name)
    published.folder = half
    look_for_newer(page, published.root)

    expect(page.get_by_role("alert")).to_contain_text("A file did not arrive as the site’s list has it")
    page.goto(f"{published.root}{AGREEMENT}/item-1/")
    assert page.evaluate(MARKS) == ["A", "A", "A"]


# What is saved -------------------------------------------------------------------------------------------------------


def test_removing_the_last_agreement_leaves_nothing_behind(published, reader):
    page = reader().new_page()
    save(page, published.root)
    page.goto(f"{published.root}saved/")
    expect(page.locator(".saving li")).to_contain_text(re.compile(r"status not stated.*0\.\d MB · saved .+ at ", re.DOTALL))
    page.get_by_role("button", name="Remove The local memorandum").click()
    expect(page.get_by_text("No agreement is saved yet.")).to_be_visible()
    assert page.evaluate(KEPT) == [[], 0]

    page.goto(f"{published.root}{AGREEMENT}/")
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()


def test_removing_one_agreement_frees_its_files_and_keeps_the_other(host, reader):
    page = reader().new_page()
    save(page, f"{host}/", "national-1964")
    save(page, f"{host}/", AGREEMENT)
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    page.evaluate(AGE)
    page.reload()
    lists = [json.loads(page.request.get(f"{host}/offline/{name}.json").text()) for name in ("shell", "lists/national-1964")]

    expected = len({(row[1], row[0].rpartition("/")[2]) for each in lists for row in each["files"]})
    files = "(await caches.keys()).find((name) => name.endsWith(' files'))"
    wait_until(page, f"(async () => (await (await caches.open({files})).keys()).length === {expected})()")


def test_where_there_is_no_room_the_reader_is_told_and_nothing_stays(published, reader):
    context = reader()
    page = context.new_page()
    page.goto(f"{published.root}{AGREEMENT}/")
    origin = published.root.removesuffix("/contracts/")
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 300_000})
    page.get_by_role("button", name=SAVE).click()

    expect(page.get_by_role("alert")).to_contain_text("There is not enough room on this device")
    kept = "(await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)"
    assert sum(page.evaluate(f"async () => Promise.all({kept})")) == 0


def test_downloads_and_parts_of_files_are_never_taken_from_what_is_saved(published, reader):
    page = reader().new_page()
    save(page, published.root)
    published.asked.clear()
    some = "path => fetch(path, { cache: 'no-store', headers: { Range: 'bytes=0-9' } })"
    page.evaluate(some, f"{published.root}{AGREEMENT}/")
    page.evaluate("path => fetch(path)", f"{published.root}downloads/x.zip")
    page.evaluate("path => fetch(path)", f"{published.root}{AGREEMENT}/item-2/")

    assert [path for path in published.asked if not path.startswith("offline/")] == [f"{AGREEMENT}/", "downloads/x.zip"]


def test_the_lists_of_the_site_name_files_that_are_there_and_every_page_of_the_agreement(site):
    for path in sorted((site / "offline" / "lists").glob("*.json")):
        listed = json.loads(path.read_text(encoding="utf-8"))["files"]
        files = {address: site / (address + "index.html" if address.endswith("/") else address) for address, _, _ in listed}
        pages = {
            f"{page.parent.relative_to(site).as_posix()}/": 'content="noindex"' in page.read_text(encoding="utf-8")
            for page in (site / path.stem).rglob("index.html")
        }

        assert {address for address, shared in pages.items() if not shared} <= files.keys()
        assert not {address for address, shared in pages.items() if shared} & files.keys()
        for address, known, size in listed:
            content = files[address].read_bytes()
            assert (hashlib.sha256(content).hexdigest()[:32], len(content)) == (known, size)


# Installing ----------------------------------------------------------------------------------------------------------


def test_the_site_can_be_installed(published, reader):
    page = reader().new_page()
    page.goto(f"{published.root}{AGREEMENT}/item-14/")
    browser = page.context.new_cdp_session(page)
    found = browser.send("Page.getAppManifest")
    manifest = json.loads(found["data"])
    sizes = page.evaluate(
        """(urls) => Promise.all(urls.map((url) => new Promise((done, fail) => {
          const image = new Image();
          image.onload = () => done(image.naturalWidth + 'x' + image.naturalHeight);
          image.onerror = () => fail(new Error(url));
          image.src = url; })))""",
        [published.root + icon["src"] for icon in manifest["icons"]],
    )

    assert found["url"] == f"{published.root}manifest.webmanifest"
    assert found["errors"] == []
    hindrances = [each["errorId"] for each in browser.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert hindrances == ["in-incognito"]  # as every profile of a test is
    assert sizes[1:] == [icon["sizes"] for icon in manifest["icons"]][1:]
    expect(page.locator("link[rel=apple-touch-icon]")).to_have_attribute("href", "../../assets/icons/icon-180.png")


def test_the_installed_site_opens_without_a_network_before_anything_is_saved(published, reader):
    context = reader()
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'standalone', {value: true})")
    page = context.new_page()
    page.goto(published.root)
    wait_until(page, "window.contractReference?.saved?.snapshot()")
    context.set_offline(True)
    page.goto(published.root)
    expect(page.get_by_role("heading", level=1)).to_have_text(present.SITE["name"])
    page.goto(f"{published.root}{AGREEMENT}/")

    expect(page.get_by_text("This page is not saved on this device")).to_be_visible()
    expect(page.get_by_text("No agreement is saved yet.")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_wrong_with_what_is_shown_of_saving(published, reader, width, scheme):
    context = reader(color_scheme=scheme)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{published.root}{AGREEMENT}/")
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    assert problems(page) == []
    save(page, published.root)
    assert problems(page) == []
    context.set_offline(True)
    page.goto(f"{published.root}not/here/")
    expect(page.get_by_text("This page is not saved on this device")).to_be_visible()

    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def wait_until(page: Page, promise: str) -> None:
    """Wait until what an expression promises is true; ``wait_for_function`` takes the promise itself for it."""
    page.evaluate(
        f"""async () => {{ for (let tries = 0; !(await ({promise})); tries += 1) {{
          if (tries === 400) throw new Error('never: ' + {promise!r});
          await new Promise((done) => setTimeout(done, 50));
        }} }}"""
    )


def stop_workers(page: Page) -> None:
    """Stop the service worker, as browsers do after half a minute without work."""
    browser = page.context.new_cdp_session(page)
    browser.send("ServiceWorker.enable")
    browser.send("ServiceWorker.stopAllWorkers")
