"""Search on a site in Spanish: its questions are questions, and no word is corrected to one of another language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

UNDERSTOOD = "(text) => contractReference.searchWords.understand(text).terms.map(({ said }) => said).join(' ')"
ASKED = "(text) => contractReference.searchChanges.asked(text)"


@pytest.fixture
def searched(opened: Callable[[str], Page]) -> Callable[[str], Page]:
    """Return a function that opens the page of search on a phone with words typed."""

    def search(words: str) -> Page:
        page = opened("search/")
        page.locator("#search-here input").fill(words)
        expect(page.locator("#search-here .cr-hit, .cr-find__note").first).to_be_attached()
        return page

    return search


@pytest.mark.parametrize(
    ("typed", "better", "first"),
    [
        ("dedución", "deduccion", "puerto-2024/article-iii/"),
        ("deducion", "deduccion", "puerto-2024/article-iii/"),
        ("vacasiones", "vacaciones", "puerto-2024/article-iv/"),
        ("deductoin", "deduction", "dues-2023/article-1/"),
        ("deducción", "", "puerto-2024/article-iii/"),
        ("deduction", "", "dues-2023/article-1/"),
    ],
)
def test_a_mistyped_word_is_corrected_within_its_language(
    searched: Callable[[str], Page], typed: str, better: str, first: str
) -> None:
    page = searched(typed)

    expect(page.locator(".cr-hit").first.locator("a").first).to_have_attribute("href", re.compile(re.escape(first)))
    said = page.locator(".cr-find__note b").all_inner_texts()
    assert said == ([better] if better else [])


@pytest.mark.parametrize("typed", ["jirafa", "fuelle", "zapatos"])
def test_a_real_word_of_the_language_is_not_corrected(searched: Callable[[str], Page], typed: str) -> None:
    assert searched(typed).locator(".cr-find__note button").count() == 0


@pytest.mark.parametrize(
    ("typed", "searched_for"),
    [
        ("¿Cuántos días de vacaciones tengo?", "cuantos dias vacaciones"),
        ("qué dice el convenio sobre las quejas", "quejas"),
        ("¿cuándo se paga el salario?", "paga salario"),
        ("según mi contrato, ¿quién decide?", "decide"),
        ("de la", "de la"),
        ("no", "no"),
        ("when is the deduction", "deduction"),
    ],
)
def test_small_words_of_the_readers_language_are_passed_over(
    searched: Callable[[str], Page], typed: str, searched_for: str
) -> None:
    assert searched("casco").evaluate(UNDERSTOOD, typed) == searched_for


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("¿Qué cambió en el Artículo II?", "articulo ii"),
        ("qué ha cambiado en las vacaciones", "vacaciones"),
        ("qué hay de nuevo", ""),
        ("cambios en el artículo 4 desde 2021", "articulo 4"),
        ("diferencias entre los convenios", ""),
        ("historial del artículo II", "articulo ii"),
        ("what changed in Article 2", "article 2"),
        ("cambio de turno", None),
        ("vacaciones", None),
    ],
)
def test_questions_about_changes_are_asked_in_the_readers_language(
    searched: Callable[[str], Page], typed: str, asked: str | None
) -> None:
    assert searched("casco").evaluate(ASKED, typed) == asked
