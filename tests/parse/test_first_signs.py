"""Rules that look at the first signs of a line before they try a pattern refuse nothing that the pattern takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.model.document import AppliedCorrection
from contract_site.model.editorial import Correction
from contract_site.model.family import Family
from contract_site.model.source import SourceSpan
from contract_site.parse import headings, labels, paragraphs
from contract_site.parse.applicability import notes_of
from contract_site.read import pages, text

SIGNS = st.text(alphabet='•▪◦·*—–-o O(["“$§Aa1xivl)\t.:;ß²٣', max_size=9)
REMARKS = notes_of(Family(remarks=("a note", "o")))


@pytest.mark.parametrize(
    ("asked", "pattern"),
    [
        (paragraphs.is_bullet, paragraphs.BULLET),
        (paragraphs.is_dash, paragraphs.DASH),
        (headings.is_omission, headings.OMISSION),
        (headings.is_separator, headings.SEPARATOR),
        (REMARKS.begin_at, REMARKS.remark),
    ],
)
@given(read=SIGNS)
def test_the_first_sign_refuses_nothing_that_the_pattern_takes(asked, pattern, read):
    assert asked(read) == (pattern.match(read) is not None)


@given(head=SIGNS, read=st.from_regex(labels.NAMED_SCHEDULE) | st.from_regex(labels.TORN_WORD))
def test_a_word_further_on_has_no_small_letter_behind_its_first_sign(head, read):
    for each in (read, head + read):
        found = labels.NAMED_SCHEDULE.match(each) or labels.TORN_WORD.match(each) or labels.COUNTED_TWICE.match(each)
        assert found is None or not each[1:2].islower()


@given(read=st.from_regex(pages.NUMBER, fullmatch=True))
def test_no_page_number_is_longer_than_the_longest(read):
    assert len(read) <= pages.LONGEST_NUMBER


@given(read=st.text(alphabet="ab \t\r\n\f\u00a0", max_size=40), at=st.integers(0, 40))
def test_a_line_made_in_one_step_is_the_line_that_is_gathered(read, at):
    """A correction that puts the same character back makes its line the long way; all lines come out the same."""
    if at >= len(read) or not read[at].isalpha():
        return
    put_back = AppliedCorrection(SourceSpan(at, at + 1), Correction(raw=read[at], text=read[at], at=at, reason="none"))
    shown = [[(words.text, words.start, words.spans) for _, words in text._groups(read, each)] for each in ((), (put_back,))]
    assert shown[0] == shown[1]
