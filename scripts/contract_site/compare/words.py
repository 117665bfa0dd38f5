"""What counts as the same words: the same words, figures and signs, however they are set in lines, quoted or spaced.

Capitals, commas and stops between words, kinds of quotes and dashes, white space and the hyphen of a line's end cannot
change what a text says; a figure, a sign, a hyphen inside a line and a space inside a word can, and so can the column in which
the cell of a table stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from contract_site.compare.atoms import Atom, LineEnds, agree, atoms, atoms_of_both, plain
from contract_site.compare.units import joined_ends, joined_text
from contract_site.model.comparison import Unit

COUNTED_ALONE = frozenset("(,–/")
"""Keys that say how figures stand to each other; no words that two texts may have in common."""

FIGURE = "0"
"""Any figure, where only the form of a text counts."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the words, figures and signs by which the likeness of texts is measured, without hyphens."""
    return tuple(plain(atom.key) for atom in atoms(text) if atom.key not in COUNTED_ALONE)


def squash(text: str) -> str:
    """Return what a text says in one line, without hyphens: texts that differ in it differ in what they say."""
    return " ".join(plain(atom.key) for atom in atoms(text)) or "".join(text.split())


def form(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text with a mark for every figure: ``$4.25`` and ``$425`` have one form."""
    return tuple(FIGURE if atom.kind == "figure" else plain(atom.key) for atom in atoms(text) if atom.key not in COUNTED_ALONE)


def likeness(before: Sequence[str], after: Sequence[str]) -> float:
    """Return how much of two token sequences is common and in the same order, 0 to 1."""
    if not before and not after:
        return 1.0
    return float(Indel.normalized_similarity(before, after))


def covered(part: Sequence[str], whole: Sequence[str]) -> float:
    """Return how much of ``part`` stands, in order, in ``whole``, 0 to 1."""
    if not part:
        return 0.0
    common = (len(part) + len(whole) - Indel.distance(part, whole)) / 2
    return common / len(part)


def same_words(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Say whether some units have the same words as some others."""
    return same_text(joined_text(before), joined_text(after), (joined_ends(before), joined_ends(after)))


def same_text(before: str, after: str, line_ends: LineEnds = ((), ())) -> bool:
    """Say whether two texts have the same words, figures and signs; ``line_ends`` as ``atoms`` takes them."""
    one, other = atoms_of_both(before, after, line_ends)
    if not one and not other:
        return "".join(before.split()) == "".join(after.split())
    return len(one) == len(other) and all(agree(a.key, b.key) for a, b in zip(one, other, strict=True))


def figures(text: str) -> tuple[str, ...]:
    """Return the figures of a text with their signs, without letters that only number a place (``2`` of ``2a``)."""
    return tuple(_value(atom) for atom in atoms(text) if _value(atom))


def _value(atom: Atom) -> str:
    """The figure or sign that an atom is; empty for words and for what only stands between."""
    if atom.kind == "figure":
        return atom.key.rstrip("abcdefghijklmnopqrstuvwxyz")
    return atom.key if atom.kind in ("minus", "range", "sign", "prime", "blank") and not atom.key.isalpha() else ""
