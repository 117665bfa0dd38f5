"""A record is taken only if it was made from the same things and is whole."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
from tests.projects import files_of
from tests.test_architecture import MODULES, imports, part_of

from contract_site.shelf.box import pack
from contract_site.shelf.shelf import Shelf
from contract_site.shelf.stamp import program, stamp, stamp_of_files, tools

MADE_FROM = {"source": "hash", "the program": "its hash"}
FILES = {"a": b"one", "b/c": b"two"}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "shelf")
    shelf.put("pages/one", MADE_FROM, pack(FILES))
    return shelf


def test_a_record_is_found_by_its_name_and_stamp(shelf: Shelf) -> None:
    found = shelf.take("pages/one", MADE_FROM)

    assert found is not None
    assert dict(found) == FILES
    assert [(name, content) for name, _, content in found.below("b/")] == [("c", b"two")]
    assert shelf.take("pages/one", {"source": "another"}) is None
    assert shelf.take("pages/other", MADE_FROM) is None


def test_a_damaged_record_is_none_whatever_byte_it_is(shelf: Shelf) -> None:
    path = shelf.folder / "pages" / "one.box"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert shelf.take("pages/one", MADE_FROM) is None, place


def test_a_record_that_is_cut_short_is_none(shelf: Shelf) -> None:
    path = shelf.folder / "pages" / "one.box"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert shelf.take("pages/one", MADE_FROM) is None, length


def test_what_is_no_longer_asked_for_is_taken_away(shelf: Shelf) -> None:
    shelf.put("pages/two", MADE_FROM, pack(FILES))
    shelf.put("downloads/one", MADE_FROM, pack(FILES))
    (shelf.folder / "pages" / "three.box.99.unfinished").write_bytes(b"killed")
    shelf.keep_only({"pages/two"})

    assert sorted(files_of(shelf.folder)) == ["downloads/one.box", "pages/two.box"]


def test_stamps_tell_things_apart_that_are_written_alike() -> None:
    assert stamp("ab", "c") != stamp("a", "bc")
    assert stamp_of_files({"a": b"1", "b": b"2"}) == stamp_of_files({"b": b"2", "a": b"1"})
    assert stamp_of_files({"a": b"1"}) != stamp_of_files({"b": b"1"})


def test_the_program_is_known_by_its_code_and_tools() -> None:
    assert len(program()) == 64
    assert {name.partition(" ")[0] for name in tools()} >= {"mkdocs", "markdown", "jinja2", "lxml", "pydantic-core"}


def test_every_package_that_a_step_can_use_is_among_the_tools() -> None:
    """Else what another version of it makes would be taken for what is on the shelf."""
    whose = metadata.packages_distributions()
    modules = [path for path in MODULES if part_of(path) not in ("cli", "desk", "measure")]
    packages = {name.partition(".")[0] for path in modules for name in imports(path)}
    used = {re.sub(r"[-_.]+", "-", each).lower() for package in packages for each in whose.get(package, ())}

    assert {"icalendar", "pillow"} <= used
    assert used - {name.partition(" ")[0] for name in tools()} == set()
