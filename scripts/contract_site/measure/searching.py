"""Measure search in a browser, on a slow phone's network and processor: time and bytes to the first result, beside Material's.

Material's search is built from the same pages of one agreement. For more agreements its index is written out so many times over
and ours made of so many copies of the records; the pages are not copied, because no search looks at them. The network is slowed
by the server (delay of a request, bytes a second for all together), because a browser's own brake leaves workers out; the
browser's brake on the processor holds for the page and not for workers, which both searches have.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from contract_site.beside.crossings import Crossings
from contract_site.build.pipeline import relate_alone
from contract_site.data.search import search_files
from contract_site.data.search_records import searched_agreements
from contract_site.model.document import Edition
from contract_site.model.search_record import SearchedAgreement
from contract_site.model.site import filled
from contract_site.pages.edition.pages import render_edition
from contract_site.site import generator
from contract_site.site.folder import write

COPIES = (1, 4, 30)
DELAY = 0.15
"""Seconds until a request is answered."""
RATE = 200_000
"""Bytes a second: 1.6 Mbit/s."""
SLOWER = 4
"""How many times slower the page computes."""
WORDS = "overtime"
TYPED = "grievance procedure"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
OURS = ("a.cr-search-open", "dialog input[type=search]", ".cr-find__results .cr-hit a")
MATERIALS = ("header label[for=__search]", ".md-search__input", ".md-search-result__link")
LONG_TASKS = """() => {
  window.tasks = [];
  const note = (list) => window.tasks.push(...list.getEntries().map((each) => each.duration));
  new PerformanceObserver(note).observe({type: "longtask"});
}"""
FACTS = {"name": "Measured", "hint": "", "searched": ""}
"""What pages say of a site that nobody reads."""
MATERIAL = {
    "site_name": "Measured",
    "theme": {"name": "material", "font": False, "features": ["search.highlight", "search.suggest"]},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "md_in_html", "tables", {"toc": {"toc_depth": 4}}],
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "ignore"},
        "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
    },
}
"""Material as it comes, with its search."""


@dataclass(slots=True)
class Line:
    """A slow network: what it has carried, and until when it is busy."""

    carried: int = 0
    busy: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, content: bytes) -> None:
        """Return when the content has come through."""
        with self.lock:
            self.carried += len(content)
            self.busy = max(self.busy, time.perf_counter()) + len(content) / RATE
            until = self.busy
        time.sleep(max(0.0, until - time.perf_counter()))


@dataclass(frozen=True, slots=True)
class Measured:
    """What the first result took, and the longest task of the page while one types."""

    seconds: float
    bytes: int
    longest: float


def measure_search(root: Path, site: Path, edition: Edition) -> Iterator[str]:
    """Yield a line for each search and number of agreements; ``site`` is the built site, ``root`` says where the browser is."""
    chromium = root / ".venv" / "chromium-path"
    if not chromium.exists():
        yield "  not measured: no browser; make test finds one"
        return
    (agreement,) = searched_agreements([edition])
    with tempfile.TemporaryDirectory() as folder:
        material = _material(edition, Path(folder))
        for copies in COPIES:
            page = f"{edition.slug}/{edition.parts[len(edition.parts) // 4].id}/"
            over_ours = _our_index(agreement, copies, Path(folder) / f"ours-{copies}")
            over_theirs = _their_index(material, edition.slug, copies, Path(folder) / f"theirs-{copies}")
            ours = _measured(chromium, [over_ours, site], page, OURS)
            theirs = _measured(chromium, [over_theirs, material], page, MATERIALS)
            for name, each in (("ours", ours), ("Material's", theirs)):
                yield (
                    f"  {copies:>3}x {name:<12}{each.seconds:8.1f} s {each.bytes:>12,} bytes to the first result,"
                    f" longest task while typing {each.longest:4.0f} ms"
                )
            times, weights = ours.seconds / theirs.seconds, ours.bytes / theirs.bytes
            yield f"       ratio {times:.2f} of the time, {weights:.2f} of the bytes"


def _copied(agreement: SearchedAgreement, copies: int) -> list[SearchedAgreement]:
    """The agreement, and copies of it under other slugs."""
    made = [agreement]
    for number in range(1, copies):
        slug = f"{agreement.slug}-copy-{number}"
        records = tuple(
            replace(record, url=record.url.replace(agreement.slug, slug, 1), text=f"{record.text} copy{number}")
            for record in agreement.records
        )
        made.append(replace(agreement, slug=slug, title=f"{agreement.title} ({number})", records=records))
    return made


def _our_index(agreement: SearchedAgreement, copies: int, folder: Path) -> Path:
    agreements = _copied(agreement, copies)
    for file in search_files(agreements, ()):
        write(folder / "search" / file.path, file.text)
    return folder


def _material(edition: Edition, folder: Path) -> Path:
    """The pages of one agreement as Material builds them, with its search."""
    documents, site = folder / "docs", folder / "material"
    crossings = Crossings(relate_alone(edition))
    for page in render_edition(edition, crossings).pages:
        write(documents / page.path, filled(page.text, FACTS))
    settings = MATERIAL | {"docs_dir": str(documents), "site_dir": str(site)}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    generator.run_mkdocs(folder / "mkdocs.yml")
    return site


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


def _measured(chromium: Path, folders: list[Path], path: str, places: tuple[str, str, str]) -> Measured:
    """Open a page with an empty cache, open search and type; then type more, letter by letter."""
    from playwright.sync_api import sync_playwright

    opener, field_place, result = places
    line = Line()
    with _served(folders, line) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.read_text(encoding="utf-8").strip(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 390, "height": 844}, service_workers="block")
        page.set_default_timeout(300_000)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        start = time.perf_counter()
        page.goto(f"{host}/{path}", wait_until="domcontentloaded")
        page.locator(opener).first.click()
        page.locator(field_place).fill(WORDS)
        page.locator(result).first.wait_for(state="visible")
        seconds, carried = time.perf_counter() - start, line.carried
        page.wait_for_timeout(3_000)
        page.evaluate(LONG_TASKS)
        page.locator(field_place).fill("")
        page.locator(field_place).press_sequentially(TYPED, delay=120)
        page.wait_for_timeout(5_000)
        longest = max(page.evaluate("() => window.tasks"), default=0.0)
        browser.close()
    return Measured(seconds, carried, longest)


@contextmanager
def _served(folders: list[Path], line: Line) -> Iterator[str]:
    """Serve the first of the folders that has a file, compressed as servers do, over a slow line."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            path = urlsplit(self.path).path.lstrip("/")
            name = PurePosixPath(path, "index.html") if path.endswith("/") or not path else PurePosixPath(path)
            file = next((folder / name for folder in folders if (folder / name).is_file()), None)
            content = file.read_bytes() if file else b""
            headers = {"Content-Type": TYPES.get(name.suffix, "application/octet-stream"), "Cache-Control": "max-age=600"}
            if file and name.suffix in TYPES:
                content = gzip.compress(content, mtime=0)
                headers["Content-Encoding"] = "gzip"
            self._answer(200 if file else 404, content, headers)

        def _answer(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
            time.sleep(DELAY)
            line.carry(content)
            try:
                self.send_response(status)
                for key, value in headers.items():
                    self.send_header(key, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
