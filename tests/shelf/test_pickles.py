"""Trees come back as they were; nothing that could be run comes back at all."""

from __future__ import annotations

import os
import pickle
import sys
from collections import OrderedDict
from enum import Enum
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest
from tests.projects import TINY, source_file

from contract_site.build.editions import load_folder
from contract_site.shelf.box import Box, DamagedError, pack
from contract_site.shelf.catalogue import as_known
from contract_site.shelf.pickles import MOST, dumped, loaded, tree_in


@pytest.mark.parametrize("folder", sorted(path.parent for path in TINY.glob("*/agreement.toml")), ids=lambda path: path.name)
def test_an_edition_comes_back_as_it_was(folder: Path) -> None:
    assert source_file(folder).is_file()
    edition = load_folder(folder, f"agreements/{folder.name}")

    assert loaded(dumped(edition)) == edition
    assert dumped(load_folder(folder, f"agreements/{folder.name}")) == dumped(load_folder(folder, f"agreements/{folder.name}"))


def test_what_lists_know_of_an_edition_is_its_parts_without_their_words() -> None:
    edition = load_folder(TINY / "tiny-2024", "agreements/tiny-2024")
    known = as_known(edition)

    assert [part.title for part in known.parts] == [part.title for part in edition.parts]
    assert [part.id for part in known.memoranda] == [part.id for part in edition.memoranda]
    assert not any(provision.text for _, provision in known.provisions())
    assert len(dumped(known)) < len(dumped(edition)) / 4


class Kind(Enum):
    """An enumeration that says how it is pickled as those of Python 3.11.0 to 3.11.3 do."""

    FIRST = "first"

    def __reduce_ex__(self, _protocol: object) -> tuple[object, tuple[object, str]]:
        return getattr, (type(self), self.name)


def test_an_enumeration_is_kept_by_its_value_whatever_python_would_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Kind, "__module__", "contract_site.model.kind")
    monkeypatch.setitem(sys.modules, "contract_site.model.kind", SimpleNamespace(Kind=Kind))

    assert loaded(dumped([Kind.FIRST])) == [Kind.FIRST]


class Harm:
    """Runs a command when it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("echo harm",)


@pytest.mark.parametrize(
    "value",
    [Harm(), [Harm()], os.system, OrderedDict(), Path("x"), eval, pickle.loads],
    ids=["a call", "a call inside", "a function", "another class", "a place on the disk", "a builtin", "a reader"],
)
def test_nothing_but_values_of_the_model_is_read(value: object) -> None:
    with pytest.raises(DamagedError, match="which no record does"):
        loaded(pickle.dumps(value))


@pytest.mark.parametrize("content", [b"", b"no pickle", dumped([1, 2, 3])[:-1]])
def test_what_is_no_tree_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(DamagedError):
        loaded(content)


def test_paths_of_pages_are_values_too() -> None:
    assert loaded(dumped(PurePosixPath("a/b.md"))) == PurePosixPath("a/b.md")


def test_a_tree_that_was_read_is_not_read_again_and_few_are_kept() -> None:
    box = Box(pack({str(number): dumped([PurePosixPath(f"tree-{number}")]) for number in range(MOST + 1)}))
    first, again = tree_in(box, "0"), tree_in(box, "0")
    others = [tree_in(box, str(number)) for number in range(1, MOST + 1)]

    assert first is again
    assert others[-1] is tree_in(box, str(MOST))
    assert first is not tree_in(box, "0")
    assert tree_in(box, "0") == first
