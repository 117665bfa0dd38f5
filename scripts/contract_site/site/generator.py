"""Run MkDocs on the pages: a generated configuration that inherits the project's own, and the order of the pages."""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import yaml
from mkdocs.utils.yaml import yaml_load

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import DataFile, Entry, Page, Redirect
from contract_site.site.folder import write

REDIRECT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="{target}">
<meta http-equiv="refresh" content="0; url={target}">
<p>This page is now at <a href="{target}">{target}</a>.</p>
</html>
"""


def write_documents(pages: Sequence[Page], handwritten: Path, folder: Path) -> None:
    """Fill ``folder`` with the hand-written pages and assets and the generated pages.

    Raises ContractSiteError if a generated page would take the place of a hand-written one.
    """
    if handwritten.is_dir():
        shutil.copytree(handwritten, folder, dirs_exist_ok=True)
    for page in pages:
        path = folder / page.path
        if path.exists():
            raise ContractSiteError(f"{handwritten / page.path}:1: stands where the page of an agreement goes; rename it")
        write(path, page.text)


def site_url(project: Path) -> str:
    """Return the address at which the project's site will stand, if whoever publishes it has set one."""
    settings = yaml_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    return str(settings.get("site_url") or "")


def write_configuration(project: Path, documents: Path, site: Path, contents: Sequence[Entry], path: Path) -> None:
    """Write the configuration that MkDocs is run with."""
    settings = {
        "INHERIT": str(project / "mkdocs.yml"),
        "docs_dir": str(documents),
        "site_dir": str(site),
        "theme": {"custom_dir": str(project / "overrides")},
        "nav": [_nav(entry) for entry in contents],
    }
    write(path, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def run_mkdocs(configuration: Path) -> None:
    """Build the site. Raises ContractSiteError with MkDocs' own complaint, also for a single warning."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if result.returncode != 0:
        lines = [line for line in result.stderr.splitlines() if line.startswith(("WARNING", "ERROR", "Error", "Aborted"))]
        shown = "; ".join(line.strip() for line in lines[:5]) or result.stderr.strip()[-500:]
        raise ContractSiteError(f"{configuration}:1: MkDocs did not build the site: {shown}")


def write_redirects(redirects: Sequence[Redirect], site: Path) -> None:
    """Write a page at each second address that leads to the first, without JavaScript."""
    for redirect in redirects:
        up = "../" * len(PurePosixPath(redirect.old).parts)
        target = html.escape(f"{up}{redirect.new}", quote=True)
        write(site / redirect.old / "index.html", REDIRECT.format(target=target))


def write_data(files: Iterable[DataFile], folder: Path) -> None:
    """Write data below a folder of the documents, so that links to it are checked like all others."""
    for file in files:
        write(folder / file.path, file.text)


def _nav(entry: Entry) -> dict[str, object]:
    title = html.escape(entry.title, quote=True)
    if entry.path is not None:
        return {title: str(entry.path)}
    return {title: [_nav(below) for below in entry.below]}
