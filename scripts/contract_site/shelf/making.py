"""Make records, or take them from the shelf: what is stale is made, here or by workers, and kept as soon as it is there.

A step is a function from a box to a box. What it is given it finds in its box by name: bytes of the project's files, parts of
other records. Its stamp is the hash of all of that, so a record whose inputs came out the same is not made again, although what
they were made from has changed. Whoever is killed in the middle finds at the next start all that was finished.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from contract_site.interface.catalogue import speaking
from contract_site.interface.say import Spoken
from contract_site.model.finding import ContractSiteError
from contract_site.shelf.box import Box, pack
from contract_site.shelf.shelf import Record, Shelf
from contract_site.shelf.stamp import made_by, program, stamp, words_of_language

Run = Callable[[Box], bytes]
"""A step: takes the box of what it is given, gives the box of what it makes."""
Report = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""
_ONE = threading.Lock()
"""Steps are done one after the other in a process: what they use was not made to be used by two at once."""
FILE = "file/"
"""How the names begin by which steps know files of the project; their paths follow."""
PROGRAM = "the program"
"""What plans call the code and all that is installed."""
LANGUAGE = "the site’s language"
"""What they call the language that the site says its own words in, and what it says in it."""
SHOWN = 32
"""Figures of a hash that are kept of each thing that a record is made from."""
ALL = "*"
"""The part of a record that is the whole of it."""
AHEAD = 2
"""How many steps wait for each worker, so that none is idle and few are in memory."""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A part of a record, which another step is given."""

    record: Record
    name: str
    """``ALL`` for the whole record, as a box."""

    @property
    def sha256(self) -> str:
        """What tells its bytes from others."""
        return self.record.sha256 if self.name == ALL else self.record.parts[self.name].sha256

    @property
    def content(self) -> bytes:
        """Its bytes. Raises DamagedError."""
        return self.record.box if self.name == ALL else self.record[self.name]


@dataclass(frozen=True, slots=True)
class BuildStep:
    """A record to be made: its name, what makes it, and what that is given."""

    name: str
    run: Run
    given: Mapping[str, bytes] = field(default_factory=dict)
    """Files and settings, by the names that the step knows them by."""
    parts: Mapping[str, RecordPart] = field(default_factory=dict)
    """Parts of other records, by such names."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Files that are read when they are needed, by such names."""

    def inputs(self) -> dict[str, str]:
        """Return what the record is made from: a hash of each thing, by its name. Raises OSError."""
        given = {name: stamp(content) for name, content in self.given.items()}
        read = {name: stamp(path.read_bytes()) for name, path in self.files.items()}
        parts = {name: part.sha256 for name, part in self.parts.items()}
        made_by = {
            PROGRAM: stamp(program(), self.run.__module__, self.run.__qualname__),
            LANGUAGE: words_of_language(Spoken.language),
        }
        return {name: sha256[:SHOWN] for name, sha256 in sorted({**made_by, **given, **read, **parts}.items())}

    def box(self) -> bytes:
        """Return all that it is given, packed. Raises OSError."""
        read = {name: path.read_bytes() for name, path in self.files.items()}
        return pack({**self.given, **read, **{name: part.content for name, part in self.parts.items()}})

    def source(self, name: str) -> str:
        """Return what a plan calls a thing that the record is made from."""
        return self.parts[name].record.name if name in self.parts else name.removeprefix(FILE)


@dataclass(frozen=True, slots=True)
class Workers:
    """Who makes records: an executor, and how many steps it can do at once."""

    executor: Executor
    count: int = 1
    elsewhere: bool = False
    """Whether they are other machines, whose program has to be the same as this one."""


@dataclass(slots=True)
class Maker:
    """Makes the records of a build, and knows which it made and which it found."""

    shelf: Shelf
    workers: Workers | None
    report: Report
    made: list[str] = field(default_factory=list)
    """The names of records that were stale, in the order in which they were made."""
    names: set[str] = field(default_factory=set)
    """The names of all records asked for."""

    @property
    def hands(self) -> int:
        """How many processors of this machine a build may use."""
        return 1 if self.workers is None or self.workers.elsewhere else self.workers.count

    def make(self, what: str, steps: Sequence[BuildStep]) -> dict[str, Record]:
        """Return the records of steps, by name, in the order of steps; ``what`` is what reports call making them.

        Raises ContractSiteError if a step does, when what was begun is finished and kept.
        """
        self.names.update(step.name for step in steps)
        inputs = {step.name: step.inputs() for step in steps}
        found = {step.name: self.shelf.take(step.name, inputs[step.name]) for step in steps}
        stale = [step for step in steps if found[step.name] is None]
        for done, (step, content) in enumerate(self._made(stale)):
            self.report(what, done, len(stale))
            found[step.name] = self.shelf.put(step.name, inputs[step.name], content)
            self.made.append(step.name)
        if stale:
            self.report(what, len(stale), len(stale))
        return {name: record for name, record in found.items() if record is not None}

    def _made(self, steps: Sequence[BuildStep]) -> Iterator[tuple[BuildStep, bytes]]:
        if self.workers is None or len(steps) < 2:
            yield from ((step, perform(step.run, step.box(), Spoken.language)) for step in steps)
        else:
            yield from _by_workers(self.workers, steps)


def _by_workers(workers: Workers, steps: Sequence[BuildStep]) -> Iterator[tuple[BuildStep, bytes]]:
    """Yield what workers make of steps, in the order in which it is finished."""
    expected = made_by(Spoken.language) if workers.elsewhere else ""
    waiting, running, failed = iter(steps), dict[Future[bytes], BuildStep](), list[Future[bytes]]()
    while not failed or running:
        while not failed and len(running) < workers.count * AHEAD and (step := next(waiting, None)) is not None:
            running[workers.executor.submit(perform, step.run, step.box(), Spoken.language, expected)] = step
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            if future.exception() is not None:
                failed.append(future)
            else:
                yield running[future], future.result()
            del running[future]
    failed[0].result()


def perform(run: Run, content: bytes, language: str, expected: str = "") -> bytes:
    """Do a step, where its worker is, with the site's own words in a language.

    Raises ContractSiteError, also if the worker has not the program that is expected.
    """
    if expected and made_by(language) != expected:
        raise ContractSiteError("a worker has other code, other packages or another Python than the build; give both the same")
    with _ONE, _undisturbed(), speaking(language):
        return run(Box(content))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a step make its trees without looking for circles among them again and again, which takes a third of its time.

    What it leaves behind is looked through once, when it is done.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if wanted:
            gc.enable()
