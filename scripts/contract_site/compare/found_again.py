"""Find phrases of one text that stand in another: whole phrases with words that tell something, and no single words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from contract_site.model.comparison import Mark, Segment
from contract_site.model.concordance import FoundPhrase

WORD = re.compile(r"[^\W_]+(?:[-‐–'’.,/](?=[^\W_])[^\W_]+)*|[½¼¾%$]")
SIZES = ((3, 2), (5, 1))
"""A phrase has at least three words, two of which tell something, or at least five, of which one does."""
LONG = 5
"""A word of so many letters or figures tells something …"""
COMMON = frozenset({"shall", "other", "which", "their", "there", "these", "those", "under", "would", "where", "being"})
"""… but for these, which stand everywhere."""
LONGEST = 6000
"""Words of a text beyond which nothing is looked for."""


def found_again(before: str, after: str) -> tuple[tuple[FoundPhrase, ...], float]:
    """Return the phrases of ``before`` that stand in ``after``, in order, and how much of all words they are, 0 to 1.

    Case, hyphens and what stands between words do not count. Phrases that changed places are found once at most.
    """
    old, new = list(WORD.finditer(before)), list(WORD.finditer(after))
    if not old or not new or max(len(old), len(new)) > LONGEST:
        return (), 0.0
    keys_old, keys_new = [_key(word[0]) for word in old], [_key(word[0]) for word in new]
    phrases: list[FoundPhrase] = []
    words = 0
    for at, other, size in _blocks(keys_old, keys_new):
        one = old[at].start(), old[at + size - 1].end()
        two = new[other].start(), new[other + size - 1].end()
        older, newer = before[slice(*one)], after[slice(*two)]
        phrases.append(FoundPhrase(one, two, Segment(Mark.KEEP, newer, "" if older == newer else older)))
        words += size
    return tuple(phrases), round(2 * words / (len(old) + len(new)), 4)


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        words = old[block.a : block.a + block.size]
        telling = sum(len(word) >= LONG and word not in COMMON for word in words)
        if any(len(words) >= least and telling >= enough for least, enough in SIZES):
            yield block.a, block.b, block.size


def _key(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum() or character in "½¼¾%$")
