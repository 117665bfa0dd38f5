"""What must hold of the concordance of 1966 and 2010: every article accounted for, and what everybody knows of them."""

from __future__ import annotations

from functools import cache

import pytest
from tests.sources.real import ROOT, edition

from contract_site.compare.concordance import concord, unnamed
from contract_site.editors.settings import load_comparison
from contract_site.editors.topics import load_topics
from contract_site.model.concordance import Concordance, Relation

pytestmark = pytest.mark.agreements("national-1966", "national-2010", "compare/national-1966--national-2010")

FOLDER = ROOT / "agreements" / "compare" / "national-1966--national-2010"
ARTICLES_1966, SUPPLEMENTS_1966, ARTICLES_2010 = 27, 7, 43

DESCENT = """
I → 1
III → 3 6 19
IV → 1 2 18 19 22 31
VI → 15 17 19 30
VII → 30
VIII → 16
IX → 2 15 16 17 30
X → 2 12 15 16
XI → 15
XII → 12 30
XIII → 13 30
XIV → 25
XV → 7 8 11 30 37 38
XVI → 10 30
XVII → 36
XVIII → 1 37 38
XIX → 14
XX → 26
XXII → 37 38 39 41
XXIV → 20 30
XXV → 4 14
XXVI → 19
XXVII → 30 43
supplement/seniority → 12 30 33 37 38 39 41
supplement/seniority-motor-vehicle-service-branch → 39
supplement/seniority-maintenance-service-branch → 30 38
supplement/tools-for-vehicle-maintenance-personnel → 28 38 39 41
"""
"""Which articles of 2010 each article and supplement of 1966 leads to, as read; the others lead to none."""
NO_ANCESTOR = "5 9 21 23 24 27 29 32 34 35 40 42"
NO_DESCENDANT = """
II V XXI XXIII
supplement/heavy-duty-compensation supplement/city-carrier-transportation supplement/rpo-and-hpo-clerk-assignments
"""
FOUND = [
    ("XII.C.1.b", "12.5.C.1.b", "first choice of duty assignment shall go to the senior employee entitled by displacement"),
    ("XIII.B.1.a", "13.2.A", "employee recuperating from a serious illness or injury and temporarily unable to perform"),
    ("VIII.A.1", "16.1", "rather than punitive"),
    ("VIII.B.2.b.2", "16.2", "there is no prohibition against the supervisor and/or the employee making a"),
    ("XIX.A.6", "14.6", "It is the intent of this program to insure broad exposure to employees"),
    ("XVI.A", "10.3.A", "It is agreed to establish a nationwide program for vacation planning for"),
    ("III.2.c", "6.3", "lack of work or for other legitimate reasons"),
    ("supplement/seniority#F.1", "39.1.B.5.a", "Reemployment After Disability Separation"),
]


@cache
def concordance() -> Concordance:
    settings = load_comparison(FOLDER, FOLDER.name)
    rows = load_topics(FOLDER, FOLDER.name, settings.topics)
    return concord(edition("national-1966"), edition("national-2010"), settings, rows)


def numeral(page: str) -> str:
    name = page.removeprefix("article-")
    return name.upper() if page.startswith("article-") else page


@cache
def descent() -> dict[str, set[str]]:
    """Which articles of 2010 each part of 1966 leads to."""
    found: dict[str, set[str]] = {}
    for row in concordance().rows:
        for before in row.before:
            to = {numeral(after.page) for after in row.after if after.page.startswith("article-")}
            found.setdefault(numeral(before.page), set()).update(to)
    return found


def test_every_article_and_supplement_is_accounted_for() -> None:
    rows = list(concordance().rows)
    older, newer = ({place.page for row in rows for place in side(row)} for side in (lambda r: r.before, lambda r: r.after))

    assert sum(page.startswith("article-") for page in older) == ARTICLES_1966
    assert sum(page.startswith("supplement/") for page in older) == SUPPLEMENTS_1966
    assert sum(page.startswith("article-") for page in newer) == ARTICLES_2010
    assert concordance().findings == ()


@pytest.mark.parametrize(("slug", "older"), [("national-1966", True), ("national-2010", False)])
def test_every_section_is_accounted_for(slug: str, older: bool) -> None:
    """Each section of an article is named, or something in it is."""
    assert [provision.anchor for provision in unnamed(concordance(), edition(slug), older=older)] == []


def test_every_row_was_read() -> None:
    assert all(row.reviewed for row in concordance().rows)


def test_each_article_of_1966_leads_to_those_of_2010_that_deal_with_its_subjects() -> None:
    expected = dict(line.split(" → ") for line in DESCENT.strip().splitlines())

    assert {page: " ".join(sorted(to, key=int)) for page, to in descent().items() if to} == expected


def test_articles_without_a_relative_are_said_to_have_none() -> None:
    ancestors = {article for to in descent().values() for article in to}
    articles = [numeral(part.id) for part in edition("national-2010").parts if part.id.startswith("article-")]

    assert " ".join(each for each in articles if each not in ancestors) == NO_ANCESTOR
    assert sorted(page for page, to in descent().items() if not to) == sorted(NO_DESCENDANT.split())


@pytest.mark.parametrize(("before", "after", "phrase"), FOUND)
def test_words_that_a_reader_found_again_are_marked(before: str, after: str, phrase: str) -> None:
    phrases = [
        kept.text
        for row in concordance().rows
        if row.relation is Relation.FOUND_AGAIN and (row.before[0].name, row.after[0].name) == (before, after)
        for kept in row.kept
    ]

    assert any(phrase in " ".join(found.split()) for found in phrases)
