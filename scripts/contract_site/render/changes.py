"""What readers are told of a change: its kind in words, and what the units on both sides are called."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.model.comparison import Change, Row, Unit
from contract_site.model.document import Edition, Part, Provision
from contract_site.render.cite import citation
from contract_site.render.places import Places

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


class Naming:
    """What the units of two editions are called; ``page`` is where readers are, whose own units need no name of the part."""

    def __init__(self, before: Edition, after: Edition, places: tuple[Places, Places]) -> None:
        self.before, self.after = before, after
        self._places = places

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
            case Change.ADDED:
                return f"New in {self.after.settings.short}"
            case Change.REMOVED:
                return f"Not in {self.after.settings.short}"
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

    def _where(self, row: Row, page: str) -> str:
        olders = self._olders(row, page)
        newers = in_words([self.newer(unit, page) for unit in row.after])
        return "" if olders == newers else f" from {olders}"

    def _olders(self, row: Row, page: str) -> str:
        return in_words(list(dict.fromkeys(self.older(unit, page) for unit in row.before)))


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
    name = pinpoint if pinpoint and (page == part.id or part.container == "body") else citation(part, provision)
    _, _, last = unit.anchor.removeprefix(provision.anchor).rpartition(".")
    if unit.anchor == provision.anchor or not last:
        return name
    within = f"¶{last[1:]}" if last[:1] == "p" and last[1:].isdigit() else "table"
    if page == part.id and not pinpoint:
        return within
    return f"{name} {within}" if within != "table" else f"{name}, table"
