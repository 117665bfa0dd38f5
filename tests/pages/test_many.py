"""What lists agreements grows by a line with each, is grouped and can be narrowed where they are many, and loses none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.link.texts import an_edition

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.data.goto import goto_index
from contract_site.model.document import Edition
from contract_site.model.page import Listed
from contract_site.model.relation import Relations
from contract_site.model.site import Examples, SiteSettings
from contract_site.pages.kin.comparisons import comparisons_list
from contract_site.pages.site.downloads_page import render_downloads
from contract_site.pages.site.goto_page import render_goto
from contract_site.pages.site.home import render_home
from contract_site.pages.site.many import grouped
from contract_site.pages.site.search_page import search_page
from contract_site.pages.site.timeline_page import render_timeline
from contract_site.words.long_lists import MANY

WHOLE = an_edition("ARTICLE 1\nROPES\nSection 1. Ropes\nRopes are tarred.\n", slug="rope")
SITE = SiteSettings(name="Contracts", description="Contracts.", introduction="Contracts to read.")


def an_agreement(number: int, **said: object) -> Edition:
    slug = f"rope-{number:04}"
    own = {"slug": slug, "agreement": slug, "title": f"Agreement of Harbour {number:04}", "short": f"{number:04}", **said}
    return replace(WHOLE, settings=replace(WHOLE.settings, **own))  # type: ignore[arg-type]


def agreements(count: int) -> list[Edition]:
    return [
        an_agreement(each, effective=date(1900 + each % 100, 1, 1), expires=date(1900 + each % 100, 12, 31))
        for each in range(count)
    ]


def crossings(editions: Sequence[Edition]) -> Crossings:
    listed = [
        Listed(f"What changed at {each.slug}", addresses.comparison_file(each.slug, each.slug), "9 of 99", (each.slug,))
        for each in editions
    ]
    known = {each.slug: each for each in editions}
    return Crossings(Relations(editions=known, lists={slug: ["tables"] for slug in known}, listed=listed))


def timeline(editions: Sequence[Edition]) -> str:
    page = render_timeline(editions)
    return page.text if page else ""


PAGES: dict[str, Callable[[Sequence[Edition]], str]] = {
    "home": lambda found: render_home(found, crossings(found), SITE, ((), ())).text,
    "go to": lambda found: render_goto(found, Examples(), None).text,
    "search": lambda found: search_page(found, crossings(found), found[0]).text,
    "downloads": lambda found: render_downloads(found).text,
    "comparisons": lambda found: comparisons_list(crossings(found)).text,
    "timeline": timeline,
    "citations": lambda found: goto_index(found).text,
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_grows_by_one_line_with_each_agreement(page: str) -> None:
    few, more, most = (len(PAGES[page](agreements(count))) for count in (100, 200, 400))

    assert most - more <= 2 * (more - few) * 1.02
    assert (most - more) / 200 < 450


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("comparisons", "citations")])
@pytest.mark.parametrize("count", [MANY, MANY + 1, 60])
def test_every_agreement_is_listed(page: str, count: int) -> None:
    text = PAGES[page](agreements(count))

    assert [each.slug for each in agreements(count) if each.slug not in text] == []
    assert ("data-narrow" in text) == (count > MANY)


def line(edition: Edition) -> str:
    return f"- {edition.slug}"


def test_one_edition_of_each_agreement_is_shown_and_what_belongs_to_it_is_folded_below() -> None:
    old, new = an_agreement(1, agreement="rope", status="expired"), an_agreement(2, agreement="rope", status="in force")
    local, deeper = an_agreement(3, parent="rope"), an_agreement(4, parent="rope-0003")
    others = [an_agreement(5), an_agreement(6, status="superseded")]
    text = "".join(grouped([old, new, *others, local, deeper], line))
    folds = re.findall(r"<summary>([^<]*)</summary>(.*?)</details>", text, re.DOTALL)

    assert [(told, re.findall(r"rope-\d+", inside)) for told, inside in folds] == [
        ("Other editions: 1 · Below it: 2", ["rope-0001", "rope-0003", "rope-0004"]),
    ]
    assert re.findall(r"rope-\d+", text) == [f"rope-000{number}" for number in (2, 1, 3, 4, 5, 6)]


def test_no_gap_is_drawn_between_agreements_that_have_nothing_to_do_with_each_other() -> None:
    page = render_timeline(agreements(MANY + 1))

    assert page is not None
    assert "no text here" not in page.text
