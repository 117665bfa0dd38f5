"""All that the site says of the invented agreements, written down: every page in Markdown, every data file, their order.

A change of the code that changes any of it shows here as a diff. `pytest --update-golden` writes the files anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.projects import a_project, documents_only, files_of, no_report, texts_of

from contract_site.build import pipeline
from contract_site.cli import check_agreements

LEFT_OUT = ("search/real/", "offline/", "assets/look/", "assets/asked/")
"""What is a library's; and lists with hashes of all files, the look too (see tests/site/test_offline_lists.py)."""


def test_pages_and_data_of_the_invented_agreements_are_as_written_down(
    golden: Callable[[str, Mapping[str, str]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents_only(monkeypatch)
    project = a_project(tmp_path)
    pipeline.build_site(project, no_report, bundles=False)
    handwritten = files_of(project.root / "docs").keys()
    files = files_of(project.site)
    found = {name: files[name] for name in files if name not in handwritten and not name.startswith(LEFT_OUT)}

    golden("tiny", texts_of(found, ".csv", ".md", ".json", ".js", ".yml", ".html"))


def test_findings_and_account_of_the_invented_agreements_are_as_written_down(
    golden: Callable[[str, Mapping[str, str]], None], tmp_path: Path
) -> None:
    """What `make check ACCOUNT=1` prints, but for addresses that are in no ledger: what is invented is not published."""
    found = CliRunner().invoke(check_agreements, ["--project", str(a_project(tmp_path).root), "--account"])
    lines = [line for line in found.output.splitlines() if " S104 " not in line]

    assert found.exit_code == 0
    golden("tiny-findings", {"findings.txt": "\n".join([*lines, ""])})
