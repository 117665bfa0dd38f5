"""A site that is published again while readers have it open: a server that changes folders, versions that can be told apart."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.serving import SilentHandler, serving

from contract_site.model.page import Saveable
from contract_site.site.offline_lists import write_offline_lists

AGREEMENT = "lmou-des-moines-bmc-2006"
LOOK = "assets/look/read.css"
SCRIPT = "assets/look/read.js"
LATE = "assets/late.js"
"""A script that no page loads by itself."""
MARKS = """() => [document.querySelector('meta[name=mark]').content, window.mark,
  getComputedStyle(document.documentElement).getPropertyValue('--mark')]"""
"""Which versions a page is made of: its words, its script, its look."""


class Published:
    """A server on this machine: what it shows, how far it is to be trusted, what it was asked for."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        """Show ``folder`` below ``/prefix``."""
        self.folder = folder
        self.prefix = prefix
        self.answers_left: int | None = None
        self.asked: list[str] = []
        published = self

        class Handler(SilentHandler):
            def translate_path(self, path: str) -> str:
                self.directory = str(published.folder)
                return super().translate_path(path.removeprefix(f"/{published.prefix}"))

            def do_GET(self) -> None:  # noqa: N802 (the name that the server calls)
                published.asked.append(self.path.removeprefix(f"/{published.prefix}"))
                if published.answers_left is not None:
                    published.answers_left -= 1
                    if published.answers_left < 0:
                        self.close_connection = True
                        return
                # It goes by whole seconds, in which both versions were made.
                del self.headers["If-Modified-Since"]
                super().do_GET()

        self.handler = Handler
        self.host = ""

    @property
    def root(self) -> str:
        """The address of the site, with a slash at the end."""
        return f"{self.host}/{self.prefix}"

    @contextmanager
    def running(self) -> Iterator[Published]:
        """Serve until the block ends."""
        with serving(self.handler) as self.host:
            yield self


def make_version(site: Path, target: Path, mark: str) -> Path:
    """Copy what the tests read of a built site, and put a mark on every page, the look and a script."""
    for name in ("assets", "saved", "about", AGREEMENT):
        shutil.copytree(site / name, target / name, ignore=shutil.ignore_patterns("*.map", "lunr"))
    for name in ("index.html", "manifest.webmanifest", "service-worker.js"):
        shutil.copy(site / name, target / name)
    for page in target.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub("<head>", f'<head><meta name="mark" content="{mark}">', text, count=1), encoding="utf-8")
    style, script = f":root {{ --mark:{mark} }}", f"window.mark = '{mark}';"
    home = {name.replace("read", "home"): words for name, words in ((LOOK, style), (SCRIPT, script))}
    marks = {LOOK: style, SCRIPT: script, **home, LATE: f"window.late = '{mark}';"}
    for name, text in marks.items():
        with (target / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    write_offline_lists(target, [Saveable(AGREEMENT, "The local memorandum", "", "status not stated")])
    return target
