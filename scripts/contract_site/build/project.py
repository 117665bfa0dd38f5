"""Where a project's files are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.editors import family
from contract_site.editors.rows import folders_with
from contract_site.site.folder import copy_folder

AGREEMENT, COMPARISON = "agreement.toml", "comparison.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder of a project, and where its site goes."""

    root: Path
    site: Path
    work: Path | None = None
    """Where work in progress and what is kept of it go; ``build/`` if that is not said."""

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
        return folders_with(self.agreements / family.FOLDER, family.FILE)

    @property
    def build(self) -> Path:
        """The folder for work in progress, and for what is kept of it."""
        return self.work or self.root / "build"

    def shown(self, path: Path) -> str:
        """Return the name by which messages call a file of the project."""
        return path.relative_to(self.root).as_posix()

    def copied(self, root: Path, without: Sequence[Path] = ()) -> Project:
        """Return a copy at ``root`` in which a change can be tried: all that agreements are read by, but for some folders."""
        for folder in (*self.families, *self.folders, *self.comparisons):
            if folder not in without:
                copy_folder(folder, root / self.shown(folder))
        return Project(root, root / "site")

    def left_out(self) -> Iterator[str]:
        """Yield a line for each folder that is no agreement and no comparison yet, because its settings are missing."""
        compare = self.agreements / "compare"
        for parent, whole, file in (
            (self.agreements, {*self.folders, compare, self.agreements / family.FOLDER}, AGREEMENT),
            (compare, {*self.comparisons}, COMPARISON),
        ):
            for path in sorted(parent.iterdir()) if parent.is_dir() else ():
                if path.is_dir() and path not in whole and not path.name.startswith("."):
                    yield f"{self.shown(path)}:1: has no {file}, so it is left out; add one"
