"""The table of citations for editors: as CSV that no program runs, as a page, and whole."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from tests.projects import TINY, as_html, parse_page
from tests.sources.real import edition

from contract_site.build.pipeline import load_folder
from contract_site.data.citation_table import COLUMNS, citations_csv, cited_places
from contract_site.data.spreadsheet import cell
from contract_site.pages.edition.editors_pages import citation_files, citations_page, editors_guide

SITES = [
    ("", "/national-2010/article-8/#8.5.G"),
    ("https://x.example/u/", "https://x.example/u/national-2010/article-8/#8.5.G"),
]


def rows(slug: str, site_url: str) -> list[dict[str, str]]:
    text = citations_csv(cited_places(edition(slug)), site_url)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.agreements("national-2010")
@pytest.mark.parametrize(("site_url", "address"), SITES)
def test_the_csv_has_every_provision_with_its_citations_and_address(site_url: str, address: str) -> None:
    found = {row["address"]: row for row in rows("national-2010", site_url)}

    assert len(found) == sum(1 for _ in edition("national-2010").provisions())
    assert found[address] == dict(
        zip(
            COLUMNS,
            (
                "Art. 8.5.G (2010)",
                "2010–2015 APWU–USPS National Agreement, Article 8, Section 5.G",
                address,
                "",
                "17",
                "paragraph",
            ),
            strict=True,
        )
    )


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_could_be_a_formula_is_data(words: str) -> None:
    assert cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "Art. 8 (2010)", "1 = 1", 'a, "b"\nc', "'=1"])
def test_other_cells_are_as_they_are(words: str) -> None:
    assert cell(words) == words


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("x")', "a|b", "<script>alert(1)</script>", "{{ config }}", "*a* [x](javascript:y)", "{print}"]
)
def test_hostile_names_are_data_in_the_table_and_on_the_pages(words: str) -> None:
    real = load_folder(TINY / "local-tiny-2024", "local-tiny-2024")
    hostile = replace(real, settings=replace(real.settings, title=words, name=words, short=words, citation=words))
    [file] = citation_files([hostile], "")
    cells = [each for row in csv.reader(io.StringIO(file.text.removeprefix("\ufeff"), newline="")) for each in row]
    guide, table = (parse_page(as_html(page.text)) for page in (editors_guide([hostile]), citations_page(hostile)))

    assert not [each for each in cells if each.startswith(("=", "+", "-", "@"))]
    assert f"Item 2 ({words})" in cells
    for page in (guide, table):
        assert page.script is None
        assert not [link for link in page.find_all("a") if str(link.get("href", "")).startswith("javascript")]
        assert words in page.get_text()
    assert table.select_one(".citations")["data-agreement"] == words
    assert f"Item 2 ({words})" in [link.get_text() for link in table.select("td a")]


@pytest.mark.agreements("national-2010")
def test_the_page_lists_every_part_and_section_and_nothing_smaller() -> None:
    real = edition("national-2010")
    page = citations_page(real)
    links = [str(link["href"]) for link in parse_page(as_html(page.text)).select("td:first-child a")]

    assert (
        len(links) == len(set(links)) == 43 + 157 + 4 + 49 + 17 + 3
    )  # articles, sections, steps, memoranda, Appendix A, the rest
    assert {"../national-2010/article-8.md#8.5", "../national-2010/memo/clerk-craft-jobs.md#clerk-craft-jobs"} <= set(links)
    assert "../national-2010/article-8.md#8.5.G" not in links
