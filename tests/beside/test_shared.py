"""By which addresses provisions are shared: every disk and host tells them apart, and none takes the place of a page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects import TINY

from contract_site.beside.shared import shared_addresses, told_apart
from contract_site.build.editions import load_folder
from contract_site.model.ledger import Ledger, Moved
from contract_site.model.place import seen_by_disks


@pytest.mark.parametrize(
    ("wanted", "taken", "usable"),
    [
        pytest.param(["k/1.A/", "k/1.B/"], [], ["k/1.A/", "k/1.B/"], id="told apart"),
        pytest.param(["k/1.A/", "k/1.a/", "k/1.b/"], [], ["k/1.b/"], id="capitals aside the same: neither"),
        pytest.param(["k/1.A.2/", "k/1.a.2/", "k/1.A.3/"], [], ["k/1.A.3/"], id="below such labels"),
        pytest.param(["k/1.Ä/", "k/1.A\u0308/"], [], [], id="one letter written in two ways"),
        pytest.param(["k/memo/x/A/", "k/memo/y/a/"], [], ["k/memo/x/A/", "k/memo/y/a/"], id="in other folders"),
        pytest.param(["k/Tables/", "k/1/"], ["k/tables/"], ["k/1/"], id="a page is there"),
        pytest.param(["k/con/", "k/Nul.2/", "k/com1.a/", "k/cone/"], [], ["k/cone/"], id="names of devices"),
        pytest.param(["k/1./", "k/1 /", "k/a:b/", "k/a*/", "k/1.a~2/"], [], ["k/1.a~2/"], id="signs that systems read"),
        pytest.param([f"k/{'1' * 121}/", f"k/{'1' * 120}/"], [], [f"k/{'1' * 120}/"], id="too long"),
        pytest.param(["k/8.ЖЗ/", "k/8.éà/"], [], ["k/8.ЖЗ/", "k/8.éà/"], id="letters of any alphabet"),
    ],
)
def test_only_what_every_disk_tells_apart_is_used(wanted: list[str], taken: list[str], usable: list[str]) -> None:
    assert told_apart(wanted, taken) == frozenset(usable)


@given(st.lists(st.text("aAbBäÄﬁ.~1", min_size=1, max_size=4), max_size=8))
def test_no_two_are_the_same_folder_anywhere(names: list[str]) -> None:
    usable = told_apart([f"k/{name}/" for name in names], [])

    for way in (str.lower, str.upper, str.casefold, lambda text: unicodedata.normalize("NFD", text)):
        assert len({way(address) for address in usable}) == len(usable)


def test_every_labelled_provision_of_an_edition_has_one_that_says_its_place() -> None:
    edition = load_folder(TINY / "tiny-2024", "tiny-2024")
    shared = shared_addresses(edition, None)
    labelled = sum(1 for part in edition.parts for each in part.root.walk() if each is not part.root)

    assert len(shared) == labelled > 20
    assert shared["article-2", "2.2.A"] == "tiny-2024/2.2.A/"
    assert shared["article-2", "2.2.A~2"] == "tiny-2024/2.2.A~2/"
    assert shared["memo/foghorn-practice", "II"] == "tiny-2024/memo/foghorn-practice/II/"


def test_an_address_that_was_published_and_moved_is_not_taken() -> None:
    edition = load_folder(TINY / "tiny-2024", "tiny-2024")
    moved = Ledger(moved=(Moved("tiny-2024/2.2.a/", "tiny-2024/article-2/"),))
    before, after = shared_addresses(edition, None), shared_addresses(edition, moved)

    assert seen_by_disks("tiny-2024/2.2.A/") == "tiny-2024/2.2.a/"
    assert before.keys() - after.keys() == {("article-2", "2.2.A")}
