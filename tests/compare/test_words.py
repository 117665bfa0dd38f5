"""What counts as the same words: tables of what changes a text and what does not, and what must hold of every figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.compare.test_alignment import SETTINGS
from tests.compare.test_lineage import a_text
from tests.parse.texts import parse_text

from contract_site.build.comparing import compare_texts
from contract_site.compare.comparison import compare
from contract_site.compare.redline import redline
from contract_site.compare.units import line_ends
from contract_site.compare.words import figures, same_text
from contract_site.model.comparison import Change, Mark, Segment
from contract_site.model.source import Piece, Words

CASES = Path(__file__).parents[1] / "cases" / "compare"
moderately = settings(max_examples=200, deadline=None, derandomize=True)
QUIET = {Change.UNCHANGED, Change.MOVED}


def rows_of(name: str) -> list[tuple[str, ...]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def marked(segments: tuple[Segment, ...], mark: Mark) -> list[str]:
    return [segment.text for segment in segments if segment.mark is mark]


@pytest.mark.parametrize(("one", "other"), rows_of("changed.tsv"))
def test_a_changed_figure_sign_or_word_is_a_change_and_is_marked(one: str, other: str) -> None:
    for before, after in ((one, other), (other, one)):
        old, new = (a_text(a=f"In the yard of the harbour {text}, and the keeper writes it down") for text in (before, after))
        (row,) = compare(old, new, SETTINGS).rows

        assert row.change is Change.REWORDED
        assert any(segment.mark is not Mark.KEEP for segment in row.redline)
        assert all(any(map(str.isalnum, segment.text)) or "_" in segment.text for segment in row.redline)


@pytest.mark.parametrize(("one", "other"), rows_of("same.tsv"))
def test_what_cannot_change_the_meaning_is_no_change(one: str, other: str) -> None:
    for before, after in ((one, other), (other, one)):
        (row,) = compare(a_text(a=before), a_text(a=after), SETTINGS).rows

        assert row.change is Change.UNCHANGED
        assert {segment.mark for segment in row.redline} == {Mark.KEEP}
        assert ("".join(s.old for s in row.redline), "".join(s.new for s in row.redline)) == (before, after)


@pytest.mark.parametrize(
    ("before", "after", "struck", "inserted"),
    [
        ("paid at 1.5 times", "paid at 15 times", "1.5 ", "15 "),
        ("up to $4.25 a day", "up to $425 a day", "$4.25 ", "$425 "),
        ("up to $ 4.25 a day", "up to $ 5 a day", "$ 4.25 ", "$ 5 "),
        ("between 1 – 5 clerks", "between 1 – 7 clerks", "1 – 5 ", "1 – 7 "),
        ("falls to −5 degrees", "falls to 5 degrees", "−5 ", "5 "),
        ("lasts 3 1/2 hours", "lasts 3 1/4 hours", "3 1/2 ", "3 1/4 "),
        ("see 8.5.G(2) now", "see 8.5.G(3) now", "8.5.G(2) ", "8.5.G(3) "),
        ("a share of 5 % is", "a share of 7 % is", "5 % ", "7 % "),
    ],
)
def test_a_figure_is_struck_and_inserted_as_a_whole(before: str, after: str, struck: str, inserted: str) -> None:
    segments = redline(before, after)

    assert (marked(segments, Mark.STRIKE), marked(segments, Mark.INSERT)) == ([struck], [inserted])


def test_the_figures_of_a_text_leave_out_what_only_numbers_a_place() -> None:
    assert figures("under 2a, $4.25 or −5% in 3½ years") == ("2", "$", "4.25", "−", "5", "%", "3 1/2")
    assert figures("under 2.A") == figures("under 2A") == ("2",)


# Every figure ---------------------------------------------------------------------------------------------------------

NUMBER = st.integers(0, 9999)
FIGURE = st.one_of(
    NUMBER.map(str),
    st.tuples(NUMBER, st.integers(0, 99)).map(lambda each: f"{each[0]}.{each[1]:02}"),
    st.integers(10_000, 10**8).map(lambda each: f"{each:,}"),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda each: f"{each[0]}:{each[1]:02}"),
    st.tuples(st.integers(1, 30), st.integers(1, 12), st.integers(60, 99)).map(lambda each: "{}/{}/{}".format(*each)),
    st.tuples(st.integers(1, 30), st.integers(1, 12)).map(lambda each: "{}/{}".format(*each)),
    st.tuples(st.integers(1, 30), st.integers(1, 3)).map(lambda each: f"{each[0]} {each[1]}/4"),
    st.tuples(NUMBER, NUMBER).map(lambda each: "{}–{}".format(*each)),
    st.tuples(st.integers(1, 9), st.integers(2, 9)).map(lambda each: "{}:{}".format(*each)),
    st.tuples(st.sampled_from("$€£−+±≥≤<>§"), NUMBER).map(lambda each: f"{each[0]}{each[1]}"),
    st.tuples(NUMBER, st.sampled_from("%°¢")).map(lambda each: f"{each[0]}{each[1]}"),
    st.tuples(st.integers(1, 40), st.integers(1, 20), st.sampled_from("ABGZ")).map(lambda each: "{}.{}.{}".format(*each)),
)
"""Figures, each in one form only: two that differ are two figures."""
WORDS = st.lists(
    st.sampled_from(
        ["the", "keeper", "is", "paid", "for", "each", "night,", "at", "a", "rate", "of;", "(see", "rule)", "days."]
    ),
    max_size=12,
)


@given(WORDS, WORDS, FIGURE, FIGURE)
@moderately
def test_replacing_any_figure_by_another_is_never_unchanged_moved_or_silent(
    head: list[str], tail: list[str], figure: str, other: str
) -> None:
    assume(figure != other)
    before, after = (" ".join(("Lamps", *head, each, *tail, "end")) for each in (figure, other))
    for new in (a_text(a=after), a_text(b=after)):
        rows = compare(a_text(a=before), new, SETTINGS).rows

        assert QUIET.isdisjoint(row.change for row in rows)
        assert figure in "".join(text for row in rows for text in marked(row.redline, Mark.STRIKE))
        assert other in "".join(text for row in rows for text in marked(row.redline, Mark.INSERT))


@given(WORDS, WORDS, FIGURE)
@moderately
def test_a_figure_that_is_left_out_is_never_silent(head: list[str], tail: list[str], figure: str) -> None:
    before, after = " ".join(("Lamps", *head, figure, *tail, "end")), " ".join(("Lamps", *head, *tail, "end"))

    assert not same_text(before, after)
    assert figure in "".join(marked(redline(before, after), Mark.STRIKE))


# Lines, hyphens, quotes -----------------------------------------------------------------------------------------------

LETTERS = st.text("abcdefgilmnorstu", min_size=4, max_size=9)
PLAIN = st.lists(LETTERS | FIGURE.filter(lambda each: each[0].isdigit()) | st.just("well-being"), min_size=4, max_size=30)
CUT = st.lists(st.sampled_from(["", "", "", "\n", "-\n"]), min_size=30, max_size=30)


def wrapped(words: list[str], cuts: list[str]) -> str:
    """The words with a line's end after some of them, or inside, with a hyphen, where a word is one that can be divided."""
    lines = ["lamps"]
    for word, cut in zip(words, cuts, strict=False):
        if cut == "-\n" and word.isalpha():
            lines.append(f" {word[:2]}-\n{word[2:]}")
        elif cut == "-\n" and word == "well-being":
            lines.append(" well-\nbeing")
        else:
            lines.append(f"{' ' if word[0].isdigit() else cut.removeprefix('-') or ' '}{word}")
    return "".join(lines) + " end."


@given(PLAIN, CUT, CUT)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_setting_lines_anew_and_hyphens_at_their_ends_are_never_a_change(
    words: list[str], one: list[str], other: list[str]
) -> None:
    before, after = (
        parse_text(f"ARTICLE 1\nLAMPS\nSection 1. Oil\nA. The {wrapped(words, cuts)}\nB. Rope is kept.\n")
        for cuts in (one, other)
    )
    rows = compare_texts(before, after).rows

    assert {row.change for row in rows} == {Change.UNCHANGED}
    assert {segment.mark for row in rows for segment in row.redline} == {Mark.KEEP}


QUOTES = ("“{}”", '"{}"', "‘{}’", "'{}'", "„{}“", "{}")
APOSTROPHES = "'’ʼ"
PHRASES = ("the keeper{0}s lamp", "oil", "clerks", "a well{1}kept boat", "5{2}7 nights")
DASHES = (" - ", " – ", " — ", "—", " -- ")


@given(
    st.lists(st.tuples(st.sampled_from(PHRASES), st.booleans()), min_size=2),
    st.lists(st.tuples(*map(st.sampled_from, (QUOTES, APOSTROPHES, "-‐‑", "-–‑", DASHES))), min_size=2, max_size=2),
)  # fmt: skip
@moderately
def test_other_quotes_and_dashes_are_never_a_change(phrases: list[tuple[str, bool]], kinds: list[tuple[str, ...]]) -> None:
    before, after = (
        dash.join((quote if quoted else "{}").format(phrase.format(apostrophe, hyphen, ranged)) for phrase, quoted in phrases)
        for quote, apostrophe, hyphen, ranged, dash in kinds
    )

    assert same_text(before, after)
    assert {segment.mark for segment in redline(before, after)} == {Mark.KEEP}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("the well-\nbeing of all is kept.", "the wellbeing of all is kept.", Change.UNCHANGED),
        ("the well-\nbeing of all is kept.", "the well-being of all is kept.", Change.UNCHANGED),
        ("the well-being of all is kept.", "the wellbeing of all is kept.", Change.REWORDED),
        ("between 1-\n5 clerks are kept.", "between 15 clerks are kept.", Change.REWORDED),
        ("between 1-\n5 clerks are kept.", "between 1-5 clerks are kept.", Change.UNCHANGED),
        ("the Anglo-\nSaxon rule is kept.", "the AngloSaxon rule is kept.", Change.REWORDED),
    ],
)
def test_only_a_hyphen_that_a_lines_end_may_have_put_in_is_none(before: str, after: str, change: Change) -> None:
    one, other = (parse_text(f"ARTICLE 1\nLAMPS\nSection 1. Oil\nA. In the yard {text}\n") for text in (before, after))

    assert [row.change for row in compare_texts(one, other).rows][2:] == [change]


ENDS = {
    "a hyphen at a line's end": ((Piece("the sub-", 0, 8), Piece("committee", 9, 18)), (8,)),
    "a hyphen that was taken out": ((Piece("the Depart", 0, 10), Piece("ment", 12, 16)), (10,)),
    "over a page": ((Piece("sub-", 0, 4), Piece("", 5, 7, page="9"), Piece("committee", 8, 17)), (4,)),
    "between words": ((Piece("the", 0, 3), Piece(" ", 3, 3), Piece("lamp", 4, 8)), ()),
    "a hyphen that an editor kept": ((Piece("the ", 0, 4), Piece("well-being", 4, 15, corrected=True)), ()),
    "a range": ((Piece("1-", 0, 2), Piece("5", 3, 4)), ()),
}


@pytest.mark.parametrize(("pieces", "ends"), ENDS.values(), ids=ENDS)
def test_a_unit_knows_where_lines_end_inside_its_words(pieces: tuple[Piece, ...], ends: tuple[int, ...]) -> None:
    assert line_ends(Words(pieces)) == ends
