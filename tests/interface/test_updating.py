"""Catalogues are brought up to the code; what is wrong with one is told in a line; those that are here are whole."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.interface.test_catalogue import HEAD
from tests.projects import ROOT

from contract_site.interface import catalogue
from contract_site.interface.extracting import messages_of
from contract_site.interface.updating import catalogue_problems, update_catalogues

KEPT = re.compile(
    r"```.*?^```$|\{: #[\w-]+ \}|\]\([^)]+\)|<!--site:\w+-->|</?\w+[^>]*>|^(?:hide|print_set): [^\n]*", re.DOTALL | re.MULTILINE
)
"""What a page has in every language: code, anchors, where links lead, the site's places, elements, what templates read."""
PYTHON = """from contract_site.interface.say import counted, later, say
A = later("At {place}")
B = say("Cited "
        "by", here=1) + counted("{number} day", "{number} days", 2, of=3) + say(A)
"""
WORDS = (
    HEAD
    + """msgid "At {place}"
msgstr "En {place}"

msgid "Cited by"
msgstr "Citado por"

msgid "{number} day"
msgid_plural "{number} days"
msgstr[0] "{number} día"
msgstr[1] "{number} días"
"""
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose code, templates and scripts say something, and the folder of its Spanish."""
    for name, text in {
        "scripts/contract_site/words/marks.py": PYTHON,
        "scripts/contract_site/site/other.py": 'say = print\nsay("Not a message")\n',
        "overrides/partials/nav.html": '<p title="{{ say("Home") }}">{% if say("Cited by") %}{% endif %}</p>',
        "docs/assets/a/b.js": "f(say`Saved ${day(at)}`, plural(all.length)`one|${all.length} of ${names}`, woven`in ${link}`);",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", folder := tmp_path / "catalogues")
    monkeypatch.setattr("contract_site.interface.updating.FOLDER", folder)
    (folder / "es").mkdir(parents=True)
    (folder / "es" / "words.po").write_text(WORDS, encoding="utf-8")
    return tmp_path


def test_messages_are_found_in_code_templates_and_scripts(root: Path) -> None:
    assert messages_of(root) == {
        "scripts": ["Saved {day}", "in {link}", ("one", "{number} of {names}")],
        "templates": ["Cited by", "Home"],
        "words": ["At {place}", "Cited by", ("{number} day", "{number} days")],
    }


def test_what_is_whole_has_no_problem(root: Path) -> None:
    assert [line for line in catalogue_problems(root) if "/words.po" in line] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('msgstr "Citado por"', 'msgstr ""', "'Cited by' is not translated; translate it"),
        ('msgid "Cited by"', '#, fuzzy\nmsgid "Cited by"', "'Cited by' is doubtful; read it, and take fuzzy out"),
        ('msgid "Cited by"', 'msgid "Cited at"', "lacks 'Cited by'; make words puts it there, translate it"),
        ('msgid "Cited by"', 'msgid "Cited at"', "'Cited at' is said nowhere; make words takes it out"),
        ('"En {place}"', '"En {lugar}"', "'At {place}' has other names in {} than 'En {lugar}'; use the same"),
        ('"En {place}"', '"En **{place}**"', "'At {place}' has other tags, marks or links than 'En **{place}**'; use the same"),
        (
            '"En {place}"',
            '"En <b>{place}</b>"',
            "'At {place}' has other tags, marks or links than 'En <b>{place}</b>'; use the same",
        ),
        ('"{number} días"', '"días"', "'{number} day' has other names in {} than 'días'; use the same"),
        ('"{number} días"', '""', "'{number} day' is not translated; translate it"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(root: Path, old: str, new: str, says: str) -> None:
    (root / "catalogues" / "es" / "words.po").write_text(WORDS.replace(old, new), encoding="utf-8")

    assert f"es/words.po:1: {says}" in list(catalogue_problems(root))


def test_updating_keeps_translations_marks_what_changed_and_drops_what_is_gone(root: Path) -> None:
    path = root / "catalogues" / "es" / "words.po"
    code = root / "scripts/contract_site/words/marks.py"
    code.write_text(PYTHON.replace('"Cited "', '"It is cited "').replace('later("At {place}")', '""'), encoding="utf-8")
    lines = list(update_catalogues(root))
    text = path.read_text(encoding="utf-8")

    assert lines == [
        "es/scripts.po: 3 messages, 3 to translate",
        "es/templates.po: 2 messages, 1 to translate",
        "es/words.po: 2 messages, 1 to translate",
    ]
    assert '#, fuzzy\nmsgid "It is cited by"\nmsgstr "Citado por"' in text
    assert 'msgstr[1] "{number} días"' in text
    assert "En {place}" not in text
    assert "#:" not in text
    assert "Date" not in text


def test_updating_twice_changes_nothing(root: Path) -> None:
    list(update_catalogues(root))
    once = {path.name: path.read_bytes() for path in (root / "catalogues" / "es").iterdir()}
    list(update_catalogues(root))

    assert {path.name: path.read_bytes() for path in (root / "catalogues" / "es").iterdir()} == once


def test_a_file_of_which_nothing_is_said_is_removed(root: Path) -> None:
    (root / "scripts/contract_site/words/marks.py").unlink()

    assert "es/words.po: removed, nothing says any of it" in list(update_catalogues(root))
    assert not (root / "catalogues" / "es" / "words.po").exists()


def test_every_catalogue_that_is_here_is_whole() -> None:
    """If this fails: make words, translate what it says."""
    assert list(catalogue_problems(ROOT)) == []


def test_catalogues_are_as_make_words_writes_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = {path.relative_to(catalogue.FOLDER): path.read_bytes() for path in catalogue.FOLDER.glob("*/*.po")}
    for name, content in kept.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    monkeypatch.setattr("contract_site.interface.updating.FOLDER", tmp_path)
    list(update_catalogues(ROOT))

    assert {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.glob("*/*.po")} == kept


def test_every_hand_written_page_is_in_every_language() -> None:
    docs = ROOT / "docs"
    names = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    others = catalogue.languages()[1:]
    pages = sorted(name for name in names if not name.endswith(tuple(f".{each}.md" for each in others)))

    assert {f"{name.removesuffix('.md')}.{each}.md" for name in pages for each in others} == names - {*pages}


def test_a_page_in_another_language_has_the_anchors_links_pictures_and_code_of_the_english_one() -> None:
    docs = ROOT / "docs"
    for language in catalogue.languages()[1:]:
        for path in sorted(docs.rglob(f"*.{language}.md")):
            written = path.read_text(encoding="utf-8")
            english = path.with_name(path.name.replace(f".{language}.", ".")).read_text(encoding="utf-8")
            assert Counter(KEPT.findall(written)) == Counter(KEPT.findall(english)), path
