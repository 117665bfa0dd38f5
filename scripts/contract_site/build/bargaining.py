"""What is known of bargaining, read for a project: the reports of its families beside its editions."""

from __future__ import annotations

from collections.abc import Mapping

from contract_site.beside.bargained import TableOfBargaining, bargained
from contract_site.beside.notice import notice_places
from contract_site.build.project import Project
from contract_site.editors.bargaining import load_bargaining
from contract_site.model.bargaining import Bargaining
from contract_site.model.document import Edition


def load_table_of_bargaining(project: Project, editions: Mapping[str, Edition]) -> TableOfBargaining:
    """Read what is known of bargaining.

    Raises SettingsError, also if a rule of notice does not fit its text.
    """
    return bargained(editions, load_reports(project, editions), notice_places(editions.values()))


def load_reports(project: Project, editions: Mapping[str, Edition]) -> tuple[Bargaining, ...]:
    """Read the reports of the families of editions. Raises SettingsError."""
    families = [edition.settings.family for edition in editions.values()]
    return load_bargaining(project.agreements, families, project.shown(project.agreements))
