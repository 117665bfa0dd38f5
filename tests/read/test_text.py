"""Reading: bytes to lines that know where in the source they stand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.texts import a_correction, a_source

from contract_site.model.finding import SettingsError, SourceError
from contract_site.model.source import Look, SourceText
from contract_site.read.text import decode_source, locate_corrections, split_lines


def texts_and_lines(source: SourceText) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in split_lines(source)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("one\ntwo\n", [(1, "one"), (2, "two")], id="line feeds"),
        pytest.param("one\r\ntwo\r\n", [(1, "one"), (2, "two")], id="Windows"),
        pytest.param("one\rtwo", [(1, "one"), (2, "two")], id="Macintosh"),
        pytest.param("one\n\n \n\ttwo", [(1, "one"), (4, "two")], id="blank lines count but are not lines"),
        pytest.param(
            "one\ftwo\nthree", [(1, "one"), (1, "two"), (2, "three")], id="a form feed ends a line but does not count"
        ),
        pytest.param("\u00a0one \t\n\u2003two", [(1, "one"), (2, "two")], id="white space of any kind is stripped"),
        pytest.param("one\u2028two\x0bthree", [(1, "one\u2028two\x0bthree")], id="other separators end no line"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_is_divided_into_numbered_lines(text: str, lines: list[tuple[int, str]]) -> None:
    assert texts_and_lines(a_source(text)) == lines


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        pytest.param("one\n  two\n\n\n\tthree", [(0, 0, 1), (2, 0, 1), (8, 2, 1)], id="spaces, blank lines, tabs"),
        pytest.param("one\n  \ttwo", [(0, 0, 1), (8, 0, 1)], id="a tab goes on to the next eighth column"),
        pytest.param("one\n\ftwo\n\fthree", [(0, 0, 1), (0, 1, 2), (0, 1, 3)], id="form feeds begin sheets"),
    ],
)
def test_a_line_knows_how_it_is_set(text: str, looks: list[tuple[int, int, int]]) -> None:
    assert [(line.look.indent, line.look.gap, line.look.sheet) for line in split_lines(a_source(text))] == looks


@given(text=st.text("a é\u00a0\u200f\r\n\f\t", max_size=60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_lines_are_the_source_at_their_spans(text: str) -> None:
    lines = split_lines(a_source(text))

    for line in lines:
        assert [text[span.start : span.end] for span in line.words.spans] == [line.text]
        assert line.text == line.text.strip() != ""
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_says_what_the_bytes_are_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode_source("\ufeffARTICLE 1\r\n§ é".encode(encoding), "x").text == "ARTICLE 1\r\n§ é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "x.txt:1: the file is empty", id="empty"),
        pytest.param(b" \n\t\r\n", "x.txt:1: the file is empty", id="white space only"),
        pytest.param(b"one\ntwo\n\x89PNG\0\0", "x.txt:3: binary file", id="binary"),
        pytest.param(b"one\n" + b"two " * 5_000_000, "x.txt:2: a line of 20,000,000 characters; end lines", id="one line"),
        pytest.param("one\ntwo\nArtículo".encode("latin-1"), "x.txt:3: not UTF-8 (byte 0xed at offset 11)", id="Latin-1"),
        pytest.param("one “two”".encode("cp1252"), "x.txt:1: not UTF-8 (byte 0x93 at offset 4)", id="Windows-1252"),
        pytest.param(
            "one “two”".encode("cp1252"), "in Windows-1252 it is '“': open the file as such", id="Windows-1252, what to do"
        ),
        pytest.param(
            "Artículo".encode("latin-1"), "in Latin-1 (ISO 8859-1) or Windows-1252 it is 'í'", id="Latin-1, what to do"
        ),
        pytest.param(b"one \x81", "save the file as UTF-8", id="in no encoding we know"),
        pytest.param(
            "one\ntwo é".encode()[:-1], "x.txt:2: not UTF-8 (byte 0xc3 at offset 8): the file ends within", id="cut off"
        ),
        pytest.param("one".encode("utf-16-le"), "x.txt:1: UTF-16 without a byte order mark", id="UTF-16 without a mark"),
        pytest.param("Лодки стоят.".encode("utf-16-le"), "x.txt:1: UTF-16 without a byte order mark", id="the same in Russian"),
        pytest.param("Лодки".encode("cp1251"), "in Windows-1251 (Cyrillic) it is 'Л'", id="Windows-1251, what to do"),
        pytest.param("one".encode("utf-16")[:-1], "x.txt:1: not UTF-16, as its first bytes say", id="UTF-16 cut off"),
        pytest.param("one\n\0".encode("utf-16"), "x.txt:2: binary file", id="binary in UTF-16"),
        pytest.param(b"\0" * 64, "x.txt:1: binary file", id="nothing but nulls"),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode_source(data, "x.txt")

    assert str(caught.value).startswith(message if message.startswith("x.txt:") else "x.txt:1: not UTF-8")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def corrected(text: str, *corrections: object) -> list[str]:
    source = a_source(text)
    return [line.text for line in split_lines(source, locate_corrections(source, corrections, "corrections.toml"))]


def test_a_correction_is_made_on_its_line_only() -> None:
    assert corrected("callin\ncallin\ncallin", a_correction("callin", "call-in", line=2)) == ["callin", "call-in", "callin"]


def test_a_correction_may_run_over_a_line_end() -> None:
    assert corrected("the fulltime\n\nemployee", a_correction("fulltime\n\nemp", "full-time emp", line=1)) == [
        "the full-time employee"
    ]


def test_corrections_need_no_order() -> None:
    both = a_correction("l0", "10", at=5), a_correction("c", "C", at=0)

    assert corrected("c in l0 days", *both) == corrected("c in l0 days", *reversed(both)) == ["C in 10 days"]


def test_a_removed_word_leaves_no_line() -> None:
    assert corrected("one\n.\ntwo", a_correction(".", "", line=2)) == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "corrections", "message"),
    [
        pytest.param("one\ntwo", [a_correction("one", "1", line=2)], "line 2: raw text 'one' is not found", id="line"),
        pytest.param("one two", [a_correction("two", "2", at=3)], "offset 3: raw text 'two' is not found", id="other offset"),
        pytest.param("a b a", [a_correction("a", "A", line=1)], "raw text 'a' occurs twice in that line", id="twice"),
        pytest.param("one", [a_correction("one", "1", line=9)], "line 9: raw text 'one' has no place", id="no such line"),
        pytest.param("one", [a_correction("one", "1", line=0)], "line 0: raw text 'one' has no place", id="line 0"),
        pytest.param("one", [a_correction("one", "1")], "raw text 'one' has no place", id="neither line nor offset"),
        pytest.param("one", [a_correction("one", "1", at=-3)], "offset -3", id="an offset from the end"),
        pytest.param("one", [a_correction("", "1", at=0)], "raw text '' is empty", id="no raw text"),
        pytest.param(
            "one two",
            [a_correction("one t", "1", line=1), a_correction("two", "2", line=1)],
            "corrections overlap at source.txt:1: 'two'",
            id="overlap",
        ),
        pytest.param(
            "one two",
            [a_correction("one", "1", line=1), a_correction("one", "1", line=1)],
            "corrections overlap at source.txt:1: 'one'",
            id="the same twice",
        ),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(text: str, corrections: list, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        corrected(text, *corrections)

    assert message in str(caught.value)
    assert str(caught.value).startswith("corrections.toml:1: ")
    assert "\n" not in str(caught.value)


def test_the_line_of_the_entry_that_does_not_fit_is_named() -> None:
    source = a_source("one two")
    given = [a_correction("one", "1", line=1), a_correction("three", "3", line=1)]

    with pytest.raises(SettingsError, match=r"^corrections\.toml:9: correction at line 1: raw text 'three' "):
        locate_corrections(source, given, "corrections.toml", (4, 9))


@pytest.mark.parametrize(
    ("raw", "text", "lead"),
    [
        pytest.param("Watsh", "Wash", 10, id="in the words set apart"),
        pytest.param("time.", "time, now.", 11, id="behind them"),
        pytest.param("A. ", "", 8, id="removed before them"),
        pytest.param("up  Five", "up. Five", 11, id="over their end"),
    ],
)
def test_a_correction_moves_the_end_of_the_words_set_apart(raw: str, text: str, lead: int) -> None:
    source = replace(a_source("  A. Watsh-up  Five time.\n"), looks=(Look(lead=11),))
    correction = a_correction(line=1, raw=raw, text=text)
    [line] = split_lines(source, locate_corrections(source, [correction], "corrections.toml"))

    assert line.look.lead == lead
