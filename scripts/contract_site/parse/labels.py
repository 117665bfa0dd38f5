"""Read the labels that could begin a line: with a word (``Article 5``) or without one (``22.02.1``, ``(a)``).

What tells a title from a sentence stands here too, because bare numbers label only before titles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from contract_site.model.letters import caseless
from contract_site.model.numeral import end_of_words
from contract_site.model.rank_words import Kind
from contract_site.parse import headings
from contract_site.parse.east_asian import read_east_asian
from contract_site.parse.printed_numbers import (
    ALONE,
    HYPHENED,
    LATIN,
    Count,
    Number,
    behind_word,
    below_article,
    inserted,
    mend_number,
    read_number,
    spelled,
)
from contract_site.parse.ranks import BEHIND, RANK_WORD, RANKS


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of labelling: ``Article 1``, ``1.01``, ``(a)``."""

    word: str
    """The rank's name; empty for labels without a word."""
    count: Count
    marks: str = ""
    """Punctuation around a number without a word."""
    dots: int = 0
    """For numbers with stops inside: how many numbers stand above the last."""

    @property
    def shown(self) -> str:
        """The scheme as people write it: ``article N``, ``(a)``, ``N.N``."""
        sample = {Count.NUMBERS: "N", Count.DECIMALS: "N" + ".N" * self.dots, Count.WORDS: "One"}.get(
            self.count, self.count.value
        )
        before, after = (self.marks[:1], self.marks[1:]) if self.marks in ("()", "[]") else ("", self.marks)
        return f"{self.word} {sample}".strip() if self.word else f"{before}{sample}{after}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to read the beginning of a line as a label."""

    index: int
    """The line, counted among those that are read."""
    scheme: Scheme
    number: Number
    kind: Kind | None
    begin: int
    """Where in the line the label begins; not 0 for a second label of a line."""
    end: int
    """Where the words after the label begin."""
    rest: str
    score: float
    why: tuple[str, ...] = ()
    through: int = 0
    """The last of several numbers that one heading covers: 7 of ``Articles 5 – 7``."""
    counted: bool = False
    """The file counts the label and does not hold it as characters."""
    printed: str = ""
    """For such a label: how the file shows it."""
    listed: str = ""
    """The title that a list of contents gives at this number, in small letters without spaces and marks."""
    hung: bool = False
    """The line before ends in a word that often has a number behind it (``March``); the lines around tell which it is."""

    def judged(self, score: float, why: tuple[str, ...], *, hung: bool) -> Proposal:
        """Return the reading with what its line says for it."""
        return Proposal(
            self.index, self.scheme, self.number, self.kind, self.begin, self.end, self.rest, score, why, self.through,
            self.counted, self.printed, self.listed, hung,
        )  # fmt: skip

    def label_in(self, text: str) -> str:
        """Return the label as readers see it: as the file shows it where it counts, else as ``text``, its line, has it."""
        return self.printed if self.counted else text[self.begin : self.end].strip()

    @property
    def value(self) -> str:
        """The number, or the numbers, as addresses write them."""
        return f"{self.number.value}-{self.through}" if self.through else self.number.value


WORD = re.compile(
    rf"(?P<word>§|(?:{'|'.join(sorted((re.escape(w) for w in RANKS if w != '§'), key=len, reverse=True))})(?!\w))"
    r"(?:\.(?=\s*\d))?\s*(?:(?:n[or](?![^\W\d_])\.?|č\.|n°|nº|№|\#|[-–—](?=\s?[IVX\dA-Z]{1,4}(?!\w)))\s*)?"
    r"(?:[“\"]\s(?=\w{1,3}[”\"])|«\s?(?=\w{1,3}\s?»))?(?P<token>(?:\d{1,2}:\d{1,2}\b)|[^\s:;,()–—]+)?",
    re.IGNORECASE,
)
NUMBER_FIRST = re.compile(
    rf"(?P<token>\d{{1,3}}|[IVXLC]{{1,6}}|[^\W\d_]{{4,12}})(?:\.\s*|\s+)"
    rf"(?P<word>{'|'.join(sorted(map(re.escape, BEHIND), key=len, reverse=True))})(?![\w§])",
    re.IGNORECASE,
)
"""A number in figures or as an ordinal, and the word for its rank behind it: ``1 §``, ``Erster Abschnitt``."""
THINGS = re.compile(r"(?i:\d{1,3}|[ivxlc]{1,6})[.\s]+(?i:schedule)$|(?!\d{1,3}\.\s*pants$).*(?i:pants)$")
"""Words for ranks that count things in English: ``1. Schedule``, ``4 Pants``; schedules are ``FIRST SCHEDULE`` and, in Latvian,
articles ``1. pants``."""
COUNTED_TWICE = re.compile(r"[(\[](?P<again>\d{1,3})[)\]]\s+(?=[^\W\d_])")
"""The number of an article in brackets before its word, as data bases print it: ``(02) Article 2 - Wages``."""
TORN_WORD = re.compile(r"(?P<head>[A-Z]{1,6})\s(?P<tail>[A-Z]{1,6})\s+(?=[IVX\d])")
"""A word in capitals that a scan tore in two: ``ARTI CLE II``."""
TORN_NUMERAL = re.compile(r"\s(?P<tail>[IVX]{1,4})\s*[-–—:.]\s*")
"""The rest of a numeral that a scan tore in two, before the mark behind it: ``ARTICLE XXII I - PAY``."""
NAMED_SCHEDULE = re.compile(r"[A-Z]{3,14}\s+(?=SCHEDULE\s+(?:[“\"][A-Z\d]{1,2}[”\"]|[A-Z])$)")
"""What a schedule is of, before its word and letter: ``WAGE SCHEDULE "A"``."""
LONGEST_FIRST, SIGN_WITHIN = 40, 6
"""Characters within which such a word stands; and the sign, which may stand straight behind a stop."""
COUNTED_FIRST = (Count.NUMBERS, Count.ROMAN_CAPITALS, Count.WORDS)
"""What such numbers count with."""
STOP = re.compile(r"\s?[»”\"’']?\s*(?P<stop>[.:)](?:[-–—]{1,2}(?=\s|[A-ZÁÉÍÓÚ]))?|~?\s*[-–—]{1,2}(?=\s|[A-Z“\"])|~-)?\s*")
TITLE_TO_END = r"[A-Z][\w’'-]*(?:\s+(?:[A-Z&][\w’'/-]*|and|of|the|for|or|in|to)){0,7}$"
"""A title that ends its line, in a pattern."""
COMMA_FOR_STOP = re.compile(
    rf",\s+(?!(?i:{RANK_WORD})\b)"
    r"(?=[A-Z][\w’'-]*(?:\s+[\w&’'/-]+){0,6}[.,]\s+[A-Z]|"
    rf"{TITLE_TO_END})"
)
"""A comma that a scan put for a stop behind a section's number, before a title: ``Section 7, Severance Pay. The``."""
COMMA_BEFORE_TITLE = re.compile(
    rf",\s+(?!(?i:{RANK_WORD})\b)"
    rf"(?={TITLE_TO_END})"
)
"""A comma behind the number of an article before a title that ends its line: ``Article 2, Constitution and Bylaws``."""
ORDINAL_SIGN = re.compile(r"(?<=\d)\.?[ºª°]$")
"""What makes a number an ordinal: ``Artículo 3.º``."""
AGAIN = re.compile(rf"(?:(?<=\s)|(?<=\d)-?)({'|'.join(LATIN)})\b(?!\s*\d)\.?", re.IGNORECASE)
GLUED_AGAIN = re.compile(rf"(\d{{1,3}})-?(?:{'|'.join(LATIN)})$", re.IGNORECASE)
"""What stands behind the number of an article that was put in later, in Latin: ``Article 3 bis``."""
REMARK = re.compile(r"\((?=[^\W\d_]{3}|[^\W\d_]{1,2}['’][^\W\d_])(?![ivxlc]+\))[a-zà-ÿ][^()]{2,24}\)\s*$")
"""A remark on an article behind its number: ``Article 4 (new)``."""
DATED = re.compile(r"(?:du|of|dated|vom|de)\s+\d{1,2}(?:er|st|nd|rd|th|\.|º)?\s[^.;,]{3,60}$", re.IGNORECASE)
"""A date behind the number of a document beside the body: ``Avenant n° 3 du 12 mars 2024``."""
RANGE = re.compile(r"\s*(?:[-–—]|(?i:to|through|and|à|bis|y)\b|&)\s*(?P<last>\d{1,3})(?!\d)[\s:.–—-]*")
RESERVED = re.compile(
    r"(?P<first>\d{1,3})\s?[-–—]\s?(?P<last>\d{1,3})(?P<stop>[\s.:,–—-]*)(?=[(\[]?(?:reserved|deleted|vacant|repealed|omitted|not\sused)\b)",
    re.IGNORECASE,
)
"""Several numbers in one heading, kept free: ``SEC. 8-13. RESERVED.``."""
SIMPLE = re.compile(
    r"""(?P<open>[(\[])?
    (?P<value> \d{1,2}-[A-Z](?:-\d{1,2})?(?=\.?(?:\s+[^\W\d_]|\s*$))
      | [A-Z]-\d{1,2}(?=\.?\s+[^\W\d_]|\.?\s*$) | [A-Z]{1,2}[.-]?\d{1,3}(?:\.\d{1,3})+[A-Za-z]? | [A-Z]\.\d{1,3}(?:\.\d{1,3})*
      | \d{1,2}:\d{1,2}(?:\s?\.\d{1,2})*(?=\.?(?:\s+(?![ap]\.?m\b)(?:[“"«]?[^\W\d_]|\(\w{1,4}\)\s)|\s*$))
      | \d{1,2}\.[A-Z](?:\.\d{1,2})?(?=\.?(?:\s+[“"(]?[A-Z]|\s*$))
      | \d{1,2}\.?\([A-Za-z]\)(?=\s+[A-Z“"]) | \d{1,3}½
      | \d{1,3}(?:\.\d{1,3})+-?[A-Za-z]? | [1-9]\d?-\d{1,3}(?=\.?\s+[^\W\d_]|\s*$)
      | \d{1,3}[A-Za-z]{0,2} | [A-Z]\d{1,2} | [IVXLC]{2,8} | [ivxlc]{2,8} | [A-Z]{1,2} | [a-z]{1,2} )
    (?P<close> \.?[)\]](?:\.?\s?[-–—](?=\s)|\.(?=\s))? | \.\s?[-–—](?=\s) | [.:] | (?<=\d)[°º](?:\.?[-–—])?
      | \s*[-–—](?=\s) )?
    (?P<space> \s+ | $ | (?<=\d\.)(?=[^\W\d_]{2}) | (?<=\))(?=[^\W\d_]{2}))""",
    re.VERBOSE,
)
SECOND_LABEL = re.compile(r"\((?:[a-z]|[ivx]{1,4}|[A-Z]|\d{1,2})\)\s+(?=[A-Z])")
"""A label in brackets straight behind another: ``1. (a) Rates of Pay``."""
MOST_SIGNS = 20
"""Characters of a title in a script without capitals."""
FIGURES = re.compile(r"[\d\s.,:$€£%/*+()–—-]+$")
ROW = re.compile(r"\S(?:\s{3,}|\t\s*)[$€£]?\d[\d.,]*(?:\s?[%$€£])?$")
"""How a row of a table ends: ``Year            40.12``."""
QUESTION = re.compile(r"(?:Who|What|When|Where|How|Why|Which)\b")
"""How a title begins that is a question."""
GOES_ON = re.compile(
    r"\b(?:of|in|with|under|to|through|from|per|the|this|a|an|than|least|and|or|by|for|at|as|on|their|its"
    r"|de|du|des|la|le|les|et|ou|en|à|au|aux|y|el|и|о|на)$",
    re.IGNORECASE,
)
"""Words that no title ends with."""
PROSE = re.compile(
    r"\b(?:shall|is|are|was|were|will|may|must|has|have|had|can|cannot|agrees?|means|applies|apply|provides?|does|do|gives?|gets?"
    r"|est|sont|peut|doit|será|son|является"
    r"|ist|sind|wird|werden|wurde|kann|können|darf|muss|soll|gilt|gelten|beträgt|betragen|erhält|erhalten"
    r"|wordt|worden|kan|geldt|moet|heeft|är|ska|skall|gäller|får|skal|gælder|gjelder|è|può|deve|devono|são|pode|devem"
    r"|tendrá|tendrán|podrá|podrán|deberá|deberán|regirá|jest|są|może|wynosi|obejmuje|jsou|může|činí)\b"
)
"""Words that sentences have and titles have not."""


def read_at(text: str, begin: int, index: int) -> tuple[Proposal, ...]:
    """Return the labels that could stand in a line behind another label."""
    found = read_simple(text[begin:], index, begin)
    return tuple(p for p in found if p.end > p.begin and stands(p.number, p.scheme.marks, p.rest))


def read_worded(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the ways to read a word and a number that begin the text of line ``index``."""
    match = WORD.match(text)
    if match is None:
        return _word_further_on(text, index) or _number_first(text, index)
    if not match["token"] or match["word"][:1].islower():
        return ()
    kind, name = RANKS[caseless(match["word"])]
    token, end = _token(text, match.start("token"), match["token"])
    numbers = behind_word(token) or read_number(token)
    numbers = (*numbers, *(mend_number(token) if token in ALONE else ())) or mend_number(token)
    if not numbers:
        return ()
    end = end_of_words(text, end, numbers[0].key[0]) if numbers[0].count is Count.WORDS else end
    if reserved := RESERVED.match(text, match.start("token")):
        return (_reserved(reserved, index, kind, name, text),)
    plural = RANGE.match(text, end) if match["word"].lower().endswith("s") and numbers[0].count is Count.NUMBERS else None
    through = int(plural["last"]) if plural and int(plural["last"]) > numbers[0].key[0] else 0
    stop = STOP.match(text, plural.end() if plural else end)
    if (torn := TORN_NUMERAL.match(text, end)) and numbers[-1].count is Count.ROMAN_CAPITALS and not (stop and stop["stop"]):
        whole = tuple(replace(n, mended=True) for n in read_number(token + torn["tail"]) if n.count is Count.ROMAN_CAPITALS)
        numbers, stop = (whole, torn) if whole else (numbers, stop)
    end = stop.end() if stop else end
    if again := AGAIN.match(text, end):
        numbers = tuple(inserted(each, caseless(again[1])) for each in numbers)
        stop = STOP.match(text, again.end())
        end = stop.end() if stop else again.end()
    if (remark := REMARK.match(text, end)) or (kind is Kind.BESIDE and (remark := DATED.match(text, end))):
        end = remark.end()
    if kind is Kind.SECTION and (comma := COMMA_FOR_STOP.match(text, end)):
        numbers, end = tuple(replace(each, mended=True) for each in numbers), comma.end()
    elif kind is Kind.DIVISION and numbers[0].count is not Count.WORDS and (comma := COMMA_BEFORE_TITLE.match(text, end)):
        end = comma.end()
    return tuple(
        Proposal(index, Scheme(name, n.count, "", len(n.above)), n, kind, 0, end, text[end:], 0.0, through=through)
        for n in numbers
    )


def _word_further_on(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the readings of a heading whose word does not begin it, or was torn."""
    if text[1:2].islower():  # as in nearly all lines; each of these has a figure, a capital or a space there
        return ()
    return _counted_twice(text, index) or _named_schedule(text, index) or _torn(text, index)


def _counted_twice(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the readings of a heading that has its own number before it once more, in brackets."""
    again = COUNTED_TWICE.match(text)
    if again is None:
        return ()
    found = read_worded(text[again.end() :], index)
    same = (p for p in found if p.kind is Kind.DIVISION and p.number.key == (int(again["again"]),))
    return tuple(replace(p, end=p.end + again.end()) for p in same)


def _named_schedule(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the readings of a schedule whose word has another before it that says what it is of."""
    named = NAMED_SCHEDULE.match(text)
    found = read_worded(text[named.end() :], index) if named else ()
    return tuple(replace(p, end=p.end + named.end()) for p in found) if named else ()


def _torn(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the readings of a heading whose word was torn in two."""
    torn = TORN_WORD.match(text)
    if torn is None or caseless(torn["head"] + torn["tail"]) not in RANKS:
        return ()
    found = read_worded(text[: len(torn["head"])] + text[torn.start("tail") :], index)
    return tuple(replace(p, end=p.end + 1, number=replace(p.number, mended=True)) for p in found)


def _reserved(match: re.Match[str], index: int, kind: Kind, name: str, text: str) -> Proposal:
    first, last = int(match["first"]), int(match["last"])
    number = Number(Count.NUMBERS, (), (first,), match["first"])
    through = last if last > first else 0
    return Proposal(index, Scheme(name, Count.NUMBERS), number, kind, 0, match.end(), text[match.end() :], 0.0, through=through)


def worded_at(text: str, begin: int, index: int) -> tuple[Proposal, ...]:
    """Return the labels of sections that could stand in a line behind another label."""
    found = (p for p in read_worded(text[begin:], index) if p.kind is Kind.SECTION)
    return tuple(replace(p, begin=begin, end=begin + p.end) for p in found)


def _number_first(text: str, index: int) -> tuple[Proposal, ...]:
    """Return the readings of a number with the word for its rank behind it: ``1 §``, ``Erster Abschnitt``, ``II. fejezet``."""
    if found := read_east_asian(text):
        scheme = Scheme(found.name, found.number.count)
        return (Proposal(index, scheme, found.number, found.kind, 0, found.end, text[found.end :], 0.0),)
    second = text[:LONGEST_FIRST].split(maxsplit=2)[1:2]
    named = (second and second[0].rstrip(".:-–").lower() in BEHIND) or "§" in text[:SIGN_WITHIN]
    match = NUMBER_FIRST.match(text) if named else None
    if match is None or (match["word"][:1].islower() and match["token"][1:].islower()) or THINGS.match(match[0]):
        return ()
    kind, name = BEHIND[caseless(match["word"])]
    stop = STOP.match(text, match.end())
    end = stop.end() if stop else match.end()
    rest = text[end:]
    titled = not rest or rest[0].isupper() or (stop and stop["stop"])
    numbers = [n for n in read_number(match["token"]) if n.count in COUNTED_FIRST] if titled else []
    return tuple(Proposal(index, Scheme(name, n.count), n, kind, 0, end, rest, 0.0) for n in numbers)


def _token(text: str, start: int, token: str) -> tuple[str, int]:
    """The number at ``start`` without what stands behind it, and where it ends: ``1-RECOGNITION`` gives ``1``."""
    start += len(token) - len(token.lstrip("“\"‘'«"))
    plain = token.strip("“”\"‘’'«»").rstrip(".-~")
    if ordinal := ORDINAL_SIGN.search(plain):
        return plain[: ordinal.start()], start + len(plain)
    if again := GLUED_AGAIN.match(plain):
        return again[1], start + again.end(1)
    head, dash, tail = plain.partition("-")
    if dash and not spelled(plain) and len(tail) > 2 and not HYPHENED.match(plain):
        plain = head
    two = re.match(r"[^\W\d_]+\s+[^\W\d_]+", text[start:])
    if two and spelled(two[0]):
        plain = two[0]
    return plain, start + len(plain)


def read_simple(text: str, index: int, begin: int) -> tuple[Proposal, ...]:
    """Return the ways to read a number without a word that begins the text, at column ``begin`` of its line."""
    match = SIMPLE.match(text)
    if match is None:
        return ()
    opened, closed = match["open"] or "", (match["close"] or "").strip()
    closed = closed.rstrip(" .-–—") or "." if len(closed) > 1 else closed  # ``a).-`` and ``I.-``, as ``a)`` and ``I.``
    if opened and closed not in (")", "]", ".)"):
        return ()
    marks = opened + closed[-1:] if opened else closed.replace("–", "-").replace("—", "-")
    end = begin + match.end()
    rest = text[match.end() :]
    return tuple(
        Proposal(index, Scheme("", n.count, marks, len(n.above)), n, None, begin, end, rest, 0.0)
        for n in _cached(match["value"])
    )


def printed_label(text: str) -> str:
    """Return the number or letter with marks that begins the text, as printed: ``a.``, ``(1)``; empty if none does."""
    match = SIMPLE.match(text)
    return match[0].strip() if match is not None and match["close"] and _cached(match["value"]) else ""


@lru_cache(maxsize=4096)
def _cached(value: str) -> tuple[Number, ...]:
    return (*below_article(value), *read_number(value))


def stands(number: Number, marks: str, rest: str) -> bool:
    """Say whether a number may label with these marks: a bare one only before a title or alone, a letter never bare."""
    if number.key[0] == 0 and not number.above:
        return False
    if rest and (FIGURES.match(rest) or (not marks and ROW.search(rest))):
        return False
    if marks == "-" and number.count is Count.ROMAN_CAPITALS:
        return rest[:1].isupper()  # ``I - As horas são compensadas;``
    if number.whole:
        return not rest or is_titled(rest) or rest[:1].isupper()
    if marks in ("", "-") and number.count is not Count.DECIMALS:
        if not rest and not marks:
            return number.count in (Count.NUMBERS, Count.LETTERS)
        return number.count is Count.NUMBERS and (not rest or (rest[0].isupper() and len(rest) <= headings.LONGEST_TITLE))
    return True


def _without_case(rest: str) -> bool:
    """Say whether a few words of a script without capitals end in no mark: ``总则``."""
    caseless_letter = rest[0].isalpha() and rest[0].lower() == rest[0].upper()
    return caseless_letter and len(rest) <= MOST_SIGNS and rest[-1].isalnum()


def is_titled(rest: str) -> bool:
    """Say whether the words could be a title: short, begun with a capital, and no sentence."""
    if not rest or len(rest) > headings.LONGEST_TITLE or rest[-1] in ";,":
        return False
    opened = rest.lstrip("“\"'‘*([_")[:1]
    if not (opened.isupper() or opened.isdigit() or _without_case(rest)) or ". " in rest.rstrip(". "):
        return False
    if PROSE.search(rest) and not QUESTION.match(rest):
        return False
    return not GOES_ON.search(rest)
