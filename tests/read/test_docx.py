"""Word files: paragraphs with the numbers that Word shows, tracked changes as accepted, fields as pointers."""

import io
import zipfile

import pytest
from tests.read.docxs import SPACE, a_docx, a_list, a_num, p

from contract_site.model.finding import SourceError
from contract_site.model.source import Line
from contract_site.read.docx import read_docx
from contract_site.read.text import split_lines

LEGAL = a_list("0", ("decimal", "Article %1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "%4."))
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def lines_of(data: bytes) -> list[Line]:
    return list(split_lines(read_docx(data, "pact.docx").source))


def numbers(data: bytes) -> list[str]:
    return [line.look.number for line in lines_of(data)]


@pytest.mark.parametrize(
    ("levels", "right"),
    [
        pytest.param([0, 1, 1, 0, 1], ["Article 1", "1.1", "1.2", "Article 2", "2.1"], id="levels begin again"),
        pytest.param([0, 2, 2, 1, 2], ["Article 1", "(a)", "(b)", "1.2", "(a)"], id="a level left out counts as begun"),
        pytest.param([0, 1, 2, 3, 3, 2], ["Article 1", "1.1", "(a)", "i.", "ii.", "(b)"], id="deep"),
        pytest.param([1, 0], ["1.1", "Article 2"], id="below nothing"),
    ],
)
def test_numbers_are_those_that_word_shows(levels: list[int], right: list[str]) -> None:
    body = "".join(p("words", list_id="1", level=level) for level in levels)

    assert numbers(a_docx(body, numbering=LEGAL + a_num("1", "0"))) == right


@pytest.mark.parametrize(
    ("body", "lists", "right"),
    [
        pytest.param(
            p("a", list_id="1") + p("b", list_id="2"), a_num("1", "0") + a_num("2", "0"), ["1.", "2."],
            id="two lists of one definition count on",
        ),
        pytest.param(
            p("a", list_id="1") + p("b", list_id="2") + p("c", list_id="2"), a_num("1", "0") + a_num("2", "0", RESTART),
            ["1.", "1.", "2."], id="a list that overrides its start",
        ),
        pytest.param(p("a", list_id="1") + p("", list_id="1") + p("c", list_id="1"), a_num("1", "0"), ["1.", "3."], id="empty"),
        pytest.param(p("a", list_id="1") + p("b") + p("c", list_id="1"), a_num("1", "0"), ["1.", "", "2."], id="interrupted"),
        pytest.param(p("a", list_id="0"), a_num("1", "0"), [""], id="number 0 is none"),
        pytest.param(p("a", list_id="9"), a_num("1", "0"), [""], id="a list that is not there"),
    ],
)  # fmt: skip
def test_lists_count_on_and_begin_anew(body: str, lists: str, right: list[str]) -> None:
    assert numbers(a_docx(body, numbering=a_list("0", ("decimal", "%1.")) + lists)) == right


@pytest.mark.parametrize(
    ("kind", "text", "right"),
    [
        ("upperRoman", "%1.", ["I.", "II."]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("decimalZero", "5.%1", ["5.01", "5.02"]),
        ("cardinalText", "Article %1", ["Article One", "Article Two"]),
        ("bullet", "\uf0b7", ["•", "•"]),
        ("none", "", ["", ""]),
        ("ordinalOfMartians", "%1.", ["1.", "2."]),
    ],
)
def test_every_form_of_number_is_written(kind: str, text: str, right: list[str]) -> None:
    body = p("a", list_id="1") + p("b", list_id="1")

    assert numbers(a_docx(body, numbering=a_list("0", (kind, text)) + a_num("1", "0"))) == right


def test_a_style_numbers_its_paragraphs_and_zero_takes_one_out() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Base"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    )
    body = p("Title", style="H") + p("one", style="Clause") + p("flush", style="Clause", list_id="0") + p("two", style="Clause")
    lines = lines_of(a_docx(body, styles=styles, numbering=a_list("0", ("decimal", "%1.")) + a_num("1", "0")))

    assert [(line.text, line.look.number) for line in lines] == [("Title", ""), ("one", "1."), ("flush", ""), ("two", "2.")]
    assert [line.look.heading for line in lines] == [2, 0, 0, 0]
    assert lines[1].look.bold


@pytest.mark.parametrize(
    ("inside", "right"),
    [
        pytest.param("<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:t>words</w:t></w:r>", ["new words"], id="new"),
        pytest.param("<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>words</w:t></w:r>", ["words"], id="old"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"], id="a line break"),
        pytest.param("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>sign</w:t></w:r>", ["re-sign"], id="a hyphen that keeps"),
        pytest.param("<w:r><w:t>5.</w:t><w:tab/><w:t>Title</w:t></w:r>", ["5.   Title"], id="a tab"),
        pytest.param("<w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r><w:r><w:t>shown</w:t></w:r>", ["shown"], id="hidden"),
        pytest.param("<w:r><w:rPr><w:caps/></w:rPr><w:t>Title</w:t></w:r>", ["TITLE"], id="capitals"),
        pytest.param("<w:sdt><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>", ["kept"], id="a control"),
    ],
)
def test_words_are_those_that_word_shows(inside: str, right: list[str]) -> None:
    assert [line.text for line in lines_of(a_docx(f"<w:p>{inside}</w:p>"))] == right


def test_a_field_shows_its_result_and_points_to_its_bookmark() -> None:
    field = (
        '<w:p><w:r><w:t xml:space="preserve">see clause </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> REF _here \\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = p("first") + f'<w:p><w:bookmarkStart w:id="1" w:name="_here"/><w:r><w:t>second</w:t></w:r></w:p>{field}'
    source = read_docx(a_docx(body), "pact.docx").source
    [pointer] = source.pointers

    assert source.text == "first\nsecond\nsee clause 2\n"
    assert source.text[pointer.start : pointer.end] == "2"
    assert source.text[pointer.to :].startswith("second")


def test_a_table_row_is_a_line_with_cells() -> None:
    row = f"<w:tr><w:tc>{p('Cook')}</w:tc><w:tc>{p('12.50')}</w:tc></w:tr>"
    [line] = lines_of(a_docx(f"<w:tbl>{row}</w:tbl>"))

    assert (line.text, line.look.cells) == ("Cook\t12.50", 2)


def test_a_contents_list_that_word_makes_is_apart() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    entry, words = lines_of(a_docx(p("Boats 4", style="T") + p("Boats"), styles=styles))

    assert (entry.look.apart, words.look.apart) == ("contents list", "")


FOOT, END = (f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in ("footnote", "endnote"))


def noted(words: str, mark: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r>{mark}</w:p>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(noted("words", FOOT) + p("more"), ["words[1]", "[1] a note", "more"], id="behind its paragraph"),
        pytest.param(noted("words", END) + p("more"), ["words[1]", "more", "[1] an end"], id="an endnote at the end"),
        pytest.param(
            noted("one", END) + noted("two", FOOT) + p("more"), ["one[1]", "two[2]", "[2] a note", "more", "[1] an end"],
            id="of both kinds",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{noted('A', FOOT)}</w:tc><w:tc>{p('1')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{p('B')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>" + p("more"),
            ["A[1]\t1", "B\t2", "[1] a note", "more"], id="behind its table",
        ),
    ],
)  # fmt: skip
def test_a_note_stands_where_a_reader_of_paper_would_look_for_it(body: str, lines: list[str]) -> None:
    foot, end = f'<w:footnote w:id="2">{p("a note")}</w:footnote>', f'<w:endnote w:id="2">{p("an end")}</w:endnote>'

    assert [line.text for line in lines_of(a_docx(body, footnotes=foot, endnotes=end))] == lines


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_inside_a_note_is_read_too_and_each_once(kind: str) -> None:
    mark = f'<w:r><w:{kind}Reference w:id="{{}}"/></w:r>'
    one, two = (noted("one", mark.format(3)), noted("two", mark.format(2)))
    notes = f'<w:{kind} w:id="2">{one}</w:{kind}><w:{kind} w:id="3">{two}</w:{kind}>'
    word = a_docx(noted("words", mark.format(2) + mark.format(2)), **{f"{kind}s": notes})

    assert [line.text for line in lines_of(word)] == ["words[1][1]", "[1] one[2]", "[2] two[1]"]


def test_tracked_changes_are_said() -> None:
    body = (
        p("before") + "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    )
    body += "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    found = read_docx(a_docx(body + p("behind")), "pact").findings

    assert [(each.line, each.code) for each in found] == [(2, "R302")]
    assert found[0].message.startswith("3 tracked changes are read as accepted")
    assert read_docx(a_docx(p("before")), "pact").findings == ()


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in parts.items():
            packed.writestr(f"word/{name}.xml", inside)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(archive(other="<a/>"), "a Word file without its text; open it", id="without its text"),
        pytest.param(archive(document="<w:document"), "damaged", id="half a part"),
        pytest.param(a_docx("")[:-30], "damaged or locked", id="half of it"),
        pytest.param(archive(document=f"<w:document {SPACE}>" + " " * 61_000_000), "larger than 60 MB", id="without end"),
        pytest.param(
            archive(document=f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {SPACE}>&e;</w:document>'),
            "entities", id="entities",
        ),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        read_docx(data, "pact.docx")

    assert str(error.value).startswith("pact.docx:1: ")
    assert "\n" not in str(error.value)
