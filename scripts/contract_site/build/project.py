"""Where a project's files are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from contract_site.editors.rows import folders_with

AGREEMENT, COMPARISON, FAMILY, FAMILIES = "agreement.toml", "comparison.toml", "family.toml", "families"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder of a project, and where its site goes."""

    root: Path
    site: Path

    @property
    def agreements(self) -> Path:
        """The folder of agreement folders."""
        return self.root / "agreements"

    @property
    def folders(self) -> list[Path]:
        """The folders of agreements, in order of their names. Raises SettingsError if one may not be read."""
        return folders_with(self.agreements, AGREEMENT)

    @property
    def comparisons(self) -> list[Path]:
        """The folders of comparisons, in order of their names. Raises SettingsError if one may not be read."""
        return folders_with(self.agreements / "compare", COMPARISON)

    @property
    def families(self) -> list[Path]:
        """The folders of families, whose words agreements are read by."""
        return folders_with(self.agreements / FAMILIES, FAMILY)

    @property
    def build(self) -> Path:
        """The folder for work in progress."""
        return self.root / "build"

    def shown(self, path: Path) -> str:
        """Return the name by which messages call a file of the project."""
        return path.relative_to(self.root).as_posix()

    def left_out(self) -> Iterator[str]:
        """Yield a line for each folder that is no agreement and no comparison yet, because its settings are missing."""
        compare = self.agreements / "compare"
        for parent, whole, file in (
            (self.agreements, {*self.folders, compare, self.agreements / FAMILIES}, AGREEMENT),
            (compare, {*self.comparisons}, COMPARISON),
        ):
            for path in sorted(parent.iterdir()) if parent.is_dir() else ():
                if path.is_dir() and path not in whole and not path.name.startswith("."):
                    yield f"{self.shown(path)}:1: has no {file}, so it is left out; add one"
