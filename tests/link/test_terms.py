"""Terms are found where the text defines them, and reach as far as it says; what is only used is none."""

from __future__ import annotations

import pytest
from tests import present
from tests.link.texts import an_edition
from tests.sources.real import LMOU, NATIONAL, edition

from contract_site.link.terms import defined_terms
from contract_site.model.term import Reach

TEXT = "ARTICLE 1\nNAMES\n{}\nARTICLE 2\nWORK\n{}\n"
CASES = {
    "initials": ("Relief Lamp Keepers (RLKs) stand watches.", [("RLK", "Relief Lamp Keepers", Reach.AGREEMENT)]),
    "small words have no initial": (
        "The Office of Lamp Management (OLM) decides.",
        [("OLM", "Office of Lamp Management", Reach.AGREEMENT)],
    ),
    "hyphens": ("A Part-Time Keeper (PTK) is paid.", [("PTK", "Part-Time Keeper", Reach.AGREEMENT)]),
    "other letters": ("The Keeper of Lamps (ABC) decides.", []),
    "no abbreviation": ("A keeper (Monday) is paid.", []),
    "only used": ("The RLK is paid by the “Authority”.", []),
    "hereinafter": (
        "Keepers hereinafter called the “Crew” are paid. They rest.",
        [("Crew", "Keepers hereinafter called the “Crew” are paid.", Reach.PART)],
    ),
    "in this agreement": (
        "Keepers hereinafter referred to in this Agreement as the “Crew” are paid.",
        [("Crew", "Keepers hereinafter referred to in this Agreement as the “Crew” are paid.", Reach.AGREEMENT)],
    ),
    "in this section": (
        "Boats, called in this Section “Tugs,” are towed.",
        [("Tugs", "Boats, called in this Section “Tugs,” are towed.", Reach.SECTION)],
    ),
    "means": (
        "Boats sail. The term “fog” means that no mark is seen.",
        [("fog", "The term “fog” means that no mark is seen.", Reach.PART)],
    ),
    "two initials": (
        "The term “works” means the yard in Port Lamp, P. L. It is old.",
        [("works", "The term “works” means the yard in Port Lamp, P. L.", Reach.PART)],
    ),
    "items": (
        "A “loss” is an act which results in\n1. a lamp that is broken; or\n2. a boat that is sunk.",
        [("loss", "A “loss” is an act which results in 1. a lamp that is broken; or 2. a boat that is sunk.", Reach.PART)],
    ),
    "defined as": ("A watch is defined as four hours.", [("watch", "A watch is defined as four hours.", Reach.PART)]),
}


@pytest.mark.parametrize(("text", "found"), CASES.values(), ids=CASES)
def test_a_definition_gives_its_term(text: str, found: list[tuple[str, str, Reach]]) -> None:
    terms = defined_terms(an_edition(TEXT.format("Names are given.", text)))

    assert [(each.term, each.meaning, each.reach) for each in terms] == found
    assert {each.page for each in terms} <= {"article-2"}


def test_what_the_first_article_names_is_named_everywhere() -> None:
    (term,) = defined_terms(an_edition(TEXT.format("Lamp Works, hereinafter called the “Works”, pays.", "Keepers work.")))

    assert (term.term, term.reach) == ("Works", Reach.AGREEMENT)


def test_headings_below_definitions_are_terms_and_rules_below_a_bare_heading_are_none() -> None:
    text = (
        "Section 1. Definitions\nA. Watch. Four hours at the lamp.\n"
        "B. Change of Lamps.\n1. Request. A keeper who asks is moved.\n2. Order. A keeper who is told is moved.\n"
    )
    terms = defined_terms(an_edition(TEXT.format("Names are given.", text)))

    assert [(each.term, each.meaning, each.anchor) for each in terms] == [("Watch", "Four hours at the lamp.", "2.1.A")]


def test_a_long_meaning_is_cut_after_a_word_if_it_has_any() -> None:
    watch, line = "Hours of a watch.\n" * 40, "L" + 700 * "x"
    text = f"Section 1. Definitions\nA. Watch. {watch}B. Lamp Line. {line}.\n"
    terms = defined_terms(an_edition(TEXT.format("Names are given.\n" * 40, text)))

    assert [(each.term, each.meaning[-9:], len(each.meaning)) for each in terms] == [
        ("Watch", ". Hours …", 601),
        ("Lamp Line", "xxxxxxx …", 602),
    ]


def test_a_heading_that_only_begins_its_sentence_is_no_term() -> None:
    text = "Section 1. Definitions\nA. Surplus Keepers— Surplus keepers of the yard move.\nB. Watch. Watch is four hours.\n"
    terms = defined_terms(an_edition(TEXT.format("Names are given.", text)))

    assert [each.term for each in terms] == ["Watch"]


def test_one_meaning_is_listed_once_as_far_as_it_reaches() -> None:
    text = "Relief Lamp Keepers (RLK) rest. A Relief Lamp Keeper (RLK) sails."

    assert len(defined_terms(an_edition(TEXT.format(text, text)))) == 1


@pytest.mark.agreements(*present.POSTAL)
@pytest.mark.parametrize(
    ("slug", "term", "meaning", "reach"),
    [
        (NATIONAL, "Union", "hereinafter referred to as the “Union”", Reach.AGREEMENT),
        (NATIONAL, "PSE", "Postal Support Employees", Reach.AGREEMENT),
        (NATIONAL, "OPM", "Office of Personnel Management", Reach.AGREEMENT),
        (NATIONAL, "employees", "hereinafter referred to in this Article as “employees”", Reach.PART),
        (NATIONAL, "layoff", "as used herein refers to the separation", Reach.PART),
        (NATIONAL, "MTSC", "Maintenance Technical Support Center", Reach.PART),
        (LMOU, "SDO", "Scheduled Days Off", Reach.AGREEMENT),
    ],
)
def test_the_real_agreements_define(slug: str, term: str, meaning: str, reach: Reach) -> None:
    found = next(each for each in defined_terms(edition(slug)) if each.term == term)

    assert meaning in found.meaning
    assert found.reach is reach


@pytest.mark.agreements(*present.POSTAL)
def test_each_craft_article_keeps_its_own_residual_vacancy() -> None:
    found = [each for each in defined_terms(edition(NATIONAL)) if each.term == "Residual Vacancy"]

    assert [(each.page, each.anchor, each.reach) for each in found] == [
        (f"article-{article}", f"{article}.1.{place}", Reach.PART) for article, place in ((37, "H"), (39, "C.9"), (41, "G"))
    ]
