"""A preview builds only what changed, and is the site that a whole build would make."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import a_project, files_of, no_report

from contract_site.build import pipeline
from contract_site.build.preview import build_preview
from contract_site.build.project import Project
from contract_site.model.finding import ContractSiteError

pytestmark = pytest.mark.slow


@pytest.fixture
def preview(tmp_path: Path) -> Project:
    root = a_project(tmp_path / "project").root
    project = Project(root, root / "build" / "preview")
    build_preview(project, no_report)
    return project


def add_a_note(project: Project, words: str) -> None:
    path = project.agreements / "tiny-2024" / "corrections.toml"
    path.write_text(path.read_text(encoding="utf-8") + f'\n[[note]]\nprovision = "1"\ntext = "{words}"\n', encoding="utf-8")


def test_after_a_change_the_preview_is_the_site_of_a_whole_build(preview: Project) -> None:
    add_a_note(preview, "A trial.")
    build_preview(preview, no_report)
    assert "A trial." in (preview.site / "tiny-2024" / "article-1" / "index.html").read_text(encoding="utf-8")

    whole = Project(preview.root, preview.root / "site")
    pipeline.build_site(whole, no_report, bundles=False)
    made, wanted = files_of(preview.site), files_of(whole.site)
    assert made.keys() == wanted.keys()
    assert [name for name in wanted if made[name] != wanted[name]] == []


def test_a_preview_that_fails_leaves_the_last_one(preview: Project) -> None:
    before = files_of(preview.site)
    path = preview.agreements / "tiny-2024" / "corrections.toml"
    path.write_text("no TOML", encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"corrections\.toml:1: not valid TOML"):
        build_preview(preview, no_report)
    assert files_of(preview.site) == before
