"""What lies among the agreements and is read by nothing, so that nobody believes it is on the site.

It is told and stops nothing. Nothing is told of hidden files, of those that systems and editors leave (``Thumbs.db``), and of a
``README`` that people write for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from contract_site.build.project import COMPARISON, COMPARISONS, Project
from contract_site.editors import family
from contract_site.editors.changes import FILE as CHANGES
from contract_site.editors.folders import folders_in, shared_file
from contract_site.editors.settings import TABLES
from contract_site.model.edition_settings import AGREEMENT, EDITION

UNTOLD = re.compile(r"\..*|~.*|.*~|thumbs\.db|desktop\.ini|readme(?:\.\w+)?", re.IGNORECASE)
"""Names of files that nobody takes for an agreement."""
SETTINGS = frozenset({AGREEMENT, EDITION, *TABLES})
"""The TOML that an edition's folder may hold; another name is misspelt, and what it says has no effect."""


def left_out(project: Project) -> Iterator[str]:
    """Yield a line for each folder and file among the agreements that nothing reads. Raises SettingsError."""
    yield from _folders(project)
    yield from _loose_files(project)
    for folder in project.folders:
        yield from _misnamed(project, folder)


def _folders(project: Project) -> Iterator[str]:
    """The folders that are no agreement and no comparison yet, because their settings are missing."""
    compare, families, editions = project.agreements / COMPARISONS, project.agreements / family.FOLDER, {*project.folders}
    holding = {file.parent for file in map(shared_file, editions) if file is not None}
    for parent, whole, file in (
        (project.agreements, {*editions, *holding, compare, families}, AGREEMENT),
        *((agreement, editions, EDITION) for agreement in sorted(holding)),
        (compare, {*project.comparisons}, COMPARISON),
    ):
        for path in folders_in(parent) if parent.is_dir() else ():
            if path not in whole:
                yield f"{project.shown(path)}:1: has no {file}, so it is left out; add one{_or_remove(path)}"


def _or_remove(folder: Path) -> str:
    return "" if any(folder.iterdir()) else ", or remove the folder, which is empty"


def _loose_files(project: Project) -> Iterator[str]:
    remedy = "make agreement FILE=… adds an agreement; move anything else away"
    for parent in (project.agreements, project.agreements / COMPARISONS, project.agreements / family.FOLDER):
        for path in _files(parent):
            if path.name != CHANGES:
                yield f"{project.shown(path)}:1: lies in no agreement's folder, so it is left out; {remedy}"


def _misnamed(project: Project, folder: Path) -> Iterator[str]:
    for path in _files(folder):
        if path.suffix == ".toml" and path.name not in SETTINGS:
            known = ", ".join(sorted(SETTINGS))
            yield f"{project.shown(path)}:1: no file of this name is read, so it has no effect; known: {known}"


def _files(folder: Path) -> Sequence[Path]:
    """The files in a folder, in order of their names, but for those that are not told."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and not UNTOLD.fullmatch(path.name)]
