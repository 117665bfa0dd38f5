"""What readers are told of two editions compared: what the texts and their units are called, and every change in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.places import Places
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite.cite import citation
from contract_site.interface.formats import said_list, said_number
from contract_site.interface.say import counted, later, say
from contract_site.model.comparison import Change, Row, Unit
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.place import Anchor
from contract_site.words.frame import part_title
from contract_site.words.marks import HEARD

NAMES = {
    Change.UNCHANGED: later("Unchanged"),
    Change.REWORDED: later("Reworded"),
    Change.MOVED: later("Moved"),
    Change.MOVED_REWORDED: later("Moved and reworded"),
    Change.SPLIT: later("Split"),
    Change.MERGED: later("Merged"),
    Change.ADDED: later("New"),
    Change.REMOVED: later("Removed"),
}
"""The kinds as tables and filters call them, in the order in which they show them."""
Counting = Callable[[int], str]
COUNTS: Mapping[Change, Counting] = {
    Change.UNCHANGED: lambda count: counted("{number} unchanged", "{number} unchanged", count),
    Change.REWORDED: lambda count: counted("{number} reworded", "{number} reworded", count),
    Change.MOVED: lambda count: counted("{number} moved", "{number} moved", count),
    Change.MOVED_REWORDED: lambda count: counted("{number} moved and reworded", "{number} moved and reworded", count),
    Change.SPLIT: lambda count: counted("{number} split", "{number} split", count),
    Change.MERGED: lambda count: counted("{number} merged", "{number} merged", count),
    Change.ADDED: lambda count: counted("{number} new", "{number} new", count),
    Change.REMOVED: lambda count: counted("{number} removed", "{number} removed", count),
}
"""The kinds as sentences count them."""
MOVED = {
    "": (later("Moved"), later("Moved from {places}")),
    "reworded": (later("Moved and reworded"), later("Moved from {places} and reworded")),
    "rewritten": (later("Moved and rewritten"), later("Moved from {places} and rewritten")),
}
"""What is told of what moved and perhaps became other words: where both texts have the same names for it, and where not."""
TELLING = (
    Change.MERGED,
    Change.SPLIT,
    Change.MOVED_REWORDED,
    Change.REWORDED,
    Change.MOVED,
    Change.ADDED,
    Change.REMOVED,
    Change.UNCHANGED,
)
"""The kinds from the most telling to the least, for what stands once for several rows."""


MOVES = frozenset({Change.MOVED, Change.MOVED_REWORDED})


class Naming:
    """The words for two editions; ``page`` is where readers are, whose own units need no name of the part."""

    kinds: Mapping[Change, str] = NAMES
    """The kinds as tables and filters call them, in the order in which they show them."""
    counts: Mapping[Change, Counting] = COUNTS
    """The kinds as sentences count them."""
    noun = "change"
    """What scripts are told that rows are; readers are told ``number`` of them."""
    only = later("Changed only")
    totals_head = later("How much changed")
    articles_head = later("Changes by article")
    changes_head = later("Every change")
    mapped = later("How many changes of each kind an article has; a darker cell has more. Each number leads to these changes.")
    heard = HEARD
    strikes_removed = True
    """Whether what has no newer side is shown as struck."""
    statement = ""
    """What readers must know on every page of the comparison, as Markdown."""

    def __init__(self, layout: ComparisonLayout, places: tuple[Places, Places]) -> None:
        self.layout = layout
        self._places = places
        self.before, self.after = layout.before.settings.short, layout.after.settings.short
        """What columns, views and citations call the texts."""
        self.in_before, self.in_after = self.before, self.after
        """What sentences call the texts, in “stands in … only”."""
        self.texts: tuple[tuple[str, Edition, str], ...] = ((say("Older"), layout.before, ""), (say("Newer"), layout.after, ""))
        """What is compared: what it is to the other, the edition, and the part of it that is meant, if not all of it."""
        self.order = say("In the order of the {after} text; what was removed stands where it stood.", after=self.after)
        self.numbers_title = say("Where numbers went")
        self.derivation = say("where each provision of {after} comes from", after=self.after)
        self.disposition = say("where each provision of {before} went", before=self.before)
        self.derivation_columns = self.after, say("comes from {before}", before=self.before)
        self.disposition_columns = self.before, say("is in {after}", after=self.after)

    def kind(self, change: Change) -> str:
        """Return what tables and filters call a kind."""
        return say(self.kinds[change])

    def counted_kinds(self, counts: Mapping[Change, int]) -> str:
        """Return how many rows there are of each kind that is there: ``3 unchanged, 1 new``."""
        return ", ".join(self.counts[kind](counts[kind]) for kind in self.kinds if counts.get(kind))

    def number(self, changes: int) -> str:
        """Return so many rows that are not as they were: ``3 changes``."""
        return counted("{number} change", "{number} changes", changes)

    def compared(self, title: str) -> str:
        """Return the title of the page that compares an article or another part."""
        return say("{title}: {before} and {after}", title=title, before=self.before, after=self.after)

    def listed(self, part: ComparedPart) -> str:
        """Return what lists call a page of the comparison."""
        title = part_title(part.part)
        return say("{title} ({before} only)", title=title, before=self.before) if part.older_only else title

    def part_statement(self, _part: ComparedPart) -> str:
        """Return what readers must know of one page, as Markdown, besides the statement."""
        return ""

    def counted(self, changes: int, rows: int) -> str:
        """Return how much changed, as lists of comparisons say it."""
        there = said_number(rows)
        return say("{changes} of {rows} rows changed, article by article", changes=said_number(changes), rows=there)

    def hidden(self, unchanged: int, rows: int) -> str:
        """Return what is said where only changes are shown."""
        return counted(
            "{number} unchanged of {rows} rows is hidden.",
            "{number} unchanged of {rows} rows are hidden.",
            unchanged,
            rows=rows,
        )

    def number_older(self, unit: Unit, page: str) -> str:
        """Return what tables of numbers call a unit of the older text."""
        return self.older(unit, page)

    def number_newer(self, unit: Unit, page: str) -> str:
        """Return what tables of numbers call a unit of the newer text."""
        return self.newer(unit, page)

    def cite_older(self, unit: Unit, page: str) -> str:
        """Return what a link to a unit of the older text says."""
        return f"{self.before} {self.older(unit, page)}"

    def cite_newer(self, unit: Unit, page: str) -> str:
        """Return what a link to a unit of the newer text says."""
        return f"{self.after} {self.newer(unit, page)}"

    def same_number(self, one: Sequence[Unit], other: Sequence[Unit]) -> bool:
        """Say whether units of both texts have the same numbers."""
        return {(unit.page, unit.anchor) for unit in one} == {(unit.page, unit.anchor) for unit in other}

    def older(self, unit: Unit, page: str = "") -> str:
        """Return the citation of a unit of the older text."""
        return _name(unit, self._places[0], page)

    def newer(self, unit: Unit, page: str = "") -> str:
        """Return the citation of a unit of the newer text."""
        return _name(unit, self._places[1], page)

    def label(self, unit: Unit, *, older: bool) -> str:
        """Return the label printed before a unit's words: that of its provision, unless its heading has it."""
        provision = _found(unit, self._places[0] if older else self._places[1])[1]
        first = unit.heading or (unit.anchor == provision.anchor and not provision.heading.text)
        return provision.label.text if first else ""

    def words(self, row: Row, page: str = "") -> str:
        """Return what became of a row, as it is told beside the newer text: ``Moved from IX.S and reworded``."""
        match row.change:
            case Change.ADDED if row.repeats:
                return self._repeated(row, page)
            case Change.ADDED:
                return say("New in {after}", after=self.in_after)
            case Change.REMOVED:
                return say("Not in {after}", after=self.in_after)
            case Change.UNCHANGED:
                return say("Unchanged")
            case Change.REWORDED:
                return say("Rewritten") if row.rewritten else say("Reworded")
            case Change.MOVED:
                return self._moved(row, page, "")
            case Change.MOVED_REWORDED:
                return self._moved(row, page, "rewritten" if row.rewritten else "reworded")
            case Change.SPLIT:
                return say("Split from {places}", places=self._olders(row, page))
            case Change.MERGED:
                return say("Merged from {places}", places=self._olders(row, page))

    def twin(self, rows: Sequence[PlacedRow], page: str, *, older: bool, whole: bool) -> str:
        """Return what is said at a provision whose rows these are; nothing where it would mislead.

        ``whole``: the provision is all of its page, so that a heading alone would seem to speak of the whole article.
        """
        told = most_telling(rows)
        headings = all(placed.heading for placed in rows)
        if headings and whole and told.row.change is Change.UNCHANGED:
            return ""
        words = self._at_older(rows, told, page) if older else self._at_newer(rows, told, page)
        return self._of_heading(words) if headings and words else words

    def twin_name(self, rows: Sequence[PlacedRow], *, older: bool) -> str:
        """Return what a closed row at a provision calls its twin: the other text, and that it is not there if it is not."""
        kinds = {placed.row.change for placed in rows}
        if kinds == {Change.ADDED} and not any(placed.row.repeats for placed in rows):
            return say("new in {after}", after=self.after)
        if kinds == {Change.REMOVED}:
            return say("not in {after}", after=self.after)
        return self.after if older else self.before

    def whole_twin(self, *, older: bool) -> str:
        """Return what leads from an article to its comparison."""
        other = self.layout.after if older else self.layout.before
        return say("Compare this with the {agreement}", agreement=other.settings.brief)

    def _of_heading(self, words: str) -> str:
        return say("Heading: {told}", told=inside(words))

    def _at_newer(self, rows: Sequence[PlacedRow], told: PlacedRow, page: str) -> str:
        kinds = {placed.row.change for placed in rows}
        if kinds == {Change.UNCHANGED}:
            return say("Unchanged since {before}", before=self.before)
        if kinds == {Change.ADDED}:
            return self.words(told.row, page)
        if told.row.change in (*MOVES, Change.SPLIT, Change.MERGED):
            partly = told.row.change is Change.MOVED and any(_reworded(placed) for placed in rows)
            return self._moved(told.row, page, "reworded") if partly else self.words(told.row, page)
        return say("Reworded in {after}", after=self.after)

    def _at_older(self, rows: Sequence[PlacedRow], told: PlacedRow, page: str) -> str:
        kinds = {placed.row.change for placed in rows}
        if kinds == {Change.UNCHANGED}:
            return say("Unchanged in {after}", after=self.after)
        if kinds == {Change.REMOVED}:
            return say("Not in {after}", after=self.after)
        there = said_list([self.newer(unit, page) for unit in told.row.after])
        if told.row.change in MOVES and any(_reworded(placed) for placed in rows):
            return say("Moved to {places} in {after} and reworded", places=there, after=self.after)
        if told.row.change in MOVES:
            return say("Moved to {places} in {after}", places=there, after=self.after)
        if told.row.change is Change.SPLIT:
            return say("Split into {places} in {after}", places=there, after=self.after)
        if told.row.change is Change.MERGED:
            return say("Merged into {places} in {after}", places=there, after=self.after)
        return say("Reworded in {after}", after=self.after)

    def _moved(self, row: Row, page: str, became: str) -> str:
        """What is told of a row that moved and ``became`` other words, if it did."""
        alone, placed = MOVED[became]
        olders = self._olders(row, page)
        newers = said_list([self.newer(unit, page) for unit in row.after])
        return say(alone) if olders == newers else say(placed, places=olders)

    def _repeated(self, row: Row, page: str) -> str:
        places = said_list(list(dict.fromkeys(self.older(unit, page) for unit in row.repeats)))
        if row.similarity == 1:
            return say("Repeats {places} of {before}", places=places, before=self.before)
        return say("Repeats {places} of {before}, reworded", places=places, before=self.before)

    def _olders(self, row: Row, page: str) -> str:
        return said_list(list(dict.fromkeys(self.older(unit, page) for unit in row.before)))


def most_telling(rows: Sequence[PlacedRow]) -> PlacedRow:
    """Return the row to which a line for several leads."""
    return min(rows, key=lambda placed: TELLING.index(placed.row.change))


def _reworded(placed: PlacedRow) -> bool:
    """Whether words of a provision changed: a heading that it got or lost does not count."""
    kind = placed.row.change
    return kind in (Change.REWORDED, Change.MOVED_REWORDED) or (kind in (Change.ADDED, Change.REMOVED) and not placed.heading)


def inside(words: str) -> str:
    """Return what is told as it stands behind other words: ``Unchanged``, ``Heading: unchanged``."""
    return words[:1].lower() + words[1:]


def _found(unit: Unit, places: Places) -> tuple[Part, Provision]:
    found = places.at_anchor(unit.page, unit.anchor)
    assert found is not None, f"{unit.page}#{unit.anchor}"
    return found


def _name(unit: Unit, places: Places, page: str) -> str:
    """The citation, without the part's name on its own page; with the paragraph or table, if it is not the first."""
    part, provision = _found(unit, places)
    pinpoint = str(provision.pinpoint)
    name = pinpoint if pinpoint and (page == part.id or part.in_body) else citation(part, provision)
    if unit.anchor == provision.anchor:
        return name
    paragraph = Anchor.parse(unit.anchor).paragraph
    alone = page == part.id and not pinpoint
    if paragraph is None:
        return say("table") if alone else say("{place}, table", place=name)
    return f"¶{paragraph}" if alone else f"{name} ¶{paragraph}"
