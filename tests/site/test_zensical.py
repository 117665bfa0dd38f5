"""Zensical makes the same pages as MkDocs: their addresses, words, links and ids.

It is in an environment of its own; where `make site ENGINE=zensical` was never given, the comparison is left out.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import Tag
from tests.projects import ROOT, a_project, no_report, parse_page, speak

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.model.finding import ContractSiteError
from contract_site.site.zensical import PROGRAM, ZENSICAL, run_zensical


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site of the invented agreements, its pages made by Zensical."""
    project = a_project(tmp_path_factory.mktemp("zensical"))
    (project.root / PROGRAM).parent.mkdir(parents=True)
    (project.root / PROGRAM).symlink_to(ROOT / PROGRAM)
    pipeline.build_site(project, no_report, bundles=False, engine=ZENSICAL)
    return project


def pages(site: Path) -> dict[str, Tag]:
    """The words of every page that is no redirect, by its address."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("index.html") if path.parent != site / "downloads"}
    articles = {name: parse_page(path.read_text(encoding="utf-8")).select_one("article") for name, path in found.items()}
    return {name: article for name, article in articles.items() if article is not None}


def letters(article: Tag) -> str:
    return "".join(article.get_text().split())


def links(name: str, article: Tag) -> list[str]:
    """Where links lead, however they are written; below a path, so that none leads above the site unseen."""
    here = f"/a/b/c/d/{posixpath.dirname(name)}"
    asked = [urlsplit(str(tag["href"])) for tag in article.find_all(href=True)]
    return [
        f"{each.netloc}{posixpath.normpath(posixpath.join(here, each.path or '.'))}?{each.query}#{each.fragment}"
        for each in asked
    ]


def ids(article: Tag) -> list[str]:
    return [str(tag["id"]) for tag in article.find_all(id=True) if not str(tag["id"]).startswith("__")]


installed = pytest.mark.skipif(
    not (ROOT / PROGRAM).is_file(), reason="Zensical is not installed; make site ENGINE=zensical does it"
)


@installed
def test_every_page_has_the_same_address_words_links_and_ids(tiny_site: Project, other: Project) -> None:
    ours, theirs = pages(tiny_site.site), pages(other.site)

    assert len(ours) > 100
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if letters(ours[name]) != letters(theirs[name])] == []
    assert [name for name in ours if links(name, ours[name]) != links(name, theirs[name])] == []
    assert [name for name in ours if ids(ours[name]) != ids(theirs[name])] == []


def test_without_zensical_one_line_says_how_it_comes(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"build/zensical/bin/zensical:1: missing; make site ENGINE=zensical installs"):
        run_zensical(tmp_path, tmp_path / "mkdocs.yml")


@installed
def test_templates_speak_the_language_of_the_site(tmp_path: Path) -> None:
    """Its templates know no functions of ours: what they say is in the configuration."""
    project = a_project(tmp_path)
    speak(project, "es")
    (project.root / PROGRAM).parent.mkdir(parents=True)
    (project.root / PROGRAM).symlink_to(ROOT / PROGRAM)
    pipeline.build_site(project, no_report, bundles=False, engine=ZENSICAL)
    for name, words in (("index.html", "Volver arriba"), ("tiny-2024/article-2/index.html", "En esta página")):
        page = (project.site / name).read_text(encoding="utf-8")
        assert '<html lang="es">' in page
        assert words in page
