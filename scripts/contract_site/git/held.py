"""What git holds of a project's files: what is removed of them can be had again, what is not held cannot."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
"""Files that are changed or untracked, and those that git is told not to look at, each ended by a NUL."""


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """What git says of some files of a project."""

    repository: bool
    """Whether the project is under git at all; if not, nothing is held."""
    changed: tuple[Path, ...]
    """Files, or folders of them, that git does not hold as they are."""

    def holds(self, path: Path) -> bool:
        """Say whether git holds all of a file or folder, as it is."""
        return self.repository and not any(
            each == path or path in each.parents or each in path.parents for each in self.changed
        )


def held_by_git(root: Path, paths: Sequence[Path]) -> HeldFiles:
    """Ask git about files and folders of the project at ``root``; it holds none if there is no git or no repository."""
    try:
        top = _git(root, "rev-parse", "--show-toplevel")
        said = _git(root, *STATUS, "--", *map(str, paths))
    except (OSError, subprocess.CalledProcessError):
        return HeldFiles(repository=False, changed=())
    above = Path(top.rstrip("\n"))
    places = (above / line[3:] for line in said.split("\0") if line)
    return HeldFiles(repository=True, changed=tuple(root / each.relative_to(root.resolve()) for each in places))


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
