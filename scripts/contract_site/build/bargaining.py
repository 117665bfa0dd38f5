"""What is known of bargaining, read for a project: the reports of its families beside its editions."""

from __future__ import annotations

from collections.abc import Mapping

from contract_site.beside.bargained import TableOfBargaining, bargained
from contract_site.build.project import Project
from contract_site.editors.bargaining import load_bargaining
from contract_site.model.document import Edition


def load_table_of_bargaining(project: Project, editions: Mapping[str, Edition]) -> TableOfBargaining:
    """Read what is known of bargaining. Raises SettingsError."""
    families = [edition.settings.family for edition in editions.values()]
    return bargained(editions, load_bargaining(project.agreements, families, project.shown(project.agreements)))
