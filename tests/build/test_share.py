"""Shares of a build, made apart and joined, are the site of one build."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.bad_projects import a_mini_agreement
from tests.projects import a_project, files_of, names_of_records_made, no_report

from contract_site import cli
from contract_site.build import pipeline
from contract_site.build.outline import described
from contract_site.build.project import Project
from contract_site.build.share import BuildShare, slugs_of


def a_site(root: Path) -> Project:
    project = a_project(root)
    folder = a_mini_agreement(project.agreements / "mini")
    assert folder.is_dir()
    return project


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.build_site, ["--project", str(project.root), *arguments], catch_exceptions=False)


def test_shares_hold_every_agreement_once_and_families_whole(tmp_path: Path) -> None:
    outline = described(a_site(tmp_path))
    shares = [slugs_of(outline, BuildShare(number, 3)) for number in (1, 2, 3)]
    where = {slug: number for number, slugs in enumerate(shares) for slug in slugs}

    assert sorted(slug for slugs in shares for slug in slugs) == sorted(outline.known)
    assert all(shares)
    assert where["tiny-1950"] == where["tiny-1952"] == where["tiny-1954"]
    assert where["tiny-2020"] == where["tiny-2024"]


@pytest.mark.slow
def test_three_shares_joined_are_the_site_of_one_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = a_site(tmp_path / "whole")
    pipeline.build_site(whole, no_report)
    shelves = []
    for number in (1, 2, 3):
        project = a_site(tmp_path / f"machine-{number}")
        assert run(project, "--shard", f"{number}/3", "--quiet").exit_code == 0
        assert not project.site.exists()
        shelves.append(project.build / "shelf")
    made = names_of_records_made(monkeypatch)
    joined = a_site(tmp_path / "joined")
    result = run(joined, *(word for shelf in shelves for word in ("--join", str(shelf))), "--workers", "1", "--quiet")

    assert result.exit_code == 0, result.output
    assert files_of(joined.site) == files_of(whole.site)
    items = "agreements-compare-tiny-2024--local"
    again = {f"pages/{items}", "site", "index", "search", "look"}
    assert {name for name in made if not name.startswith(("members/", "stems/"))} == {*again, "downloads/tiny-2024"}


@pytest.mark.parametrize("written", ["0/3", "4/3", "1", "x/3", "1/0", "-1/3"])
def test_what_is_no_share_is_said_in_one_line(tmp_path: Path, written: str) -> None:
    result = run(Project(tmp_path, tmp_path / "site"), "--shard", written)

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(f"--shard '{written}' is no share")


def test_a_folder_without_records_is_said_in_one_line(tmp_path: Path) -> None:
    for name in ("empty", "project"):
        (tmp_path / name).mkdir()
    result = run(Project(tmp_path / "project", tmp_path / "site"), "--join", str(tmp_path / "empty"), "--quiet")

    assert result.exit_code == 1
    assert "holds no records; give the shelf of a share" in result.stderr
