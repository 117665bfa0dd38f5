"""Where the rows of a comparison stand, and what is said of them at provisions."""

from __future__ import annotations

import re

import pytest
from tests.test_hostile import an_edition, with_settings

from contract_site.beside.crossings import Crossings
from contract_site.beside.rows import ComparisonLayout
from contract_site.build import pipeline
from contract_site.compare.comparison import compare
from contract_site.compare.units import units_of
from contract_site.model.comparison import ComparisonSettings
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.kin.comparisons import render_comparisons

PAY = "Employees are paid for every full hour of work that they do."
LEAVE = "Leave is granted on written request of the employee within a week."
TOOLS = "The mill lends saws and axes to whoever has signed the book of tools."
DOORS = "Doors of the yard stay shut whenever the great wheel is turning."


def crossings(before: str, after: str) -> Crossings:
    """Two invented editions of 1950 and 1952, compared."""
    older = an_edition(before, agreement=with_settings(slug="older", short="1950"))
    newer = an_edition(after, agreement=with_settings(slug="newer", short="1952"))
    settings = ComparisonSettings(before="older", after="newer", title="1950 and 1952")
    comparison = compare(units_of(older), units_of(newer), settings)
    return Crossings(pipeline.relate({"older": older, "newer": newer}, {}, [comparison]))


def layout(before: str, after: str) -> ComparisonLayout:
    return crossings(before, after).compared[0]


def shown(found: ComparisonLayout) -> dict[str, list[str]]:
    """The anchors of the rows of each page; headings are left out."""
    return {part.id: [placed.anchor for placed in part.rows if not placed.heading] for part in found.parts}


def article(number: int, *texts: str) -> str:
    return "\n".join([f"ARTICLE {number}", "TITLE", *(f"{'ABCD'[at]}. {text}" for at, text in enumerate(texts))]) + "\n"


@pytest.mark.parametrize(
    ("before", "after", "pages"),
    [
        # what was removed follows what preceded it
        (article(1, PAY, LEAVE, TOOLS), article(1, PAY, TOOLS), {"article-1": ["1.A", "was-1.B", "1.B"]}),
        (article(1, PAY, LEAVE), article(1, LEAVE), {"article-1": ["was-1.A", "1.A"]}),
        # on the page to which most of its article went
        (article(1, PAY, LEAVE), article(1, TOOLS) + article(2, PAY), {"article-1": ["1.A"], "article-2": ["2.A", "was-1.B"]}),
        # or where it was, if half as much stayed there
        (
            article(1, PAY, LEAVE, TOOLS),
            article(1, PAY, DOORS) + article(2, LEAVE),
            {"article-1": ["1.A", "was-1.C", "1.B"], "article-2": ["2.A"]},
        ),
        # an article of which nothing is left: on the page of its number, else on its own
        (article(1, PAY), article(1, TOOLS), {"article-1": ["was-1.A", "1.A"]}),
        (article(1, PAY) + article(2, LEAVE), article(1, PAY), {"article-1": ["1.A"], "article-2": ["was-2.A"]}),
    ],
)
def test_every_row_stands_on_one_page(before: str, after: str, pages: dict[str, list[str]]) -> None:
    found = layout(before, after)

    assert shown(found) == pages
    assert sum(len(part.rows) for part in found.parts) == len(found.comparison.rows)


def test_an_article_of_which_nothing_is_left_has_a_page_that_says_so() -> None:
    found = layout(article(1, PAY) + article(2, LEAVE), article(1, PAY))

    assert [(part.id, part.older_only) for part in found.parts] == [("article-1", False), ("article-2", True)]
    assert found.page_of("older", "article-2") == "article-2"


def test_two_removed_provisions_of_one_number_on_one_page_have_two_anchors() -> None:
    memo = "MEMORANDUM OF UNDERSTANDING\nRe: {}\nA. {}\nB. {}\n"
    found = layout(
        memo.format("Pay", PAY, DOORS) + memo.format("Leave", LEAVE, "Nobody sleeps on watch."),
        "MEMORANDUM OF UNDERSTANDING\nRe: Both\nA. " + PAY + "\nC. " + LEAVE + "\n",
    )
    anchors = [placed.anchor for part in found.parts for placed in part.rows]

    assert {"was-B", "was-B~2"} <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_address_of_a_row_names_both_editions_the_page_and_the_row() -> None:
    found = layout(article(1, PAY, LEAVE), article(1, PAY))
    urls = [found.url(row) for row in found.comparison.rows]

    assert urls == [
        "/compare/older/newer/article-1/#1.heading",
        "/compare/older/newer/article-1/#1.A",
        "/compare/older/newer/article-1/#was-1.B",
    ]


def lines(found: Crossings, slug: str) -> dict[str, str]:
    """What the pages of an edition say at provisions that became of them: the words, and where they lead."""
    pages = render_edition(found.relations.editions[slug], found).pages
    twin = re.compile(r"^\[([^\]]+)\]\((\S+?)\)(?: · \[History\]\(\S+\))?\n\{: \.twin \}", re.MULTILINE)
    return {link.rpartition("/")[2]: words for page in pages for words, link in twin.findall(page.text)}


@pytest.mark.parametrize(
    ("before", "after", "newer", "older"),
    [
        (PAY, PAY, "Unchanged since 1950", "Unchanged in 1952"),
        (PAY, PAY.replace("every full hour", "every hour and minute"), "Reworded in 1952", "Reworded in 1952"),
        (PAY, f"{TOOLS}\nB. {PAY}", "Moved from 1.A", "Moved to 1.B in 1952"),
        (
            PAY,
            f"{TOOLS}\nB. {PAY.replace('every full', 'each')}",
            "Moved from 1.A and reworded",
            "Moved to 1.B in 1952 and reworded",
        ),
    ],
)
def test_a_provision_says_what_became_of_it(before: str, after: str, newer: str, older: str) -> None:
    found = crossings(article(1, before), article(1, after))

    assert newer in lines(found, "newer").values()
    assert list(lines(found, "older").values()) == [older]


def test_what_has_no_twin_says_so_on_either_side() -> None:
    found = crossings(article(1, PAY, LEAVE), article(1, PAY, TOOLS))

    assert lines(found, "older") == {"article-1.md#1.A": "Unchanged in 1952", "article-1.md#was-1.B": "Not in 1952"}
    assert lines(found, "newer") == {"article-1.md#1.A": "Unchanged since 1950", "article-1.md#1.B": "New in 1952"}


def test_a_heading_alone_does_not_speak_for_what_stands_below_it() -> None:
    text = "ARTICLE 1\nTITLE\nSection 1. Pay\nA. {}\n"
    found = crossings(text.format(PAY), text.format(LEAVE))

    assert lines(found, "newer") == {
        "article-1.md#1.1.heading": "Heading: unchanged since 1950",
        "article-1.md#1.1.A": "New in 1952",
    }


def test_numbers_that_went_together_stand_in_one_line() -> None:
    before = article(1, PAY, LEAVE) + article(2, TOOLS)
    after = article(1, PAY, LEAVE) + article(2, DOORS, TOOLS)
    page = next(page.text for page in render_comparisons(crossings(before, after)).pages if page.path.stem == "numbers")

    assert "| [1 and all below](article-1.md#1.heading) | same number |" in page
    assert "| [2.B](article-2.md#2.B) | 2.A |" in page
    assert "| [2.A](article-2.md#2.A) | — |" in page
    assert "| [2.A](article-2.md#2.B) | 2.B |" in page


def test_without_comparisons_there_is_no_page_and_no_entry() -> None:
    edition = an_edition(article(1, PAY))
    found = render_comparisons(Crossings(pipeline.relate({"invented": edition}, {})))

    assert (found.pages, found.contents) == ((), ())
