"""Subjects read for a project: those of its families, with their places in its editions."""

from __future__ import annotations

from collections.abc import Mapping

from contract_site.beside.subjects import PlacedSubject, placed_subjects
from contract_site.build.project import Project
from contract_site.editors.subjects import load_subjects
from contract_site.model.document import Edition


def load_placed_subjects(project: Project, editions: Mapping[str, Edition]) -> tuple[PlacedSubject, ...]:
    """Read the subjects of the families of some editions and find their places. Raises SettingsError."""
    families = [edition.settings.family for edition in editions.values()]
    return placed_subjects(load_subjects(project.agreements, families, project.shown(project.agreements)), editions)
