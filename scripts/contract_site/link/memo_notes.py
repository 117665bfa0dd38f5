"""Which memoranda an article's own notes send the reader to: ``[see Memos, pages 178, 181, 183 & 197]``.

The notes give printed pages. Several memoranda may begin on one page, and then all of them are offered, because the note
does not say which it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_site.model.document import BlockKind, Edition, Part

NOTE = re.compile(r"[(\[]\s*see\s+memos?\b,?\s*(?:pages?|pp?\.)\s*(?P<pages>[\d,\s&–-]+(?:and\s+\d+)?)", re.IGNORECASE)
NUMBERS = re.compile(r"(?P<first>\d+)\s*(?:[-–]\s*(?P<last>\d+))?")


def noted_memoranda(edition: Edition) -> dict[str, tuple[Part, ...]]:
    """Return the memoranda that each part's notes may mean, by id of the part, in printed order."""
    found: dict[str, tuple[Part, ...]] = {}
    for part in edition.parts:
        pages = {page for text in _notes(part) for page in pages_of(text)}
        memoranda = tuple(memo for memo in edition.memoranda if memo is not part and _begins_on(memo, pages))
        if memoranda:
            found[part.id] = memoranda
    return found


def pages_of(note: str) -> Iterator[int]:
    """Yield the printed pages that a note names; a range names every page in it."""
    match = NOTE.search(note)
    if match is None:
        return
    for number in NUMBERS.finditer(match["pages"]):
        first = int(number["first"])
        yield from range(first, int(number["last"] or first) + 1)


def _notes(part: Part) -> Iterator[str]:
    for provision in part.root.walk():
        for block in provision.blocks:
            if block.kind in (BlockKind.NOTE, BlockKind.PARAGRAPH):
                yield block.text


def _begins_on(memo: Part, pages: set[int]) -> bool:
    return memo.root.page is not None and memo.root.page.isdigit() and int(memo.root.page) in pages
