"""Hold contents lists against what was found in the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from contract_site.apart.contents import ListedLine
from contract_site.model.document import Part
from contract_site.model.finding import Finding
from contract_site.model.source import Line, SourceText
from contract_site.parse.headings import Leaders, read_leaders
from contract_site.parse.labels import Proposal, read_worded
from contract_site.parse.propose import plain

PAGE = re.compile(r"\d{1,4}")
DASH = re.compile(r"\s[–—-]\s")
MOST_LOST, SHOWN = 12, 4
"""Entries that are not in the body, above which they are one finding, and how many it names: a memorandum that prints the
contents of its agreement anew has none of its parts."""
ADVICE = "if the list is this document's, name them as [[part]] in agreement.toml or correct their headings"
SHORTEST = 4
"""Letters of what may be a title."""
ALIKE = 0.6
"""How much of two titles is the same where they differ in a few letters or a word."""


def check_contents(
    contents: Sequence[Sequence[Line]], parts: Sequence[Part], source: SourceText, listed_only: Sequence[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for each contents entry whose part is not in the body, or stands on another page.

    ``listed_only`` are the ends of entries that editors know to have no part.
    """
    for lines in contents:
        yield from check_entries(read_entries(lines), parts, source, listed_only)


def read_entries(lines: Iterable[Line]) -> Iterator[ListedLine]:
    """Yield the entries of a contents list that editors named; a title may wrap before its leaders."""
    pending: list[str] = []
    for line in lines:
        listed = read_leaders(line.text)
        if listed is None:
            title, _, page = line.text.rpartition(" ")
            listed = Leaders(title, page) if title.strip() and PAGE.fullmatch(page) else None
        if listed is None or not listed.page:
            pending.append(line.text)
            continue
        yield ListedLine(" ".join(filter(None, (*pending, listed.title.rstrip(". ")))), listed.page, line.number)
        pending = []


def check_entries(
    entries: Iterable[ListedLine], parts: Sequence[Part], source: SourceText, listed_only: Sequence[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for each entry that is not in the body, or that the body calls otherwise or has on another page."""
    absent = tuple(plain(title) for title in listed_only)
    found = _Found(parts)
    kept = (entry for entry in entries if not (absent and plain(entry.title).endswith(absent)))
    said = [(entry, code, message) for entry in kept for code, message in _doubts(entry, found)]
    lost = [entry for entry, code, _ in said if code == "P301"]
    if len(lost) > MOST_LOST:
        names = ", ".join(f"'{entry.title}'" for entry in lost[:SHOWN])
        message = f"contents lists have {len(lost)} parts which were not found in the body: {names} …; {ADVICE}"
        yield Finding(source.name, lost[0].line, "P301", message)
    for entry, code, message in said:
        if code != "P301" or len(lost) <= MOST_LOST:
            yield Finding(source.name, entry.line, code, message)


def _doubts(entry: ListedLine, found: _Found) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of an entry, as (code, message)."""
    part = found.part(entry.title)
    if part is None and not found.has_inside(entry.title):
        yield (
            "P301",
            f"the contents list '{entry.title}', which was not found in the body; name it as a [[part]] in agreement.toml",
        )
    if part is None:
        return
    if entry.page and part.root.page is not None and part.root.page != entry.page:
        yield "P302", f"the contents give page {entry.page} for '{entry.title}'; the body has it on page {part.root.page}"
    if title := _called_otherwise(entry.title, part):
        yield "P303", f"the contents have '{entry.title}', the body calls {part.name} '{title}'; see where its title ends"


class _Found:
    """What was found in the body, by its title and by its number."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._by_name = {part.name.lower(): part for part in parts}
        titles = ((title, part) for part in parts for title in (part.root.heading.text, part.title))
        self._by_title = {plain(title): part for title, part in titles if plain(title)}
        headings = (below.heading.text for part in parts for below in part.root.walk() if below is not part.root)
        self._inside = {plain(heading) for heading in headings} - {""}

    def part(self, entry: str) -> Part | None:
        """Return the part that an entry names: by its whole title, by its number, or by the end of its title."""
        words = plain(entry)
        named = (self._by_name.get(f"{p.scheme.word} {p.number.value}".lower()) for p in _labels(entry))
        ended = (part for title, part in self._by_title.items() if words.endswith(title))
        return self._by_title.get(words) or next(filter(None, named), None) or next(ended, None)

    def has_inside(self, entry: str) -> bool:
        """Say whether an entry is a heading inside a part."""
        return plain(entry) in self._inside


def _labels(entry: str) -> Iterator[Proposal]:
    """Yield the labels that an entry begins with, or that stand behind a dash: ``Days of Rest – Exhibit A``."""
    for words in (entry, *DASH.split(entry)[1:]):
        yield from read_worded(words, 0)


def _called_otherwise(entry: str, part: Part) -> str:
    """Return the title of a part whose number an entry has with another title; empty if one title begins with the other."""
    title = part.root.heading.text
    listed = next((plain(p.rest) for p in read_worded(entry, 0)), "")
    printed = plain(title)
    told = len(listed) >= SHORTEST and printed and printed not in plain(entry) and not printed.startswith(listed)
    return title if told and not _misread(listed, printed) else ""


def _misread(listed: str, printed: str) -> bool:
    """Say whether two titles are one that a scan or a typist spoilt in one of its places."""
    return SequenceMatcher(None, listed[: len(printed)], printed, autojunk=False).ratio() > ALIKE
