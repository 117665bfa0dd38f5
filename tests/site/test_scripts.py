"""The scripts of pages: what each needs is given by one that is loaded before it, in whatever order a page loads them.

They share names through ``window.contractReference``, which the scripts call ``own``. Their shapes are checked by `make lint`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import pytest
import yaml
from tests.projects import ROOT

from contract_site.bundle import one_file

ASSETS = ROOT / "docs" / "assets"
EXTRA = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
NAMES = sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.js"))
WRITTEN = set(
    re.findall(
        r'\bscript\([^,\n]+, "(\w+)"', "".join(path.read_text() for path in (ROOT / "scripts/contract_site/data").glob("*.py"))
    )
)
"""What the build writes as scripts, below go/, search/ and assets/goto/."""
BUILT = {"goto/ranks.js"}
"""The scripts that it writes among those of the look."""
OF_SOME_PAGES = {"held", "heldOfMore", "siteRoot", "installPrompt"}
"""What tells one copy of the site from another: every script that reads these goes on without them."""
COMMENT = re.compile(r"/\*.*?\*/|(?<=\s)//[^\n]*", re.DOTALL)
HEAD = re.compile(r"/\*.*?\n   Needs: (?P<needs>[\w, ]+)\. Gives: (?P<gives>[\w, ]+)\. \*/\n\(\(\) => \{\n", re.DOTALL)
ASSIGNED = re.compile(r"\bown\.(\w+) (?:\|\|)?=(?!=)|\(own\.(\w+) \|\|= \{\}\)")
USED = re.compile(r"\b(?:own|contractReference)\??\.(\w+)")
TAKEN = re.compile(r"^(?P<depth> *)const \{(?P<names>[^}]*)\} = (?:own|window\.contractReference);", re.MULTILINE)
AT_ONCE = re.compile(r"^  (?:const|let) [^=\n]+ = (?!.*=>)[^\n]*?\bown\.(\w+)", re.MULTILINE)
ASKED_FIRST = re.compile(r"\bown\.(\w+)(?: \?|\?\.| &&|\) )")
PATH = re.compile(r'"(?:assets/)?(\w+/[\w-]+?)(?:\.js)?"')


@dataclass(frozen=True)
class Script:
    """What a script needs (``at_once`` while it is read, the rest when something happens), gives, and loads, in what order."""

    needs: set[str]
    at_once: set[str]
    gives: set[str]
    loads: list[list[str]] = field(default_factory=list)


@cache
def script(name: str) -> Script:
    text = COMMENT.sub("", source(name))
    taken = [
        (match["depth"], {each.split(":")[0].strip() for each in match["names"].split(",")}) for match in TAKEN.finditer(text)
    ]
    gives = {one or other for one, other in ASSIGNED.findall(text)}
    gives |= {name for each in re.findall(r"Object\.assign\(own, \{(.*?)\}\)", text) for name in re.findall(r"(\w+):", each)}
    used = {*USED.findall(text), *(name for _, names in taken for name in names)} - gives
    at_once = {*AT_ONCE.findall(text), *(name for depth, names in taken if depth == "  " for name in names)}
    lines = [[each for path in PATH.findall(line) for each in loaded(path) if each in NAMES] for line in text.splitlines()]
    return Script(used, (at_once & used) - set(ASKED_FIRST.findall(text)), gives, [line for line in lines if line])


def loaded(path: str) -> list[str]:
    """The scripts that stand at an address below assets/: the one of that name, or those that are put together there."""
    name = path.removeprefix("asked/")
    return EXTRA["asked"][name] if name != path else [f"{path}.js"]


def source(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def given(names: Sequence[str]) -> set[str]:
    return {each for name in names for each in script(name).gives}


def lacking(order: Sequence[str], before: tuple[str, ...] = ()) -> Iterator[str]:
    """What scripts that are loaded in an order lack, and what those lack that they load when something happens."""
    whole = (*before, *order)
    for at, name in enumerate(order):
        here = script(name)
        known = given((*before, *order[: at + 1])) | WRITTEN | OF_SOME_PAGES
        yield from (f"{name} needs {each} at once" for each in here.at_once - known)
        later = given([*whole, *(each for names in here.loads for each in names)]) | WRITTEN | OF_SOME_PAGES
        optional = set(ASKED_FIRST.findall(source(name)))
        yield from (f"{name} needs {each}" for each in here.needs - later - optional)
        for names in here.loads:
            yield from lacking(names, (*before, *order[: at + 1], *order[at + 1 :]) if not before else whole)


def pages() -> dict[str, list[str]]:
    """The scripts that pages load themselves, in the order in which they are run, by kind of page."""
    look = EXTRA["look"]
    every = look["read"]["scripts"]
    found = {kind: every if kind == "read" else [*every, *own["scripts"]] for kind, own in look.items()}
    unknown = re.findall(r"\}assets/([\w/.-]+\.js)", (ROOT / "overrides" / "404.html").read_text(encoding="utf-8"))
    return found | {
        "a long list": [*every, *(each for each in EXTRA["asked"]["narrow"] if each.endswith(".js"))],
        "unknown address below another root": unknown,
        "the one file": [name for name in one_file.SCRIPTS if name not in BUILT],
    }


@pytest.mark.parametrize(("page", "order"), pages().items(), ids=pages())
def test_every_name_that_a_script_uses_is_given_by_one_that_is_loaded(page: str, order: list[str]) -> None:
    assert order
    assert sorted(set(lacking(order))) == []


def test_every_script_is_loaded_by_a_page_or_by_a_script() -> None:
    every = {name for order in pages().values() for name in order}
    every |= {name for each in NAMES for names in script(each).loads for name in names}

    assert every == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_a_script_says_what_it_needs_and_gives(name: str) -> None:
    head = HEAD.match(source(name))
    here = script(name)

    assert head, f"{name}: its head ends in `Needs: {said(here.needs)}. Gives: {said(here.gives)}. */`"
    assert (head["needs"], head["gives"]) == (said(here.needs), said(here.gives))


def said(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"


def test_every_name_that_scripts_share_is_declared_and_no_other() -> None:
    declared = source("scripts.d.ts").split("interface ContractReference {")[1].split("\n}\n")[0]

    shared = {each for name in NAMES for each in script(name).gives | script(name).needs}
    assert set(re.findall(r"^  (\w+)[(:]", declared, re.MULTILINE)) == shared
