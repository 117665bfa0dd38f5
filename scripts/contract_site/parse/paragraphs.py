"""Decide where one paragraph ends and the next begins, in a source that lost its indentation.

Printed lines are filled as far as they go. So if the first word of a line would have fitted on the line before, somebody
ended that line on purpose. How wide a line may be is learned from the lines of the same depth.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from contract_site.model.source import Line, Words

ENDS_SENTENCE = re.compile(r"[.:;!?][”’\"')\]]*\s*$")
OPENS = re.compile(r"[“\"(\[$]?[A-Z0-9]|[•—]")
BULLET = re.compile(r"(?P<mark>[•▪◦·*]|[—–-](?=\s+[“\"$(]?[A-Z0-9$])|o(?=\s+[A-Z]))\s+")
"""A mark that begins a list entry. A dash counts only before a capital or figure: it may also stand inside a sentence."""
REMARK = re.compile(
    r"[(\[]\s*(?:see memos?\b|the preceding (?:article|section|paragraph)|additional \w+ provisions|additional provisions)",
    re.IGNORECASE,
)
"""A bracketed remark of the edition, which always begins a paragraph."""

# Character widths in thousandths of an em for the serif text faces that agreements are set in (Times and its kin).
_WIDTHS = dict.fromkeys(map(chr, range(32, 127)), 500)
for _characters, _width in (
    ("ijlt/\\|:;’‘'", 278), (".,! ", 250), ("frI()[]-“”\"", 333), ("sJ", 389), ("acez", 444), ("FPS", 556), ("ELTZ", 611),
    ("BCR", 667), ("ADGHKNOQUVXYw&", 722), ("mM%W", 820), ("—@", 1000),
):  # fmt: skip
    _WIDTHS.update(dict.fromkeys(_characters, _width))

SHORT = 0.8
"""Share of the measure below which a line without closing punctuation is taken to have ended on purpose."""


def width(text: str) -> int:
    """Return the approximate printed width of the text in thousandths of an em."""
    return sum(_WIDTHS.get(character, 500) for character in text)


def measures(lines: Iterable[tuple[int, str]]) -> Mapping[int, int]:
    """Return, for each depth, the width that its full lines reach, learned from (depth, text) of every line."""
    found: dict[int, list[int]] = defaultdict(list)
    for depth, text in lines:
        found[depth].append(width(text))
    return {depth: _full(sorted(widths)) for depth, widths in found.items()}


def begins_paragraph(before: str, text: str, measure: int | None) -> bool:
    """Say whether ``text`` begins a paragraph after a line that reads ``before``.

    ``measure`` is the width of a full line there; None if too few lines are known, when only marks and remarks decide.
    """
    if BULLET.match(text) or REMARK.match(text):
        return True
    if measure is None or not OPENS.match(text):
        return False
    used = width(before)
    if ENDS_SENTENCE.search(before):
        return used + width(" " + text.split(" ", 1)[0]) < measure
    return used < SHORT * measure and not before.endswith((",", "-", "/", "—"))


def continues_list(paragraph: str, text: str) -> bool:
    """Say whether the text begins another entry of the list whose last entry is ``paragraph``: with the same mark."""
    return paragraph[:2] == text[:2] and paragraph[:2] in ("— ", "– ", "- ", "• ", "o ")


def joint(before: str, tight: bool) -> str:
    """Return what stands between two lines of one paragraph: nothing inside a word, else a space."""
    if tight or re.search(r"\w[-‑/—]$", before):
        return ""
    return " "


def join_lines(words: Words, line: Line) -> Words:
    """Return the words with the next line of their paragraph."""
    return words.joined(line.words, between(words.text, line))


def between(before: str, line: Line) -> str:
    """Return what stands between a paragraph that ends with ``before`` and its next line."""
    if not before:
        return ""
    return " " if line.parted else joint(before, line.tight)


def _full(widths: list[int]) -> int:
    """The width that one line in eight reaches: wider ones are set tight or belong to a shallower provision."""
    return widths[max(0, len(widths) - 1 - len(widths) // 8)]
