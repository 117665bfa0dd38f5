"""Subjects are found by their letter, and what agreements say on one stands side by side where there is room."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import POSTAL_HERE
from tests.browser.test_accessibility import problems

SUBJECT = "subjects/overtime/" if POSTAL_HERE else "subjects/work-week/"
PAGES = ["subjects/", SUBJECT]


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_of_subjects_fit_and_are_accessible(visit, path):
    page = visit(path, width=390).page
    wrong = problems(page)
    wider = []
    for width in (360, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        wider += [width] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []

    assert wider == []
    assert wrong == []


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1280, True)])
def test_the_words_of_agreements_stand_side_by_side_where_there_is_room(visit, width, beside):
    page = visit(SUBJECT, width=width).page
    first, second = page.locator(".sides > section").all()[:2]
    tops = [each.bounding_box()["y"] for each in (first, second)]

    assert (tops[0] == tops[1]) is beside


def test_a_letter_leads_to_its_subjects_and_a_subject_to_its_table(visit):
    page = visit("subjects/").page
    page.get_by_role("link", name="W", exact=True).first.click()
    expect(page.locator("h2#w")).to_be_in_viewport()
    page.get_by_role("link", name="Wash-up time", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Wash-up time")
    table = page.get_by_role("link", name="These words as a table (CSV)").get_attribute("href")

    assert table.endswith("data/subjects/wash-up-time.csv")
    assert page.request.get(page.evaluate("(href) => new URL(href, location).href", table)).ok
