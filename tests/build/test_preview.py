"""A preview builds only what changed, and is the site that a whole build would make."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import a_project, files_of, no_report

from contract_site.build import kept_editions, pipeline
from contract_site.build.preview import build_preview
from contract_site.build.project import Project
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.site import generator

pytestmark = pytest.mark.slow


@pytest.fixture
def preview(tmp_path: Path) -> Project:
    root = a_project(tmp_path / "project").root
    project = Project(root, root / "build" / "preview")
    build_preview(project, no_report)
    return project


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done of what is not done again: the folders that are parsed, whether MkDocs makes all pages."""
    done: list[str] = []
    load, run = kept_editions.load_folder, generator.run_mkdocs

    def loaded(path: Path, shown: str) -> Edition:
        done.append(path.name)
        return load(path, shown)

    def ran(configuration: Path) -> None:
        done.append("every page")
        run(configuration)

    monkeypatch.setattr(kept_editions, "load_folder", loaded)
    monkeypatch.setattr(generator, "run_mkdocs", ran)
    return done


def add_a_note(project: Project, words: str) -> None:
    path = project.agreements / "tiny-2024" / "corrections.toml"
    path.write_text(path.read_text(encoding="utf-8") + f'\n[[note]]\nprovision = "1"\ntext = "{words}"\n', encoding="utf-8")


def test_after_a_change_only_that_agreement_is_parsed_and_the_site_is_the_one_of_a_whole_build(
    preview: Project, work: list[str]
) -> None:
    add_a_note(preview, "A trial.")
    build_preview(preview, no_report)
    assert work == ["tiny-2024"]
    assert "A trial." in (preview.site / "tiny-2024" / "article-1" / "index.html").read_text(encoding="utf-8")

    whole = Project(preview.root, preview.root / "site")
    pipeline.build_site(whole, no_report, bundles=False)
    made, wanted = files_of(preview.site), files_of(whole.site)
    assert made.keys() == wanted.keys()
    assert [name for name in wanted if made[name] != wanted[name] and not name.startswith("sitemap")] == []


def test_where_the_look_changed_every_page_is_made_and_no_agreement_parsed(preview: Project, work: list[str]) -> None:
    path = preview.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8") + "copyright: another\n", encoding="utf-8")
    build_preview(preview, no_report)

    assert work == ["every page"]


def test_a_preview_that_fails_leaves_the_last_one(preview: Project) -> None:
    before = files_of(preview.site)
    path = preview.agreements / "tiny-2024" / "corrections.toml"
    path.write_text("no TOML", encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"corrections\.toml:1: not valid TOML"):
        build_preview(preview, no_report)
    assert files_of(preview.site) == before
