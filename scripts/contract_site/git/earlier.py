"""A project as it was at an earlier commit, and its site, built by its own program."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from contract_site.model.finding import ContractSiteError


def take_out(root: Path, base: str, folder: Path) -> None:
    """Write the project as it is at a commit, ``base``, into a folder. Raises ContractSiteError if git knows none."""
    if base.startswith("-"):
        raise ContractSiteError(f"{root}:1: '{base}' is no commit; give a branch, a tag or a commit")
    try:
        found = subprocess.run(["git", "-C", root, "archive", "--format=tar", base], capture_output=True, check=False)
    except OSError as error:
        raise ContractSiteError(f"{root}:1: git cannot be run ({error.strerror}); install it") from None
    if found.returncode:
        told = found.stderr.decode(errors="replace").strip().splitlines() or ["it says nothing"]
        raise ContractSiteError(f"{root}:1: git has no '{base}' ({told[-1]}); give a branch, a tag or a commit")
    with tarfile.open(fileobj=BytesIO(found.stdout)) as archive:
        archive.extractall(folder, filter="data")


def build_there(folder: Path, site: Path) -> None:
    """Build the site of the project in a folder by the program that stands there, without its downloads.

    Raises ContractSiteError with the line in which that program says what is wrong.
    """
    command = [sys.executable, "scripts/build_site.py", "--quiet", "--no-bundles", "--project", ".", "--site", str(site)]
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode:
        told = made.stderr.strip().splitlines() or made.stdout.strip().splitlines() or ["it says nothing"]
        raise ContractSiteError(f"{folder}:1: its site cannot be built: {told[-1]}")
