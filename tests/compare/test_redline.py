"""A redline: both texts can be had back from it exactly, and it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.test_alignment import SETTINGS, units
from tests.present import POSTAL

from contract_site.compare.comparison import compare
from contract_site.compare.redline import redline
from contract_site.model.comparison import Mark, Segment

MARKS = {Mark.KEEP: "{}", Mark.STRIKE: "[-{}-]", Mark.INSERT: "[+{}+]"}
TEXT = st.text("ab AB.,(8)-—½\n’'", max_size=40) | st.text(max_size=25)


def shown(segments: tuple[Segment, ...]) -> str:
    return "".join(MARKS[segment.mark].format(segment.text) for segment in segments)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("", "", ""),
        ("The same words.", "The same words.", "The same words."),
        ("", "New words.", "[+New words.+]"),
        ("Old words.", "", "[-Old words.-]"),
        ("The postmaster decides.", "The installation head decides.", "The [-postmaster -][+installation head +]decides."),
        ("Sub- committees meet.", "Subcommittees meet.", "Subcommittees meet."),
        ("THE DAY has hours", "The day has hours.", "The day has hours."),
        ("within 7 days", "within 10 days", "within [-7 -][+10 +]days"),
        ("See Article 8.5.G now.", "See Article 8.5.H now.", "See Article [-8.5.G -][+8.5.H +]now."),
        ("pay of $1,000 a year", "pay of $1,200 a year", "pay of [-$1,000 -][+$1,200 +]a year"),
        (
            "one two of three four", "alpha beta of gamma delta",
            "[-one two of three four-][+alpha beta of gamma delta+]",
        ),
    ],
)  # fmt: skip
def test_whole_words_are_marked_and_nothing_that_does_not_count(before: str, after: str, marked: str) -> None:
    assert shown(redline(before, after)) == marked


def test_a_text_that_was_rewritten_is_struck_and_inserted_as_a_whole() -> None:
    assert shown(redline("a b c", "a x c", whole=True)) == "[-a b c-][+a x c+]"


@given(TEXT, TEXT, st.booleans())
def test_both_texts_can_be_had_back_exactly(before: str, after: str, whole: bool) -> None:
    segments = redline(before, after, whole=whole)

    assert "".join(segment.old for segment in segments) == before
    assert "".join(segment.new for segment in segments) == after


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize(("before", "after"), [("national-1964", "national-1966"), ("national-1966", "national-2010")])
def test_both_texts_of_every_real_pair_can_be_had_back_exactly(before: str, after: str) -> None:
    rows = compare(units(before), units(after), SETTINGS).rows

    assert len(rows) > 1000
    for row in rows:
        assert "".join(segment.old for segment in row.redline) == "\n\n".join(unit.text for unit in row.before)
        assert "".join(segment.new for segment in row.redline) == "\n\n".join(unit.text for unit in row.after)


@pytest.mark.agreements(*POSTAL)
def test_no_word_stands_alone_between_changes() -> None:
    """No confetti: a kept stretch of one or two words inside longer changes would only disturb."""
    rows = compare(units("national-1964"), units("national-1966"), SETTINGS).rows
    islands = [
        (row.after[0].name, segment.text)
        for row in rows
        for left, segment, right in zip(row.redline, row.redline[1:], row.redline[2:], strict=False)
        if segment.mark is Mark.KEEP and left.mark is not Mark.KEEP and right.mark is not Mark.KEEP
        and len(segment.text.split()) == 1 and len(left.text.split()) > 2 and len(right.text.split()) > 2
    ]  # fmt: skip

    assert islands == []


def test_kept_words_that_differ_in_case_carry_both_forms() -> None:
    (segment,) = redline("THE DAY", "The day")

    assert (segment.mark, segment.text, segment.before) == (Mark.KEEP, "The day", "THE DAY")


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        # what opens before a word goes with it
        ("more than (6) days", "more than six (6) days", "more than [+six +](6) days"),
        ("called the “Agreement” here", "called the “Contract” here", "called the [-“Agreement” -][+“Contract” +]here"),
        # a bracket inside a word is part of it
        ("the vacation period. Then", "the vacation period(s). Then", "the vacation [-period. -][+period(s). +]Then"),
        ("the organizations meet", "the organization(s) meet", "the [-organizations -][+organization(s) +]meet"),
        # a dash inside a number is no change, nor is a space
        ("SP 2–41 Clerk", "SP 2-41 Clerk", "SP 2-41 Clerk"),
        ("Washington, D.C. 20260", "Washington, D. C. 20260", "Washington, D. C. 20260"),
        ("the 8-hour day", "the 8 hour day", "the 8 hour day"),
    ],
)
def test_units_are_whole_and_spaces_and_dashes_are_no_change(before: str, after: str, marked: str) -> None:
    segments = redline(before, after)

    assert shown(segments) == marked
    assert "".join(segment.old for segment in segments) == before


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "a" + "." * 20_000,
        "“ " * 20_000,
        "a(" * 20_000,
        "a-" * 20_000,
        "a." * 20_000,
        "1,000," * 9_000,
        "5-" * 20_000,
        "'a' " * 9_000,
    ],
)
def test_long_runs_of_punctuation_are_taken_apart_in_one_pass(text: str) -> None:
    assert "".join(segment.old for segment in redline(text, "a")) == text
