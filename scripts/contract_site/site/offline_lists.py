"""The lists that a browser saves the site by: every file with its hash, one list for the shell and one for each agreement.

A file belongs to each agreement whose slug is a piece of its path: ``<slug>/…``, ``compare/<slug>/…``, ``go/<slug>.js``.
What is no agreement's and not left out is the shell: the pages about the whole site and what pages look and work by.

Written when the site is finished: ``offline/shell.json`` (look, scripts, icons, the pages about the whole site),
``offline/lists/<slug>.json`` (all files whose path names the agreement), ``offline/sizes/<slug>.json`` for the button, and
``offline/build.json`` to see whether anything is new. In the browser,
``saved/store.js`` fetches and ``service-worker.js`` answers.

- A saved file is kept by its hash and only if its hash is right, because half-published sites, old copies on the way and
  the log-in pages of hotels would else get in; so an update fetches only what changed, and one that was interrupted goes on
  where it stopped.
- All that is saved is one snapshot of one build (shell and agreements), because pages link to each other and share scripts.
  It is fetched whole; then one record is written that names it. Until then the old one answers.
- A page and all it loads, at once or later, come from the snapshot that was current when it was asked for; a page that came
  from the network gets everything from the network, revalidated. The worker binds pages to snapshots by their client id and
  keeps that in its records, because browsers stop workers at any time. So shell and page always fit, without versions in
  file names, which would change every page with the look.
- Saved pages are answered from what is saved, online too, because that is at once there and whole; on every page a small
  question (at most every ten minutes, and at a reload) finds out whether there is a newer build, fetches it, and a bar
  offers it. What is not saved is network only. Not found there and no network: the page of what is saved.
- Pages save, the worker only reads, because a browser stops a worker in the middle of a long download; a lock lets one page
  at a time.
- The worker is registered when something is saved, or in the installed site, because a reader who never saves should pay
  nothing: one script of less than 2 kB on each page decides whether the rest is loaded.
- ``downloads/``, parts of files (``Range``) and ``offline/`` itself are never intercepted; errors are never kept.
- A worker of a browser that cannot say which page a navigation makes (``resultingClientId``) refuses to install, because it
  could mix.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from contract_site.model.page import Saveable
from contract_site.site.folder import write

SCHEMA = 1
FOLDER = "offline"
HASH_LENGTH = 32
"""Characters of a SHA-256 that the lists carry; they tell versions apart and are not there against an enemy."""

Made = tuple[str, int]
"""What lists carry of the SHA-256 of a file, in hexadecimal digits, and its size."""

LEFT_OUT = re.compile(
    r"""
    # for programs, to carry away, these lists, pictures of what readers have before them, for the network only
    (?: data | downloads | offline | assets/guides ) /
    | search/search_index\.json | sitemap\.xml | robots\.txt | service-worker\.js | 404\.html | _headers | llms\.txt
    | .* \. (?: map | gz | md | csv )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file of the site: the address below the site's root that readers ask for, its hash and its size."""

    address: str
    hash: str
    bytes: int


@dataclass(frozen=True)
class FileList:
    """Files that are saved and replaced together."""

    files: tuple[SavedFile, ...]

    @cached_property
    def version(self) -> str:
        """Changes if and only if an address or a byte of a file changes."""
        return digest("".join(f"{file.address}\0{file.hash}\n" for file in self.files).encode())

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.bytes for file in self.files)


def write_offline_lists(site: Path, agreements: Sequence[Saveable], made: Mapping[str, Made] | None = None) -> None:
    """Write ``offline/`` of a finished site: ``build.json``, ``shell.json``, ``lists/<slug>.json`` and ``sizes/<slug>.json``.

    ``made`` are its files by their paths below it, where they are known; else they are read. Every list names the build it
    belongs to, so that lists of two builds are never taken together.
    """
    shell, lists = make_lists(made_in(site) if made is None else made, [agreement.slug for agreement in agreements])
    build = digest("\n".join([shell.version, *(f"{slug} {lists[slug].version}" for slug in sorted(lists))]).encode())
    head = {"schema": SCHEMA, "build": build}
    _write(site, "build.json", head)
    _write(site, "shell.json", head | _contents(shell))
    for agreement in agreements:
        own = lists[agreement.slug]
        _write(site, f"lists/{agreement.slug}.json", head | asdict(agreement) | _contents(own))
        _write(site, f"sizes/{agreement.slug}.json", {"schema": SCHEMA, "bytes": own.size, "shell": shell.size})


def make_lists(made: Mapping[str, Made], slugs: Iterable[str]) -> tuple[FileList, dict[str, FileList]]:
    """Return the list of the shell and that of each agreement, of the files of a site by their paths below it."""
    known = set(slugs)
    own: dict[str, list[SavedFile]] = {slug: [] for slug in known}
    shell: list[SavedFile] = []
    for name in sorted(name for name in made if not LEFT_OUT.match(name)):
        file = SavedFile(address_of(name), *made[name])
        owners = owners_of(name, known)
        for slug in owners:
            own[slug].append(file)
        if not owners:
            shell.append(file)
    return FileList(tuple(shell)), {slug: FileList(tuple(files)) for slug, files in own.items()}


def owners_of(name: str, slugs: set[str]) -> set[str]:
    """Return the agreements that a file belongs to: a comparison belongs to both, ``go/<slug>.js`` to one, no asset to any."""
    path = PurePosixPath(name)
    if path.parts[0] == "assets":
        return set()
    return {*path.parent.parts, path.name.partition(".")[0]} & slugs


def address_of(name: str) -> str:
    """Return the address readers ask for: ``keepers-2024/`` for ``keepers-2024/index.html``."""
    return name.removesuffix("index.html") if PurePosixPath(name).name == "index.html" else name


def digest(content: bytes) -> str:
    """Return the hash that the lists carry, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def made_in(site: Path) -> dict[str, Made]:
    """Return the files of a site by their paths below it, read from the disk."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: (digest(content := path.read_bytes()), len(content)) for name, path in paths.items()}


def _contents(files: FileList) -> dict[str, object]:
    rows = [[file.address, file.hash, file.bytes] for file in files.files]
    return {"version": files.version, "bytes": files.size, "files": rows}


def _write(site: Path, name: str, content: dict[str, object]) -> None:
    write(site / FOLDER / name, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
