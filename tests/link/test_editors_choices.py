"""What editors decide about citations that no rule can resolve (``references.toml``)."""

from __future__ import annotations

import pytest
from tests.link.texts import an_edition, links_of, references_of

from contract_site.link.references import check_links, reference_findings
from contract_site.model.citation import Links, Resolved, Unresolved
from contract_site.model.document import Edition
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.finding import SettingsError

TEXT = """ARTICLE 1
WORK
A. The rule of Section 9 is kept, and Section 9 of old, and that of B below.
B. The other rule, under Article 2.
ARTICLE 2
PAY
It is paid.
MEMORANDUM OF UNDERSTANDING
Re: Leave
1. Leave is asked for under Section 9.
2. Leave is granted.
"""


def choose(provision: str, text: str, *to: str, page: str = "", note: str = "") -> Edition:
    """The invented agreement with one choice."""
    return an_edition(TEXT, references=(ReferenceChoice(provision=provision, text=text, to=to, page=page, note=note),))


def checked(edition: Edition) -> Links:
    links = links_of(edition)[edition.slug]
    check_links(edition, links, {edition.slug})
    return links


def test_without_a_choice_the_words_stay_plain() -> None:
    assert references_of(an_edition(TEXT))[0] == "1.A: Section 9 -> unresolved: nothing numbered 9 stands around 1.A"


@pytest.mark.parametrize(
    ("edition", "line"),
    [
        pytest.param(choose("1.A", "Section 9", "2"), "1.A: Section 9 -> 2", id="a provision of the main body"),
        pytest.param(choose("1.A", "Section 9", "memo/leave#2"), "1.A: Section 9 -> memo/leave#2", id="of a memorandum"),
        pytest.param(choose("1.A", "Section 9", "memo/leave#"), "1.A: Section 9 -> memo/leave#", id="a memorandum as a whole"),
        pytest.param(choose("1.A", "Section 9", "1.B", "2"), "1.A: Section 9 -> 1.B, 2", id="two provisions"),
        pytest.param(choose("1.B", "Article 2", "1.A"), "1.B: Article 2 -> 1.A", id="against the rules"),
        pytest.param(
            choose("1.B", "Article 2", note="That of 1990."), "1.B: Article 2 -> unresolved: That of 1990.", id="nowhere"
        ),
        pytest.param(
            choose("1", "Section 9", "2", page="memo/leave"), "memo/leave#1: Section 9 -> 2", id="on the page of a memorandum"
        ),
    ],
)
def test_a_choice_decides(edition: Edition, line: str) -> None:
    checked(edition)

    assert line in references_of(edition)


def test_a_choice_holds_for_its_own_provision_and_words_only() -> None:
    """A choice is for words in a place; the same words elsewhere keep their own meaning."""
    before = references_of(an_edition(TEXT))
    after = references_of(choose("1.A", "Section 9", "2"))
    changed = [new for old, new in zip(before, after, strict=True) if old != new]

    assert changed == ["1.A: Section 9 -> 2", "1.A: Section 9 -> 2"]


def test_readers_are_told_the_note() -> None:
    """The resolution carries the editors' words, whether it leads somewhere or nowhere."""
    chosen = checked(choose("1.A", "Section 9", "2", note="Article 2 is meant.")).references[0].resolution
    refused = checked(choose("1.A", "Section 9", note="A section of 1990.")).references[0].resolution

    assert isinstance(chosen, Resolved)
    assert chosen.note == "Article 2 is meant."
    assert isinstance(refused, Unresolved)
    assert refused.note == "A section of 1990."


@pytest.mark.parametrize(
    ("edition", "message"),
    [
        pytest.param(
            choose("1.A", "Section 8", "2"), "reference 'Section 8' in 1.A: these words do not stand there", id="words"
        ),
        pytest.param(
            choose("1.C", "Section 9", "2"), "reference 'Section 9' in 1.C: these words do not stand there", id="place"
        ),
        pytest.param(
            choose("1", "Section 9", "2", page="memo/lost"),
            "reference 'Section 9' in 1: these words do not stand there",
            id="page",
        ),
        pytest.param(
            choose("1.A", "the rule", "2"), "reference 'the rule' in 1.A: these words do not stand there", id="no citation"
        ),
        pytest.param(choose("1.A", "Section 9", "2.Q"), "reference 'Section 9' in 1.A: leads to '#2.Q'", id="dangling"),
        pytest.param(
            choose("1.A", "Section 9", "memo/lost#1"),
            "reference 'Section 9' in 1.A: leads to 'memo/lost#1', which is not there",
            id="dangling page",
        ),
        pytest.param(
            choose("1.A", "Section 9", "2", "memo/leave#7"),
            "reference 'Section 9' in 1.A: leads to 'memo/leave#7', which is not there",
            id="one of two dangling",
        ),
    ],
)
def test_a_choice_that_is_unused_or_dangles_stops_the_build(edition: Edition, message: str) -> None:
    """One line that names the file, the entry and what is wrong."""
    with pytest.raises(SettingsError) as caught:
        checked(edition)

    assert message in str(caught.value)
    assert "references.toml of invented" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_not_linked_is_a_finding_at_its_line() -> None:
    """A person who checks an agreement is told the line of the source, the words, and why."""
    edition = an_edition(TEXT)
    found = [(each.line, each.code, each.message) for each in reference_findings(edition, checked(edition))]

    assert found == [
        (3, "L201", "'Section 9' is not linked: nothing numbered 9 stands around 1.A"),
        (3, "L201", "'Section 9' is not linked: nothing numbered 9 stands around 1.A"),
        (10, "L201", "'Section 9' is not linked: nothing numbered 9 stands around 1"),
    ]
