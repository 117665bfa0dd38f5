"""Which edition of an agreement a citation leads to: by the year that was typed, or where none was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ASK = """async ([text, options]) => {
  const found = await contractReference.goTo(text, options);
  return [contractReference.straight(found)?.url || null, found.offers.map((each) => each.url), found.missing];
}"""
AS_IF = """async (changed) => {
  const own = contractReference;
  await own.load("go/index.js");
  for (const [slug, ...values] of changed) {
    const entry = own.goIndex.find(([each]) => each === slug);
    for (const [at, value] of values) entry[at] = value;
  }
}"""
"""Entries of the index said otherwise, before it is first read: by slug, the place of each value and the value."""
LANGUAGES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases" / "goto" / "languages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SHORT, STATUS, FROM, TO, BARE, STANDING = 2, 3, 5, 6, 11, 13
OLD, NEW = "puerto-2021/article-{}", "puerto-2024/article-{}"


@pytest.mark.parametrize(
    ("typed", "straight", "offers"),
    [
        ("II.2 (2024)", None, [NEW.format("ii/#II.2"), OLD.format("ii/#II.2")]),
        ("2024 II.2", None, [NEW.format("ii/#II.2"), OLD.format("ii/#II.2")]),
        ("2.2 (2024)", None, [NEW.format("ii/#II.2"), OLD.format("ii/#II.2")]),
        ("II.3 (2024)", OLD.format("ii/#II.3"), [OLD.format("ii/#II.3"), NEW.format("ii/#II")]),
        ("IX.1 (2024)", NEW.format("ix/#IX.1"), [NEW.format("ix/#IX.1")]),
        ("II.2 (2021)", OLD.format("ii/#II.2"), [OLD.format("ii/#II.2")]),
        ("II.2 (2022)", OLD.format("ii/#II.2"), [OLD.format("ii/#II.2")]),
        ("II.2 (2027)", NEW.format("ii/#II.2"), [NEW.format("ii/#II.2")]),
        ("II.2 (2021–2024)", OLD.format("ii/#II.2"), [OLD.format("ii/#II.2")]),
        ("II.2 (2024–2027)", NEW.format("ii/#II.2"), [NEW.format("ii/#II.2")]),
        ("II.2 (2024-27)", NEW.format("ii/#II.2"), [NEW.format("ii/#II.2")]),
        ("1.1 (2023)", "dues-2023/article-1/#1.1", None),
        ("II.2", NEW.format("ii/#II.2"), [NEW.format("ii/#II.2"), OLD.format("ii/#II.2")]),
        ("2.2", NEW.format("ii/#II.2"), None),
        ("IX.1", NEW.format("ix/#IX.1"), [NEW.format("ix/#IX.1")]),
        ("II.3", None, [OLD.format("ii/#II.3"), NEW.format("ii/#II")]),
        ("puerto-2021/#II.2", OLD.format("ii/#II.2"), None),
        ("puerto-2024/article-ii/#II.2", NEW.format("ii/#II.2"), None),
    ],
)
def test_a_year_that_two_editions_share_is_a_choice_and_no_year_means_the_newest(
    opened: Callable[[str], Page], typed: str, straight: str | None, offers: list[str] | None
) -> None:
    page = opened("about/")
    for options in ({}, {"straight": True}):
        found, offered, _ = page.evaluate(ASK, [typed, options])
        assert found == straight
        if offers and not (options and straight):
            assert offered == offers


def test_what_the_newest_edition_lacks_is_said(opened: Callable[[str], Page]) -> None:
    page = opened("about/")
    page.evaluate(AS_IF, [["puerto-2024", [10, "I III IV"]]])

    assert page.evaluate(ASK, ["II.2", {}]) == [
        None,
        [OLD.format("ii/#II.2")],
        "No está en Convenio colectivo del puerto 2024–2027; está en otra edición.",
    ]


@pytest.mark.parametrize(
    ("changed", "typed", "straight", "offers"),
    [
        # Only the older is marked as in force, and the newer says nothing of itself.
        ([["puerto-2021", [STANDING, "in force"]]], "II.2", None, 2),
        ([["puerto-2021", [STANDING, "in force"]], ["puerto-2024", [STANDING, "in force"]]], "II.2", NEW.format("ii/#II.2"), 2),
        ([["puerto-2021", [STANDING, "superseded"]]], "II.2 (2024)", None, 2),
        # What is called by the year alone, is meant by it.
        ([["puerto-2024", [SHORT, ["2024"]]]], "II.2 (2024)", NEW.format("ii/#II.2"), 1),
        # Where the site does not write down which agreement is meant: both editions of one that says nothing are no rivals.
        (
            [["puerto-2021", [BARE, 0], [STANDING, "status not stated"]], ["puerto-2024", [BARE, 0]], ["dues-2023", [TO, 0]]],
            "II.2",
            NEW.format("ii/#II.2"),
            2,
        ),
    ],
)  # fmt: skip
def test_what_editions_say_of_themselves_decides(
    opened: Callable[[str], Page], changed: list[object], typed: str, straight: str | None, offers: int
) -> None:
    page = opened("about/")
    page.evaluate(AS_IF, changed)

    for options in ({}, {"straight": True}):
        found, offered, _ = page.evaluate(ASK, [typed, options])
        assert found == straight
        if not options:
            assert len(offered) == offers


@pytest.mark.parametrize(
    ("editions", "typed", "meant", "shared"),
    [
        # agreement, first year, last year, what it is called
        (["a 2021 2024 Old", "a 2024 2027 New"], [2024], "New Old", 2),
        (["a 2021 2024 Old", "a 2025 2027 New"], [2024], "Old", 0),
        (["a 2021 2024 2021", "a 2024 2027 2024"], [2024], "2024", 0),
        (["a 2021 2024 Of 2021", "a 2024 2027 Of 2024"], [2024], "Of 2024", 0),
        (["a 2021 2024 2021 2024", "a 2024 2027 2024 2027"], [2024], "2024 2027 2021 2024", 2),
        (["a 2021 2024 2021 2024", "a 2024 2027 2024 2027"], [2024, 2027], "2024 2027", 0),
        (["a 2021 2024 2021 2024", "a 2024 2027 2024 2027"], [2024, 2030], "2024 2027 2021 2024", 2),
        (["a 2021 2024 Old", "a 2024 2027 New", "b 2020 2024 Other"], [2024], "New Old", 2),
        (["b 2024 2028 Other", "a 2021 2024 2021 2024", "a 2024 2027 2024 2027"], [2024], "Other 2024 2027 2021 2024", 2),
        (["a 2021 2024 Old", "a 2024 2027 New"], [2022], "Old", 0),
        (["a 2021 2024 Old"], [2019], "", 0),
    ],
)
def test_a_year_means_what_is_called_by_it_before_what_begins_and_that_before_what_ends_in_it(
    opened: Callable[[str], Page], editions: list[str], typed: list[int], meant: str, shared: int
) -> None:
    entries = [
        {
            "agreement": agreement,
            "from": int(first),
            "to": int(last),
            "name": name,
            "lexed": [[{"v": word} for word in name.split()]],
        }
        for agreement, first, last, name in (each.split(" ", 3) for each in editions)
    ]
    page = opened("about/")
    page.evaluate("contractReference.goTo('')")
    found = page.evaluate(
        "([all, typed]) => { const { meant, shared } = contractReference.editions.dated(all, ...typed);"
        " return [meant.map((each) => each.name).join(' '), shared.length]; }",
        [entries, typed],
    )

    assert found == [meant, shared]


@pytest.mark.parametrize("path", ["go/?c=II.2+(2024)", "go/#II.2 (2024)"])
def test_an_address_with_a_shared_year_shows_both_editions_and_their_standing(opened: Callable[[str], Page], path: str) -> None:
    offers = opened(path).locator("form.goto[data-asks] .goto-answer li")

    expect(offers).to_have_count(2)
    expect(offers.first).to_contain_text("2024–2027")
    expect(offers.last).to_contain_text("vencido")


def test_a_field_on_a_page_of_the_older_edition_goes_there_without_a_year_and_asks_with_it(
    opened: Callable[[str], Page],
) -> None:
    page = opened("puerto-2021/article-i/")
    within = {"agreement": "puerto-2021"}

    assert page.evaluate(ASK, ["II.2", within])[0] == OLD.format("ii/#II.2")
    assert page.evaluate(ASK, ["II.3", within])[0] == OLD.format("ii/#II.3")
    assert page.evaluate(ASK, ["II.2 (2024)", within])[0] is None


def test_citations_are_read_in_every_language_that_texts_are_read_in(opened: Callable[[str], Page]) -> None:
    page = opened("about/")
    wrong = []
    for typed, how, first, also in LANGUAGES:
        straight, offers, _ = page.evaluate(ASK, [typed, {}])
        found = "straight" if straight else "choose" if offers else "nothing"
        places = [each.removeprefix(NEW.format("")) for each in offers]
        if (found, places[0] if places else "-") != (how, first) or also not in [*places[1:], "-"]:
            wrong.append((typed, found, places))

    assert len(LANGUAGES) > 40
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Artículo II", "II"),
        ("cláusula quinta", "V"),
        ("qué cambió en el artículo II", "II"),
        ("sección 2 del artículo IV", "IV.2"),
    ],
)
def test_search_offers_a_citation_that_has_no_figure(opened: Callable[[str], Page], typed: str, offered: str) -> None:
    page = opened("search/")
    page.locator("#search-here input").fill(typed)

    expect(page.locator("#search-here .cr-offers a[href*='puerto-2024']").last).to_have_attribute(
        "href", re.compile(rf"/puerto-2024/article-[ivx]+/#{offered}$")
    )
