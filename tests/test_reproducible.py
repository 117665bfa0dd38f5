"""The same input gives the same bytes, whatever the machine, its clock, its language and the order of its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import ROOT, a_project, files_of

pytestmark = pytest.mark.slow
MACHINES = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
    "other": {"PYTHONHASHSEED": "2", "TZ": "America/Chicago", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
}


def build(root: Path, machine: dict[str, str], address: str) -> dict[str, bytes]:
    project = a_project(root)
    settings = project.root / "site.toml"
    settings.write_text(address + settings.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "build_site.py", "--project", project.root, "--quiet"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "PYTHON", "SOURCE_DATE"))}
    subprocess.run(command, check=True, env=environment | machine, cwd=root)
    return files_of(project.site)


@pytest.mark.parametrize("address", ["", 'address = "https://contracts.example/"\n'], ids=["without address", "with address"])
def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path, address: str) -> None:
    one = build(tmp_path / "one", MACHINES["one"], address)
    other = build(tmp_path / "a longer name of another folder", MACHINES["other"], address)

    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_no_file_of_a_site_names_the_folder_or_the_day_of_its_build(tmp_path: Path) -> None:
    files = build(tmp_path, MACHINES["one"], 'address = "https://contracts.example/"\n')

    assert [name for name, content in files.items() if str(tmp_path).encode() in content] == []
    assert b"<lastmod>" not in files["sitemap.xml"]
    assert files["sitemap.xml.gz"][4:8] == bytes(4)
    assert files["sitemap.xml"].count(b"<loc>https://contracts.example/") > 20
