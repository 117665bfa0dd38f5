"""Laws of words: however they are cut and joined, each shows what it should and knows where in the source it stands."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_site.model.source import PageMark, Piece, SourceSpan, SourceText, Words, merge_spans

moderately = settings(max_examples=200, deadline=None, derandomize=True)
TEXTS = st.text("ab .\u00a0\t—é", min_size=1, max_size=8)


@st.composite
def some_words(draw: st.DrawFn) -> Words:
    """Words as reading and parsing make them: plain and corrected pieces and page marks, in source order."""
    pieces: list[Piece] = []
    position = draw(st.integers(0, 5))
    for kind in draw(st.lists(st.sampled_from(["plain", "corrected", "page", "joint"]), max_size=6)):
        text = draw(TEXTS if kind == "plain" else TEXTS.filter(str.strip))
        length = draw(st.integers(1, 6))
        if kind == "plain":
            pieces.append(Piece(text, position, position + len(text)))
        elif kind == "corrected":
            pieces.append(Piece(text, position, position + length, corrected=True))
        elif kind == "page":
            pieces.append(Piece("", position, position + length, draw(st.sampled_from(["1", "23", "iv"]))))
        else:
            pieces.append(Piece(" ", position, position))
        position = pieces[-1].end + draw(st.integers(0, 3))
    return Words(tuple(pieces))


def sources(words: Words) -> list[int]:
    """The offsets of every source character that the words cover, page numbers aside."""
    return [offset for piece in words.pieces if piece.page is None for offset in range(piece.start, piece.end)]


@given(words=some_words(), where=st.integers(0, 50))
@moderately
def test_two_halves_of_a_cut_are_the_whole(words: Words, where: int) -> None:
    where = min(where, len(words.text))
    first, second = words.cut(0, where), words.cut(where)

    assert first.text + second.text == words.text
    assert sources(first) + sources(second) == sources(words)
    assert [mark.page for mark in (*first.marks, *second.marks)] == [mark.page for mark in words.marks]


@given(words=some_words(), bounds=st.tuples(st.integers(0, 30), st.integers(0, 30)))
@moderately
def test_a_cut_shows_a_slice_of_the_text(words: Words, bounds: tuple[int, int]) -> None:
    begin, stop = sorted(min(bound, len(words.text)) for bound in bounds)

    assert words.cut(begin, stop).text == words.text[begin:stop]
    assert set(sources(words.cut(begin, stop))) <= set(sources(words))


@given(words=some_words())
@moderately
def test_stripping_takes_white_space_only(words: Words) -> None:
    """No page mark is lost, and no source character but those of plain white space."""
    stripped = words.strip()

    assert stripped.text == words.text.strip()
    assert stripped.strip() == stripped
    assert [mark.page for mark in stripped.marks] == [mark.page for mark in words.marks]
    visible = {
        offset
        for piece in words.pieces
        for offset in range(piece.start, piece.end)
        if piece.page is None and piece.text.strip() and (piece.corrected or not piece.text[offset - piece.start].isspace())
    }
    assert visible <= set(sources(stripped))


@given(one=some_words(), other=some_words(), joint=st.sampled_from(["", " "]))
@moderately
def test_joining_adds_the_joint_and_nothing_else(one: Words, other: Words, joint: str) -> None:
    joined = one.joined(other, joint)

    between = joint if one.pieces and other.pieces else ""
    assert joined.text == one.text + between + other.text
    assert sources(joined) == sources(one) + sources(other)
    assert joined.cut(0, len(one.text)).text == one.text
    assert len(joined.marks) == len(one.marks) + len(other.marks)


@given(words=some_words())
@moderately
def test_marks_stand_before_the_words_of_their_page(words: Words) -> None:
    expected, shown = [], ""
    for piece in words.pieces:
        expected += [PageMark(len(shown), piece.page)] if piece.page else []
        shown += piece.text

    assert list(words.marks) == expected
    assert [page for _, page in words.mark_spans] == [mark.page for mark in expected]


SPANS = st.builds(lambda start, length: SourceSpan(start, start + length), st.integers(0, 40), st.integers(1, 9))


@given(spans=st.lists(SPANS))
@moderately
def test_merged_spans_cover_the_same_and_do_not_touch(spans: list[SourceSpan]) -> None:
    merged = merge_spans(spans)

    assert {o for s in merged for o in range(s.start, s.end)} == {o for s in spans for o in range(s.start, s.end)}
    assert all(before.end < after.start for before, after in pairwise(merged))


@pytest.mark.parametrize(
    ("begin", "stop", "spans"),
    [
        pytest.param(0, 2, (SourceSpan(7, 9),), id="the part with the first letter has the span"),
        pytest.param(0, 1, (), id="a part before the first letter has none"),
        pytest.param(2, 4, (), id="a part after the first letter has none"),
    ],
)
def test_the_span_of_a_correction_goes_with_its_first_letter(begin: int, stop: int, spans: tuple[SourceSpan, ...]) -> None:
    words = Words((Piece(" A. x", 7, 9, corrected=True),))

    assert words.cut(begin, stop).spans == spans


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        pytest.param("a\nb\nc", 4, 3, id="line feeds"),
        pytest.param("a\r\nb\r\nc", 6, 3, id="carriage return and line feed count once"),
        pytest.param("a\rb\rc", 4, 3, id="carriage returns"),
        pytest.param("a\n\nb", 3, 3, id="an empty line counts"),
        pytest.param("a\fb\u2028c", 4, 1, id="form feeds and line separators do not count"),
        pytest.param("a\nb", 0, 1, id="the first line is 1"),
    ],
)
def test_line_numbers_are_those_of_an_editors_program(text: str, offset: int, line: int) -> None:
    assert SourceText("x", text, "").line_number(offset) == line
