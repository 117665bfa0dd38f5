"""Take a text apart into what carries its meaning: words, figures and signs, each with its place.

A figure is one atom with all that makes it this figure: ``1.5``, ``1,000.00``, ``6:30``, ``3 1/2``, ``1/11/64``. A sign, a
currency, a percent, the dash of a range, a comparison sign and a blank to be filled in are atoms too. What stands between
words and says nothing by itself (commas and stops, quotes, dashes with spaces, line ends) is in none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from contract_site.model.letters import folded
from contract_site.model.months import LANGUAGES

LineEnds = tuple[tuple[int, ...], tuple[int, ...]]
"""Of two texts: the offsets at which a line of the source ended inside a word."""
BREAK = "‧"
"""In a key: where a line's end divided the word, so that nobody can tell whether a hyphen belongs there."""
CLOSING = "ʼ"
"""In a key: what may be an apostrophe or the end of a quotation."""
HYPHENS = "-‐‑–"
MARKS = f"-{BREAK}{CLOSING}'"
PLAIN = str.maketrans("", "", MARKS)
QUOTE, DASH, BROKEN = re.compile("[’ʼ´`]"), re.compile(f"[{HYPHENS}]"), re.compile(r"[-‐‑][ ]+")
MIXED = re.compile(r"\d+[ -]\d+/\d+")
ONE_FORM = {"cell": "\t", "range": "–", "minus": "−", "bracket": "(", "slash": "/", "apart": ",", "blank": "__", "rule": ""}
"""The key of an atom of which only the kind counts."""
ATOM = re.compile(
    r"""
      (?P<initials> (?<![^\W_]) (?<![^\W\d_]\.) (?<![^\W\d_]\.[ ])                  # at the first of them only
          [^\W\d_]\. (?: [ ]?[^\W\d_]\. )+ (?! [^\W_] | [ ]?[^\W\d_]\. ) )                         # D.C.  D. C.  a.m.
    | (?P<figure>
          \d+ [ -] \d+/\d+ (?![/\d])                                                 # 3 1/2  3-1/2
        | (?: \d{1,3}(?:,\d{3})+(?!\d) | \d+ | (?<![\w.])\.\d+ )                       # 1,000  15  .5
          (?: [.:/^_]\d+ )* (?: [A-Z](?![^\W_]) )?                 # 1.5  6:30  1/11  10^2  2A
      )
    | (?P<word>
          (?: [^\W\d_]{2,} \d* | [^\W\d_] )                                          # SP2; of A4 the A numbers
          (?: ['’ʼ´`][^\W\d_]+                                                        # employee's
            | [-‐‑–‧][^\W\d_]+                                                         # re-sign
            | (?<=[a-zß-ÿ])[-‐‑][ ]+(?!(?:and|or|nor|to|but)\b)[a-zß-ÿ][^\W\d_]*        # depart- ment
            | \([^\W\d_]{1,3}\)                                                       # period(s)
          )*
          (?: (?<=[sS])['’ʼ´`](?![^\W_])                                              # employees'
            | [-‐‑](?=[ ]+(?:and|or|nor|to|but)\b)                                    # full- and part-time
          )?
      )
    | (?P<range>
          (?<=[\d%¢°)]) (?: [-‐‑–—−]{1,2}[ ]? | [ ][-‐‑–—−]{1,2}[ ] ) (?=[$€£¥(]?\.?\d)  # 1-5  1 – 5
        | (?<=\d[^\W\d_]) [-‐‑–—−] (?=\d)                                             # 1a-5a
        | (?<=\)) [ ]?[-‐‑–—−]{1,2}[ ]? (?=\()                                         # (a)-(c)
      )
    | (?P<minus> (?<![^\s(\[{"“‘'=<>≤≥≈]) [-‐‑–] (?=[$€£¥]?\.?\d) | − )                # -5  −5
    | (?P<bracket>
          (?<=[$€£¥])\((?=[\d.]) | (?<![^\W_])\((?=[-−+±]?[$€£¥][\d.])                 # $(500)  ($500)
        | (?:(?<=\t)|(?<=\n))\((?=[\d.,]+%?\)(?:[\t\n]|$))                            # a cell: (500)
      )
    | (?P<slash> (?<=[^\W_]) [ ]?/[ ]? (?=[^\W_]) )                                    # and/or
    | (?P<apart> (?<=\d) [.,;:]+ [ ]* (?=[$€£¥(]?\.?\d) )                               # 7, 8
    | (?P<prime> (?<=\d) (?: ′′ | ″ | ['"′] ) )                                        # 5' 6"
    | (?P<blank> __+ )
    | (?P<cell> \t )                                                                   # between two cells of a table
    | (?P<rule> (?P<one>[=~+<>]) (?P=one){2,} )
    | (?P<sign> [<>=]=|=[<>]|\+/?[-−]|[^\w\s] )
    """,
    re.VERBOSE,
)
SIGNS = frozenset("%‰‱§¶#&@^°☐☑☒✓✔✗✘")
"""Signs that say something, besides those of currency and mathematics."""
SILENT = frozenset("|~¬⁄")
SAME_SIGN = {"&": "and", ">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "==": "=", "+-": "±", "+/-": "±", "+−": "±", "+/−": "±"}
MONTHS = frozenset(name[:size] for size in (3, 4, 99) for name in LANGUAGES["en"].split())
OPENING = re.compile(r"(?<![^\s(\[{—–-])['\"‘](?=\S)")
"""A quotation mark that opens, of a kind that can also mean feet and inches or stand for an apostrophe."""
BULLET = re.compile(r"[•·‣▪■□●○◦▶►*‐–—-]\s+")
GLUE = re.compile(r"[.,'’/–‐‑-]?|[.)]?\(")
"""What may stand inside a unit: between the parts of 8.5.G, SP2-41 or 5(a)(2)."""
LEADING = frozenset({"minus", "bracket", "sign"})
"""Kinds of atoms that belong to the figure after them."""
AFTER = frozenset("%‰‱¢°")
"""Signs that belong to the figure before them."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, figure or sign."""

    key: str
    """What it is, in one form: equal for what is written in two ways and means the same."""
    start: int
    end: int
    """Where it stands in the text."""
    kind: str = "word"


@lru_cache(maxsize=16_384)  # aligning, cutting, classifying and marking all ask for the same units
def atoms(text: str, line_ends: tuple[int, ...] = ()) -> tuple[Atom, ...]:
    """Return the words, figures and signs of a text, in order.

    ``line_ends`` are the offsets in ``text`` at which a line of the source ended inside a word.
    """
    return tuple(atom for atom in _in_cells(text, line_ends) if atom.kind != "cell")


def atoms_of_both(before: str, after: str, line_ends: LineEnds = ((), ())) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """Return the atoms of two texts. Of two tables the ends of cells are atoms too: a figure in another column is another."""
    ask = _in_cells if "\t" in before and "\t" in after else atoms
    return ask(before, line_ends[0]), ask(after, line_ends[1])


@lru_cache(maxsize=16_384)
def _in_cells(text: str, line_ends: tuple[int, ...]) -> tuple[Atom, ...]:
    written, places = _marked(text, line_ends)
    begin = match.end() if (match := BULLET.match(written)) else 0
    opened = {"'" if each[0] == "‘" else each[0]: each.start() for each in reversed(list(OPENING.finditer(written)))}
    found: list[Atom] = []
    for match in ATOM.finditer(written, begin):
        kind = match.lastgroup or ""
        if key := _key(kind, match[0], {quote for quote, at in opened.items() if at < match.end() - 1}):
            found.append(Atom(key, places[match.start()], places[match.end()], kind))
    return tuple(_without_commas_of_dates(found))


def grouped(text: str, found: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Yield the atoms that are one unit of ``text``: a word, a figure with its sign and currency, a range, a citation."""
    group: list[Atom] = []
    for atom in found:
        if group and not _belongs(group[-1], atom, text[group[-1].end : atom.start]):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _belongs(before: Atom, atom: Atom, between: str) -> bool:
    if before.kind == "apart":
        return before.end - before.start == 1 and not between and atom.kind == "figure"  # 22,10
    if "cell" in (before.kind, atom.kind):
        return False
    if GLUE.fullmatch(between):
        return True
    leads = before.kind in LEADING and before.key != "and" and atom.kind == "figure"
    return between == " " and (leads or (before.kind == "figure" and atom.key in AFTER))


def plain(key: str) -> str:
    """Return a key without its hyphens and apostrophes."""
    return key.translate(PLAIN) if key[:1].isalpha() else key


def agree(one: str, other: str) -> bool:
    """Say whether two keys are the same word, figure or sign, where a line's end may have put a hyphen in or not."""
    if one == other:
        return True
    if not _uncertain(one) and not _uncertain(other):
        return False
    return plain(one) == plain(other) and all(_marks_agree(*marks) for marks in _marks(one, other))


def settled(keys: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return the keys, each uncertain one in the certain form that it has among ``others`` or here, else without its mark."""
    if not any(map(_uncertain, keys)):
        return tuple(keys)
    known = {plain(key): key for key in (*reversed(keys), *reversed(others)) if not _uncertain(key)}
    return tuple(_settled(key, known) if _uncertain(key) else key for key in keys)


def _settled(key: str, known: Mapping[str, str]) -> str:
    other = known.get(plain(key), "")
    return other if other and agree(key, other) else key.replace(BREAK, "").replace(CLOSING, "")


# Line ends ------------------------------------------------------------------------------------------------------------


def _marked(text: str, line_ends: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Return the text in one form of letters, with ``BREAK`` where a line ended inside a word, and the places in ``text``."""
    whole = folded(text)
    if not line_ends:
        return whole.text, whole.places
    written: list[str] = []
    places: list[int] = []
    last = 0
    for end in line_ends:
        at = bisect_left(whole.places, end)
        before = whole.text[last:at]
        hyphen = before[-1:] in HYPHENS and bool(before)
        if _one_word(before.rstrip(HYPHENS)[-1:], whole.text[at : at + 1]):
            written += [before[:-1] if hyphen else before, BREAK]
            places += [*whole.places[last:at], *([] if hyphen else [end])]
            last = at
    return "".join([*written, whole.text[last:]]), (*places, *whole.places[last:])


def _one_word(before: str, after: str) -> bool:
    """Whether a line may end between two letters inside a word: both are small or both are capitals."""
    return (before.islower() and after.islower()) or (before.isupper() and after.isupper())


# Keys -----------------------------------------------------------------------------------------------------------------


def _key(kind: str, written: str, opened: Collection[str]) -> str:
    """What an atom is, in one form; empty for what says nothing."""
    if kind == "word":
        return _word(written, opened)
    if kind == "figure":
        return _figure(written)
    if kind == "initials":
        return "".join(letter for letter in written.casefold() if letter.isalpha())
    if kind == "prime":
        sign = '"' if written in ("′′", "″") else "'" if written == "′" else written
        return "" if written in opened else sign
    return ONE_FORM[kind] if kind in ONE_FORM else _sign(written)


def _word(written: str, opened: Collection[str]) -> str:
    key = DASH.sub("-", BROKEN.sub(BREAK, QUOTE.sub("'", written.casefold())))
    return key[:-1] + CLOSING if key.endswith("'") and "'" in opened else key


def _figure(written: str) -> str:
    """A figure: without the commas of thousands, with the nought before a point, a whole number apart from its fraction."""
    key = written.casefold().replace(",", "")
    if MIXED.fullmatch(key):
        return key.replace("-", " ")
    return f"0{key}" if key[0] == "." else key


@lru_cache(maxsize=1024)
def _sign(written: str) -> str:
    counts = len(written) > 1 or written in SIGNS or unicodedata.category(written) in ("Sm", "Sc")
    return SAME_SIGN.get(written, written) if counts and written not in SILENT else ""


def _without_commas_of_dates(found: Sequence[Atom]) -> Iterator[Atom]:
    """Yield the atoms without the comma of ``June 1, 1950``, which may as well be missing."""
    for index, atom in enumerate(found):
        if atom.kind == "apart" and index > 1 and found[index - 2].key in MONTHS:
            continue
        yield atom


# Uncertain keys -------------------------------------------------------------------------------------------------------


def _uncertain(key: str) -> bool:
    return BREAK in key or CLOSING in key


def _marks_agree(one: str, other: str) -> bool:
    return (
        one == other
        or (BREAK in (one, other) and {one, other} <= {"", "-", BREAK})
        or (CLOSING in (one, other) and {one, other} <= {"", "'", CLOSING})
    )


def _marks(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the marks of both keys wherever one has a mark; both have the same letters."""
    first, second = _marks_by_place(one), _marks_by_place(other)
    for place in first.keys() | second.keys():
        yield first.get(place, ""), second.get(place, "")


def _marks_by_place(key: str) -> Mapping[int, str]:
    marks: dict[int, str] = {}
    letters = 0
    for character in key:
        if character in MARKS:
            marks[letters] = character
        else:
            letters += 1
    return marks
