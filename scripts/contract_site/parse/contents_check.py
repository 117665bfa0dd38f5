"""Hold contents lists against what was found in the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from contract_site.apart.contents import ListedLine
from contract_site.model.document import Part
from contract_site.model.finding import Finding
from contract_site.model.source import Line, SourceText
from contract_site.parse.headings import Leaders, read_leaders

PAGE = re.compile(r"\d{1,4}")
ARTICLE = re.compile(r"(?P<name>(?:Article|Item)\s+(?:\d+|[IVXLC]+))\.?\s+(?P<title>.*)")


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
    """Yield a finding for each entry whose part is not in the body, or stands on another page."""
    absent = tuple(_plain(title) for title in listed_only)
    by_name = {part.name.lower(): part for part in parts}
    by_title = {_plain(title): part for part in parts for title in (part.root.heading.text, part.title)}
    for entry in entries:
        if absent and _plain(entry.title).endswith(absent):
            continue
        match = ARTICLE.match(entry.title)
        part = by_title.get(_plain(entry.title)) or (by_name.get(match["name"].lower()) if match else None)
        part = part or next((p for title, p in by_title.items() if title and _plain(entry.title).endswith(title)), None)
        if part is None:
            message = f"the contents list '{entry.title}', which was not found in the body; name it as a [[part]]"
            yield Finding(source.name, entry.line, "P301", message)
        elif entry.page and part.root.page is not None and part.root.page != entry.page:
            message = f"the contents give page {entry.page} for '{entry.title}'; the body has it on page {part.root.page}"
            yield Finding(source.name, entry.line, "P302", message)


def _plain(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", title.lower())
