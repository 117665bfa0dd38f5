"""A site is made in the language that its ``site.toml`` names, and no record of one language serves another."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import no_report

from contract_site.build.spoken import in_its_language
from contract_site.interface import catalogue
from contract_site.interface.catalogue import speaking
from contract_site.interface.say import Spoken, say
from contract_site.model.finding import ContractSiteError
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, Maker
from contract_site.shelf.shelf import Shelf

CATALOGUE = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Moved"\nmsgstr "{moved}"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues with Spanish and French."""
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    for language, moved in (("es", "Trasladada"), ("fr", "Déplacée")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "pages.po").write_text(CATALOGUE.replace("{moved}", moved), encoding="utf-8")
    return tmp_path


def a_site(root: Path, said: str) -> Path:
    (root / "logo.svg").touch()
    (root / "site.toml").write_text(f'name = "x"\nlogo = "logo.svg"\n{said}', encoding="utf-8")
    return root


def saying(box: Box) -> bytes:
    """A step: a message."""
    return pack({"said": say("Moved").encode()})


def test_a_site_is_english_if_it_does_not_say_otherwise(tmp_path: Path) -> None:
    with in_its_language(a_site(tmp_path, "")):
        assert Spoken.language == "en"


def test_a_site_is_in_the_language_it_names(folder: Path, tmp_path: Path) -> None:
    with in_its_language(a_site(tmp_path, 'language = "es"\n')):
        assert say("Moved") == "Trasladada"


def test_a_language_without_a_catalogue_is_refused(folder: Path, tmp_path: Path) -> None:
    says = "site.toml:3: there is no catalogue of the site’s own words for language 'de'; there are: en, es, fr"
    with pytest.raises(ContractSiteError, match=f"^{says}$"), in_its_language(a_site(tmp_path, 'language = "de"\n')):
        pass


def test_a_catalogue_that_cannot_be_read_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "es" / "other.po").write_text(CATALOGUE.replace("{moved}", "Movida"), encoding="utf-8")
    says = "scripts/contract_site/interface/es/pages.po:1: translates 'Moved' otherwise than es/other.po"
    with pytest.raises(ContractSiteError, match=f"^{says}"), in_its_language(a_site(tmp_path, 'language = "es"\n')):
        pass


def test_a_record_of_one_language_never_serves_another(folder: Path, tmp_path: Path) -> None:
    said = []
    for language in ("en", "es", "fr", "es"):
        with speaking(language):
            maker = Maker(Shelf(tmp_path / "shelf"), None, no_report)
            said.append(maker.make("Saying", [BuildStep("step", saying)])["step"].text("said"))

    assert said == ["Moved", "Trasladada", "Déplacée", "Trasladada"]
