"""A box gives back what was packed, or says that it is damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.shelf.box import Box, DamagedError, pack

FILES = {"a": b"one", "b/c": b"", "d": bytes(range(256))}


@given(st.dictionaries(st.text(max_size=9), st.binary(max_size=99), max_size=9))
def test_what_was_packed_is_taken_out_in_its_order(files: dict[str, bytes]) -> None:
    box = Box(pack(files))

    assert list(box.items()) == list(files.items())
    assert pack(box) == pack(files)


@given(st.integers(min_value=0, max_value=len(pack(FILES)) - 1), st.integers(min_value=1, max_value=255))
def test_a_byte_that_changed_is_found(place: int, change: int) -> None:
    content = bytearray(pack(FILES))
    content[place] ^= change

    with pytest.raises(DamagedError):
        Box(bytes(content)).check()


@given(st.integers(min_value=0, max_value=len(pack(FILES)) - 1))
def test_a_box_that_is_cut_short_is_none(length: int) -> None:
    with pytest.raises(DamagedError):
        Box(pack(FILES)[:length])


def test_what_stands_behind_a_box_is_found() -> None:
    with pytest.raises(DamagedError):
        Box(pack(FILES) + b"x")


def test_files_below_a_folder_are_taken_out_by_their_names_in_it() -> None:
    assert Box(pack(FILES)).below("b/") == {"c": b""}
