"""What the commands say of a desk: how much has been read, and what cannot be reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.desk.desks import a_folder

from contract_site import cli
from contract_site.desk.desk import Desk


@pytest.fixture
def project(tmp_path: Path) -> Path:
    a_folder(tmp_path / "agreements" / "lamps")
    return tmp_path


def check(project: Path) -> list[str]:
    result = CliRunner().invoke(cli.check_agreements, ["lamps", "--project", str(project), "--quiet"])
    assert result.exit_code == 0, result.output
    return [line for line in result.stdout.splitlines() if "reading.tsv" in line]


def test_a_check_says_how_much_has_been_read_once_somebody_read(project: Path) -> None:
    assert check(project) == []

    Desk(project / "agreements" / "lamps", "agreements/lamps").mark(1, read=True)
    assert check(project) == ["agreements/lamps/reading.tsv: read: 1 of 1 pages"]

    source = project / "agreements" / "lamps" / "source.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("dusk", "dawn"), encoding="utf-8")
    assert check(project) == ["agreements/lamps/reading.tsv: read: 0 of 1 pages"]


def test_an_agreement_that_is_not_there_cannot_be_reviewed(project: Path) -> None:
    result = CliRunner().invoke(cli.review_agreement, ["oil", "--project", str(project)])

    assert (result.exit_code, result.stderr) == (1, "there is no agreement 'oil'; known: lamps\n")
