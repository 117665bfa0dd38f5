"""The words for ranks stand in one table, which all rooms and the scripts of pages read; no other list has them."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.projects import ROOT

from contract_site.data.typed_words import rank_words
from contract_site.link import ranks as cited
from contract_site.model.rank_words import CITED, RANK_WORDS, Kind, cited_words, printed_words
from contract_site.parse import ranks as printed

SOURCES = sorted((ROOT / "scripts" / "contract_site").rglob("*.py"))
SCRIPTS = sorted((ROOT / "docs" / "assets").rglob("*.js"))
TELLING = (
    "article",
    "section",
    "clause",
    "rule",
    "chapter",
    "paragraph",
    "appendix",
    "schedule",
    "annex",
    "exhibit",
    "attachment",
)
"""Words of which a list of ranks has several."""
TOLERATED = {
    "model/rank_words.py": "the table",
    "model/rank_names.py": "what citations call ranks, by language: one word each, and none that is read",
    "parse/wording.py": "by which ranks a text may cite what prints a number alone: a choice among the ranks",
    "link/belonging.py": "what \u201cof this \u2026\u201d can be said of: a choice among the ranks",
    "parse/judge.py": "what a line can end in before a number, months and grades among it",
    "parse/grow.py": "what sentences call provisions without labels: a choice among the ranks",
    "parse/ranks.py": "which ranks stand over which: an order of them",
    "link/paths.py": "what must stand behind the words of a rank, by its name",
}
"""Lists that are no list of words for ranks, and why."""


def strings(path: Path) -> list[str]:
    """The texts of each expression of a module, put together: a list in one string, or in many, is one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None]
    constants = ((value, node) for value in values for node in ast.walk(value) if isinstance(node, ast.Constant))
    found: dict[int, list[str]] = {}
    for value, node in constants:
        if isinstance(node.value, str) and id(node) not in said:
            found.setdefault(id(value), []).append(node.value)
    return [" ".join(each) for each in found.values()]


def telling(text: str) -> set[str]:
    return {word for word in TELLING if re.search(rf"(?<![a-z]){word}(?:s|ices)?(?![a-z])", text.lower())}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "scripts" / "contract_site").as_posix())
def test_no_module_has_a_list_of_its_own(path: Path) -> None:
    found = [text for text in strings(path) if len(telling(text)) >= 5]

    name = path.relative_to(ROOT / "scripts" / "contract_site").as_posix()
    assert bool(found) == (name in TOLERATED)


def test_no_script_has_a_list_of_its_own() -> None:
    lines = ((path.name, line) for path in SCRIPTS for line in path.read_text(encoding="utf-8").splitlines())

    assert [each for each in lines if len(telling(each[1])) >= 4] == []


def test_every_rank_is_one_and_every_word_means_one() -> None:
    assert [name for name, count in Counter(rank.name for rank in RANK_WORDS).items() if count > 1] == []
    assert [word for word, count in Counter(word for word, _ in printed_words()).items() if count > 1] == []
    assert [word for word, count in Counter(word for rank in RANK_WORDS for word in rank.cited).items() if count > 1] == []
    typed = [word for rank in RANK_WORDS if rank.typed for word in rank.typed.words.split()]
    assert [word for word, count in Counter(typed).items() if count > 1] == []


def test_what_reads_prints_and_citations_reads_the_table() -> None:
    assert set(printed.RANKS) == {word for word, _ in printed_words()}
    assert printed.RANKS["annexe"] == (Kind.BESIDE, "annex")
    assert {rank.name: rank.words for rank in cited.RANKS} == {name: cited_words(name) for name in CITED}
    assert {*cited.SIDE_WORDS} | {*CITED} == {rank.cited_as or rank.name for rank in RANK_WORDS if rank.cited}
    assert "parts" in cited_words("paragraph")


def test_what_people_type_is_written_for_the_scripts() -> None:
    """Each word with what it is read as and how deep it is, as ``goto/read.js`` takes them."""
    text = rank_words().text
    rows = json.loads(text.partition(" = ")[2].rstrip(";\n"))["ranks"]

    assert {key: [depth, words.split()[0]] for key, depth, words in rows if key in ("article", "table")} == {
        "article": [0, "article"],
        "table": [None, "table"],
    }
    assert {key for key, _, _ in rows} <= {word for _, _, words in rows for word in words.split()}
