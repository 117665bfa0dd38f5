"""A copy becomes a site of one's own: what goes is said for what it is, and only the invented agreements are left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.bad_projects import a_mini_agreement
from tests.projects import ROOT

from contract_site.build.forking import fork_lines, make_fork, plan_fork
from contract_site.build.project import Project
from contract_site.model.finding import ContractSiteError


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy with the invented agreements where a copy has them, and others to take out."""
    shutil.copytree(ROOT / "tests" / "agreements", tmp_path / "tests" / "agreements")
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    (folder / "addresses.tsv").touch()
    a_mini_agreement(tmp_path / "agreements" / "next")
    for name in ("compare", "families", "notes"):
        (tmp_path / "agreements" / name).mkdir()
    return Project(tmp_path, tmp_path / "site")


def test_what_goes_is_said_for_what_it_is(project: Project) -> None:
    lines = list(fork_lines(project, plan_fork(project, "Pier Papers")))

    assert lines[:5] == [
        "agreements/compare: the comparisons go, with their published addresses",
        "agreements/families: the families of words go, with what members say",
        "agreements/mini: the agreement goes, with its published addresses",
        "agreements/next: the agreement goes",
        "agreements/notes: goes",
    ]
    assert lines[-1] == "site.toml: is written anew, for Pier Papers"


def test_only_the_invented_agreements_are_left(project: Project) -> None:
    make_fork(project, plan_fork(project, "Pier Papers"))

    assert {path.name for path in project.agreements.iterdir()} == {
        path.name for path in (ROOT / "tests/agreements/tiny").iterdir() if path.is_dir()
    }
    assert 'name = "Pier Papers"\n' in (project.root / "site.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "message"), [(" ", "a site needs a name"), ("Pier", "tests/agreements/tiny:1: missing; ")])
def test_what_cannot_be_done_is_said(tmp_path: Path, name: str, message: str) -> None:
    if not name.strip():
        (tmp_path / "tests" / "agreements" / "tiny").mkdir(parents=True)

    with pytest.raises(ContractSiteError) as caught:
        plan_fork(Project(tmp_path, tmp_path / "site"), name)
    assert str(caught.value).startswith(message)
