"""What editors decided about a pair stands, whatever the program would decide; a row that fits nothing is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.test_alignment import SETTINGS

from contract_site.compare.comparison import as_lineage, compare, proposals
from contract_site.editors.lineage import load_lineage, save_lineage
from contract_site.model.comparison import Change, LineageRow, Unit
from contract_site.model.finding import SettingsError


def a_text(**texts: str) -> list[Unit]:
    """Units of an article each: ``a="words"`` is 1.a."""
    return [
        Unit(f"1.{name}", "article-1", f"1.{name}", f"1.{name}", "1", False, "", text, (ord(name) - 96,), "1")
        for name, text in texts.items()
    ]


def a_row(before: str, after: str, change: Change, **more: str) -> LineageRow:
    return LineageRow(
        before=tuple(before.split()), after=tuple(after.split()), change=change, reviewed=True, place="lineage.tsv:9", **more
    )


OLD = a_text(
    a="Employees are paid for every hour of work they do.", b="Leave is granted on request of the employee in writing."
)
NEW = a_text(
    a="Leave is granted on request of the employee in writing.", b="Employees are paid for every hour of work they do."
)


def test_a_row_of_the_lineage_stands_against_the_words() -> None:
    lineage = [a_row("1.a", "1.a", Change.REWORDED, note="Taken over in place.")]
    rows = compare(OLD, NEW, SETTINGS, lineage).rows

    assert [(len(r.before), len(r.after), r.change, r.reviewed) for r in rows] == [
        (1, 1, Change.REWORDED, True),
        (1, 0, Change.REMOVED, False),
        (0, 1, Change.ADDED, False),
    ]
    assert rows[0].note == "Taken over in place."


def test_without_a_lineage_the_words_decide() -> None:
    rows = compare(OLD, NEW, SETTINGS).rows

    assert {(r.before[0].name, r.after[0].name, r.change) for r in rows} == {
        ("1.b", "1.a", Change.MOVED), ("1.a", "1.b", Change.MOVED),
    }  # fmt: skip


def test_units_in_no_row_are_told_and_can_be_recorded() -> None:
    comparison = compare(OLD, NEW, SETTINGS, [a_row("1.b", "1.a", Change.MOVED)])
    recorded = tuple(as_lineage(comparison.rows))

    assert [finding.code for finding in comparison.findings] == ["C101"]
    assert compare(OLD, NEW, SETTINGS, recorded).findings == ()
    assert [row.reviewed for row in recorded] == [True, False]


def test_the_program_says_where_it_would_decide_otherwise() -> None:
    lineage = [a_row("1.a", "1.a", Change.REWORDED), a_row("1.b", "1.b", Change.REWORDED)]
    told = list(proposals(compare(OLD, NEW, SETTINGS), lineage))

    assert [row.before for row, _ in told] == [("1.a",), ("1.b",)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([a_row("1.z", "1.a", Change.MOVED)], "lineage.tsv:9: there is no '1.z' in the text before"),
        ([a_row("1.a", "1.z", Change.MOVED)], "lineage.tsv:9: there is no '1.z' in the text after"),
        (
            [a_row("1.a", "1.a", Change.MOVED), a_row("1.a", "1.b", Change.MOVED)],
            "lineage.tsv:9: '1.a' (before) stands in another",
        ),
    ],
)
def test_a_row_that_fits_nothing_is_refused(rows: list[LineageRow], message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        compare(OLD, NEW, SETTINGS, rows)

    assert str(caught.value).startswith(message)


FIGURES = {
    "a point lost": ("Night duty is paid at 1.5 times the rate.", "Night duty is paid at 15 times the rate.", "1.5 became 15"),
    "another currency": ("A meal is paid up to $4 a day.", "A meal is paid up to €4 a day.", "$4 became €4"),
    "a sign lost": ("The store is kept at −5 degrees.", "The store is kept at 5 degrees.", "−5 became 5"),
    "a figure lost": ("The store is shut for 5 days.", "The store is shut for days.", "5 became nothing"),
}


@pytest.mark.parametrize("change", [Change.UNCHANGED, Change.MOVED])
@pytest.mark.parametrize(("before", "after", "told"), FIGURES.values(), ids=FIGURES)
def test_a_row_that_calls_a_changed_figure_unchanged_or_moved_is_refused(
    before: str, after: str, told: str, change: Change
) -> None:
    with pytest.raises(SettingsError) as caught:
        compare(a_text(a=before), a_text(a=after), SETTINGS, [a_row("1.a", "1.a", change)])

    assert str(caught.value).startswith(f"lineage.tsv:9: '1.a' is called {change.value}, but {told}; call the row ")


def test_a_row_of_other_words_or_of_a_figure_in_another_form_stands() -> None:
    old, new = a_text(a="Offic hours last 3½ hours under 2a."), a_text(a="Office hours last 3 1/2 hours under 2.A.")

    assert compare(old, new, SETTINGS, [a_row("1.a", "1.a", Change.UNCHANGED)]).rows[0].change is Change.UNCHANGED


LINES = {
    "width": ("1.a\t1.a\tmoved", "3 fields between tabs, but a row needs 5"),
    "change": ("1.a\t1.a\tgone\tyes\t", "unknown change 'gone'; known: unchanged, reworded, moved"),
    "reviewed": ("1.a\t1.a\tmoved\tmaybe\t", "reviewed is 'maybe'; write yes or no"),
    "added": ("1.a\t1.a\tadded\tyes\t", "'added' needs no unit before and a unit after"),
    "removed": ("-\t1.a\tremoved\tyes\t", "'removed' needs a unit before and no unit after"),
    "moved": ("-\t1.a\tmoved\tyes\t", "'moved' needs a unit before and a unit after"),
}


@pytest.mark.parametrize(("line", "message"), LINES.values(), ids=LINES)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "lineage.tsv").write_text(f"# a comment\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_lineage(tmp_path, "compare/x")

    assert str(caught.value).startswith(f"compare/x/lineage.tsv:2: {message}")


NAMES = st.lists(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.#/-]{0,8}", fullmatch=True), min_size=1, max_size=3)


@given(before=NAMES, after=NAMES, change=st.sampled_from([Change.MOVED, Change.SPLIT, Change.REWORDED]), reviewed=st.booleans())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], change: Change, reviewed: bool
) -> None:
    folder = tmp_path_factory.mktemp("lineage")
    row = LineageRow(before=tuple(before), after=tuple(after), change=change, reviewed=reviewed, note="A note.")
    save_lineage(folder, [row])
    (read,) = load_lineage(folder, "x")

    assert (read.before, read.after, read.change, read.reviewed, read.note) == (
        row.before, row.after, row.change, row.reviewed, row.note,
    )  # fmt: skip


def test_a_missing_lineage_is_an_empty_one(tmp_path: Path) -> None:
    assert load_lineage(tmp_path, "x") == ()
