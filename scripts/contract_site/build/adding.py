"""Add an agreement: read its files, write its folder beside the project, try all of it there, and only then put it in place.

What is tried is a copy of all agreements with the new one among them, so that a folder which would not build, or would break
a published address, never comes to stand among the others. Where its folder is there already, nothing is written at all: what
editors changed is theirs. It is said what a fresh run would write otherwise; another file is refused, unless it is to take the
place of its own.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from contract_site.build import pipeline
from contract_site.build.accounts import outline_row
from contract_site.build.editions import load_folder
from contract_site.build.first_settings import first_entries, first_settings, unknown_settings
from contract_site.build.project import COMPARISON, COMPARISONS, Project
from contract_site.build.reading_list import ToRead, report_lines
from contract_site.build.received import Received, receive, write_received
from contract_site.build.taking_over import TakenOver, take_over
from contract_site.editors.columns import OUTLINE
from contract_site.editors.folders import settings_file
from contract_site.editors.ledger import PUBLISHED, load_ledger
from contract_site.editors.settings import NO_ADDRESS, load_agreement, load_editorial, slug_fault
from contract_site.editors.written import toml_entry, toml_value
from contract_site.infer.numbering import doubtful_rows
from contract_site.infer.tables import tables_of
from contract_site.model.document import Edition
from contract_site.model.edition_settings import AGREEMENT, EDITION
from contract_site.model.editorial import Editorial, HandTable
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.shelf.making import Report
from contract_site.site.folder import remove_folder, swap_in, workshop, write

READING = "Reading the file"
TABLES = "tables.toml"
TABLE = re.compile(r"^\[", re.MULTILINE)
TABLES_HEAD = "# Tables that were recognised. Look whether the first row of each is its heading; better the summary.\n\n"
TABLE_PLACE = re.compile(r"table at line (\d+) of ")
OUTLINE_HEAD = """\
# Rows of the outline that are in doubt. Take the "# " before a row away to keep it: what it says then holds, whatever the
# program thinks; with "text" in its third field it says that nothing begins at its line.
# line\tdepth\tkind\tscheme\tlabel\theading\tsure\twhy\twords
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be added."""

    files: tuple[Path, ...]
    slug: str
    edition_of: str = ""
    """The slug of an earlier edition of it."""
    ocr: bool = False
    """Scans are read by a program that recognises letters."""


def add(project: Project, request: Request, report: Report = pipeline.unreported) -> Iterator[str]:
    """Add an agreement to a project; yield what it was taken for, what to look at first, and how long that takes.

    Raises ContractSiteError, changing nothing, if a file cannot be read or what would be written would not build.
    """
    _check_slug(request.slug)
    folders = project.by_slug
    if request.edition_of:
        pipeline.check_slugs([request.edition_of], folders)
    beside = folders[request.edition_of].parent if request.edition_of else project.agreements
    target = folders.get(request.slug, beside / request.slug)
    if target.exists() and request.slug not in folders:
        raise ContractSiteError(
            f"{project.shown(target)}:1: a folder without {_named_beside(target)}; move it away, its files too, and add them"
        )
    with tried(project, request, report) as (received, scratch):
        shown = project.shown(target)
        folder = scratch.root / shown
        if target.exists():
            remove_folder(folder)
        earlier = _earlier(project, folders, request)
        new = _write_folder(folder, shown, received, request.slug, earlier, _named_beside(target))
        if target.exists():
            yield from _proposals(shown, target, folder)
            return
        added = [folder, *_comparison(scratch, request, earlier)]
        pipeline.record_addresses(scratch, report)
        names = [scratch.shown(each) for each in added]
        for each, name in zip(added, names, strict=True):
            # What will be recorded must be readable, or nothing of the project would be any more.
            load_ledger(each, name)
            # Nobody has used an address yet: they may change until its pages are right.
            (each / PUBLISHED).unlink()
            swap_in(each, project.root / name, project.build)
    yield from report_lines(new)
    yield f"make site shows it at /{request.slug}/; new: {', '.join(names)}"
    yield "Its addresses may change until make record; give that when its pages are right, then commit."


@contextmanager
def tried(project: Project, request: Request, report: Report = pipeline.unreported) -> Iterator[tuple[Received, Project]]:
    """Yield what was read, and a copy of the project's agreements in which it can be tried."""
    with workshop(project.build) as work:
        report(READING, 0, 1)
        received = receive(request.files, work, ocr=request.ocr)
        report(READING, 1, 1)
        yield received, project.copied(work / "project")


def _check_slug(slug: str) -> None:
    if fault := slug_fault(slug):
        example = ", as in keepers-2024" if fault == NO_ADDRESS else ""
        raise ContractSiteError(f"slug '{slug}' {fault}{example}")


def _earlier(project: Project, folders: dict[str, Path], request: Request) -> tuple[Editorial, Edition] | None:
    """What editors decided about the earlier edition, and its tree."""
    if not request.edition_of:
        return None
    folder = folders[request.edition_of]
    return load_editorial(folder, project.shown(folder)), load_folder(folder, project.shown(folder))


def _named_beside(folder: Path) -> str:
    """The name of the file that says what the edition in a new folder is: as the folder above holds an agreement's, or all."""
    return EDITION if (folder.parent / AGREEMENT).exists() else AGREEMENT


def _write_folder(
    folder: Path, shown: str, received: Received, slug: str, earlier: tuple[Editorial, Edition] | None, name: str
) -> ToRead:
    """Write the folder of a new agreement, its settings as a file of this ``name``; return what there is to look at in it."""
    folder.mkdir(parents=True)
    source = write_received(received, folder)
    write(folder / name, unknown_settings(slug, source))
    edition = load_folder(folder, shown)
    entries = first_entries(edition, slug, earlier[0].agreement if earlier else None)
    settings, left = first_settings(entries, edition, source, ""), list[str]()
    write(folder / name, settings)
    # Twice, because some anchors are there only with what was decided about labels.
    for _ in range(2 if earlier else 0):
        taken = take_over(*earlier, edition) if earlier else TakenOver()
        settings = first_settings(entries, edition, source, taken.settings)
        write(folder / name, settings)
        left = [*_left(shown, taken), *_keep_what_fits(folder, shown, taken)]
        edition = load_folder(folder, shown)
    tables = () if (folder / TABLES).exists() else _keep_tables(folder, shown, tables_of(edition))
    edition = load_folder(folder, shown)
    doubtful = 0 if edition.settings.part else _write_outline(folder, edition)
    return ToRead(shown, settings, entries, edition, len(tables), doubtful, tuple(left))


def _left(shown: str, taken: TakenOver) -> Iterator[str]:
    for file, count in taken.left.items():
        yield f"{shown}/{file}:1: entries of {taken.of} left out: {count}; their words do not stand here, or stand twice"


def _keep_what_fits(folder: Path, shown: str, taken: TakenOver) -> Iterator[str]:
    """Write the files that were taken over, each if the agreement can be read with it; yield a line for each that cannot."""
    for file, text in taken.files.items():
        write(folder / file, text)
        try:
            load_folder(folder, shown)
        except SettingsError as error:
            (folder / file).unlink()
            yield f"{shown}/{file}:1: not taken over from {taken.of}: {error}"


def _keep_tables(folder: Path, shown: str, tables: Sequence[HandTable]) -> Sequence[HandTable]:
    """Write the tables that hold exactly the words of their lines and stand in one part; return them."""
    while tables:
        write(folder / TABLES, TABLES_HEAD + "\n".join(toml_entry("table", table) for table in tables))
        try:
            load_folder(folder, shown)
        except SettingsError as error:
            wrong = TABLE_PLACE.search(str(error))
            tables = [table for table in tables if wrong and table.first != int(wrong[1])]
            continue
        return tables
    (folder / TABLES).unlink(missing_ok=True)
    return ()


def _write_outline(folder: Path, edition: Edition) -> int:
    """Write the rows of the outline that are in doubt, as comments; return how many there are."""
    rows = doubtful_rows(edition)
    if rows:
        write(folder / OUTLINE, OUTLINE_HEAD + "".join(f"# {outline_row(edition.outline[n])}\n" for n in rows))
    return len(rows)


def _comparison(scratch: Project, request: Request, earlier: tuple[Editorial, Edition] | None) -> list[Path]:
    """Write the folder that compares an edition with the earlier one, with the rows that the program proposes."""
    if earlier is None:
        return []
    folder = scratch.agreements / COMPARISONS / f"{request.edition_of}--{request.slug}"
    sides = f"before = {toml_value(request.edition_of)}\nafter = {toml_value(request.slug)}\n"
    write(folder / COMPARISON, sides)
    for _ in pipeline.record_lineage(scratch):
        pass
    return [folder]


def _proposals(shown: str, target: Path, fresh: Path) -> Iterator[str]:
    """Yield what a fresh run would write otherwise than what stands in an agreement's folder; nothing is written.

    Raises ContractSiteError if the agreement there was made from another file.
    """
    if _received_in(target) != _received_in(fresh):
        raise ContractSiteError(
            f"{shown}:1: is there already, made from another file; nothing was added or changed. --update (UPDATE=1) takes this"
            " file in the place of its own, and your entries with it; another agreement needs another --slug (SLUG)"
        )
    changed = told = False
    for path in sorted(fresh.iterdir()):
        old, new = (target / path.name).read_bytes() if (target / path.name).exists() else b"", path.read_bytes()
        if old == new:
            continue
        changed = True
        if path.name.startswith("source"):
            if told:
                continue
            told = True
            taken = "--update (UPDATE=1) takes what is read now, and your entries with it"
            yield f"{shown}/{path.name}: was read otherwise from the same file; {taken}"
            continue
        yield f"{shown}/{path.name}: yours stays as it is; a fresh run would write:"
        rows = difflib.unified_diff(old.decode(errors="replace").splitlines(), new.decode().splitlines(), n=0, lineterm="")
        yield from (f"  {row}" for row in rows if not row.startswith(("---", "+++", "@@")))
    if not changed:
        yield f"{shown}: is there already, and as a fresh run would write it"
    else:
        yield "nothing is changed"


def _received_in(folder: Path) -> list[bytes]:
    """The files of an agreement as somebody received them, in their order."""
    settings = settings_file(folder)
    return [(folder / file).read_bytes() for file in load_agreement(settings, settings.as_posix()).source.files]
