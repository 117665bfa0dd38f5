"""Decide where one paragraph ends and the next begins: by blank lines and indents where a source has them, else by widths.

Printed lines are filled as far as they go. So if the first word of a line would have fitted on the line before, somebody
ended that line on purpose. How wide a line may be is learned from the lines of the same depth. A source whose blank lines
or indents mark its paragraphs is not judged by widths, because its lines may be ragged; over a page end they alone are left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat

from contract_site.model.source import Line, Look, Words
from contract_site.parse.applicability import BracketNotes

STOPS, CLOSES = (".", ":", ";", "!", "?"), "”’\"')]"
"""What ends a sentence, and what may stand behind that."""
OPENS = re.compile(r"[“\"(\[$]?[A-Z0-9]|[•—]")
BULLET_MARKS = "•▪◦·*—–-o"
"""The marks: one begins every text that ``BULLET`` takes."""
BULLET = re.compile(r"(?P<mark>[•▪◦·*]|[—–-](?=\s+[“\"$(]?[A-Z0-9$])|o(?=\s+[A-Z]))\s+")
"""A mark that begins a list entry. A dash counts only before a capital or figure: it may also stand inside a sentence."""
DASHES = "—–-"
DASH = re.compile(rf"[{DASHES}]\s+\S")
HANGS = re.compile(
    r"(?:,|[-/—(]|\b(?:a|an|the|this|that|these|those|such|any|each|every|no|all|its|his|her|their|our|of|in|on|at|by|to|for|from|with|under"
    r"|and|or|nor|but|if|when|as|than|which|who|whose|is|are|be|shall|will|may|le|la|les|des|du|de|et|ou|el|los|y|der|die|das|und|oder))$",
    re.IGNORECASE,
)
"""How a line ends whose sentence goes on, whatever follows."""

# Character widths in thousandths of an em for the serif text faces that agreements are set in (Times and its kin).
_WIDTHS = dict.fromkeys(map(chr, range(32, 127)), 500)
for _characters, _width in (
    ("ijlt/\\|:;’‘'", 278), (".,! ", 250), ("frI()[]-“”\"", 333), ("sJ", 389), ("acez", 444), ("FPS", 556), ("ELTZ", 611),
    ("BCR", 667), ("ADGHKNOQUVXYw&", 722), ("mM%W", 820), ("—@", 1000),
):  # fmt: skip
    _WIDTHS.update(dict.fromkeys(_characters, _width))

MARKED = 0.1
"""Share of the sentence ends at line ends after which blank lines, or indents, must stand to tell paragraphs; and of the
line ends over which sentences must go on to tell how wide lines are set."""
STEP = 2
"""Columns from which on a line is indented."""
JOINS = ("-", "‑", "/", "—")
"""What ends a line that goes on without a space, behind a letter or figure."""
MOST_WIDTHS = 30_000
"""Widths that are remembered: of the lines of a long agreement, each of which is asked for twice, and again at the desk."""
SHORT = 0.8
"""Share of the measure below which a line without closing punctuation is taken to have ended on purpose."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a source shows its paragraphs, beside the widths of its lines."""

    gap: int | None = None
    """The blank lines that are usual within a paragraph; more begin another. None where blank lines tell nothing."""
    indented: bool = False
    """A line that is indented after the end of a sentence begins another paragraph."""


def learn_layout(lines: Sequence[Line]) -> Layout:
    """Return how the lines show paragraphs, learned from where sentences end at a line end and where they go on over it."""
    pairs = [(before, line) for before, line in pairwise(lines) if before.look.sheet == line.look.sheet]
    onward = [pair for pair in pairs if pair[1].text[:1].islower() and not ends_sentence(pair[0].text)]
    ended = [pair for pair in pairs if ends_sentence(pair[0].text) and OPENS.match(pair[1].text)]
    # Where few sentences go on over a line end, each paragraph is one line, and the blank lines stand between paragraphs.
    usual = Counter(line.look.gap for _, line in onward).most_common(1) if len(onward) > MARKED * len(pairs) else []
    gap = usual[0][0] if usual else 0
    more = sum(line.look.gap > gap for _, line in ended)
    stepped = sum(line.look.indent >= before.look.indent + STEP for before, line in ended)
    loose = sum(line.look.gap > gap for _, line in onward)
    ragged = sum(line.look.indent >= before.look.indent + STEP for before, line in onward)
    return Layout(
        gap=gap if more > max(1, MARKED * len(ended)) and more >= loose else None,
        indented=stepped > max(1, MARKED * len(ended)) and stepped * len(onward) > 2 * ragged * len(ended),
    )


def is_bullet(text: str) -> bool:
    """Say whether a mark begins the text that begins a list entry."""
    return text[:1] in BULLET_MARKS and BULLET.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Say whether a line ends a sentence, or what is set apart by a colon or semicolon."""
    return text.rstrip().rstrip(CLOSES).endswith(STOPS)


@lru_cache(maxsize=MOST_WIDTHS)
def width(text: str) -> int:
    """Return the approximate printed width of the text in thousandths of an em."""
    return sum(map(_WIDTHS.get, text, repeat(500)))


def measures(lines: Iterable[tuple[int, str]]) -> Mapping[int, int]:
    """Return, for each depth, the width that its full lines reach, learned from (depth, text) of every line."""
    found: dict[int, list[int]] = defaultdict(list)
    for depth, text in lines:
        found[depth].append(width(text))
    return {depth: _full(sorted(widths)) for depth, widths in found.items()}


def _begins_full(before: str, text: str, measure: int | None) -> bool:
    """Say whether ``text``, which opens as a paragraph may, begins one after a line that reads ``before``: by how full that is.

    ``measure`` is the width of a full line there; None if too few lines are known, when this does not tell.
    """
    if measure is None:
        return False
    used = width(before)
    if ends_sentence(before):
        return used + width(" " + text.split(" ", 1)[0]) < measure
    return used < SHORT * measure and not before.endswith((",", "-", "/", "—"))


def begins_after(
    before: str, look: Look, line: Line, measure: Callable[[], int | None], layout: Layout, notes: BracketNotes
) -> bool:
    """Say whether the line begins a paragraph after one that reads ``before`` and looks as ``look``.

    ``look`` has the indent of the words, those of a label left out; ``measure`` gives the width of a full line there, None if
    too few are known, and is asked only where blank lines and indents do not tell.
    """
    text = line.text
    told = layout.gap is not None or layout.indented
    if is_bullet(text) or notes.begin_at(text):
        return True
    if not told or look.sheet != line.look.sheet:
        # Most lines go on with a small letter: of those nobody asks how wide lines are.
        return OPENS.match(text) is not None and _begins_full(before, text, measure()) and not HANGS.search(before)
    ended = ends_sentence(before)
    if layout.gap is not None and line.look.gap > layout.gap:
        return ended or (OPENS.match(text) is not None and not HANGS.search(before) and _is_short(before, measure()))
    return layout.indented and ended and OPENS.match(text) is not None and line.look.indent - look.indent >= STEP


def _is_short(text: str, measure: int | None) -> bool:
    return measure is None or width(text) < SHORT * measure


def is_dash(text: str) -> bool:
    """Say whether a dash begins the text, and words stand behind it."""
    return text[:1] in DASHES and DASH.match(text) is not None


def begins_dashes(before: str, text: str) -> bool:
    """Say whether the text is the first entry of a list with dashes, or one after another: behind a colon or semicolon."""
    return before[-1:] in (":", ";") and is_dash(text)


def continues_list(paragraph: str, text: str) -> bool:
    """Say whether the text begins another entry of the list whose last entry is ``paragraph``: with the same mark."""
    return paragraph[:2] == text[:2] and paragraph[:2] in ("— ", "– ", "- ", "• ", "o ")


def joint(before: str, tight: bool) -> str:
    """Return what stands between two lines of one paragraph: nothing inside a word, else a space."""
    inside = before[-1:] in JOINS and (before[-2:-1].isalnum() or before[-2:-1] == "_")
    return "" if tight or inside else " "


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
