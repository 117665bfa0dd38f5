"""The same pages made by Zensical, which follows MkDocs and Material and reads their configuration and templates.

The default stays MkDocs with Material, whose development ends in 2027; this is the way out, tried with every change. Zensical
stands in an environment of its own (``build/zensical``), because its libraries are newer than those that MkDocs is locked with.

- Its paths must be relative and below the configuration, so that is written again beside the documents, with the templates.
- It knows two looks; that which is called classic is Material's, and its sheets are put where Material has them.
- Its templates are MiniJinja: strings have no methods, ``split`` is a filter; an attribute of what is not there is an error.
  What differs is asked for in the templates (``partials/content.html``, ``sitemap.xml``).
- It rewrites relative links in raw HTML, which MkDocs leaves; so links of hand-written pages are Markdown.
- It marks the parts of commands with colors, which is another tree of the same letters.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import yaml

from contract_site.model.finding import ContractSiteError
from contract_site.site.folder import copy_folder, write

PROGRAM = Path("build", "zensical", "bin", "zensical")
"""In the project; ``make site ENGINE=zensical`` puts it there."""
ZENSICAL = "zensical"
CLASSIC = "classic"


def run_zensical(root: Path, configuration: Path) -> None:
    """Build the site of a configuration that was written for MkDocs, of the project in ``root``.

    Raises ContractSiteError with Zensical's own complaint, also for a single warning.
    """
    if not (root / PROGRAM).is_file():
        raise ContractSiteError(f"{PROGRAM}:1: missing; make site ENGINE=zensical installs Zensical, then builds with it")
    work = configuration.parent
    copy_folder(root / "overrides", work / "overrides")
    settings = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    settings |= {"docs_dir": "docs", "site_dir": "site", "theme": {"custom_dir": "overrides"}}
    write(own := work / "zensical.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))
    command: list[str | Path] = [root / PROGRAM, "build", "--strict", "--config-file", own]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=work)
    if result.returncode != 0:
        said = [line.strip() for line in (result.stdout + result.stderr).splitlines() if line.strip()]
        raise ContractSiteError(f"{own}:1: Zensical did not build the site: {(said or ['no reason given'])[-1]}")
    sheets = work / "site" / "assets" / "stylesheets"
    for sheet in sorted((sheets / CLASSIC).glob("*.css")):
        shutil.move(sheet, sheets / sheet.name)
