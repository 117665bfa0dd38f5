"""What several tests of building need."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bad_projects import a_mini_project
from tests.projects import no_report

from contract_site.build import pipeline
from contract_site.build.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one agreement whose addresses are recorded."""
    made = Project(a_mini_project(tmp_path / "project"), tmp_path / "project" / "site")
    pipeline.record_addresses(made, no_report)
    return made
