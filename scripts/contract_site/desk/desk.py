"""The desk of one agreement: its pages, what is decided about them, and what has been read."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from contract_site.build.editions import Corrected, correct, load_decisions, parse_corrected, read_folder
from contract_site.build.neighbours import Neighbours
from contract_site.build.remembered import Remembered
from contract_site.desk.decided_lines import Decision
from contract_site.desk.decisions import took, ways
from contract_site.desk.folder import READING, Folder, RefusedError, Texts
from contract_site.desk.leaves import Reading, read_leaves
from contract_site.desk.reading import read_marks, reading_line, still_read, with_read
from contract_site.desk.review_points import ReviewPoint, review_points_of
from contract_site.editors.folders import shared_file
from contract_site.editors.settings import load_editorial
from contract_site.model.editorial import Correction, Editorial
from contract_site.model.finding import ContractSiteError, Finding
from contract_site.read.pictures import Sheet, sheets_of

MOST_STEPS = 500
"""So many decisions can be taken back."""


class Desk:
    """One agreement on the desk."""

    def __init__(self, path: Path, shown: str, neighbours: Neighbours | None = None) -> None:
        """Read the agreement's folder ``path``, which messages call ``shown``, among its ``neighbours``.

        Raises ContractSiteError.
        """
        self.shown = shown
        self.beside: tuple[Finding, ...] = ()
        """What the neighbours said of the edition when they were asked last."""
        self._neighbours = neighbours
        self.folder = Folder(path)
        editorial = load_decisions(path, shown)
        self._family = editorial.family
        self._extracted = read_folder(path, editorial)
        self._remembered = Remembered()
        self._corrected: tuple[Sequence[Correction], Corrected] | None = None
        self.reading = self._parsed(path)
        self.sheets = self._sheets(path)
        self.read = still_read(self.reading.leaves, read_marks(path, shown))
        self._done: list[Texts] = []
        """For each decision that can be taken back: the files that it changed, as they were."""

    @property
    def steps(self) -> int:
        """How many decisions can be taken back."""
        return len(self._done)

    @property
    def progress(self) -> str:
        """How much has been read."""
        return reading_line(self.reading.leaves, self.read)

    def decide(self, decision: Decision) -> Texts:
        """Write a decision as rows of the editors' files; return the files that changed, as they are now.

        Raises RefusedError, writing nothing, if it cannot be written so that it has its effect, or a file changed on the disk.
        """
        self._refuse_changed()
        why = ""
        for files in ways(decision, self.reading, self.folder.seen):
            try:
                reading = self._tried(files)
            except ContractSiteError as error:
                why = why or str(error)
                continue
            if took(decision, self.reading, reading):
                return self._keep(files, reading)
        raise RefusedError(why or "no row of the editors’ files has this effect here; nothing was written")

    def undo(self) -> Texts:
        """Give the files back as they were before the last decision; return those that changed. Raises RefusedError."""
        self._refuse_changed()
        if not self._done:
            raise RefusedError("nothing was decided since the desk was opened")
        before = self._done[-1]
        reading = self._tried({**self.folder.seen, **before})
        self.folder.write(before)
        self._done.pop()
        self._lay(reading)
        return before

    def mark(self, page: int, *, read: bool) -> None:
        """Remember that a page was read, or that it was not. Raises RefusedError if there is no such page."""
        if not 0 < page <= len(self.reading.leaves):
            raise RefusedError(f"there is no page {page}")
        self._refuse_changed()
        self.read = self.read | {page} if read else self.read - {page}
        self.folder.write({READING: with_read(self.reading.leaves, self.read)})

    def review_points(self) -> Iterator[ReviewPoint]:
        """Yield what a person should look at, in the order of the source."""
        yield from review_points_of(self.reading, self.beside)

    def asked(self) -> tuple[Finding, ...]:
        """Return what linking finds in the edition as it is, and which published addresses it would lose.

        Nothing of the desk changes by it, so that it can be asked while a person decides. Raises ContractSiteError.
        """
        gc.unfreeze()
        return tuple(self._neighbours.findings(self.reading.edition)) if self._neighbours else ()

    # What is done to the files ----------------------------------------------------------------------------------------

    def _refuse_changed(self) -> None:
        """Read everything anew and raise RefusedError if a file is not as it was seen."""
        changed = self.folder.changed()
        if not changed:
            return
        self.folder.look()
        self._done.clear()
        self._lay(self._parsed(self.folder.path))
        raise RefusedError(f"{', '.join(changed)} changed on the disk meanwhile and was read anew; look again, then decide")

    def _keep(self, files: Texts, reading: Reading) -> Texts:
        changed = {name: text for name, text in files.items() if text != self.folder.seen[name]}
        before = {name: self.folder.seen[name] for name in changed}
        self.folder.write(changed)
        self._done = [*self._done, before][-MOST_STEPS:]
        self._lay(reading)
        return changed

    def _lay(self, reading: Reading) -> None:
        """Take another reading of the edition; pages that changed by it have to be read again."""
        self.reading = reading
        self.read = still_read(reading.leaves, read_marks(self.folder.path, self.shown))

    # Reading ----------------------------------------------------------------------------------------------------------

    def _tried(self, files: Texts) -> Reading:
        """Parse the edition as it would be with other files, in a folder of its own. Raises ContractSiteError."""
        with tempfile.TemporaryDirectory() as name:
            trial = Path(name, "edition")
            trial.mkdir()
            if (shared := shared_file(self.folder.path)) is not None:
                (trial.parent / shared.name).write_bytes(shared.read_bytes())
            for each in self.folder.path.iterdir():
                if each.suffix in (".toml", ".tsv") and each.name not in files:
                    (trial / each.name).write_bytes(each.read_bytes())
            for file, text in files.items():
                if text is not None:
                    (trial / file).write_bytes(text.encode("utf-8"))
            return self._parsed(trial)

    def _parsed(self, path: Path) -> Reading:
        editorial = replace(load_editorial(path, self.shown), family=self._family)
        with _uncollected():
            edition = parse_corrected(self._extracted, self._lines(editorial), editorial, self._remembered)
            return read_leaves(edition, self._lines(editorial).lines)

    def _lines(self, editorial: Editorial) -> Corrected:
        """The source's lines; those of the last time where the corrections are those of the last time."""
        if self._corrected is None or self._corrected[0] != editorial.corrections:
            self._corrected = editorial.corrections, correct(self._extracted, editorial)
        return self._corrected[1]

    def _sheets(self, path: Path) -> tuple[Sheet, ...]:
        source = self.reading.edition.settings.source
        sheets = sheets_of([path / file for file in source.files])
        # Pictures of other sheets than those the text was taken from would mislead.
        return sheets if max((leaf.sheet for leaf in self.reading.leaves), default=0) <= len(sheets) else ()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage while the block runs, nor through what it made: that stays, and looking is a fifth of the time.

    What is dropped goes when nothing refers to it; what refers to itself, when ``Desk.asked`` looks, a second after the last
    decision.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
