"""What CONTRIBUTING.md says of editors' files is what the fields say that hold their keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from tests.projects import ROOT

from contract_site.editors.reference import EXAMPLE, MARKED, SET_IN_READING, TABLES, docstrings, reference, with_reference
from contract_site.model.bargaining import NoticeRule

DOCUMENT = ROOT / "CONTRIBUTING.md"


def test_the_reference_is_what_the_fields_say(request: pytest.FixtureRequest) -> None:
    kept = DOCUMENT.read_text(encoding="utf-8")
    made = with_reference(kept)
    if kept != made and request.config.getoption("--update-golden"):
        DOCUMENT.write_text(made, encoding="utf-8", newline="\n")

    assert kept == made, "--update-golden writes the tables of keys anew"


def test_every_table_of_a_file_stands_in_the_reference_once() -> None:
    marked = [each["table"] for each in MARKED.finditer(DOCUMENT.read_text(encoding="utf-8"))]

    assert sorted(marked) == sorted(TABLES)


def test_no_table_of_keys_is_kept_by_hand() -> None:
    tables = re.findall(r"(.*)\n\n?\| key \| example \| meaning \|", DOCUMENT.read_text(encoding="utf-8"))

    assert [before for before in tables if not before.startswith("<!-- keys of ")] == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_key_is_explained_with_an_example_or_is_a_table(table: type) -> None:
    said = docstrings(table)
    keys = [each.name for each in fields(table) if (table, each.name) not in SET_IN_READING]
    tables = re.findall(r"^\| `(\w+)` \| see below \| (?:Required\. )?The tables? `\[", reference(table), re.MULTILINE)

    assert [key for key in keys if key not in tables and not EXAMPLE.search(said.get(key, ""))] == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_word_that_a_key_may_have_is_named(table: type) -> None:
    rows = dict(zip(docstrings(table), map(str.casefold, docstrings(table).values()), strict=True))
    may_have = {name: get_args(kind) for name, kind in get_type_hints(table).items() if get_origin(kind) is Literal}

    assert [(name, word) for name, words in may_have.items() for word in words if f'"{word}"' not in rows[name] and word] == []


@dataclass
class Invented:
    """A table."""

    place: str
    """Where ``it`` stands, this | or that. Example: ``'a|b'``."""
    notice: NoticeRule | None = None
    """When."""
    more: tuple[NoticeRule, ...] = ()


def test_a_row_says_what_is_required_and_what_is_a_table() -> None:
    assert reference(Invented).splitlines()[2:] == [
        r"| `place` | `'a\|b'` | Required. Where `it` stands, this \| or that. |",
        "| `notice` | see below | The table `[notice]`. When. |",
        "| `more` | see below | The tables `[[more]]`. |",
    ]


def test_a_mark_takes_the_rows_below_it_and_no_other() -> None:
    made = with_reference("<!-- keys of NoticeRule -->\n| old |\n| rows |\n\n| another | table |\n")

    assert made == f"<!-- keys of NoticeRule -->\n{reference(NoticeRule)}\n| another | table |\n"
