"""What speaks for and against a label that a line could begin with: its words, its look, and how the line before it ends.

Each reason adds to the score of the label or takes from it, and is kept beside it in words.
"""

from __future__ import annotations

import re

from contract_site.apart.captions import is_capitals
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal, is_titled, printed_label
from contract_site.parse.printed_numbers import Count, spelled
from contract_site.parse.setting import Setting

LAST_WORDS = 60
"""Characters at the end of a line among which its last words are."""
NUMBER_BEFORE = re.compile(r"(?:(?<![A-Za-z])(?P<word>[A-Za-z]++)|(?<!\d)(?P<figure>\d++))\s*+$")
REFERS_ON = re.compile(
    r"""
    (?: (?<! \b a ) (?<! \b an ) (?<! \b the ) (?<! \b this ) (?<! \b each ) (?<! \b that ) \s | ^ )
    (?: articles? | sections? | subsections? | paragraphs? | parts? | steps? | items? | tables? | pages?
       | appendix | attachment | forms? | title | chapter )\s*$
    | \b (?-i: (?<! ,\s ) of | in | with | under | to | through | from | per | see | the | this | a | an | than | least ) \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Last words of a line that a number on the next line belongs to: ``… as defined in Article`` / ``15. Any such …``.

Behind a comma, ``of`` is the Dutch word for “or”, which stands before the last entry of a list.
"""
LAST_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,20})\s{0,20}$")
LONGEST_WORD = 20
"""Characters at the end of a line that hold its last word, if it is one of these."""
HANG = frozenset(
    {"article", "section", "subsection", "paragraph", "part", "step", "item", "table", "page", "form", "appendix", "attachment"}
    | {"articles", "sections", "subsections", "paragraphs", "parts", "steps", "items", "tables", "pages", "forms", "title"}
    | {"chapter", "of", "in", "with", "under", "to", "through", "from", "per", "see", "the", "this", "a", "an", "than", "least"}
)
"""The last words themselves: few lines end in one, and only those are looked at closer."""
ENDS_BEFORE_BRACKETS = re.compile(r"(?:[.:;,)\]”\"]|\b(?:or|and|and/or))\s*$")
COUNTED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Grade|Level|Schedule|Class|Band"
    r"|Group|Exhibit|Annex|Annexe|Rule|Clause|Chapter|Nos?|(?<=\w )Nos?\.|nearest)$"
)
"""Words before a number that hardly is a label: ``no later than March`` / ``1.``, ``Grade`` / ``1.``, ``Schedule`` / ``A.``;
but ``Answer: No.`` has ended, and none of them goes on with a small letter."""
FOOTNOTE_MARK = re.compile(r"[^\W\d][.)]?\((?P<number>\d{1,2})\)$")
"""The mark of a footnote, straight behind the last word of a line: ``extended in 2013, OJ 3 Apr.(1)``."""
SMALLER = 0.1
"""By how much footnotes are smaller than the text, in its letters' height."""
HUNG = 0.8
"""What it costs a number to stand behind such a word; more than that, unless its neighbours count too (``nest``)."""
# No measurement set these weights one by one: they were chosen together, by reading the outlines that they give of real
# agreements and of the cases in tests/cases/parse. Whoever changes one reads those again.
LISTED = 1.0
"""What it adds that the contents list has the label with its title; nothing else then counts against it."""
MARKED, BOLD, CENTRED, LARGE, APART = 2.0, 0.5, 0.5, 0.5, 0.3
"""What the look of a line says for a label: the file's own heading; bold; centred; large; set apart."""
LARGER = 1.1
"""Height of letters, in that of most of the text, from which on they are large."""
ALONE, IN_CAPITALS, TITLED, MARK_BEHIND, ANY_TEXT = 0.8, 1.2, 0.7, 0.4, -0.6
"""What stands behind ``Article 5``: nothing; a title in capitals; a title; a mark; anything else."""
MARKS = ".:)-–—条條조"
"""What ends a label behind which text may stand: a mark, or the word for its rank."""
WORD_IN_CAPITALS, MISREAD, GOES_ON = 0.5, 0.8, 1.2
"""What ``ARTICLE`` adds to such a label; what it costs that its number was mended, that the line before goes on."""
IN_BRACKETS_GOES_ON, SIMPLE_GOES_ON = -1.0, -0.7
"""What a label without a word begins with where the line before goes on: in brackets, which cite, and else."""
BARE_ALONE, BARE_TITLED, BARE = 0.9, 0.5, 1.6
"""What it costs a number to have no mark: alone on its line, before a title, before anything else."""
SMALL_FOLLOWS, INITIALS = 1.0, 0.4
"""What it costs a number with stops to stand before a small letter, and a capital to stand before another: ``A. B. Smith``."""
RULED_OUT, LEAST = -9.0, -2
"""What a line says for itself that is no label; from what on down it is none."""
FULL = 0.72
"""Share of the measure from which on a line is full."""


def judged(found: Proposal, line: Line, before: Line | None, setting: Setting) -> Proposal | None:
    """Return the proposal with its score; None if the words around it rule it out."""
    apart = before is None or line.look.gap > setting.gap or line.look.sheet != before.look.sheet or line.look.heading > 0
    # Where each line is a whole paragraph, nothing goes on behind its end.
    ended = line.look.heading or (setting.whole and not line.parted)
    hanging = before is not None and not ended and hangs(before.text) and not (apart and found.kind and " " not in before.text)
    if line.tight or (hanging and (found.kind is not None or before is None or before.text[-1:] in "-/‑")):
        return None
    hung = hanging or (before is not None and not apart and _counts_on(found, before.text))
    if found.listed and before is not None and apart:
        before = None
    score, why = (_worded_score if found.kind else _simple_score)(found, line, before, apart=apart, setting=setting)
    if score <= LEAST:
        return None
    look, reasons = _look_score(line, apart=apart)
    if hung:
        score, why = score - HUNG, (*why, "the line before may go on with the number")
    if found.listed:
        score, why = max(score, 0.0) + LISTED, (*why, "stands in the contents list")
    return found.judged(score + look, (*why, *reasons), hung=hung)


def _counts_on(found: Proposal, before: str) -> bool:
    small = found.scheme.count in (Count.LETTERS, Count.ROMAN, Count.DOUBLED)
    return found.kind is None and not small and COUNTED.search(before[-LAST_WORDS:]) is not None


def _look_score(line: Line, *, apart: bool) -> tuple[float, tuple[str, ...]]:
    look = line.look
    told = {
        "heading of the file": MARKED if look.heading else 0.0,
        "bold": BOLD if look.bold else 0.0,
        "centred": CENTRED if look.centred else 0.0,
        "large": LARGE if look.size > LARGER else 0.0,
        "set apart": APART if apart else 0.0,
    }
    return sum(told.values()), tuple(reason for reason, worth in told.items() if worth)


def _worded_score(
    found: Proposal, line: Line, before: Line | None, *, apart: bool, setting: Setting
) -> tuple[float, tuple[str, ...]]:
    rest = found.rest
    # A line that is bold to its end and stands apart is a heading, whatever its title begins with.
    set_out = line.look.heading or (apart and line.look.bold and line.look.lead >= len(line.text))
    if rest and (rest[0] in ",;)" or (rest[0].islower() and not set_out)):
        return RULED_OUT, ()
    score, why = 0.0, []
    title = rest.rstrip(".:")
    if not rest:
        score, why = ALONE, ["alone on its line"]
    elif is_capitals(title):
        score, why = IN_CAPITALS, ["title in capitals"]
    elif is_titled(title):
        score, why = TITLED, ["title"]
    elif not line.text[found.end - 1 : found.end].isspace() or line.text[: found.end].rstrip()[-1:] in MARKS:
        score, why = MARK_BEHIND, ["mark after the number"]
    else:
        score = ANY_TEXT
    if line.text[:2].isupper():
        score, why = score + WORD_IN_CAPITALS, [*why, "word in capitals"]
    if found.number.mended:
        score, why = score - MISREAD, [*why, f"{found.number.value} misread"]
    if not apart and before is not None and _unfinished(before, setting):
        score, why = score - GOES_ON, [*why, "the line before goes on"]
    return score, tuple(why)


def _simple_score(
    found: Proposal, line: Line, before: Line | None, *, apart: bool, setting: Setting
) -> tuple[float, tuple[str, ...]]:
    text = line.text
    score, why = 0.0, []
    bracketed = found.scheme.marks == "()"
    if before is not None and bracketed and (_repeats_word(found, before.text) or _is_footnote(found, line, before)):
        return RULED_OUT, ()
    if not apart and before is not None and before.text:
        open_before = bracketed and not ENDS_BEFORE_BRACKETS.search(before.text) and not _sticks_out(line, before)
        if open_before or _unfinished(before, setting):
            score, why = (IN_BRACKETS_GOES_ON if open_before else SIMPLE_GOES_ON), ["the line before goes on"]
    bare = found.scheme.marks in ("", "-") and found.number.count not in (Count.DECIMALS, Count.ROMAN_CAPITALS)
    if bare and not found.number.whole:
        alone = not found.rest
        titled = line.look.heading > 0 or is_titled(found.rest)
        score -= BARE_ALONE if alone else BARE_TITLED if titled else BARE
        why.append("number alone" if alone else "number without a mark")
    if found.number.count is Count.DECIMALS and found.rest[:1].islower() and not printed_label(found.rest):
        score -= SMALL_FOLLOWS
        why.append("small letter follows")
    if text[:1].isupper() and found.scheme.count is Count.CAPITALS and re.match(r"[A-Z]\.\s*[A-Z]\.\s", text):
        score -= INITIALS
    return score, tuple(why)


def _sticks_out(line: Line, before: Line) -> bool:
    return abs(line.look.indent - before.look.indent) > 1


def _repeats_word(found: Proposal, before: str) -> bool:
    """Say whether the figure only repeats the number word before it: ``two`` / ``(2) times``."""
    match = NUMBER_BEFORE.search(before[-LAST_WORDS:])
    if match is None or found.number.count is not Count.NUMBERS:
        return False
    return match["figure"] == found.number.value or spelled(match["word"] or "") == found.number.key[0]


def _is_footnote(found: Proposal, line: Line, before: Line) -> bool:
    """Say whether a number in brackets is a footnote's: smaller than the text above, or printed there behind the last word."""
    if found.number.count is not Count.NUMBERS:
        return False
    mark = FOOTNOTE_MARK.search(before.text)
    return before.look.size - line.look.size > SMALLER or (mark is not None and mark["number"] == found.number.value)


def _unfinished(before: Line, setting: Setting) -> bool:
    """Say whether a line is full and ends within a sentence."""
    text = before.text
    if not text or text[-1] in '.:;!?”"’)' or before.look.heading or is_capitals(text):
        return False
    return int(before.look.indent) + len(text) > FULL * setting.measure or text.endswith((",", " and", " or"))


def hangs(before: str | None) -> bool:
    """Say whether a line ends in words that go on with a number: ``no later than March``, ``as provided in Section``."""
    if before is None:
        return False
    if before.endswith(("-", "/", "‑")):
        return "://" not in before and before[-2:-1] != " "  # a dash opens a list: ``in the Pottery Industry -``
    last = LAST_WORD.search(before[-LONGEST_WORD:])
    return last is not None and last[1].lower() in HANG and REFERS_ON.search(before[-LAST_WORDS:]) is not None
