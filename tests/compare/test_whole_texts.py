"""Whole texts compared as anybody has them: what stands before the articles, groups, tables, renewals; and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.test_alignment import SETTINGS
from tests.compare.test_lineage import a_text
from tests.parse.texts import parse_text

from contract_site.build.comparing import compare_texts
from contract_site.compare.comparison import compare
from contract_site.compare.redline import redline
from contract_site.compare.undated import undated
from contract_site.compare.units import units_of
from contract_site.compare.words import same_text
from contract_site.data.comparison import comparison_data
from contract_site.model.comparison import Change, Comparison, Mark, Row
from contract_site.model.finding import SourceError

COVER = "AGREEMENT OF THE BAKERS AND THE MILL\nMade on {day}\n\n"
BODY = """ARTICLE 1
FLOUR
1.1 Flour is weighed at the gate by the miller.
1.2 A sack holds fifty pounds.

ARTICLE 2
OVENS
2.1 Ovens are lit at four in the morning.
2.2 The eldest baker keeps the key of the ovens.
"""


def told(comparison: Comparison) -> set[tuple[str, str, Change]]:
    return {
        (" ".join(unit.name for unit in row.before) or "-", " ".join(unit.name for unit in row.after) or "-", row.change)
        for row in comparison.rows
        if row.change is not Change.UNCHANGED
    }


def marked(row: Row, mark: Mark) -> list[str]:
    return [segment.text.strip() for segment in row.redline if segment.mark is mark]


def test_what_stands_before_the_first_article_is_compared() -> None:
    before, after = (parse_text(COVER.format(day=day) + BODY) for day in ("May 3, 1921", "May 4, 1924"))
    (row,) = (row for row in compare_texts(before, after).rows if row.change is not Change.UNCHANGED)

    assert row.change is Change.REWORDED
    assert (marked(row, Mark.STRIKE), marked(row, Mark.INSERT)) == (["3, 1921"], ["4, 1924"])


@pytest.mark.parametrize(
    ("old", "new", "met"),
    [
        pytest.param("BAKERS PACT 1921-1924", "BAKERS PACT 1924-1927", True, id="years"),
        pytest.param("BAKERS PACT OF MAY 3, 1921", "BAKERS PACT OF JUNE 14, 1924", True, id="a day"),
        pytest.param("PACTO DEL 3 DE MAYO DE 1921", "PACTO DEL 14 DE JUNIO DE 1924", True, id="a day in Spanish"),
        pytest.param("BAKERS PACT 1921", "MILLERS RULES 1924", False, id="other words"),
    ],
)
def test_what_stands_below_a_heading_with_the_years_of_the_term_has_not_moved(old: str, new: str, met: bool) -> None:
    opening = "The bakers and the mill wish each other warm ovens and good bread."
    before, after = (parse_text(f"{title}\n\n{opening}\n\n{BODY}") for title in (old, new))
    changes = {row.before[0].text: row.change for row in compare_texts(before, after).rows if row.before}

    assert before.parts[0].id != after.parts[0].id
    assert changes[opening] is (Change.UNCHANGED if met else Change.MOVED)
    assert changes.get(old) in ((Change.REWORDED,) if met else (Change.MOVED_REWORDED, Change.REMOVED))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Agreement 2021–24", "agreement"), ("Appendix 5, 2021", "appendix 5"), ("1. Mai 2021 bis 2024", "bis"),
        ("June 2021", ""), ("Route 2024a", "route 2024a"),
    ],
)  # fmt: skip
def test_dates_are_no_part_of_what_a_part_is_called(title: str, words: str) -> None:
    assert undated(title) == words


def test_every_word_of_a_text_whose_parts_rules_found_is_in_a_unit() -> None:
    text = parse_text(f"{COVER.format(day='May 3, 1921')}PART 1 - THE MILL\nThe mill stands by the river.\n\n{BODY}")
    words = "".join("".join(unit.label + unit.text for unit in units_of(text)).split())

    for each in ("May3,1921", "Themillstandsbytheriver.", "THEMILL", "Asackholdsfiftypounds."):
        assert each in words


RENEWED = """ARTICLE 1
FLOUR
1.1 Flour is weighed at the gate by the miller.
1.2 A sack holds forty-eight pounds.

ARTICLE 2
YEAST
2.1 Yeast is kept in the cold cellar.

ARTICLE 3
OVENS
3.1 The eldest baker keeps the key of the ovens.
3.2 Ovens are lit at four in the morning.
"""


def test_renumbered_articles_and_exchanged_sections_are_moved_and_a_changed_figure_is_reworded() -> None:
    assert told(compare_texts(parse_text(BODY), parse_text(RENEWED))) == {
        ("1.2", "1.2", Change.REWORDED),
        ("-", "2.heading", Change.ADDED),
        ("-", "2.1", Change.ADDED),
        ("2.heading", "3.heading", Change.MOVED),
        ("2.1", "3.2", Change.MOVED),
        ("2.2", "3.1", Change.MOVED),
    }


def test_a_heading_in_the_data_begins_with_its_label() -> None:
    rows = comparison_data(compare_texts(parse_text(BODY), parse_text(RENEWED))).rows
    shown = {(row.change, tuple(row.after)): row.redline for row in rows}

    assert shown["added", ("2.heading",)] == [["insert", "ARTICLE 2 "], ["insert", "YEAST"]]
    assert shown["moved", ("3.heading",)] == [["keep", "ARTICLE 3 ", "ARTICLE 2 "], ["keep", "OVENS"]]
    assert shown["unchanged", ("1.heading",)] == [["keep", "ARTICLE 1 "], ["keep", "FLOUR"]]


def test_a_label_with_a_word_says_where_a_provision_stands() -> None:
    step = "Step {}: {}\nThe {} hears the complaint of a baker and answers in {} days.\n"
    one = "ARTICLE 1\nCOMPLAINTS\n" + step.format(1, "Miller", "miller", 3) + step.format(2, "Owner", "owner", 9)
    other = (
        "ARTICLE 1\nCOMPLAINTS\n" + step.format(1, "Eldest", "eldest", 2) + step.format(2, "Miller", "miller", 3)
        + step.format(3, "Owner", "owner", 9)
    )  # fmt: skip
    changes = {row.change for row in compare_texts(parse_text(one), parse_text(other)).rows if row.before and row.after}

    assert changes <= {Change.UNCHANGED, Change.MOVED}
    assert Change.MOVED in changes


# Tables ---------------------------------------------------------------------------------------------------------------

CELLS = "Craft\tDay\tNight\nBaker\t{}\nMiller\t7\t8"


@pytest.mark.parametrize(
    ("one", "other", "struck", "inserted"),
    [("5\t", "\t5", ["5"], ["5"]), ("5\t6", "5\t9", ["6"], ["9"])],
)
def test_a_figure_in_another_column_is_another(one: str, other: str, struck: list[str], inserted: list[str]) -> None:
    before, after = CELLS.format(one), CELLS.format(other)
    (row,) = compare(a_text(a=before), a_text(a=after), SETTINGS).rows

    assert row.change is Change.REWORDED
    assert [each for each in marked(row, Mark.STRIKE) if each] == struck
    assert [each for each in marked(row, Mark.INSERT) if each] == inserted
    assert ("".join(s.old for s in row.redline), "".join(s.new for s in row.redline)) == (before, after)


def test_a_table_and_the_same_words_as_prose_are_the_same() -> None:
    assert same_text(CELLS.format("5\t6"), CELLS.format("5\t6").replace("\t", " ").replace("\n", " "))


HEAD = ("Craft", "Day", "Eve", "Night")


@given(st.lists(st.sampled_from(["", "5", "6", "7.50"]), min_size=6, max_size=6), st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_two_cells_exchanged_are_never_silent(cells: list[str], one: int, other: int) -> None:
    changed = [*cells]
    changed[one], changed[other] = changed[other], changed[one]
    before, after = (
        "\n".join("\t".join(row) for row in (HEAD, ("Baker", *each[:3]), ("Miller", *each[3:]), ("All", "1", "1", "1")))
        for each in (cells, changed)
    )

    assert same_text(before, after) == (cells == changed)
    assert (redline(before, after)[0].mark is Mark.KEEP and len(redline(before, after)) == 1) == (cells == changed)
    marks = "".join(segment.text for segment in redline(before, after) if segment.mark is not Mark.KEEP)
    assert bool(marks.strip()) == (cells != changed)


# Short texts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": "$4.25"}, {"a": "$425"}),
        ({"a": "$4.25", "b": "$5.00"}, {"a": "$4.50", "b": "$5.25"}),
        ({"a": "Bakers of all ovens and mills", "b": "10 days"}, {"a": "Bakers of all ovens and mills", "b": "15 days"}),
        ({"a": "1.5 %"}, {"a": "15 %"}),
    ],
)
def test_a_short_text_whose_figure_changed_is_reworded(before: dict[str, str], after: dict[str, str]) -> None:
    rows = compare(a_text(**before), a_text(**after), SETTINGS).rows

    assert {row.change for row in rows} <= {Change.REWORDED, Change.UNCHANGED}
    assert Change.REWORDED in {row.change for row in rows}


@pytest.mark.parametrize(
    ("before", "after", "struck", "inserted"),
    [("paie 17,40 euros", "paie 17,45 euros", "17,40", "17,45"), ("Articles 7,8 apply", "Articles 7,9 apply", "7,8", "7,9")],
)
def test_a_figure_with_a_comma_is_struck_whole(before: str, after: str, struck: str, inserted: str) -> None:
    segments = redline(before, after)

    assert [segment.text.strip() for segment in segments if segment.mark is not Mark.KEEP] == [struck, inserted]


# Refused --------------------------------------------------------------------------------------------------------------

ROPE = "ARTICLE {n}\nROPE {n}\n{n}.1 Sailors coil every line of ship number {n} to starboard before sunset falls.\n"


def test_two_agreements_that_have_nothing_in_common_are_refused() -> None:
    other = parse_text("".join(ROPE.format(n=n) for n in range(1, 9)))

    with pytest.raises(
        SourceError, match=r"^source.txt:1: the comparison would say nothing: 0.0% of the words are paired"
    ) as told:
        compare_texts(parse_text(BODY), other)
    assert "\n" not in str(told.value)


def test_a_text_of_which_one_article_changed_in_every_word_is_compared() -> None:
    assert compare_texts(parse_text(BODY), parse_text(BODY.split("ARTICLE 2")[0] + ROPE.format(n=2))).rows
