"""A site of an agreement that is hostile wherever it can be: whatever MkDocs and the theme write around its words, none is run.

`tests/test_hostile.py` has the pages before that.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.hostile import HOSTILE
from tests.projects import a_project, no_report, parse_page

from contract_site.build import pipeline

WORDS = "<script>alert(1)</script> {{ config }} {% raw %} *a* _b_ [x](javascript:alert(1)) &copy; \"q\" 'p' a|b {: #id } \\ $x$"
HOSTILE_SETTINGS = """
slug = "invented"
title = {words}
name = {words}
short = {words}
kind = "national"
parties = [{words}, {words}]
status = "in force"
note = {words}
citation = {words}
[source]
file = "source.txt"
sha256 = ""
description = {words}
[[part]]
line = 1
opens = "ARTICLE 1"
kind = "articles"
[[part]]
line = {line}
opens = "APPENDIX A"
kind = "appendix"
id = "appendix-a"
title = {words}
body = {body}
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, built by MkDocs, of an agreement that is hostile wherever it can be."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "agreements" / "invented"
    folder.mkdir(parents=True)
    lines = ["ARTICLE 1", "TITLE", f"Section 1. Title {WORDS}", f"A. {WORDS}", *HOSTILE.values(), "APPENDIX A", f"1. {WORDS}"]
    line = re.split(r"\r\n|[\r\n\f]", "\n".join(lines)).index("APPENDIX A") + 1
    (folder / "source.txt").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    written = (
        HOSTILE_SETTINGS.replace("{line}", str(line))
        .replace("{body}", str(line + 1))
        .replace("{words}", json.dumps(WORDS, ensure_ascii=False))
    )
    (folder / "agreement.toml").write_text(written, encoding="utf-8")
    project = a_project(root / "project", root / "agreements")
    (project.root / "site.toml").write_text('name = "Contract Reference"\n', encoding="utf-8")
    pipeline.build_site(project, no_report)
    return project.site


STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""Words in a script of data, quoted."""


def test_every_built_page_is_as_free_of_the_source_as_a_harmless_one(hostile_site: Path, tiny_site: pipeline.Project) -> None:
    """Scripts, elements and attributes are those of the theme: what a page of a harmless agreement has too."""
    harmless = [parse_page(page.read_text(encoding="utf-8")) for page in tiny_site.site.rglob("*.html")]
    elements = {tag.name for tree in harmless for tag in tree.find_all(True)}
    attributes = {name for tree in harmless for tag in tree.find_all(True) for name in tag.attrs}
    for path in sorted(hostile_site.rglob("*.html")):
        tags = parse_page(path.read_text(encoding="utf-8")).find_all(True)

        assert {tag.name for tag in tags} <= elements, path
        assert {name for tag in tags for name in tag.attrs} <= attributes, path
        assert not [tag for tag in tags if tag.name == "script" and "alert" in STRING.sub("", tag.get_text())], path
        assert not [tag for tag in tags if "javascript:alert" in f"{tag.get('href')}{tag.get('src')}"], path
        assert not [tag for tag in tags if tag.get("id") == "id"], path


def test_titles_descriptions_and_menus_show_the_words(hostile_site: Path) -> None:
    tree = parse_page((hostile_site / "invented" / "appendix-a" / "index.html").read_text(encoding="utf-8"))
    description = tree.find("meta", attrs={"name": "description"})
    menu = tree.select_one("nav.cr-nav")

    assert tree.title is not None
    assert description is not None
    assert menu is not None
    assert tree.title.get_text(strip=True) == f"Appendix A. {WORDS} · {WORDS} · Contract Reference"
    assert str(description["content"]).startswith(f"Appendix A. {WORDS}, {WORDS}: {WORDS}"[:150])
    assert [link.get_text() for link in menu.find_all("a") if "Appendix" in link.get_text()] == [f"Appendix A. {WORDS}"]
    assert WORDS in [link.get_text() for link in menu.find_all("a")]


def test_search_knows_the_words_as_received(hostile_site: Path) -> None:
    """Its script puts them into pages as text; see tests/browser/test_search.py."""
    data = (hostile_site / "search" / "data.js").read_text(encoding="utf-8")
    files = sorted((hostile_site / "search" / "in" / "invented").glob("r*.js"))
    written = [path.read_text(encoding="utf-8").partition("] = ")[2].rstrip().removesuffix(";") for path in files]
    found = [record[5] for text in written for record in json.loads(text)]

    assert "<" not in "".join([data, *written])
    assert json.loads(data.partition(" = ")[2].rstrip(";\n"))["agreements"][0]["title"] == WORDS
    assert [words for words in found if WORDS in words]


def test_data_holds_the_words_as_received(hostile_site: Path) -> None:
    data = json.loads((hostile_site / "data" / "invented.json").read_text(encoding="utf-8"))
    index = json.loads((hostile_site / "data" / "index.json").read_text(encoding="utf-8"))

    assert data["title"] == index["agreements"][0]["title"] == WORDS
    assert data["parties"] == [WORDS, WORDS]
    assert [found["text"] for found in data["provisions"] if found["container"] == "appendix-a" and found["id"] == "1"] == [
        WORDS
    ]
