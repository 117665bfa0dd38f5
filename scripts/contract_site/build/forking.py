"""Make a site of one's own: take every agreement out, and leave the invented ones under a new name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from contract_site.build.project import COMPARISONS, Project
from contract_site.editors import family
from contract_site.editors.changes import FILE as CHANGES
from contract_site.editors.ledger import PUBLISHED
from contract_site.editors.rows import read_text
from contract_site.editors.site_file import FILE
from contract_site.model.edition_settings import AGREEMENT
from contract_site.model.finding import ContractSiteError
from contract_site.site.folder import copy_folder, remove_folder, write

INVENTED = Path("tests", "agreements")
"""The invented agreements, ``tiny/``, and what their site says of itself, ``site.toml``."""
GOING = {
    COMPARISONS: "the comparisons go, with their published addresses",
    family.FOLDER: "the families of words go, with what members say",
    CHANGES: "the record of changes goes",
}
"""What is said of what goes and is no agreement."""
NAMED = re.compile(r"^(name|short) = .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fork:
    """What making a site of one's own would do."""

    name: str
    gone: tuple[Path, ...]
    """What stands in ``agreements/`` and goes."""
    put: tuple[Path, ...]
    """The invented agreements, comparisons and families that take its place."""


def plan_fork(project: Project, name: str) -> Fork:
    """Find out what there is to take out and to put in. Raises ContractSiteError if this copy has no invented agreements."""
    invented = project.root / INVENTED / "tiny"
    if not invented.is_dir() or not name.strip():
        wrong = f"{INVENTED}/tiny:1: missing; fork a whole copy of the project" if name.strip() else "a site needs a name"
        raise ContractSiteError(wrong)
    gone = sorted(project.agreements.iterdir()) if project.agreements.is_dir() else []
    return Fork(name.strip(), tuple(gone), tuple(sorted(path for path in invented.iterdir() if path.is_dir())))


def fork_lines(project: Project, fork: Fork) -> Iterator[str]:
    """Yield what would be done, a line each."""
    yield from (f"{project.shown(path)}: {GOING.get(path.name, _goes(path))}" for path in fork.gone)
    yield from (f"{project.shown(project.agreements / path.name)}: comes from {INVENTED.as_posix()}/tiny" for path in fork.put)
    yield f"{FILE}: is written anew, for {fork.name}"


def _goes(path: Path) -> str:
    """What is said of something in ``agreements/`` that goes, by what it holds."""
    if not (path / AGREEMENT).is_file():
        return "goes"
    return f"the agreement goes{', with its published addresses' if any(path.rglob(PUBLISHED)) else ''}"


def make_fork(project: Project, fork: Fork) -> None:
    """Take out what goes, put in what comes, and write ``site.toml``."""
    said = read_text(project.root / INVENTED / FILE, f"{INVENTED.as_posix()}/{FILE}")
    for path in fork.gone:
        remove_folder(path) if path.is_dir() else path.unlink()
    for path in fork.put:
        copy_folder(path, project.agreements / path.name)
    write(project.root / FILE, NAMED.sub(lambda line: f"{line[1]} = {json.dumps(fork.name, ensure_ascii=False)}", said))
