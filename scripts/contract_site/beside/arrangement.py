"""On which page each row of a comparison stands, in which order, and at which anchor.

Two editions: a row with a newer side stands on the page of its first newer unit, in the order of the newer text. A removed row
stands on the page to which most of its part's words went (those that stayed at the same address count twice), after what
preceded it in the older text. Where nothing of an older part is left, the part has a page of its own, unless the newer text has
a page of the same address.

A reprint: a row stands on the page of the article that is reprinted, in the order of the reprint; what is not reprinted follows
what precedes it in the article. The article is still there, so its anchor is the row's, and no row is gone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.model.comparison import Comparison, Row, Unit
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.place import row_anchor, told_apart

Key = tuple[str, str, bool]
"""Page, anchor, and whether it is a heading: what tells the units of one edition apart."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row, and the page and anchor at which readers find it."""

    row: Row
    page: str
    anchor: str
    title: str = ""
    """For a heading: the anchor of its words, which is that of its provision (``IX.R``) unless another row has it."""

    @property
    def heading(self) -> bool:
        """Whether it compares headings."""
        return (self.row.after or self.row.before)[0].heading


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPart:
    """A page of a comparison: an article of the newer text, or one of the older of which nothing is left."""

    part: Part
    older_only: bool
    rows: tuple[PlacedRow, ...]

    @property
    def id(self) -> str:
        """Its address below the comparison."""
        return self.part.id


def edition_parts(comparison: Comparison, before: Edition, after: Edition, homes: Mapping[str, str]) -> Iterator[ComparedPart]:
    """Yield the pages in the order of the newer text; one of the older text alone follows what preceded it there.

    ``homes`` names the page on which what was removed from a page of the older text stands; see ``homes_of``.
    """
    older = {key: index for index, key in enumerate(_keys(before))}
    by_page: dict[str, list[Row]] = defaultdict(list)
    removed: dict[str, list[Row]] = defaultdict(list)
    for row in comparison.rows:
        if row.after:
            by_page[row.after[0].page].append(row)
        else:
            removed[homes.get(row.before[0].page, row.before[0].page)].append(row)
    for part, older_only in _in_order(before, after, homes):
        if older_only or part.id in by_page or part.id in removed:
            rows = _with_removed(by_page[part.id], removed[part.id], older)
            yield ComparedPart(part=part, older_only=older_only, rows=tuple(_anchored(part.id, rows)))


def reprint_parts(comparison: Comparison, before: Edition) -> Iterator[ComparedPart]:
    """Yield a page for each article that is reprinted, in the order of the agreement."""
    pages = {unit.top: unit.page for row in comparison.rows for unit in row.before}
    by_page: dict[str, list[Row]] = defaultdict(list)
    for row in comparison.rows:
        by_page[pages[(row.before or row.after)[0].top]].append(row)
    for part in before.parts:
        if part.id in by_page:
            yield ComparedPart(part=part, older_only=False, rows=tuple(_anchored(part.id, by_page[part.id], reprint=True)))


def homes_of(rows: Sequence[Row]) -> Mapping[str, str]:
    """Return, for each page of the older text, the page of the newer to which most of its words went, or its own address."""
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for unit in row.before:
            went[unit.page].update({row.after[0].page: len(unit.text)} if row.after else {})
    return {page: max(to, key=lambda each: to[each] * (1 + (each == page))) if to else page for page, to in went.items()}


def _with_removed(rows: Sequence[Row], removed: Sequence[Row], older: Mapping[Key, int]) -> list[Row]:
    """Return the rows of a page with those removed, each after what preceded it in its part of the older text."""

    def index(row: Row) -> int:
        return older[_key(row.before[0])]

    found = list(rows)
    for row in sorted(removed, key=index):
        own, page = index(row), row.before[0].page
        placed = [(older[_key(u)], at) for at, each in enumerate(found) for u in each.before if u.page == page]
        earlier = [each for each in placed if each[0] < own]
        later = [each for each in placed if each[0] > own]
        at = max(earlier)[1] + 1 if earlier else min(later)[1] if later else len(found)
        found.insert(at, row)
    return found


def _key(unit: Unit) -> Key:
    return unit.page, unit.anchor, unit.heading


def _keys(edition: Edition) -> Iterator[Key]:
    """Yield what can be a unit of an edition, in printed order."""

    def below(part: Part, provision: Provision) -> Iterator[Key]:
        yield part.id, provision.anchor, True
        for piece in provision.body:
            if isinstance(piece, Block):
                yield part.id, piece.anchor, False
            else:
                yield from below(part, piece)

    for part in edition.parts:
        yield from below(part, part.root)


def _in_order(before: Edition, after: Edition, homes: Mapping[str, str]) -> Iterator[tuple[Part, bool]]:
    newer = {part.id for part in after.parts}
    following: dict[str, list[Part]] = defaultdict(list)
    last = ""
    for part in before.parts:
        home = homes.get(part.id, "")
        if home and home not in newer:
            following[last].append(part)
        last = home if home in newer else last
    for part in following[""]:
        yield part, True
    for part in after.parts:
        yield part, False
        for each in following[part.id]:
            yield each, True


def _anchored(page: str, rows: Sequence[Row], *, reprint: bool = False) -> Iterator[PlacedRow]:
    """Yield the rows with their anchors; one that would occur twice on a page gets ``~2``."""
    taken: Counter[str] = Counter()
    anchors: list[str] = []
    for row in rows:
        unit = (row.before or row.after if reprint else row.after or row.before)[0]
        anchor = row_anchor(unit.anchor, heading=unit.heading, removed=not row.after and not reprint)
        taken[anchor] += 1
        anchors.append(told_apart(anchor, taken[anchor]))
    for row, anchor in zip(rows, anchors, strict=True):
        title = anchor.replace(".heading", "") if (row.after or row.before)[0].heading else ""
        yield PlacedRow(row, page, anchor, f"{anchor}.words" if title in taken else title)
