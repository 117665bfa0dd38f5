"""Decisions as rows of editors' files: what is decided about which line, and what then stands in which file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desk.desks import LEARNED, NAMED, TEXT, a_desk, contents, decide, line_of, outline

from contract_site.desk.decided_lines import Decision
from contract_site.desk.folder import RefusedError

HEAD = "# line\tdepth\tkind\tscheme\tlabel\theading\tsure\twhy\twords\n"


def row(line: int, depth: int, kind: str, opens: str, why: str = "") -> str:
    return f"{line}\t{depth}\t{kind}\t\t\t\t1.00\t{why}\t{opens}\n"


def entry(line: int, opens: str, decided: str) -> str:
    return f'[[paragraph]]\nline = {line}\nopens = "{opens}"\n{decided}\n'


OWNED = 'owner = "1.A"'
NO_LABEL = "begins = false\nlabel = false"
B = "B. The day has eigth hours."
COUNT = "and the count is written down."
WHY = "not the parties’ text"
COVERED = f'{NAMED}[[part]]\nline = 12\nopens = "Printed"\nkind = "furniture"\nreason = "imprint"\n'
COVERED += '[[part]]\nline = 13\nopens = "ARTICLE 2"\nkind = "articles"\n'
CASES = [
    ("heading", LEARNED, "heading", "Lamps and", "outline.tsv", row(6, 0, "heading", "Lamps and Oil")),
    ("a label goes down", LEARNED, "down", "B. The", "outline.tsv", row(8, 1, "provision", B)),
    ("a label goes up", LEARNED, "up", "1. It", "outline.tsv", row(4, 0, "provision", "1. It begins on Monday.")),
    ("a label is text", LEARNED, "text", "B. The", "outline.tsv", row(8, 0, "text", B)),
    ("a part of its own", LEARNED, "part", "Lamps and", "outline.tsv", row(6, 0, "beside", "Lamps and Oil")),
    ("an article is no part", LEARNED, "down", "ARTICLE 2", "outline.tsv", row(13, 0, "provision", "ARTICLE 2")),
    ("furniture", LEARNED, "furniture", "Printed", "outline.tsv", row(12, 0, "furniture", "Printed at Exampleville", WHY)),
    ("join a label", LEARNED, "join", "2. It", "structure.toml", entry(5, "2. It ends on Friday.", NO_LABEL)),
    ("split", LEARNED, "split", "and the", "structure.toml", entry(18, COUNT, "begins = true")),
    ("a paragraph goes up", LEARNED, "up", "Lamps are", "structure.toml", entry(7, "Lamps are trimmed at dusk.", OWNED)),
    ("text, parts named", NAMED, "text", "B. The", "structure.toml", entry(8, B, "label = false")),
    ("a label goes up, parts named", NAMED, "up", "1. It", "structure.toml",
     entry(4, "1. It begins on Monday.", 'label = true\nowner = "1"')),
    ("furniture, parts named", NAMED, "furniture", "Printed", "outline.tsv",
     row(12, 0, "furniture", "Printed at Exampleville", WHY)),
    ("a part of its own, parts named", NAMED, "part", "Lamps and", "outline.tsv", row(6, 0, "beside", "Lamps and Oil")),
    ("heading, parts named", NAMED, "heading", "Lamps and", "outline.tsv", row(6, 0, "heading", "Lamps and Oil")),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "kind", "words", "file", "adds"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_a_decision_is_a_row_of_the_file_that_it_belongs_to(tmp_path: Path, settings, kind, words, file, adds) -> None:
    desk = a_desk(tmp_path / "lamps", settings)
    before = contents(desk.folder.path)

    decide(desk, kind, words)
    after = contents(desk.folder.path)

    comment = "# Rows that editors keep: each decides about its line. Fields between tabs:\n"
    head = comment + HEAD if file.endswith("tsv") else ""
    changed = {name: content.decode() for name, content in after.items() if before.get(name) != content}
    assert changed == {file: head + adds}


def test_a_title_goes_on_over_the_next_line(tmp_path: Path) -> None:
    text = "ARTICLE 1\nHOURS\nThe week has five days.\nARTICLE 2\nPAY\nand what else is given.\nPay is weekly.\n"
    desk = a_desk(tmp_path / "lamps", text=text)
    decide(desk, "join", "and what")

    assert "2 PAY and what else is given." in outline(desk)
    assert row(6, 0, "title", "and what else is given.") in (desk.folder.path / "outline.tsv").read_text(encoding="utf-8")
    decide(desk, "split", "and what")
    assert "2 PAY" in outline(desk)


def test_several_lines_are_a_table(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    decide(desk, "table", "Grade", "Mate", text="Grade | Rate\nCook | 12.00\nMate | 9.00\n")

    assert line_of(desk, "Cook").held.role == "table"
    assert (desk.folder.path / "tables.toml").read_text(encoding="utf-8") == (
        '[[table]]\nfirst = 9\nlast = 11\nopens = "Grade"\ncolumns = ["Grade", "Rate"]\nrows = [\n'
        '    ["Cook", "12.00"],\n    ["Mate", "9.00"],\n]\n'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Grade | Rate\nCook | 12.00\nMate | 9.50", "characters lost: '0', added: '5'", id="another figure"),
        pytest.param("Grade | Rate\nCook\nMate | 9.00", "has 1 cells, the first row has 2", id="a cell too few"),
        pytest.param("Grade", "needs a row of headings", id="no row"),
    ],
)
def test_a_table_that_does_not_hold_its_words_is_refused(tmp_path: Path, text: str, says: str) -> None:
    desk = a_desk(tmp_path / "lamps")
    before = contents(desk.folder.path)

    with pytest.raises(RefusedError, match=says):
        decide(desk, "table", "Grade", "Mate", text=text)
    assert contents(desk.folder.path) == before


def test_a_misreading_is_corrected_with_its_reason(tmp_path: Path) -> None:
    kept = '# what the copy lost\n[[correction]]\nline = 7\nraw = "dusk"\ntext = "dusk"\nreason = "none"   # looked at\n'
    desk = a_desk(tmp_path / "lamps", corrections=kept)
    decide(desk, "correct", "B. The", raw="eigth", text="eight", reason="misread")

    assert line_of(desk, "B. The day has eight hours.")
    assert (desk.folder.path / "corrections.toml").read_text(encoding="utf-8") == (
        f'{kept}\n[[correction]]\nline = 8\nraw = "eigth"\ntext = "eight"\nreason = "misread"\n'
    )


def test_several_lines_are_text_by_one_decision(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    decide(desk, "text", "1. It", "B. The")

    assert outline(desk) == ["1 HOURS", "1.A", "2 PAY AND ALLOWANCES", "2.A"]
    desk.undo()
    assert "1.A.2" in outline(desk)


def test_furniture_is_given_back_by_the_same_key(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    for role in ("furniture", "paragraph"):
        decide(desk, "furniture", "Printed at")
        assert line_of(desk, "Printed at").held.role == role


DOUBTFUL = TEXT.replace("2. It ends", "4. It ends")


def test_a_doubtful_row_is_confirmed_as_it_was_found(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps", text=DOUBTFUL)
    assert [(look.line, look.code) for look in desk.review_points()] == [(4, "unsure"), (5, "P402")]
    decide(desk, "text", "4. It")
    assert [(look.line, look.code) for look in desk.review_points()] == [(4, "unsure")]
    before = outline(desk)

    decide(desk, "heading", "1. It")
    assert row(4, 1, "provision", "1. It begins on Monday.") in (desk.folder.path / "outline.tsv").read_text(encoding="utf-8")
    assert (list(desk.review_points()), outline(desk)) == ([], before)
    with pytest.raises(RefusedError, match="it is so already"):
        decide(desk, "heading", "1. It")


def test_text_that_looks_like_a_heading_is_confirmed_and_no_longer_asked_about(tmp_path: Path) -> None:
    named = ("HOURS\nBoats are tied.", "PAY\nPay is fair.", "LEAVE\nLeave is granted.", "OARS\nOars are cut.")
    text = "".join(f"ARTICLE {n}\n{words}\n" for n, words in enumerate(named, 1)).replace(
        "ARTICLE 2", "ARTICLE 7\nNETS\nARTICLE 2"
    )
    desk = a_desk(tmp_path / "lamps", text=text)
    assert [(look.line, look.code) for look in desk.review_points()] == [(4, "P402")]

    decide(desk, "text", "ARTICLE 7")
    assert list(desk.review_points()) == []
    assert row(4, 0, "text", "ARTICLE 7") in (desk.folder.path / "outline.tsv").read_text(encoding="utf-8")


def test_furniture_is_given_back_where_parts_are_named(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps", NAMED)
    for back in ("text", "furniture"):
        decide(desk, "furniture", "Printed at")
        decide(desk, back, "Printed at")
        assert line_of(desk, "Printed at").held.role == "paragraph"


def test_a_line_has_one_row_however_often_it_is_decided(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    for kind in ("heading", "down", "up", "text", "furniture", "furniture", "heading", "join", "heading"):
        decide(desk, kind, "Lamps and")
    rows = (desk.folder.path / "outline.tsv").read_text(encoding="utf-8").splitlines()

    assert [each for each in rows if each.endswith("Lamps and Oil")] == [row(6, 0, "heading", "Lamps and Oil").strip()]
    assert "Lamps and" not in (desk.folder.path / "structure.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "kind", "words", "says"),
    [
        pytest.param(LEARNED, "up", "ARTICLE 1", "begins a part already", id="nothing above a part"),
        pytest.param(LEARNED, "up", "PAY", "nothing begins at this line", id="inside a title"),
        pytest.param(LEARNED, "split", "ARTICLE 2", "it is so already", id="begins already"),
        pytest.param(
            COVERED,
            "text",
            "Printed",
            r"agreement\.toml sets it apart \(imprint\): the \[\[part\]\] of kind furniture that opens with 'Printed'; "
            r"begin the next \[\[part\]\] at line 12 there",
            id="what a named part sets apart is no text",
        ),
        pytest.param(COVERED, "furniture", "Printed", "agreement.toml sets it apart", id="nor is it given back"),
        pytest.param(COVERED, "table", "Printed", "this is furniture; say first that it is text", id="nor a table"),
        pytest.param(LEARNED, "heading", "A. The", "it is so already", id="what nobody doubts is not confirmed"),
        pytest.param(LEARNED, "correct", "B. The", "needs the words", id="a correction of nothing"),
    ],
)
def test_what_cannot_be_written_says_why_and_writes_nothing(tmp_path: Path, settings, kind, words, says) -> None:
    desk = a_desk(tmp_path / "lamps", settings)
    before = contents(desk.folder.path)

    with pytest.raises(RefusedError, match=says):
        decide(desk, kind, words, text="A | B\nPrinted | at Exampleville" if kind == "table" else "")
    assert contents(desk.folder.path) == before


def test_in_a_text_that_runs_on_a_paragraph_begins_where_a_person_says(tmp_path: Path) -> None:
    words = "The week has five days of work. " * 20 + "Lamps are trimmed at dusk. " + "Oil is bought in spring. " * 20
    text = f"ARTICLE 1 HOURS {words}ARTICLE 2 PAY {words}"
    desk = a_desk(tmp_path / "lamps", text=text)
    at = text.index("Lamps are")
    desk.decide(Decision(kind="split", at=at, until=at))

    assert desk.reading.line_at(at).text.startswith("Lamps are trimmed")
    assert f"at = {at}\n" in (desk.folder.path / "structure.toml").read_text(encoding="utf-8")
