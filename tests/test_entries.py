"""The commands as people run them: what they print, how they end, and that a kill at any moment harms nothing."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.bad_projects import FAULTS, SOURCE, TABLE, Fault, a_mini_agreement, a_mini_project
from tests.projects import a_project

from contract_site import cli
from contract_site.build import pipeline

pytestmark = pytest.mark.slow
"""Each starts Python anew."""

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"


def run(entry: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, SCRIPTS / f"{entry}.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=SCRIPTS.parent, timeout=120)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def one_line_on_stderr(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr


SOME = [
    "empty file",
    "Latin-1",
    "100 MB in one line",
    "unknown key",
    "no TOML",
    "correction not found",
    "table with a wrong cell",
]


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.name in SOME], ids=lambda fault: fault.name)
def test_a_build_that_fails_prints_one_line_and_keeps_the_last_site(tmp_path: Path, fault: Fault) -> None:
    folder = a_mini_agreement(tmp_path / "agreements" / "mini")
    for name in ("index.html", "data/index.json"):
        (tmp_path / "site" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_text("last", encoding="utf-8")
    last = contents(tmp_path / "site")
    fault.harm(folder)

    message = one_line_on_stderr(run("build_site", "--project", tmp_path, "--quiet"))

    assert message.startswith(fault.place)
    assert fault.says in message
    assert contents(tmp_path / "site") == last


def test_two_agreements_with_one_slug_are_both_named(tmp_path: Path) -> None:
    a_mini_agreement(tmp_path / "agreements" / "one")
    a_mini_agreement(tmp_path / "agreements" / "two")

    message = one_line_on_stderr(run("check_agreements", "--project", tmp_path, "--quiet"))

    assert re.search(r"two/agreement\.toml:1: slug 'mini' is already that of .*one/agreement\.toml", message)


@pytest.mark.parametrize(
    "fault", [f for f in FAULTS if f.name in ("binary file", "choice never reached")], ids=lambda f: f.name
)
def test_a_check_that_fails_prints_one_line(tmp_path: Path, fault: Fault) -> None:
    fault.harm(a_mini_agreement(tmp_path / "agreements" / "mini"))

    message = one_line_on_stderr(run("check_agreements", "--project", tmp_path, "--quiet"))

    assert message.startswith(fault.place)
    assert fault.says in message


def test_a_check_prints_findings_by_place_and_the_account(tmp_path: Path) -> None:
    contents_list = "Article 9 Parking ........ 7\n"
    a_mini_agreement(tmp_path / "agreements" / "mini", contents_list + SOURCE, CONTENTS)

    result = run("check_agreements", "--project", tmp_path, "--quiet")
    findings = [line for line in result.stdout.splitlines() if re.match(r"\S+:\d+: P\d{3} \S", line)]

    assert result.returncode == 0
    assert result.stderr == ""
    assert [finding.partition(" the ")[0] for finding in findings] == ["agreements/mini/source.txt:1: P301"]
    assert re.search(r"source\.txt: \d+ characters: \d+ kept, \d+ removed, 0 unaccounted, 0 counted twice", result.stdout)


CONTENTS = """slug = "mini"
title = "The Mini Agreement"
short = "mini"
kind = "national"
parties = []
status = "in force"

[source]
file = "source.txt"
sha256 = ""

[[part]]
line = 1
opens = "Article 9"
kind = "contents"

[[part]]
line = 2
opens = "ARTICLE 1"
kind = "articles"
"""


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("empty.txt", b"", "empty.txt:1: the file is empty", id="empty"),
        pytest.param("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.png:1: a picture (PNG), no text", id="binary"),
        pytest.param("old.txt", "Año".encode("latin-1"), "old.txt:1: not UTF-8", id="Latin-1"),
        pytest.param("missing.txt", None, "missing.txt:1: cannot be read", id="missing"),
    ],
)
def test_inspecting_a_file_that_is_no_text_prints_one_line(tmp_path: Path, name: str, data: bytes | None, says: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    assert says in one_line_on_stderr(run("inspect_agreement", tmp_path / name))


def test_inspecting_with_settings_that_are_wrong_prints_one_line(tmp_path: Path) -> None:
    folder = a_mini_agreement(tmp_path / "mini")
    (folder / "agreement.toml").write_text('slug = "mini"\n', encoding="utf-8")

    message = one_line_on_stderr(run("inspect_agreement", folder / "source.txt", "--settings", folder / "agreement.toml"))

    assert "agreement.toml:1: missing key" in message


@pytest.mark.parametrize("settings", ["with", "without"])
def test_inspecting_a_file_gives_its_provisions_as_json(tmp_path: Path, settings: str) -> None:
    folder = a_mini_agreement(tmp_path / "mini")
    (folder / "tables.toml").write_text(TABLE, encoding="utf-8")
    more = ["--settings", folder / "agreement.toml"] if settings == "with" else []

    result = run("inspect_agreement", folder / "source.txt", *more, "--json", tmp_path / "out.json")
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))

    assert (result.returncode, result.stderr) == (0, "")
    assert [provision["id"] for provision in data["provisions"]] == ["1", "1.A", "1.B", "2"]
    assert [table["columns"] for table in data["tables"]] == ([["Step", "Rate"]] if settings == "with" else [])
    assert data["source"]["unaccounted"] == 0


def test_rows_of_lineages_are_recorded_once_and_then_it_is_said_that_none_is_missing(tmp_path: Path) -> None:
    project = a_project(tmp_path / "project")
    (project.agreements / "compare" / "tiny-1952--tiny-1954" / "lineage.tsv").unlink()
    said = [CliRunner().invoke(cli.compare_editions, ["--record", "--project", str(project.root)]).stdout for _ in range(2)]
    before = contents(project.root)
    CliRunner().invoke(cli.compare_editions, ["--record", "--project", str(project.root)])

    assert re.fullmatch(r"agreements/compare/tiny-1952--tiny-1954: [1-9]\d* rows added\n", said[0])
    assert said[1] == "every unit is in a row already\n"
    assert contents(project.root) == before


FULL = OSError(errno.ENOSPC, "No space left on device")
COPYING = shutil.Error([("docs/a.png", "/full/a.png", "[Errno 28] No space left on device: '/full/a.png'")])


@pytest.mark.parametrize(
    ("error", "line"),
    [
        pytest.param(FULL, "the disk:1: No space left on device; make room. The last site stands as it was", id="writing"),
        pytest.param(COPYING, "/full/a.png:1: No space left on device: '/full/a.png'", id="copying a folder"),
        pytest.param(PermissionError(13, "Permission denied", "/x/y"), "/x/y:1: Permission denied", id="not allowed"),
    ],
)
def test_what_the_system_refuses_is_one_line(monkeypatch: pytest.MonkeyPatch, error: OSError, line: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "build_site", refuse)

    result = CliRunner().invoke(cli.build_site, ["--quiet"])

    assert (result.exit_code, result.stderr) == (1, f"{line}\n")


@pytest.mark.parametrize("entry", ["build_site", "check_agreements", "inspect_agreement"])
def test_a_wrong_command_ends_with_status_2(entry: str) -> None:
    result = run(entry, "--no-such-option")

    assert result.returncode == 2
    assert "--no-such-option" in result.stderr
    assert "Traceback" not in result.stderr


MOMENTS = [
    ("before anything", None, 0.0),
    ("reading", "Reading agreements: 0", 0.0),
    ("linking", "Linking agreements: 0", 0.0),
    ("when the pages of an agreement are begun", "Writing agreements: 0", 0.0),
    ("while they are made", "Writing agreements: 0", 0.3),
    ("when the site's own pages are begun", "Writing the site’s own pages: 0", 0.0),
    ("while the site is put together", "Writing the site’s own pages: 1", 0.0),
    ("when downloads are begun", "Making downloads: 0", 0.0),
    ("about when the folders are swapped", "Making downloads: 2", 0.0),
]
"""When a build is killed: at what it says, and how many seconds after."""


def kill_build(project: Path, says: str | None, seconds: float) -> None:
    """Start a build and kill it, with the generator it started, as a power cut would."""
    command = [sys.executable, SCRIPTS / "build_site.py", "--project", project]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr if says is not None else ():
            if says is not None and line.startswith(says):
                break
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], str]:
    """A project whose site is built and whose source then changed; that site; the word that only the new one has."""
    project = a_mini_project(tmp_path_factory.mktemp("killed") / "project")
    assert run("build_site", "--project", project, "--quiet").returncode == 0
    site = contents(project / "site")
    (project / "agreements" / "mini" / "source.txt").write_text(SOURCE.replace("granted", "accorded"), encoding="utf-8")
    return project, site, "accorded"


@pytest.mark.skipif(os.name == "nt", reason="process groups are killed as POSIX has it")
def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_succeeds(
    versions: tuple[Path, dict[str, bytes], str],
) -> None:
    """The site stands whole after each kill: the last one, or, had the swap been made, the new one."""
    project, last, word = versions
    stood: dict[str, dict[str, bytes]] = {}
    for moment, says, seconds in MOMENTS:
        kill_build(project, says, seconds)
        stood[moment] = contents(project / "site")
    result = run("build_site", "--project", project, "--quiet")
    new = contents(project / "site")

    assert (result.returncode, result.stderr) == (0, "")
    assert new != last
    assert word in new["mini/article-2/index.html"].decode()
    assert [moment for moment, site in stood.items() if site not in (last, new)] == []
    assert [moment for moment, site in stood.items() if site == last], "no kill came before the swap"
    assert sorted(path.name for path in (project / "build").iterdir()) == ["shelf", "spare"]


def test_a_comparison_of_texts_without_recognised_provisions_ends_with_one_line(tmp_path: Path) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text("Of gates it is said that\nthe gate is shut at nine.\n", encoding="utf-8")
    after.write_text("ARTICLE 1\nGATES\nSection 1. The gate is shut at nine.\n", encoding="utf-8")

    for pair in ((before, after), (after, before), (before, before)):
        result = run("compare_editions", *pair)

        assert result.returncode == 1
        assert result.stdout == ""
        assert one_line_on_stderr(result).startswith(f"{before}:1: nothing to compare: no article, item or memorandum")
