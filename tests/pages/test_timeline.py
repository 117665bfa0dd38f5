"""The timeline lists every term and every gap between terms of one level, in their order, and draws what it lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.link.texts import an_edition

from contract_site.model.document import Edition
from contract_site.pages.site.timeline_page import Gap, levels_of, render_timeline

TEXT = "ARTICLE 1\nROPES\nSection 1. Ropes\nRopes are tarred.\n"


def edition(slug: str, first: str = "", last: str = "", level: str = "national") -> Edition:
    days = {key: date.fromisoformat(day) if day else None for key, day in (("effective", first), ("expires", last))}
    made = an_edition(TEXT, slug=slug)
    return replace(made, settings=replace(made.settings, level=level, title=f"Agreement {slug}", short=slug, **days))


A = edition("a", "1964-07-01", "1965-10-31")
B = edition("b", "1966-09-21", "1967-10-31")
C = edition("c", "2010-11-21", "2015-05-20")


def test_gaps_lie_between_the_terms_of_one_level() -> None:
    local = edition("x", "1968-01-01", "2010-01-01", "local")
    national, below = levels_of([C, local, A, B])

    assert [(str(gap.first), str(gap.last), gap.length) for gap in national.gaps] == [
        ("1965-11-01", "1966-09-20", "11 months"),
        ("1967-11-01", "2010-11-20", "43 years"),
    ]
    assert below.gaps == ()


def test_terms_that_touch_or_lie_in_each_other_leave_no_gap() -> None:
    inside = edition("i", "1964-08-01", "1964-09-01")
    after = edition("n", "1965-11-01", "1966-09-20")
    (level,) = levels_of([A, inside, after, B])

    assert level.gaps == ()


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("2000-01-01", "2000-01-01", "1 day"),
        ("2000-01-01", "2000-01-10", "10 days"),
        ("2000-01-01", "2000-03-01", "2 months"),
        ("2000-01-01", "2001-12-31", "2 years"),
    ],
)
def test_how_long_a_gap_is(first: str, last: str, says: str) -> None:
    assert Gap(date.fromisoformat(first), date.fromisoformat(last)).length == says


def test_the_list_says_all_that_is_drawn() -> None:
    page = render_timeline([A, B, C, edition("d")])

    assert page is not None
    listed = [line for line in page.text.splitlines() if line.startswith("- ")]
    assert [line[:22] for line in listed] == [
        "- [Agreement a](../a/i",
        "- *November 1, 1965 – ",
        "- [Agreement b](../b/i",
        "- *November 1, 1967 – ",
        "- [Agreement c](../c/i",
        "- [Agreement d](../d/i",
    ]
    assert "no text here states a term for these 43 years" in listed[3]
    assert listed[5].endswith("its text states no term, so it is not drawn")
    assert page.text.count('class="term"') == 3
    assert page.text.count('class="gap"') == 2
    assert ">no text here: 43 years</text>" in page.text


def test_names_of_editions_are_escaped() -> None:
    named = replace(A, settings=replace(A.settings, short="<b>&"))
    page = render_timeline([named, B])

    assert page is not None
    assert "&lt;b&gt;&amp;: 1964–1965" in page.text


def test_one_term_is_no_line() -> None:
    assert render_timeline([A, edition("d")]) is None
