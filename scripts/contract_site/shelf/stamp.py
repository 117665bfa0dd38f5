"""Stamps: a hash of all that a step reads, so that what was made can be told from what would be made now."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from contract_site.interface.catalogue import catalogue_files

CODE = Path(__file__).resolve().parents[1]
TOOLS = (
    "beautifulsoup4", "icalendar", "lxml", "markdown-it-py", "mkdocs", "mkdocs-material", "pillow", "pydantic",
    "pymdown-extensions", "pypdfium2", "pyspellchecker", "rapidfuzz", "resvg-py", "rjsmin", "snowballstemmer", "tinycss2",
)  # fmt: skip
"""The packages by which a site is made; those that they need count too."""
NAME = re.compile(r"[A-Za-z0-9._-]+")


def stamp(*made_from: object) -> str:
    """Return the stamp of what is made from these things, each by how it is written."""
    whole = hashlib.sha256()
    for each in made_from:
        said = each if isinstance(each, bytes) else str(each).encode()
        whole.update(f"{len(said)} ".encode() + said)
    return whole.hexdigest()


def stamp_of_files(files: Mapping[str, bytes]) -> str:
    """Return the stamp of files by their names and bytes, in whatever order they come."""
    return stamp(*(part for name in sorted(files) for part in (name, files[name])))


@cache
def program() -> str:
    """Return the stamp of the program: its code, the packages by which a site is made, the version of Python."""
    code = {path.relative_to(CODE).as_posix(): path.read_bytes() for path in sorted(CODE.rglob("*.py"))}
    return stamp(stamp_of_files(code), *sorted(tools()), sys.version)


def words_of_language(language: str) -> str:
    """Return the stamp of what a site says in a language: its code, and its catalogue."""
    return stamp(language, stamp_of_files(catalogue_files(language)))


def made_by(language: str) -> str:
    """Return the stamp of the program as it makes the site of a language."""
    return stamp(program(), words_of_language(language))


@cache
def tools() -> frozenset[str]:
    """Return the packages by which a site is made, each with its version, and those that they need."""
    return frozenset(_needed(TOOLS))


def _needed(names: Iterable[str]) -> Iterator[str]:
    waiting, seen = list(names), set[str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another system, or not installed: then it makes nothing either
        yield f"{name} {found.version}"
        wanted = (each for each in found.requires or () if "extra ==" not in each)
        waiting += [match[0] for each in wanted if (match := NAME.match(each))]
