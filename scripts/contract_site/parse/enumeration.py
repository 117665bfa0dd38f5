"""Read the labels that begin numbered provisions: ``A.`` ``1.`` ``a.`` ``(1)`` ``(a)`` ``a)`` ``1)`` ``I.`` ``(i)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from contract_site.model.numeral import NUMBER_WORDS, letter_value, roman_value
from contract_site.model.pinpoint import Step, StepStyle


class Series(StrEnum):
    """What a list counts with."""

    NUMBERS = "1"
    CAPITALS = "A"
    LETTERS = "a"
    ROMAN_CAPITALS = "I"
    ROMAN = "i"


class Marks(StrEnum):
    """The punctuation around the count."""

    STOP = "."
    BRACKETS = "()"
    BRACKET = ")"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of labelling the provisions of one list."""

    series: Series
    marks: Marks


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed label: ``I.`` is the first Roman numeral or the ninth capital."""

    scheme: Scheme
    ordinal: int


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label at the head of a line."""

    printed: str
    readings: tuple[Reading, ...]
    length: int
    """Characters of the line up to the first word after the label."""

    @property
    def step(self) -> Step:
        """The label without its punctuation, as pinpoints use it."""
        value = self.printed.strip("().")
        style = StepStyle.BRACKETED if self.printed.startswith("(") else StepStyle.DOTTED
        return Step(value, style)

    @property
    def bracketed(self) -> bool:
        """Whether the label has an opening bracket, as numbers inside a sentence have too."""
        return self.printed.startswith("(")


LABEL = re.compile(
    r"""
    (?: (?P<stop>     \d{1,2} | [A-Z]{1,2} | [a-z]{1,2} | [IVX]{2,5} | [ivx]{2,5} ) \.   # A.  12.  a.  IV.  ii.
      | \( (?P<both>  \d{1,2} | [A-Z]      | [a-z]{1,2} |              [ivx]{2,5} ) \)   # (1)  (A)  (a)  (ii)
      |    (?P<right> \d{1,2} | [A-Z]      | [a-z]      |              [ivx]{2,5} ) \)   # 1)  A)  a)  ii)
    )
    (?: \s+ | $ )
    """,
    re.VERBOSE,
)
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
ENDS_BEFORE_BRACKETS = re.compile(r"(?:[.:;,)\]”\"]|\b(?:or|and|and/or))\s*$")


def read_label(text: str) -> Label | None:
    """Return the label that begins the text, or None. Whether it counts is for the open lists to say."""
    match = LABEL.match(text)
    if match is None:
        return None
    value = match["stop"] or match["both"] or match["right"]
    marks = Marks.STOP if match["stop"] else Marks.BRACKETS if match["both"] else Marks.BRACKET
    readings = tuple(Reading(Scheme(series, marks), ordinal) for series, ordinal in _counts(value))
    return Label(match[0].strip(), readings, match.end()) if readings else None


def may_follow(label: Label, before: str | None) -> bool:
    """Say whether a label can stand where the line before ends with ``before`` (None after a heading or another label).

    A bracketed label follows punctuation or ``or``, ``and``; it is not the figure after its own number word. No label
    follows a word that the number belongs to.
    """
    if before is None:
        return True
    if REFERS_ON.search(before) or follows_number_word(label, before):
        return False
    return not label.bracketed or ENDS_BEFORE_BRACKETS.search(before) is not None


def follows_number_word(label: Label, before: str) -> bool:
    """Say whether the label only repeats in figures the number word before it: ``two`` / ``(2) times``."""
    match = NUMBER_BEFORE.search(before)
    value = label.printed.strip("().")
    if match is None or not label.bracketed or not value.isdigit():
        return False
    return match["figure"] == value or NUMBER_WORDS.get((match["word"] or "").lower()) == int(value)


def _counts(value: str) -> list[tuple[Series, int]]:
    if value.isdigit():
        return [(Series.NUMBERS, int(value))] if int(value) else []
    alphabet, numerals = (Series.CAPITALS, Series.ROMAN_CAPITALS) if value.isupper() else (Series.LETTERS, Series.ROMAN)
    found = [(alphabet, letter_value(value)), (numerals, roman_value(value))]
    return [(series, ordinal) for series, ordinal in found if ordinal]
