"""The record of what changed in the texts: read for a build, and extended when addresses are recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contract_site.beside.changed import ToldChange, shown_titles, standings, told_changes
from contract_site.beside.crossings import Crossings
from contract_site.build.project import Project
from contract_site.editors.changes import load_changes, save_changes
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.document import Edition
from contract_site.model.site_change import SiteChange, new_changes


def load_told_changes(
    project: Project, editions: Iterable[Edition], compared: Iterable[ComparisonSettings]
) -> tuple[ToldChange, ...]:
    """Read what the record tells of the editions that the site shows, and of what it compares. Raises SettingsError."""
    record = load_changes(project.agreements, project.shown(project.agreements))
    return told_changes(record, shown_titles(editions, compared))


def record_changes(project: Project, crossings: Crossings, on: date) -> tuple[SiteChange, ...]:
    """Add what is not in the record yet, at a date, and return it. Raises SettingsError."""
    record = load_changes(project.agreements, project.shown(project.agreements))
    added = new_changes(record, standings(crossings), on)
    if added:
        save_changes(project.agreements, added)
    return added
