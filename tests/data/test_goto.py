"""The tables that typed citations are looked up in."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.bad_projects import a_mini_agreement

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.data.goto import goto_index, goto_tables
from contract_site.model.agreement import as_meant
from contract_site.model.document import Edition
from contract_site.model.page import DataFile

TEXT = """ARTICLE 1
PAY
A. The first rule is that employees are paid for a week.
(1) The first time.
(2) The second time.
B. The second rule.
Another paragraph that stands on its own.
ARTICLE 2
LEAVE
Leave is granted.
"""


def an_edition(root: Path, source: str = TEXT) -> Edition:
    return pipeline.load_folder(a_mini_agreement(root / "mini", source), "agreements/mini")


def alone(edition: Edition) -> Crossings:
    return Crossings(pipeline.relate_alone(edition))


def files(edition: Edition) -> list[DataFile]:
    return [goto_index([edition]), *goto_tables(edition, alone(edition))]


def values(edition: Edition) -> dict[str, Any]:
    """What the scripts put where goto.js looks for it, by file."""
    return {file.path.as_posix(): json.loads(re.sub(r"^[^;]*? = |;\n$", "", file.text)) for file in files(edition)}


def test_a_line_for_each_provision_tells_its_depth_and_the_last_step_of_its_anchor(tmp_path: Path) -> None:
    table = values(an_edition(tmp_path))["mini.js"]

    assert [part[:5] for part in table["parts"]] == [
        ["article-1", "article", "Article", "Pay", ""],
        ["article-2", "article", "Article", "Leave", ""],
    ]
    assert [line.split("\t")[:3] for line in table["parts"][0][5].split("\n")][:4] == [
        ["0", "1"], ["1", "A"], ["2", "1", "("], ["2", "2", "("],
    ]  # fmt: skip


def test_the_opening_words_of_a_part_stand_in_the_order_of_its_provisions(tmp_path: Path) -> None:
    found = values(an_edition(tmp_path))

    assert found["mini/article-2.js"] == ["Leave: Leave is granted."]
    assert found["mini/article-1.js"][1] == "The first rule is that employees are paid for a week."


def test_the_index_names_the_articles_of_every_agreement(tmp_path: Path) -> None:
    ((slug, _, _, status, answers, *_, kinds, tops, bare, _),) = values(an_edition(tmp_path))["index.js"]

    assert (slug, status, answers, kinds, tops, bare) == ("mini", "in force", False, "article", "1 2", 0)


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", 'a "quoted" word', "a\u2028b", "<!-- c", "\\u003c"])
def test_hostile_text_is_data_in_a_script(tmp_path: Path, hostile: str) -> None:
    edition = an_edition(tmp_path, TEXT.replace("Leave is granted.", hostile))
    text = "".join(file.text for file in files(edition))
    opening = values(edition)["mini/article-2.js"][0]

    assert "<" not in text
    assert not set(text) & {"\u2028", "\u2029"}
    assert opening == f"Leave: {' '.join(hostile.split())}"


@pytest.mark.parametrize(
    ("older", "newer", "first"),
    [
        ({"status": "superseded"}, {"status": "expired"}, "newer"),
        ({"status": "in force"}, {"status": "expired"}, "older"),
        ({"status": "expired"}, {"status": "expired"}, "newer"),
        ({"status": "not stated"}, {"status": "superseded"}, "older"),
        ({"status": "in force"}, {"status": "tentative"}, "older"),
        ({"status": "superseded"}, {"status": "in force", "parent": "x"}, "older"),
    ],
)
def test_the_edition_a_citation_means_is_told_by_kind_standing_and_date(
    tmp_path: Path, older: dict[str, Any], newer: dict[str, Any], first: str
) -> None:
    edition = an_edition(tmp_path)
    both = {"older": older | {"effective": date(2010, 1, 1)}, "newer": newer | {"effective": date(2020, 1, 1)}}
    editions = [replace(edition, settings=replace(edition.settings, slug=name, **settings)) for name, settings in both.items()]

    assert as_meant(editions)[0].slug == first
    assert as_meant(editions[::-1])[0].slug == first


def test_what_the_site_names_comes_before_all_that_has_a_better_standing(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    given = {
        "own-2010": ("own", "expired"),
        "own-2006": ("own", "superseded"),
        "older": ("old", "superseded"),
        "other": ("", "in force"),
    }
    editions = [
        replace(edition, settings=replace(edition.settings, slug=slug, agreement=agreement, status=status))
        for slug, (agreement, status) in given.items()
    ]

    assert [each.slug for each in as_meant(editions[::-1], ["own", "old"])] == ["own-2010", "own-2006", "older", "other"]
    assert as_meant(editions)[0].slug == "other"


@pytest.mark.parametrize(
    ("short", "implements", "names"),
    [
        ("LMA Grey Rock 2024", "mill", ["LMA Grey Rock 2024", "LMA Grey Rock"]),
        ("Grey 2024 Rock", "mill", ["Grey 2024 Rock", "Grey Rock"]),
        ("Rock 2024", "mill", ["Rock 2024"]),
        ("LMA Grey Rock", "mill", ["LMA Grey Rock"]),
        ("Mill Agreement 2024", "", ["Mill Agreement 2024"]),
    ],
)
def test_a_local_agreement_is_named_without_its_year_too(tmp_path: Path, short: str, implements: str, names: list[str]) -> None:
    edition = an_edition(tmp_path)
    settings = replace(edition.settings, short=short, implements=implements, title="", citation="")
    (row,) = json.loads(re.sub(r"^[^;]*? = |;\n$", "", goto_index([replace(edition, settings=settings)]).text))

    assert [name for name in row[2] if name] == names
