"""What a reader is told about the places that cite a provision: the sentence, and what it does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.texts import an_edition, links_of, shown

from contract_site.link.backlinks import LONGEST, relation_of, sentence_around, turn_round

TEXT = """ARTICLE 1
WORK
Section 1. Days
A. Days are counted under Section 2 and Section 2, see A above.
B. Nothing in this Article changes this. A rule stands here. It is that of Article 2.A, and no other one! The end.
Section 2. Nights
Nights are counted under Section 1.A or Article 1. See Articles 2 and 2.A.
ARTICLE 2
PAY
A. It is paid as Section 1 of Article 1 says.
MEMORANDUM OF UNDERSTANDING
Re: Leave
1. The following will be added to Article 2.A of this Agreement.
2. Under paragraph 1 above, the PAY MOU is kept.
"""


def cited_by() -> dict[str, list[tuple[str, str]]]:
    edition = an_edition(TEXT)
    found = turn_round({edition.slug: edition}, links_of(edition))
    return {shown(target, edition.slug): [(each.page, each.block) for each in places] for target, places in found.items()}


def test_each_target_lists_the_places_that_cite_it_in_printed_order() -> None:
    assert cited_by() == {
        "1.2": [("article-1", "1.1.A")],
        "2.A": [("article-1", "1.1.B"), ("article-1", "1.2"), ("memo/leave", "1")],
        "1.1.A": [("article-1", "1.2")],
        "2": [("article-1", "1.2")],
        "1.1": [("article-2", "2.A")],
        "memo/leave#1": [("memo/leave", "2")],
    }


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        pytest.param("One rule. See Article 2 for it. Another.", "Article 2", "See Article 2 for it.", id="between stops"),
        pytest.param("See Article 2", "Article 2", "See Article 2", id="a text without a stop"),
        pytest.param(
            "The U.S. Postal Service follows Article 2. It is done.",
            "Article 2",
            "The U.S. Postal Service follows Article 2.",
            id="an abbreviation",
        ),
        pytest.param(
            "See Section 3.A. The rest stays. See Article 2.", "Article 2", "See Article 2.", id="a label before a new sentence"
        ),
        pytest.param("Is it so? Under Article 2 it is! Yes.", "Article 2", "Under Article 2 it is!", id="question and call"),
        pytest.param("It ends with Article 2. (This is new.)", "Article 2", "It ends with Article 2.", id="a bracket"),
    ],
)
def test_the_sentence_around_a_citation(text: str, words: str, sentence: str) -> None:
    start = text.index(words)

    assert sentence_around(text, start, start + len(words)) == sentence


WORDS = st.lists(st.sampled_from(["pay", "Article", "12.", "No.", "U.S.", "A.", "the", "Is", "it?", "x" * 40]), max_size=120)


@given(WORDS, WORDS, st.sampled_from(["Article 2", "Section 3.A", "a", "page " + "1, 2, " * 60 + "3"]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_sentence_holds_the_citation_and_is_never_much_too_long(before: list[str], after: list[str], words: str) -> None:
    text = " ".join([*before, words, *after])
    start = len(" ".join([*before, ""])) if before else 0
    sentence = sentence_around(text, start, start + len(words))

    assert words in sentence
    assert sentence.strip("…") in text
    assert len(sentence) <= LONGEST + len(words) + 2


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        pytest.param("The following will be added to Article 2:", "adds", id="adds"),
        pytest.param("Article 2 is amended to include the following:", "adds", id="adds to it by amending"),
        pytest.param("Article 2 will be modified as follows.", "amends", id="amends"),
        pytest.param("For purposes of this opportunity, Article 2 is lifted.", "suspends", id="suspends"),
        pytest.param("The parties interpret Article 2 so.", "interprets", id="interprets"),
        pytest.param("It is paid in accordance with Article 2.", "applies", id="applies"),
        pytest.param("See Article 2.", "mentions", id="mentions"),
        pytest.param("Under Article 2, the waived time is added to it and modified.", "suspends", id="the strongest word"),
    ],
)
def test_the_words_of_the_sentence_say_what_it_does(sentence: str, relation: str) -> None:
    assert relation_of(sentence) == relation
