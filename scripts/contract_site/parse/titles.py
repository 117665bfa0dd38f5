"""Decide which words behind and below a label are its title: on the line, on the next ones, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contract_site.apart.captions import is_capitals
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.judge import LARGER, hangs
from contract_site.parse.labels import GOES_ON, PROSE, SECOND_LABEL, Proposal, is_titled, read_simple
from contract_site.parse.printed_numbers import Count
from contract_site.parse.propose import plain
from contract_site.parse.ranks import RANK_WORD
from contract_site.parse.setting import Setting

MOST_LINES = 4
"""A title over more lines is none."""
MOST_LARGE = 7
"""A title in large bold letters may take more: nothing else is set so."""
MOST_WORDS = 5
"""Words of a title in small letters above a list."""
FEW_WORDS = 2
"""Words, up to which what an article has behind its number is no sentence: ``Reserved.``"""
SHORTEST_TEXT = 60
"""Characters behind a number from which on they are rather a sentence than a title."""
HALF = 0.5
"""Share of the measure up to which a line has ended where its writer meant it to."""
SHARE = 0.62
"""Share of the measure from which on a line may have been too full for its title."""
FULL = 0.85
"""Share of the measure from which on a line is as full as lines of text are. These three were chosen by reading titles."""
SHOUTED = re.compile(r"\b(?:SHALL|HEREBY)\b")
"""A word that sentences in capitals have and titles in capitals have not."""


@dataclass(frozen=True, slots=True)
class Title:
    """How far the title of a provision reaches."""

    on_line: bool = False
    """The words behind the label are (the beginning of) its title."""
    below: int = 0
    """So many of the next lines belong to it."""


NONE = Title()
BEGINS_SENTENCE = re.compile(r"(?:The|This|These|That|An?|Each|Every|All|Any|No|If|When|Where|In|For|On)\s")
"""How sentences begin and titles of a few words do not, where they end in a stop or colon."""
LETTERS = re.compile(r"[^\W\d_]")
"""What a title has and the dates above the columns of a table have not."""
SEES = re.compile(r"\(\s?(?:See|Vide|Voir|Siehe|Vgl|Véase)\b", re.IGNORECASE)
"""A remark below a heading that is no title: ``(See clause 4)``."""
REFERS = re.compile(
    rf"(?:See|Refer\s+to)\s+(?:(?:sub)?paragraph|{RANK_WORD})(?!\w)",
    re.IGNORECASE,
)
"""How a provision begins that only says where its rule stands, which is no title: ``Section 2. See Article II, Section 1.``"""
IN_BRACKETS = re.compile(r"\([^\W\d_a-zß-ÿ][^()]{2,80}[^().,;:]\)")
"""A title that is set in brackets, as in Portuguese and Japanese agreements: ``(Deveres do empregador)``."""


def title_of(proposal: Proposal, lines: Sequence[Line], taken: frozenset[int], end: int, setting: Setting) -> Title:
    """Return the title of what a proposal opens. ``taken`` are the lines with labels; ``end`` is the line behind the part."""
    below = [lines[i] for i in _unbroken(proposal.index, taken, end)]
    line = lines[proposal.index]
    if proposal.rest:
        after = lines[proposal.index + 1] if proposal.index + 1 < end else None
        if (after is None and _is_all(proposal)) or (REFERS.match(proposal.rest) and not proposal.listed):
            return NONE
        if _heads_decimals(proposal, after) or _heads_list(proposal, after) or _stands_apart(proposal, line, below, setting):
            return Title(True)
        if not _on_line(proposal, line, below[0] if below else None, setting):
            return Title(True, 1) if _hangs_over(proposal, below) else NONE
        return Title(True, _wrapped(proposal, line, below, setting))
    if proposal.kind in (Kind.STEP, None) and not proposal.number.whole:
        set_out = below and _set_out(line) and _alike(line, below[0]) and is_titled(below[0].text)
        return Title(False, 1 + _run(line, below[1:], setting)) if set_out else NONE
    return Title(False, _title_below(proposal, line, below, setting))


def title_of_part(proposal: Proposal, lines: Sequence[Line], taken: frozenset[int], end: int, setting: Setting) -> Title:
    """Return the title of a part: a bare number was only taken for its label because a title stands behind it."""
    if proposal.kind is None and SECOND_LABEL.match(proposal.rest):
        return NONE
    if proposal.kind is None and proposal.rest:
        return Title(
            True, _wrapped(proposal, lines[proposal.index], [lines[i] for i in _unbroken(proposal.index, taken, end)], setting)
        )
    if proposal.kind is None:
        return Title(False, 1)
    title = title_of(proposal, lines, taken, end, setting)
    if title != NONE or not proposal.rest:
        return title
    below = [lines[i] for i in _unbroken(proposal.index, taken, end)]
    whole = f"{proposal.rest} {below[0].text}" if below else ""
    set_out = bool(below) and (_alike(lines[proposal.index], below[0]) or below[1:2] == [] or below[1].look.gap > setting.gap)
    return Title(True, 1) if set_out and GOES_ON.search(proposal.rest) and is_titled(whole) else NONE


def _alike(line: Line, other: Line) -> bool:
    """Say whether two lines are set apart from the text in the same way."""
    centred = line.look.centred and other.look.centred and line.look.heading == other.look.heading
    return centred or (_set_out(line) and (line.look.bold, line.look.heading) == (other.look.bold, other.look.heading))


def _set_out(line: Line) -> bool:
    return line.look.bold or line.look.centred or line.look.heading > 0 or line.look.size > LARGER


def _unbroken(index: int, taken: frozenset[int], end: int) -> list[int]:
    """The next lines up to one that has a label."""
    found: list[int] = []
    for i in range(index + 1, min(end, index + 1 + MOST_LARGE)):
        if i in taken:
            break
        found.append(i)
    return found


def _on_line(proposal: Proposal, line: Line, below: Line | None, setting: Setting) -> bool:
    rest = proposal.rest
    title = rest.rstrip(".: ")
    if proposal.listed or is_capitals(title) or (line.look.heading and len(rest) <= headings.LONGEST_TITLE):
        return True
    if proposal.kind and rest[0].islower() and line.look.bold and line.look.lead >= len(line.text):
        return len(rest) <= headings.LONGEST_TITLE
    if not is_titled(title) or PROSE.search(rest):
        return False
    ended = rest[-1] in ".:"
    goes_on = below is not None and below.text[:1].islower()
    if proposal.kind is None:
        bare = proposal.scheme.count is Count.NUMBERS and (proposal.scheme.marks == "" or proposal.number.whole)
        bare = bare and (not ended or proposal.number.whole)
        apart = below is not None and (below.look.gap > setting.gap or line.look.bold)
        return bare or (proposal.scheme.count is Count.DECIMALS and apart and not ended and not goes_on)
    short = int(line.look.indent) + len(line.text) < SHARE * setting.measure
    if ended and rest[-1] == "." and proposal.kind is Kind.DIVISION and short and not goes_on:
        return True
    if ended:
        return not goes_on and (rest[-1] == "." or proposal.kind is not Kind.STEP) and headings.is_title(title)
    full = int(line.look.indent) + len(line.text) > FULL * setting.measure
    return not goes_on and (headings.is_title(title) or not full)


def _is_all(proposal: Proposal) -> bool:
    """Say whether words that end in a stop, behind which an article has nothing, are its text and no title."""
    rest = proposal.rest
    return proposal.kind is Kind.DIVISION and rest[-1] == "." and len(rest.split()) > FEW_WORDS and not is_capitals(rest)


def _heads_decimals(proposal: Proposal, after: Line | None) -> bool:
    """Say whether a number with stops has a title behind it, because the next line is counted below it: 4.1 before 4.1.1."""
    rest, below = proposal.rest, f"{proposal.number.value}."
    begun = after.text.replace(":", ".", 1) if after is not None else ""
    counted = begun.startswith(below) and begun[len(below) : len(below) + 1].isdigit()
    return counted and is_titled(rest) and rest[-1] not in ".:" and len(rest) < SHORTEST_TEXT


def _heads_list(proposal: Proposal, after: Line | None) -> bool:
    """Say whether a few words without a stop are a title, because a list begins below: ``A. Wage rates``, ``1. …``."""
    rest = proposal.rest
    if after is None or proposal.kind is not None or proposal.scheme.marks not in ("", ".", ":") or proposal.counted:
        return False
    labels = (p for p in read_simple(after.text, 0, 0) if p.scheme.marks and p.scheme != proposal.scheme)
    first = any(p.number.key == (1,) and not p.rest[:1].islower() for p in labels)  # small letters go on with a sentence
    return first and len(rest.split()) <= MOST_WORDS and is_titled(rest) and rest[-1] not in ".:)"


def _stands_apart(proposal: Proposal, line: Line, below: Sequence[Line], setting: Setting) -> bool:
    """Say whether short words behind a label are a title, because a sentence begins below: they were not wrapped."""
    if proposal.kind is not None or not below:
        return False
    rest, sentence = proposal.rest, below[0].text
    set_in = headings.is_title(rest) and (below[0].look.indent > line.look.indent + 1 or len(rest.split()) <= MOST_WORDS)
    if rest[-1] == "." and proposal.scheme.count is Count.DECIMALS and headings.is_title(rest.rstrip(". ")):
        rest = rest.rstrip(". ")  # A typist's stop behind a title that stands alone: ``1:02 Recognition.``
    if not set_in and (proposal.scheme.count is not Count.DECIMALS or below[0].look.gap < 1):
        return False
    short = int(line.look.indent) + len(line.text) < HALF * setting.measure and len(rest) < SHORTEST_TEXT
    return short and is_titled(rest) and rest[-1] not in ".:" and _is_sentence(sentence)


def _is_sentence(text: str) -> bool:
    """Say whether a line begins a sentence: by a verb in it, or by how it begins and ends."""
    begins = text.lstrip("“\"'")[:1].isupper()
    return begins and (PROSE.search(text) is not None or (text[-1] in ".:" and BEGINS_SENTENCE.match(text) is not None))


def _wrapped(proposal: Proposal, line: Line, below: Sequence[Line], setting: Setting) -> int:
    """How many lines below go on with a title that begins on the label's line."""
    if proposal.listed:
        return _listed_lines(proposal, below)
    if is_capitals(proposal.rest.rstrip(".:")):
        return _capitals(below, setting) if proposal.rest[-1] not in ".:" else 0
    wide = int(line.look.indent) + len(line.text) > SHARE * setting.measure
    if wide and (run := _run(line, below, setting)):
        return run
    if not below or not wide or proposal.rest[-1] in ".:" or line.look.heading:
        return 0
    apart = below[0].look.gap > setting.gap
    return int(not apart and headings.is_title(below[0].text) and not any(each.text[:1].islower() for each in below[1:2]))


def _hangs_over(proposal: Proposal, below: Sequence[Line]) -> bool:
    """Say whether a title ends its line with a word that no title ends with: ``Suspensions of 14 Days or`` / ``Discharge``."""
    if proposal.kind is not Kind.SECTION or not GOES_ON.search(proposal.rest) or len(below) < 2:
        return False
    return headings.is_title(f"{proposal.rest} {below[0].text}") and not below[1].text[:1].islower()


def _listed_lines(proposal: Proposal, below: Sequence[Line]) -> int:
    """How many lines below are needed to complete the title that a list of contents gives."""
    words = plain(proposal.rest)
    for count, line in enumerate(below):
        if words == proposal.listed or not proposal.listed.startswith(words + plain(line.text)):
            return count
        words += plain(line.text)
    return len(below)


def _as_label(line: Line, first: Line, behind: Sequence[Line]) -> bool:
    """Say whether a line below a label that stands alone is set as the label is, and what follows is not."""
    alike = line.look.bold and _alike(line, first) and line.look.size == first.look.size
    return (
        alike and bool(behind) and not _alike(line, behind[0]) and not PROSE.search(first.text) and first.text[-1] not in ".;,"
    )


def _title_below(proposal: Proposal, line: Line, below: Sequence[Line], setting: Setting) -> int:
    """How many lines below a label that stands alone on its ``line`` are its title."""
    if not below:
        return 0
    if count := _capitals(below, setting):
        return count
    first = below[0]
    if SEES.match(first.text) or not LETTERS.search(first.text):
        return 0
    if _set_out(first) and first.text[:1].isupper() and (run := _run(first, below[1:], setting)):
        return 1 + run
    if _as_label(line, first, below[1:]):
        return 1
    strict = headings.is_title(first.text.rstrip("."))
    if proposal.kind is not None and IN_BRACKETS.fullmatch(first.text):
        return 1
    follows = below[1] if len(below) > 1 else None
    head_goes_on = follows is not None and follows.look.centred and line.look.centred  # a remark below a title in full width
    if not is_titled(first.text.rstrip(".")) or (len(first.text) > 90 and not head_goes_on) or PROSE.search(first.text):
        return 0
    if first.text.endswith(".") and not (first.look.centred or first.look.bold or first.look.heading):
        return 0
    if follows is not None and (follows.text[:1].islower() or hangs(first.text)):
        return 0
    set_out = (
        first.look.centred or first.look.bold or first.look.heading or (follows is not None and follows.look.gap > setting.gap)
    )
    heads = proposal.kind in (Kind.DIVISION, Kind.GROUP, Kind.BESIDE) and len(first.text) < SHARE * setting.measure
    return int(bool(set_out) or strict or heads or head_goes_on)


def _run(line: Line, below: Sequence[Line], setting: Setting) -> int:
    """How many lines go straight on with a heading and are set as it is, where lines behind them are not."""
    if not _set_out(line):
        return 0
    count = 0
    large = line.look.size > LARGER and line.look.bold
    apart = max(setting.gap, line.look.gap) if large else setting.gap
    for each in below:
        if not _alike(line, each) or each.look.gap > apart or each.text.endswith((".", ";")):
            break
        if large and each.look.size != line.look.size:
            break
        count += 1
    return count if count < (MOST_LARGE if large else MOST_LINES) - 1 else 0


def _capitals(below: Sequence[Line], setting: Setting) -> int:
    """How many lines from the first on are in capitals; a sentence in capitals is text, and so is what goes on with it.

    What stands further off than the first is a heading of its own.
    """
    count = 0
    for line in below:
        apart = count > 0 and line.look.gap > max(setting.gap, below[0].look.gap)
        if apart or not is_capitals(line.text) or SHOUTED.search(line.text):
            break
        count += 1
    return count
