"""A typed citation leads where it says: the resolver on the real agreements, as every page of the site has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.present import BY_SLUG

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    line.split("\t")
    for line in (ROOT / "tests" / "cases" / "goto" / "citations.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ASK = """async (cases) => {
  const answers = [];
  for (const [text, options] of cases) {
    const result = await contractReference.goTo(text, options);
    answers.push({ ...result, straight: Boolean(contractReference.straight(result)) });
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def ask(context_for, host):
    """Return a function that asks the resolver of a page many citations at once."""
    page = context_for().new_page()
    page.goto(f"{host}/about/")
    yield lambda cases: page.evaluate(ASK, cases)
    page.close()


def agreements(site: Path) -> list[dict[str, Any]]:
    """The data of every agreement of the site."""
    index = json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))
    return [json.loads((site / "data" / f"{each['slug']}.json").read_text(encoding="utf-8")) for each in index["agreements"]]


def addresses(answer: dict[str, Any]) -> list[str]:
    return [offer["url"] for offer in answer["offers"]]


def test_citations_typed_in_many_ways_lead_where_the_table_says(ask):
    answers = ask([[typed, {}] for typed, *_ in CASES])
    wrong = []
    for (typed, how, first, also), answer in zip(CASES, answers, strict=True):
        found = "nothing" if not answer["offers"] else "straight" if answer["straight"] else "choose"
        said = [*addresses(answer)[1:], answer["missing"], "-"]
        if found != how or [first] != (addresses(answer)[:1] or ["-"]) or also not in said:
            wrong.append((typed, found, addresses(answer), answer["missing"]))

    assert len(CASES) >= 60
    assert wrong == []


def test_every_provision_is_found_by_its_citation_as_the_site_prints_it(ask, site):
    """Alone, where the agreement is known; a label printed twice in one place leads to a choice of both."""
    for agreement in agreements(site):
        provisions = agreement["provisions"]
        options = {"agreement": agreement["slug"], "straight": True}
        answers = ask([[each["citation"], options] for each in provisions])
        exact = [[offer["url"] for offer in answer["offers"] if offer["exact"]] for answer in answers]
        twice = [each["id"] for each, found in zip(provisions, exact, strict=True) if len(found) > 1]
        lost = [each["citation"] for each, found in zip(provisions, exact, strict=True) if each["url"].lstrip("/") not in found]

        assert lost == []
        assert all(any("~" in other for other in (each, f"{each}~2")) for each in twice)


def test_every_published_address_is_found_when_it_is_pasted_in_lower_case(ask, site):
    for agreement in agreements(site):
        slug = agreement["slug"]
        ledger = (BY_SLUG[slug] / "addresses.tsv").read_text(encoding="utf-8").splitlines()
        published = [line.split("\t")[0] for line in ledger]
        answers = ask([[f"https://example.org/somewhere/{each.lower()}", {"straight": True}] for each in published])
        found = {
            each: answer["offers"][0]["url"] if answer["straight"] else None
            for each, answer in zip(published, answers, strict=True)
        }
        second = {each: url for each, url in found.items() if url != each}

        histories = {each: url for each, url in second.items() if each.endswith("/history/")}
        assert all(url == each.removesuffix("history/") for each, url in histories.items())
        second = {each: url for each, url in second.items() if each not in histories}

        # Only the second address of a part leads elsewhere: to its first.
        assert [(each, url) for each, url in second.items() if each.count("#") or url is None] == []
        assert len(second) <= 1


def test_every_provision_is_found_by_its_labels_alone_and_the_agreements_year(ask, site):
    """`8.5.g 2010` as a member types it."""
    for agreement in agreements(site):
        if agreement["kind"] != "national":
            continue
        year = agreement["effective"][:4]
        body = [each for each in agreement["provisions"] if each["container"] == "body"]
        answers = ask([[f"{each['id'].lower()} {year}", {"straight": True}] for each in body])
        lost = [
            each["id"] for each, answer in zip(body, answers, strict=True) if addresses(answer)[:1] != [each["url"].lstrip("/")]
        ]

        assert lost == []


def test_a_level_that_is_not_there_leads_to_the_nearest_that_is_and_says_so(ask, site):
    """Every provision without anything below it, cited one level too deep."""
    for agreement in agreements(site):
        leaves = [each for each in agreement["provisions"] if each["container"] == "body" and each["text"]][::7]
        answers = ask([[f"{each['citation']}.q", {"agreement": agreement["slug"], "straight": True}] for each in leaves])
        wrong = [
            each["id"]
            for each, answer in zip(leaves, answers, strict=True)
            if addresses(answer)[:1] != [each["url"].lstrip("/")]
            or answer["straight"]
            or not answer["missing"].endswith(f"has no “q” below {each['citation']}.")
        ]

        assert wrong == []


def test_an_offer_says_what_stands_there_and_in_which_agreement(ask):
    (answer,) = ask([["8.5.g", {}]])

    assert answer["offers"][0] == {
        "url": "national-2010/article-8/#8.5.G",
        "citation": "Article 8.5.G",
        "opening": "Full-time employees not on the “Overtime Desired” list may…",
        "agreement": "2010–2015 National Agreement",
        "status": "expired",
        "exact": True,
    }


def test_a_page_loads_nothing_of_it_before_it_is_asked_and_then_only_what_it_needs(visit):
    seen = visit("about/")
    before = [url for url in seen.requests if "/go/" in url or "/goto-" in url]
    seen.page.evaluate("contractReference.goTo('8.5.G')")
    loaded = {url.partition("/go/")[2] for url in seen.requests if "/go/" in url}

    assert before == []
    assert loaded == {"index.js", "national-2010.js", "national-1966.js", "national-1964.js", "national-2010/article-8.js"}
    assert seen.complaints == []
