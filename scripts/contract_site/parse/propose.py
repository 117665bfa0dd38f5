"""Propose every label and heading that a line could be, each with how much the line itself speaks for it, and why.

Nothing is decided here: whether numbers run is seen over the whole document (``divisions``, ``nest``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from contract_site.apart.captions import is_capitals
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.labels import Proposal, Scheme, is_titled, read_simple, read_worded, stands
from contract_site.parse.misread import misread
from contract_site.parse.printed_numbers import Count, Key, spelled


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines of a document have in common."""

    measure: int
    """Columns that full lines reach."""
    gap: int
    """Blank lines that stand even inside paragraphs."""
    indents: bool
    """Whether indents tell anything."""
    whole: bool = False
    """Each line is a whole paragraph, as in files that do not break lines."""


DECIDED = 5.0
"""What an editor's decision adds to a line: more than all else together."""
WRAPPED = 160
"""Characters. Longer lines are printed by nobody, so that a text with many of them does not break its lines."""
FEW_ONWARD = 40
"""One line in so many goes on with a sentence in a text whose lines are broken."""
NARROW = 60
"""Columns. Lines of a text are not taken to be full below a share of it, however short all of them are."""


Listed = Mapping[str, tuple[str, ...]]
"""The titles that lists of contents give, by number (``5``, ``iv``), both plain."""


def plain(text: str) -> str:
    """Return the letters and figures of the text only, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())


def listed_in(entries: Iterable[tuple[str, str]]) -> Listed:
    """Return what lists of contents say, from (label, title) of their entries."""
    found: dict[str, tuple[str, ...]] = {}
    for label, title in entries:
        if not label and len(title.partition(" ")[0]) < 4:
            label, _, title = title.partition(" ")
        key = plain((label.split() or [""])[-1])
        found[key] = (*found.get(key, ()), plain(title))
    return found


def propose(lines: Sequence[Line], listed: Listed, decided: Mapping[int, bool]) -> tuple[tuple[Proposal, ...], ...]:
    """Return, for every line, the labels that could begin it.

    ``listed`` is what lists of contents say. ``decided`` says of single lines, by their place, that they are labels (True: what
    stands before them tells nothing) or text (False).
    """
    setting = setting_of(lines)
    found: list[tuple[Proposal, ...]] = []
    for index in range(len(lines)):
        before = None if index == 0 or decided.get(index, False) else (lines[index - 1], found[-1])
        own = _of_line(lines[index], index, setting, listed, before) if decided.get(index, True) else ()
        found.append(_decided(own) if index in decided else own)
    for index, spoilt in misread(lines, found):
        found[index] = (spoilt,) if decided.get(index, True) else ()
    for index in _entries(lines, found, setting):
        if index not in decided:
            found[index] = ()
    return tuple(found)


def _entries(lines: Sequence[Line], found: Sequence[Sequence[Proposal]], setting: Setting) -> Iterator[int]:
    """Yield the lines of lists that name articles or appendices: two or more, one straight below the other.

    The line above ends in a colon, or all of them stand again further down, where they head what they name.
    """
    named = [_names_one(line, own) for line, own in zip(lines, found, strict=True)]
    last = {(p.scheme.word, p.number.key): p.index for own in found for p in own[:1] if p.kind is not None}
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and named[index] and named[index] is named[first] and lines[index].look.gap <= setting.gap:
            continue
        run = range(first, index)
        if len(run) > 1 and named[first] and (_opened(lines, first) or all(_again(found[i][0], last) for i in run)):
            yield from run
        first = index


def _opened(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].text.endswith(":")


def _again(p: Proposal, last: Mapping[tuple[str, Key], int]) -> bool:
    return last[p.scheme.word, p.number.key] > p.index + 1


def _names_one(line: Line, found: Sequence[Proposal]) -> Kind | None:
    """Return what a line could name, an article or an appendix, as a list does; None where it is set as a heading."""
    set_out = line.look.heading or line.look.bold or line.look.centred or line.text[:2].isupper()
    kind = found[0].kind if found and not set_out else None
    return kind if kind in (Kind.DIVISION, Kind.BESIDE) else None


def _decided(found: Sequence[Proposal]) -> tuple[Proposal, ...]:
    return tuple(replace(p, score=p.score + DECIDED, why=(*p.why, "decided by an editor")) for p in found)


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return what the lines have in common: how wide they are, how they are parted, whether they are indented."""
    widths = sorted(int(line.look.indent) + len(line.text) for line in lines if line.text)
    wide = widths[len(widths) * 9 // 10] if widths else 80
    indented = sum(line.look.indent > 0 for line in lines)
    whole = sum(len(line.text) > WRAPPED for line in lines) * 20 > len(lines)
    onward = [after for before, after in pairwise(lines) if not whole and _goes_on(before, after)]
    gap = _usual_gap(lines, onward, whole=whole)
    return Setting(min(max(wide, NARROW), 140), gap, indented * 20 > len(lines), whole)


def _usual_gap(lines: Sequence[Line], onward: Sequence[Line], *, whole: bool) -> int:
    """The blank lines inside paragraphs: those over which sentences go on; where few do, the fewest that are common."""
    if not onward and not whole:
        return 0
    if len(onward) * FEW_ONWARD > len(lines):
        return sorted(line.look.gap for line in onward)[len(onward) // 2]
    gaps = sorted(line.look.gap for line in lines[1:])
    return gaps[len(gaps) // 4] if gaps else 0


def _goes_on(before: Line, after: Line) -> bool:
    return after.text[:1].islower() and before.text[-1:] not in ".:;,!?"


def hangs(before: str | None) -> bool:
    """Say whether a line ends in words that go on with a number: ``no later than March``, ``as provided in Section``."""
    if before is None:
        return False
    if before.endswith(("-", "/", "‑")):
        return "://" not in before
    last = LAST_WORD.search(before[-LONGEST_WORD:])
    return last is not None and last[1].lower() in HANG and REFERS_ON.search(before[-LAST_WORDS:]) is not None


LAST_WORDS = 60
"""Characters at the end of a line among which its last words are."""
NUMBER_BEFORE = re.compile(r"(?:(?<![A-Za-z])(?P<word>[A-Za-z]++)|(?<!\d)(?P<figure>\d++))\s*+$")
REFERS_ON = re.compile(
    r"""
    (?: (?<! \b a ) (?<! \b an ) (?<! \b the ) (?<! \b this ) (?<! \b each ) (?<! \b that ) \s | ^ )
    (?: articles? | sections? | subsections? | paragraphs? | parts? | steps? | items? | tables? | pages?
       | appendix | attachment | forms? | title | chapter )\s*$
    | \b (?-i: of | in | with | under | to | through | from | per | see | the | this | a | an | than | least ) \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Last words of a line that a number on the next line belongs to: ``… as defined in Article`` / ``15. Any such …``."""
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


def _is_heading(line: Line, proposals: Sequence[Proposal]) -> bool:
    """Say whether nothing goes on behind a line, because it is a heading."""
    if line.look.heading or is_capitals(line.text):
        return True
    title = any(p.kind is not None and p.score >= 0.4 and (not p.rest or is_titled(p.rest.rstrip(".:"))) for p in proposals)
    title = title or any(p.kind is None and len(p.rest) < NARROW and headings.is_title(p.rest) for p in proposals)
    return title or (len(line.text) < NARROW and headings.is_title(line.text) and not proposals and len(line.text.split()) > 1)


def _of_line(
    line: Line, index: int, setting: Setting, listed: Listed, above: tuple[Line, Sequence[Proposal]] | None
) -> tuple[Proposal, ...]:
    """What a line could be; ``above`` are the line before and what that could be, None where it tells nothing."""
    text = line.text
    if line.look.cells > 1:
        return ()
    if line.look.number:
        return _counted(line, index)
    first = text[:1]
    if not (first.isalnum() or first in "([§"):
        return ()
    found = tuple(_with_title(p, listed) for p in (*read_worded(text, index), *read_simple(text, index, 0)))
    found = tuple(p for p in found if p.kind is not None or p.listed or stands(p.number, p.scheme.marks, p.rest))
    if not found:
        return ()
    before = above[0] if above is not None and not _is_heading(*above) else None
    return tuple(p for each in found if (p := _judged(each, line, before, setting)) is not None)


def _with_title(found: Proposal, listed: Listed) -> Proposal:
    """Return the proposal with the title that a list of contents gives it, if the words behind the label begin it."""
    titles = listed.get(plain(found.number.value), ()) if listed else ()
    rest = plain(found.rest[: headings.LONGEST_TITLE * 3]) if titles else ""
    if len(rest) < 3:
        return found
    title = next((title for title in titles if title and (title.startswith(rest) or rest == title)), "")
    return replace(found, listed=title) if title else found


def _counted(line: Line, index: int) -> tuple[Proposal, ...]:
    found = counted_at(line, index, 0)
    if found and found[0].kind is Kind.BESIDE and (own := _own_letter(found[0], line, index)):
        return (own,)
    return found


def counted_at(line: Line, index: int, place: int) -> tuple[Proposal, ...]:
    """Return the readings of the label that the file counts at a ``place``, from 0, among those of the line.

    A line has several where the first words of an entry are those of a list inside it.
    """
    printed = line.look.number.split("\t")[place : place + 1]
    return tuple(
        replace(p, begin=place, end=0, rest=line.text, counted=True, printed=each, score=2.0, why=("counted by the file",))
        for each in printed
        for p in (*read_worded(each, index), *read_simple(each + " ", index, 0))
    )


def _own_letter(counted: Proposal, line: Line, index: int) -> Proposal | None:
    """Return the label that an appendix prints itself, where the name of its file says that it is one: ``A: Rulings``."""
    printed = (p for p in read_simple(line.text, index, 0) if p.scheme.marks in (":", ".", ")") and is_titled(p.rest))
    own = next(printed, None)
    if own is None:
        return None
    scheme = Scheme(counted.scheme.word, own.scheme.count)
    return replace(own, scheme=scheme, kind=counted.kind, score=2.0, why=("named by its file",))


# What speaks for and against ------------------------------------------------------------------------------------------


def _judged(found: Proposal, line: Line, before: Line | None, setting: Setting) -> Proposal | None:
    """Return the proposal with its score; None if the words around it rule it out."""
    apart = before is None or line.look.gap > setting.gap or line.look.sheet != before.look.sheet or line.look.heading > 0
    # Where each line is a whole paragraph, nothing goes on behind its end.
    ended = line.look.heading or (setting.whole and not line.parted)
    hanging = before is not None and not ended and hangs(before.text)
    if line.tight or (hanging and (found.kind is not None or before is None or before.text[-1:] in "-/‑")):
        return None
    hung = hanging or (before is not None and not apart and _counts_on(found, before.text))
    if found.listed and before is not None and apart:
        before = None
    score, why = (_worded_score if found.kind else _simple_score)(found, line, before, apart=apart, setting=setting)
    if score <= -2:
        return None
    look, reasons = _look_score(line, apart=apart)
    if hung:
        score, why = score - HUNG, (*why, "the line before may go on with the number")
    if found.listed:
        score, why = max(score, 0.0) + 1.0, (*why, "stands in the contents list")
    return found.judged(score + look, (*why, *reasons), hung=hung)


def _counts_on(found: Proposal, before: str) -> bool:
    small = found.scheme.count in (Count.LETTERS, Count.ROMAN, Count.DOUBLED)
    return found.kind is None and not small and COUNTED.search(before[-LAST_WORDS:]) is not None


def _look_score(line: Line, *, apart: bool) -> tuple[float, tuple[str, ...]]:
    look = line.look
    told = {
        "heading of the file": 2.0 if look.heading else 0.0,
        "bold": 0.5 if look.bold else 0.0,
        "centred": 0.5 if look.centred else 0.0,
        "large": 0.5 if look.size > 1.1 else 0.0,
        "set apart": 0.3 if apart else 0.0,
    }
    return sum(told.values()), tuple(reason for reason, worth in told.items() if worth)


def _worded_score(
    found: Proposal, line: Line, before: Line | None, *, apart: bool, setting: Setting
) -> tuple[float, tuple[str, ...]]:
    rest = found.rest
    # A line that is bold to its end and stands apart is a heading, whatever its title begins with.
    set_out = line.look.heading or (apart and line.look.bold and line.look.lead >= len(line.text))
    if rest and (rest[0] in ",;)" or (rest[0].islower() and not set_out)):
        return -9.0, ()
    score, why = 0.0, []
    title = rest.rstrip(".:")
    if not rest:
        score, why = 0.8, ["alone on its line"]
    elif is_capitals(title):
        score, why = 1.2, ["title in capitals"]
    elif is_titled(title):
        score, why = 0.7, ["title"]
    elif not line.text[found.end - 1 : found.end].isspace() or line.text[: found.end].rstrip()[-1:] in ".:)-–—":
        score, why = 0.4, ["mark after the number"]
    else:
        score = -0.6
    if line.text[:2].isupper():
        score, why = score + 0.5, [*why, "word in capitals"]
    if found.number.mended:
        score, why = score - 0.8, [*why, f"{found.number.value} misread"]
    if not apart and before is not None and _unfinished(before, setting):
        score, why = score - 1.2, [*why, "the line before goes on"]
    return score, tuple(why)


def _simple_score(
    found: Proposal, line: Line, before: Line | None, *, apart: bool, setting: Setting
) -> tuple[float, tuple[str, ...]]:
    text = line.text
    score, why = 0.0, []
    bracketed = found.scheme.marks == "()"
    if before is not None and bracketed and (_repeats_word(found, before.text) or _is_footnote(found, line, before)):
        return -9.0, ()
    if not apart and before is not None and before.text:
        open_before = bracketed and not ENDS_BEFORE_BRACKETS.search(before.text) and not _sticks_out(line, before)
        if open_before or _unfinished(before, setting):
            score, why = (-1.0 if open_before else -0.7), ["the line before goes on"]
    if found.scheme.marks in ("", "-") and found.number.count is not Count.DECIMALS and not found.number.whole:
        alone = not found.rest
        titled = line.look.heading > 0 or is_titled(found.rest)
        score -= 0.9 if alone else 0.5 if titled else 1.6
        why.append("number alone" if alone else "number without a mark")
    if found.number.count is Count.DECIMALS and found.rest[:1].islower():
        score -= 1.0
        why.append("small letter follows")
    if text[:1].isupper() and found.scheme.count is Count.CAPITALS and re.match(r"[A-Z]\.\s*[A-Z]\.\s", text):
        score -= 0.4
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
    return int(before.look.indent) + len(text) > 0.72 * setting.measure or text.endswith((",", " and", " or"))
