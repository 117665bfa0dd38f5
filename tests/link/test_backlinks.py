"""What a reader is told about the places that cite a provision: the sentence, and what it does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.texts import an_edition, links_of, shown

from contract_site.link.backlinks import check_relations, turn_round
from contract_site.link.sentences import LONGEST, bounds_around, sentence_bounds, shortened
from contract_site.model.editorial import RelationChoice
from contract_site.model.finding import SettingsError

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


def sentence_around(text: str, start: int, end: int) -> str:
    return shortened(text, bounds_around(sentence_bounds(text), start, end), start, end)


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
        pytest.param("Is it? No. Under Article 2 it is.", "Article 2", "Under Article 2 it is.", id="an answer"),
        pytest.param("In Case No. H-4 Article 2 won. So.", "Article 2", "In Case No. H-4 Article 2 won.", id="a number"),
        pytest.param(
            "The MOU Re: Leave cites Article 2. So.", "Article 2", "The MOU Re: Leave cites Article 2.", id="a subject"
        ),
        pytest.param("“It is so.” Article 2 says it.", "Article 2", "Article 2 says it.", id="closing quotes"),
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


WORDS_OR_STOPS = st.lists(st.sampled_from(["a ", "No. ", "B. ", "Yes! ", "Re: ", "it.” ", "\n", "x"]), max_size=60).map("".join)


@given(WORDS_OR_STOPS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_sentences_stand_in_order_and_leave_out_nothing_but_spaces(text: str) -> None:
    bounds = sentence_bounds(text)

    assert "".join("".join(text[begin:end] for begin, end in bounds).split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(bounds))


LISTS = """ARTICLE 1
WORK
It is done.
ARTICLE 2
PAY
It is paid.
MEMORANDUM OF UNDERSTANDING
Re: Leave and Article 2
The following Articles apply to casuals:
Article 1
Article 2
All else stands.
Article 1
MEMORANDUM OF UNDERSTANDING
Re: Days
Articles 1 and 2 shall be amended. Article 1 is kept, as Article 2 is kept, and Article 2 shall apply.
"""


def relations(**tables: object) -> list[tuple[str, str, str, str]]:
    edition = an_edition(LISTS, **tables)
    found = turn_round({edition.slug: edition}, links_of(edition))
    return [
        (shown(target, edition.slug), each.block, each.relation, each.sentence)
        for target, places in found.items()
        for each in places
    ]


def test_what_leads_to_an_entry_says_what_is_said_of_it() -> None:
    lead = "The following Articles apply to casuals:"

    assert ("1", "p2", "applies", f"{lead} Article 1") in relations()
    assert ("2", "p3", "applies", f"{lead} Article 2") in relations()
    assert ("1", "p5", "cites", "Article 1") in relations(), "a sentence ends the list"


def test_a_memorandum_is_about_what_its_title_names() -> None:
    assert ("2", "leave-and-article-2", "about", "Re: Leave and Article 2") in relations()


def test_what_is_said_of_a_list_is_said_of_each_and_a_sentence_is_told_once_with_what_it_says() -> None:
    first, second = "Articles 1 and 2 shall be amended.", "Article 1 is kept, as Article 2 is kept, and Article 2 shall apply."

    assert sorted(each for each in relations() if each[1] == "days") == [
        ("1", "days", "amends", first),
        ("1", "days", "cites", second),
        ("2", "days", "amends", first),
        ("2", "days", "applies", second),
    ]


def test_an_editor_says_what_no_rule_reads() -> None:
    choice = RelationChoice(page="memo/days", provision="days", text="Article 1 is kept", relation="keeps")

    assert ("1", "days", "keeps") in [each[:3] for each in relations(relations=(choice,))]


@pytest.mark.parametrize(
    ("provision", "text", "message"),
    [
        ("days", "Article 9 is kept", "these words do not stand there, or more than once"),
        ("p9", "Article 1 is kept", "these words do not stand there, or more than once"),
        ("days", "Article", "these words do not stand there, or more than once"),
        ("days", "shall be amended", "no link stands in these words"),
    ],
)
def test_a_relation_that_speaks_of_nothing_is_refused(provision: str, text: str, message: str) -> None:
    choice = RelationChoice(page="memo/days", provision=provision, text=text, relation="keeps")
    edition = an_edition(LISTS, relations=(choice,))

    with pytest.raises(SettingsError, match=message):
        check_relations(edition, links_of(edition)[edition.slug])
