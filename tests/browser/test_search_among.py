"""Search over invented agreements: those of other trades, in their members' words, and more than a page asks at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.searching import FIELD, addresses, answered, emptied, type_in
from tests.browser.test_search_first import FIRST_THREE, rank
from tests.data.test_search_index import a_record, an_agreement
from tests.projects import ROOT

from contract_site.build import editions
from contract_site.data.search import search_files
from contract_site.data.search_among import AT_ONCE, NAMES
from contract_site.data.search_records import searched_agreements
from contract_site.editors.synonyms import load_every_synonym
from contract_site.model.search_record import SearchedAgreement

CASES = ROOT / "tests" / "cases" / "search"
MANY = 2 * NAMES + 6
RARE = MANY - 2


@pytest.fixture
def search_of(visit: Callable[..., Any], host: str) -> Callable[[Sequence[SearchedAgreement]], Page]:
    """Return a function that opens the page of search of a site with some agreements."""

    def opened(agreements: Sequence[SearchedAgreement]) -> Page:
        synonyms = load_every_synonym(ROOT / "agreements", "agreements", ())
        files = {f"search/{file.path}": file.text for file in search_files(agreements, synonyms)}

        def answer(route: Route) -> None:
            path = urlsplit(route.request.url).path.lstrip("/")
            route.fulfill(body=files[path], content_type="text/javascript") if path in files else route.fulfill(status=404)

        page: Page = visit("about/", width=1280).page
        page.route("**/search/**/*.js", answer)
        page.route("**/search/*.js", answer)
        page.goto(f"{host}/search/")
        return page

    return opened


def test_what_members_of_other_trades_type_leads_to_the_right_place(search_of):
    """90 % first in the agreement that answers, 97 % among its first three, with no words but those of any trade."""
    texts = [editions.inspect_file(path, None) for path in sorted((CASES / "trades").glob("*.txt"))]
    page = search_of(searched_agreements(texts))
    asked = [line.split("\t") for line in (CASES / "trades.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    ranks, silent = {}, []
    for words, slug, places, says in asked:
        page.get_by_label("Agreement and edition").select_option(slug)
        emptied(page)  # the words of the last query are asked of this agreement, too
        type_in(page, words)
        ranks[words, slug] = rank(addresses(page), slug, places.split())
        if says not in page.locator(".cr-find__place").inner_text():
            silent.append((words, says))
    late = {words: at for words, at in ranks.items() if at != 1}

    assert silent == []
    assert len(ranks) >= 40
    assert sum(at == 1 for at in ranks.values()) >= 0.90 * len(ranks), late
    assert sum(at <= FIRST_THREE for at in ranks.values()) >= 0.97 * len(ranks), late


def many() -> list[SearchedAgreement]:
    """More agreements than a page knows by name, all with fog, one with a word of its own."""
    return [
        an_agreement(
            *(a_record(place, "Fog", "The horn is sounded in fog.") for place in range(1 + number % 30)),
            a_record(99, "", "Fog and night watches." if number % 2 else "Watches by day."),
            *([a_record(100, "Quarantine", "")] if number == RARE else []),
            slug=f"station-{number:02}",
        )
        for number in range(MANY)
    ]


def test_of_many_agreements_the_first_with_all_words_are_asked_and_the_others_named_with_their_counts(search_of):
    page = search_of(many())
    type_in(page, "fog")
    groups = page.locator(".cr-group[data-slug]:not([hidden])")
    others = page.locator(".cr-others li")

    assert groups.evaluate_all("all => all.map((each) => each.dataset.slug)") == [f"station-{n:02}" for n in range(AT_ONCE)]
    expect(page.get_by_role("status")).to_contain_text(f"in {AT_ONCE} agreements; {MANY - AT_ONCE} more agreements below")
    expect(others.first).to_contain_text("station-04")
    expect(others.first).to_contain_text("5 provisions")
    expect(others.nth(1)).to_contain_text("7 provisions")
    page.get_by_role("button", name="More names").click()
    expect(others.nth(8)).to_contain_text("station-12")
    page.get_by_role("button", name="station-12", exact=True).click()
    expect(page.locator("[data-slug=station-12] .cr-hit a").first).to_be_focused()
    expect(page.locator("[data-slug=station-12] .cr-group__count")).to_have_text("13 provisions")


def test_a_word_of_one_agreement_in_seventy_is_found_and_named(search_of):
    page = search_of(many())
    type_in(page, "quarantine")

    assert page.locator(".cr-group[data-slug]:not([hidden])").evaluate_all("all => all.map((each) => each.dataset.slug)") == [
        f"station-{RARE:02}"
    ]
    expect(page.locator(f"[data-slug=station-{RARE:02}] .cr-group__name")).to_have_text(f"station-{RARE:02}")
    expect(page.get_by_role("status")).to_have_text("1 provision")
    type_in(page, "quarantyne")
    expect(page.locator(".cr-find__notes")).to_contain_text("Showing results for quarantine.")


def test_of_several_words_the_counts_of_others_are_looked_up_and_only_those_with_all_are_named(search_of):
    page = search_of(many())
    type_in(page, "fog night")

    first = page.locator(".cr-others li").first
    assert page.locator(".cr-group[data-slug]:not([hidden])").evaluate_all("all => all.map((each) => each.dataset.slug)") == [
        f"station-{n:02}" for n in range(1, 2 * AT_ONCE, 2)
    ]
    expect(first).to_contain_text("station-09")
    expect(first.locator(".cr-group__count")).to_have_text("1 provision")


def test_a_query_among_many_loads_no_more_than_among_a_few(search_of):
    asked: dict[int, list[str]] = {}
    for count in (AT_ONCE, MANY):
        page = search_of(many()[:count])
        asked[count] = []
        page.on("request", lambda request, seen=asked[count]: seen.append(urlsplit(request.url).path))
        page.locator(FIELD).fill("fog")
        page.locator(".cr-hit").first.wait_for()
    few, more = (len([path for path in paths if "/search/" in path]) for paths in asked.values())

    assert 0 < more <= few + 2


def test_what_is_only_begun_is_found_among_many(search_of):
    page = search_of(many())
    page.locator(FIELD).press_sequentially("watc", delay=10)
    answered(page)

    assert addresses(page)
    expect(page.locator(".cr-find__notes")).not_to_contain_text("No agreement says")


def test_an_agreement_that_does_not_say_it_offers_the_others(search_of):
    page = search_of(many())
    page.get_by_label("Agreement and edition").select_option("station-02")
    type_in(page, "quarantine")
    expect(page.locator(".cr-find__notes")).to_contain_text("The station-02 does not say quarantine.")
    page.get_by_role("button", name="Search all agreements").click()
    answered(page)

    assert addresses(page)
