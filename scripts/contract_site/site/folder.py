"""Folders that are never half-written: work beside, then swap in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from contract_site.model.finding import ContractSiteError

SPARE = "spare"
"""The name, in the folder of builds, of the site that the last one took the place of."""
WRITTEN_ANEW = ("offline", "downloads")
"""Folders of a site whose files are not written from records alone."""
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


def take_spare(build: Path, folder: Path) -> None:
    """Put the site that the last one took the place of, if it was kept, where the next is put together.

    Most of its files are the same, and stay.
    """
    spare = build / SPARE
    if spare.is_dir() and not spare.is_symlink():
        spare.rename(folder)
        for own in WRITTEN_ANEW:
            shutil.rmtree(folder / own, ignore_errors=True)


def keep_spare(folder: Path, build: Path) -> None:
    """Keep what a swap left of the last site, for the build after the next."""
    if folder.is_dir():
        shutil.rmtree(build / SPARE, ignore_errors=True)
        folder.rename(build / SPARE)


def files_there(folder: Path) -> Iterator[str]:
    """Yield the paths below a folder of all files in it; what is neither a file nor a folder, as links are, is removed."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        for each in os.scandir(folder / below) if folder.is_dir() else ():
            name = f"{below}{each.name}"
            if each.is_dir(follow_symlinks=False):
                waiting.append(f"{name}/")
            elif each.is_file(follow_symlinks=False):
                yield name
            else:
                Path(each.path).unlink()


def write_where(path: Path, content: bytes) -> None:
    """Write a new file with its folders, whatever stands in the way: nothing else that has the old one changes."""
    for each in (path, *path.parents):
        if each.is_symlink() or each.is_file():
            each.unlink()
        elif each == path and each.is_dir():
            shutil.rmtree(each)
        elif each.is_dir():
            break
    write_bytes(path, content)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, by their paths in it, and the folders that are empty then."""
    for path in sorted(folder / name for name in names):
        if not path.is_file():
            continue  # it went with a folder in whose place a file stands now
        path.unlink()
        for above in path.parents:
            if above == folder or any(above.iterdir()):
                break
            above.rmdir()


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
