"""The Des Moines local memorandum: 22 items, each under its title."""

import pytest
from tests.sources.real import LMOU, edition, parts, rows

from contract_site.model.document import Rank

pytestmark = pytest.mark.agreements("lmou-des-moines-bmc-2006")


def test_every_character_is_accounted_for_once() -> None:
    account = edition(LMOU).account

    assert account.unaccounted == ()
    assert account.twice == ()
    assert account.kept + account.removed == account.characters


def test_there_are_22_items_in_order() -> None:
    items = [part.root for part in edition(LMOU).parts if part.container == "body"]

    assert [item.anchor for item in items] == [str(number) for number in range(1, 23)]
    assert {item.rank for item in items} == {Rank.ITEM}


@pytest.mark.parametrize("row", rows("lmou-items"), ids=lambda row: row["item"])
def test_an_item_has_its_title(row: dict[str, str]) -> None:
    assert parts(LMOU)[f"item-{row['item']}"].root.heading.text == row["title"]


def test_the_addendum_that_is_printed_twice_is_shown_once() -> None:
    source = edition(LMOU).source.text
    removed = [item for item in edition(LMOU).furniture if item.reason.startswith("addendum")]
    second = "".join(source[item.span.start : item.span.end] for item in removed)

    assert source.count("ADDENDUM To 2006 LMOU") == 2
    assert [part.id for part in edition(LMOU).parts if part.id.startswith("addendum")] == ["addendum"]
    assert source.count("".join(second).strip()) == 2


@pytest.mark.parametrize(
    ("item", "anchors"),
    [
        ("item-2", ["2.A", "2.B"]),
        ("item-13", ["13.1", "13.2", "13.3"]),
    ],
)
def test_an_item_has_its_own_numbering(item: str, anchors: list[str]) -> None:
    assert [child.anchor for child in parts(LMOU)[item].root.children] == anchors


def test_a_section_that_begins_with_a_sentence_keeps_the_sentence_whole() -> None:
    """Item 13 prints no titles over its sections."""
    first = parts(LMOU)["item-13"].root.children[0]

    assert first.heading.text == ""
    assert first.blocks[0].text.startswith(
        "Two weeks prior to the Tuesday preceding the service week in which a holiday falls,"
    )
    assert "three (3) day holiday period." in first.blocks[0].text


def test_no_question_mark_is_left_of_the_lost_hyphens() -> None:
    """All 44 question marks of the source are hyphens, dashes, spaces or stops that were misread."""
    assert edition(LMOU).source.text.count("?") >= 44
    assert not [
        provision.anchor for _, provision in edition(LMOU).provisions() if "?" in provision.text + provision.heading.text
    ]
