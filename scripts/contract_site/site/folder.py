"""Folders that are never half-written: work beside, then swap in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contract_site.model.finding import ContractSiteError

AT_FDCWD = -100
RENAME_EXCHANGE = 2


@contextmanager
def workshop(build: Path) -> Iterator[Path]:
    """Yield an empty folder of this process below ``build``; it is removed afterwards, and so are those of dead processes."""
    build.mkdir(parents=True, exist_ok=True)
    for old in build.glob("next-*"):
        if not _alive(old.name.removeprefix("next-")):
            shutil.rmtree(old, ignore_errors=True)
    folder = build / f"next-{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap_in(finished: Path, target: Path, build: Path) -> None:
    """Put the finished folder in the place of ``target``.

    Where the system can exchange two folders in one step it does; else the old one is moved aside first, and
    ``restore`` puts it back if the program dies in between.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if finished.stat().st_dev != target.parent.stat().st_dev:
        with _copied_beside(finished, target) as copy:
            swap_in(copy, target, target.parent)
        return
    if not target.exists():
        finished.rename(target)
        return
    if _exchange(finished, target):
        return
    aside = build / f"previous-{target.name}"
    shutil.rmtree(aside, ignore_errors=True)
    target.rename(aside)
    finished.rename(target)
    shutil.rmtree(aside, ignore_errors=True)


def restore(target: Path, build: Path) -> None:
    """Put back a folder that an interrupted swap left aside."""
    aside = build / f"previous-{target.name}"
    if aside.exists() and not target.exists():
        aside.rename(target)


def write(path: Path, text: str) -> None:
    """Write a text file with its folders, UTF-8, Unix line ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def copy_folder(folder: Path, target: Path) -> None:
    """Copy a folder with all that is in it."""
    shutil.copytree(folder, target)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it."""
    shutil.rmtree(folder)


def check_target(target: Path) -> None:
    """Refuse to replace a folder that does not look like a site made by this program. Raises ContractSiteError."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ContractSiteError(f"{target}:1: is not a folder; move it away or choose another")
    if target.exists() and any(target.iterdir()) and not (target / "data" / "index.json").exists():
        raise ContractSiteError(f"{target}:1: holds files, but no site of ours; move them away or choose another folder")


@contextmanager
def _copied_beside(finished: Path, target: Path) -> Iterator[Path]:
    """Yield a copy of the folder on the disk of ``target``, where it can be renamed; what is left of it is removed."""
    copy = target.parent / f".{target.name}-{os.getpid()}"
    try:
        shutil.copytree(finished, copy)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False if this system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    result: int = rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return result == 0


def _alive(pid: str) -> bool:
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
