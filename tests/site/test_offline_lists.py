"""The lists that a browser saves by: which file belongs to what, hashes, and what makes a version another one."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from tests.projects import files_of

from contract_site.model.page import Saveable
from contract_site.site.folder import write
from contract_site.site.offline_lists import address_of, made_in, make_lists, owners_of, write_offline_lists

SLUGS = {"old-1990", "new-2000"}
SITE = {
    "index.html": '<link href="./assets/look/read.css"><script src="assets/our.js">',
    "404.html": "",
    "new-2000/index.html": "",
    "new-2000/article-1/index.html": "words",
    "new-2000/memo/new-2001/index.html": "words",
    "old-1990/index.html": "",
    "compare/index.html": "",
    "compare/old-1990/new-2000/article-1/index.html": "",
    "go/new-2000.js": "",
    "go/index.js": "",
    "search/offline/old-1990.js": "",
    "search/data.js": "",
    "assets/our.js": "",
    "assets/our.css": "",
    "assets/look/read.css": "",
    "assets/look/read.css.map": "",
    "data/new-2000.json": "",
    "downloads/new-2000.zip": "",
    "service-worker.js": "",
    "sitemap.xml": "",
}
SHELL = [
    "assets/look/read.css",
    "assets/our.css",
    "assets/our.js",
    "compare/",
    "go/index.js",
    "",
    "search/data.js",
]
NEW = [
    "compare/old-1990/new-2000/article-1/",
    "go/new-2000.js",
    "new-2000/article-1/",
    "new-2000/",
    "new-2000/memo/new-2001/",
]
OLD = ["compare/old-1990/new-2000/article-1/", "old-1990/", "search/offline/old-1990.js"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        write(tmp_path / "site" / name, text)
    return tmp_path / "site"


def test_every_file_belongs_to_the_shell_to_agreements_or_to_nothing_that_is_saved(site: Path) -> None:
    shell, lists = make_lists(made_in(site), SLUGS)

    assert [file.address for file in shell.files] == SHELL
    assert {slug: [file.address for file in each.files] for slug, each in lists.items()} == {"new-2000": NEW, "old-1990": OLD}


@pytest.mark.parametrize(
    ("name", "owners"),
    [
        ("new-2000/article-1/index.html", {"new-2000"}),
        ("compare/old-1990/new-2000/index.html", SLUGS),
        ("go/new-2000.js", {"new-2000"}),
        ("go/new-2000-draft.js", set()),
        ("memo/new-2001/index.html", set()),
        ("assets/new-2000/new-2000.css", set()),
    ],
)
def test_a_file_belongs_to_every_agreement_that_its_path_names(name: str, owners: set[str]) -> None:
    assert owners_of(name, SLUGS) == owners


@pytest.mark.parametrize(
    ("name", "address"),
    [("index.html", ""), ("a/index.html", "a/"), ("a/b.js", "a/b.js"), ("a/my-index.html", "a/my-index.html")],
)
def test_a_page_is_listed_by_the_address_readers_ask_for(name: str, address: str) -> None:
    assert address_of(name) == address


def test_the_lists_name_hash_size_build_and_what_readers_are_told(site: Path) -> None:
    write_offline_lists(site, [Saveable("new-2000", "New", "1 May", "in force"), Saveable("old-1990", "Old", "", "expired")])
    new, old, shell, build, size = (
        json.loads((site / "offline" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("lists/new-2000", "lists/old-1990", "shell", "build", "sizes/new-2000")
    )

    assert (new["title"], new["term"], new["status"]) == ("New", "1 May", "in force")
    assert ["new-2000/article-1/", hashlib.sha256(b"words").hexdigest()[:32], 5] in new["files"]
    assert new["build"] == old["build"] == shell["build"] == build["build"]
    assert (size["bytes"], size["shell"]) == (sum(row[2] for row in new["files"]), shell["bytes"])


def test_lists_are_the_same_bytes_for_the_same_site_wherever_it_lies(site: Path, tmp_path: Path) -> None:
    agreements = [Saveable(slug, slug, "", "expired") for slug in sorted(SLUGS)]
    shutil.copytree(site, tmp_path / "elsewhere")
    write_offline_lists(site, agreements)
    once = files_of(site)
    write_offline_lists(site, agreements)
    write_offline_lists(tmp_path / "elsewhere", agreements[::-1])

    assert once == files_of(site) == files_of(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("new-2000/article-1/index.html", {"new-2000"}),
        ("compare/old-1990/new-2000/article-1/index.html", SLUGS),
        ("assets/our.css", {"shell"}),
        ("data/new-2000.json", set()),
    ],
)
def test_a_version_changes_with_a_byte_of_its_own_files_only(site: Path, name: str, changed: set[str]) -> None:
    def versions() -> dict[str, str]:
        shell, lists = make_lists(made_in(site), SLUGS)
        return {"shell": shell.version} | {slug: each.version for slug, each in lists.items()}

    before = versions()
    write(site / name, SITE[name] + "!")
    after = versions()

    assert {each for each in before if before[each] != after[each]} == changed
