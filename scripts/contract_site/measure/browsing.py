"""A phone's browser on a folder of files: served packed as hosts send them, over as slow a network as is asked for."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from playwright.sync_api import Browser, Page

DELAY = 0.15
"""Seconds until a request is answered."""
RATE = 200_000
"""Bytes a second: 1.6 Mbit/s."""
SLOWER = 4
"""How many times slower the page computes."""
SLOW = "390 px, 1.6 Mbit/s, 150 ms a request, processor 4 times slower"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
ARGUMENTS = ("--no-sandbox", "--disable-gpu")


Measurement = TypeVar("Measurement", bound="DataclassInstance")
"""Figures that one visit of a page gave."""


@dataclass(slots=True)
class Network:
    """A network: what it has carried and how often it was asked, and until when it is busy; ``slow`` or as it comes."""

    slow: float = 1.0
    carried: int = 0
    asked: int = 0
    busy: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, content: bytes) -> None:
        """Return when the content has come through."""
        with self.lock:
            self.carried += len(content)
            self.asked += 1
            self.busy = max(self.busy, time.perf_counter()) + self.slow * len(content) / RATE
            until = self.busy
        time.sleep(max(0.0, until - time.perf_counter()))


def middle(taken: Sequence[Measurement]) -> Measurement:
    """Return the median of several measurements of one kind, figure by figure."""
    return type(taken[0])(*(median(values) for values in zip(*map(astuple, taken), strict=True)))


@contextmanager
def chromium(root: Path) -> Iterator[Browser | None]:
    """Yield the browser that the project in ``root`` has found; None if it has found none."""
    found = root / ".venv" / "chromium-path"
    if not found.exists():
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = found.read_text(encoding="utf-8").strip()
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser, **options: Any) -> Iterator[Page]:
    """Yield a page on a phone that has nothing of any site; ``options`` are the browser's."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block", **options)
    page = context.new_page()
    page.set_default_timeout(300_000)
    yield page
    context.close()


@contextmanager
def served(folders: Sequence[Path], network: Network) -> Iterator[str]:
    """Serve the first of the folders that has a file, packed as servers do, over a network; yield the address."""

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
                content = gzip.compress(content, 6, mtime=0)
                headers["Content-Encoding"] = "gzip"
            self._answer(200 if file else 404, content, headers)

        def _answer(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
            time.sleep(network.slow * DELAY)
            network.carry(content)
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
