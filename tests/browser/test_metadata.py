"""What a shared link previews as, and the permanent address where the site's own is known."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests import present
from tests.browser.conftest import POSTAL_HERE
from tests.browser.test_cite import CLIPBOARD, copied, open_menu

SITE = present.SITE if POSTAL_HERE else present.INVENTED_SITE
"""What the site says of itself on which the tests of this folder are run."""
EXPIRED = "2010–2015 National Agreement (expired; unofficial copy)"
PREVIEWS = {
    "": ("website", SITE["name"], SITE.get("introduction", "Contracts")[:9]),
    "national-2010/": (
        "website",
        "2010–2015 APWU–USPS National Agreement · 2010–2015 National Agreement (expired; unofficial copy)",
        "APWU",
    ),
    "national-2010/article-8/": ("article", f"Article 8. Hours of Work · {EXPIRED}", "The work week for full-time regulars"),
    "national-2010/memo/clerk-craft-jobs/": ("article", f"Clerk Craft Jobs · {EXPIRED}", "agrees to create certain duty"),
    "national-1966/article-vi/": (
        "article",
        "Article VI. Administration and Interpretation · 1966 National Agreement (superseded; unofficial copy)",
        "1966 National Agreement",
    ),
    "lmou-des-moines-bmc-2006/item-14/": (
        "article",
        "Des Moines BMC LMOU 2006 (status not stated; unofficial copy)",
        "Item 14",
    ),
    "editors/": ("website", "For editors", "How to link to a provision"),
    "compare/national-1964/national-1966/article-vi/": ("website", "Article VI", "1966"),
}
META = "() => Object.fromEntries([...document.querySelectorAll('head meta[property], head meta[name]')].map((each) => [each.getAttribute('property') || each.name, each.content]))"  # noqa: E501


@pytest.mark.parametrize(("path", "kind", "title", "words"), [(path, *expected) for path, expected in PREVIEWS.items()])
def test_a_shared_link_previews_as_what_it_is(visit, path, kind, title, words):
    page = visit(path).page
    found = page.evaluate(META)

    assert found["og:type"] == kind
    assert title in found["og:title"]
    assert words in found["og:description"]
    assert found["description"] == found["og:description"]
    assert found["twitter:card"] == "summary"
    assert found["og:site_name"] == SITE["name"]
    assert "og:image" not in found  # an address of a picture must be absolute, and this build has none
    assert page.title().endswith(SITE["name"])


def test_where_the_sites_own_address_is_known_it_is_what_is_copied(visit):
    page = visit("national-2010/article-8/?utm=x", **CLIPBOARD).page
    page.evaluate(
        """() => { const link = document.createElement('link');
                   Object.assign(link, { rel: 'canonical', href: 'https://contracts.example/national-2010/article-8/' });
                   document.head.append(link); }"""
    )
    open_menu(page, "8.5.G")

    assert copied(page, "Copy link")["text/plain"] == "https://contracts.example/national-2010/article-8/#8.5.G"


def test_a_question_in_the_address_bar_is_not_part_of_the_permanent_address(visit, host):
    page = visit("national-2010/article-8/?h=overtime").page
    menu = open_menu(page, "8.9")

    expect(menu).to_contain_text(f"Copy link{host}/national-2010/article-8/#8.9")
