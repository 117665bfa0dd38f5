"""The comparative print of 1966: two editions of one book, each word of it in one place."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from tests.present import BY_SLUG
from tests.projects import ROOT
from tests.sources.real import edition, parts, rows

from contract_site.editors.settings import load_editorial
from contract_site.model.collation import FURNITURE
from contract_site.model.document import Block, Provision, Rank
from contract_site.model.source import Words

pytestmark = pytest.mark.agreements("national-1964", "national-1966")

EDITIONS = ("national-1964", "national-1966")
ARTICLES = {"national-1964": 25, "national-1966": 27}
SUPPLEMENTS = {
    "national-1964": ["heavy-duty-compensation", "tools-for-vehicle-maintenance-personnel", "hourly-rate-regular-employees",
                      "seniority", "city-carrier-transportation"],
    "national-1966": ["heavy-duty-compensation", "tools-for-vehicle-maintenance-personnel", "seniority",
                      "seniority-motor-vehicle-service-branch", "seniority-maintenance-service-branch",
                      "city-carrier-transportation", "rpo-and-hpo-clerk-assignments"],
}  # fmt: skip
both = pytest.mark.parametrize("slug", EDITIONS)


@cache
def shown(slug: str) -> frozenset[int]:
    """Every offset of the book whose character readers of an edition see, corrected or not."""
    removed = {at for item in edition(slug).furniture for at in range(item.span.start, item.span.end)}
    text = edition(slug).source.text
    return frozenset(at for at, character in enumerate(text) if at not in removed and not character.isspace())


@cache
def provisions(slug: str) -> dict[str, Provision]:
    """Every provision by its page and anchor."""
    return {f"{part.id}#{provision.anchor}": provision for part, provision in edition(slug).provisions()}


def all_words(provision: Provision) -> list[Words]:
    return [provision.label, provision.heading, *(part.words for part in provision.body if isinstance(part, Block))]


@both
def test_every_character_is_accounted_for_once(slug: str) -> None:
    account = edition(slug).account

    assert account.unaccounted == account.twice == ()
    assert account.kept + account.removed == account.characters


def test_no_character_is_shown_by_both_editions_and_what_neither_shows_is_no_text() -> None:
    first, second = (shown(slug) for slug in EDITIONS)
    source = edition("national-1966").source.text
    editorial = load_editorial(BY_SLUG["national-1966"])
    assert editorial.collation is not None
    no_text = {at for run in editorial.collation.runs if run.column == FURNITURE for at in range(run.start, run.end)}
    no_text |= {
        at
        for slug in EDITIONS
        for item in edition(slug).furniture
        if item.reason.startswith(("hyphen at a line end", "removed by a correction"))
        for at in range(item.span.start, item.span.end)
    }
    neither = {at for at, character in enumerate(source) if not character.isspace()} - first - second

    assert first.isdisjoint(second)
    assert neither <= no_text
    assert len(no_text) < 0.02 * len(source)


@both
def test_articles_count_from_one_and_supplements_stand_in_printed_order(slug: str) -> None:
    body = [part.root for part in edition(slug).parts if part.container == "body"]
    supplements = [part.id.removeprefix("supplement/") for part in edition(slug).parts if part.root.rank is Rank.SUPPLEMENT]

    assert [root.label.text for root in body] == [f"ARTICLE {root.anchor}" for root in body]
    assert len(body) == ARTICLES[slug]
    assert supplements == SUPPLEMENTS[slug]


@pytest.mark.parametrize("row", rows("print-headings"), ids=lambda row: f"{row['edition']} {row['place']}")
def test_a_heading_stands_where_a_reader_found_it(row: dict[str, str]) -> None:
    """The table of the survey that was made before the edition, by another reader: heading and place in the scan."""
    provision = provisions(f"national-{row['edition']}")[row["place"]]
    spans = [span for words in all_words(provision) for span in words.spans]
    words = f"{provision.heading.text} {provision.text}"

    assert spans[0].start - 12 <= int(row["offset"]) <= spans[0].end + 12
    assert words.startswith(row["heading"])


@both
def test_words_are_clean(slug: str) -> None:
    """No letter that only this scan has, no mark of its debris, no doubled space, no broken word is left."""
    for _, provision in edition(slug).provisions():
        tables = {block.words for block in provision.blocks if block.table is not None}
        for words in set(all_words(provision)) - tables:
            assert not re.search(r"[ſ§ºāăîłüäëêïöâ�←→{}<>|_~^]|  |[a-z]- [a-z](?!nd |r )|\bT[A-Z][a-z]+T", words.text), (
                words.text
            )
    for explanation in edition(slug).explanations:
        assert not re.search(r"[ſ§ºāăîłüäëêïö�{}|_~^]|  ", explanation.text), explanation.text


@both
def test_printed_pages_follow_each_other(slug: str) -> None:
    marks = [mark for _, provision in edition(slug).provisions() for words in all_words(provision) for mark in words.marks]
    pages = [int(mark.page) for mark in marks if not mark.again]

    assert len(pages) == len(set(pages))
    assert all(1 <= page <= 130 for page in pages)
    backwards = [(before, after) for before, after in pairwise(pages) if after < before]
    # Lines of 1966 IX.V were read on page 36, behind the first words of Article X.
    assert len(backwards) <= 1, backwards


def test_every_explanation_explains_one_provision() -> None:
    """No run of the third column is lost, and each explanation is given to one edition."""
    editorial = load_editorial(BY_SLUG["national-1966"])
    assert editorial.collation is not None
    first_rows = [row for row in editorial.collation.explanations if row.slug]
    attached = Counter(slug for slug in EDITIONS for _ in edition(slug).explanations)
    source = edition("national-1966").source.text
    column = {
        at for run in editorial.collation.runs if run.column == "explanation" for at in range(run.start, run.end)
    }  # fmt: skip
    kept = {
        at
        for slug in EDITIONS
        for explanation in edition(slug).explanations
        for words in explanation.words
        for span in words.spans
        for at in range(span.start, span.end)
    }
    hyphens = {item.span.start for slug in EDITIONS for item in edition(slug).furniture if "hyphen" in item.reason}
    deleted = {
        at
        for slug in EDITIONS
        for item in edition(slug).furniture
        if item.reason.startswith("removed by a correction")
        for at in range(item.span.start, item.span.end)
    }

    assert sum(attached.values()) == len(first_rows)
    assert {source[at] for at in column - kept - hyphens - deleted if not source[at].isspace()} == set()


def test_every_join_of_a_column_was_read() -> None:
    """What stands on both sides of every join, as two readers found that it reads on; a changed column shows here."""
    editorial = load_editorial(BY_SLUG["national-1966"])
    assert editorial.collation is not None
    text = edition("national-1966").source.text
    by_column: dict[str, list[tuple[str, str, str, str]]] = {}
    last: dict[str, int] = {}
    for run in editorial.collation.runs:
        if run.column == FURNITURE:
            continue
        if run.column in last:
            before = " ".join(text[max(0, last[run.column] - 60) : last[run.column]].split()[-4:])
            after = " ".join(text[run.start : run.start + 60].split()[:4])
            by_column.setdefault(run.column, []).append((run.column, str(run.start), before, after))
        last[run.column] = run.end
    read = [(row["column"], row["offset"], row["before"], row["after"]) for row in rows("print-joins")]

    assert [join for joins in by_column.values() for join in joins] == read


def test_what_may_be_negotiated_locally_leads_to_the_provision_it_speaks_of() -> None:
    """The list cites the 1966 numbering; every entry but the running title is a link."""
    file = BY_SLUG["national-1966"] / "references.toml"
    text = file.read_text(encoding="utf-8")
    linked = set(re.findall(r'provision = "([^"]+)"\npage = "local-options"', text))
    part = parts("national-1966")["local-options"]
    entries = {block.anchor for provision in part.root.walk() for block in provision.blocks} - {"local-options"}

    assert entries <= linked | {"p2"}


def test_readers_in_csv_form() -> None:
    """The tables of this test are as wide as their heads: a lost tab would hide a row's end."""
    for name in ("print-headings", "print-joins"):
        with (ROOT / "tests" / "sources" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            widths = {len(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
        assert len(widths) == 1
