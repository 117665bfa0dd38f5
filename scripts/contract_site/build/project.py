"""Where a project's files are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.editors import family
from contract_site.editors.folders import edition_folders, settings_file, shared_file
from contract_site.editors.rows import folders_with
from contract_site.editors.settings import load_agreement
from contract_site.site.folder import copy_folder

COMPARISONS, COMPARISON = "compare", "comparison.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder of a project, and where its site goes."""

    root: Path
    site: Path
    work: Path | None = None
    """Where work in progress and what is kept of it go; ``build/`` if that is not said."""

    @property
    def agreements(self) -> Path:
        """The folder of all agreements."""
        return self.root / "agreements"

    @property
    def folders(self) -> list[Path]:
        """The folders of editions, in order of their names. Raises SettingsError if one may not be read."""
        return edition_folders(self.agreements)

    @property
    def by_slug(self) -> dict[str, Path]:
        """The folder of every edition, by its slug. Raises SettingsError."""
        found: dict[str, Path] = {}
        for each in self.folders:
            path = settings_file(each)
            found[load_agreement(path, self.shown(path)).slug] = each
        return found

    @property
    def comparisons(self) -> list[Path]:
        """The folders of comparisons, in order of their names. Raises SettingsError if one may not be read."""
        return folders_with(self.agreements / COMPARISONS, COMPARISON)

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
        for file in filter(None, map(shared_file, self.folders)):
            copy = root / self.shown(file)
            if copy.parent.is_dir():
                copy.write_bytes(file.read_bytes())
        return Project(root, root / "site")


def nearby(path: Path) -> Path:
    """Return the path from the folder in which a command was given, if it is below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
