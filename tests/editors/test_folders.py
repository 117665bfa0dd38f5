"""Editions lie in a folder of their own, or in that of their agreement, which says what is true of all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bad_projects import SETTINGS, a_mini_agreement

from contract_site.build import pipeline
from contract_site.build.assets_step import assets_step
from contract_site.build.left_out import left_out
from contract_site.build.read_step import read_step
from contract_site.build.shown import shown_editions
from contract_site.editors.folders import agreements_above, edition_folders
from contract_site.model.agreement import agreements_of
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.site import SiteSettings

SHARED = 'agreement = "ropes"\nagreement_name = "The Ropes"\nlevel = "local"\nparties = ["The Ropemakers", "The Docks"]\n'
NAMED = SETTINGS.replace('kind = "national"\n', "")
OWN = NAMED.replace('parties = ["The Union", "The Employer"]\n', "")


def no_report(_what: str, _done: int, _total: int) -> None:
    """Tell nobody how a build goes on."""


def an_edition(root: Path, slug: str, settings: str = OWN) -> Path:
    folder = a_mini_agreement(root / "agreements" / "ropes" / slug, settings=settings.replace('"mini"', f'"{slug}"'))
    (folder / "agreement.toml").rename(folder / "edition.toml")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> pipeline.Project:
    """An agreement with two editions, and beside it an edition that lies alone."""
    an_edition(tmp_path, "ropes-2018")
    an_edition(tmp_path, "ropes-2021", NAMED)
    a_mini_agreement(tmp_path / "agreements" / "mini")
    (tmp_path / "agreements" / "ropes" / "agreement.toml").write_text(SHARED, encoding="utf-8")
    return pipeline.Project(tmp_path, tmp_path / "site")


def test_what_is_true_of_all_editions_is_said_once(project: pipeline.Project) -> None:
    editions = pipeline.load_editions(project, no_report)
    [_, ropes] = sorted(agreements_of(editions.values()), key=lambda each: each.id)

    assert list(editions) == ["mini", "ropes-2018", "ropes-2021"]
    assert (ropes.id, ropes.name, ropes.level) == ("ropes", "The Ropes", "local")
    assert [edition.slug for edition in ropes.editions] == ["ropes-2021", "ropes-2018"]
    assert editions["ropes-2018"].settings.parties == ("The Ropemakers", "The Docks")
    assert editions["ropes-2021"].settings.parties == ("The Union", "The Employer"), "an edition can name its own"
    assert editions["ropes-2018"].settings_file == "agreements/ropes/ropes-2018/edition.toml"
    assert editions["mini"].settings_file == "agreements/mini/agreement.toml"
    assert {agreements_above(folder) for folder in project.folders} == {project.agreements}


def test_records_of_editions_have_names_of_their_own(project: pipeline.Project) -> None:
    """``agreements/ropes/ropes-2018`` and ``agreements/ropes-ropes-2018`` are two editions, and neither may hide the other."""
    a_mini_agreement(project.agreements / "ropes-ropes-2018", settings=SETTINGS.replace('"mini"', '"another"'))
    names = [read_step(project, folder).name for folder in project.folders]

    assert len(names) == len(set(names)) == 4


def test_a_file_outside_of_the_project_is_refused_in_one_line(tmp_path: Path) -> None:
    project = pipeline.Project(tmp_path / "project", tmp_path / "site")
    settings = SETTINGS.replace('"source.txt"', '"../../../outside.txt"')
    folder = a_mini_agreement(project.agreements / "mini", settings=settings)
    (tmp_path / "outside.txt").write_text("ARTICLE 1\n", encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"outside\.txt:1: lies outside of the project; copy it into the project"):
        read_step(project, folder)


@pytest.mark.parametrize("logo", ["../logo.svg", "{}/logo.svg"])
def test_a_logo_outside_of_the_project_is_refused_in_one_line(tmp_path: Path, logo: str) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")

    with pytest.raises(ContractSiteError, match=r"logo\.svg:1: lies outside of the project"):
        assets_step(tmp_path / "project", SiteSettings(name="A", logo=logo.format(tmp_path)), {})


def test_a_site_shows_an_agreement_with_all_its_editions_or_some_of_them(project: pipeline.Project) -> None:
    editions = pipeline.load_editions(project, no_report)

    assert list(shown_editions(editions, SiteSettings(name="A", agreements=("ropes",)))) == ["ropes-2018", "ropes-2021"]
    assert list(shown_editions(editions, SiteSettings(name="A", agreements=("ropes-2018", "mini")))) == ["mini", "ropes-2018"]


def test_a_folder_of_an_agreement_that_is_no_edition_is_told(project: pipeline.Project) -> None:
    (project.agreements / "ropes" / "ropes-2024").mkdir()

    assert list(left_out(project)) == [
        "agreements/ropes/ropes-2024:1: has no edition.toml, so it is left out; add one, or remove the folder, which is empty"
    ]


def test_what_an_editor_keeps_open_in_a_folder_is_no_edition(project: pipeline.Project) -> None:
    (project.agreements / "mini" / ".#agreement.toml").symlink_to("nobody@nowhere")
    (project.agreements / "mini" / ".git").mkdir()

    assert [folder.name for folder in edition_folders(project.agreements)] == ["mini", "ropes-2018", "ropes-2021"]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("agreement.toml", SHARED + 'short = "x"\n', "agreement.toml:5: unknown key 'short'; known keys: agreement, "),
        ("agreement.toml", 'level = "local"\n', "agreement.toml:1: missing key 'agreement'; add it"),
        ("agreement.toml", 'agreement = "The Ropes"\n', "agreement.toml:1: agreement 'The Ropes' is no address; "),
        ("ropes-2018/edition.toml", f'level = "city"\n{OWN}', "ropes-2018/edition.toml:1: 'level' is one for all editions of "),
        (
            "ropes-2018/edition.toml",
            OWN.replace("title", "tilte"),
            "ropes-2018/edition.toml:2: unknown key 'tilte'; known keys: ",
        ),
    ],
)
def test_what_is_wrong_is_named_by_its_file(project: pipeline.Project, file: str, text: str, says: str) -> None:
    (project.agreements / "ropes" / file).write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        pipeline.load_editions(project, no_report)
    assert str(caught.value).startswith(f"agreements/ropes/{says}")
    assert "\n" not in str(caught.value)


def test_an_edition_in_no_agreement_is_told(project: pipeline.Project) -> None:
    (project.agreements / "ropes" / "agreement.toml").unlink()

    assert list(pipeline.load_editions(project, no_report)) == ["mini"]
    assert list(left_out(project)) == ["agreements/ropes:1: has no agreement.toml, so it is left out; add one"]


def test_two_editions_of_one_slug_are_named_by_their_files(project: pipeline.Project) -> None:
    a_mini_agreement(project.agreements / "other")

    with pytest.raises(ContractSiteError) as caught:
        pipeline.load_editions(project, no_report)
    assert str(caught.value) == (
        "agreements/other/agreement.toml:1: slug 'mini' is already that of agreements/mini/agreement.toml; give each its own"
    )


def test_a_kept_edition_is_read_again_when_what_is_said_of_all_changes(project: pipeline.Project) -> None:
    folder = project.agreements / "ropes" / "ropes-2018"
    first = read_step(project, folder).inputs()
    same = read_step(project, folder).inputs()
    (folder.parent / "agreement.toml").write_text(SHARED.replace("local", "company"), encoding="utf-8")
    changed = read_step(project, folder).inputs()

    assert first == same
    assert {name for name in first if first[name] != changed[name]} == {"file/agreements/ropes/agreement.toml"}


def test_a_copy_to_try_a_change_in_has_what_is_said_of_all(project: pipeline.Project, tmp_path: Path) -> None:
    editions = pipeline.load_editions(project.copied(tmp_path / "copy"), no_report)

    assert editions["ropes-2018"].settings.agreement_name == "The Ropes"
