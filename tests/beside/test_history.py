"""A provision in all editions: by lineages through any number of editions, and by reviewed rows of a concordance."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from tests.hostile import HOSTILE, an_edition, with_settings
from tests.projects import as_html, parse_page

from contract_site.beside.crossings import Crossings
from contract_site.beside.history import FoundAgain, Reworked, Stage
from contract_site.build import pipeline
from contract_site.compare.comparison import compare
from contract_site.compare.concordance import concord
from contract_site.compare.units import units_of
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.concordance import Relation, TopicRow
from contract_site.pages.kin.comparisons import render_comparisons
from contract_site.pages.kin.history_page import history_pages

PAY = "Employees are paid for every full hour of work that they do."
LEAVE = "Leave is granted on written request of the employee within a week."
TOOLS = "The mill lends saws and axes to whoever has signed the book of tools."


def article(*texts: str) -> str:
    return "\n".join(["ARTICLE 1", "TITLE", *(f"{'ABCD'[at]}. {text}" for at, text in enumerate(texts))]) + "\n"


def crossings(*texts: str, rows: tuple[TopicRow, ...] = ()) -> Crossings:
    """Invented editions e0, e1, … each compared with the one before; the last only by a concordance if there are rows."""
    editions = [an_edition(text, agreement=with_settings(slug=f"e{at}", short=f"195{at}")) for at, text in enumerate(texts)]
    pairs = list(pairwise(editions))
    compared = [
        compare(units_of(older), units_of(newer), ComparisonSettings(before=older.slug, after=newer.slug, title="x"))
        for older, newer in (pairs[:-1] if rows else pairs)
    ]
    concordances = []
    if rows:
        older, newer = pairs[-1]
        settings = ComparisonSettings(kind="concordance", before=older.slug, after=newer.slug, title="x", topics={"all": "All"})
        concordances.append(concord(older, newer, settings, rows))
    return Crossings(pipeline.relate({each.slug: each for each in editions}, {}, compared, concordances))


def a_row(before: str, after: str, *, relation: Relation = Relation.FOUND_AGAIN, reviewed: bool = True) -> TopicRow:
    return TopicRow(topic="all", before=(before,), after=(after,), relation=relation, reviewed=reviewed)


def stages(found: Crossings, slug: str, anchor: str) -> tuple[Stage, ...]:
    edition = found.relations.editions[slug]
    (part,) = (part for part in edition.parts if part.root.trail(anchor))
    return found.histories.of(edition, part, part.root.trail(anchor)[-1])


def chain(found: Crossings, slug: str, anchor: str) -> list[str]:
    return [f"{stage.edition.slug} {' '.join(unit.anchor for unit in stage.units)}" for stage in stages(found, slug, anchor)]


FIVE = [article(PAY), article(LEAVE, PAY), article(PAY, LEAVE), article(TOOLS, PAY), article(PAY)]


@pytest.mark.parametrize(("slug", "anchor"), [("e0", "1.A"), ("e1", "1.B"), ("e2", "1.A"), ("e3", "1.B"), ("e4", "1.A")])
def test_the_chain_is_the_same_from_every_edition_however_many_there_are(slug: str, anchor: str) -> None:
    assert chain(crossings(*FIVE), slug, anchor) == ["e0 1.A", "e1 1.B", "e2 1.A", "e3 1.B", "e4 1.A"]


def test_the_chain_begins_where_a_provision_is_new_and_ends_where_it_is_removed() -> None:
    assert chain(crossings(*FIVE), "e1", "1.A") == ["e1 1.A", "e2 1.B"]
    assert chain(crossings(*FIVE), "e3", "1.A") == []


def test_each_stage_but_the_oldest_knows_how_it_came() -> None:
    assert [type(stage.came) for stage in stages(crossings(*FIVE), "e2", "1.A")] == [type(None), *[Reworked] * 4]


def test_a_heading_alone_has_no_history() -> None:
    assert chain(crossings(*FIVE), "e1", "1") == []


@pytest.mark.parametrize(("slug", "anchor"), [("e0", "1.A"), ("e1", "1.B"), ("e2", "1.A")])
def test_a_reviewed_row_of_a_concordance_leads_on(slug: str, anchor: str) -> None:
    found = crossings(article(PAY), article(LEAVE, PAY), article(PAY), rows=(a_row("1.B", "1.A"),))

    assert chain(found, slug, anchor) == ["e0 1.A", "e1 1.B", "e2 1.A"]
    assert isinstance(stages(found, slug, anchor)[-1].came, FoundAgain)


@pytest.mark.parametrize(
    "row",
    [a_row("1.B", "1.A", reviewed=False), a_row("1.B", "1.A", relation=Relation.SAME_SUBJECT), a_row("1", "1.A")],
    ids=["not read", "same subject only", "of another place"],
)
def test_no_other_row_of_a_concordance_does(row: TopicRow) -> None:
    assert chain(crossings(article(PAY), article(LEAVE, PAY), article(PAY), rows=(row,)), "e0", "1.A") == ["e0 1.A", "e1 1.B"]


def test_a_page_has_each_provision_at_its_own_anchor_and_every_stage_with_its_words() -> None:
    found = crossings(article(PAY, LEAVE), article(PAY, LEAVE.replace("week", "month")), article(LEAVE))
    (page,) = history_pages(found.relations.editions["e1"], found)

    assert page.path.as_posix() == "e1/article-1/history.md"
    assert [line for line in page.text.splitlines() if line.startswith("## ")] == [
        "## [1.A](#1.A){: .label } {: #1.A }",
        "## [1.B](#1.B){: .label } {: #1.B }",
    ]
    assert page.text.count(PAY) == 2
    assert page.text.count('class="stage') == 5
    assert page.text.count("<summary>The same words</summary>") == 1
    assert '<ins><span class="heard">added: </span>month' in page.text


@pytest.mark.sampled(7)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_shown_and_not_run_on_pages_of_histories_and_topics(text: str) -> None:
    """The pages of hostile words have no element and no attribute that those of harmless ones have not."""
    found = pages_with(f"{text} {LEAVE}")

    assert found.keys() == harmless().keys()
    for path, html in found.items():
        assert elements(html) <= harmless()[path] | {"span class"}  # between the cells of a table
        assert "Leave is granted on written request" in " ".join(html.split())


def pages_with(words: str) -> dict[str, str]:
    found = crossings(article(words), article(f"{words} Or not."), article(words), rows=(a_row("1.A", "1.A"),))
    topics = [page for page in render_comparisons(found).pages if page.path.name == "all.md"]
    pages = [*history_pages(found.relations.editions["e1"], found), *topics]
    return {page.path.as_posix(): as_html(page.text) for page in pages}


@cache
def harmless() -> dict[str, set[str]]:
    return {path: elements(html) for path, html in pages_with(LEAVE).items()}


def elements(html: str) -> set[str]:
    """The elements of a page with the names of their attributes."""
    return {" ".join([tag.name, *sorted(tag.attrs)]) for tag in parse_page(html).find_all(True)}
