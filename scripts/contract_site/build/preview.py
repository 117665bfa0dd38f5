"""The site while it is written: without its downloads, and of all else only what changed since it was last built so."""

from __future__ import annotations

from contract_site.build.pipeline import build_site
from contract_site.build.project import Project
from contract_site.build.whole import Built
from contract_site.shelf.making import Report


def build_preview(project: Project, report: Report) -> Built:
    """Build the site without its downloads. Raises ContractSiteError, leaving the last preview as it was."""
    return build_site(project, report, bundles=False)
