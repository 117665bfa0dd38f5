"""What citations mean: small invented agreements in, targets or reasons out (``tests/cases/link/resolve/``)."""

import pytest
from tests.link.texts import an_edition, links_of, read_cases, references_of, targets_of

from contract_site.link.citable import plant
from contract_site.link.references import link_edition
from contract_site.model.citation import Form

CASES = list(read_cases("resolve"))

NATIONAL = """ARTICLE 1
HOURS OF WORK
Section 1. Guarantees
A. Hours are guaranteed.
B. Days are not.
Section 2. Wash-up Time
Time is granted.
ARTICLE 2
LOCAL IMPLEMENTATION
A. Terms stay in force.
B. The items are:
1. Wash-up.
2. Work week.
"""
LOCAL = (
    "ITEM 1 WASH-UP Article 1, Section 2 and Article 1.1.C are followed, see Item 2.A. 1.1.B holds. "
    "ITEM 2 WORK WEEK A. The week has five days, as in Section 2. B. See Article 2.B. ITEM 3 LEAVE It is granted."
)


@pytest.mark.parametrize(("text", "lines"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_text_gives_its_references(text: str, lines: str) -> None:
    assert "\n".join(references_of(an_edition(text))) == lines


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Articles 1 through ²", ["1.1: Articles 1 -> 1", "1.1: ² -> unresolved: invented has no provision ²"]),
        ("Satz 100A - Six", []),
    ],
)
def test_a_sign_or_word_that_ends_no_range_is_none(words: str, lines: list[str]) -> None:
    text = f"ARTICLE 1\nDOORS\n1. Doors are shut: {words}.\nARTICLE 2\nBELLS\nAll bells ring.\n"

    assert references_of(an_edition(text)) == lines


def test_articles_of_a_local_memorandum_are_those_of_the_agreement_it_implements() -> None:
    local = an_edition(LOCAL, slug="lmou-invented", layout="run-on", implements="invented")

    assert references_of(local, an_edition(NATIONAL)) == [
        "1: Article 1, Section 2 -> invented:1.2",
        "1: Article 1.1.C -> unresolved: invented has no provision 1.1.C",
        "1: Item 2.A -> 2.A",
        "1: 1.1.B -> invented:1.1.B",
        "2.A: Section 2 -> unresolved: nothing numbered 2 stands around 2.A",
        "2.B: Article 2.B -> invented:2.B",
    ]


def test_nothing_of_a_national_agreement_leads_into_another() -> None:
    """Only ``implements`` opens the way out of an edition; items and articles of a stranger are never targets."""
    stranger = an_edition(NATIONAL, slug="stranger")
    local = an_edition(LOCAL, slug="lmou-invented", layout="run-on")
    links = links_of(an_edition("ARTICLE 1\nWORK\nSee Article 1.2, Article 2.B and Item 1.\n"), stranger, local)

    assert not [target for slug in ("invented", "lmou-invented") for r in links[slug].references for target in targets_of(r)
                if target.slug != slug]  # fmt: skip


def test_a_local_memorandum_read_alone_links_no_article() -> None:
    """Its numbers are those of items: without the national agreement an article must not fall on the item of its number."""
    local = an_edition("ITEM 1 LEAVE See Article 2. ITEM 2 PAY It is paid.", layout="run-on", implements="national")
    found = link_edition(local, {local.slug: plant(local)}).references

    assert [each.resolution.citation.form for each in found] == [Form.ARTICLE]
    assert targets_of(found[0]) == ()
