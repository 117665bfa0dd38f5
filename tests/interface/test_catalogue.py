"""Catalogues are read, put together and chosen; what is wrong with one is said in one line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from contract_site.interface import catalogue
from contract_site.interface.catalogue import CatalogueError, catalogue_of, languages, merge, speaking
from contract_site.interface.say import Spoken, counted, say

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ONE = HEAD + 'msgid "Cited by {count}"\nmsgstr "Citan {count}"\n'
PLURAL = HEAD + 'msgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] "{number} día"\nmsgstr[1] "{number} días"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues with Spanish, and a folder that is no language's."""
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    write(tmp_path / "es", {"one.po": ONE, "plural.po": PLURAL})
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "fr").mkdir()
    return tmp_path


def write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_languages_are_english_and_those_that_have_a_catalogue(folder: Path) -> None:
    assert languages() == ("en", "es")


def test_messages_are_said_in_a_language_while_it_is_chosen(folder: Path) -> None:
    with speaking("es"):
        assert say("Cited by {count}", count=2) == "Citan 2"
        assert [counted("{number} day", "{number} days", number) for number in (1, 2)] == ["1 día", "2 días"]
        assert say("Not there") == "Not there"
        assert Spoken.language == "es"
        with speaking("en"):
            assert say("Cited by {count}", count=2) == "Cited by 2"
        assert Spoken.language == "es"
    assert (Spoken.language, say("Cited by {count}", count=2)) == ("en", "Cited by 2")


def test_a_message_whose_translation_is_doubtful_is_said_in_english(folder: Path) -> None:
    write(folder / "es", {"one.po": ONE.replace('msgid "Cited', '#, fuzzy\nmsgid "Cited')})
    with speaking("es"):
        assert say("Cited by {count}", count=2) == "Cited by 2"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (
            {"a.po": ONE, "b.po": ONE.replace("Citan", "Citado por")},
            "es/b.po:1: translates 'Cited by {count}' otherwise than es/a.po; say it in one way, in both",
        ),
        ({"a.po": 'msgid "x\n'}, "es/a.po:1: is no catalogue of gettext: "),
    ],
)
def test_what_is_wrong_is_said_in_one_line(files: Mapping[str, str], says: str) -> None:
    with pytest.raises(CatalogueError) as error:
        merge("es", {name: text.encode() for name, text in files.items()})
    assert str(error.value).startswith(says)
    assert "\n" not in str(error.value)


def test_the_same_translation_may_stand_in_two_files() -> None:
    assert merge("es", {"a.po": ONE.encode(), "b.po": ONE.encode()}).get("Cited by {count}").string == "Citan {count}"


def test_a_folder_of_no_language_is_refused(folder: Path) -> None:
    write(folder / "qq", {"one.po": ONE})
    with pytest.raises(CatalogueError, match=r"^qq:1: is no language that dates and numbers are known of"):
        catalogue_of("qq")
