"""Columns that were read one after another: put back together exactly, or refused with the row that is wrong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.model.collation import FURNITURE, Collation, ColumnRun, ExplanationRow, OutlineRow, RowKind
from contract_site.model.document import AppliedCorrection
from contract_site.model.editorial import Correction
from contract_site.model.finding import SettingsError
from contract_site.model.source import SourceSpan, SourceText
from contract_site.read.columns import Columns, read_columns


def a_run(start: int, text: str, column: str, page: str = "1", note: str | None = None) -> ColumnRun:
    note = text[:9] if note is None else note
    return ColumnRun(start=start, end=start + len(text), page=page, column=column, note=note, place=f"columns.tsv:{start}")


def a_row(at: int, opens: str = "", kind: RowKind = RowKind.PARAGRAPH) -> OutlineRow:
    return OutlineRow(at=at, depth=0, kind=kind, name="", label="", heading="", opens=opens, place=f"outline.tsv:{at}")


def a_correction(at: int, raw: str, text: str) -> AppliedCorrection:
    return AppliedCorrection(SourceSpan(at, at + len(raw)), Correction(at=at, raw=raw, text=text, reason="misread"))


def _place(_: Correction) -> str:
    return "corrections.toml:7"


def read(
    runs: list[tuple[str, str]],
    rows: list[OutlineRow] | None = None,
    corrections: tuple[AppliedCorrection, ...] = (),
    order: list[int] | None = None,
) -> Columns:
    """Read a source made of (column, text) runs, all of column ``one`` as the edition; ``order`` is that of reading."""
    start, made = 0, []
    for column, text in runs:
        made.append(a_run(start, text, column, note="stray" if column == FURNITURE else None))
        start += len(text)
    source = SourceText("source.txt", "".join(text for _, text in runs), "")
    read_in = [made[i] for i in order] if order else made
    own = [run for run in read_in if run.column == "one"]
    outline = tuple(rows if rows is not None else [a_row(own[0].start)] if own else [])
    collation = Collation(reads=("one",), explains="", runs=tuple(read_in), outline=outline, explanations=())
    return read_columns(source, collation, corrections, "x", _place)


def words_of(columns: Columns) -> list[str]:
    return [line.text for _, line in columns.lines]


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ([("one", "The day "), ("two", "Der Tag "), ("one", "has hours. ")], "The day has hours."),
        ([("one", "The employ- ees rest. ")], "The employees rest."),
        ([("one", "The employ- "), ("two", "x "), ("one", "ees rest. ")], "The employees rest."),
        ([("one", "Full- Time rest. ")], "Full- Time rest."),
        ([("one", "Nine- 5 rest. ")], "Nine- 5 rest."),
        ([("one", "a – b and 3 - c. ")], "a – b and 3 - c."),
        ([("one", "No space"), ("one", "between runs.")], "No space between runs."),
        ([("one", "one "), (FURNITURE, "12 "), ("one", "two")], "one two"),
    ],
)
def test_runs_are_joined_and_broken_words_are_made_whole(runs: list[tuple[str, str]], words: str) -> None:
    assert words_of(read(runs)) == [words]


def test_a_correction_keeps_a_hyphen_that_belongs_to_the_word() -> None:
    columns = read([("one", "The well- being. ")], corrections=(a_correction(4, "well- being", "well-being"),))

    assert words_of(columns) == ["The well-being."]


@pytest.mark.parametrize(
    ("reading", "words"), [("well-", "The well-being."), ("wel", "The welbeing."), ("wall ", "The wall being.")]
)
def test_a_correction_at_a_broken_end_of_a_run_joins_what_follows(reading: str, words: str) -> None:
    columns = read([("one", "The well- "), ("two", "x "), ("one", "being.")], corrections=(a_correction(4, "well-", reading),))

    assert words_of(columns) == [words]


def test_runs_are_read_in_the_order_of_their_rows() -> None:
    columns = read([("one", "second "), ("two", "x "), ("one", "first ")], rows=[a_row(9, "first")], order=[1, 2, 0])

    assert words_of(columns) == ["first second"]


def test_a_page_begins_where_its_first_run_stands() -> None:
    source = SourceText("source.txt", "One two. Three.", "")
    runs = (a_run(0, "One ", "one", "1"), a_run(4, "two. ", "one", "2"), a_run(9, "Three.", "one", "2"))
    collation = Collation(reads=("one",), explains="", runs=runs, outline=(a_row(0), a_row(9)), explanations=())
    first, second = (line for _, line in read_columns(source, collation, (), "x", _place).lines)

    assert [(mark.offset, mark.page) for mark in first.words.marks] == [(0, "1"), (4, "2")]
    assert (first.page, second.page) == ("1", "2")


def test_explanations_of_another_edition_are_set_apart_with_a_reason() -> None:
    text = "Words. Mine. Also mine. Theirs."
    runs = (a_run(0, "Words. ", "one"), a_run(7, text[7:], "why"))
    explained = tuple(
        ExplanationRow(at=at, slug=slug, page="article-1", anchor="1", opens="", place=f"explanations.tsv:{at}")
        for at, slug in ((7, "x"), (13, ""), (24, "y"))
    )
    collation = Collation(reads=("one",), explains="why", runs=runs, outline=(a_row(0),), explanations=explained)
    columns = read_columns(SourceText("source.txt", text, ""), collation, (), "x", _place)

    assert [words.text for _, words in columns.explanations] == ["Mine.", "Also mine."]
    assert [(f.span.start, f.span.end, f.reason) for f in columns.furniture] == [(24, 31, "explains another edition")]


FAULTS = {
    "gap": ([a_run(0, "One ", "one"), a_run(5, "wo.", "one", note="")], [a_row(0)], (), "columns.tsv:5: the run covers 5 to 8"),
    "overlap": ([a_run(0, "One t", "one"), a_run(4, "two.", "one")], [a_row(0)], (), "columns.tsv:4: the run covers 4 to 8"),
    "short": ([a_run(0, "One ", "one")], [a_row(0)], (), "source.txt:1: the rows of its columns end at 4"),
    "words": ([a_run(0, "One two.", "one", note="Two")], [a_row(0)], (), "columns.tsv:0: the words 'Two' do not stand"),
    "no reason": ([a_run(0, "One two.", FURNITURE, note=" ")], [], (), "columns.tsv:0: furniture needs a reason"),
    "row's words": ([a_run(0, "One two.", "one")], [a_row(0, "Two")], (), "outline.tsv:0: the words 'Two' do not stand"),
    "row elsewhere": ([a_run(0, "One ", "one"), a_run(4, "two.", "two")], [a_row(0), a_row(4)], (), "outline.tsv:4: offset 4"),
    "order": ([a_run(0, "One two.", "one")], [a_row(4), a_row(0)], (), "outline.tsv:0: its words stand before"),
    "no row": ([a_run(0, "One two.", "one")], [], (), "source.txt:1: the words at offset 0 belong to no row"),
    "late row": ([a_run(0, "One two.", "one")], [a_row(4)], (), "outline.tsv:4: words of the column stand before"),
    "inside": (
        [a_run(0, "One two.", "one")], [a_row(0), a_row(5)], (a_correction(4, "two", "tvo"),),
        "outline.tsv:5: offset 5 lies inside",
    ),
    "correction": (
        [a_run(0, "One ", "one"), a_run(4, "two.", "two")], [a_row(0)], (a_correction(4, "two", "tvo"),),
        "corrections.toml:7: correction at offset 4",
    ),
    "over a run": (
        [a_run(0, "One ", "one"), a_run(4, "two.", "one")], [a_row(0)], (a_correction(2, "e two", "e, two"),),
        "corrections.toml:7: correction at offset 2",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("runs", "rows", "corrections", "message"), FAULTS.values(), ids=FAULTS)
def test_a_row_that_does_not_fit_is_refused_with_its_place(
    runs: list[ColumnRun], rows: list[OutlineRow], corrections: tuple[AppliedCorrection, ...], message: str
) -> None:
    collation = Collation(reads=("one",), explains="", runs=tuple(runs), outline=tuple(rows), explanations=())

    with pytest.raises(SettingsError) as caught:
        read_columns(SourceText("source.txt", "One two.", ""), collation, corrections, "x", _place)

    assert str(caught.value).startswith(message)


WORDS = st.lists(st.text("abcDE1.,—", min_size=1, max_size=6), min_size=1, max_size=12)


@given(one=WORDS, two=WORDS, cuts=st.lists(st.integers(1, 4), min_size=12, max_size=12), at=st.data())
def test_two_texts_read_alternately_come_apart_as_they_were(
    one: list[str], two: list[str], cuts: list[int], at: st.DataObject
) -> None:
    """However a scan alternates between two columns, each is given back whole, and every offset is right."""
    queues, runs = {"one": list(one), "two": list(two)}, []
    for turn, count in enumerate([*cuts, *[4] * 12]):
        column = ("one", "two")[turn % 2]
        taken, queues[column] = queues[column][:count], queues[column][count:]
        if taken:
            runs.append((column, " ".join(taken) + " "))
    starts = [0, *(sum(len(text) for _, text in runs[: i + 1]) for i in range(len(runs)))]
    first = next(start for start, (column, _) in zip(starts, runs, strict=False) if column == "one")
    columns = read(runs, rows=[a_row(first)])
    source = "".join(text for _, text in runs)

    assert words_of(columns) == [" ".join(one)]
    for piece in columns.lines[0][1].words.pieces:
        assert piece.page is not None or piece.start == piece.end or source[piece.start : piece.end] == piece.text
    spans = sorted([*columns.lines[0][1].words.spans, *(item.span for item in columns.furniture)])
    assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert {offset for offset, character in enumerate(source) if not character.isspace()} <= covered
