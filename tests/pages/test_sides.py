"""Texts that stand beside each other: which editions the page names, and the language that the words of each say."""

from __future__ import annotations

import pytest
from tests.hostile import an_edition, with_settings
from tests.projects import as_html, parse_page

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.build.comparing import titled
from contract_site.compare.comparison import compare
from contract_site.compare.units import units_of
from contract_site.interface.catalogue import speaking
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.document import Edition
from contract_site.pages.kin.comparisons import render_comparisons
from contract_site.pages.kin.history_page import history_pages
from contract_site.pages.kin.sides import status_line

SETTINGS = ComparisonSettings(before="older", after="newer", title="T")


def a_side(slug: str, words: str, language: str, brief: str = "Pact") -> Edition:
    text = f"ARTICLE 1\nTITLE\nSection 1. Pay\nA. The lamps are lit at dusk. {words}\nB. Gulls are fed at noon.\n"
    return an_edition(text, agreement=with_settings(slug=slug, title=brief, short=slug, language=language))


def crossings_of(older: Edition, newer: Edition) -> Crossings:
    compared = compare(units_of(older), units_of(newer), SETTINGS)
    return Crossings(pipeline.relate({"older": older, "newer": newer}, {}, [compared]))


LANGUAGES = {
    "two": (("en", "es"), {("was", "en"), ("now", "es")}),
    "one": (("es", "es"), {("was", None), ("now", None)}),
}


@pytest.mark.parametrize(("languages", "marked"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_words_of_each_side_say_their_language_where_the_sides_differ(languages, marked) -> None:
    crossings = crossings_of(a_side("older", "One.", languages[0]), a_side("newer", "Two.", languages[1]))
    page = next(page for page in render_comparisons(crossings).pages if page.path.name == "article-1.md")

    rows = parse_page(as_html(page.text)).select(".row > .was, .row > .now")

    assert {(side, each.get("lang")) for each in rows for side in each["class"] if side in ("was", "now")} == marked


def test_a_history_names_its_editions_and_marks_the_words_of_each() -> None:
    older, newer = a_side("older", "One.", "en"), a_side("newer", "Two.", "es")
    (page, *_) = history_pages(newer, crossings_of(older, newer))

    tree = parse_page(as_html(page.text))

    status = tree.select_one(".status")
    assert status is not None
    assert status.get_text().count("Pact (") == 2
    stages = [
        (each.select_one(".what b, .what strong").get_text(), each.select_one(".now")["lang"]) for each in tree.select(".stage")
    ]
    assert set(stages) == {("older", "en"), ("newer", "es")}


def test_editions_that_are_called_alike_are_told_apart_by_their_short_names() -> None:
    pair = a_side("older", "", "en"), a_side("newer", "", "en")
    apart = a_side("older", "", "en"), a_side("newer", "", "en", brief="Charter")

    assert status_line(pair).startswith("Pact (older), ")
    assert status_line(apart).startswith("Pact, ")


def test_a_comparison_without_a_title_has_one_in_the_language_of_the_site() -> None:
    editions = {"older": a_side("older", "", "en"), "newer": a_side("newer", "", "en")}
    untitled = ComparisonSettings(before="older", after="newer")

    assert titled(untitled, editions).title == "What changed from older to newer"
    with speaking("es"):
        assert titled(untitled, editions).title == "Qué cambió de older a newer"
        assert titled(SETTINGS, editions).title == "T"
