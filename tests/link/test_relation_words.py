"""What a sentence says that it does to what it cites; the citation stands in brackets in each case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_site.link.relation_words import BEFORE, WIDE, relation_of, relation_of_led, relation_of_title

SENTENCES = [
    ("The following will be added to [Article 2]:", "adds"),
    ("• Add to [37.3.A.1]:", "adds"),
    ("[Article 2] will be amended to add (5) and (6) to read as follows:", "adds"),
    ("The craft will be incorporated as [Article 40] in the Agreement.", "adds"),
    ("This shall not be added to [Article 2].", "cites"),
    ("Add the numbers obtained in [steps 1 and 2] together.", "cites"),
    ("[Article 2] is amended to include the following:", "amends"),
    ("The parties agree that [Article 2] of this Agreement shall be modified.", "amends"),
    ("They agree to changes to [Article 2].", "amends"),
    ("If [Article 2] is amended, the parties meet.", "cites"),
    ("The right to make changes to handbooks under [Article 19] stands.", "cites"),
    ("[Article 2] shall not be changed.", "keeps"),
    ("As a result, there are no changes to the [Article 12] time frames.", "keeps"),
    ("This letter does not affect the right to modify its policies pursuant to [Article 19] or otherwise.", "keeps"),
    ("Nothing in this Memorandum shall diminish the rights of any employees under [Article 6].", "keeps"),
    ("For this opportunity, the restriction in [item 7] of that MOU is lifted.", "suspends"),
    ("The restriction in [item 7] is not lifted.", "keeps"),
    ("They waive [Article 2].", "suspends"),
    ("[Article 13] does not apply to PSE employees.", "disapplies"),
    ("Such overtime is not subject to [Article 8.5], or to rules.", "disapplies"),
    ("The [Article 2] time limits no longer apply.", "disapplies"),
    ("However, [Article 13] does not prohibit it.", "cites"),
    (
        "Hours will be an exception, for a portion, to the contractual obligation pursuant to [Article 8.4.G] to use the list.",
        "excepts",
    ),
    ("Notwithstanding [Article 2], it is paid.", "excepts"),
    ("They have no guarantees, except as provided for in [Article 8.8.D].", "cites"),
    ("Except for positions excluded by [Article 1.2], all are assigned.", "cites"),
    ("The parties interpret [Article 2] so.", "interprets"),
    ("[Article 2] is to be read; it shall be construed so.", "cites"),
    ("[Article 2] shall be construed so.", "interprets"),
    ("The [Article 15] time limits apply.", "applies"),
    ("The time limits contained in [Article 12] will be adhered to.", "applies"),
    ("In applying the provisions of [Articles 7], the old way is kept.", "applies"),
    ("The following procedures will apply to the implementation of [Article 30].", "applies"),
    ("This is done subject to the provisions of the [Jobs MOU].", "applies"),
    ("It will be filled in accordance with [Article 38].", "applies"),
    ("It must be assigned “to a unit” in accordance with the procedures in [Article 1.5].", "applies"),
    ("They may only do work in accordance with [Article 1.6.A].", "applies"),
    ("It is paid in accordance with [Article 2].", "cites"),
    ("They may be excessed consistent with [Article 12].", "cites"),
    ("It shall not be filled in accordance with [Article 38].", "cites"),
    ("Notice shall be given when a position is excluded pursuant to [Article 1.2].", "cites"),
    ("When it proposes to reassign them in accordance with [Article 12.5], they will meet.", "cites"),
    ("Employees under [Article 12] withholding are not available.", "cites"),
    ("See [Article 2].", "cites"),
    ("The affected employee becomes available for [Article 12] reassignment.", "cites"),
]


@pytest.mark.parametrize(("marked", "relation"), SENTENCES)
def test_the_words_beside_the_citation_say_what_is_done_to_it(marked: str, relation: str) -> None:
    sentence = marked.replace("[", "").replace("]", "")
    start = marked.index("[")

    assert relation_of(sentence, start, marked.index("]") - 1) == relation


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("Only the following articles of the Agreement apply to PSEs as outlined below:", "applies"),
        ("Only the following memoranda shall apply to PSEs:", "applies"),
        ("The following articles do not apply to PSEs:", "disapplies"),
        ("These portions apply to relief keepers:", "applies"),
        ("The following were read:", "cites"),
        ("What applies to casuals stands below:", "cites"),
    ],
)
def test_a_lead_in_says_what_is_done_to_its_entries(lead: str, relation: str) -> None:
    assert relation_of_led(lead) == relation


def test_a_title_interprets_only_if_it_says_so() -> None:
    assert [relation_of_title(title) for title in ("Article 1.6.B", "Article 15.7 JCIM Q&As")] == ["about", "interprets"]


@given(
    st.lists(
        st.sampled_from(["shall ", "not ", "the ", "exception ", "to ", "of ", "a", ", ", "apply ", "under "]), max_size=900
    )
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_stands_far_from_a_citation_does_not_count(words: list[str]) -> None:
    """So the cost of a sentence does not grow with it."""
    before, after = "".join(words), "".join(reversed(words))
    near = before[-WIDE:], after[:WIDE]

    assert relation_of(f"{before}X{after}", len(before), len(before) + 1) == relation_of(
        f"{near[0]}X{near[1]}", len(near[0]), len(near[0]) + 1
    )


def test_every_pattern_ends_at_the_citation() -> None:
    assert all(words.pattern.endswith("$") for _, words in BEFORE)
