"""Blocks that two texts share: as difflib finds them while that is cheap, in bounded time where words repeat without end."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from contract_site.compare import blocks
from contract_site.compare.blocks import matching_blocks

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


@given(WORDS, WORDS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_blocks_are_those_of_difflib(old: list[str], new: list[str]) -> None:
    found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()

    assert matching_blocks(old, new) == [(block.a, block.b, block.size) for block in found if block.size]


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_beyond_the_bound_blocks_are_equal_words_in_order(old: list[str], new: list[str]) -> None:
    bound, blocks.MOST_WORK = blocks.MOST_WORK, 0
    try:
        found = matching_blocks(old, new)
    finally:
        blocks.MOST_WORK = bound
    ends = (0, 0)
    for a, b, size in found:
        assert old[a : a + size] == new[b : b + size] != []
        assert a >= ends[0]
        assert b >= ends[1]
        ends = (a + size, b + size)
