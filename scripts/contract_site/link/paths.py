"""Read paths of steps and lists of them: ``37, Section 3.A.4.a, b, or c``.

A path begins with a value and goes on inwards: glued, dotted and bracketed steps, and ranks named one by one
(``Article 2, Section 2, paragraph B``). A list goes on from a path: each member replaces the step of its own kind, or of
the rank that it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from contract_site.link import ranks
from contract_site.link.ranks import RANKS, UNLABELLED, CitedRank
from contract_site.model.joining_words import AND
from contract_site.model.numeral import (
    NUMBER_WORDS,
    ONES,
    ORDINAL_STEMS,
    TENS,
    end_of_words,
    ordinal_value,
    roman,
    roman_value,
    words_value,
)

ANY = "|".join(NUMBER_WORDS)
SPELLED = rf"(?=[A-Z])(?i:(?:(?:{TENS})(?:[-\s](?:{ONES}))?|(?:{ANY})))\b"
"""A number spelled out with a capital: ``Five``, ``Twenty-Six``, ``TWO``."""
ORDINAL = rf"(?i:(?:{'|'.join(ORDINAL_STEMS)})[oa](?:\s(?:{'|'.join(ORDINAL_STEMS)})[oa])?|únic[oa])\b"
"""An ordinal in words: ``cláusula décima primeira``, ``parágrafo único``."""
LATIN = "(?i:bis|ter|quater|quinquies|sexies)"
"""What stands behind the number of an article that was put in later; ``§§ 5 bis 8`` is a range."""
LISTED = "|".join(AND)

FIRST = re.compile(
    rf"""
      (?P<misread> [lI]\d{{1,2}} | \dO ) (?! \w )                                # Article l4, read by a machine
    | (?P<inserted> \d{{1,3}} (?: -?{LATIN}\b | \s{LATIN}\b (?! \s* [\d§A-Z] ) ) )      # 5bis, 3 bis, 4-ter
    | (?P<number> \d{{1,3}} ) (?! \d | % | \s?percent | °\s?[CF]\b | ,\d{{3}} | :(?:00|\d\d?\s?[ap]\.?m) )
        (?: (?: er | re | ère ) \b | \.?[ºª°] )?
    | (?P<roman> [IVXL]{{1,7}} ) (?: er )? \b
    | (?P<spelled> {SPELLED} )
    | (?P<ordinal> {ORDINAL} )
    | (?P<letter> (?: aa | bb | cc | dd | ee | ff )\b | [^\W\d_] ) (?! [^\W\d_] )
    | \( (?P<bracket> \d{{1,2}} | [A-Za-zа-яА-Я] | [ivxl]{{2,7}} | [IVXL]{{2,7}} | (?P<twin>[a-z])(?P=twin) ) \)
    | [«“"„] \s? (?P<quoted> [a-zа-я] ) \s? [»”"“]                                  # подпункт «а»
    """,
    re.VERBOSE,
)
MISREAD = str.maketrans("lIO", "110")
"""Letters that machines read where figures are printed."""
GLUED_FIRST = re.compile(r"(?P<letter>[A-Z])-?(?P<number>\d{1,2})(?!\d)")
"""``B5`` and ``B-5`` for B.5."""
STEP = re.compile(
    r"""
      \. \s? \( (?P<after_stop> [a-z] | \d{1,2} | [A-Z] | [ivxl]{2,7} | [IVXL]{2,7} | ([a-z])\2 ) \.? \)   # .(6)   .(3.)
    | \s? \( (?P<bracket> [a-z] | \d{1,2} | [A-Z] | [ivxl]{2,7} | [IVXL]{2,7} | ([a-z])\4 ) \.? \)   # (6)    [space](6)    (6.)
    | (?<= \s [a-z] ) \) \s (?P<closed> [a-z] | \d{1,2} | [ivx]{2,5} ) (?= \) )      # 2.01 b) 2)
    | (?<! [º°ª] ) ,? \s (?P<degree> \d{1,2} ) ° (?! \s?[CF]\b )                     # article 3, 2°
    | \. Step \s (?P<step> \d )                                                # .Step 2
    | \. (?P<dotted> \d{1,3} | [A-Z] | [a-z] | [ivx]{2,5} ) (?! [a-z0-9%] | [A-Z][A-Za-z] )        # .C
    | (?<= \d ) -? (?P<glued> [A-Z] | (?<! - ) [a-hl] ) (?! [\w-] )              # 10.2B, Section 1A, Article 7-A, Paragraph 3b
    | (?<= [IVX] ) - (?P<put_in> [A-H] ) (?! [\w-] | \.\d )                       # Article XII-A
    | (?<= \d ) - (?P<between> [A-Z] ) (?= -\d )                               # Article 9-C-2
    | (?: (?<= [\dIVX] ) | (?<= -[A-Z] ) ) - (?P<dashed> \d{1,2} ) (?! [\w-] )                 # Article 28-5
    | (?<= \d ) : (?P<coloned> \d{1,2} ) (?! \d )                                # Section 5:01
    """,
    re.VERBOSE,
)
LOOSE = re.compile(
    rf"""
    (?: ,?\s (?P<value> [ivx]{{2,5}} (?= \) ) | [A-Z] | \d{{1,2}} | (?! [you] \b ) [a-z] )     # artículo 5 y en la ley
      | \.\s (?P<after_stop> \d{{1,2}} | [a-z] | [A-Z] (?= \.?,?\s (?:above|below|of\s+this) \b ) ) )
    (?= \.?, | \.?\s (?: {LISTED} | through | & | above | below | of\s+this ) \b | \.?\s& | \.?\) | \.?$ )
    """,
    re.VERBOSE,
)
"""A step after a space or comma, if a list, a direction or an end follows: ``Section 2, A and B``, ``Section 9.A 1, 2``.

After a full stop a capital only if the words go on to say where: ``in Section 2. A or B may …`` begins a sentence.
"""
LETTER_AFTER = re.compile(r",\s+(?=[A-Z](?:\.\s?|,\s)\d)(?P<step>[A-Z])")
"""``Article XIV, B.6`` and ``Article XII, B, 10``."""
STEP_AFTER = re.compile(r"(?:[.,]\s*+|\s*+)(?:,\s*+)?Step\s++(?P<number>\d)\b")
UNITS = re.compile(
    r"\s*(?:%|percent|days?\b|hours?\b|weeks?\b|months?\b|years?\b|employees?\b|minutes?\b|cents?\b|points?\b|pay\b|or\s+more\b|calendar\b"
    r"|consecutive\b|work\b|miles?\b|full\b|additional\b|members?\b|representatives?\b|other\b|such\b|times\b|per\b|dollars\b)"
)
BEGINNING = ("a", "A", "1", "i", "I")
"""Labels in brackets that may begin a list in the sentence, and not go on from the number before them: ``Section 2 (a) if``."""
DIVISION_WORD = re.compile(r"(?:Part|PART) ")
FIGURES = re.compile(r"\d|[IVX]+\b")
"""``Part 2`` with a capital is a division of the whole text; ``Part B`` stands below a section."""
DECIMAL = re.compile(r"\.\d")
PERHAPS = "?"
"""What a step ends in that is looked for, and passed over if nothing has such a label."""
POSSESSIVE = re.compile(r"\s?[’']")

LETTERED = r"[A-Z]{1,2}\d{1,2}(?:\b|(?=\())"
"""A number with the letter of its part before it: ``clause A2.2``, ``S1.1(b)``."""
VALUE = {
    "article": rf"\d|[IVXL]+(?:er)?\b|[lI]\d{{1,2}}\b|[A-Z](?:[.-]\d|(?=[,.;)]|$|\s(?:of|and|or|above|below)\b))|{SPELLED}",
    "title": rf"\d|[IVXL]+(?:er)?\b|{SPELLED}",
    "item": r"\d",
    "section": rf"\d|{LETTERED}|\([a-z0-9]{{1,3}}\)|[A-Z]\b|[IVX]+\b|[lI]\d{{1,2}}\b|{SPELLED}",
    "clause": rf"\d|{LETTERED}|\([a-z0-9]{{1,3}}\)|[A-Z]\b|[IVX]+\b|{SPELLED}",
    "point": r"\d|\([a-z]\)|[A-Z]\b",
    "bylaw": r"\d",
    "order": r"\d",
    "rule": rf"\d|{SPELLED}",
    "subclause": r"\d|\([A-Za-z0-9]{1,4}\)|\(?[A-Za-z][).,(]|[A-Zb-z]\b(?![’'])|a\s(?:and|or|&|through|above|below)\b",
    "paragraph": r"\d|\([A-Za-z0-9]{1,4}\)|\(?[A-Za-z][).,(]|[A-Zb-z]\b(?![’'])|a\s(?:and|or|&|through|above|below)\b",
    "subparagraph": r"\d|\([A-Za-z0-9]{1,4}\)|\(?[A-Za-z][).,(]|[A-Zb-z]\b(?![’'])|a\s(?:and|or|&|through|above|below)\b",
}
"""What must stand behind the word of a rank: not ``parts a person took``."""
for _name in ("article", "clause", "paragraph", "title"):
    VALUE[_name] += rf"|{ORDINAL}"
for _name in ("paragraph", "subclause"):
    VALUE[_name] += rf"|{LETTERED}"
VALUE["alinea"] = r"\(?[a-z]\)|\d"
VALUE["sentence"] = r"\d"
VALUE["number"] = r"\d"
VALUE["fraction"] = r"\d|[IVXL]+\b"
VALUE["littera"] = r"\(?[a-z]{1,2}\)|(?:aa|bb|cc|dd|ee|ff|[a-z])\b(?![’'])"
VALUE["subpoint"] = r"\d|\(?[а-яa-z]\)|[«“\"„]\s?[а-яa-z]\s?[»”\"“]"
NAMED_RANK = "|".join(
    rf"(?P<{rank.name}>(?<!\w)(?:{ranks.pattern_of(rank.name)})\s*+(?!\(e?s\))(?={VALUE[rank.name]}))" for rank in RANKS
)
RANK = re.compile(NAMED_RANK)
LABEL_WORD = re.compile(rf"(?:{'|'.join(rf'(?P<{rank.name}>{ranks.pattern_of(rank.name)})' for rank in RANKS)})\s*+")
"""The word for a rank with which a printed label begins."""
INWARDS = re.compile(r"\s*+(?:[,:/(]\s*+|[-–—]\s*+)?")
"""What may stand between two ranks named one by one: ``Article 2 - Section 1``, ``Article 2 (Section 1)``."""
SMALL = r",?\s(?:and|of|the|for|in|to|or|&)\b"
"""A small word inside a title; two at most stand together."""
TITLE_BETWEEN = re.compile(
    r"\s?\([^()\d]{2,80}\)|,?\s[“\"][^”\"\d]{2,80}[”\"]"
    rf"|\s?[,:–—-]\s?(?![A-Z]-\d)(?:[A-Z][\w’'-]*+(?:(?:{SMALL}){{2}}|(?:{SMALL})?(?!{SMALL}))\s?){{1,8}}(?=[,:–—-])"
)
"""A printed title between a number and what goes on from it: ``Article 7 (Pay), Section 2``, ``Article 7, Pay, Section 2``."""
BY_NAME = {rank.name: rank for rank in RANKS}


@dataclass(frozen=True, slots=True)
class Path:
    """Steps read from the text, and where their words end."""

    steps: tuple[str, ...]
    end: int
    shorter: tuple[tuple[tuple[str, ...], int], ...] = ()
    """Readings that stop before a space, with their ends."""
    named: tuple[tuple[int, int], ...] = ()
    """The ranks that were named, each with its level and the place of its step in the path."""


def read_rank(text: str, position: int) -> tuple[CitedRank, int] | None:
    """Return the rank whose word stands at a position with a value behind it, and where the value begins."""
    match = RANK.match(text, position)
    return (BY_NAME[match.lastgroup or ""], match.end()) if match is not None else None


def read_path(text: str, position: int, level: int, *, stepped: bool = False, outside: int = 99) -> Path | None:
    """Return the path whose first value stands at a position; None if no value does.

    No rank of the level ``outside``, or further in, is read, which is that of what lies in the path: ``Section 2 of Article 5,
    Section 3`` are two.
    """
    reading = _first(text, position)
    if reading is None:
        return None
    reading.named, reading.outside = [(level, 0)], outside
    while _further(text, reading, stepped=stepped):
        pass
    return Path(tuple(reading.steps), reading.end, tuple(reversed(reading.shorter)), tuple(reading.named))


@dataclass(slots=True)
class _Reading:
    """A path while it is read."""

    steps: list[str]
    end: int
    named: list[tuple[int, int]] = field(default_factory=list)
    shorter: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    outside: int = 99

    def take(self, step: str, end: int) -> bool:
        self.steps.append(step)
        self.end = end
        return True


def _first(text: str, position: int) -> _Reading | None:
    glued = GLUED_FIRST.match(text, position)
    if glued is not None:
        return _Reading([glued["letter"], glued["number"]], glued.end())
    first = FIRST.match(text, position)
    return _Reading([_value(first)], _value_end(text, first)) if first is not None else None


def read_value(text: str, position: int) -> Path | None:
    """Return the path of the one value that stands at a position, whatever goes on from it; None if none does."""
    reading = _first(text, position)
    return Path(tuple(reading.steps), reading.end) if reading is not None else None


def _value_end(text: str, first: re.Match[str]) -> int:
    """Where the words of a value end, the figure behind it that says it again among them."""
    return end_of_words(text, first.end(), words_value(first["spelled"])) if first["spelled"] else first.end()


def _value(first: re.Match[str]) -> str:
    if first["spelled"]:
        return str(words_value(first["spelled"]))
    if first["misread"]:
        return first["misread"].translate(MISREAD)
    if first["inserted"]:
        return re.sub(r"[\s-]", "", first["inserted"]).lower()
    if first["ordinal"]:
        return str(ordinal_value(first["ordinal"]) or 1)
    return first["number"] or first["roman"] or first["letter"] or first["bracket"] or first["quoted"]


def _further(text: str, reading: _Reading, *, stepped: bool) -> bool:
    """Read one more step into the reading, if the words go on to one."""
    return (
        (stepped and _procedure(text, reading))
        or _named(text, reading)
        or (stepped and _letter(text, reading))
        or _punctuated(text, reading)
        or _loose(text, reading)
    )


def _procedure(text: str, reading: _Reading) -> bool:
    step = STEP_AFTER.match(text, reading.end) if len(reading.steps) == 2 else None
    return step is not None and reading.take(f"step-{step['number']}", step.end())


def _named(text: str, reading: _Reading) -> bool:
    """A rank further in than the last: ``, paragraph B``."""
    found = _rank_behind(text, reading.end)
    if found is None and (title := TITLE_BETWEEN.match(text, reading.end)) is not None:
        found = _rank_behind(text, title.end())
    if found is None:
        return False
    rank, position = found
    level = 6 if rank.name == "item" else rank.level
    value = FIRST.match(text, position)
    lettered = not all(step.isdigit() for step in reading.steps)  # not Article 2.1, Section 1, but Article II.B, Section A
    deeper = level == 2 and len(reading.steps) - 1 > reading.named[-1][1] and lettered
    whole = DIVISION_WORD.match(text, position - len("Part ")) and FIGURES.match(text, position)  # clause 4.2, Part 2
    if not reading.named[-1][0] < level < reading.outside or value is None or deeper or whole:
        return False
    if rank.name not in UNLABELLED:  # Satz 1 Nr. 2
        reading.named.append((level, len(reading.steps)))
    path = (_value(value),) if DECIMAL.match(text, value.end()) else perhaps((_value(value),), rank.name)
    reading.steps += path
    reading.end = _value_end(text, value)
    return True


def perhaps(path: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return the path of a rank of this name, if readers count what it names: ``alinéa 2`` is ``2?``, a sentence nothing."""
    if name not in UNLABELLED or len(path) != 1 or not path[0].isdigit():
        return path
    return (f"{path[0]}{PERHAPS}",) if name == "alinea" else ()


def _rank_behind(text: str, position: int) -> tuple[CitedRank, int] | None:
    between = INWARDS.match(text, position)
    return read_rank(text, between.end()) if between is not None else None


def _letter(text: str, reading: _Reading) -> bool:
    letter = LETTER_AFTER.match(text, reading.end) if len(reading.steps) == 1 else None
    return letter is not None and reading.take(letter["step"], letter.end())


def _punctuated(text: str, reading: _Reading) -> bool:
    match = STEP.match(text, reading.end)
    if match is None or (match["dotted"] is not None and POSSESSIVE.match(text, match.end()) is not None):
        return False
    if match["dashed"]:  # nothing runs from 28 to 5
        first = reading.steps[-1]
        chained = len(reading.steps) == 1 or text[match.start() - 2] == "-"
        falls = int(match["dashed"]) <= int(first) if first.isdecimal() else chained
        return falls and reading.take(match["dashed"], match.end())
    if match["glued"] or match["put_in"]:
        reading.steps[-1] += match["glued"] or f"-{match['put_in']}"
        reading.end = match.end()
        return True
    if text[reading.end] == " " and (match["bracket"] in BEGINNING or UNITS.match(text, match.end())):
        reading.shorter.append((tuple(reading.steps), reading.end))
    step = (
        match["after_stop"]
        or match["bracket"]
        or match["closed"]
        or match["degree"]
        or match["dotted"]
        or match["between"]
        or match["coloned"]
    )
    return reading.take(step or f"step-{match['step']}", match.end())


def _loose(text: str, reading: _Reading) -> bool:
    loose = LOOSE.match(text, reading.end)
    if loose is None:
        return False
    value = loose["value"] or loose["after_stop"]
    if kinds(value) & kinds(reading.steps[-1]) or (len(reading.steps) == 1 and value.isdigit()):
        return False
    reading.shorter.append((tuple(reading.steps), reading.end))
    return reading.take(value, loose.end())


def kinds(step: str) -> set[str]:
    """Return the series that a step may belong to: ``i`` is a letter or a small Roman numeral."""
    if step[:1].isdigit():
        return {"1"}
    letters = {"A" if step.isupper() else "a"} if len(step) == 1 or step == step[0] * 2 else set()
    numerals = {"I" if step.isupper() else "i"} if step.strip("ivxlIVXL") == "" and step not in "lL" else set()
    return letters | numerals


def split_glued(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path with each letter that is glued to a figure as a step of its own: ``1A`` as 1 and A."""
    return tuple(part for step in path for part in ((step[:-1].rstrip("-"), step[-1]) if is_glued(step) else (step,)))


def is_glued(step: str) -> bool:
    """Say whether a letter is glued to a figure, or stands behind a numeral: ``1A``, ``XII-A``."""
    return step[-1:].isalpha() and (step[:-1].isdigit() or (step[-2:-1] == "-" and roman_value(step[:-2]) > 0))


def in_range(first: str, last: str) -> list[str]:
    """Return the steps after the first up to the last, ``2 3 4`` for 1 and 4; only the last if they are of no one series."""
    if first.isdecimal() and last.isdecimal() and int(first) < int(last) <= int(first) + 400:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def in_numerals(first: str, last: str) -> list[str]:
    """Return the Roman numerals after the first up to the last; empty if they are none."""
    start, stop = roman_value(first), roman_value(last)
    written = [roman(number) for number in range(start + 1, stop + 1)] if 0 < start < stop else []
    return [numeral.upper() for numeral in written] if last.isupper() else written


def in_other_figures(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path with its article in Arabic figures for Roman ones, or the other way; empty if it is neither.

    Agreements change from ``ARTICLE VII`` to ``ARTICLE 7`` and go on citing the old numerals.
    """
    if path[0].isdecimal() and 0 < int(path[0]) < 100:
        return (roman(int(path[0])).upper(), *path[1:])
    value = roman_value(path[0]) if path[0].isupper() else 0
    return (str(value), *path[1:]) if value else ()
