"""A site shows the agreements that ``site.toml`` names, and calls one of them what bare citations mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import a_project, documents_only, no_report

from contract_site.build import pipeline
from contract_site.model.finding import ContractSiteError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pipeline.Project:
    documents_only(monkeypatch)
    return a_project(tmp_path)


def says(project: pipeline.Project, text: str) -> None:
    (project.root / "site.toml").write_text(f'name = "Pier"\n{text}\n', encoding="utf-8")


def test_agreements_that_are_not_named_are_left_out_with_what_compares_them(project: pipeline.Project) -> None:
    says(project, 'agreements = ["tiny-1950", "tiny-1952", "tiny-1954"]')

    built = pipeline.build_site(project, no_report, bundles=False)

    assert [edition.slug for edition in built.editions] == ["tiny-1950", "tiny-1952", "tiny-1954"]
    assert sorted(path.name for path in (project.site / "compare").iterdir()) == ["index.md", "tiny-1950", "tiny-1952"]
    assert not (project.site / "tiny-2024").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('agreements = ["tiny"]', "site.toml:1: agreements names 'tiny', but there is no such folder; known: lmou-tiny-2024, "),
        (
            'bare_citations = ["tiny"]',
            "site.toml:1: bare_citations names 'tiny', but no agreement is called so; known: grey-r",
        ),
    ],
)
def test_a_name_that_is_none_is_said_in_one_line(project: pipeline.Project, text: str, message: str) -> None:
    says(project, text)

    with pytest.raises(ContractSiteError) as caught:
        pipeline.build_site(project, no_report, bundles=False)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
