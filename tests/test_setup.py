"""The environment is set up by a shell script: never through a link into another project's, never by two at once.

The Python that it is given here is a script that does what the real one does to folders, and writes down what it was asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.projects import ROOT

pytestmark = [
    pytest.mark.slow,  # set-ups are waited for
    pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a script of a POSIX shell"),
]

PYTHON = """#!/bin/sh
case "$*" in
    *version_info*) echo True ;;
    --version) echo "Python 3.13.0" ;;
    "-m venv --clear .venv")
        echo clear >>log
        mkdir -p .venv/bin
        rm -rf .venv/*
        sleep 0.3
        mkdir .venv/bin
        cp python .venv/bin/python
        ;;
    "-m pip"*) echo pip >>log; sleep 0.5 ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the script and two lists."""
    root = tmp_path / "project"
    (root / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "setup_environment.sh", root / "scripts")
    (root / "requirements").mkdir()
    for name in ("site", "test"):
        (root / "requirements" / f"{name}.txt").write_text(f"{name}-thing==1.0\n", encoding="utf-8")
    (root / "python").write_text(PYTHON, encoding="utf-8")
    (root / "python").chmod(0o755)
    return root


def start(project: Path, name: str) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if key != "QUIET"} | {"PYTHON": "./python"}
    command = ["sh", "scripts/setup_environment.sh", name]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=project, env=environment, text=True, stdout=pipe, stderr=pipe)


def said(process: subprocess.Popen[str]) -> list[str]:
    """What a set-up that went well said."""
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told
    return told.splitlines()


def log(project: Path) -> list[str]:
    return (project / "log").read_text(encoding="utf-8").split()


@pytest.mark.parametrize(("name", "installed"), [("site", ["clear", "pip"]), ("test", ["clear", "pip", "pip"])])
def test_where_the_environment_is_a_link_that_of_the_other_project_stays(
    project: Path, tmp_path: Path, name: str, installed: list[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "theirs").touch()
    (project / ".venv").symlink_to(other)

    said(start(project, name))

    assert [path.name for path in other.iterdir()] == ["theirs"]
    assert not (project / ".venv").is_symlink()
    assert (project / ".venv" / f"{name}.stamp").is_file()
    assert log(project) == installed


def test_of_two_at_once_one_waits_and_finds_it_done(project: Path) -> None:
    told = [said(each) for each in [start(project, "site"), start(project, "site")]]
    waited = [line for lines in told for line in lines if line.startswith("Waiting for another set-up of .venv (process ")]

    assert log(project) == ["clear", "pip"]
    assert len(waited) == 1
    assert not (project / ".venv-lock").exists()


@pytest.mark.parametrize("owner", ["dead", ""])
def test_the_lock_of_one_that_died_is_taken_over(project: Path, owner: str) -> None:
    (project / ".venv-lock").mkdir()
    if owner:
        dead = subprocess.Popen(["true"])
        dead.wait()
        (project / ".venv-lock" / "owner").write_text(f"{dead.pid}\n", encoding="utf-8")

    said(start(project, "site"))

    assert log(project) == ["clear", "pip"]
    assert not (project / ".venv-lock").exists()


def test_one_that_fails_leaves_no_lock(project: Path) -> None:
    (project / "python").write_text(PYTHON.replace("echo pip >>log; sleep 0.5", "exit 7"), encoding="utf-8")
    process = start(project, "site")
    process.communicate(timeout=60)

    assert process.returncode == 7
    assert not (project / ".venv-lock").exists()
    assert not (project / ".venv" / "site.stamp").exists()
