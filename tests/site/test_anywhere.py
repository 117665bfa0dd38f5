"""The site stands anywhere: below any path, on a host that only gives files and rewrites nothing.

All that such a host has to know is that the address of a folder means its index.html. It need not lead from ``/about`` to
``/about/``, add an ending, know the site's root or answer unknown addresses. What pages do there in a browser, with the
headers of ``_headers``, is in tests/browser/test_headers.py; from a disk in tests/browser/test_offline_folder.py.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from tests.projects import parse_page

from contract_site.build.pipeline import Project

BELOW = "/a/folder of theirs/contracts"
LINKS = ("href", "src", "action", "poster", "data-base")
IN_STYLES = re.compile(r"url\(([^)]+)\)")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """The address of each page below ``BELOW``, and what it says; the page for unknown addresses does not know where it is."""
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html":
            name = path.relative_to(site).as_posix()
            yield f"{BELOW}/{name.removesuffix('index.html')}", path.read_text(encoding="utf-8")


def links(site: Path) -> Iterator[tuple[str, str, str]]:
    """Each link of each page: the page's address, the link as it is written, and the path it leads to."""
    for address, text in pages(site):
        tree = parse_page(text)
        for tag in tree.find_all(True):
            for name in LINKS:
                link = str(tag.get(name, ""))
                if link and not urlsplit(link).scheme:
                    yield address, link, where(address, link)


def where(address: str, link: str) -> str:
    """The path that a link on a page leads to, as a browser reads it."""
    path = unquote(urlsplit(link).path)
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(address if address.endswith("/") else posixpath.dirname(address) + "/", path))
    return joined + ("/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else "")


def is_given(site: Path, path: str) -> bool:
    """Whether a host that rewrites nothing gives a file at a path below ``BELOW``."""
    if not path.startswith(f"{BELOW}/"):
        return False
    inside = path.removeprefix(f"{BELOW}/")
    return (site / inside / "index.html").is_file() if inside.endswith("/") or not inside else (site / inside).is_file()


def test_every_link_leads_to_a_file_without_the_help_of_a_host(tiny_site: Project) -> None:
    found = list(links(tiny_site.site))

    assert len(found) > 3_000
    assert sorted({(link, page) for page, link, path in found if not is_given(tiny_site.site, path)}) == []


def test_no_link_names_a_place_from_the_root_of_its_host(tiny_site: Project) -> None:
    assert {link for _, link, _ in links(tiny_site.site) if link.startswith("/")} == set()


def test_styles_and_the_manifest_find_what_they_name_below_any_path(tiny_site: Project) -> None:
    site = tiny_site.site
    named = [
        (path, link.strip("'\""))
        for path in site.rglob("*.css")
        for link in IN_STYLES.findall(path.read_text(encoding="utf-8"))
        if not link.strip("'\"").startswith(("data:", "#"))
    ]
    manifest = (site / "manifest.webmanifest").read_text(encoding="utf-8")

    assert [(path, link) for path, link in named if not (path.parent / urlsplit(link).path).resolve().is_file()] == []
    assert re.findall(r'"(?:start_url|scope|id|src)": *"/', manifest) == []


def test_such_a_host_would_not_give_these(tiny_site: Project) -> None:
    site = tiny_site.site

    assert is_given(site, f"{BELOW}/about/")
    assert not is_given(site, f"{BELOW}/about")
    assert not is_given(site, "/about/")
    assert where(f"{BELOW}/about/", "..") == f"{BELOW}/"
    assert where(f"{BELOW}/x.html", "assets/y.css") == f"{BELOW}/assets/y.css"
    assert where(f"{BELOW}/about/", "#who") == f"{BELOW}/about/"
    assert PurePosixPath(where(f"{BELOW}/a/", "../../../")) in PurePosixPath(BELOW).parents
