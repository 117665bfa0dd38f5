"""The site on this machine while it is written: a real server, real files that change, a command of our own that builds."""

from __future__ import annotations

import http.client
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import urlsplit

import pytest

from contract_site.model.finding import ContractSiteError
from contract_site.site.preview import AGAIN, BUILT, Changes, Preview, serve

pytestmark = pytest.mark.slow  # builds are waited for

BUILDER = """
import pathlib, shutil, sys
root, site = map(pathlib.Path, sys.argv[1:])
text = (root / "docs" / "page.md").read_text()
if text == "broken":
    sys.exit("docs/page.md:1: broken; mend it")
if text == "fault":
    raise ValueError("a fault of the program")
(site / "folder").mkdir(parents=True, exist_ok=True)
(site / "index.html").write_text(text)
(site / "404.html").write_text("not here: " + text)
with (root / "builds").open("a") as file:
    file.write(text + "\\n")
"""
"""Stands in for build_site.py: a page of one file, and a note of each build."""


class Shown:
    """A preview that runs: what it said, what it answers."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said: list[str] = []

    @property
    def address(self) -> str:
        return next(line.split()[4] for line in self.said if line.startswith("The site is at"))

    def ask(self, path: str, method: str = "GET") -> tuple[int, str]:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        text = answer.read().decode().removesuffix(AGAIN)
        connection.close()
        return answer.status, text

    def write(self, text: str) -> None:
        (self.root / "docs" / "page.md").write_text(text, encoding="utf-8")

    def builds(self) -> list[str]:
        path = self.root / "builds"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until something is so; how long it may take says nothing about it."""
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.02)


@contextmanager
def running(root: Path, first: str) -> Iterator[Shown]:
    for name in ("agreements", "docs", "overrides", "scripts"):
        (root / name).mkdir()
    (root / "build.py").write_text(BUILDER, encoding="utf-8")
    shown = Shown(root)
    shown.write(first)
    stop = threading.Event()
    build = [sys.executable, str(root / "build.py"), str(root), str(root / "site")]
    preview = Preview(root, root / "site", build, shown.said.append)
    thread = threading.Thread(target=serve, args=(preview, 0, stop))
    thread.start()
    try:
        wait_for(lambda: any(line.startswith("The site is at") for line in shown.said))
        yield shown
    finally:
        stop.set()
        thread.join(30)
    assert not thread.is_alive()


def test_a_page_is_shown_and_an_unknown_address_answered_with_the_sites_own_page(tmp_path: Path) -> None:
    with running(tmp_path, "one") as shown:
        assert shown.ask("/") == (200, "one")
        assert shown.ask("/8.5.G") == (404, "not here: one")
        assert shown.ask("/folder/") == (404, "not here: one")
        assert shown.ask("/8.5.G", "HEAD") == (404, "")
        assert shown.ask("/../docs/page.md") == (404, "not here: one")


@pytest.mark.parametrize(
    "place", ["agreements/x/agreement.toml", "docs/other.md", "overrides/main.html", "scripts/x.py", "mkdocs.yml"]
)
def test_a_change_of_any_file_that_makes_the_site_builds_it_again(tmp_path: Path, place: str) -> None:
    with running(tmp_path, "one") as shown:
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        shown.write("two")
        wait_for(lambda: shown.builds() == ["one", "two"])
        path.write_text("changed", encoding="utf-8")
        wait_for(lambda: shown.builds() == ["one", "two", "two"])
        wait_for(lambda: shown.ask("/") == (200, "two"))


def test_a_page_that_is_open_is_told_of_another_build_and_not_of_one_that_failed(tmp_path: Path) -> None:
    with running(tmp_path, "one") as shown:
        assert shown.ask(BUILT) == (200, "1")
        shown.write("broken")
        wait_for(lambda: "not built; the last site is still shown" in shown.said)
        assert shown.ask(BUILT) == (200, "1")
        shown.write("two")
        wait_for(lambda: shown.ask(BUILT) == (200, "2"))
        connection = http.client.HTTPConnection(urlsplit(shown.address).netloc, timeout=10)
        connection.request("GET", "/index.html")
        assert connection.getresponse().read().decode() == f"two{AGAIN}"


def test_a_build_that_fails_says_why_in_a_line_and_the_last_site_stays(tmp_path: Path) -> None:
    with running(tmp_path, "one") as shown:
        shown.write("broken")
        wait_for(lambda: "not built; the last site is still shown" in shown.said)
        assert shown.ask("/") == (200, "one")
        shown.write("two")
        wait_for(lambda: shown.ask("/") == (200, "two"))

    assert [line for line in shown.said if "page.md" in line] == ["docs/page.md:1: broken; mend it"]


def test_a_fault_of_a_build_is_one_line_too(tmp_path: Path) -> None:
    with running(tmp_path, "fault") as shown:
        assert shown.said[1:3] == ["ValueError: a fault of the program", "not built; there is no site to show yet"]
        shown.write("one")
        wait_for(lambda: shown.ask("/") == (200, "one"))


def test_a_busy_port_is_said_in_one_line_before_anything_is_built(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        preview = Preview(tmp_path, tmp_path / "site", [sys.executable, "-c", "raise SystemExit(9)"], pytest.fail)

        with pytest.raises(ContractSiteError, match=rf"^port {port} is busy; choose another: make serve PORT={port + 1}$"):
            serve(preview, port, threading.Event())


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("agreements/x/source.txt", True),
        ("mkdocs.yml", True),
        ("README.md", False),
        ("agreements/x/.source.txt.swp", False),
        ("agreements/x/source.txt~", False),
        ("docs/#page.md#", False),
        ("docs/.git/index", False),
        ("scripts/contract_site/__pycache__/cli.cpython-311.pyc", False),
    ],
)
def test_only_files_that_make_the_site_count(path: str, counts: bool) -> None:
    assert Changes(Path("/project")).counts(PurePath(path)) is counts
