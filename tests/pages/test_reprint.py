"""What readers are told of portions of articles that an appendix reprints: never that something was removed."""

from __future__ import annotations

import re

import pytest
from tests.hostile import an_edition, with_settings
from tests.projects import as_html, parse_page

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.compare.comparison import compare
from contract_site.compare.units import reprinted
from contract_site.data.comparison import comparison_files
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.edition_settings import PartSettings
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.kin.comparisons import render_comparisons
from contract_site.pages.kin.naming import naming_of

ARTICLES = """ARTICLE 1
HOURS
Section 1. Weeks
A. A week has forty hours, of which none is on a Sunday.
1. Sunday begins on Saturday night.
B. A day begins at midnight and ends at the next one.
Section 2. Nights
Nobody works at night without a lamp of his own.
Section 3. Doors
The doors stay shut.
Nobody opens them but the keeper of the yard himself.
ARTICLE 2
TOOLS
Saws are lent to whoever has signed the book of tools.
"""
REPRINT = """APPENDIX A
1. These portions apply to helpers:
ARTICLE 1
HOURS
Section 1. Weeks
* * * * *
B. A day begins at midnight and ends at the next noon.
Section 4. Doors
The doors stay shut.
Nobody opens them but the keeper of the yard himself.
"""


@pytest.fixture(scope="module")
def found() -> Crossings:
    """Article 1, of which an appendix reprints one paragraph in other words and one section under another number."""
    line = ARTICLES.count("\n") + 1
    parts = (
        PartSettings(line=1, opens="ARTICLE 1", kind="articles"),
        PartSettings(line=line, opens="APPENDIX A", kind="appendix", id="appendix-a", title="Helpers", body=line + 1),
    )
    edition = an_edition(ARTICLES + REPRINT, agreement=with_settings(slug="mill", short="1950", part=parts))
    settings = ComparisonSettings(
        kind="reprint", before="mill", after="mill", page="appendix-a", sections={"1.4": "1.3"}, applies_to="helpers", title="R"
    )
    comparison = compare(*reprinted(edition, edition, "appendix-a", settings.sections), settings)
    return Crossings(pipeline.relate({"mill": edition}, {}, [comparison]))


def test_a_reprint_has_a_page_for_each_article_and_its_rows_the_articles_anchors(found: Crossings) -> None:
    layout = found.compared[0]

    assert [page.path.as_posix() for page in render_comparisons(found).pages][1:] == [
        f"compare/mill/appendix-a/{name}.md" for name in ("index", "article-1", "numbers", "map")
    ]
    assert [placed.anchor for placed in layout.parts[0].rows] == [
        "1.heading", "1.1.heading", "1.1.A", "1.1.A.1", "1.article-1.1", "1.1.B", "1.3.heading", "1.3", "1.3.p2",
    ]  # fmt: skip
    assert layout.url(layout.comparison.rows[2]) == "/compare/mill/appendix-a/article-1/#1.1.A"


def test_each_row_says_how_it_is_reprinted_and_none_that_it_was_removed(found: Crossings) -> None:
    layout = found.compared[0]
    naming = naming_of(layout, found)
    page = next(page.text for page in render_comparisons(found).pages if page.path.stem == "article-1")

    assert [naming.words(placed.row) for placed in layout.parts[0].rows] == [
        "Same words", "Same words", "Not reprinted in Appendix A", "Not reprinted in Appendix A", "Marks words left out",
        "Reworded", "Reprinted as 1.4: same words", "Reprinted as 1.4: same words", "Reprinted as 1.4 ¶2: same words",
    ]  # fmt: skip
    shown = " ".join(parse_page(as_html(page)).get_text().split())
    assert re.findall(r"(?i)\w+ removed \w+|\bremoved:|unchanged", shown) == ["were removed from"]
    assert "ends at the next in the article only: one. in Appendix A only: noon. end" in shown
    assert "Words that Appendix A leaves out of an article do not apply to helpers by this reprint" in page
    assert "Not compared here, because Appendix A prints nothing of them: Article 1.2." in page


def test_what_is_not_reprinted_is_shown_but_not_struck(found: Crossings) -> None:
    page = next(page.text for page in render_comparisons(found).pages if page.path.stem == "article-1")
    row = page.partition('id="1.1.A"')[2].partition("</div>")[0]

    assert "<b>A.</b> A week has forty hours" in row
    assert "<del>" not in row


def twins(found: Crossings, page: str) -> dict[str, str]:
    (text,) = (each.text for each in render_edition(found.relations.editions["mill"], found).pages if each.path.stem == page)
    lines = re.findall(r"^\[(.+?)\]\((\S+?)\)\n\{: \.twin", text, re.MULTILINE)
    return {link.rpartition("/")[2]: words for words, link in lines}


def test_provisions_lead_to_the_row_from_either_side(found: Crossings) -> None:
    """That a provision is not reprinted is said on the page of the comparison only."""
    assert twins(found, "article-1") == {
        "article-1.md": "Compare this with what Appendix A reprints of it for helpers",
        "article-1.md#1.1.heading": "Heading reprinted for helpers in Appendix A: same words",
        "article-1.md#1.1.B": "Reprinted for helpers in Appendix A: reworded",
        "article-1.md#1.3.heading": "Reprinted for helpers in Appendix A: as 1.4, same words",
    }
    assert twins(found, "appendix-a") == {
        "index.md": "Compare the portions reprinted here with the articles they come from",
        "article-1.md#1.heading": "Heading from Article 1: same words",
        "article-1.md#1.article-1.1": "From Article 1.1: same words, with words left out",
        "article-1.md#1.1.B": "From Article 1.1.B: reworded",
        "article-1.md#1.3.heading": "From Article 1.3: same words, other number",
    }
    assert twins(found, "article-2") == {}


def test_numbers_within_the_article_count_in_the_tables(found: Crossings) -> None:
    page = next(page.text for page in render_comparisons(found).pages if page.path.stem == "numbers")

    assert "| [1.Article 1.1.B](article-1.md#1.1.B) | same number |" in page
    assert "| [1.Article 1.4](article-1.md#1.3.heading) | 1.3, 1.3 ¶2 |" in page
    assert "| [1.1.A and all below](article-1.md#1.1.A) | — |" in page
    assert "| [1.3](article-1.md#1.3.heading) | 1.Article 1.4, 1.Article 1.4 ¶2 |" in page
    assert "1.2" not in page


def test_the_data_lead_to_the_rows(found: Crossings) -> None:
    ((entry, file),) = comparison_files(found)

    assert (entry.url, entry.data) == ("/compare/mill/appendix-a/", "/data/compare/mill--appendix-a.json")
    assert '"url": "/compare/mill/appendix-a/article-1/#1.1.B"' in file.text
