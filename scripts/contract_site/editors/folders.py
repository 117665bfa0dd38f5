"""How agreements lie in their folder: an edition alone in one of its own, or with its sisters in that of their agreement.

``agreements/<folder>/agreement.toml`` is an edition that says everything of itself. Where folders with an ``edition.toml`` lie
beside that file, it says what is true of the agreement through all of them, and each of them is an edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contract_site.editors.rows import folders_with, there_is
from contract_site.model.edition_settings import AGREEMENT, EDITION


def edition_folders(agreements: Path) -> list[Path]:
    """Return the folders of all editions, in order of their names. Raises SettingsError if one may not be read."""
    found = [edition for folder in folders_with(agreements, AGREEMENT) for edition in editions_in(folder) or [folder]]
    return sorted(found, key=lambda path: (path.name, path))


def editions_in(folder: Path) -> list[Path]:
    """Return the folders of the editions that lie in an agreement's folder; none if it is an edition itself."""
    return [path for path in folders_in(folder) if there_is(path / EDITION)]


def folders_in(parent: Path) -> Iterator[Path]:
    """Yield the folders below ``parent`` in order of their names, but for hidden ones."""
    return (path for path in sorted(parent.iterdir()) if path.is_dir() and not path.name.startswith("."))


def settings_file(folder: Path) -> Path:
    """Return the file that says what the edition in a folder is."""
    return folder / (EDITION if there_is(folder / EDITION) else AGREEMENT)


def shared_file(folder: Path) -> Path | None:
    """Return the file that says what is true of all editions of the agreement in whose folder an edition lies, if in one."""
    return folder.parent / AGREEMENT if there_is(folder / EDITION) else None


def agreements_above(folder: Path) -> Path:
    """Return the folder of all agreements, in which the folder of an edition lies, or that of its agreement."""
    return folder.parent.parent if there_is(folder / EDITION) else folder.parent
