"""A project of many agreements to measure with: copies of one agreement, each under a name and in words of its own.

Words change letters and never their length, so that whatever editors' files say of lines and places fits every copy. Only
rare words do, and none that editors' files name: what a text is read and cited by stays as it is.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from contract_site.build.project import Project
from contract_site.editors.folders import settings_file, shared_file
from contract_site.editors.settings import load_agreement
from contract_site.model.edition_settings import AGREEMENT, EDITION
from contract_site.site.folder import copy_folder, write

WORD = re.compile(r"\b[a-z]{5,}\b")
VOWELS = "aeiou"
VOWEL = re.compile("[aeiou]")
CAPITALS = re.compile(r"[A-Za-z]+")
RARE = 30
"""How often a word may stand in a text, so that copies have words of their own in its place."""
SHARE = 4
"""Of so many rare words one is another in each copy."""
OWN = re.compile(r'^(slug|title|name|short|citation|agreement|agreement_name) = "(.*)"$', re.MULTILINE)
KEPT = (".txt", ".toml")
"""Endings of the files that are copied; published addresses are left out, because other words have others."""
SHARED = ("docs", "overrides")
SUM = re.compile(r'^sha256 = ".*"$', re.MULTILINE)
EXAMPLES = re.compile(r"^\[examples\].*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
BARE = re.compile(r"^bare_citations = .*$", re.MULTILINE)


def write_copies(project: Project, agreement: str, count: int, root: Path) -> Project:
    """Write a project at ``root`` that holds so many copies of one of the project's editions, by its slug.

    Each is an agreement of its own. Raises SettingsError if a file is wrong.
    """
    for folder in (*(project.root / name for name in SHARED), *project.families):
        copy_folder(folder, root / project.shown(folder))
    write(root / "mkdocs.yml", (project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    source = project.by_slug[agreement]
    said, shared = settings_file(source), shared_file(source)
    settings = load_agreement(said, project.shown(said))
    site = EXAMPLES.sub("", (project.root / "site.toml").read_text(encoding="utf-8"))
    write(root / "site.toml", BARE.sub(f'bare_citations = ["{copy_name(0)}"]', site))
    texts = {path.name: path.read_text(encoding="utf-8") for path in source.iterdir() if path.suffix in KEPT}
    rare = rare_words(texts, settings.source.file)
    for number in range(count):
        folder = root / "agreements" / copy_name(number)
        own = folder
        if shared is not None:
            write(folder / AGREEMENT, _in_own_name(shared.read_text(encoding="utf-8"), number))
            own = folder / copy_name(number)
        for name, text in _copy(texts, number, settings.source.file, rare):
            write(own / name, text)
    return Project(root, root / "site")


def copy_name(number: int) -> str:
    """Return the slug of a copy, which is its folder too."""
    return f"copy-{number:04}"


def rare_words(texts: dict[str, str], source: str) -> frozenset[str]:
    """Return the words of the source, by its name, that copies may have others for: rare ones that no settings name."""
    settings = (text for name, text in texts.items() if name.endswith(".toml"))
    named = {word.lower() for text in settings for word in CAPITALS.findall(text)}
    counts = Counter(WORD.findall(texts[source]))
    return frozenset(word for word, count in counts.items() if count <= RARE and word not in named)


def _copy(texts: dict[str, str], number: int, source: str, rare: frozenset[str]) -> Iterator[tuple[str, str]]:
    text = in_own_words(texts[source], number, rare)
    for name, each in texts.items():
        if name == source:
            yield name, text
        elif name in (AGREEMENT, EDITION):
            yield name, SUM.sub(f'sha256 = "{sha256(text.encode()).hexdigest()}"', _in_own_name(each, number))
        else:
            yield name, each


def _in_own_name(settings: str, number: int) -> str:
    """What an edition or its agreement says of itself, under the names of a copy."""
    head, table, rest = settings.partition("\n[")
    return OWN.sub(lambda found: f'{found[1]} = "{_named(found[1], found[2], number)}"', head) + table + rest


def _named(key: str, value: str, number: int) -> str:
    return copy_name(number) if key in ("slug", "agreement") else f"{value} {number:04}"


def in_own_words(text: str, number: int, rare: frozenset[str]) -> str:
    """Return a text in the words of a copy: some of its rare words have other vowels."""

    @cache
    def other(word: str) -> str:
        if word not in rare or zlib.crc32(f"{number} {word}".encode()) % SHARE:
            return word
        turns = iter(range(number, number + len(word)))
        return (
            word[0]
            + VOWEL.sub(lambda found: VOWELS[(VOWELS.index(found[0]) + 1 + next(turns) % 4) % 5], word[1:-3])
            + word[-3:]
        )

    return WORD.sub(lambda found: other(found[0]), text)
