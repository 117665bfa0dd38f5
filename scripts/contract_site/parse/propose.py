"""Propose every label and heading that a line could be, each with how much the line itself speaks for it, and why.

Nothing is decided here: whether numbers run is seen over the whole document (``divisions``, ``nest``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.apart.captions import is_capitals
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.judge import judged
from contract_site.parse.labels import Proposal, Scheme, is_titled, read_simple, read_worded, stands
from contract_site.parse.lettered_twins import lettered_twins
from contract_site.parse.misread import misread
from contract_site.parse.plain_numbers import plainly_counted
from contract_site.parse.printed_numbers import Key
from contract_site.parse.ranks import LETTER, RANK_WORD
from contract_site.parse.setting import NARROW, Setting

COUNTED_BY_FILE = 2.0
"""What it adds that the file itself counts a label: as much as that it marks a heading (``judge``)."""
SURE_TITLE = 0.4
"""What a worded label must say for itself to be a heading behind which nothing goes on."""
DECIDED = 5.0
"""What an editor's decision adds to a line: more than all else together."""
BULLETS = ("•", "▪", "◦", "·")
OWN_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\(\w{1,4}\)|\w{1,4}\)|(?:\d{1,2}|[a-z])\.)\s")
"""How an entry begins that prints its own label behind the list's mark, which then says nothing."""
PLACE = re.compile(rf"(?:(?:(?:sub)?paragraph|{RANK_WORD})\s+[\w.]{{1,7}}[,–—-]?\s*){{2,3}}", re.IGNORECASE)
"""What a letter is about, straight below its form: ``ARTICLE IV PARAGRAPH P``."""
Listed = Mapping[str, tuple[str, ...]]
"""The titles that lists of contents give, by number (``5``, ``iv``), both plain."""


def plain(text: str) -> str:
    """Return the letters and figures of the text only, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))


def listed_in(entries: Iterable[tuple[str, str]]) -> Listed:
    """Return what lists of contents say, from (label, title) of their entries."""
    found: dict[str, tuple[str, ...]] = {}
    for label, title in entries:
        if not label and len(title.partition(" ")[0]) < 4:
            label, _, title = title.partition(" ")
        key = plain((label.split() or [""])[-1])
        found[key] = (*found.get(key, ()), plain(title))
    return found


def propose(
    lines: Sequence[Line], setting: Setting, listed: Listed, decided: Mapping[int, bool]
) -> tuple[tuple[Proposal, ...], ...]:
    """Return, for every line, the labels that could begin it.

    ``listed`` is what lists of contents say. ``decided`` says of single lines, by their place, that they are labels (True: what
    stands before them tells nothing) or text (False).
    """
    found: list[tuple[Proposal, ...]] = []
    for index in range(len(lines)):
        before = None if index == 0 or decided.get(index, False) else (lines[index - 1], found[-1])
        own = _of_line(lines[index], index, setting, listed, before) if decided.get(index, True) else ()
        found.append(_decided(own) if index in decided else own)
    for index, counted in plainly_counted(lines, found):
        found[index] = (counted,) if decided.get(index, True) else ()
    for index, spoilt in misread(lines, found):
        found[index] = (spoilt,) if decided.get(index, True) else ()
    for twin in lettered_twins(found):
        found[twin.index] = (twin,)
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
    kind = found[0].kind if found else None
    if kind not in (Kind.DIVISION, Kind.BESIDE):
        return None
    set_out = line.look.heading or line.look.bold or line.look.centred or line.text[:2].isupper()
    return None if set_out else kind


def _decided(found: Sequence[Proposal]) -> tuple[Proposal, ...]:
    return tuple(replace(p, score=p.score + DECIDED, why=(*p.why, "decided by an editor")) for p in found)


def _is_heading(line: Line, proposals: Sequence[Proposal]) -> bool:
    """Say whether nothing goes on behind a line, because it is a heading."""
    if line.look.heading or is_capitals(line.text):
        return True
    title = any(
        p.kind is not None and p.score >= SURE_TITLE and (not p.rest or is_titled(p.rest.rstrip(".:"))) for p in proposals
    )
    title = title or any(p.kind is None and len(p.rest) < NARROW and headings.is_title(p.rest) for p in proposals)
    return title or (len(line.text) < NARROW and headings.is_title(line.text) and not proposals and len(line.text.split()) > 1)


def _of_line(
    line: Line, index: int, setting: Setting, listed: Listed, above: tuple[Line, Sequence[Proposal]] | None
) -> tuple[Proposal, ...]:
    """What a line could be; ``above`` are the line before and what that could be, None where it tells nothing."""
    text = line.text
    if line.look.cells > 1:
        return ()
    if line.look.number and not (line.look.number in BULLETS and OWN_LABEL.match(text)):
        return _counted(line, index)
    first = text[:1]
    if not (first.isalnum() or first in "([§") or ("...." in text and headings.read_leaders(text) is not None):
        return ()
    found = tuple(_with_title(p, listed) for p in (*read_worded(text, index), *read_simple(text, index, 0)))
    found = tuple(p for p in found if p.kind is not None or p.listed or stands(p.number, p.scheme.marks, p.rest))
    if not found or (above is not None and LETTER.match(above[0].text) and PLACE.fullmatch(text)):
        return ()
    before = above[0] if above is not None and not _is_heading(*above) else None
    return tuple(p for each in found if (p := judged(each, line, before, setting)) is not None)


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
        replace(
            p,
            begin=place,
            end=0,
            rest=line.text,
            counted=True,
            printed=each,
            score=COUNTED_BY_FILE,
            why=("counted by the file",),
        )
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
    return replace(own, scheme=scheme, kind=counted.kind, score=COUNTED_BY_FILE, why=("named by its file",))
