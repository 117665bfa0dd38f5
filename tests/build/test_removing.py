"""An agreement is taken out: what goes with it and which addresses, told before; what other agreements need stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.bad_projects import SETTINGS, a_mini_agreement
from tests.projects import a_project, files_of, no_report

from contract_site import cli
from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.model.agreement import agreement_of


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The invented agreements with all their addresses recorded."""
    made = a_project(tmp_path / "project")
    pipeline.record_addresses(made, no_report)
    return made


def remove(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.remove_agreement, [*arguments, "--project", str(project.root)])


def test_what_would_be_given_up_is_said_and_nothing_is_changed(project: Project) -> None:
    before = files_of(project.root)

    result = remove(project, "tiny-1954")
    lines = result.stdout.splitlines()

    assert result.exit_code == 0, result.output
    assert any(
        line.startswith("agreements/tiny-1954: the folder goes; ") and "addresses are given up (tiny-1954/" in line
        for line in lines
    )
    assert any(line.startswith("agreements/compare/tiny-1952--tiny-1954: the folder goes") for line in lines)
    assert lines[-1] == "nothing is changed yet; make remove AGREEMENT=tiny-1954 YES=1 removes it"
    assert files_of(project.root) == before


def test_after_a_removal_what_stays_is_checked_and_built_as_before(project: Project) -> None:
    others = {slug for slug in project.by_slug if slug != "tiny-1954"}

    result = remove(project, "tiny-1954", "--yes")
    relations = pipeline.load_relations(project, pipeline.load_editions(project, no_report))

    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "removed")
    assert set(relations.editions) == others
    assert not (project.agreements / "tiny-1954").exists()
    assert all("tiny-1954" not in path.read_text(encoding="utf-8") for path in project.agreements.rglob("addresses.tsv"))
    # Two editions without a first day are left, as there were three.
    assert [finding.code for finding in pipeline.findings_of(relations) if finding.code.startswith("S")] == ["S105"]


def test_an_address_of_another_agreement_that_goes_too_is_named(project: Project) -> None:
    """A history of an agreement's articles is there only as long as another edition is compared with it."""
    lines = remove(project, "tiny-1954").stdout.splitlines()
    relations = pipeline.load_relations(project, pipeline.load_editions(project, no_report))
    histories = [item.address for item in relations.ledgers["tiny-1952"].published if item.address.endswith("/history/")]

    remove(project, "tiny-1954", "--yes")
    left = pipeline.load_ledgers(project, pipeline.load_editions(project, no_report))["tiny-1952"].published
    gone = set(histories) - {item.address for item in left}

    assert histories
    assert bool(gone) == any(line.startswith("agreements/tiny-1952/addresses.tsv: ") for line in lines)


def test_an_agreement_whose_source_another_reads_is_not_removed_alone(project: Project) -> None:
    before = files_of(project.root)

    result = remove(project, "tiny-1952", "--yes")

    assert result.exit_code == 1
    assert result.stderr == (
        "tiny-1952 cannot be removed alone: agreements/tiny-1950 is read from its files; "
        'make remove AGREEMENT="tiny-1952 tiny-1950" says what removing both gives up\n'
    )
    assert files_of(project.root) == before


@pytest.mark.parametrize("names", [("tiny-1952", "tiny-1950"), ("tiny-1950", "tiny-1952", "tiny-1950")])
def test_editions_that_need_each_other_go_together(project: Project, names: tuple[str, ...]) -> None:
    result = remove(project, *names, "--yes")
    relations = pipeline.load_relations(project, pipeline.load_editions(project, no_report))

    assert (result.exit_code, result.stderr, result.stdout.splitlines()[-1]) == (0, "", "removed")
    assert not {"tiny-1950", "tiny-1952"} & relations.editions.keys()


def test_the_name_of_an_agreement_means_all_its_editions(project: Project) -> None:
    """And what `site.toml` still calls by that name is told."""
    slugs = {edition.slug for edition in pipeline.load_editions(project, no_report).values() if agreement_of(edition) == "mill"}
    lines = remove(project, "mill").stdout.splitlines()

    assert len(slugs) > 1
    assert {f"agreements/{slug}" for slug in slugs} <= {line.partition(":")[0] for line in lines}
    assert any(
        line.startswith("site.toml:1: bare_citations names 'mill', but no agreement is called so; known: ") for line in lines
    )
    assert lines[-1] == "nothing is changed yet; make remove AGREEMENT=mill YES=1 removes it"


def test_an_unknown_agreement_is_named_with_those_that_are_known(project: Project) -> None:
    result = remove(project, "tiny-1953")

    assert result.exit_code == 1
    assert result.stderr.startswith("there is no agreement 'tiny-1953'; known: ")
    assert "tiny-1954" in result.stderr


def test_the_last_agreement_can_be_removed(project: Project) -> None:
    refused = remove(project, "tiny-1950")
    assert "references.toml of tiny-1952: document '1950 Mill Agreement': no agreement has the slug" in refused.stderr
    assert refused.stderr.endswith("; mend that, or remove both together\n")
    for names in (("local-tiny-2024",), ("tiny-2024", "tiny-2020"), ("mill",)):
        result = remove(project, *names, "--yes")
        assert (result.exit_code, result.stderr) == (0, "")

    assert project.folders == project.comparisons == []


def test_what_is_tried_without_an_agreement_has_the_families_that_the_others_are_read_by(
    project: Project, tmp_path: Path
) -> None:
    copy = project.copied(tmp_path / "copy", without=project.folders[:1])

    assert [path.name for path in copy.families] == [path.name for path in project.families] == ["keepers"]
    assert copy.folders != []


def test_the_folder_of_an_agreement_goes_with_its_last_edition(tmp_path: Path) -> None:
    root = tmp_path / "agreements" / "ropes"
    for slug in ("ropes-2018", "ropes-2021"):
        settings = SETTINGS.replace('"mini"', f'"{slug}"').replace('kind = "national"\n', "")
        folder = a_mini_agreement(root / slug, settings=settings)
        (folder / "agreement.toml").rename(folder / "edition.toml")
    (root / "agreement.toml").write_text('agreement = "ropes"\n', encoding="utf-8")
    a_mini_agreement(tmp_path / "agreements" / "mini")
    project = Project(tmp_path, tmp_path / "site")

    first = remove(project, "ropes-2018", "--yes")
    left = sorted(path.name for path in root.iterdir())
    last = remove(project, "ropes-2021", "--yes")

    assert (first.exit_code, left) == (0, ["agreement.toml", "ropes-2021"])
    assert "last edition" not in first.output
    assert "agreements/ropes: the folder goes with its last edition" in last.output.splitlines()
    assert not root.exists()
    assert sorted(pipeline.load_editions(project, no_report)) == ["mini"]
