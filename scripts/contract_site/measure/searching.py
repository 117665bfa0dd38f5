"""Measure search in a browser, on a slow phone's network and processor: time and bytes to the first result, beside Material's.

Material's search is built from the same pages of one agreement. For more agreements its index is written out so many times
over and ours made of so many copies of the records, each without some of them that chance leaves out (always the same); the
pages are not copied, because no search looks at them, nor are the indexes of agreements that no query here asks. The network
is slowed by the server (delay of a request, bytes a second for all together), because a browser's own brake leaves workers
out; the browser's brake on the processor holds for the page and not for workers, which Material's search has.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from contract_site.data.search import index_files, joined_files, own_files, share_of
from contract_site.data.search_among import NAMES
from contract_site.data.search_index import Postings, entry, having, postings
from contract_site.measure.browsing import SLOWER, Network, middle, phone, served
from contract_site.model.editorial import Synonym
from contract_site.model.search_record import SearchedAgreement
from contract_site.site.folder import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COPIES = (1, 4, 30, 1_000)
MOST_OF_THEIRS = 30
"""Copies of Material's index at most: a page does not live through more."""
LEFT_OUT = 0.3
"""The share of its records that a copy lacks."""
WORDS = "overtime"
SENTENCE = "how long do I have to file a grievance"
TYPED = "grievance procedure"
OURS = ("a.cr-search-open", "dialog input[type=search]", ".cr-find__results .cr-hit a")
MATERIALS = ("header label[for=__search]", ".md-search__input", ".md-search-result__link")
WATCH = """
window.tasks = [];
const note = (list) => window.tasks.push(...list.getEntries().map((each) => each.duration));
new PerformanceObserver(note).observe({type: "longtask"});
addEventListener("pointerdown", () => { window.tapped ||= performance.now(); }, true);
const look = () => { if (!window.found && document.querySelector(%s)) window.found = performance.now(); };
new MutationObserver(look).observe(document, {childList: true, subtree: true});
"""
"""When search was tapped and when its first result stood on the page, in milliseconds of the visit; long tasks."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the first result took from the tap on, the whole visit until then, and the longest task while one types."""

    seconds: float
    bytes: float
    requests: float
    visit: float
    whole: float
    longest: float


def measure_search(
    browser: Browser,
    site: Path,
    material: Path,
    agreement: SearchedAgreement,
    page: str,
    synonyms: Sequence[Synonym],
    rounds: int,
) -> Iterator[str]:
    """Yield a line for each search and number of agreements.

    ``site`` is the built one, ``material`` Material's of the same pages, ``page`` the address in both where search is opened.
    """
    least = 0.0
    for copies in COPIES:
        with tempfile.TemporaryDirectory() as folder:
            over = _our_index(agreement, synonyms, copies, Path(folder) / "ours")
            ours = {words: _middle(browser, [over, site], page, OURS, words, rounds) for words in (WORDS, SENTENCE)}
            for words, each in ours.items():
                yield f"  {copies:>5}x ours, “{words}”: {_said(each)}"
            least = least or ours[WORDS].bytes
            yield f"         ratio {ours[WORDS].bytes / least:.2f} of the bytes with one agreement"
            if copies > MOST_OF_THEIRS:
                continue
            theirs_over = _their_index(material, agreement.slug, copies, Path(folder) / "theirs")
            theirs = _middle(browser, [theirs_over, material], page, MATERIALS, WORDS, rounds)
            yield f"  {copies:>5}x Material’s, “{WORDS}”: {_said(theirs)}"
            times, weights = ours[WORDS].visit / theirs.visit, ours[WORDS].whole / theirs.whole
            yield f"         ratio {times:.2f} of the time and {weights:.2f} of the bytes of a visit"


def _said(each: Measured) -> str:
    return (
        f"{each.seconds:5.2f} s, {each.bytes / 1000:7.1f} kB, {each.requests:3.0f} requests from the tap to the first result;"
        f" the visit {each.visit:5.2f} s, {each.whole / 1000:7.1f} kB; longest task while typing {each.longest:4.0f} ms"
    )


def _copied(agreement: SearchedAgreement, copies: int) -> tuple[list[SearchedAgreement], list[Postings]]:
    """The agreement and copies of it under other slugs, and what each stem is found in."""
    chance = random.Random(copies)
    index = postings(agreement.records)
    agreements, indexes = [agreement], [index]
    for number in range(1, copies):
        slug = f"{agreement.slug}-copy-{number}"
        kept = {each for each in range(len(agreement.records)) if chance.random() >= LEFT_OUT}
        left = {stem: [place for place in places if place[0] in kept] for stem, places in index.items()}
        indexes.append({stem: places for stem, places in left.items() if places})
        agreements.append(replace(agreement, slug=slug, title=f"{agreement.title} ({number})"))
    return agreements, indexes


def _our_index(agreement: SearchedAgreement, synonyms: Sequence[Synonym], copies: int, folder: Path) -> Path:
    """All that search loads, but for the own indexes of agreements that a page is not told of at once."""
    agreements, indexes = _copied(agreement, copies)
    own = share_of(agreement, indexes[0], synonyms)
    shares = (replace(own, having=having(index), words=own.words if index is indexes[0] else {}) for index in indexes)
    starts, files = joined_files(list(map(entry, agreements)), shares, synonyms)
    near = enumerate(zip(agreements[:NAMES], indexes, strict=False))
    found = (file for number, (each, index) in near for file in index_files(number, each, index, starts))
    for file in (*files, *found, *(file for each in agreements[:NAMES] for file in own_files(each))):
        write(folder / "search" / file.path, file.text)
    return folder


def _their_index(material: Path, slug: str, copies: int, folder: Path) -> Path:
    """Material's index with its entries so many times over."""
    index = json.loads((material / "search" / "search_index.json").read_bytes())
    own = index["docs"]
    for number in range(1, copies):
        index["docs"] = [
            *index["docs"],
            *(each | {"location": each["location"].replace(slug, f"{slug}-copy-{number}", 1)} for each in own),
        ]
    path = folder / "search" / "search_index.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
    return folder


def _middle(
    browser: Browser, folders: Sequence[Path], path: str, places: tuple[str, str, str], words: str, rounds: int
) -> Measured:
    """The median of some visits."""
    taken = [_measured(browser, folders, path, places, words) for _ in range(rounds)]
    return middle(taken)


def _measured(browser: Browser, folders: Sequence[Path], path: str, places: tuple[str, str, str], words: str) -> Measured:
    """Open a page with an empty cache, open search as soon as it is there and type; then type more, letter by letter."""
    opener, field, result = places
    network = Network()
    with served(folders, network) as host, phone(browser) as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(WATCH % json.dumps(result))
        page.goto(f"{host}/{path}", wait_until="load")
        carried, asked = network.carried, network.asked
        page.locator(opener).first.click()
        page.locator(field).fill(words)
        page.wait_for_function("window.found")
        whole, requests = network.carried, network.asked
        tapped, found = page.evaluate("[window.tapped, window.found]")
        page.wait_for_timeout(3_000)
        page.evaluate("window.tasks.length = 0")
        page.locator(field).fill("")
        page.locator(field).press_sequentially(TYPED, delay=120)
        page.wait_for_timeout(5_000)
        longest = max(page.evaluate("window.tasks"), default=0.0)
    return Measured((found - tapped) / 1000, whole - carried, requests - asked, found / 1000, whole, longest)
