"""A build that finds records makes the same site as one that finds none, and only what is stale."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.bad_projects import a_mini_agreement
from tests.projects import ROOT, a_project, files_of, names_of_records_made, no_report

from contract_site.build import pipeline
from contract_site.build.project import Project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = a_project(tmp_path_factory.mktemp("built"))
    a_mini_agreement(project.agreements / "mini")
    a_note(project, "First.")
    pipeline.build_site(project, no_report, bundles=False)
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A project that was built, to be harmed."""
    shutil.copytree(built.root, tmp_path / "project")
    return Project(tmp_path / "project", tmp_path / "project" / "site")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the records that are made."""
    return names_of_records_made(monkeypatch)


def build(project: Project) -> dict[str, bytes]:
    pipeline.build_site(project, no_report, bundles=False)
    return files_of(project.site)


def without_records(project: Project) -> dict[str, bytes]:
    """The same site, built with nothing kept of any other."""
    shutil.rmtree(project.build)
    return build(project)


def a_note(project: Project, words: str) -> None:
    path = project.agreements / "mini" / "corrections.toml"
    path.write_text(f'[[note]]\nprovision = "1"\ntext = "{words}"\n', encoding="utf-8")


def test_a_build_that_finds_everything_makes_nothing(project: Project, made: list[str]) -> None:
    before = files_of(project.site)

    assert build(project) == before
    assert made == []


def test_a_change_makes_the_records_of_one_agreement_and_the_site_of_a_whole_build(project: Project, made: list[str]) -> None:
    a_note(project, "A trial.")
    found = build(project)

    assert sorted(made) == ["editions/agreements-mini", "index", "pages/mini"]
    assert b"A trial." in found["mini/article-1/index.html"]
    assert without_records(project) == found


def test_a_note_changes_no_links_no_comparison_and_no_other_agreement(project: Project, made: list[str]) -> None:
    path = project.agreements / "tiny-2024" / "corrections.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[[note]]\nprovision = "5.B.1"\ntext = "A trial."\n', encoding="utf-8")
    found = build(project)
    items = "agreements-compare-tiny-2024--local"

    assert sorted(made) == sorted(["editions/agreements-tiny-2024", "index", "look", f"pages/{items}", "pages/tiny-2024"])
    shown = {name for name in found if b"A trial." in found[name]}
    assert shown >= {"tiny-2024/article-5/index.html", "compare/local/item-1/index.html", "data/tiny-2024.json"}
    assert without_records(project) == found


def test_a_changed_word_makes_nothing_of_agreements_that_have_nothing_to_do_with_it(project: Project, made: list[str]) -> None:
    folder = project.agreements / "tiny-1954"
    source, settings = folder / "source.txt", folder / "agreement.toml"
    before = source.read_bytes()
    source.write_bytes(before.replace(b"One week a year", b"Two weeks, a year"))
    sums = [hashlib.sha256(content).hexdigest() for content in (before, source.read_bytes())]
    settings.write_text(settings.read_text(encoding="utf-8").replace(*sums), encoding="utf-8")
    found = build(project)
    kin = {"agreements-compare-tiny-1950--tiny-1952", "agreements-compare-tiny-1952--tiny-1954"}

    assert {name for name in made if name.startswith("editions/")} == {"editions/agreements-tiny-1954"}
    assert {name for name in made if name.startswith("links/")} == {"links/tiny-1954"}
    assert {name for name in made if name.startswith("kin/")} == {"kin/agreements-compare-tiny-1952--tiny-1954"}
    assert {name for name in made if name.startswith("pages/")} == {
        *(f"pages/{each}" for each in (*kin, "tiny-1950", "tiny-1952", "tiny-1954"))
    }
    assert b"Two weeks, a year" in found["tiny-1954/article-iii/index.html"]
    assert without_records(project) == found


@pytest.mark.parametrize("record", ["editions/agreements-tiny-2024", "links/tiny-2020", "pages/tiny-1952", "search", "site"])
def test_a_damaged_record_is_made_anew(project: Project, made: list[str], record: str) -> None:
    before = files_of(project.site)
    path = project.build / "shelf" / f"{record}.box"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert build(project) == before
    assert made == [record]


def test_what_a_killed_build_finished_is_found_by_the_next(project: Project, made: list[str]) -> None:
    before = files_of(project.site)
    shelf = project.build / "shelf"
    shutil.rmtree(shelf)
    command = [sys.executable, ROOT / "scripts" / "build_site.py", "--project", project.root, "--no-bundles", "--quiet"]
    killed = subprocess.Popen(command, env=os.environ | {"PYTHONHASHSEED": "7"})
    while not list(shelf.glob("pages/*.box")):
        assert killed.poll() is None, "it was faster than its killer"
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    finished = {path.relative_to(shelf).with_suffix("").as_posix() for path in shelf.rglob("*.box")}

    assert files_of(project.site) == before
    assert build(project) == before
    assert finished
    assert set(made).isdisjoint(finished)
    assert not list(project.build.glob("next-*"))


def test_files_that_did_not_change_stay_where_the_site_before_the_last_had_them(project: Project) -> None:
    page, changed = "tiny-2024/article-1/index.html", "mini/article-1/index.html"
    a_note(project, "Second.")
    build(project)
    spare = project.build / "spare"
    kept, old = (spare / page).stat().st_ino, (spare / changed).read_bytes()
    (project.root / "backup.html").hardlink_to(spare / changed)
    a_note(project, "Third.")
    found = build(project)

    assert (project.site / page).stat().st_ino == kept
    assert b"Third." in found[changed]
    assert (project.root / "backup.html").read_bytes() == old, "who keeps a link to a file keeps the file"
    assert without_records(project) == found


def harm(spare: Path) -> None:
    """Change a site that was kept in every way that files and folders can be changed."""
    (spare / "mini" / "article-1" / "index.html").write_text("<p>other</p>", encoding="utf-8")
    (spare / "mini" / "index.html").unlink()
    (spare / "mini" / "index.html").mkdir()
    (spare / "mini" / "index.html" / "more.html").write_text("more", encoding="utf-8")
    shutil.rmtree(spare / "tiny-2020" / "article-ii")
    (spare / "tiny-2020" / "article-ii").write_text("a file", encoding="utf-8")
    (spare / "index.html").unlink()
    (spare / "index.html").symlink_to(ROOT / "README.md")
    shutil.rmtree(spare / "go")
    (spare / "go").symlink_to(ROOT / "docs")
    (spare / "CNAME").write_text("harbour.example", encoding="utf-8")
    (spare / "old" / "deep").mkdir(parents=True)
    (spare / "old" / "deep" / "index.html").write_text("old", encoding="utf-8")


def test_whatever_befell_the_site_that_was_kept_the_next_is_that_of_a_whole_build(project: Project) -> None:
    before = files_of(ROOT / "docs")
    a_note(project, "Second.")
    build(project)
    harm(project.build / "spare")
    a_note(project, "Third.")
    found = build(project)

    assert files_of(ROOT / "docs") == before
    assert not [path for path in project.site.rglob("*") if path.is_symlink() or (path.is_dir() and not any(path.iterdir()))]
    assert without_records(project) == found


def test_an_agreement_that_is_gone_leaves_no_record(project: Project) -> None:
    shutil.rmtree(project.agreements / "mini")
    build(project)

    assert not [path for path in (project.build / "shelf").rglob("*") if "mini" in path.name]
