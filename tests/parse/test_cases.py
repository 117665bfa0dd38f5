"""The rules of parsing, one file of cases each: a text in, its tree out (``tests/cases/parse/``)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.parse.texts import an_editorial, outline_of, parse_text

CASES = Path(__file__).parents[1] / "cases" / "parse"


def read_cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """Title, text and tree of each case; lines of a single full stop stand between them."""
    parts = re.split(r"(?m)^\.\n", path.read_text(encoding="utf-8"))
    for before, text, tree in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        yield before.strip().splitlines()[-1], text.rstrip("\n"), tree.rstrip("\n")


FILES = sorted(CASES.glob("*.md"))


@pytest.mark.parametrize(
    ("layout", "text", "tree"),
    [
        pytest.param("run-on" if path.stem == "run-on" else "lines", text, tree, id=f"{path.stem}: {title}")
        for path in FILES
        for title, text, tree in read_cases(path)
    ],
)
def test_a_text_gives_its_tree(layout: str, text: str, tree: str) -> None:
    edition = parse_text(text, an_editorial(layout))

    assert outline_of(edition) == tree
    assert not edition.account.unaccounted
    assert not edition.account.twice


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_two_cases_of_a_file_share_a_title(path: Path) -> None:
    titles = [title for title, _, _ in read_cases(path)]

    assert len(titles) == len(set(titles))
    assert path.read_text(encoding="utf-8").count("\n.\n") == 3 * len(titles), "a case lacks one of its three full stops"
