"""The account itself must see what is lost and what is counted twice: parsing never gives it either to see."""

import pytest
from tests.parse.texts import a_source

from contract_site.model.document import Furniture
from contract_site.model.source import SourceSpan
from contract_site.parse.account import take_account

TEXT = "abc def\nghi"


def spans(*bounds: tuple[int, int]) -> tuple[SourceSpan, ...]:
    return tuple(SourceSpan(*each) for each in bounds)


@pytest.mark.parametrize(
    ("kept", "removed", "unaccounted", "twice"),
    [
        pytest.param([(0, 11)], [], [], [], id="all kept"),
        pytest.param([(0, 3), (8, 11)], [(4, 7)], [], [], id="kept and removed"),
        pytest.param([(8, 11), (0, 3), (4, 7)], [], [], [], id="in any order"),
        pytest.param([(0, 3), (8, 11)], [], [(3, 8)], [], id="lost in the middle"),
        pytest.param([(4, 11)], [], [(0, 4)], [], id="lost at the beginning"),
        pytest.param([(0, 7)], [], [(7, 11)], [], id="lost at the end"),
        pytest.param([], [], [(0, 11)], [], id="all lost"),
        pytest.param([(0, 7), (4, 11)], [], [], [(4, 7)], id="kept twice in part"),
        pytest.param([(0, 11), (1, 2)], [], [], [(1, 2)], id="kept twice inside"),
        pytest.param([(0, 11)], [(8, 11), (8, 11)], [], [(8, 11)], id="removed twice and kept"),
        pytest.param([(0, 7)], [(6, 11)], [], [(6, 7)], id="both kept and removed"),
        pytest.param([(0, 4), (3, 7), (7, 11)], [], [], [], id="white space twice is nothing"),
    ],
)
def test_what_is_lost_or_counted_twice_is_seen(kept: list, removed: list, unaccounted: list, twice: list) -> None:
    furniture = [Furniture(span, "invented") for span in spans(*removed)]

    account = take_account(a_source(TEXT), spans(*kept), furniture)

    assert account.characters == 9
    assert account.unaccounted == spans(*unaccounted)
    assert account.twice == spans(*twice)


def test_kept_and_removed_characters_are_counted_without_white_space() -> None:
    account = take_account(a_source(TEXT), spans((0, 7)), [Furniture(SourceSpan(7, 11), "invented")])

    assert (account.kept, account.removed) == (6, 3)
