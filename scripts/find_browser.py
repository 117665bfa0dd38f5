"""Find a Chromium for the browser tests, or get one, and write down where it is.

Run by `make test` with the environment's Python, before anything of the project is looked at; so it stands alone.
It tries, in order: $CHROMIUM, what is installed, the system's package manager, Playwright's own download. A browser
counts as found once Playwright has started it and read a page from it.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

# Each package manager with the commands that get a browser, and whether they want root.
PACKAGE_MANAGERS: dict[str, tuple[bool, tuple[tuple[str, ...], ...]]] = {
    "apt-get": (
        True,
        (
            ("apt-get", "update"),
            ("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"),
        ),
    ),
    "dnf": (True, (("dnf", "install", "--assumeyes", "chromium"),)),
    "pacman": (True, (("pacman", "-S", "--noconfirm", "--needed", "chromium"),)),
    "apk": (True, (("apk", "add", "chromium"),)),
    # Homebrew's Chromium is no longer signed as macOS demands; Chrome is the same browser.
    "brew": (False, (("brew", "install", "--cask", "google-chrome"),)),
}
MINUTES = 15


def main() -> int:
    """Write the browser's path to the file named by --output; return 1 and say what was tried if there is none."""
    parser = argparse.ArgumentParser(description="Find a Chromium for the browser tests, or install one.")
    parser.add_argument("--output", type=Path, required=True, help="file to write the browser's path to")
    parser.add_argument("--quiet", action="store_true", help="say nothing if a browser is found")
    options = parser.parse_args()

    tried: list[str] = []
    path = find(tried)
    if path is None:
        print("No Chromium could be had. Tried:", *tried, sep="\n  ", file=sys.stderr)
        print("Install Chromium or Chrome, or name one: make test CHROMIUM=/path/to/chromium", file=sys.stderr)
        return 1
    write(options.output, f"{path}\n")
    if not options.quiet:
        print(f"Browser tests use {path}")
    return 0


def find(tried: list[str]) -> str | None:
    """Return the path of a browser that works, adding a line to `tried` for each thing that did not help."""
    if chosen := os.environ.get("CHROMIUM"):
        return first_working([shutil.which(chosen) or chosen], tried)
    if path := first_working(installed(), tried):
        return path
    tried.append(f"on PATH by one of these names: {', '.join(NAMES)}")
    if install_with_package_manager(tried) and (path := first_working(installed(), tried)):
        return path
    if install_with_playwright(tried):
        return first_working(installed(), tried)
    return None


def installed() -> Iterator[str]:
    """Yield each browser that is there: on PATH, where applications live, where Playwright keeps its own."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from (path for path in APPLICATIONS if Path(path).exists())
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def first_working(paths: Iterable[str], tried: list[str]) -> str | None:
    """Return the first path that starts; some are stubs that only say how to install the browser."""
    for path in dict.fromkeys(paths):
        if (problem := why_unusable(path)) is None:
            return path
        if (line := f"{path}: does not start: {problem}") not in tried:
            tried.append(line)
    return None


def why_unusable(path: str) -> str | None:
    """Start the browser as the tests do and read a page back; return what went wrong, if anything."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, timeout=60_000)
            page = browser.new_page()
            page.set_content("<p>ready</p>")
            text = page.inner_text("p")
            browser.close()
    except PlaywrightError as error:
        return error.message.partition("\n")[0]
    return None if text == "ready" else "it shows no page"


def install_with_package_manager(tried: list[str]) -> bool:
    """Install a browser with the first package manager there is, as root or by a sudo that asks nothing."""
    name = next(filter(shutil.which, PACKAGE_MANAGERS), None)
    if name is None:
        tried.append(f"no package manager known here: {', '.join(PACKAGE_MANAGERS)}")
        return False
    needs_root, commands = PACKAGE_MANAGERS[name]
    prefix = root_prefix() if needs_root else []
    if prefix is None:
        tried.append(f"{name}: needs root, and sudo without a password is not allowed here")
        return False
    *preparations, install = commands
    for command in preparations:
        run([*prefix, *command], tried)
    return run([*prefix, *install], tried)


def install_with_playwright(tried: list[str]) -> bool:
    """Download Playwright's own browser, with the system libraries it needs where those may be installed unasked."""
    libraries = ["--with-deps"] if shutil.which("apt-get") and root_prefix() is not None else []
    return run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"], tried)


def root_prefix() -> list[str] | None:
    """Return what must stand before a command to run it as root; None if that cannot be done unasked."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if allowed else None


def run(command: list[str], tried: list[str]) -> bool:
    """Run one command in the open, asking nothing; note it in `tried` if it fails."""
    shown = " ".join(command)
    print(f"Getting a browser: {shown}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "HOMEBREW_NO_AUTO_UPDATE": "1"}
    try:
        status = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=MINUTES * 60, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        tried.append(f"{shown}: not done after {MINUTES} minutes")
        return False
    except OSError as error:
        tried.append(f"{shown}: {error.strerror}")
        return False
    if status:
        tried.append(f"{shown}: exit status {status}")
    return status == 0


def write(path: Path, text: str) -> None:
    """Write beside, then swap, so that the file is never half there."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main())
