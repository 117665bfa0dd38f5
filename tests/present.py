"""Which agreements are here. Tests of the postal agreements run where those are; all others on what is here or is invented.

A test that speaks of an edition names its slug, ``pytest.mark.agreements("national-2010")``, or the folder of a comparison;
without it the test is left out, and the summary says so.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable

import pytest
from tests.projects import ROOT, TINY

from contract_site.editors.folders import edition_folders, settings_file
from contract_site.editors.settings import load_agreement

FOLDER = ROOT / "agreements"
POSTAL = (
    "lmou-des-moines-bmc-2006",
    "national-1964",
    "national-1966",
    "national-2010",
    "compare/national-1964--national-1966",
    "compare/national-1966--national-2010",
    "compare/national-2010--appendix-a",
    "compare/national-2010--local",
)
"""The editions and comparisons that this project comes with; a fork may have others."""
HERE = FOLDER if any(FOLDER.glob("*/agreement.toml")) else TINY
"""The agreements of this project; the invented ones where it has none."""
BY_SLUG = {load_agreement(settings_file(folder), folder.as_posix()).slug: folder for folder in edition_folders(HERE)}
"""Their folders."""
INVENTED_SITE = tomllib.loads((TINY.parent / "site.toml").read_text(encoding="utf-8"))
"""What the site of the invented agreements says of itself."""
SITE = tomllib.loads((ROOT / "site.toml").read_text(encoding="utf-8")) if HERE == FOLDER else INVENTED_SITE
"""What their site says of itself."""


WHOLE = {"real_site", "published_site", "sources"}
"""Fixtures that read all of them, or are the site made of them."""


def of_a_whole_book(item: pytest.Item) -> bool:
    """Whether a test reads an agreement of this project: it names or is given one, or has a fixture that holds one."""
    if item.get_closest_marker("agreements") or WHOLE & set(getattr(item, "fixturenames", ())):
        return True
    given = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    return item.path.parent.name == "sources" or (
        HERE == FOLDER and any(isinstance(each, str) and each in {*BY_SLUG, *WHOLE} for each in given)
    )


def missing(names: Iterable[str]) -> list[str]:
    """The editions, by slug, and comparisons, by folder, that are not here."""
    return [name for name in names if not (HERE == FOLDER and name in BY_SLUG) and not (FOLDER / name).is_dir()]


def split(items: Iterable[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item], Counter[str]]:
    """The tests that can run, those that cannot, and how many of those want each missing folder."""
    kept, left_out, wanted = [], [], Counter[str]()
    for item in items:
        lacking = missing({folder for mark in item.iter_markers("agreements") for folder in mark.args})
        (left_out if lacking else kept).append(item)
        wanted.update(lacking)
    return kept, left_out, wanted


def summary(left_out: int, wanted: Counter[str]) -> str:
    """What is said of tests that were left out."""
    names = ", ".join(f"{folder} ({count})" for folder, count in sorted(wanted.items()))
    return f"{left_out} tests were left out, because they are about agreements that are not here: {names}"
