"""How agreements count, and how pinpoints are written."""

import pytest

from contract_site.model.numeral import letter_value, ordinal_value, roman, roman_value
from contract_site.model.pinpoint import Pinpoint, Step, StepStyle


def test_every_roman_numeral_reads_back_as_its_number() -> None:
    written = [roman(value) for value in range(1, 400)]

    assert [roman_value(numeral) for numeral in written] == list(range(1, 400))
    assert [roman_value(numeral.upper()) for numeral in written] == list(range(1, 400))
    assert len(set(written)) == len(written)


@pytest.mark.parametrize(("numeral", "value"), [("iv", 4), ("XIV", 14), ("xl", 40), ("XC", 90), ("xcix", 99), ("CCCXCIX", 399)])
def test_a_roman_numeral_has_its_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize("text", ["", "iiii", "vv", "ic", "xm", "d", "m", "mix", "iix", "12", "a", "ⅳ"])
def test_what_is_no_roman_numeral_has_no_value(text: str) -> None:
    assert roman_value(text) == 0


@pytest.mark.parametrize(("letters", "value"), [("a", 1), ("Z", 26), ("aa", 27), ("BB", 28), ("zz", 52)])
def test_a_letter_has_its_place(letters: str, value: int) -> None:
    assert letter_value(letters) == value


@pytest.mark.parametrize("text", ["", "ab", "aaa", "1", "é", "ß", "α", "."])
def test_what_is_no_letter_has_no_place(text: str) -> None:
    assert letter_value(text) == 0


@pytest.mark.parametrize(
    ("words", "value"),
    [("NOVENA", 9), ("décima segunda", 12), ("primer", 1), ("Première", 1), ("neuvième", 9), ("second", 2), ("seconde", 2)],
)
def test_an_ordinal_has_its_value(words: str, value: int) -> None:
    assert ordinal_value(words) == value


@pytest.mark.parametrize("words", ["", "non", "None", "prime", "quart", "segunda décima"])
def test_a_word_without_the_ending_of_an_ordinal_is_none(words: str) -> None:
    assert ordinal_value(words) == 0


@pytest.mark.parametrize(
    ("steps", "anchor", "cited"),
    [
        pytest.param([Step("12"), Step("5"), Step("C")], "12.5.C", "12.5.C", id="dotted"),
        pytest.param(
            [Step("12"), Step("b"), Step("6", StepStyle.BRACKETED)], "12.b.6", "12.b(6)", id="no full stop before a bracket"
        ),
        pytest.param([Step("15"), Step("2"), Step("step-2", StepStyle.NAMED), Step("d", StepStyle.BRACKETED)],
                     "15.2.step-2.d", "15.2.Step 2(d)", id="a step is named"),
        pytest.param([Step("3"), Step("A~2")], "3.A~2", "3.A", id="the second of two A is cited as printed"),
        pytest.param([Step("1", StepStyle.BRACKETED)], "1", "(1)", id="a bracket may come first"),
        pytest.param([], "", "", id="no step at all"),
    ],
)  # fmt: skip
def test_a_pinpoint_is_written_as_an_address_and_as_a_citation(steps: list[Step], anchor: str, cited: str) -> None:
    pinpoint = Pinpoint()
    for step in steps:
        pinpoint = pinpoint.below(step)

    assert pinpoint.anchor == anchor
    assert str(pinpoint) == cited
