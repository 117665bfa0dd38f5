"""Every command of README.md is run as it is printed, in its order, on the files that README.md has given by then.

The project is a copy of this one with a tiny agreement of ours; its ``.venv`` is this one's and never made anew.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.bad_projects import a_mini_agreement
from tests.build.test_forking import commit
from tests.present import POSTAL
from tests.projects import ROOT, TINY, no_report

from contract_site.build import pipeline
from contract_site.build.project import Project

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="README.md's commands are those of a POSIX shell"),
]

BLOCK = re.compile(
    r"(?:^`(?P<file>(?:agreements/)?[\w-][\w./-]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
AS_INSTALLED = "make -o .venv/site.stamp -o .venv/test.stamp"
"""``make`` that holds the environment for ready."""
NOT_RUN = {
    "make test": "runs these tests",
    "make quick": "runs these tests but for slow ones",
    "make lint": "is what this project is checked with before its tests",
    "make format": "changes code",
    "make words": "changes catalogues; see tests/interface/test_updating.py",
    "make bench": "takes minutes",
    "make fork": "is run above, as README.md says, of all agreements, which are under git by then",
    "make lock": "asks the network",
    "make pictures": "needs a browser; see tests/browser/test_pictures.py",
    "make preview": "needs a project under git; see tests/build/test_pending.py",
    "make serve": "does not end; see below and tests/site/test_preview.py",
    "make review": "does not end; see tests/desk and tests/browser/test_desk.py",
}


@dataclass(frozen=True)
class Step:
    """A command of README.md, and what it prints there; None where nothing is shown."""

    command: str
    shown: list[str] | None
    printed: list[str]
    status: int
    said: str


def a_copy(root: Path) -> Path:
    """This project without its agreements, but with folders that stand for them, and one agreement that is recorded."""
    for name in ("docs", "overrides", "scripts", "requirements"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "mkdocs.yml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "tests" / "agreements", root / "tests" / "agreements")
    (root / "site.toml").write_text('name = "Mini"\n', encoding="utf-8")
    (root / ".venv").symlink_to(ROOT / ".venv")
    a_mini_agreement(root / "agreements" / "mini")
    pipeline.record_addresses(Project(root, root / "site"), no_report)
    for folder in POSTAL:
        (root / "agreements" / folder).mkdir(parents=True)
    return root


def there(command: str, project: Path) -> bool:
    """Whether the program of a command is on this machine, or in the project; not everybody has one that signs."""
    program = command.removeprefix("(cd site/downloads && ").split()[0]
    return (project / program).exists() or shutil.which(program) is not None


def run(command: str, project: Path) -> subprocess.CompletedProcess[str]:
    words = re.sub(r"^make\b", AS_INSTALLED, command)
    environment = {name: value for name, value in os.environ.items() if name not in ("QUIET", "MAKEFLAGS", "MAKELEVEL")}
    return subprocess.run(
        words, shell=True, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def commands(kind: str, block: str) -> Iterator[tuple[str, list[str] | None]]:
    """The commands of a block: of a console each after ``$``, with the lines below it; of a script a line each."""
    if kind == "sh":
        yield from ((line.partition("  #")[0].strip(), None) for line in block.splitlines() if line.strip())
    if kind == "console":
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield command, shown


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_copy(tmp_path_factory.mktemp("commands") / "project")


@pytest.fixture(scope="module")
def steps(project: Path) -> list[Step]:
    """All that README.md says to do, done."""
    return followed(ROOT / "README.md", project)


def followed(document: Path, project: Path) -> list[Step]:
    """Do all that a document says to do, in a project."""
    done = []
    for block in BLOCK.finditer(document.read_text(encoding="utf-8")):
        if block["file"]:
            path = project / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8", newline="\n")
            continue
        for command, shown in commands(block["kind"], block["text"]):
            if command not in NOT_RUN and there(command, project):
                if command.startswith("make fork"):
                    commit(project)
                result = run(command, project)
                done.append(Step(command, shown, result.stdout.splitlines(), result.returncode, result.stderr))
    return done


def test_every_command_of_the_readme_does_what_it_is_there_for(steps: list[Step]) -> None:
    assert {step.command.split()[0] for step in steps} - {"minisign", "(cd"} == {"make", ".venv/bin/python", "cat"}
    assert [(step.command, step.said) for step in steps if step.status != 0] == []


def test_every_command_prints_what_the_readme_shows_and_nothing_else(steps: list[Step]) -> None:
    shown = [step for step in steps if step.shown]

    assert len(shown) >= 8
    assert {step.command: step.printed for step in shown if step.printed != step.shown} == {}


def test_after_a_fork_only_the_invented_agreements_are_there(steps: list[Step], project: Path) -> None:
    left = {path.name for path in (project / "agreements").iterdir()}

    assert left == {path.name for path in TINY.iterdir() if path.is_dir()}


# The guide to an agreement of one's own ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Step]]:
    """A project in which all was done that the guide says to do, and what was done."""
    project = a_copy(tmp_path_factory.mktemp("afternoon") / "project")
    return project, followed(ROOT / "docs" / "guides" / "afternoon.md", project)


def test_an_agreement_of_ones_own_is_made_in_an_afternoon(afternoon: tuple[Path, list[Step]]) -> None:
    project, steps = afternoon
    page = (project / "site/ferry-2026/article-1/index.html").read_text(encoding="utf-8")

    assert [step.command.split(" AGREEMENT")[0] for step in steps if step.command.startswith("make")] == [
        "make agreement FILE=ferry-2026.txt SLUG=ferry-2026",
        "make check",
        "make check",
        "make record",
        "make site",
    ]
    assert [(step.command, step.said) for step in steps if step.status != 0] == []
    assert {step.command: step.printed for step in steps if step.shown and step.printed != step.shown} == {}
    assert all("0 unaccounted, 0 counted twice" in step.printed[-1] for step in steps if "make check" in step.command)
    assert 'id="1.2"' in page
    assert 'href="../article-2/#2.1"' in page
    assert 'class="status in-force"' in page
    assert "teh" not in page


# The commands of make and the entries, as CONTRIBUTING.md lists them -----------------------------------------------------


RUN = {
    "make help": "  make check ",
    "make check": "0 unaccounted, 0 counted twice",
    "make check AGREEMENT=mini": "agreements/mini/source.txt: ",
    "make check AGREEMENT=mini ACCOUNT=1": "  removed: ",
    "make plan": " records would be made",
    "make record": "every address is recorded already",
    "make record AGREEMENT=mini": "every address is recorded already",
    "make agreement FILE=docs/about.md SLUG=about-it": "make site shows it at /about-it/",
    "make remove AGREEMENT=mini": "agreements/mini: the folder goes",
    "make clean": "",
    "make clean-all": "",
}
"""What is run, in this order, and what is printed then; the site is built above."""


def test_every_target_that_make_lists_is_run_or_it_is_said_why_not(tmp_path: Path) -> None:
    project = a_copy(tmp_path / "project")
    listed = {" ".join(line.split()[:2]) for line in run("make help", project).stdout.splitlines()}
    results = {command: run(command, project) for command in RUN}

    assert listed == {" ".join(command.split()[:2]) for command in RUN} | NOT_RUN.keys() | {"make site"}
    assert {command: result.stderr for command, result in results.items() if result.returncode} == {}
    assert [command for command, printed in RUN.items() if printed not in results[command].stdout] == []


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("make check AGREEMENT=nobody", "there is no agreement 'nobody'; known: mini"),
        ("make remove AGREEMENT=nobody", "there is no agreement 'nobody'; known: mini"),
        (".venv/bin/python scripts/compare_editions.py mini nobody", "nobody:1: cannot be read"),
    ],
)
def test_a_command_about_an_agreement_that_is_not_here_ends_with_one_line(tmp_path: Path, command: str, says: str) -> None:
    result = run(command, a_copy(tmp_path / "project"))
    told = [line for line in result.stderr.splitlines() if not line.startswith("make: ")]

    assert result.returncode != 0
    assert len(told) == 1
    assert told[0].startswith(says)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("make agreement", "give the file and the name for its address: make agreement FILE=path SLUG=name"),
        ("make agreement FILE=docs/about.md", "give the file and the name for its address: make agreement FILE=path SLUG=name"),
        ("make remove", "say which: make remove AGREEMENT=slug"),
        ("make review", "say which: make review AGREEMENT=slug"),
    ],
)
def test_what_a_command_of_make_needs_is_said_in_the_words_of_make(command: str, says: str) -> None:
    result = run(command, ROOT)
    told = [line for line in result.stderr.splitlines() if not line.startswith("make: ")]

    assert result.returncode != 0
    assert told == [says]


def test_a_port_that_is_busy_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(f"make serve PORT={port}", a_copy(tmp_path / "project"))
    told = [line for line in result.stderr.splitlines() if not line.startswith("make: ")]

    assert result.returncode != 0
    assert told == [f"port {port} is busy; choose another: make serve PORT={port + 1}"]


def options_named() -> list[tuple[str, str]]:
    """Each option that a document names beside an entry, in a command or in CONTRIBUTING.md's list of entries."""
    found: set[tuple[str, str]] = set()
    for document in ("README.md", "CONTRIBUTING.md"):
        for line in (ROOT / document).read_text(encoding="utf-8").splitlines():
            entries = re.findall(r"`(\w+)\.py`|scripts/(\w+)\.py", line)
            if len(entries) == 1:
                found |= {("".join(entries[0]), option) for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)}
    return sorted(found)


@pytest.mark.parametrize(("entry", "option"), options_named())
def test_an_option_that_a_document_names_is_one_of_its_entry(entry: str, option: str) -> None:
    told = subprocess.run(
        [ROOT / ".venv/bin/python", ROOT / f"scripts/{entry}.py", "--help"], capture_output=True, text=True, check=True
    )

    assert re.search(rf"{option}\b", told.stdout)
