"""PDFs: lines in the order of reading, each with how it is set; what cannot be read says why in one line."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.texts import an_editorial
from tests.read.pdfs import Drawn, a_pdf

from contract_site.apart.column_heads import AGAIN
from contract_site.model.finding import SourceError
from contract_site.model.source import Line
from contract_site.parse.edition import parse_edition
from contract_site.read.pdf import read_pdf
from contract_site.read.text import split_lines


def lines_of(data: bytes) -> list[Line]:
    return list(split_lines(read_pdf(data, "yard.pdf").source))


def test_lines_know_indent_gap_weight_and_sheet() -> None:
    first = [
        (132, 740, "**ARTICLE 1"),
        (72, 714, "1.01 The yard is swept by whoever"),
        (100, 702, "leaves it last, in any weather."),
        (72, 690, "1.02 Nobody sweeps alone at night."),
        (72, 678, "1.03 Brooms are bought in spring."),
        (72, 666, "1.04 Brooms are burnt in autumn, all."),
    ]
    heading, opening, rest, *_, last = lines_of(a_pdf(first, [(72, 740, "A new page.")]))

    assert heading.text == "ARTICLE 1"
    assert heading.look.bold
    assert heading.look.centred
    assert (opening.look.bold, opening.look.indent, opening.look.gap) == (False, 0, 1)
    assert (round(rest.look.indent), rest.look.gap, rest.look.sheet) == (6, 0, 1)
    assert (last.text, last.look.sheet) == ("A new page.", 2)


def test_a_head_that_is_drawn_last_is_read_first_and_a_foot_last() -> None:
    page = [
        (72, 40, "7"),
        (72, 700, "Boats are tied at dusk."),
        (72, 688, "They are baled at dawn."),
        (72, 760, "Harbour Pact"),
    ]

    assert [line.text for line in lines_of(a_pdf(page))] == [
        "Harbour Pact", "Boats are tied at dusk.", "They are baled at dawn.", "7",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        pytest.param(
            [(300, 51, "13"), (72, 76, "**ARTICLE 2"), (72, 64, "Nets are dried.")], ["ARTICLE 2", "Nets are dried.", "13"],
            id="a foot drawn first, no further from the text than its lines from each other",
        ),
        pytest.param(
            [(72, 35, "Harbour Pact"), (400, 34.8, "June"), (72, 700, "Boats are tied."), (72, 688, "Nets are dried.")],
            ["Boats are tied.", "Nets are dried.", "Harbour Pact   June"],
            id="a foot in two pieces",
        ),
        pytest.param(
            [(72, 50, "Harbour Pact"), (72, 38, "7"), (72, 700, "Boats are tied."), (72, 62, "Nets are dried.")],
            ["Boats are tied.", "Nets are dried.", "Harbour Pact", "7"],
            id="a foot of two lines",
        ),
        pytest.param(
            [(72, 700 - 12 * n, f"Left {n}") for n in range(3)] + [(330, 704 - 12 * n, f"Right {n}") for n in range(3)],
            ["Left 0", "Left 1", "Left 2", "Right 0", "Right 1", "Right 2"],
            id="a second column that begins a little higher is no head",
        ),
    ],
)  # fmt: skip
def test_heads_and_feet_are_told_by_where_they_are_drawn(drawn: list[Drawn], read: list[str]) -> None:
    assert [line.text for line in lines_of(a_pdf(drawn))] == read


def test_what_stands_on_one_line_is_one_line() -> None:
    rows = [(72, 700, "Grade"), (200, 700, "Rate"), (72, 688, "Cook"), (200, 688, "12.50")]

    assert [line.text for line in lines_of(a_pdf(rows))] == ["Grade   Rate", "Cook   12.50"]


HEADS = [
    (72, 700, "**From"), (72, 688, "**May 1, 2018"), (72, 676, "**Least"), (190, 700, "**From"), (190, 688, "**May 1, 2019"),
    (310, 700, "**From"), (310, 688, "**May 1, 2020"), (310, 676, "**Least"),
]  # fmt: skip
"""The heads of three columns, drawn one column after another."""


def test_heads_of_columns_that_are_drawn_one_by_one_are_a_row_above_their_figures() -> None:
    figures = [(left, 660 - 12 * n, f"$1{n}.{left}") for n in range(2) for left in (72, 190, 310)]
    title, head, *rows, text = lines_of(
        a_pdf([(72, 730, "**APPENDIX A"), *HEADS, *figures, (72, 620, "It is paid on Fridays.")])
    )

    assert (title.text, title.look.cells, text.text, text.look.cells) == ("APPENDIX A", 0, "It is paid on Fridays.", 0)
    assert (head.text, head.look.cells) == ("From May 1, 2018 Least\tFrom May 1, 2019\tFrom May 1, 2020 Least", 3)
    assert head.look.bold
    assert [(row.text, row.look.cells) for row in rows] == [("$10.72\t$10.190\t$10.310", 3), ("$11.72\t$11.190\t$11.310", 3)]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param([], id="nothing"),
        pytest.param([(72, 660, "They are paid on Fridays.")], id="text"),
        pytest.param([(72, 660, "$10"), (310, 660, "$12")], id="fewer figures"),
        pytest.param([(72, 660, "Cook"), (190, 660, "Mate"), (310, 660, "Crew")], id="words"),
    ],
)
def test_columns_without_a_figure_for_each_below_them_are_no_rows(below: list[Drawn]) -> None:
    lines = lines_of(a_pdf([*HEADS, *below]))

    assert {line.look.cells for line in lines} == {0}
    assert [line.text for line in lines][: len(HEADS)] == [words.removeprefix("**") for *_, words in HEADS]


def test_columns_have_their_own_left_edges() -> None:
    left = [(72, 700 - 12 * n, f"Left line {n} of the text") for n in range(8)]
    right = [(330, 700 - 12 * n, f"Right line {n} of the text") for n in range(8)]

    assert {line.look.indent for line in lines_of(a_pdf([*left, *right]))} == {0}
    assert [line.text for line in lines_of(a_pdf([*left, *right]))] == [words for *_, words in [*left, *right]]


def test_a_page_number_between_the_columns_is_the_edge_of_none() -> None:
    left = [(72, 700 - 12 * n, "Left line of the text") for n in range(6)]
    right = [(330, 700 - 12 * n, "Right line") for n in range(6)]
    lines = lines_of(a_pdf([*left, *right, (300, 40, "7")]))

    assert {line.look.indent for line in lines if line.text != "7"} == {0}
    assert not any(line.look.centred for line in lines)


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        pytest.param(["The har-", "bour is shut."], ["The harbour", "is shut."], id="a line end divided the word"),
        pytest.param(
            ["They re-employ cooks and re-", "employ bakers."], ["They re-employ cooks and re-employ", "bakers."],
            id="the hyphen stands elsewhere too",
        ),
        pytest.param(["See paragraph 12-", "a of the pact."], ["See paragraph 12-", "a of the pact."], id="figures"),
        pytest.param(["The Vice-", "President rings."], ["The Vice-", "President rings."], id="a capital"),
    ],
)  # fmt: skip
def test_divided_words_are_made_whole(lines: list[str], right: list[str]) -> None:
    page = [(72, 700 - 12 * n, words) for n, words in enumerate(lines)]

    assert [line.text for line in lines_of(a_pdf(page))] == right


@pytest.mark.parametrize(
    ("over", "right"),
    [
        pytest.param(["bour is shut. A harbour."], ["The harbour", "7", "is shut. A harbour."], id="a known word"),
        pytest.param(["bour is shut."], ["The har-", "7", "bour is shut."], id="a word that stands nowhere else"),
        pytest.param(
            ["Harbour Pact", "bour is shut. A harbour."], ["The harbour", "7", "Harbour Pact", "is shut. A harbour."],
            id="a running head between the halves",
        ),
    ],
)  # fmt: skip
def test_words_divided_by_the_end_of_a_page_are_made_whole(over: list[str], right: list[str]) -> None:
    pages = a_pdf([(72, 700, "The har-"), (300, 40, "7")], [(72, 740 - 20 * n, words) for n, words in enumerate(over)])

    assert [line.text for line in lines_of(pages)] == right


def test_a_page_without_words_is_named() -> None:
    extracted = read_pdf(a_pdf([(72, 700, "Words.")], []), "yard.pdf")

    assert [finding.code for finding in extracted.findings] == ["R301"]
    assert "page 2 has no text" in extracted.findings[0].message


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(a_pdf([], []), "no text on any of its 2 pages", id="pictures only"),
        pytest.param(a_pdf([(72, 700, "Words.")])[:200], "damaged or no PDF", id="half a file"),
        pytest.param(b"%PDF-1.7\n" + b"\0" * 50, "damaged or no PDF", id="rubbish"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        read_pdf(data, "yard.pdf")

    assert str(error.value).startswith("yard.pdf:1: ")
    assert "\n" not in str(error.value)


@given(words=st.lists(st.text("abc XYZ 0.5 ()", min_size=1, max_size=30), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_letter_is_lost(words: list[str]) -> None:
    page = [(72, 740 - 14 * n, line) for n, line in enumerate(words)]
    wanted = "".join("".join(words).split())
    if wanted:
        assert "".join("".join(line.text for line in lines_of(a_pdf(page))).split()) == wanted


MARGIN = [(72, 700, "1.01"), (72, 660, "1.02"), (72, 640, "(a)"), (72, 600, "1.03")]
BODY = [
    (108, 700, "Boats are tied at dusk"), (108, 688, "by the crew."), (108, 660, "Nets"), (108, 648, "are dried:"),
    (108, 640, "at dawn,"), (108, 628, "or at noon."), (108, 590, "Lamps are lit."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        pytest.param(
            [*MARGIN, *BODY],
            [
                "1.01   Boats are tied at dusk", "by the crew.", "1.02   Nets", "are dried:", "(a)   at dawn,", "or at noon.",
                "1.03", "Lamps are lit.",
            ],
            id="a margin drawn before its text",
        ),
        pytest.param(
            [*BODY, *MARGIN[:1]], ["1.01   Boats are tied at dusk", *(words for _, _, words in BODY[1:])], id="drawn behind it"
        ),
        pytest.param([(72, 700, "1.01"), (72, 688, "1.02")], ["1.01", "1.02"], id="labels and nothing else"),
        pytest.param(
            [(72, 700, "(a)"), *((72, 690 - 12 * n, words) for n, (_, _, words) in enumerate(BODY))],
            ["(a)", *(words for _, _, words in BODY)], id="a label above the text",
        ),
        pytest.param(
            [(72, 700, "12"), (72, 688, "14"), (108, 700, "Boats"), (108, 688, "Nets")], ["12", "14", "Boats", "Nets"],
            id="figures without a mark",
        ),
    ],
)  # fmt: skip
def test_labels_in_a_margin_stand_before_what_is_printed_at_their_height(drawn: list[Drawn], read: list[str]) -> None:
    assert [line.text for line in lines_of(a_pdf(drawn))] == read


GRID = [
    [(72, "Class"), (190, "Step"), (260, "2023"), (330, "2024")],
    [(72, "Cook"), (200, "1"), (260, "$10.00"), (330, "$11.00")],
    [(200, "2"), (260, "$12.00"), (330, "$13.00")],
    [(72, "Mate"), (200, "1"), (330, "$14.00")],
]
"""The rows of a grid whose class stands only in the first row of a group, and of which a figure is left out."""


def drawn_rows(rows: Sequence[Sequence[tuple[float, str]]], top: float) -> list[Drawn]:
    return [(left, top - 14 * n, words) for n, row in enumerate(rows) for left, words in row]


def test_a_grid_has_blank_cells_where_the_sheet_has_them() -> None:
    before, *rows, after = lines_of(a_pdf([(72, 740, "Pay is as follows."), *drawn_rows(GRID, 700), (72, 600, "It is paid.")]))

    assert [(row.text, row.look.cells) for row in rows] == [
        ("Class\tStep\t2023\t2024", 4), ("Cook\t1\t$10.00\t$11.00", 4), ("2\t$12.00\t$13.00", 4), ("Mate\t1\t\t$14.00", 4),
    ]  # fmt: skip
    assert (before.look.cells, after.look.cells) == (0, 0)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row for row in GRID if len(row) == 4 and row[0][1] != "Mate"], id="no blank cell"),
        pytest.param([[(72, "1."), (120, "Pay"), (330, "4")], [(120, "Schedule"), (330, "7")]] * 2, id="a contents list"),
        pytest.param([[(72, "For"), (190, "Date"), (330, "Name")], [(190, "Date"), (330, "Name")]] * 2, id="signatures"),
        pytest.param([*GRID[:2], [(195, "20 and 30 and 40"), (330, "$13.00")], GRID[3]], id="a cell over two columns"),
    ],
)
def test_rows_of_which_places_do_not_tell_the_cells_are_left_as_they_are(rows: list[list[tuple[float, str]]]) -> None:
    assert {line.look.cells for line in lines_of(a_pdf(drawn_rows(rows, 700)))} == {0}


def test_a_table_over_two_sheets_is_one_and_its_headings_are_said_once() -> None:
    pages = [
        [(72, 740, "ARTICLE 1 PAY"), *drawn_rows(GRID, 700)],
        [*drawn_rows([GRID[0], GRID[2], GRID[1]], 740), (72, 600, "It is paid on Fridays.")],
    ]
    found = read_pdf(a_pdf(*pages), "pay.pdf").source
    edition = parse_edition(found, split_lines(found), (), an_editorial())
    tables = [block.table for _, _, block in edition.printed() if block.table is not None]

    assert [(table.columns, table.rows) for table in tables] == [
        (
            ("Class", "Step", "2023", "2024"),
            (
                ("Cook", "1", "$10.00", "$11.00"), ("", "2", "$12.00", "$13.00"), ("Mate", "1", "", "$14.00"),
                ("", "2", "$12.00", "$13.00"), ("Cook", "1", "$10.00", "$11.00"),
            ),
        )
    ]  # fmt: skip
    assert AGAIN in {each.reason for each in edition.furniture}
