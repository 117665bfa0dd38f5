"""What readers are told of two editions compared: what the texts and their units are called, and every change in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.places import Places
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite.cite import citation
from contract_site.model.comparison import Change, Row, Unit
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.place import Anchor
from contract_site.words.frame import part_title
from contract_site.words.marks import HEARD

NAMES = {
    Change.UNCHANGED: "Unchanged",
    Change.REWORDED: "Reworded",
    Change.MOVED: "Moved",
    Change.MOVED_REWORDED: "Moved and reworded",
    Change.SPLIT: "Split",
    Change.MERGED: "Merged",
    Change.ADDED: "New",
    Change.REMOVED: "Removed",
}
"""The kinds as tables and filters call them, in the order in which they show them."""
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
    noun = "change"
    only = "Changed only"
    totals_head = "How much changed"
    articles_head = "Changes by article"
    changes_head = "Every change"
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
        self.texts: tuple[tuple[str, Edition, str], ...] = (("Older", layout.before, ""), ("Newer", layout.after, ""))
        """What is compared: what it is to the other, the edition, and the part of it that is meant, if not all of it."""
        self.order = f"In the order of the {self.after} text; what was removed stands where it stood."
        self.numbers_title = "Where numbers went"
        self.derivation = f"where each provision of {self.after} comes from"
        self.disposition = f"where each provision of {self.before} went"
        self.derivation_columns = self.after, f"comes from {self.before}"
        self.disposition_columns = self.before, f"is in {self.after}"

    def compared(self, title: str) -> str:
        """Return the title of the page that compares an article or another part."""
        return f"{title}: {self.before} and {self.after}"

    def listed(self, part: ComparedPart) -> str:
        """Return what lists call a page of the comparison."""
        return part_title(part.part) + (f" ({self.before} only)" if part.older_only else "")

    def part_statement(self, _part: ComparedPart) -> str:
        """Return what readers must know of one page, as Markdown, besides the statement."""
        return ""

    def counted(self, changes: int, rows: int) -> str:
        """Return how much changed, as lists of comparisons say it."""
        return f"{changes:,} of {rows:,} rows changed, article by article"

    def hidden(self, unchanged: int, rows: int) -> str:
        """Return what is said where only changes are shown."""
        return f"{unchanged} unchanged of {rows} rows {'is' if unchanged == 1 else 'are'} hidden."

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
        said = "rewritten" if row.rewritten else "reworded"
        match row.change:
            case Change.ADDED if row.repeats:
                return f"Repeats {self._repeated(row, page)} of {self.before}{'' if row.similarity == 1 else ', reworded'}"
            case Change.ADDED:
                return f"New in {self.in_after}"
            case Change.REMOVED:
                return f"Not in {self.in_after}"
            case Change.UNCHANGED:
                return "Unchanged"
            case Change.REWORDED:
                return said.capitalize()
            case Change.MOVED:
                return f"Moved{self._where(row, page)}"
            case Change.MOVED_REWORDED:
                return f"Moved{self._where(row, page)} and {said}"
            case Change.SPLIT:
                return f"Split from {self._olders(row, page)}"
            case Change.MERGED:
                return f"Merged from {self._olders(row, page)}"

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
            return f"new in {self.after}"
        if kinds == {Change.REMOVED}:
            return f"not in {self.after}"
        return self.after if older else self.before

    def whole_twin(self, *, older: bool) -> str:
        """Return what leads from an article to its comparison."""
        other = self.layout.after if older else self.layout.before
        return f"Compare this with the {other.settings.brief}"

    def _of_heading(self, words: str) -> str:
        return f"Heading: {words[0].lower()}{words[1:]}"

    def _at_newer(self, rows: Sequence[PlacedRow], told: PlacedRow, page: str) -> str:
        kinds = {placed.row.change for placed in rows}
        if kinds == {Change.UNCHANGED}:
            return f"Unchanged since {self.before}"
        if kinds == {Change.ADDED}:
            return self.words(told.row, page)
        if told.row.change in (*MOVES, Change.SPLIT, Change.MERGED):
            words = self.words(told.row, page)
            partly = told.row.change is Change.MOVED and any(_reworded(placed) for placed in rows)
            return f"{words} and reworded" if partly else words
        return f"Reworded in {self.after}"

    def _at_older(self, rows: Sequence[PlacedRow], told: PlacedRow, page: str) -> str:
        kinds = {placed.row.change for placed in rows}
        if kinds == {Change.UNCHANGED}:
            return f"Unchanged in {self.after}"
        if kinds == {Change.REMOVED}:
            return f"Not in {self.after}"
        there = in_words([self.newer(unit, page) for unit in told.row.after])
        if told.row.change in MOVES:
            reworded = any(_reworded(placed) for placed in rows)
            return f"Moved to {there} in {self.after}{' and reworded' if reworded else ''}"
        if told.row.change is Change.SPLIT:
            return f"Split into {there} in {self.after}"
        if told.row.change is Change.MERGED:
            return f"Merged into {there} in {self.after}"
        return f"Reworded in {self.after}"

    def _where(self, row: Row, page: str) -> str:
        olders = self._olders(row, page)
        newers = in_words([self.newer(unit, page) for unit in row.after])
        return "" if olders == newers else f" from {olders}"

    def _repeated(self, row: Row, page: str) -> str:
        return in_words(list(dict.fromkeys(self.older(unit, page) for unit in row.repeats)))

    def _olders(self, row: Row, page: str) -> str:
        return in_words(list(dict.fromkeys(self.older(unit, page) for unit in row.before)))


def most_telling(rows: Sequence[PlacedRow]) -> PlacedRow:
    """Return the row to which a line for several leads."""
    return min(rows, key=lambda placed: TELLING.index(placed.row.change))


def _reworded(placed: PlacedRow) -> bool:
    """Whether words of a provision changed: a heading that it got or lost does not count."""
    kind = placed.row.change
    return kind in (Change.REWORDED, Change.MOVED_REWORDED) or (kind in (Change.ADDED, Change.REMOVED) and not placed.heading)


def in_words(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``IX.S``, ``IX.S and IX.T``, ``IX.S, IX.T and IX.U``."""
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


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
    within = "table" if paragraph is None else f"¶{paragraph}"
    if page == part.id and not pinpoint:
        return within
    return f"{name} {within}" if within != "table" else f"{name}, table"
