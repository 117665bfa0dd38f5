"""A tree whose outline is data: every row where it says, or refused with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.parse.texts import an_editorial

from contract_site.model.collation import ExplanationRow, OutlineRow, RowKind
from contract_site.model.document import Edition, Rank
from contract_site.model.edition_settings import ColumnSettings
from contract_site.model.editorial import Editorial, HandTable
from contract_site.model.finding import SettingsError
from contract_site.model.source import Line, Piece, SourceText, Words
from contract_site.parse.edition import parse_outlined

Row = tuple[str, int, str, str, str, str]
"""Kind, depth, name, label, heading, words."""


def words(text: str, at: int) -> Words:
    return Words((Piece(text, at, at + len(text)),)) if text else Words()


def parse(rows: Sequence[Row], tables: Sequence[HandTable] = (), explained: Sequence[tuple[str, str, str]] = ()) -> Edition:
    """Parse rows as they stand one after another in a source; ``explained`` are (page, anchor, words)."""
    at, lines, text = 0, [], ""
    for kind, depth, name, label, heading, said in rows:
        row = OutlineRow(
            at=at, depth=depth, kind=RowKind(kind), name=name, label=label, heading=heading, opens="", place=f"outline.tsv:{at}"
        )
        lines.append((row, Line(1, words(said, at), "7")))
        text += said + " "
        at = len(text)
    notes = []
    for page, anchor, said in explained:
        slug = "x" if page else ""
        row_ = ExplanationRow(at=at, slug=slug, page=page, anchor=anchor, opens="", place=f"explanations.tsv:{at}")
        notes.append((row_, words(said, at)))
        text += said + " "
        at = len(text)
    columns = ColumnSettings(file="", reads=("one",), by="The Printer")
    agreement = replace(an_editorial().agreement, columns=columns)
    editorial = Editorial(agreement=agreement, tables=tuple(tables), folder="agreements/x")
    return parse_outlined(SourceText("source.txt", text, ""), lines, notes, (), (), editorial)


PART: Row = ("part", 0, "article-vi", "ARTICLE VI", "Leave", "ARTICLE VI Leave")


def test_rows_become_provisions_where_their_depth_says() -> None:
    edition = parse(
        [
            PART,
            ("paragraph", 0, "", "", "", "An opening."),
            ("provision", 0, "", "A.", "Pay—", "A. Pay—It is due."),
            ("provision", 1, "", "1.", "", "1. First."),
            ("provision", 2, "", "(a)", "", "(a) Inner."),
            ("paragraph", 1, "", "", "", "A closing of A."),
            ("provision", 1, "", "2.", "", "2. Second."),
            ("provision", 0, "zone-of-leave", "", "Zone of Leave", "Zone of Leave"),
            ("provision", 1, "", "A.", "", "A. Again."),
            ("list", 1, "", "", "", "An entry"),
        ]
    )
    found = [(p.rank.value, p.anchor, p.heading.text, [(b.anchor, b.text) for b in p.blocks]) for _, p in edition.provisions()]

    assert found == [
        ("article", "VI", "Leave", [("VI", "An opening.")]),
        ("section", "VI.A", "Pay—", [("VI.A", "It is due."), ("VI.A.p2", "A closing of A.")]),
        ("paragraph", "VI.A.1", "", [("VI.A.1", "First.")]),
        ("paragraph", "VI.A.1.a", "", [("VI.A.1.a", "Inner.")]),
        ("paragraph", "VI.A.2", "", [("VI.A.2", "Second.")]),
        ("section", "VI.zone-of-leave", "Zone of Leave", [("VI.zone-of-leave.p2", "An entry")]),
        ("paragraph", "VI.zone-of-leave.A", "", [("VI.zone-of-leave.A", "Again.")]),
    ]
    assert edition.account.unaccounted == edition.account.twice == ()


def test_a_supplement_counts_for_itself() -> None:
    edition = parse(
        [
            ("part", 0, "supplement/tools", "SUPPLEMENT", "Tools", "SUPPLEMENT Tools"),
            ("provision", 0, "", "A.", "", "A. A saw."),
        ]
    )
    (part,) = edition.parts

    assert (part.id, part.container, part.title, part.root.rank) == (
        "supplement/tools", "supplement:tools", "Supplement: Tools", Rank.SUPPLEMENT,
    )  # fmt: skip
    assert [p.anchor for p in part.root.walk()] == ["tools", "A"]


def test_the_books_own_contents_are_shown_and_compared() -> None:
    edition = parse(
        [
            ("contents", 0, "contents", "", "", "CONTENTS"),
            ("paragraph", 0, "", "", "", "Leave 9"),
            ("paragraph", 0, "", "", "", "Uniforms 7"),
            PART,
        ]
    )

    assert [part.id for part in edition.parts] == ["contents", "article-vi"]
    assert [finding.code for finding in edition.findings] == ["P301", "P302"]


def test_an_explanation_stands_beside_its_provision_and_is_not_its_text() -> None:
    rows: list[Row] = [PART, ("provision", 0, "", "A.", "", "A. Pay.")]
    edition = parse(rows, explained=[("article-vi", "VI.A", "New."), ("", "", "And more."), ("article-vi", "VI", "Whole.")])

    assert [(e.anchor, e.text, e.by) for e in edition.explanations] == [
        ("VI.A", "New.\n\nAnd more.", "The Printer"), ("VI", "Whole.", "The Printer"),
    ]  # fmt: skip
    assert edition.parts[0].root.children[0].text == "Pay."
    assert edition.account.unaccounted == ()


TABLE = HandTable(at=17, opens="Tool", columns=("Tool", "Fee"), rows=(("Saw", "5"),))
FAULTS = {
    "no part": ([("provision", 0, "", "A.", "", "A. Pay.")], (), "outline.tsv:0: the outline begins without a part"),
    "too deep": ([PART, ("provision", 2, "", "1.", "", "1. Pay.")], (), "outline.tsv:17: nothing is open at depth 2"),
    "label": ([PART, ("provision", 0, "", "B.", "", "A. Pay.")], (), "outline.tsv:17: the words there begin 'A. Pay.', "),
    "heading": ([PART, ("provision", 0, "", "A.", "Pai", "A. Pay.")], (), "outline.tsv:17: the words there begin 'Pay.', "),
    "no table": ([PART, ("table", 0, "", "", "", "Tool Fee Saw 5")], (), "outline.tsv:17: agreements/x/tables.toml has"),
    "table's words": (
        [PART, ("table", 0, "", "", "", "Tool Fee Saw 6")], (TABLE,), "agreements/x/tables.toml:1: table at offset 17"
    ),
    "table nowhere": ([PART], (TABLE,), "agreements/x/tables.toml: 1 of the tables"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "tables", "message"), FAULTS.values(), ids=FAULTS)
def test_a_row_that_does_not_fit_is_refused_with_its_place(
    rows: list[Row], tables: tuple[HandTable, ...], message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(rows, tables)

    assert str(caught.value).startswith(message)


def test_an_explanation_of_nothing_is_refused_with_its_place() -> None:
    with pytest.raises(SettingsError, match=r"explanations.tsv:17: no provision has the anchor 'VI.C' on page 'article-vi'"):
        parse([PART], explained=[("article-vi", "VI.C", "New.")])


def test_a_table_of_an_outline_is_set_out_by_hand() -> None:
    (part,) = parse([PART, ("table", 0, "", "", "", "Tool Fee Saw 5")], [TABLE]).parts

    assert [(block.anchor, block.table and block.table.rows) for block in part.root.blocks] == [("VI.t1", (("Saw", "5"),))]
