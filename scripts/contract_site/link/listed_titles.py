"""Memoranda that an edition lists and does not print: their titles, and the entries of lists that are such a title alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from contract_site.model.citation import Citation, Form
from contract_site.model.document import Edition

WORD = re.compile(r"\w+")
MEMORANDA = re.compile(r"\b(?:memorand(?:a|ums)|MOUs|letters\s+of\s+intent)\b", re.IGNORECASE)


def listed_titles(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the title in each row of each table that lists memoranda, with the path of the table (``memo:appendices#t1``)."""
    for part, _, block in edition.blocks():
        if block.table is not None and block.table.lists == "memoranda":
            yield from ((row[0], f"memo:{part.id}#{block.anchor}") for row in block.table.rows if row and row[0].strip())


def entry_titles(titles: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Return the paths of titles by their words alone, so that a comma more or less is no other title."""
    return {_plain(title): path for title, path in titles.items()}


def find_entry(text: str, lead: str, entries: Mapping[tuple[str, ...], str]) -> list[Citation]:
    """Return the citation that a whole entry is: a title, in a list that its lead-in says to be one of memoranda; or none."""
    words = text.strip()
    path = entries.get(_plain(words), "") if MEMORANDA.search(lead) else ""
    if not path:
        return []
    start = text.index(words)
    return [Citation(text=words, start=start, end=start + len(words), form=Form.MEMO_NAME, path=(path,))]


def _plain(title: str) -> tuple[str, ...]:
    return tuple(WORD.findall(title.casefold()))
