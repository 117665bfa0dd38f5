"""Measure what opening a page costs who has nothing of the site, on a slow phone, beside the same page of other generators.

Network and processor are slowed by the browser's own brakes. Sites take turns, round after round, and of each page the median
counts, because other work on the machine slows whatever runs beside it: compare the ratios, not the milliseconds of two runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contract_site.measure.browsing import DELAY, RATE, SLOWER, Network, middle, phone, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = 1_500
"""Milliseconds after a page has loaded in which what it still does is counted."""
WATCH = """
window.seen = { lcp: 0, fcp: 0, shift: 0, tasks: [] };
const watch = (type, act) => {
  new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
};
watch("largest-contentful-paint", (each) => { window.seen.lcp = each.startTime; });
watch("paint", (each) => { if (each.name === "first-contentful-paint") window.seen.fcp = each.startTime; });
watch("layout-shift", (each) => { if (!each.hadRecentInput) window.seen.shift += each.value; });
watch("longtask", (each) => { window.seen.tasks.push([each.startTime, each.duration]); });
"""
SEEN = "() => ({ ...window.seen, load: performance.getEntriesByType('navigation')[0].loadEventEnd })"
LONG = 50
"""Milliseconds from which on a task is long; what is above them blocks."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What one opening of a page cost: bytes with heads, requests, milliseconds, layout shift."""

    bytes: float
    requests: float
    lcp: float
    blocking: float
    shift: float
    load: float
    longest: float


def measure_pages(browser: Browser, sites: Mapping[str, Path], paths: Mapping[str, str], rounds: int) -> Iterator[str]:
    """Yield a line for each page and site; ``paths`` are addresses from the root of every site, by what they are called.

    The first of the sites is ours.
    """
    taken: dict[tuple[str, str], list[Opened]] = defaultdict(list)
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(served([folder], Network(slow=0.0))) for name, folder in sites.items()}
        for turn in range(rounds):
            for page, path in paths.items():
                for name in _turned(list(sites), turn):
                    if (sites[name] / path / "index.html").is_file():
                        taken[page, name].append(open_cold(browser, f"{hosts[name]}/{path}"))
    for page in paths:
        found = {name: middle(taken[page, name]) for name in sites if taken[page, name]}
        yield f"  {page}"
        yield from _lines(found)


def measure_file(browser: Browser, path: Path, rounds: int) -> str:
    """Return a line on a file that is opened from disk: how long it loads, its longest task, its elements."""
    opened = middle([open_cold(browser, path.as_uri()) for _ in range(rounds)])
    with phone(browser) as page:
        page.goto(path.as_uri())
        elements = page.evaluate("document.querySelectorAll('*').length")
    return (
        f"  {path.name:<52}{path.stat().st_size:>10,} bytes {elements:>7,} elements: first words {opened.lcp:5.0f} ms,"
        f" loaded {opened.load:6.0f} ms, longest task {opened.longest:5.0f} ms"
    )


def open_cold(browser: Browser, address: str) -> Opened:
    """Open a page in a new, slowed context and return what it cost."""
    with phone(browser) as page:
        session = page.context.new_cdp_session(page)
        received: list[float] = []
        asked: list[Any] = []
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        session.on("Network.requestWillBeSent", lambda event: asked.append(event))
        session.send("Network.enable")
        conditions = {"offline": False, "latency": DELAY * 1000, "downloadThroughput": RATE, "uploadThroughput": RATE}
        session.send("Network.emulateNetworkConditions", conditions)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(WATCH)
        page.goto(address, wait_until="load")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(QUIET)
        seen = page.evaluate(SEEN)
    web = [each for each in asked if each["request"]["url"].startswith("http")]
    return Opened(
        bytes=sum(received),
        requests=len(web),
        lcp=seen["lcp"],
        blocking=sum(length - LONG for start, length in seen["tasks"] if start + length > seen["fcp"] and length > LONG),
        shift=seen["shift"],
        load=seen["load"],
        longest=max((length for _, length in seen["tasks"]), default=0.0),
    )


def _lines(middle: Mapping[str, Opened]) -> Iterator[str]:
    ours = next(iter(middle.values()))
    for name, each in middle.items():
        beside = (
            "" if each is ours else f"  ours is {ours.bytes / each.bytes:.2f} of the bytes, {ours.lcp / each.lcp:.2f} of LCP"
        )
        yield (
            f"    {name:<12}{each.bytes / 1000:>7.1f} kB {each.requests:>4.0f} requests, LCP {each.lcp:>5.0f} ms,"
            f" blocked {each.blocking:>4.0f} ms, shift {each.shift:.3f}{beside}"
        )


def _turned(names: Sequence[str], turn: int) -> Sequence[str]:
    """The names in another order each turn, so that none is always measured after the same one."""
    at = turn % len(names)
    return [*names[at:], *names[:at]]
