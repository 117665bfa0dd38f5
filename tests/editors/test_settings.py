"""The files that editors keep: read into typed values, or refused with the line that is wrong."""

from datetime import date
from pathlib import Path

import pytest
from tests.bad_projects import SETTINGS, a_mini_agreement
from tests.present import BY_SLUG, POSTAL

from contract_site.editors.folders import settings_file
from contract_site.editors.settings import TABLES, load_agreement, load_editorial
from contract_site.model.editorial import Correction, EditorsNote
from contract_site.model.finding import SettingsError

AGREEMENTS = sorted(map(settings_file, BY_SLUG.values()))


def test_a_folder_needs_no_more_than_an_agreement(tmp_path: Path) -> None:
    editorial = load_editorial(a_mini_agreement(tmp_path / "mini"), "agreements/mini")

    assert editorial.agreement.slug == "mini"
    assert editorial.agreement.parties == ("The Union", "The Employer")
    assert (editorial.agreement.effective, editorial.agreement.brief) == (None, "The Mini Agreement")
    assert (editorial.corrections, editorial.paragraphs, editorial.tables, editorial.applies) == ((), (), (), ())
    assert editorial.file("tables.toml") == "agreements/mini/tables.toml"


def test_dates_and_tables_are_read_with_their_types(tmp_path: Path) -> None:
    dated = SETTINGS.replace('status = "in force"', 'status = "expired"\neffective = 2010-11-21\nexpires = 2015-05-20')
    folder = a_mini_agreement(tmp_path / "mini", settings=dated)
    (folder / "corrections.toml").write_text(
        '[[correction]]\nline = 3\nraw = "a"\ntext = "b"\nreason = "c"\n\n[[note]]\nprovision = "1"\ntext = "Note."\n',
        encoding="utf-8",
    )

    editorial = load_editorial(folder)

    assert (editorial.agreement.effective, editorial.agreement.expires) == (date(2010, 11, 21), date(2015, 5, 20))
    assert editorial.corrections == (Correction(line=3, raw="a", text="b", reason="c"),)
    assert editorial.notes == (EditorsNote(provision="1", text="Note."),)


@pytest.mark.parametrize("file", sorted(TABLES))
def test_an_optional_file_refuses_tables_that_it_does_not_know(tmp_path: Path, file: str) -> None:
    folder = a_mini_agreement(tmp_path / "mini")
    (folder / file).write_text("# a comment\n\n[[unheard]]\nof = 1\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_editorial(folder, "agreements/mini")

    assert str(caught.value).startswith(f"agreements/mini/{file}:3: unknown key 'unheard'; this file holds [[")
    assert all(f"[[{kind}]]" in str(caught.value) for kind in TABLES[file])


def test_an_unknown_key_is_shown_with_those_that_are_known(tmp_path: Path) -> None:
    folder = a_mini_agreement(tmp_path / "mini", settings=SETTINGS.replace("status =", 'expiry = "2015"\nstatus ='))

    with pytest.raises(SettingsError) as caught:
        load_agreement(folder / "agreement.toml", "agreement.toml")

    assert str(caught.value).startswith("agreement.toml:6: unknown key 'expiry'; known keys: agreement, agreement_name, ")


def test_the_entry_of_a_list_that_is_wrong_is_counted(tmp_path: Path) -> None:
    folder = a_mini_agreement(tmp_path / "mini")
    good = '[[correction]]\nline = 3\nraw = "a"\ntext = "b"\nreason = "c"\n'
    (folder / "corrections.toml").write_text(good + good.replace('reason = "c"\n', ""), encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_editorial(folder, "agreements/mini")

    assert "missing key 'reason' in entry 2 of [correction]" in str(caught.value)


@pytest.mark.parametrize("slug", ["a", "national-2010", "lmou-des-moines-bmc-2006", "2010"])
def test_a_slug_of_small_letters_figures_and_hyphens_is_an_address(tmp_path: Path, slug: str) -> None:
    folder = a_mini_agreement(tmp_path / "x", settings=SETTINGS.replace('"mini"', f'"{slug}"', 1))

    assert load_agreement(folder / "agreement.toml", "agreement.toml").slug == slug


@pytest.mark.parametrize("slug", ["", "..", "a/b", "/a", "A", "a b", "a--b", "-a", "a.b", "é", "a\\\\b"])
def test_any_other_slug_is_refused(tmp_path: Path, slug: str) -> None:
    """Pages are written below a folder of this name."""
    folder = a_mini_agreement(tmp_path / "x", settings=SETTINGS.replace('"mini"', f'"{slug}"', 1))

    with pytest.raises(SettingsError, match=r"^agreement\.toml:1: slug .* is no address"):
        load_agreement(folder / "agreement.toml", "agreement.toml")


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_an_agreement_of_the_project_stands_in_the_folder_of_its_slug_with_its_checksum(path: Path) -> None:
    settings = load_agreement(path, path.name)

    assert settings.slug == path.parent.name
    assert len(settings.source.sha256) == 64
