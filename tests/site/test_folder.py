"""Folders are never half-written: whatever happens, the last good site or the new one stands."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

import pytest

from contract_site.model.finding import ContractSiteError
from contract_site.site import folder


def a_site(path: Path, words: str) -> Path:
    folder.write(path / "data" / "index.json", "{}")
    folder.write(path / "index.html", words)
    return path


def words_of(path: Path) -> str:
    return (path / "index.html").read_text(encoding="utf-8")


def names_in(path: Path) -> set[str]:
    return {each.name for each in path.iterdir()}


@pytest.fixture(params=["exchanged in one step", "moved aside first"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On systems that can exchange two folders in one step, and on those that cannot."""
    if request.param == "moved aside first":
        monkeypatch.setattr(folder, "_exchange", lambda _one, _other: False)


def test_a_finished_site_takes_the_place_of_the_last(tmp_path: Path, either_way: None) -> None:
    last = a_site(tmp_path / "site", "last")
    (tmp_path / "build").mkdir()
    folder.swap_in(a_site(tmp_path / "build" / "next", "new"), last, tmp_path / "build")

    assert words_of(last) == "new"
    assert names_in(tmp_path) == {"site", "build"}


@pytest.mark.parametrize("place", ["site", "deep/below/site"])
def test_a_first_site_is_put_where_there_was_none(tmp_path: Path, place: str) -> None:
    folder.swap_in(a_site(tmp_path / "build" / "next", "new"), tmp_path / place, tmp_path / "build")

    assert words_of(tmp_path / place) == "new"


@pytest.mark.parametrize("last", [None, "last"], ids=["no site yet", "a site stands"])
def test_a_site_on_another_disk_is_replaced_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str | None) -> None:
    """Folders cannot be renamed from disk to disk: the site is copied beside the last one, then swapped."""
    target = tmp_path / "other disk" / "site"
    target.parent.mkdir()
    if last:
        a_site(target, last)
    finished = a_site(tmp_path / "build" / "next", "new")
    real = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        found = real(path, **options)
        if "other disk" not in path.parts:
            return found
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))

    monkeypatch.setattr(Path, "stat", stat)
    folder.swap_in(finished, target, tmp_path / "build")

    assert words_of(target) == "new"
    assert names_in(target.parent) == {"site"}


def test_an_interrupted_swap_is_undone_by_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program dies after the last site was moved aside and before the new one is in its place."""
    monkeypatch.setattr(folder, "_exchange", lambda _one, _other: False)
    last, new = a_site(tmp_path / "site", "last"), a_site(tmp_path / "build" / "next", "new")
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path == new:
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        folder.swap_in(new, last, tmp_path / "build")
    assert not last.exists()
    folder.restore(last, tmp_path / "build")

    assert words_of(last) == "last"


def test_restoring_never_replaces_a_site_that_stands(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", "new")
    a_site(tmp_path / "build" / "previous-site", "last")
    folder.restore(site, tmp_path / "build")

    assert words_of(site) == "new"


def test_a_workshop_is_empty_and_leaves_nothing_behind(tmp_path: Path) -> None:
    found = {"not made"}
    with contextlib.suppress(RuntimeError), folder.workshop(tmp_path / "build") as work:
        found = names_in(work)
        folder.write(work / "half" / "written.md", "x")
        raise RuntimeError

    assert found == set()
    assert names_in(tmp_path / "build") == set()


def test_a_workshop_removes_those_of_dead_processes_and_no_others(tmp_path: Path) -> None:
    living, dead, odd = tmp_path / f"next-{os.getppid()}", tmp_path / "next-999999999", tmp_path / "next-door"
    for each in (living, dead, odd):
        a_site(each, "x")
    with folder.workshop(tmp_path):
        pass

    assert names_in(tmp_path) == {living.name}


REFUSED = {
    "a file": (lambda path: path.write_text("x"), "is not a folder"),
    "a link": (lambda path: path.symlink_to(path.parent), "is not a folder"),
    "somebody's folder": (lambda path: folder.write(path / "letters.txt", "x"), "holds files, but no site of ours"),
}


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_site_of_ours_is_never_replaced(tmp_path: Path, make: object, says: str) -> None:
    target = tmp_path / "site"
    make(target)  # type: ignore[operator]
    with pytest.raises(ContractSiteError, match=rf"^{re.escape(str(target))}:1: {says}"):
        folder.check_target(target)


@pytest.mark.parametrize("make", [lambda _: None, Path.mkdir, lambda path: a_site(path, "x")], ids=["none", "empty", "a site"])
def test_a_new_an_empty_and_a_built_folder_may_be_replaced(tmp_path: Path, make: object) -> None:
    make(tmp_path / "site")  # type: ignore[operator]

    folder.check_target(tmp_path / "site")


def test_files_have_unix_line_ends_and_utf_8(tmp_path: Path) -> None:
    folder.write(tmp_path / "a" / "b.md", "é\n—\n")

    assert (tmp_path / "a" / "b.md").read_bytes() == b"\xc3\xa9\n\xe2\x80\x94\n"
