"""What holds of every text, whatever it is: parsing gives a tree, and the tree holds the words."""

from bisect import bisect_left
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.parse.generated import texts
from tests.parse.texts import a_correction, an_editorial, parse_text, printed_words

from contract_site.model.document import BlockKind, Edition, Part
from contract_site.model.source import SourceSpan

every_layout = pytest.mark.parametrize("layout", ["lines", "run-on"])
moderately = settings(max_examples=150, deadline=None, derandomize=True)


def visible(text: str) -> str:
    """The text's characters, white space aside."""
    return "".join(text.split())


def kept_characters(edition: Edition) -> list[tuple[int, str]]:
    """Offset and character of everything in the source that is neither white space nor furniture."""
    removed = {offset for item in edition.furniture for offset in range(item.span.start, item.span.end)}
    text = edition.source.text
    return [(offset, text[offset]) for offset in range(len(text)) if offset not in removed and not text[offset].isspace()]


def anchors_twice(part: Part) -> list[str]:
    """Anchors that two things of a part have. A provision and its own first block may share one."""
    provisions = list(part.root.walk())
    anchors = Counter(provision.anchor for provision in provisions)
    for provision in provisions:
        own = [block for block in provision.blocks if block.kind is not BlockKind.CAPTION]
        first = own[0] if own and own[0].anchor == provision.anchor else None
        anchors.update(block.anchor for block in provision.blocks if block is not first)
    return [anchor for anchor, count in anchors.items() if count > 1]


@every_layout
@given(text=texts)
@example(text="")
@example(text="\x00")
@example(text="1\n2\n3\n")
@example(text="ARTİCLE 1\nARTICLE 2 BIſ\nARTICLE l²\n")
@moderately
def test_every_character_of_any_text_is_accounted_for_once(layout: str, text: str) -> None:
    edition = parse_text(text, an_editorial(layout))

    account = edition.account
    assert account.unaccounted == ()
    assert account.twice == ()
    assert account.kept + account.removed == account.characters == len(visible(text))


@every_layout
@given(text=texts)
@moderately
def test_the_words_of_the_tree_are_those_of_the_source_in_their_order(layout: str, text: str) -> None:
    edition = parse_text(text, an_editorial(layout))

    shown = visible("".join(words.text for words in printed_words(edition)))
    assert shown == "".join(character for _, character in kept_characters(edition))


@every_layout
@given(text=texts)
@moderately
def test_words_are_divided_as_in_the_source_but_for_joined_line_ends(layout: str, text: str) -> None:
    """Nothing is divided that was one word; two words become one only over a line end, after a dash or slash or page number."""
    edition = parse_text(text, an_editorial(layout))

    characters = kept_characters(edition)
    numbers = sorted(item.span.start for item in edition.furniture if item.reason == "printed page number")
    divided, position = set(), 0
    for words in printed_words(edition):
        for word in words.text.split():
            position += len(word)
            divided.add(position)
    for index in range(1, len(characters)):
        (before, last), (after, _) = characters[index - 1], characters[index]
        between = text[before + 1 : after]
        if index in divided:
            assert between, f"a word of the source is divided after {last!r} at {before}"
        elif between:
            number_between = bisect_left(numbers, before) < bisect_left(numbers, after)
            assert number_between or (last in "-‑/—" and any(end in between for end in "\n\r\f")), (before, between)


@every_layout
@given(text=texts)
@moderately
def test_no_two_things_of_a_part_have_one_anchor(layout: str, text: str) -> None:
    edition = parse_text(text, an_editorial(layout))

    assert {part.id: twice for part in edition.parts if (twice := anchors_twice(part))} == {}
    assert [part_id for part_id, count in Counter(part.id for part in edition.parts).items() if count > 1] == []


@every_layout
@given(text=texts)
@moderately
def test_anchors_can_be_copied_from_a_mail(layout: str, text: str) -> None:
    """No anchor has a space or bracket or ends in a full stop, where mail programs cut links."""
    edition = parse_text(text, an_editorial(layout))

    for _, provision in edition.provisions():
        for anchor in [provision.anchor, *(block.anchor for block in provision.blocks)]:
            assert anchor
            assert not set(anchor) & set("()<>[] \"'\t\n")
            assert not anchor.endswith(".")


@given(text=texts)
@moderately
def test_parsing_twice_gives_the_same(text: str) -> None:
    assert parse_text(text) == parse_text(text)


@st.composite
def corrected_texts(draw: st.DrawFn) -> tuple[str, list[tuple[SourceSpan, str]]]:
    """A text without figures, and replacements for spans of it that do not overlap."""
    text = draw(st.text("ab Z.()\n—", min_size=1, max_size=60))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [SourceSpan(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False)]
    replacement = st.text("xy \t(A. ", max_size=6)
    return text, [(span, draw(replacement)) for span in spans]


@every_layout
@given(corrected=corrected_texts())
@example(corrected=("A. b", [(SourceSpan(0, 2), " A. x")]))
@moderately
def test_corrections_are_applied_exactly(layout: str, corrected: tuple[str, list[tuple[SourceSpan, str]]]) -> None:
    text, replacements = corrected
    corrections = tuple(a_correction(text[span.start : span.end], right, at=span.start) for span, right in replacements)
    edition = parse_text(text, an_editorial(layout, corrections=corrections))

    expected = text
    for span, right in reversed(replacements):
        expected = expected[: span.start] + right + expected[span.end :]
    assert visible("".join(words.text for words in printed_words(edition))) == visible(expected)
    assert edition.account.unaccounted == ()
    assert edition.account.twice == ()
    assert [applied.span for applied in edition.corrections] == [span for span, _ in replacements]
