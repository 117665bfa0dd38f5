"""What a provision was called and said in every edition: the chain of its stages, oldest to newest.

From edition to edition the lineage of a comparison leads; beyond it a concordance leads on, but only by rows that a person
read and in which words are found again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_site.beside.arrangement import PlacedRow
from contract_site.beside.rows import ComparisonLayout
from contract_site.beside.topics import PlacedCorrespondence, TopicLayout
from contract_site.model.comparison import Unit
from contract_site.model.concordance import Passage, Relation
from contract_site.model.document import Edition, Part, Provision


@dataclass(frozen=True, slots=True)
class Reworked:
    """A step from edition to edition: the rows of their comparison."""

    layout: ComparisonLayout
    rows: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """A step over a gap: the rows of a concordance in which words are found again."""

    layout: TopicLayout
    rows: tuple[PlacedCorrespondence, ...]


Step = Reworked | FoundAgain


@dataclass(frozen=True, slots=True)
class Stage:
    """A provision in one edition."""

    edition: Edition
    units: tuple[Unit, ...]
    came: Step | None = None
    """How it came from the stage before; None for the oldest."""


class Histories:
    """The chains of all provisions; made once for a build."""

    def __init__(self, compared: Sequence[ComparisonLayout], concorded: Sequence[TopicLayout]) -> None:
        self._compared = [each for each in compared if each.comparison.settings.kind == "editions"]
        self._concorded = concorded
        self._known: dict[tuple[str, str, str], tuple[Stage, ...]] = {}

    def of(self, edition: Edition, part: Part, provision: Provision) -> tuple[Stage, ...]:
        """Return the stages of a provision, oldest to newest; none if no other edition has it, or its heading alone."""
        place = edition.slug, part.id, provision.anchor
        if place not in self._known:
            self._known[place] = self._stages(edition, part, provision)
        return self._known[place]

    def has(self, edition: Edition, part: Part) -> bool:
        """Say whether any provision of a part has a history."""
        return any(self.of(edition, part, provision) for provision in part.root.walk())

    def _stages(self, edition: Edition, part: Part, provision: Provision) -> tuple[Stage, ...]:
        units = self._own(edition, part, provision)
        if all(unit.heading for unit in units):
            return ()
        stages = [Stage(edition, units)]
        while found := self._back(stages[0]):
            came, older = found
            stages[:1] = [older, Stage(stages[0].edition, stages[0].units, came)]
        while newer := self._forth(stages[-1]):
            stages.append(newer)
        return tuple(stages) if len(stages) > 1 else ()

    def _own(self, edition: Edition, part: Part, provision: Provision) -> tuple[Unit, ...]:
        """The units of a provision that any comparison or reviewed row of a concordance knows."""
        units: dict[str, Unit] = {}
        for layout in self._compared:
            for placed in layout.of_provision(edition.slug, part.id, provision.anchor):
                for slug, side in ((layout.before.slug, placed.row.before), (layout.after.slug, placed.row.after)):
                    if slug == edition.slug:
                        units |= {u.name: u for u in side if (u.page, u.provision) == (part.id, provision.anchor)}
        for concorded in self._concorded if not units else ():
            for found in _reviewed(concorded.at(edition.slug, part.id, provision.anchor)):
                for passage in found.row.before if edition.slug == concorded.before.slug else found.row.after:
                    if (passage.page, passage.anchor) == (part.id, provision.anchor):
                        units |= {unit.name: unit for unit in passage.units}
        return tuple(units.values())

    def _back(self, stage: Stage) -> tuple[Step, Stage] | None:
        for layout in self._compared:
            if layout.after.slug == stage.edition.slug:
                rows = _rows(layout, stage, older=False)
                before = tuple(unit for placed in rows for unit in placed.row.before)
                if before:
                    return Reworked(layout, rows), Stage(layout.before, before)
        for concorded in self._concorded:
            if concorded.after.slug == stage.edition.slug and (found := _found(concorded, stage)):
                return FoundAgain(concorded, found), Stage(concorded.before, _units(found, older=True))
        return None

    def _forth(self, stage: Stage) -> Stage | None:
        for layout in self._compared:
            if layout.before.slug == stage.edition.slug:
                rows = _rows(layout, stage, older=True)
                after = tuple(unit for placed in rows for unit in placed.row.after)
                if after:
                    return Stage(layout.after, after, Reworked(layout, rows))
        for concorded in self._concorded:
            if concorded.before.slug == stage.edition.slug and (found := _found(concorded, stage)):
                return Stage(concorded.after, _units(found, older=False), FoundAgain(concorded, found))
        return None


def _rows(layout: ComparisonLayout, stage: Stage, *, older: bool) -> tuple[PlacedRow, ...]:
    """The rows of a comparison in which the units of a stage stand, in their order."""
    wanted = {unit.name for unit in stage.units}
    found: list[PlacedRow] = []
    for page, anchor in dict.fromkeys((unit.page, unit.provision) for unit in stage.units):
        for placed in layout.of_provision(stage.edition.slug, page, anchor):
            side = placed.row.before if older else placed.row.after
            if placed not in found and any(unit.name in wanted for unit in side):
                found.append(placed)
    return tuple(found)


def _found(layout: TopicLayout, stage: Stage) -> tuple[PlacedCorrespondence, ...]:
    """The reviewed rows of a concordance that name a provision or paragraph of a stage and find words of it again."""
    places = dict.fromkeys((unit.page, anchor) for unit in stage.units for anchor in (unit.provision, unit.anchor))
    rows = (placed for page, anchor in places for placed in _reviewed(layout.at(stage.edition.slug, page, anchor)))
    return tuple(dict.fromkeys(rows))


def _reviewed(rows: Sequence[PlacedCorrespondence]) -> Iterator[PlacedCorrespondence]:
    return (placed for placed in rows if placed.row.relation is Relation.FOUND_AGAIN and placed.row.reviewed)


def _units(rows: Sequence[PlacedCorrespondence], *, older: bool) -> tuple[Unit, ...]:
    passages: Iterator[Passage] = (each for placed in rows for each in (placed.row.before if older else placed.row.after))
    return tuple({(unit.page, unit.name): unit for passage in passages for unit in passage.units}.values())
