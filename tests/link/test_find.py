"""What counts as a citation: a sentence in, its citations out (``tests/cases/link/find/``)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.texts import DOCUMENTS, citations_of, read_cases

from contract_site.link.find import find_citations

CASES = list(read_cases("find"))


@pytest.mark.parametrize(("sentence", "lines"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_sentence_gives_its_citations(sentence: str, lines: str) -> None:
    assert "\n".join(citations_of(sentence)) == lines


def test_no_two_cases_share_a_title() -> None:
    titles = [title for title, _, _ in CASES]

    assert len(titles) == len(set(titles))


WORDS = """Article Articles Section Sections paragraph Step Item Table this 12 3.A 5.C.5.b.(6) a B (1) IV A. and or through , .
; above below of the ( ) & Act MOU ELM days"""
PHRASES = ("see Memos, pages 178", "PS Form 3971", "of the National Labor Relations Act", "8:00 a.m.", "39 U.S.C. 1205")
PIECES = st.sampled_from([*WORDS.split(), *PHRASES])


@given(st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_citations_stand_in_the_text_in_order_and_never_overlap(text: str) -> None:
    """Whatever words follow one another, a link can be laid over each citation's own words."""
    end = 0
    for citation in find_citations(text, DOCUMENTS):
        assert citation.text == text[citation.start : citation.end] != ""
        assert citation.start >= end
        end = citation.end
