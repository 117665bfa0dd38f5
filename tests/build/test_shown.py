"""A site shows the agreements that ``site.toml`` names, and calls one of them what bare citations mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.projects import a_project, documents_only, no_report

from contract_site import cli
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

    assert [edition.slug for edition in built.editions] == ["tiny-1954", "tiny-1952", "tiny-1950"]
    compared = sorted(path.name for path in (project.site / "compare").iterdir())
    assert compared == ["index.js", "index.md", "tiny-1950", "tiny-1952"]
    assert not (project.site / "tiny-2024").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('agreements = ["tiny"]', "site.toml:1: agreements names 'tiny', but there is no such folder; known: local-tiny-2024"),
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('adress = "https://x.example/"', "site.toml:2: unknown key 'adress'; known keys: about, address, "),
        ('bare_citations = ["tiny"]', "site.toml:1: bare_citations names 'tiny', but no agreement is called so; known: grey-r"),
        ('agreements = ["tiny"]', "site.toml:1: agreements names 'tiny', but there is no such folder; known: local-tiny-2024"),
    ],
)
def test_a_check_reads_what_is_said_of_the_site(project: pipeline.Project, text: str, message: str) -> None:
    says(project, text)

    result = CliRunner().invoke(cli.check_agreements, ["--project", str(project.root), "--quiet"])

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(message)


def test_a_check_reads_the_words_of_the_search(project: pipeline.Project) -> None:
    path = project.agreements / "families" / "keepers" / "synonyms.toml"
    path.write_text("[[synonym]]\nsaid = []\nmeans = []\n", encoding="utf-8")

    result = CliRunner().invoke(cli.check_agreements, ["--project", str(project.root), "--quiet"])

    assert result.stderr.startswith("agreements/families/keepers/synonyms.toml:1: entry 1 of [[synonym]]: ")


def test_words_of_the_search_where_nobody_reads_them_are_not_passed_over(project: pipeline.Project) -> None:
    (project.agreements / "synonyms.toml").write_text("", encoding="utf-8")

    result = CliRunner().invoke(cli.check_agreements, ["--project", str(project.root), "--quiet"])

    assert result.stderr == (
        "agreements/synonyms.toml:1: is read beside a family; move it to agreements/families/<family>/synonyms.toml\n"
    )
