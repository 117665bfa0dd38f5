"""Where the rows of a comparison stand: each on exactly one page, at an anchor of its own.

A row with a newer side stands on the page of its first newer unit, in the order of the newer text. A removed row stands on
the page to which most of its part's words went (those that stayed at the same address count twice), after what preceded it
in the older text. Where nothing of an older part is left, the part has a page of its own, unless the newer text has a page
of the same address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.model.comparison import Comparison, Row, Unit
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.render import addresses

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


class Layout:
    """A comparison with its two editions, its pages, and the place of every row; made once for a build."""

    def __init__(self, comparison: Comparison, before: Edition, after: Edition) -> None:
        self.comparison, self.before, self.after = comparison, before, after
        self._older = {key: index for index, key in enumerate(_keys(before))}
        self._homes = _homes(comparison.rows)
        self.parts = tuple(self._parts())
        self._by_provision: dict[tuple[str, str, str], list[PlacedRow]] = defaultdict(list)
        self._by_unit: dict[tuple[str, str], PlacedRow] = {}
        for placed in (placed for part in self.parts for placed in part.rows):
            for slug, units in ((before.slug, placed.row.before), (after.slug, placed.row.after)):
                for unit in units:
                    self._by_provision[slug, unit.page, unit.provision].append(placed)
                    self._by_unit[slug, unit.name] = placed

    def home_of(self, older_page: str) -> str:
        """Return the page on which what was removed from a page of the older text stands."""
        return self._homes.get(older_page, older_page)

    def of_provision(self, slug: str, page: str, anchor: str) -> Sequence[PlacedRow]:
        """Return the rows of a provision's own words and heading, in either edition."""
        return self._by_provision.get((slug, page, anchor), ())

    def place(self, row: Row) -> PlacedRow:
        """Return where a row of the comparison stands."""
        side, units = (self.after, row.after) if row.after else (self.before, row.before)
        return self._by_unit[side.slug, units[0].name]

    def url(self, row: Row) -> str:
        """Return the address of a row, from the site's root."""
        placed = self.place(row)
        return addresses.comparison_url(self.before.slug, self.after.slug, placed.page, placed.anchor)

    def _parts(self) -> Iterator[ComparedPart]:
        """Yield the pages in the order of the newer text; one of the older text alone follows what preceded it there."""
        by_page: dict[str, list[Row]] = defaultdict(list)
        removed: dict[str, list[Row]] = defaultdict(list)
        for row in self.comparison.rows:
            if row.after:
                by_page[row.after[0].page].append(row)
            else:
                removed[self.home_of(row.before[0].page)].append(row)
        for part, older_only in _in_order(self.before, self.after, self._homes):
            if older_only or part.id in by_page or part.id in removed:
                rows = self._with_removed(by_page[part.id], removed[part.id])
                yield ComparedPart(part=part, older_only=older_only, rows=tuple(_anchored(part.id, rows)))

    def _with_removed(self, rows: Sequence[Row], removed: Sequence[Row]) -> list[Row]:
        """Return the rows of a page with those removed, each after what preceded it in its part of the older text."""
        found = list(rows)
        for row in sorted(removed, key=self._index):
            own, page = self._index(row), row.before[0].page
            placed = [(self._older[_key(u)], at) for at, each in enumerate(found) for u in each.before if u.page == page]
            earlier = [each for each in placed if each[0] < own]
            later = [each for each in placed if each[0] > own]
            at = max(earlier)[1] + 1 if earlier else min(later)[1] if later else len(found)
            found.insert(at, row)
        return found

    def _index(self, row: Row) -> int:
        return self._older[_key(row.before[0])]


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


def _homes(rows: Sequence[Row]) -> Mapping[str, str]:
    """Return, for each page of the older text, the page of the newer to which most of its words went, or its own address."""
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for unit in row.before:
            went[unit.page].update({row.after[0].page: len(unit.text)} if row.after else {})
    return {page: max(to, key=lambda each: to[each] * (1 + (each == page))) if to else page for page, to in went.items()}


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


def _anchored(page: str, rows: Sequence[Row]) -> Iterator[PlacedRow]:
    """Yield the rows with their anchors; one that would occur twice on a page gets ``~2``."""
    taken: Counter[str] = Counter()
    anchors: list[str] = []
    for row in rows:
        unit = (row.after or row.before)[0]
        anchor = addresses.row_anchor(unit.anchor, heading=unit.heading, removed=not row.after)
        taken[anchor] += 1
        anchors.append(anchor if taken[anchor] == 1 else f"{anchor}~{taken[anchor]}")
    for row, anchor in zip(rows, anchors, strict=True):
        title = anchor.replace(".heading", "") if (row.after or row.before)[0].heading else ""
        yield PlacedRow(row, page, anchor, f"{anchor}.words" if title in taken else title)
