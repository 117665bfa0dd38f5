"""No word of one employer, union or book stands in the code or the look: those are data, beside their agreements."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.projects import ROOT

WORDS = re.compile(
    r"\b(?:postal|post\s+office|usps|apwu|npmhu|nalc|nrlca|pses?|lmous?|jcam|jcim|elm|crafts?|clerks?|mail\s+handlers?"
    r"|letter\s+carriers?|des\s+moines|bulk\s+mail|hoc-na|el-3\d\d|ps\s+form|national-(?:2010|1966|1964)|art(?:icle|\.)\s+30)\b"
    r"|\b(?:1964|1966|2010)(?:\s+(?:national\s+)?agreement|–2015)",
    re.IGNORECASE,
)
PLACES = ("scripts", "docs", "overrides", "mkdocs.yml")
ENDINGS = (".py", ".js", ".ts", ".css", ".html", ".xml", ".md", ".yml", ".svg", ".sh")
FILES = sorted(
    path
    for place in PLACES
    for path in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else [ROOT / place])
    if path.suffix in ENDINGS
)


def found() -> Iterator[str]:
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield from (f"{path.relative_to(ROOT)}:{number}: {match[0]}" for match in WORDS.finditer(line))


def test_no_word_of_one_field_stands_in_code_styles_scripts_or_templates() -> None:
    assert len(FILES) > 200
    assert list(found()) == []


@pytest.mark.parametrize("words", ["the Post Office", "LMOU item 14", "Article 30", "EL-312", "of the 1966 agreement", "PSEs"])
def test_such_words_would_be_found(words: str) -> None:
    assert WORDS.search(words)


@pytest.mark.parametrize("words", ["2010", "the national office", "Article 3", "a letter carried on", "elmwood"])
def test_other_words_would_not(words: str) -> None:
    assert not WORDS.search(words)
