"""The words of a field are data that cannot make the program run away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import ROOT
from tests.test_linear import TOO_MUCH, UNITS, growth

from contract_site.editors.family import load_family
from contract_site.link.documents import family_patterns, find_documents
from contract_site.link.find import page_note
from contract_site.model.family import GENERAL_FAMILY, CitedDocument, Family, StatementForm
from contract_site.model.finding import SettingsError
from contract_site.parse.applicability import Statement, notes_of

FAMILIES = sorted([*ROOT.glob("agreements/families/*"), *ROOT.glob("tests/**/families/*")])
WRONG = {
    "a repeat without a limit": (
        r"\b(?P<name>AB-\d+)\b",
        r"repeats without a limit ('+'); give one, as in \d{1,6}",
    ),
    "stars": (r"(?P<name>(?:a *)*)", "repeats without a limit ('*')"),
    "at least": (r"(?P<name>\d{2,})", "repeats without a limit ('{2,}')"),
    "brackets": (r"(?P<name>\d{1,3}", "is no regular expression (missing ), unterminated subpattern"),
    "no name": (r"AB-\d{1,3}", "has no group (?P<name>…)"),
    "too long": ("(?P<name>" + "a" * 600 + ")", "is longer than 500 characters"),
}


@pytest.mark.parametrize(("pattern", "says"), WRONG.values(), ids=WRONG)
def test_a_pattern_that_could_run_away_is_refused(tmp_path: Path, pattern: str, says: str) -> None:
    write(tmp_path, f"name = 'x'\n\n[[cites]]\nkind = 'handbook'\npattern = '{pattern}'\n")

    with pytest.raises(SettingsError) as caught:
        load_family(tmp_path, "x", "agreements/y/agreement.toml")
    assert str(caught.value).startswith(f"agreements/families/x/family.toml:5: the pattern of 'handbook' {says}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "pattern", [r"(?P<name>AB-\d++)", r"(?P<name>[+*]{1,3}\*x)", r"{PLACE} (?P<place>{NUMBERS}) (?P<name>AB)"]
)
def test_a_pattern_with_limits_is_taken(pattern: str) -> None:
    assert CitedDocument(kind="handbook", pattern=pattern).fault() == ""


def test_a_family_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert load_family(tmp_path, "", "agreements/y/agreement.toml") is GENERAL_FAMILY
    with pytest.raises(
        SettingsError, match=r"^agreements/y/agreement\.toml:1: family is 'x', but there is no agreements/families"
    ):
        load_family(tmp_path, "x", "agreements/y/agreement.toml")


def test_a_misspelt_key_is_named(tmp_path: Path) -> None:
    write(tmp_path, "[[cites]]\nkind = 'x'\npatern = 'y'\n")

    with pytest.raises(SettingsError, match=r"families/x/family\.toml:3: unknown key 'patern' in entry 1 of \[cites\]"):
        load_family(tmp_path, "x", "agreements/y/agreement.toml")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("opens = 'x*'\npattern = '(?P<group>x)'", "3: a pattern of entry 1 of [[statement]] repeats without a limit ('*')"),
        ("opens = 'x'\npattern = 'x'", "3: a pattern of entry 1 of [[statement]] has no group (?P<group>…)"),
        ("opens = 'x'\npattern = '('", "3: a pattern of entry 1 of [[statement]] is no regular expression"),
        ("opens = 'x'", "3: missing key 'pattern' in entry 1 of [statement]; add it"),
    ],
)
def test_a_statement_that_cannot_be_read_is_refused(tmp_path: Path, table: str, says: str) -> None:
    write(tmp_path, f'name = "X"\n\n[[statement]]\n{table}\n')

    with pytest.raises(SettingsError) as caught:
        load_family(tmp_path, "x", "agreements/y/agreement.toml")
    assert str(caught.value).startswith(f"agreements/families/x/family.toml:{says}")


def test_notes_in_brackets_are_read_in_the_words_of_their_field_only() -> None:
    text = "(The preceding Article, Article 8.2, shall apply to Relief Keepers)"
    whole = r"\(The preceding Article, Article (?P<path>[\d.]++), shall apply to (?P<group>[^)]++)\)$"
    own = StatementForm(opens=r"\(The preceding", pattern=whole)
    field, nobody = notes_of(Family(statement=(own,), remarks=("more rules",))), notes_of(Family())

    assert field.statement(text) == Statement(("8", "2"), "Relief Keepers", complete=True)
    assert field.statement(text[:30]) == Statement((), "", complete=False)
    assert field.begin_at("(More  rules for keepers)")
    assert (nobody.statement(text), nobody.begin_at("(more rules)")) == (None, False)


def test_a_family_serves_its_own_agreements_only() -> None:
    own = Family(cites=(CitedDocument(kind="handbook", pattern=r"\b(?P<name>KH-\d{1,3})(?:, {PLACE} (?P<after>{NUMBERS}))?"),))
    text = "As in KH-12, Sections 3.1 and 4, and in 39 U.S.C. 1205."

    assert [each.document for each in find_documents(text, family=own)] == ["KH-12 3.1 and 4", "39 U.S.C. 1205"]
    assert [each.document for each in find_documents(text)] == ["39 U.S.C. 1205"]


@pytest.mark.parametrize("folder", FAMILIES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_pattern_of_a_family_takes_time_in_proportion(folder: Path) -> None:
    family = load_family(folder.parents[1], folder.name, f"agreements/{folder.name}/agreement.toml")
    patterns = [*family_patterns(family.cites), *([page_note(family.page_notes)] if family.page_notes else [])]
    notes = notes_of(family)
    patterns += [*filter(None, [notes.remark]), *(each for pair in notes.statements for each in pair)]
    slow = []
    for pattern in patterns:
        for unit in (*UNITS, "EL-12, ", "PS 1234 ", "(The preceding Article, 8 ", "to x)"):

            def run(count: int, unit: str = unit, pattern: object = pattern) -> Callable[[], object]:
                return lambda: [*pattern.finditer(unit * count + "!")]  # type: ignore[attr-defined]

            if growth(run, 500 // len(unit)) >= TOO_MUCH:
                slow.append((pattern.pattern, unit))
    assert patterns
    assert slow == []


def write(agreements: Path, text: str) -> None:
    (agreements / "families" / "x").mkdir(parents=True)
    (agreements / "families" / "x" / "family.toml").write_text(text, encoding="utf-8")
