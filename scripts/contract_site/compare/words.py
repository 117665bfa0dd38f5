"""What counts as the same words: case, spacing, hyphens and punctuation do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from contract_site.model.comparison import Unit

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[½¼¾%$]")
BROKEN = re.compile(r"(?<=\w)[-‐–]\s?(?=\w)")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words in small letters, hyphenated ones as one, without punctuation."""
    return tuple(word.replace("’", "'") for word in TOKEN.findall(BROKEN.sub("", text).lower()))


def squash(text: str) -> str:
    """Return the letters and figures alone: equal for texts that differ in nothing that counts."""
    return "".join(character for character in text.lower() if character.isalnum() or character in "½¼¾%$")


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


def same_words(before: Unit, after: Unit) -> bool:
    """Say whether two units have the same words."""
    return squash(before.text) == squash(after.text)
