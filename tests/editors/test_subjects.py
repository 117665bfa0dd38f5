"""Subjects are data that is checked: each has a name of its own, places that are there, and neighbours that are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from tests import present
from tests.editors.family_files import said_of, write
from tests.projects import ROOT, a_project, no_report

from contract_site.beside.subjects import PlacedSubject, placed_subjects
from contract_site.build import pipeline
from contract_site.build.proposing import proposed_subjects
from contract_site.build.subjects import load_placed_subjects, words_of_subjects
from contract_site.data.search_records import searched_agreements
from contract_site.editors.subjects import load_subjects
from contract_site.model.editorial import Synonym
from contract_site.model.finding import SettingsError
from contract_site.model.subject import Subject

TOPICS = ROOT / "agreements" / "compare" / "national-1966--national-2010" / "comparison.toml"
WRONG = {
    "a name twice": ('name = "Work week"', 'name = "wash up time"', ":11: 'wash up time' has the address of "),
    "a word twice": ('name = "Work week"', 'name = "Work week"\nalso = ["1952 Soap"]', ":11: '1952 Soap' is said in "),
    "no address": ('name = "Work week"', 'name = "–"', ":11: name '–' makes no address; use letters or figures"),
    "no such neighbour": (
        '"Work week"]',
        '"Work day"]',
        ":3: see_also names 'Work day', which is no other subject; correct it",
    ),
    "itself": ('"Work week"]', '"Wash-up time"]', ":3: see_also names 'Wash-up time', which is no other subject"),
    "no TOML": ('local-tiny-2024 = ["item-1"] }', "}", ":"),
    "means in capitals": (
        'means = ["wash-up time"]',
        'means = ["Wash-up"]',
        ":3: means has 'Wash-up'; write it in small letters",
    ),
    "an empty word": ('name = "Work week"', 'name = "Work week"\nalso = [" "]', ":11: also has an empty word; "),
    "brackets with spaces": (
        '[[subject]]\nname = "Work week"',
        '[[ subject ]]\nname = "wash up time"',
        ":11: 'wash up time' has the address of ",
    ),
    "an unknown key": ("front = true", "first = true", ":8: unknown key 'first' in entry 1 of [subject]"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert said_of(load_subjects, "subjects.toml", tmp_path, right, wrong).startswith(says)


def test_a_subject_without_places_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "subjects.toml", '[[subject]]\nname = "Boats"\nplaces = { tiny-2024 = [] }\n')

    with pytest.raises(SettingsError, match=r"subjects\.toml:1: 'Boats' has no places; give it one"):
        load_subjects(tmp_path, ["keepers"], "agreements")


def test_a_family_without_the_file_has_no_subjects(tmp_path: Path) -> None:
    assert load_subjects(tmp_path, ["keepers", ""], "agreements") == ()


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> tuple[PlacedSubject, ...]:
    project = a_project(tmp_path_factory.mktemp("subjects"))
    return load_placed_subjects(project, pipeline.load_editions(project, no_report))


def test_places_stand_with_the_newest_edition_first_and_all_their_words(placed: tuple[PlacedSubject, ...]) -> None:
    wash, week = placed

    assert [(each.edition.slug, each.provision.anchor) for each in wash.places] == [
        ("tiny-2024", "5.B.1"),
        ("local-tiny-2024", "1"),
    ]
    assert wash.places[0].words == "1. Wash-up time at the end of a watch."
    assert [edition.slug for edition, _ in week.by_edition()] == ["tiny-2024", "tiny-2020", "tiny-1952"]
    assert "C. 1. a. A keeper who is called out in fog is paid for four hours at least." in week.places[0].words.split("\n")


def test_words_that_end_no_sentence_stand_before_their_items(placed: tuple[PlacedSubject, ...]) -> None:
    wash, week = placed

    assert wash.places[0].lead == "They may settle:"
    assert [place.lead for place in week.places] == [""] * len(week.places)


def test_a_paragraph_that_is_named_by_its_own_anchor_stands_alone(tmp_path: Path) -> None:
    editions = pipeline.load_editions(a_project(tmp_path), no_report)
    (subject,) = placed_subjects([Subject(name="Rest", places={"tiny-2024": ("2.1.D", "2.1.D.p2")})], editions)

    assert [place.anchor for place in subject.places] == ["2.1.D", "2.1.D.p2"]
    assert subject.places[1].words == "Rest that is missed under this paragraph is made good within the same month."


def test_what_members_call_a_subject_is_searched_as_what_it_means(placed: tuple[PlacedSubject, ...]) -> None:
    known = [Synonym(said=("1952 soap",), means=("soap",))]
    (found,) = words_of_subjects([each.subject for each in placed], known)

    assert found == Synonym(said=("wash-up time", "clean-up <time>"), means=("wash-up time",))
    assert [*words_of_subjects([each.subject for each in placed], [found, *known])] == []


def test_what_an_edition_says_and_no_subject_has_is_proposed(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    lines = list(proposed_subjects(project, pipeline.load_editions(project, no_report)["tiny-2024"]))
    entries = tomllib.loads("\n".join(lines))["subject"]

    assert {"name": "Rest", "places": {"tiny-2024": ["2.1.D"]}} in entries
    assert not any("2.1" in entry["places"]["tiny-2024"] for entry in entries), "it is accepted already"
    assert any(line.startswith("# ") and "has words of 'Work week'" in line for line in lines)


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    editions = pipeline.load_editions(a_project(tmp_path), no_report)

    for name in ("9.9", "memo:boats", "appendix-a#9"):
        with pytest.raises(SettingsError, match=rf"'Boats': tiny-2024 has no place '{name}'; correct it"):
            placed_subjects([Subject(name="Boats", places={"tiny-2024": (name,)})], editions)


def test_an_edition_that_the_site_does_not_show_is_left_out(tmp_path: Path) -> None:
    editions = pipeline.load_editions(a_project(tmp_path), no_report)
    hidden = Subject(name="Boats", places={"elsewhere": ("1",)})
    both = Subject(name="Masts", places={"elsewhere": ("1",), "tiny-2024": ("1",)})

    assert [each.subject.name for each in placed_subjects([hidden, both], editions)] == ["Masts"]


@pytest.mark.agreements(*present.POSTAL)
def test_this_projects_subjects_are_many_and_lead_to_places() -> None:
    """The number is a promise of the list of subjects: at least 200."""
    project = pipeline.Project(ROOT, ROOT / "site")
    editions = pipeline.load_editions(project, no_report)
    placed = load_placed_subjects(project, editions)

    assert len(placed) >= 200
    assert {slug for each in placed for slug in each.subject.places} == {*editions}, "a misspelt slug would be passed over"
    assert sum(each.subject.front for each in placed) <= 20
    topics = {row.split(" = ")[0] for row in TOPICS.read_text(encoding="utf-8").split("[topics]\n")[1].splitlines() if row}
    assert topics == {topic for each in placed for topic in each.subject.topics}


@pytest.mark.agreements(*present.POSTAL)
def test_every_word_that_search_takes_from_subjects_stands_in_an_agreement() -> None:
    project = pipeline.Project(ROOT, ROOT / "site")
    agreements = searched_agreements([*pipeline.load_editions(project, no_report).values()])
    words = spaced(" | ".join(f"{record.heading} {record.text}" for each in agreements for record in each.records))
    subjects = load_subjects(project.agreements, ["apwu-usps"], "agreements")

    assert [mean for each in subjects for mean in each.means if spaced(mean) not in words] == []


def spaced(text: str) -> str:
    return re.sub(r"[\s\-–—]+", " ", text.lower().replace("’", "'"))
