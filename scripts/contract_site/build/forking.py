"""Make a site of one's own: take every agreement out, and leave the invented ones under a new name.

Only what git holds as it is goes: anything else could not be had again. So a fork is refused as long as something below
``agreements/``, or ``site.toml``, is not committed; in a copy that is not under git, as long as there is anything to take out.
"""

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
from contract_site.git.held import HeldFiles, held_by_git
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
NAMED_AT_MOST = 4
"""How many folders a refusal names."""
NAMED = re.compile(r"^(name|short) = .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fork:
    """What making a site of one's own would do."""

    name: str
    gone: tuple[Path, ...]
    """What stands in ``agreements/`` and goes."""
    put: tuple[Path, ...]
    """The invented agreements, comparisons and families that take its place."""
    held: HeldFiles
    """What git holds of all that."""
    settings: Path
    """The ``site.toml`` that is written anew."""

    @property
    def unheld(self) -> tuple[Path, ...]:
        """What goes and could not be had again, because git does not hold it as it is."""
        settings = (self.settings,) if self.settings.is_file() else ()
        return tuple(path for path in (*self.gone, *settings) if not self.held.holds(path))


def plan_fork(project: Project, name: str) -> Fork:
    """Find out what there is to take out and to put in. Raises ContractSiteError if this copy has no invented agreements."""
    invented = project.root / INVENTED / "tiny"
    if not invented.is_dir() or not name.strip():
        wrong = f"{INVENTED}/tiny:1: missing; fork a whole copy of the project" if name.strip() else "a site needs a name"
        raise ContractSiteError(wrong)
    gone = sorted(project.agreements.iterdir()) if project.agreements.is_dir() else []
    put = tuple(sorted(path for path in invented.iterdir() if path.is_dir()))
    settings = project.root / FILE
    return Fork(name.strip(), tuple(gone), put, held_by_git(project.root, [project.agreements, settings]), settings)


def fork_lines(project: Project, fork: Fork) -> Iterator[str]:
    """Yield what would be done, a line each."""
    not_held = dict.fromkeys(fork.unheld, "; git does not hold it as it is")
    for path in fork.gone:
        yield f"{project.shown(path)}: {GOING.get(path.name, _goes(path))}{not_held.get(path, '')}"
    yield from (f"{project.shown(project.agreements / path.name)}: comes from {INVENTED.as_posix()}/tiny" for path in fork.put)
    yield f"{FILE}: is written anew, for {fork.name}{not_held.get(fork.settings, '')}"


def refusal(project: Project, fork: Fork) -> str:
    """Return why the fork may not be made, and what to do about it, in a line; nothing if it may."""
    if not fork.unheld:
        return ""
    first = ", ".join(map(project.shown, fork.unheld[:NAMED_AT_MOST]))
    what = first if len(fork.unheld) <= NAMED_AT_MOST else f"{first} and {len(fork.unheld) - NAMED_AT_MOST} more"
    if fork.held.repository:
        return f"not in git as it is, so it could not be had again: {what}; commit it (git add, git commit), or move it away"
    mend = "commit it (git init, git add --all, git commit), or move it away"
    return f"this copy is under no git, so what goes could not be had again: {what}; {mend}"


def _goes(path: Path) -> str:
    """What is said of something in ``agreements/`` that goes, by what it holds."""
    if not (path / AGREEMENT).is_file():
        return "goes"
    return f"the agreement goes{', with its published addresses' if any(path.rglob(PUBLISHED)) else ''}"


def make_fork(project: Project, fork: Fork) -> None:
    """Take out what goes, put in what comes, and write ``site.toml``.

    Raises ContractSiteError, changing nothing, if git does not hold what goes.
    """
    if reason := refusal(project, fork):
        raise ContractSiteError(reason)
    write_fork(project, fork)


def write_fork(project: Project, fork: Fork) -> None:
    """Do the same without asking git: to a copy that was made for it. Raises ContractSiteError."""
    said = read_text(project.root / INVENTED / FILE, f"{INVENTED.as_posix()}/{FILE}")
    for path in fork.gone:
        remove_folder(path) if path.is_dir() else path.unlink()
    for path in fork.put:
        copy_folder(path, project.agreements / path.name)
    write(project.root / FILE, NAMED.sub(lambda line: f"{line[1]} = {json.dumps(fork.name, ensure_ascii=False)}", said))
