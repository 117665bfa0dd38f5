"""Letters in two forms are one; what reads otherwise stays apart; every folded character knows its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.model.letters import alphabetical, fold, folded

FORMS = {
    "ligatures": ("the oﬃce ﬂeet, ﬁve ﬀ", "the office fleet, five ff"),
    "accents apart": ("re\u0301sume\u0301", "résumé"),
    "accents stay": ("résumé", "résumé"),
    "soft hyphen": ("Sec\u00adtion", "Section"),
    "soft hyphen at a line's end": ("Sec\u00ad\ntion 2", "Section 2"),
    "zero width": ("a\u200bb\ufeff\u2060c", "abc"),
    "full width": ("１２．５％", "12.5%"),
    "half": ("½ hour", "1/2 hour"),
    "a whole and a half": ("3½ hours", "3 1/2 hours"),
    "a half before a figure": ("½5", "1/2 5"),
    "fraction slash": ("1⁄2", "1/2"),
    "raised": ("10² m³ 10²³", "10^2 m3 10^23"),
    "after a raised figure": ("10²5", "10^2 5"),
    "lowered": ("H₂O 5₂", "H2O 5_2"),
    "in a circle": ("①, 5①", "1, 5 1"),
    "number sign": ("№5", "No. 5"),
    "no-break": ("a\u00a0b a\u2011b", "a b a\u2010b"),
    "Roman": ("Ⅳ", "IV"),
    "an accent alone": ("´s", "´s"),
    "quotes and dashes stay": ("“a” – ’b’ — −5", "“a” – ’b’ — −5"),
    "capitals stay": ("ABC", "ABC"),
    "letters that look alike stay": ("O 0 l 1", "O 0 l 1"),
}


@pytest.mark.parametrize(("written", "form"), FORMS.values(), ids=FORMS)
def test_letters_in_two_forms_are_one(written: str, form: str) -> None:
    assert fold(written) == form


TEXT = st.text("ab 1½²①ﬁé\u0301\u00ad\u200b\n№５-’", max_size=30) | st.text(max_size=20)


@given(TEXT)
def test_each_character_knows_its_place(text: str) -> None:
    result = folded(text)

    assert len(result.places) == len(result.text) + 1
    assert list(result.places) == sorted(result.places)
    assert result.places[-1] == len(text)
    for at, character in enumerate(result.text):
        if character.isascii() and character.isalpha() and text[result.places[at]].isascii():
            assert text[result.places[at]] == character


@given(st.text("abc é ﬁ ½ ², .", max_size=30))
def test_both_forms_of_unicode_are_folded_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_plain_text_stays(text: str) -> None:
    assert fold(text) == text
    assert folded(text).places == tuple(range(len(text) + 1))


@pytest.mark.parametrize(
    "names",
    [
        ["Ärger", "az", "Étude", "Etude b", "zeta"],
        ["nube", "nz", "ñame", "o"],
        ["еж", "ёж", "жук", "им", "йод", "к"],
    ],
    ids=["accents", "a letter of its own, Spanish", "letters of Russian"],
)
def test_names_are_sorted_as_readers_look_for_them(names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]

    assert sorted(mixed, key=alphabetical) == names
