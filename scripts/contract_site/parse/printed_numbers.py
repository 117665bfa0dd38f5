"""Read the numbers that labels print: 13, l3, 22.02.1, 5.00, 4A, 3.B, C1.00, IV, Twenty-six, b, (ii)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from contract_site.model.numeral import NUMBER_WORDS, letter_value, ordinal_value, roman_value


class Count(StrEnum):
    """What a label counts with."""

    NUMBERS = "1"
    DECIMALS = "1.1"
    CAPITALS = "A"
    LETTERS = "a"
    DOUBLED_CAPITALS = "AA"
    DOUBLED = "aa"
    ROMAN_CAPITALS = "I"
    ROMAN = "i"
    WORDS = "one"

    __hash__ = str.__hash__  # Python's own asks for the name each time, and outlines are looked up by what they hold.


Key = tuple[int, ...]
"""A number to count by: its value and, behind it, the letters that were put after it (4, 1 for 4A)."""


@dataclass(frozen=True, slots=True)
class Number:
    """One way to read a printed number."""

    count: Count
    above: Key
    """The numbers before its last stop: (22, 2) of 22.02.1; a letter before the number counts too."""
    key: Key
    value: str
    """As addresses write it."""
    mended: bool = False
    """A letter was taken for the figure it looks like: ``l3`` for 13."""
    whole: bool = False
    """It ends in ``.0`` or ``.00``: the number of what others are counted below."""


ALONE = {"l": 1, "J": 1, "i": 1, "!": 1, "S": 5, "B": 8}
"""Signs that stand alone for the figure they look like; ``I`` is read as a Roman numeral."""
SUBLETTERED = re.compile(r"(?P<digits>\d{1,3})\.(?P<letter>[A-Za-z])(?:\.(?P<below>\d{1,2}))?$")
"""A letter below the number of its article, and what is counted below that: ``3.A``, ``3.A.1``."""
LOOKALIKES = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
DECIMAL = re.compile(r"(?P<letter>[A-Z]{1,2}[.-]?)?(?P<digits>\d{1,4}(?:\.\d{1,3})*)(?:-?(?P<suffix>[A-Za-z]{1,2}))?$")
LETTERED = re.compile(r"(?P<letter>[A-Z])\.(?P<digits>\d{1,3}(?:\.\d{1,3})*)$")
HYPHENED = re.compile(r"(\d{1,2})-(\d{1,3})$")
HYPHENED_LETTER = re.compile(r"(?P<article>\d{1,2})-(?P<letter>[A-Z])(?:-(?P<digits>\d{1,2}))?$")
"""A section lettered below its article, and what is counted below that: ``12-A``, ``12-A-1``."""
COLONED = re.compile(r"(?P<article>\d{1,2}):(?P<digits>\d{1,2}(?:\s?\.\d{1,2})*)$")
"""The article and what is counted below it: ``4:02``, ``4:02.01``, and as a scan reads it ``4:02 .01``."""
COLONED_WHOLE = re.compile(r"(\d{1,2}):00$")
"""An article of what is counted ``4:01``, ``4:02`` below it, behind its word: ``ARTICLE 4:00``."""
DOTTED_INSERTED = re.compile(r"(?P<article>\d{1,3})\.-(?P<letter>[A-H])$")
"""The same with a stop: ``ARTICLE 1.-A``."""
ROMAN_INSERTED = re.compile(r"(?P<numeral>[IVX]{1,7})(?P<hyphen>-?)(?P<letter>[A-H])$")
"""An article put in behind another: ``ARTICLE XII-A``, ``ARTICLE XIXA``."""
HALVED = re.compile(r"(?P<whole>\d{1,3})\s?(?:½|-?1/2)$")
"""A rule put in between two others: ``RULE 12½``."""
SPLIT = re.compile(r"(?P<whole>\d{1,2})\.?\((?P<letter>[A-Za-z])\)$")
"""A letter in brackets, straight behind the number that it counts below: ``2.(A)``, ``4(a)``."""
ORDINALS = dict.fromkeys(["premier", "première", "first", "primero", "único", "1er", "ier", "ière", "1ère", "1re", "1º"], 1)
LATIN = ("bis", "ter", "quater", "quinquies", "sexies")
SHORT_ROMAN = re.compile(r"[ivxlc]+$", re.IGNORECASE)


def read_number(printed: str) -> tuple[Number, ...]:
    """Return every way to read a number as labels print it, the likelier first; empty if it is none."""
    if printed.lower() in ORDINALS:
        return (Number(Count.NUMBERS, (), (ORDINALS[printed.lower()],), "1"),)
    if hyphened := HYPHENED.match(printed):
        return (Number(Count.DECIMALS, (int(hyphened[1]),), (int(hyphened[2]),), printed),)
    if coloned := COLONED.match(printed):
        return _coloned(coloned)
    if halved := HALVED.match(printed):
        return (Number(Count.NUMBERS, (), (int(halved["whole"]), 1), f"{halved['whole']}-half"),)
    if split := SPLIT.match(printed):
        whole, letter = split["whole"], split["letter"]
        return (Number(Count.DECIMALS, (int(whole),), (letter_value(letter),), f"{whole}.{letter}"),)
    if below := SUBLETTERED.match(printed):
        path = (int(below["digits"]), letter_value(below["letter"]), *((int(below["below"]),) if below["below"] else ()))
        return (Number(Count.DECIMALS, path[:-1], path[-1:], printed),)
    if match := DECIMAL.match(printed) or LETTERED.match(printed):
        return (_decimal(match),)
    if value := spelled(printed):
        return (Number(Count.WORDS, (), (value,), str(value)),)
    return tuple(_letters(printed))


def behind_word(printed: str) -> tuple[Number, ...]:
    """Return what is a number only where a word for a rank stands before it: ``4:00``, ``XII-A``, ``1.-A``; or nothing."""
    if put_in := DOTTED_INSERTED.match(printed):
        key = (int(put_in["article"]), letter_value(put_in["letter"]))
        return (Number(Count.NUMBERS, (), key, f"{put_in['article']}-{put_in['letter']}"),)
    if whole := COLONED_WHOLE.match(printed):
        return (Number(Count.NUMBERS, (), (int(whole[1]),), whole[1], whole=True),)
    inserted_behind = ROMAN_INSERTED.match(printed)
    value = roman_value(inserted_behind["numeral"]) if inserted_behind else 0
    if inserted_behind is None or not value or (not inserted_behind["hyphen"] and (value < 2 or roman_value(printed))):
        return ()
    return (Number(Count.ROMAN_CAPITALS, (), (value, letter_value(inserted_behind["letter"])), printed),)


def below_article(printed: str) -> tuple[Number, ...]:
    """Return what ``12-A`` and ``12-A-1`` are where letters count below the number of an article; empty if it is none."""
    match = HYPHENED_LETTER.match(printed)
    if match is None:
        return ()
    path = (int(match["article"]), letter_value(match["letter"]), *((int(match["digits"]),) if match["digits"] else ()))
    return (Number(Count.DECIMALS, path[:-1], path[-1:], printed),)


def mend_number(printed: str) -> tuple[Number, ...]:
    """Return the number that a scan misread as letters, if it is one: ``l3``, ``|``, ``1O``, ``|.b``; ``J`` may be 1."""
    if printed in ALONE:
        return (Number(Count.NUMBERS, (), (ALONE[printed],), str(ALONE[printed]), mended=True),)
    head, dot, tail = printed.partition(".")
    if dot and (mended := mend_number(head)) and len(tail) == 1 and tail.isalpha():
        return tuple(replace(each, mended=True) for each in read_number(f"{mended[0].value}.{tail}"))
    plain = printed.translate(LOOKALIKES)
    if not plain.isdecimal() or plain == printed or len(plain) > 3 or printed.isalpha():
        return ()
    # A scan also puts a stroke where none is printed, so that l3 is 13 or 3.
    figures = dict.fromkeys((int(plain), int("".join(c for c in printed if c.isdecimal()) or 0)))
    return tuple(Number(Count.NUMBERS, (), (value,), str(value), mended=True) for value in figures if value)


def inserted(number: Number, word: str) -> Number:
    """Return the number with a Latin word behind it: 3 bis, 3 ter."""
    place = LATIN.index(word) + 1
    return replace(number, key=(number.key[0], place), value=f"{number.value}{word}")


def spelled(words: str) -> int:
    """Return the value of a number in words from one to ninety-nine (``Twenty-six``, ``Décima segunda``), or 0."""
    if ordinal := ordinal_value(words):
        return ordinal
    parts = re.split(r"[\s-]+", words.lower())
    values = [NUMBER_WORDS.get(part, 0) for part in parts]
    if len(parts) == 1:
        return values[0]
    if len(parts) == 2 and values[0] >= 20 and values[0] % 10 == 0 and 0 < values[1] < 10:
        return sum(values)
    return 0


def follows(before: Key, key: Key) -> int:
    """Return how many values lie between two numbers of one list; -1 if the second does not come after the first.

    4A follows 4 and 4A is followed by 4B and by 5.
    """
    if key[0] == before[0]:
        inserted = (key[1] if len(key) > 1 else 0) - (before[1] if len(before) > 1 else 0)
        return inserted - 1 if inserted > 0 else -1
    return key[0] - before[0] - 1 + (key[1] - 1 if len(key) > 1 and key[1] > 1 else 0) if key[0] > before[0] else -1


def _coloned(match: re.Match[str]) -> tuple[Number, ...]:
    """The number with a colon behind its article; none if nothing is counted there: ``8:00`` is an hour."""
    written = [match["article"], *re.split(r"\s?\.", match["digits"])]
    parts = [int(part) for part in written]
    return (Number(Count.DECIMALS, tuple(parts[:-1]), (parts[-1],), ".".join(written)),) if all(parts) else ()


def _decimal(match: re.Match[str]) -> Number:
    groups = match.groupdict()
    parts = [int(part) for part in groups["digits"].split(".")]
    written = groups["digits"].split(".")
    suffix = groups.get("suffix") or ""
    letter = groups["letter"] or ""
    lead = (-letter_value(letter.strip(".-")),) if letter else ()
    value = match[0]
    if len(parts) == 2 and parts[1] == 0 and not suffix:
        return Number(Count.NUMBERS, lead, (parts[0],), letter + written[0], whole=True)
    if len(parts) == 3 and parts[2] == 0 and written[2] == "00" and not suffix:
        return _of_three(lead, parts, written, letter)
    key = (parts[-1], letter_value(suffix)) if suffix and letter_value(suffix) else (parts[-1],)
    above = lead + tuple(parts[:-1])
    return Number(Count.DECIMALS if above else Count.NUMBERS, above, key, value)


def _of_three(lead: Key, parts: Sequence[int], written: Sequence[str], letter: str) -> Number:
    """A number of three whose zeros stand for nothing: ``03.00.00`` is an article, ``03.01.00`` its section."""
    if parts[1] == 0:
        return Number(Count.NUMBERS, lead, (parts[0],), letter + written[0], whole=True)
    return Number(Count.DECIMALS, (*lead, parts[0]), (parts[1],), f"{letter}{written[0]}.{written[1]}")


def _letters(printed: str) -> list[Number]:
    if not printed.isalpha() or not printed.isascii() or not (printed.isupper() or printed.islower()):
        return []
    upper = printed.isupper()
    found: list[Number] = []
    if letter := letter_value(printed):
        found.append(Number(Count.CAPITALS if upper else Count.LETTERS, (), (letter,), printed))
    if letter > 26:
        # After z comes aa, but aa, bb, cc also count below a, b, c, as in German agreements.
        found.append(Number(Count.DOUBLED_CAPITALS if upper else Count.DOUBLED, (), (letter - 26,), printed))
    if SHORT_ROMAN.match(printed) and (numeral := roman_value(printed)):
        found.append(Number(Count.ROMAN_CAPITALS if upper else Count.ROMAN, (), (numeral,), printed))
    return found
