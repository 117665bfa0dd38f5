"""All that a site says itself is said through the catalogue: in a language that wraps every message, nothing else is left.

What stands outside of the marks is compared word by word with the words of the agreements and of those who edit them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from tests.interface.wrapped import NOBODYS, OPEN, SHUT, not_the_sites, shown_texts, without_marked, words_outside
from tests.projects import ROOT, parse_page

from contract_site.build.pipeline import Project
from contract_site.interface.script_words import said_script

INVENTED = ROOT / "tests" / "agreements"
COMMENT = re.compile(r"/\*.*?\*/|(?<=\s)//[^\n]*", re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
FOR_READERS = re.compile(r"^[A-Z][a-z]+(?![A-Za-z])")
OF_THE_BROWSER = {"Escape", "Tab", "Home", "End", "Markdown"}
"""Names of keys and formats."""


@cache
def known() -> set[str]:
    return not_the_sites(INVENTED, INVENTED / "site.toml") | NOBODYS


def is_theirs(word: str) -> bool:
    """Say whether a word is one of theirs, or some, of cells of a table that stand side by side in a description."""
    return word in known() or any(word[:at] in known() and is_theirs(word[at:]) for at in range(2, len(word) - 1))


def pages(site: Project) -> Iterator[tuple[str, str]]:
    """Yield every page of a site by its path, and those of its e-books."""
    for path in sorted(site.site.rglob("*.html")):
        yield path.relative_to(site.site).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted(site.site.glob("downloads/*.epub")):
        with zipfile.ZipFile(path) as book:
            yield from ((f"{path.name}/{each}", book.read(each).decode()) for each in book.namelist() if each.endswith("xhtml"))


@pytest.fixture(scope="module")
def texts(wrapped_site: Project) -> dict[str, list[str]]:
    """What every page shows, by its path."""
    return {name: list(shown_texts(parse_page(page))) for name, page in pages(wrapped_site)}


@pytest.mark.slow
def test_every_word_of_every_page_is_the_parties_or_the_editors_or_a_message(texts: dict[str, list[str]]) -> None:
    left: dict[str, str] = {}
    for name, shown in texts.items():
        for word, text in words_outside(shown):
            if not is_theirs(word):
                left.setdefault(word, f"{name}: {text[:80]}")

    assert len(texts) > 200
    assert left == {}


@pytest.mark.slow
def test_marks_are_whole_and_say_something(texts: dict[str, list[str]]) -> None:
    left = {name: [each for each in map(without_marked, shown) if {OPEN, SHUT} & {*each}] for name, shown in texts.items()}

    assert {name: each for name, each in left.items() if each} == {}
    assert any(OPEN in each for shown in texts.values() for each in shown)


@pytest.mark.parametrize("name", sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.js")))
def test_every_string_of_a_script_that_readers_may_see_is_a_message(name: str) -> None:
    script = (ROOT / "docs" / name).read_text(encoding="utf-8")
    said = {literal for found in LITERAL.findall(said_script(COMMENT.sub(" ", script))) for literal in found}
    written = {literal for found in LITERAL.findall(COMMENT.sub(" ", script)) for literal in found}
    plain = {each for each in said & written if f"say`{each}`" not in script and f"woven`{each}`" not in script}

    assert {each for each in plain if FOR_READERS.search(each)} - OF_THE_BROWSER == set()
