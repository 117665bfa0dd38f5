"""A concordance: what its rows name is there, what they leave out is told, and what is found again stands in both texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects import TINY

from contract_site.build import pipeline
from contract_site.compare.concordance import concord
from contract_site.compare.found_again import found_again
from contract_site.editors.settings import load_comparison
from contract_site.editors.topics import load_topics
from contract_site.model.comparison import ComparisonSettings, Mark
from contract_site.model.concordance import Concordance, Relation, TopicRow, joined
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError

TITLES = {"hours": "Hours", "pay": "Pay"}
SETTINGS = ComparisonSettings(
    kind="concordance", before="tiny-2020", after="tiny-2024", title="Topics", topics=TITLES, folder="compare/x"
)


@cache
def edition(slug: str) -> Edition:
    return pipeline.load_folder(TINY / slug, slug)


def a_row(before: str, after: str, relation: Relation = Relation.SAME_SUBJECT, topic: str = "hours") -> TopicRow:
    return TopicRow(
        topic=topic,
        before=tuple(before.split()),
        after=tuple(after.split()),
        relation=relation,
        reviewed=True,
        place="topics.tsv:9",
    )


def made(*rows: TopicRow) -> Concordance:
    return concord(edition("tiny-2020"), edition("tiny-2024"), SETTINGS, rows)


# What is found again --------------------------------------------------------------------------------------------------

PHRASES = {
    "a phrase": ("He must speak to the steward at once.", "They speak to the steward.", ["speak to the steward"]),
    "case, punctuation": ("The RE-POSTED duty; assignment", "re-posted duty assignment", ["re-posted duty assignment"]),
    "another word": ("he resigns a preferred assignment", "he re-signs a preferred assignment", ["a preferred assignment"]),
    "another figure": ("the rate of 1.5 times salary", "the rate of 15 times salary", []),
    "one word": ("Grievances are settled.", "Grievances wait.", []),
    "words that tell nothing": ("it shall be as in the one", "that shall be as in the other", []),
    "five words of which one tells": ("up to and of steward is", "up to and of steward be", ["up to and of steward"]),
    "two phrases in order": (
        "the basic weekly schedule and the choice vacation period", "the basic weekly schedule or the choice vacation period",
        ["the basic weekly schedule", "the choice vacation period"],
    ),
    "turned round": (
        "basic weekly schedule, the choice vacation period here", "the choice vacation period here, basic weekly schedule",
        ["the choice vacation period here"],
    ),
    "nothing": ("", "words", []),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "phrases"), PHRASES.values(), ids=PHRASES)
def test_whole_phrases_are_found_again_and_single_words_are_not(before: str, after: str, phrases: list[str]) -> None:
    assert [phrase.segment.text for phrase in found_again(before, after)[0]] == phrases


WORDS = st.lists(
    st.sampled_from(["grievance", "steward", "shall", "be", "the", "employee’s", "posted-for", "8.5.G", "½", ";"]), max_size=40
).map(" ".join)


@given(before=WORDS, after=WORDS)
def test_a_phrase_stands_where_it_is_said_to_stand_in_both_texts_in_order(before: str, after: str) -> None:
    phrases, similarity = found_again(before, after)
    ends = [(0, 0)]
    for phrase in phrases:
        assert before[slice(*phrase.before)] == phrase.segment.old
        assert after[slice(*phrase.after)] == phrase.segment.new
        assert phrase.segment.mark is Mark.KEEP
        assert phrase.before[0] >= ends[-1][0]
        assert phrase.after[0] >= ends[-1][1]
        ends.append((phrase.before[1], phrase.after[1]))

    assert 0 <= similarity <= 1


def test_a_text_is_found_again_in_itself_whole() -> None:
    text = "A keeper who is called out in fog is paid for four hours at least."

    assert found_again(text, text)[1] == 1


# Places ---------------------------------------------------------------------------------------------------------------

PLACES = {
    "a provision and all below it": ("2.1.C", ["2.1.C.1.a", "2.1.C.1.b", "2.1.C.2"]),
    "its own words": ("2.1.D.own", ["2.1.D", "2.1.D.p2"]),
    "an article": ("5", ["5", "5.A", "5.B", "5.B.1", "5.B.2", "5.p2"]),
    "a page alone": ("preamble", ["preamble", "preamble"]),
    "outside the body": ("memo/foghorn-practice#II", ["II", "II"]),
    "a paragraph": ("2.2.p2", ["2.2.p2"]),
    "a table": ("article-4#table-1", ["table-1"]),
}


@pytest.mark.parametrize(("name", "units"), PLACES.values(), ids=PLACES)
def test_a_place_holds_the_units_it_names(name: str, units: list[str]) -> None:
    (row,) = made(a_row("I.A", name)).rows

    assert [unit.anchor for unit in row.after[0].units] == units
    assert row.after[0].name == name.removesuffix(".own")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("I.Z", "1.1", "there is no 'I.Z' in tiny-2020; correct the row"),
        ("I.A", "9.1", "there is no '9.1' in tiny-2024; correct the row"),
        ("I.A", "memo/none#I", "there is no 'memo/none#I' in tiny-2024; correct the row"),
        ("I.A", "2.2.p2.own", "there is no '2.2.p2' in tiny-2024; correct the row"),
    ],
)
def test_a_place_that_is_not_there_is_refused(before: str, after: str, message: str) -> None:
    with pytest.raises(SettingsError, match=r"^topics\.tsv:9: ") as caught:
        made(a_row(before, after))

    assert str(caught.value).endswith(message)


def test_a_row_that_finds_nothing_again_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"no phrase of III stands in 1\.1; call the row same-subject"):
        made(a_row("III", "1.1", Relation.FOUND_AGAIN))


def test_what_is_found_again_is_only_looked_for_where_the_row_says_so() -> None:
    found, same = made(a_row("II.2.2", "2.3.1", Relation.FOUND_AGAIN), a_row("II.2.2", "2.3.1")).rows

    assert found.similarity == 1
    assert [kept.text for kept in found.kept] == ["No keeper is made to work overtime two nights in a row"]
    assert (same.found, same.similarity) == ((), 0)


def test_phrases_are_counted_in_the_joined_texts_of_all_places() -> None:
    (row,) = made(a_row("II.2.1 II.2.2", "2.3.2 2.3.1", Relation.FOUND_AGAIN)).rows
    phrases = [joined(row.after)[slice(*phrase.after)] for phrase in row.found]

    assert " ".join(phrases).split() == joined(row.after).removesuffix(".").split()


def test_a_part_that_no_row_names_is_told() -> None:
    findings = made(a_row("I.A II.1 III IV", "1.1 2.1 3 4 memo/foghorn-practice")).findings

    assert [str(finding) for finding in findings] == [
        "compare/x/topics.tsv:1: C201 no row names Article 5 of tiny-2024; say what it answers to, or that it does not"
    ]


# The file -------------------------------------------------------------------------------------------------------------

LINES = {
    "width": ("hours\tI\t1\tsame-subject\tyes", "2: 5 fields between tabs, but a row needs 6"),
    "topic": ("leave\tI\t1\tsame-subject\tyes\t", "2: unknown topic 'leave'; [topics] of comparison.toml has no such key"),
    "relation": ("hours\tI\t1\tsame\tyes\t", "2: unknown relation 'same'; known: found-again, same-subject, no-ancestor"),
    "reviewed": ("hours\tI\t1\tsame-subject\tmaybe\t", "2: reviewed is 'maybe'; write yes or no"),
    "ancestor": ("hours\tI\t1\tno-ancestor\tyes\t", "2: 'no-ancestor' needs no place before and a place after"),
    "descendant": ("hours\t-\t1\tno-descendant\tyes\t", "2: 'no-descendant' needs a place before and no place after"),
    "both": ("hours\t-\t1\tfound-again\tyes\t", "2: 'found-again' needs a place before and a place after"),
    "repeated": ("hours\tI\t1\tsame-subject\tyes\t\nhours\tI\t1\tfound-again\tno\t", "3: repeats compare/x/topics.tsv:2"),
    "contradicted": (
        "hours\tI\t1 2\tsame-subject\tyes\t\npay\t-\t2\tno-ancestor\tyes\t",
        "3: '2' has a relative in compare/x/topics.tsv:2; correct one of the rows",
    ),
    "no row": ("hours\tI\t1\tsame-subject\tyes\t", "1: topic 'pay' of comparison.toml has no row"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "message"), LINES.values(), ids=LINES)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, lines: str, message: str) -> None:
    (tmp_path / "topics.tsv").write_text(f"# a comment\n{lines}\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_topics(tmp_path, "compare/x", TITLES)

    assert str(caught.value).startswith(f"compare/x/topics.tsv:{message}")


def test_a_concordance_without_its_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^compare/x/topics\.tsv:1: cannot be read"):
        load_topics(tmp_path, "compare/x", TITLES)


TOML = 'kind = "concordance"\nbefore = "a"\nafter = "b"\ntitle = "T"\n'
SETTINGS_FAULTS = {
    "no topics": (TOML, "1: missing table [topics]"),
    "an address": (f'{TOML}[topics]\nUp = "X"\n', "6: topic 'Up' is no address"),
    "unknown key": (f"{TOML}topic = 1\n", "5: unknown key 'topic'; known keys: address, after, applies_to, before"),
    "kind": ('kind = "poem"\nbefore = "a"\nafter = "b"\ntitle = "T"\n', "1: key 'kind' is 'poem'; it must be \"editions\", "),
}


@pytest.mark.parametrize(("text", "message"), SETTINGS_FAULTS.values(), ids=SETTINGS_FAULTS)
def test_a_comparison_toml_that_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "comparison.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_comparison(tmp_path, "compare/x")

    assert str(caught.value).startswith(f"compare/x/comparison.toml:{message}")
