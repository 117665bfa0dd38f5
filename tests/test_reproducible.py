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
    "one": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "HOME": "/nowhere", "USER": "one"},
    "other": {
        "PYTHONHASHSEED": "2",
        "TZ": "America/Chicago",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "fr:de",
        "COLUMNS": "40",
        "HOME": "/tmp",
        "USER": "другой",
        "LOGNAME": "другой",
    },
}
LISTED_BACKWARDS = """
import os

def backwards(of):
    class Listed(list):
        def __enter__(self):
            return self
        def __exit__(self, *_):
            pass
        def __next__(self):
            if not self:
                raise StopIteration
            return self.pop(0)
        def close(self):
            pass
    def listed(path="."):
        found = sorted(of(path), key=lambda each: getattr(each, "name", each), reverse=True)
        return Listed(found) if of is scandir else found
    return listed

scandir = os.scandir
os.listdir, os.scandir = backwards(os.listdir), backwards(os.scandir)
"""
"""What Python reads first: a disk that lists every folder from its end."""


def build(root: Path, machine: dict[str, str], address: str, *, listed: str = "") -> dict[str, bytes]:
    """Build the invented agreements below ``root``, with what ``listed`` makes of the order of files on the disk."""
    project = a_project(root / "project")
    (root / "first").mkdir()
    (root / "first" / "sitecustomize.py").write_text(listed, encoding="utf-8")
    machine = machine | {"PYTHONPATH": str(root / "first")}
    settings = project.root / "site.toml"
    settings.write_text(address + settings.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "build_site.py", "--project", project.root, "--quiet"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "PYTHON", "SOURCE_DATE"))}
    subprocess.run(command, check=True, env=environment | machine, cwd=root)
    return files_of(project.site)


@pytest.mark.parametrize("address", ["", 'address = "https://contracts.example/"\n'], ids=["without address", "with address"])
def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path, address: str) -> None:
    one = build(tmp_path / "one", MACHINES["one"], address)
    other = build(tmp_path / "a longer name of another folder", MACHINES["other"], address, listed=LISTED_BACKWARDS)

    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_no_file_of_a_site_names_the_folder_or_the_day_of_its_build(tmp_path: Path) -> None:
    files = build(tmp_path, MACHINES["one"], 'address = "https://contracts.example/"\n')

    assert [name for name, content in files.items() if str(tmp_path).encode() in content] == []
    assert [name for name, content in files.items() if MACHINES["one"]["HOME"].encode() in content] == []
    assert b"<lastmod>" not in files["sitemap.xml"]
    assert files["sitemap.xml.gz"][4:8] == bytes(4)
    assert files["sitemap.xml"].count(b"<loc>https://contracts.example/") > 20


def test_that_disk_lists_its_folders_backwards(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / "listed" / name).mkdir(parents=True)
    (tmp_path / "sitecustomize.py").write_text(LISTED_BACKWARDS, encoding="utf-8")
    told = "import os, pathlib; print(os.listdir('listed'), [each.name for each in pathlib.Path('listed').glob('*')])"
    said = subprocess.run(
        [sys.executable, "-c", told],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.split() == ["['c',", "'b',", "'a']", "['c',", "'b',", "'a']"]
