"""Read the letters that tell articles of one number apart: ``RULE 2(a)``, ``RULE 2(b)``.

A letter in brackets behind the number of an article mostly labels its first paragraph (``RULE 5 (a)``, then ``(b)``). Where
another heading has the same word and number and the next letter, each is an article of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_site.apart.captions import is_capitals
from contract_site.model.numeral import letter_value
from contract_site.model.rank_words import Kind
from contract_site.parse.labels import Proposal, is_titled
from contract_site.parse.printed_numbers import Count

LETTER = re.compile(r"\((?P<letter>[a-hA-H])\)\s*(?P<mark>[.:]|[-–—](?=\s))?\s*")


def lettered_twins(found: Sequence[Sequence[Proposal]]) -> Iterator[Proposal]:
    """Yield the headings whose letter belongs to their number, read so, with the score of before."""
    alike: dict[tuple[str, int], dict[int, list[Proposal]]] = defaultdict(lambda: defaultdict(list))
    for p in (each for labels in found for each in labels if each.kind is Kind.DIVISION):
        match = LETTER.match(p.rest)
        if match and p.scheme.count is Count.NUMBERS and len(p.number.key) == 1 and _heads(p, match):
            letter = letter_value(match["letter"])
            alike[p.scheme.word, p.number.key[0]][letter].append(_with_letter(p, match))
    for letters in alike.values():
        if 1 in letters and 2 in letters:
            yield from (p for each in letters.values() for p in each)


def _heads(p: Proposal, match: re.Match[str]) -> bool:
    """Say whether what stands behind the letter is a title, or nothing, or parted from it by a mark."""
    title = p.rest[match.end() :]
    return not title or bool(match["mark"]) or is_capitals(title) or is_titled(title.rstrip("."))


def _with_letter(p: Proposal, match: re.Match[str]) -> Proposal:
    letter = match["letter"].lower()
    number = replace(p.number, key=(p.number.key[0], letter_value(letter)), value=f"{p.number.value}{letter}")
    return replace(p, number=number, end=p.end + match.end(), rest=p.rest[match.end() :])
