"""Find phrases of one text that stand in another: whole phrases with words that tell something, and no single words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.compare.atoms import Atom, LineEnds, atoms, grouped, settled
from contract_site.compare.blocks import matching_blocks
from contract_site.model.comparison import Mark, Segment
from contract_site.model.concordance import FoundPhrase

SIZES = ((3, 2), (5, 1))
"""A phrase has at least three words, two of which tell something, or at least five, of which one does."""
LONG = 5
"""A word of so many letters or figures tells something …"""
COMMON = frozenset({"shall", "other", "which", "their", "there", "these", "those", "under", "would", "where", "being"})
"""… but for these, which stand everywhere."""
LONGEST = 6000
"""Words of a text beyond which nothing is looked for."""


def found_again(before: str, after: str, line_ends: LineEnds = ((), ())) -> tuple[tuple[FoundPhrase, ...], float]:
    """Return the phrases of ``before`` that stand in ``after``, in order, and how much of all words they are, 0 to 1.

    Words are the same as ``atoms`` says, which takes ``line_ends``; commas between them do not count. Phrases that changed
    places are found once at most.
    """
    old, new = _words(before, line_ends[0]), _words(after, line_ends[1])
    if not old or not new or max(len(old), len(new)) > LONGEST:
        return (), 0.0
    keys_old = settled([word.key for word in old], [word.key for word in new])
    keys_new = settled([word.key for word in new], [word.key for word in old])
    phrases: list[FoundPhrase] = []
    words = 0
    for at, other, size in _blocks(keys_old, keys_new):
        one = old[at].start, old[at + size - 1].end
        two = new[other].start, new[other + size - 1].end
        older, newer = before[slice(*one)], after[slice(*two)]
        phrases.append(FoundPhrase(one, two, Segment(Mark.KEEP, newer, "" if older == newer else older)))
        words += size
    return tuple(phrases), round(2 * words / (len(old) + len(new)), 4)


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for at, other, size in matching_blocks(old, new):
        words = old[at : at + size]
        telling = sum(len(word) >= LONG and word not in COMMON for word in words)
        if any(len(words) >= least and telling >= enough for least, enough in SIZES):
            yield at, other, size


def _words(text: str, line_ends: tuple[int, ...]) -> list[Atom]:
    """The words, figures and citations of a text, each as one."""
    found = [atom for atom in atoms(text, line_ends) if atom.kind != "apart"]
    return [Atom(" ".join(atom.key for atom in group), group[0].start, group[-1].end) for group in grouped(text, found)]
