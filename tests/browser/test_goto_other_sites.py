"""Sites of other agreements than ours: of a local agreement alone, and of several that are in force at once."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.bad_projects import a_mini_agreement
from tests.browser.searching import FIELD, addresses, answered
from tests.browser.serving import SilentHandler, serving
from tests.projects import give_our_look, no_report

from contract_site.build import pipeline

LOCAL = """ITEM 1
STOCKROOM
A. The oﬃce ﬂeet is eﬃcient and the file is kept.
B. The résumé of a clerk is kept.
C. Each is paid 3½ dollars.
ITEM 2
BREAKS
Section 1. Length
A. Ten minutes.
"""
ARTICLES = """ARTICLE 1
PAY
A. The rule of {name} is that each keeper is paid by the week.
(1) The first time.
B. The second rule.
ARTICLE 2
HOURS
Section 1. Week
The week has forty hours.
Section 2. Overtime
A. Overtime is paid twice.
B. Overtime is shared.
"""
SETTINGS = """slug = "{slug}"
title = "The {name} Agreement"
short = "{name}"
kind = "{kind}"
parties = ["The Union", "The Employer"]
status = "{status}"

[source]
file = "source.txt"
sha256 = ""

[[part]]
line = 1
opens = "{opens}"
kind = "{parts}"
"""
SEVERAL = {"alder": "in force", "birch": "in force", "cedar": "superseded"}
ASK = """async ([text, options]) => {
  const found = await contractReference.goTo(text, options);
  return [contractReference.straight(found)?.url || null, found.offers.map((each) => each.url), found.missing];
}"""


def built(root: Path, *bare: str) -> Path:
    """Build the site of the agreements below a folder, with our own look; ``bare`` are what bare citations mean."""
    give_our_look(root)
    (root / "site.toml").write_text(f'name = "Site"\nbare_citations = {json.dumps(bare)}\n', encoding="utf-8")
    pipeline.build_site(pipeline.Project(root, root / "site"), no_report, bundles=False)
    return root / "site"


@pytest.fixture(scope="module")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a local agreement alone, whose text has ligatures, accents and fractions."""
    root = tmp_path_factory.mktemp("local")
    settings = SETTINGS.format(slug="pier", name="Pier", kind="local", status="in force", opens="ITEM 1", parts="items")
    a_mini_agreement(root / "agreements" / "pier", LOCAL, settings)
    return built(root)


@pytest.fixture(scope="module")
def several_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two agreements in force and one that is superseded; in Alder, places have moved."""
    root = tmp_path_factory.mktemp("several")
    for slug, status in SEVERAL.items():
        name = slug.capitalize()
        settings = SETTINGS.format(slug=slug, name=name, kind="national", status=status, opens="ARTICLE 1", parts="articles")
        a_mini_agreement(root / "agreements" / slug, ARTICLES.format(name=name), settings)
    moved = [
        "alder/article-2/#2.7\talder/article-1/#1.B",
        "alder/article-2/#2.2.b\talder/article-1/#1.A",
        "alder/article-9/\talder/article-2/#2",
    ]
    (root / "agreements" / "alder" / "moved.tsv").write_text("\n".join(moved), encoding="utf-8")
    return built(root)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[[Path, str], Page]]:
    """Return a function that opens a page of a site on a phone; no page may fail."""
    context = browser.new_context(service_workers="block", viewport={"width": 390, "height": 844})
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    hosts = []

    def open_page(site: Path, path: str) -> Page:
        hosts.append(serving(functools.partial(SilentHandler, directory=str(site))))
        page = context.new_page()
        page.goto(f"{hosts[-1].__enter__()}/{path}")
        return page

    yield open_page
    context.close()
    for host in hosts:
        host.__exit__(None, None, None)
    assert complaints == []


@pytest.mark.parametrize(
    ("typed", "straight"),
    [
        ("1.A", "pier/item-1/#1.A"),
        ("2.1.A", "pier/item-2/#2.1.A"),
        ("item 2, section 1.A", "pier/item-2/#2.1.A"),
        ("21a", "pier/item-2/#2.1.A"),
        ("pier 1.B", "pier/item-1/#1.B"),
        ("/1.C", "pier/item-1/#1.C"),
        ("paragraph A of Section 1 of Item 2", "pier/item-2/#2.1.A"),
    ],
)
def test_a_site_of_a_local_agreement_alone_answers_citations(local_site, opened, typed, straight):
    assert opened(local_site, "about/").evaluate(ASK, [typed, {}])[0] == straight


def test_what_a_local_agreement_alone_lacks_is_said(local_site, opened):
    page = opened(local_site, "about/")

    assert page.evaluate(ASK, ["1.Z", {}]) == [None, ["pier/item-1/#1"], "The Pier Agreement has no “Z” below Item 1."]
    assert page.evaluate(ASK, ["1.A and 2.1.A", {}])[1] == ["pier/item-1/#1.A", "pier/item-2/#2.1.A"]
    assert page.evaluate(ASK, ["Article 9", {}])[1] == ["pier/"]
    assert page.evaluate(ASK, ["keepers", {}])[1] == []


def test_the_field_of_such_a_site_goes_to_the_place_and_so_does_an_address(local_site, opened):
    page = opened(local_site, "")
    page.locator("form.goto input").fill("1.b")
    page.locator("form.goto input").press("Enter")
    page.wait_for_url("**/pier/item-1/#1.B")
    page.goto(page.url.replace("/pier/item-1/#1.B", "/#2.1.a"))

    page.wait_for_url("**/pier/item-2/#2.1.A")


@pytest.mark.parametrize(
    ("words", "place", "shown"),
    [
        ("fleet", "pier/item-1/#1.A", ["ﬂeet"]),
        ("efficient office", "pier/item-1/#1.A", ["eﬃcient", "oﬃce"]),
        ("ﬁle", "pier/item-1/#1.A", ["file"]),
        ("resume", "pier/item-1/#1.B", ["résumé"]),
        ("résumé", "pier/item-1/#1.B", ["résumé"]),
        ("re\u0301sume\u0301", "pier/item-1/#1.B", ["résumé"]),
        ("cl\u00aderk", "pier/item-1/#1.B", ["clerk"]),
        ("3 1/2 dollars", "pier/item-1/#1.C", ["3½", "dollars"]),
        ("3½ dollars", "pier/item-1/#1.C", ["3½", "dollars"]),
    ],
)
def test_letters_in_two_forms_are_found_as_one_and_shown_as_they_are_written(local_site, opened, words, place, shown):
    page = opened(local_site, "about/")
    page.locator("a.cr-search-open").click()
    page.locator(FIELD).fill(words)
    answered(page)

    assert addresses(page) == [place]
    marked = " ".join(page.locator(".cr-hit__words mark").all_inner_texts())
    assert [word for word in shown if word not in marked] == []


def test_where_several_agreements_in_force_have_a_place_all_are_offered(several_site, opened):
    page = opened(several_site, "about/")
    places = [f"{slug}/article-2/#2.2.B" for slug in SEVERAL]

    for options in ({}, {"straight": True}):
        straight, offers, missing = page.evaluate(ASK, ["2.2.B", options])
        assert (straight, sorted(offers)[:2], missing) == (None, places[:2], "")
    assert page.evaluate(ASK, ["22b", {}])[0] is None
    assert page.evaluate(ASK, ["2.2.B", {"agreement": "birch"}])[0] == places[1]
    assert page.evaluate(ASK, ["Cedar 2.2.B", {}])[0] == places[2]
    assert page.evaluate(ASK, ["birch/#2.2.b", {}])[0] == places[1]


def test_an_address_of_such_a_site_stays_in_its_agreement_or_is_answered_with_a_choice(several_site, opened):
    page = opened(several_site, "birch/#2.2.b")
    page.wait_for_url("**/birch/article-2/#2.2.B")
    page.goto(page.url.replace("/birch/article-2/#2.2.B", "/#2.2.b"))

    expect(page.locator(".missed li")).to_have_count(3)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("alder/article-2/#2.7", "alder/article-1/#1.B"),
        ("alder/article-2/#2.7).", "alder/article-1/#1.B"),
        ("alder/article-2/#2.2.b", "alder/article-1/#1.A"),
        ("alder/article-2/#2.2.B", "alder/article-2/#2.2.B"),
        ("alder/article-9/#2.2.B", "alder/article-2/#2.2.B"),
        ("alder/article-9/", "alder/article-2/#2"),
    ],
)
def test_a_published_address_that_moved_wins_over_one_that_is_like_it(several_site, opened, address, place):
    """In the field, and on the page, where the line that the old anchor stands in leads on."""
    assert opened(several_site, "about/").evaluate(ASK, [address, {}])[0] == place


def test_the_old_place_of_what_moved_is_gone_to_and_no_place_like_it(several_site, opened):
    page = opened(several_site, "alder/article-2/#2.2.b")
    expect(page.locator("[id='2.2.b']")).to_contain_text("is now at")
    expect(page.locator("[id='2.2.b']")).to_be_in_viewport()

    page.wait_for_timeout(500)
    assert page.url.endswith("/alder/article-2/#2.2.b")
    expect(page.locator(".missed")).to_have_count(0)


@pytest.fixture(scope="module")
def second_union(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of Cedar's agreement, superseded and expired, to which the one of another union was added, which is in force."""
    root = tmp_path_factory.mktemp("second")
    for slug, status, agreement in (
        ("cedar-1", "superseded", "cedar"),
        ("cedar-2", "expired", "cedar"),
        ("alder", "in force", ""),
    ):
        settings = SETTINGS.format(slug=slug, name=slug, kind="national", status=status, opens="ARTICLE 1", parts="articles")
        settings = settings.replace("kind =", f'agreement = "{agreement or slug}"\nkind =', 1)
        text = ARTICLES.format(name=slug) + ("C. Only here.\n" if slug == "alder" else "")
        a_mini_agreement(root / "agreements" / slug, text, settings)
    return built(root, "cedar")


@pytest.mark.parametrize(
    ("typed", "straight"),
    [
        ("2.2.B", "cedar-2/article-2/#2.2.B"),
        ("art 2 sec 2", "cedar-2/article-2/#2.2"),
        ("/1.A", "cedar-2/article-1/#1.A"),
        ("II.2.B", "cedar-2/article-2/#2.2.B"),
        ("alder 2.2.B", "alder/article-2/#2.2.B"),
        ("cedar-1 2.2.B", "cedar-1/article-2/#2.2.B"),
        ("2.2.C", None),  # only the other union's has it, and no printed link can have meant that
    ],
)
def test_a_second_unions_agreement_in_force_changes_no_printed_link(second_union, opened, typed, straight):
    assert opened(second_union, "about/").evaluate(ASK, [typed, {}])[0] == straight


@pytest.mark.parametrize("path", ["go/?c=2.2.B", "go/#2.2.B"])
def test_the_addresses_of_bare_citations_lead_to_what_the_site_names(second_union, opened, path):
    page = opened(second_union, path)

    expect(page).to_have_url(re.compile(r"/cedar-2/article-2/#2\.2\.B$"))
