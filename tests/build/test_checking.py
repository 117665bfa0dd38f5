"""One agreement is checked whatever is wrong with the files of others, which is said; its own errors stop its check."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.projects import a_project

from contract_site import cli
from contract_site.build.project import Project

ASKED = "tiny-2024"
NOTE = '[[note]]\nprovision = "99"\ntext = "Nowhere."\n'
LIMIT = '[[deadline]]\nstep = "1"\nplace = "99"\nwords = "in ten days"\nact = "So"\nsince = "then"\n'
SCALE = '[[scale]]\nkind = "All"\nper = "year"\ntables = ["table-99"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path / "project")


def check(project: Project, *slugs: str) -> Result:
    return CliRunner().invoke(cli.check_agreements, [*slugs, "--project", str(project.root), "--quiet"])


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("tiny-1954/corrections.toml", NOTE, True),
        ("tiny-1954/deadlines.toml", LIMIT, False),
        ("tiny-1954/pay.toml", SCALE, False),
        ("tiny-1954/pay.toml", "scale = 3", True),
        ("tiny-1954/agreement.toml", "slug = 3", True),
        ("compare/tiny-1952--tiny-1954/comparison.toml", "nothing = 1", True),
    ],
)
def test_what_is_wrong_with_another_does_not_stop_the_check_of_one(project: Project, file: str, text: str, said: bool) -> None:
    before = check(project, ASKED)
    (project.agreements / file).write_text(text, encoding="utf-8")

    one, every, own = check(project, ASKED), check(project), check(project, "tiny-1954")

    assert (one.exit_code, one.stdout) == (0, before.stdout), one.stderr
    assert [line.startswith(f"agreements/{file}:") for line in one.stderr.splitlines()] == [True] * said
    assert (every.exit_code, own.exit_code) == (1, 1)
    assert every.stderr.startswith(f"agreements/{file}:")
    assert own.stderr.startswith(f"agreements/{file}:")


def test_a_place_of_another_in_a_file_of_the_family_is_no_concern_of_one(project: Project) -> None:
    (file,) = project.agreements.glob("families/*/subjects.toml")
    told = '\n[[subject]]\nname = "Nothing at all"\nplaces = { tiny-2020 = ["99"] }\n'
    file.write_text(file.read_text(encoding="utf-8") + told, encoding="utf-8")

    assert check(project, ASKED).exit_code == 0
    assert check(project).exit_code == check(project, "tiny-2020").exit_code == 1
