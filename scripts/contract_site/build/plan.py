"""What a build would make, and why, said without making anything: each record that is stale, and each that may become so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.build.outline import SiteOutline, described
from contract_site.build.project import Project
from contract_site.build.read_step import read_step
from contract_site.build.spoken import in_its_language
from contract_site.build.whole import Made
from contract_site.shelf.box import DamagedError
from contract_site.shelf.making import PROGRAM, BuildStep, Maker
from contract_site.shelf.shelf import Record, Shelf

SHOWN = 3
"""How many things are named that changed."""


class _Never(Exception):  # noqa: N818 (no error: the plan ends here)
    """A record was never made, so that nothing can be said of those made from it."""


@dataclass(slots=True)
class Planner(Maker):
    """Goes through the stages of a build with the records of the last one, and notes what it would make."""

    lines: list[str] = field(default_factory=list)
    doubtful: dict[str, str] = field(default_factory=dict)
    """The records that are stale, or made from one that is, each with the first such."""

    def make(self, what: str, steps: Sequence[BuildStep]) -> dict[str, Record]:
        """Return the records that are there, of the last build too; what a build would make again is noted.

        Raises _Never if one is not there at all.
        """
        self.names.update(step.name for step in steps)
        found = {step.name: self._looked_at(step) for step in steps}
        if None in found.values():
            raise _Never(what)
        return {name: record for name, record in found.items() if record is not None}

    def _looked_at(self, step: BuildStep) -> Record | None:
        inputs, old = step.inputs(), self.shelf.found(step.name)
        upon = next((part.record.name for part in step.parts.values() if part.record.name in self.doubtful), "")
        fresh = self.shelf.take(step.name, inputs)
        if fresh is None:
            self.lines.append(f"{step.name}: {_why(step, inputs, old)}")
            self.made.append(step.name)
            self.doubtful[step.name] = step.name
        elif upon:
            self.lines.append(f"{step.name}: if {self.doubtful[upon]} comes out otherwise")
            self.doubtful[step.name] = self.doubtful[upon]
        return fresh or old


def plan_lines(project: Project) -> list[str]:
    """Return a line for each record that a build would make, and for each that it may make. Raises ContractSiteError."""
    with in_its_language(project.root):
        return list(_plan_lines(project))


def _plan_lines(project: Project) -> Iterator[str]:
    planner = Planner(Shelf(project.build / "shelf"), None, lambda *_: None)
    outline = described(project)
    folders = [project.root / edition.folder for edition in outline.known.values()]
    rest = ""
    try:
        read = planner.make("", [read_step(project, folder) for folder in folders]).values()
        _look_at_all(outline, planner, dict(zip(outline.known, read, strict=True)))
    except (_Never, DamagedError, KeyError):
        # A part that another version of the program did not keep is as if it had never been made.
        rest = ", and whatever is made from them"
    yield from planner.lines
    made, doubtful = len(planner.made), len(planner.lines) - len(planner.made)
    yield f"{made} of {len(planner.names)} records would be made{rest}; {doubtful} more if one of these comes out otherwise"


def _look_at_all(outline: SiteOutline, planner: Planner, read: Mapping[str, Record]) -> None:
    every = list(read)
    made = Made(outline, planner, read, every)
    made.make_pages(every)
    made.make_comparisons(outline.ways.together())
    made.make_own()
    made.make_downloads()


def _why(step: BuildStep, inputs: Mapping[str, str], old: Record | None) -> str:
    if old is None:
        return "was never made"
    try:
        before = old.made_from
        old.check()
    except (OSError, DamagedError):
        return "is damaged"
    changed = [name for name in sorted(inputs.keys() | before.keys()) if inputs.get(name) != before.get(name)]
    if PROGRAM in changed:
        return "the program changed"
    named = [step.source(name) for name in changed]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return f"{', '.join(dict.fromkeys(named[:SHOWN]))}{more} changed"
