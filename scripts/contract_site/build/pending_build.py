"""Build the site before and after a change, and say what the change does."""

from __future__ import annotations

from pathlib import Path

from contract_site.build.pending import Pending, pending
from contract_site.build.pending_page import pending_page
from contract_site.build.project import Project
from contract_site.git.earlier import build_there, take_out
from contract_site.site import folder

PAGE = Path("pending", "index.html")
"""Where the page goes, below the folder for work in progress."""


def pending_change(project: Project, base: str) -> Pending:
    """Build the site of a commit, ``base``, and of the project as it is, and write a page of the differences.

    Raises ContractSiteError if there is no such commit or one of the two cannot be built.
    """
    with folder.workshop(project.build / "pending") as work:
        take_out(project.root, base, work / "project")
        build_there(work / "project", work / "before")
        build_there(project.root, work / "after")
        found = pending(work / "before", work / "after")
    folder.write(project.build / PAGE, pending_page(found, base))
    return found
