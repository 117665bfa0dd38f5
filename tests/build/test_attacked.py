"""Whatever befalls a build or its shelf, one line says it, the last site stands, and the next build makes the same site."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.bad_projects import a_mini_project
from tests.projects import files_of, names_of_records_made, no_report

from contract_site import cli
from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.build.workers import LOST, this_machine
from contract_site.model.finding import ContractSiteError
from contract_site.shelf import stamp
from contract_site.shelf.box import Box, pack
from contract_site.shelf.lock import alone
from contract_site.shelf.making import BuildStep, Maker
from contract_site.shelf.shelf import Record, Shelf

pytestmark = pytest.mark.slow
FULL = Path("/dev/full")
"""Where there is such a file, whatever is written to it finds no room."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = a_mini_project(tmp_path_factory.mktemp("built") / "project")
    project = Project(root, root / "site")
    pipeline.build_site(project, no_report, bundles=False)
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A project that was built, then changed."""
    shutil.copytree(built.root, tmp_path / "project")
    return Project(tmp_path / "project", tmp_path / "project" / "site")


def change(project: Project) -> None:
    path = project.agreements / "mini" / "corrections.toml"
    path.write_text('[[note]]\nprovision = "1"\ntext = "A trial."\n', encoding="utf-8")


def run(project: Project) -> Result:
    arguments = ["--project", str(project.root), "--no-bundles", "--quiet", "--workers", "1"]
    return CliRunner().invoke(cli.build_site, arguments, catch_exceptions=False)


def said_in_one_line(result: Result) -> str:
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    return result.stderr


def built_as_ever(project: Project, expected: Project, tmp_path: Path) -> bool:
    """Whether the next build makes what a build without any record makes of the same project."""
    copy = tmp_path / "whole"
    shutil.copytree(project.root, copy, ignore=shutil.ignore_patterns("build", "site"))
    pipeline.build_site(Project(copy, copy / "site"), no_report, bundles=False)
    assert run(project).exit_code == 0
    assert files_of(project.site) != files_of(expected.site)
    return files_of(project.site) == files_of(copy / "site")


def test_a_second_build_waits_for_the_first(project: Project, built: Project) -> None:
    change(project)
    told: list[str] = []
    waits = threading.Event()

    def report(what: str, _done: int, _total: int) -> None:
        told.append(what)
        waits.set()

    second = threading.Thread(target=pipeline.build_site, args=(project, report), kwargs={"bundles": False})
    with alone(project.build / "shelf", lambda: pytest.fail("nobody else builds here")):
        second.start()
        assert waits.wait(60)
        assert told == [pipeline.WAITING]
        assert files_of(project.site) == files_of(built.site)
    second.join()

    assert told[1:]
    assert pipeline.WAITING not in told[1:]
    assert files_of(project.site) != files_of(built.site)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("record", ["editions/agreements-mini", "pages/mini", "index"])
def test_a_full_disk_is_told_and_the_last_site_stands(project: Project, built: Project, tmp_path: Path, record: str) -> None:
    change(project)
    unfinished = project.build / "shelf" / f"{record}.box.{os.getpid()}.unfinished"
    unfinished.symlink_to(FULL)
    told = said_in_one_line(run(project))

    assert "No space left on device; make room. The last site stands as it was" in told
    assert files_of(project.site) == files_of(built.site)
    assert not list(project.build.rglob("*.unfinished"))
    assert not list(project.build.glob("next-*"))
    assert built_as_ever(project, built, tmp_path)


@pytest.mark.parametrize("place", ["build", "build/shelf", "build/shelf/pages"])
def test_where_no_record_can_be_written_it_is_told(project: Project, built: Project, tmp_path: Path, place: str) -> None:
    change(project)
    folder = project.root / place
    shutil.rmtree(folder)
    folder.write_bytes(b"in the way")
    told = said_in_one_line(run(project))

    assert told.startswith(str(folder))
    assert files_of(project.site) == files_of(built.site)
    folder.unlink()
    assert built_as_ever(project, built, tmp_path)


def test_a_shelf_that_may_only_be_read_is_told(project: Project, built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by hand, because to the system's administrator, as whom containers run tests, no folder is closed."""
    change(project)

    def refuse(self: Shelf, name: str, *_content: bytes) -> Path:
        raise PermissionError(13, "Permission denied", str(self.folder / name))

    monkeypatch.setattr(Shelf, "_written", refuse)

    assert said_in_one_line(run(project)).endswith("/build/shelf/editions/agreements-mini:1: Permission denied\n")
    assert files_of(project.site) == files_of(built.site)


def test_a_record_that_is_damaged_while_it_is_used_is_told(
    project: Project, built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(project)
    take = Shelf.take

    def damaged(self: Shelf, name: str, made_from: dict[str, str]) -> Record | None:
        found = take(self, name, made_from)
        if found is not None and name == "links/mini":
            content = found.path.read_bytes()
            found.path.write_bytes(
                content.replace(b"contract_site.model", b"contract_site.muddle"[: len(b"contract_site.model")])
            )
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Shelf, "take", damaged)
        told = said_in_one_line(run(project))

    assert "/build/shelf/links/mini.box:1: links is not what was kept" in told
    assert files_of(project.site) == files_of(built.site)
    assert built_as_ever(project, built, tmp_path)


def test_a_clock_that_went_back_changes_nothing(project: Project, built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, path in enumerate(sorted(project.root.rglob("*"))):
        os.utime(path, (number % 7, 4_000_000_000 - number % 11))
    made = names_of_records_made(monkeypatch)

    assert run(project).exit_code == 0
    assert made == []
    assert files_of(project.site) == files_of(built.site)


def test_another_python_makes_everything_anew(project: Project, built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.relative_to(project.build / "shelf") for path in (project.build / "shelf").rglob("*.box")}
    monkeypatch.setattr(sys, "version", "4.0 of another day")
    stamp.program.cache_clear()
    made = names_of_records_made(monkeypatch)
    try:
        assert run(project).exit_code == 0
    finally:
        stamp.program.cache_clear()

    assert {f"{name}.box" for name in made} == {path.as_posix() for path in before}
    assert files_of(project.site) == files_of(built.site)


def dying(box: Box) -> bytes:
    """A step whose process the system ends."""
    if box.text("text") == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return pack({"text": box["text"]})


def test_a_process_that_is_ended_from_outside_is_told(tmp_path: Path) -> None:
    steps = [BuildStep(f"step/{text}", dying, {"text": text.encode()}) for text in ("live", "die")]
    with pytest.raises(ContractSiteError) as caught, this_machine(2) as workers:
        Maker(Shelf(tmp_path), workers, no_report).make("Dying", steps)

    assert str(caught.value) == LOST
