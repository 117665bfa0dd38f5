"""Letters that are written two ways are searched as one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.model.searched_words import respelled, searched

ALIKE = [
    ("oﬃce ﬂeet is eﬃcient", "office fleet is efficient"),
    ("résumé", "resume"),
    ("re\u0301sume\u0301", "resume"),
    ("3½", "3 1/2"),
    ("½", "1/2"),
    ("８．５．Ｇ", "8.5.G"),
    ("Sec\u00adtion\u200b 2", "Section 2"),
    ("the “Overtime Desired” list – employees’", 'the "Overtime Desired" list - employees\''),
    ("№ 5", "No 5"),
    ("5‴ and 5⁗", "5''' and 5''''"),
    ("ŉ", "'n"),
]


@pytest.mark.parametrize(("written", "plain"), ALIKE)
def test_letters_in_two_forms_are_one(written: str, plain: str) -> None:
    assert searched(written) == plain


@given(st.text())
def test_what_is_folded_stays_as_it_is_and_composed_letters_are_as_decomposed_ones(text: str) -> None:
    assert searched(searched(text)) == searched(text)
    assert searched(unicodedata.normalize("NFC", text)) == searched(unicodedata.normalize("NFD", text))


@pytest.mark.slow
def test_every_letter_and_sign_that_is_folded_stays_as_it_is() -> None:
    letters = [f"3{chr(code)}a" for code in range(0x30000) if not 0xD800 <= code < 0xE000]

    assert [text for text in letters if searched(searched(text)) != searched(text)] == []
    assert [text for text in letters if searched(unicodedata.normalize("NFD", text)) != searched(text)] == []


@given(st.text(alphabet="ab ½3éﬂ“”’-–…\u00ad\n"))
def test_every_word_keeps_its_writing_and_its_place(text: str) -> None:
    pairs = respelled(text)

    assert " ".join(written for _, written in pairs if written).split() == text.split()
    assert all(word and " " not in word for word, _ in pairs)


def test_quotes_and_dashes_alone_make_no_other_word() -> None:
    assert respelled("“Overtime Desired” – employees’ résumé 3½") == [
        ("“Overtime", "“Overtime"),
        ("Desired”", "Desired”"),
        ("–", "–"),
        ("employees’", "employees’"),
        ("resume", "résumé"),
        ("3", "3½"),
        ("1/2", ""),
    ]
