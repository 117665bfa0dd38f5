"""What the site says itself of comparisons, of the whole site and in files to carry away is said through the catalogue.

The invented site is built in a language whose every message says nothing but its values, and in which a month has no name: a
word that is left is the parties', the editors', or was forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from tests.interface.silent import NAMED, WORD, words_read
from tests.projects import ROOT, a_project, documents_only, files_of, no_report, texts_of

from contract_site.build import pipeline
from contract_site.interface import catalogue
from contract_site.interface.extracting import Message, messages_of

LANGUAGE = "ko"
OURS = re.compile(r"compare/.*|(?:index|go/index|search|subjects/.*|timeline|bargaining|changes|downloads/index)\.md|nav/.*")
"""Pages that are made of more than one edition, and the order of pages."""
HIDDEN = re.compile(r"^(?:hide|compare|concordance|subjects|feed): .*$|\]\([^)]*\)", re.MULTILINE)
"""What front matter says to templates, and where links lead."""
FORMATS = frozenset(("json", "csv", "tsv", "epub", "html", "zip", "sha", "ics", "xml", "md"))
CITED = frozenset(("article", "articles", "item", "appendix", "table", "mou", "re", "step", "art", "sic"))
"""Words of citations, which are the agreement's, and of its parts."""
NO_TITLE = "untitled"
"""What a part without a title is called where it is parsed."""


def silent(message: Message) -> Message:
    """A message's values and nothing else."""
    form = message if isinstance(message, str) else message[1]
    return " ".join(["…", *NAMED.findall(form)])


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that says nothing."""
    made = Catalog(locale=LANGUAGE)
    for message in {each for part in messages_of(ROOT).values() for each in part}:
        made.add(message, silent(message) if isinstance(message, str) else (silent(message),))
    (tmp_path / "words" / LANGUAGE).mkdir(parents=True)
    with (tmp_path / "words" / LANGUAGE / "all.po").open("wb") as file:
        write_po(file, made)
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path / "words")


def not_ours(root: Path) -> set[str]:
    """Every word of the sources and of the editors' files, in small letters."""
    texts = [path.read_text(encoding="utf-8") for path in (root / "agreements").rglob("*") if path.is_file()]
    texts.append((root / "site.toml").read_text(encoding="utf-8"))
    return {word.lower() for text in texts for word in WORD.findall(text)}


def test_pages_of_the_site_say_nothing_but_through_the_catalogue(
    catalogues: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents_only(monkeypatch)
    project = a_project(tmp_path / "project")
    settings = project.root / "site.toml"
    settings.write_text(f'language = "{LANGUAGE}"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")
    pipeline.build_site(project, no_report, bundles=False)
    known = not_ours(project.root) | CITED | FORMATS | {NO_TITLE}

    pages = {path: page for path, page in texts_of(files_of(project.site), ".md", ".yml").items() if OURS.fullmatch(path)}
    left = {path: sorted({*words_read(HIDDEN.sub("", page))} - known) for path, page in pages.items()}

    assert len(pages) > 20
    assert {path: words for path, words in left.items() if words} == {}
