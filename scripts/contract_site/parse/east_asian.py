"""Read the headings of Chinese, Japanese and Korean texts, whose numbers stand inside a word: ``第三条``, ``제3조``."""

from __future__ import annotations

import re
from typing import NamedTuple

from contract_site.model.rank_words import Kind
from contract_site.parse.printed_numbers import Count, Number

HEADING = re.compile(
    r"[第제]\s?(?:(?P<figures>\d{1,3})|(?P<signs>[一二三四五六七八九十百]{1,5}))\s?(?P<rank>[編编章節节條条]|편|장|절|조)"
    r"(?:[の의]\s?(?P<put_in>\d{1,2}))?(?=\W|$)\s*"
)
RANKS = {
    **dict.fromkeys("編编편", (Kind.GROUP, "part")),
    **dict.fromkeys("章장", (Kind.GROUP, "chapter")),
    **dict.fromkeys("節节절", (Kind.GROUP, "division")),
    **dict.fromkeys("條条조", (Kind.DIVISION, "article")),
}
DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
TENS = {"十": 10, "百": 100}


class Heading(NamedTuple):
    """A heading that begins a line."""

    kind: Kind
    name: str
    number: Number
    end: int
    """Where the words behind it begin."""


def read_east_asian(text: str) -> Heading | None:
    """Return the heading that begins the text, with a number in figures or signs; None if none does."""
    match = HEADING.match(text) if text[:1] in ("第", "제") else None
    if match is None:
        return None
    value = int(match["figures"]) if match["figures"] else in_signs(match["signs"])
    key = (value, int(match["put_in"])) if match["put_in"] else (value,)
    number = Number(Count.NUMBERS, (), key, "-".join(map(str, key)))
    return Heading(*RANKS[match["rank"]], number, match.end()) if value else None


def in_signs(signs: str) -> int:
    """Return the value of a number below 1,000 in signs: 23 for ``二十三``; 0 if it is none."""
    total, digit = 0, 0
    for sign in signs:
        if sign in DIGITS:
            digit = DIGITS[sign]
            continue
        total += (digit or 1) * TENS[sign]
        digit = 0
    return total + digit
