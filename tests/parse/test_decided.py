"""The rows of an outline that editors kept stand against what was found: what begins at a line, how deep, or nothing."""

from __future__ import annotations

import pytest
from tests.parse.texts import an_editorial, outline_of, parse_text

from contract_site.model.edition_settings import PartSettings
from contract_site.model.finding import SettingsError
from contract_site.model.outline import KeptRow

TEXT = """ARTICLE 1
HOURS
A. The week has five days.
1. It begins on Monday.
2. It ends on Friday.
Lamps and Oil
Lamps are trimmed at dusk.
B. The day has eight hours.
Printed at Exampleville
ARTICLE 2
PAY
A. Pay is weekly.
ARTICLE 3
LEAVE
A. Leave is granted.
"""


def row(line: int, kind: str, depth: int = 0, why: str = "") -> KeptRow:
    return KeptRow(line=line, depth=depth, kind=kind, why=why, opens=TEXT.splitlines()[line - 1], place=f"outline.tsv:{line}")


NAMED = (PartSettings(line=1, opens="ARTICLE 1", kind="articles"),)


def outline(*rows: KeptRow, part: tuple[PartSettings, ...] = ()) -> list[str]:
    found = outline_of(parse_text(TEXT, an_editorial(part=part, rows=rows)))
    return [line.strip() for line in found.splitlines()]


@pytest.mark.parametrize(
    ("rows", "gives", "takes"),
    [
        pytest.param(
            [row(6, "heading")], {"<1.lamps-and-oil> | Lamps and Oil"}, set(), id="a line is a heading, straight in the article"
        ),
        pytest.param([row(6, "heading", 1)], {"<1.A.lamps-and-oil> | Lamps and Oil"}, set(), id="a line is a heading inside A"),
        pytest.param([row(8, "provision", 1)], {"<1.A.B> B."}, set(), id="a label goes a level down"),
        pytest.param([row(5, "provision", 0)], {"<1.2> 2."}, set(), id="a label goes a level up"),
        pytest.param([row(4, "provision", 9)], set(), set(), id="no label stands deeper than what is open allows"),
        pytest.param(
            [row(9, "furniture", why="printer")], {"-- printer: Printed at Exampleville"}, set(), id="a line is furniture"
        ),
        pytest.param(
            [row(9, "furniture")], {"-- set apart by an editor: Printed at Exampleville"}, set(), id="furniture, no more said"
        ),
        pytest.param([row(8, "text")], set(), {"<1.B> B."}, id="a label is text"),
        pytest.param([row(10, "text")], set(), {"<2> ARTICLE 2 | PAY"}, id="an article’s heading is text"),
        pytest.param(
            [row(6, "heading"), row(7, "title")],
            {"<1.lamps-and-oil> | Lamps and Oil Lamps are trimmed at dusk."},
            set(),
            id="a title goes on",
        ),
        pytest.param([row(12, "title")], {"<2> ARTICLE 2 | PAY A. Pay is weekly."}, {"<2.A> A."}, id="a part’s title goes on"),
        pytest.param(
            [row(6, "beside"), row(7, "title")],
            {"== lamps-and-oil | Lamps and Oil Lamps are trimmed at dusk."},
            set(),
            id="the title of a part without a number goes on",
        ),
        pytest.param([row(6, "beside")], {"== lamps-and-oil | Lamps and Oil"}, set(), id="a line begins a part of its own"),
    ],
)
def test_a_kept_row_stands_against_what_was_found(rows: list[KeptRow], gives: set[str], takes: set[str]) -> None:
    before, after = set(outline()), set(outline(*rows))

    assert gives <= after - before
    assert takes <= before - after


@pytest.mark.parametrize(
    ("rows", "gives", "takes"),
    [
        pytest.param([row(6, "heading")], {"<1.lamps-and-oil> | Lamps and Oil"}, set(), id="a line is a heading"),
        pytest.param([row(9, "furniture", why="printer")], {"-- printer: Printed at Exampleville"}, set(), id="furniture"),
        pytest.param([row(6, "beside")], {"== lamps-and-oil | Lamps and Oil"}, {"<1.B> B."}, id="a part that no editor named"),
        pytest.param([row(8, "text")], set(), {"<1.B> B."}, id="a label is text"),
        pytest.param([row(1, "text")], set(), set(), id="what an editor named stays a part"),
    ],
)
def test_a_kept_row_counts_where_editors_named_the_parts_too(rows: list[KeptRow], gives: set[str], takes: set[str]) -> None:
    before, after = set(outline(part=NAMED)), set(outline(*rows, part=NAMED))

    assert gives <= after - before
    assert takes <= before - after


def test_what_follows_a_label_that_went_a_level_up_goes_with_it() -> None:
    assert [line for line in outline(row(4, "provision", 0)) if line.startswith("<1.")][:3] == [
        "<1.A> A.",
        "<1.1> 1.",
        "<1.2> 2.",
    ]


@pytest.mark.parametrize("part", [(), NAMED], ids=["learned", "named"])
def test_every_kind_of_row_at_every_line_keeps_every_character(part: tuple[PartSettings, ...]) -> None:
    for line in range(1, len(TEXT.splitlines()) + 1):
        for kind in (
            "front",
            "article",
            "group",
            "beside",
            "letter",
            "named",
            "heading",
            "provision",
            "title",
            "text",
            "furniture",
        ):
            account = parse_text(TEXT, an_editorial(part=part, rows=(row(line, kind, 1),))).account
            assert (account.unaccounted, account.twice) == ((), ()), (line, kind)


@pytest.mark.parametrize("kind", ["text", "furniture"])
def test_a_row_whose_words_stand_elsewhere_is_refused(kind: str) -> None:
    wrong = KeptRow(line=4, kind=kind, opens="It begins", place="outline.tsv:1")

    with pytest.raises(SettingsError, match=r"outline\.tsv:1: 'It begins' does not stand at line 4"):
        outline(wrong)
