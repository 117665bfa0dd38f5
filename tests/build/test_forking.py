"""A copy becomes a site of one's own: what goes is said for what it is, and only the invented agreements are left."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.bad_projects import a_mini_agreement
from tests.projects import ROOT

from contract_site.build.forking import fork_lines, make_fork, plan_fork, refusal
from contract_site.build.project import Project
from contract_site.cli import fork_project
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
    (tmp_path / "site.toml").write_text('name = "Mine"\n', encoding="utf-8")
    commit(tmp_path)
    return Project(tmp_path, tmp_path / "site")


def commit(root: Path) -> None:
    """Put all that is in a folder under git."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--allow-empty", "--message=All")):
        subprocess.run(["git", "-C", root, *command], check=True)


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


# What git does not hold is never taken out -------------------------------------------------------------------------------


def an_added_agreement(project: Project) -> Path:
    return a_mini_agreement(project.agreements / "ours") / "agreement.toml"


def a_changed_agreement(project: Project) -> Path:
    path = project.agreements / "mini" / "agreement.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    return path


def a_file_that_git_is_told_to_leave_out(project: Project) -> Path:
    (project.root / ".gitignore").write_text("*.pdf\n", encoding="utf-8")
    path = project.agreements / "next" / "ours.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def a_changed_site(project: Project) -> Path:
    path = project.root / "site.toml"
    path.write_text('name = "Ours"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (an_added_agreement, "agreements/ours"),
        (a_changed_agreement, "agreements/mini"),
        (a_file_that_git_is_told_to_leave_out, "agreements/next"),
        (a_changed_site, "site.toml"),
    ],
)
def test_what_git_does_not_hold_is_named_and_stays(project: Project, change: Callable[[Project], Path], named: str) -> None:
    path = change(project)
    before = path.read_bytes()
    fork = plan_fork(project, "Pier Papers")
    marked = [line.split(":")[0] for line in fork_lines(project, fork) if line.endswith("; git does not hold it as it is")]

    assert marked == [named]
    with pytest.raises(ContractSiteError) as caught:
        make_fork(project, fork)
    assert str(caught.value).startswith(f"not in git as it is, so it could not be had again: {named}; commit it (")
    assert path.read_bytes() == before
    subprocess.run(["git", "-C", project.root, "add", "--force", path], check=True)
    commit(project.root)
    assert refusal(project, plan_fork(project, "Pier Papers")) == ""


def test_in_a_copy_without_git_nothing_is_taken_out_until_it_is_moved_away(project: Project) -> None:
    shutil.rmtree(project.root / ".git")
    fork = plan_fork(project, "Pier Papers")

    with pytest.raises(ContractSiteError) as caught:
        make_fork(project, fork)
    assert str(caught.value).startswith("this copy is under no git, so what goes could not be had again: agreements/compare, ")
    assert "agreements/next and 2 more; commit it (git init, " in str(caught.value)
    assert (project.agreements / "mini" / "agreement.toml").is_file()

    project.agreements.rename(project.root / "kept")
    (project.root / "site.toml").rename(project.root / "kept.toml")
    make_fork(project, plan_fork(project, "Pier Papers"))
    assert not (project.agreements / "mini").exists()


def test_the_command_says_before_that_it_would_refuse(project: Project) -> None:
    an_added_agreement(project)
    arguments = ["Pier Papers", "--project", str(project.root)]
    told = CliRunner().invoke(fork_project, arguments)
    done = CliRunner().invoke(fork_project, [*arguments, "--yes"])

    assert told.exit_code == 0
    assert 'make fork NAME="Pier Papers" YES=1 is refused: not in git as it is' in told.stdout.splitlines()[-1]
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
