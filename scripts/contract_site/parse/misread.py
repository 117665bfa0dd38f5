"""Read labels that a scan spoilt, where those before and behind leave but one reading: ``(d)``, ``(ce)``, ``(f)``.

A list says itself what is missing in it. Nothing is read so without a neighbour that says it, and each has a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from contract_site.model.numeral import letters, roman
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal, read_simple
from contract_site.parse.paragraphs import is_bullet
from contract_site.parse.printed_numbers import LOOKALIKES, Count, Number

REACH = 60
"""Lines before and behind in which the neighbours must stand."""
SPOILT = re.compile(r"(?P<token>(?=\S{0,4}[^\w\s])[^\s$€£%]{1,5})\s+(?=\S)")
ENDED = re.compile(r"(?:[.;:!?]|[.;,]\s*(?:and|or|and/or))[”\"’')\]]*$")
ROMAN = (Count.ROMAN, Count.ROMAN_CAPITALS)
MOST = 52
"""Entries of a list that letters count."""
PENALTY = -0.3
"""What such a label says for itself: less than one that can be read, more than text. Chosen by reading scans."""
WHY = ("misread; its neighbours say what it is",)


def misread(lines: Sequence[Line], found: Sequence[Sequence[Proposal]]) -> Iterator[tuple[int, Proposal]]:
    """Yield the lines that begin with a spoilt label, and what it must be."""
    spoilt = {index: match for index in range(1, len(lines)) if (match := _spoilt(index, lines, found)) is not None}
    runs: dict[int, list[int]] = {}
    before: dict[int, Proposal] = {}
    for index in spoilt:
        label = _neighbour(range(index - 1, max(-1, index - REACH), -1), index, lines, found)
        if label is not None:
            before[label.index] = label
            runs.setdefault(label.index, []).append(index)
    for place, run in runs.items():
        for index, key in _counted_on(before[place], run, spoilt, found):
            yield index, _read(index, spoilt[index], before[place], key, lines[index])


def _spoilt(index: int, lines: Sequence[Line], found: Sequence[Sequence[Proposal]]) -> re.Match[str] | None:
    """The first sign of a line, if it may be a label that nobody can read."""
    line = lines[index]
    if found[index] or line.look.cells or line.look.number:
        return None
    match = SPOILT.match(line.text)
    if match is None or is_bullet(line.text):
        return None
    signs = "".join(each for each in match["token"] if each.isalnum())
    word = len(signs) > 2 and signs.isalpha()
    return (
        None
        if word or read_simple(line.text, index, 0) or not (ENDED.search(lines[index - 1].text) or line.look.gap)
        else match
    )


def _counted_on(
    before: Proposal, run: Sequence[int], spoilt: Mapping[int, re.Match[str]], found: Sequence[Sequence[Proposal]]
) -> Iterator[tuple[int, int]]:
    """Yield which spoilt labels behind a good one must be which: those that fill a gap, or still show what they are."""
    after = _same(range(run[-1] + 1, min(len(found), run[-1] + REACH)), before, found)
    last = before.number.key[0]
    fills = after is not None and after.number.key[0] - last - 1 == len(run)
    ended = after is None or after.number.key == (1,)
    for key, index in enumerate(run, start=last + 1):
        token = spoilt[index]["token"]
        shown = _signs(token, before) in (_written(key, before), 2 * _written(key, before))
        opened = ended and token[0] in "([" and before.scheme.marks == "()"
        if not _fits(token, key, before) or not (fills or shown or opened):
            return
        yield index, key


def _neighbour(within: range, index: int, lines: Sequence[Line], found: Sequence[Sequence[Proposal]]) -> Proposal | None:
    """The nearest label without a word that is set as far in as the line."""
    for other in within:
        near = abs(lines[other].look.indent - lines[index].look.indent) <= 3
        labels = [
            p for p in found[other] if p.kind is None and p.scheme.marks and not p.number.above and len(p.number.key) == 1
        ]
        if near and labels:
            return next((p for p in labels if _is_in_order(p, other, found)), labels[0])
    return None


def _is_in_order(p: Proposal, index: int, found: Sequence[Sequence[Proposal]]) -> bool:
    """Say whether a label begins its list or follows one: ``(ii)`` behind ``(i)`` is Roman, ``(i)`` behind ``(h)`` a letter."""
    earlier = (each for labels in found[max(0, index - REACH) : index] for each in labels)
    return p.number.key == (1,) or any(
        each.scheme == p.scheme and each.number.key[0] == p.number.key[0] - 1 for each in earlier
    )


def _same(within: range, like: Proposal, found: Sequence[Sequence[Proposal]]) -> Proposal | None:
    """The next label of the same kind."""
    return next((p for other in within for p in found[other] if p.scheme == like.scheme), None)


def _signs(token: str, before: Proposal) -> str:
    """The letters or figures of a spoilt label, as the list that it stands in counts."""
    signs = "".join(each for each in token if each.isalnum())
    return signs.translate(LOOKALIKES) if before.scheme.count is Count.NUMBERS else signs.casefold()


def _written(key: int, before: Proposal) -> str:
    if before.scheme.count in ROMAN:
        return roman(key)
    return str(key) if before.scheme.count is Count.NUMBERS else letters(key)


def _fits(token: str, key: int, before: Proposal) -> bool:
    """Say whether what is left of a spoilt label is not against it: its letter or figure is there, or nothing is."""
    signs, wanted = _signs(token, before), _written(key, before)
    return key <= MOST and (not signs or signs == wanted or (wanted in signs and not signs.isdigit()))


def _read(index: int, match: re.Match[str], before: Proposal, key: int, line: Line) -> Proposal:
    written = _written(key, before)
    value = written.upper() if before.scheme.count in (Count.CAPITALS, Count.ROMAN_CAPITALS) else written
    number = Number(before.number.count, (), (key,), value, mended=True)
    return Proposal(index, before.scheme, number, None, 0, match.end(), line.text[match.end() :], PENALTY, WHY)
