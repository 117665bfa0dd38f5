"""Builders of whole projects for tests: agreements in a folder of their own, with the project's own pages and theme."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Comment, Tag
from markdown import Markdown  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from contract_site.beside.crossings import Crossings
from contract_site.build import edition_step, kin_pages_step, pipeline, shared_step, site_step
from contract_site.build.pipeline import Project
from contract_site.editors.folders import settings_file
from contract_site.model.document import Edition
from contract_site.model.page import Entry, Page
from contract_site.pages.edition.pages import render_edition
from contract_site.shelf.shelf import Record, Shelf
from contract_site.site import generator
from contract_site.site.built_pages import BuiltPages

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "agreements" / "tiny"
BLOCKS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "td", "th", "div", "figure", "figcaption", "nav"]
NOT_THE_PARTIES_WORDS = ", ".join(
    [
        "nav",
        "script",
        "style",
        "details.beside",
        "details.sections",
        ".status",
        ".note",
        ".badge",
        ".editorial",
        "a.page",
        "[data-search-exclude]",
    ]
)


def a_project(root: Path, agreements: Path = TINY) -> Project:
    """A copy of this project at ``root`` that has other agreements; the invented ones have a site of their own."""
    give_our_look(root)
    shutil.copy((ROOT if agreements == ROOT / "agreements" else TINY.parent) / "site.toml", root)
    shutil.copytree(agreements, root / "agreements")
    return Project(root, root / "site")


def speak(project: Project, language: str) -> None:
    """Have the site of a project say its own words in a language."""
    path = project.root / "site.toml"
    path.write_text(f'language = "{language}"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")


def give_our_look(root: Path) -> None:
    """Copy this project's own pages and theme, without what a site says of itself."""
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)


def source_file(folder: Path) -> Path:
    """The source of the agreement in a folder; editions of one book share it."""
    settings = tomllib.loads(settings_file(folder).read_text(encoding="utf-8"))
    return folder / str(settings["source"]["file"])


def documents_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out MkDocs: the "site" is the documents that it would read, and the order of those built together."""

    def written(
        _project: Path, pages: Sequence[Page], contents: Sequence[Entry], _said: object, _templates: object = ()
    ) -> BuiltPages:
        order = yaml.safe_dump([generator._nav(entry) for entry in contents], allow_unicode=True, sort_keys=False)
        files = {str(page.path): page.text.encode() for page in pages}
        return BuiltPages({**files, f"nav/{pages[0].path.with_suffix('')}.yml": order.encode()}, (), {}, ())

    for step in (edition_step, kin_pages_step, site_step):
        monkeypatch.setattr(step, "build_pages", written)
    monkeypatch.setattr(shared_step, "plain_files", lambda *_: ())  # named as the documents are


def names_of_records_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that gets the name of each record that is made from now on."""
    names: list[str] = []
    put = Shelf.put

    def noted(self: Shelf, name: str, made_from: dict[str, str], content: bytes) -> Record:
        names.append(name)
        return put(self, name, made_from, content)

    monkeypatch.setattr(Shelf, "put", noted)
    return names


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def texts_of(files: Mapping[str, bytes], *endings: str) -> dict[str, str]:
    """Those files that have one of the endings, as text."""
    return {name: content.decode() for name, content in files.items() if name.endswith(endings)}


def no_report(_what: str, _done: int, _total: int) -> None:
    """Tell nobody how a build goes on."""


def parse_page(html: str) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(html, "html.parser")


def parties_words(tree: BeautifulSoup | Tag) -> str:
    """What a reader of a page is shown as the parties' words: what the build and the editors add is left out.

    The tree is used up.
    """
    for added in tree.select(NOT_THE_PARTIES_WORDS):
        added.extract()
    for block in tree.find_all(BLOCKS):
        block.insert_before("\n")
        block.append("\n")
    return "".join(text for text in tree.find_all(string=True) if not isinstance(text, Comment))


def pages_of(edition: Edition) -> dict[str, str]:
    """The Markdown of every page of an edition alone, by file."""
    crossings = Crossings(pipeline.relate_alone(edition))
    return {page.path.as_posix(): page.text for page in render_edition(edition, crossings).pages}


def as_html(page: str) -> str:
    """The words of a page of Markdown as MkDocs makes them, with the extensions of mkdocs.yml and MkDocs' own."""
    markdown = _markdown()
    markdown.reset()
    return str(markdown.convert(get_data(page)[0]))


@cache
def _markdown() -> Markdown:
    configuration = load_config(str(ROOT / "mkdocs.yml"), site_name="A")
    return Markdown(extensions=configuration["markdown_extensions"], extension_configs=configuration["mdx_configs"])
