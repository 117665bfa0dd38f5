"""A plan names what a build would make and why; a build then makes that and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.bad_projects import a_mini_project
from tests.projects import files_of, no_report

from contract_site import cli
from contract_site.build import pipeline
from contract_site.build.plan import plan_lines
from contract_site.build.project import Project
from contract_site.shelf import making

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = a_mini_project(tmp_path / "project")
    project = Project(root, root / "site")
    pipeline.build_site(project, no_report)
    return project


def test_after_a_build_nothing_would_be_made_and_planning_changes_nothing(project: Project) -> None:
    before = files_of(project.root)
    result = CliRunner().invoke(cli.build_site, ["--project", str(project.root), "--plan"], catch_exceptions=False)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 of ")
    assert files_of(project.root) == before


def test_what_changed_is_named_and_what_may_follow(project: Project) -> None:
    path = project.agreements / "mini" / "agreement.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    lines = list(plan_lines(project))

    assert lines[0] == "editions/agreements-mini: agreements/mini/agreement.toml changed"
    assert "pages/mini: if editions/agreements-mini comes out otherwise" in lines
    assert lines[-1].startswith("1 of ")


@pytest.mark.parametrize(
    ("file", "named"),
    [("docs/about.md", "site: docs/about.md changed"), ("mkdocs.yml", "pages/mini: mkdocs.yml changed")],
)
def test_what_depends_on_a_file_is_named(project: Project, file: str, named: str) -> None:
    path = project.root / file
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert named in list(plan_lines(project))


def test_another_program_makes_everything_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "program", lambda: "another")

    assert "editions/agreements-mini: the program changed" in list(plan_lines(project))


def test_before_the_first_build_it_is_said_that_nothing_was_made(tmp_path: Path) -> None:
    root = a_mini_project(tmp_path / "project")

    assert list(plan_lines(Project(root, root / "site"))) == [
        "editions/agreements-mini: was never made",
        "1 of 1 records would be made, and whatever is made from them; 0 more if one of these comes out otherwise",
    ]


def test_a_damaged_record_is_named(project: Project) -> None:
    path = project.build / "shelf" / "links" / "mini.box"
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert "links/mini: is damaged" in list(plan_lines(project))
