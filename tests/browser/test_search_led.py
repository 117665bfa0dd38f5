"""Search leads past provisions too, to comparisons and lists of an agreement; and it asks for no file that is not there."""

from __future__ import annotations

import pytest
from tests.browser.searching import type_in

AGREEMENTS = pytest.mark.agreements("national-2010", "national-1966", "national-1964")
OFFERED = ".cr-offers a"
BESIDE = ".cr-find__subject a"
COMPARED = "compare/national-1964/national-1966/article-xv/"
CHANGED = (
    "what changed about overtime 1964 1966",
    "what changed between 1964 and 1966 overtime",
    "what changed in overtime since 1964",
    "overtime 1964 vs 1966",
    "overtime 1964 vs. 1966",
)
LISTED = {
    "how long do I have to file": "national-2010/deadlines/",
    "grievance deadline": "national-2010/deadlines/",
    "pay scale": "national-2010/pay/",
    "how much do i get paid": "national-2010/pay/",
    "hourly rate level 6": "national-2010/pay/",
}
STARTS = (
    *("24hr", "20min", "1hour", "12hrs", "8.5g", "3971x", "½day", "§8", "$5k", "50%off", "2nd", "-5c", "(d)"),
    *("a/c", "e-mail", "c++", "'tis", "ñandú", "øl", "日本", "🙂", "x'", "1,500lbs", "9-5er", "0", "%2"),
)
ENDS = ("notice", "break", "lunch", "hours", "zzqx", "rate", "days")


@AGREEMENTS
def test_what_changed_between_named_years_leads_to_their_comparison_at_the_article(visit):
    page = visit("search/", width=360).page
    led = {}
    for words in CHANGED:
        type_in(page, words)
        led[words] = page.locator(OFFERED).first.get_attribute("href")

    assert {words: str(led[words]).endswith(COMPARED) for words in CHANGED} == dict.fromkeys(CHANGED, True), led


@AGREEMENTS
def test_lists_of_an_agreement_are_offered_for_what_they_list(visit):
    page = visit("search/", width=360).page
    missing = []
    for words, wanted in LISTED.items():
        type_in(page, words)
        found = page.locator(BESIDE).evaluate_all("all => all.map((each) => each.href)")
        if not any(each.endswith(wanted) for each in found):
            missing.append((words, found))

    assert missing == []


def test_whatever_is_typed_no_file_is_asked_for_that_is_not_there(visit):
    page = visit("search/", width=360).page
    refused: list[str] = []
    page.on("response", lambda response: refused.append(response.url) if response.status >= 400 else None)
    for words in [f"{start} {end}" for start in STARTS for end in ENDS] + [*STARTS]:
        type_in(page, words)

    assert len(STARTS) * (len(ENDS) + 1) >= 200
    assert refused == []
