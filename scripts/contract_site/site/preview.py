"""Show the site on this machine while it is written: serve it as a host would, build it again when a file changes.

Each build is a process of its own, so that changed code counts too and a fault of a build cannot stop the server. A page that
is open asks which build it shows, by a script that only this server adds, and loads itself again after another one.
"""

from __future__ import annotations

import errno
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from contract_site.model.finding import ContractSiteError

WATCHED = ("agreements", "docs", "overrides", "scripts")
WATCHED_FILES = ("mkdocs.yml", "site.toml")
CHANGES = frozenset(["created", "modified", "moved", "deleted"])
"""Kinds of events that change a file; that one was opened or closed is none."""
QUIET = 0.3
"""Seconds without a change before a build: an editor writes several files, or one in several steps."""

BUILT = "/.built"
"""The address that tells which build is shown; no page of a site has a name that begins with a dot."""
AGAIN = f"""<script>
(() => {{
  let shown = "";
  const ask = async () => {{
    const answer = await fetch("{BUILT}", {{ cache: "no-store" }}).catch(() => null);
    const built = answer && answer.ok ? await answer.text() : shown;
    if (shown && built !== shown) location.reload();
    shown = built;
  }};
  ask();
  setInterval(() => document.hidden || ask(), 1000);
}})();
</script>"""
"""Loads a page again when another build is shown; the page keeps its place."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown and how it is built."""

    root: Path
    site: Path
    build: Sequence[str]
    """The command that builds ``site``; it says on standard error, in one line, why it could not."""
    tell: Tell


class Changes(FileSystemEventHandler):
    """Notes that a file of the project changed; what programs keep for themselves does not count."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the project."""
        self.root = root
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at one event of the file system."""
        if event.event_type in CHANGES and not event.is_directory:
            paths = (PurePath(str(path)) for path in (event.src_path, event.dest_path) if path)
            if any(self.counts(path.relative_to(self.root)) for path in paths if path.is_relative_to(self.root)):
                self.happened.set()

    def counts(self, path: PurePath) -> bool:
        """Say whether a changed file, by its path in the project, can change the site."""
        if len(path.parts) == 1 and path.name not in WATCHED_FILES:
            return False
        hidden = any(part.startswith((".", "#")) or part == "__pycache__" for part in path.parts)
        return not hidden and not path.name.endswith(("~", ".swp", ".tmp", ".pyc"))


class Builds:
    """Counts the builds that are shown."""

    def __init__(self) -> None:
        """Begin with none."""
        self.shown = 0


class Handler(SimpleHTTPRequestHandler):
    """Answers as a host of static files does: an unknown address with ``404.html``, a folder without a page as unknown."""

    def __init__(self, *arguments: Any, builds: Builds, **named: Any) -> None:
        """Take beside what the server gives the count of builds."""
        self.builds = builds
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer with a file, a page with the script behind it that loads it again, or which build is shown."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if self.path == BUILT:
            self._send(HTTPStatus.OK, "text/plain", str(self.builds.shown).encode())
        elif page.suffix == ".html" and page.is_file():
            self._send(HTTPStatus.OK, "text/html", page.read_bytes() + AGAIN.encode())
        else:
            super().do_GET()

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Tell browsers to ask again: a file may have changed within the second by which they would know."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._send(HTTPStatus.NOT_FOUND, "text/html", page.read_bytes() + AGAIN.encode())

    def list_directory(self, path: object) -> None:  # noqa: ARG002 (the name that the server gives it)
        """Show no list of files: a host has none."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Say nothing of what browsers ask for."""


def serve(preview: Preview, port: int, stop: threading.Event) -> None:
    """Build the site, show it at the port of this machine (0: any free one), and build it again whenever a file changes.

    Returns when ``stop`` is set. Raises ContractSiteError if the port is busy.
    """
    builds = Builds()
    with _server(preview.site, port, builds) as address, _watched(preview.root) as changes:
        _build(preview, builds)
        preview.tell(f"The site is at {address} and follows changes of its files (Ctrl-C stops)")
        while not stop.is_set():
            if changes.wait(0.2):
                _settle(changes, stop)
                _build(preview, builds)


def _settle(changes: threading.Event, stop: threading.Event) -> None:
    """Wait until nothing has changed for a moment."""
    while changes.is_set() and not stop.is_set():
        changes.clear()
        changes.wait(QUIET)


def _build(preview: Preview, builds: Builds) -> None:
    """Build once; if it fails the last site stays, and what is wrong is said."""
    preview.tell("building the site …")
    begun = time.monotonic()
    done = subprocess.run(preview.build, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode == 0:
        builds.shown += 1
        preview.tell(f"built in {time.monotonic() - begun:.0f} s")
        return
    lines = done.stderr.strip().splitlines() or [f"the build ended with status {done.returncode}"]
    preview.tell(lines[-1] if "Traceback" in done.stderr else "\n".join(lines))
    shown = "the last site is still shown" if preview.site.is_dir() else "there is no site to show yet"
    preview.tell(f"not built; {shown}")


@contextmanager
def _server(site: Path, port: int, builds: Builds) -> Iterator[str]:
    """Answer at the port until the block ends; yield the address."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(site), builds=builds))
    except (OSError, OverflowError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is busy" if busy else f"cannot be used ({getattr(error, 'strerror', None) or error})"
        raise ContractSiteError(f"port {port} {why}; choose another: make serve PORT={port + 1}") from None
    with server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def _watched(root: Path) -> Iterator[threading.Event]:
    """Watch the project's files until the block ends; yield what is set when one changes."""
    changes = Changes(root)
    observer = Observer()
    observer.schedule(changes, str(root))
    for name in WATCHED:
        if (root / name).is_dir():
            observer.schedule(changes, str(root / name), recursive=True)
    observer.start()
    try:
        yield changes.happened
    finally:
        observer.stop()
        observer.join()
