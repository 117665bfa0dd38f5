"""Take new files for an agreement that is there: its text changes, and what editors decided goes with its words.

Of a source printed in columns everything stands at offsets, and several editions may share it: the files of all of them are
brought to the new text together.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from contract_site.build import pipeline
from contract_site.build.adding import Request, tried
from contract_site.build.editions import load_folder, read_folder
from contract_site.build.moving_lines import ENTRIES, MovedEntries, bring_over, changed_lines, places_of
from contract_site.build.moving_offsets import MovedOffsets, move_entries, move_rows
from contract_site.build.project import Project
from contract_site.build.reading_list import updated_lines
from contract_site.build.received import DESCRIBED, write_received
from contract_site.editors.folders import settings_file
from contract_site.editors.ledger import PUBLISHED
from contract_site.editors.rows import read_text
from contract_site.editors.settings import load_editorial
from contract_site.editors.written import toml_entry
from contract_site.model.edition_settings import SourceSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import ContractSiteError
from contract_site.model.ledger import LedgerChange
from contract_site.read.text import read_bytes
from contract_site.shelf.making import Report
from contract_site.site.folder import swap_in, write

TABLE = re.compile(r"^\[", re.MULTILINE)
SHA256 = re.compile(r"(?m)^(?P<key>\s*sha256\s*=\s*\")[0-9a-f]{64}(?=\")")


def update(project: Project, request: Request, report: Report = pipeline.unreported) -> Iterator[str]:
    """Take new files for an agreement that is there: its text and their hashes change, what editors wrote goes with its lines.

    Yields what became of that, and what to do next. Raises ContractSiteError, changing nothing, if a part that editors named
    does not stand in the new text, or a published address would go.
    """
    folders = project.by_slug
    pipeline.check_slugs([request.slug], folders)
    target = folders[request.slug]
    shown = project.shown(target)
    editorial = load_editorial(target, shown)
    before = editorial.agreement.source
    if before.layout == "columns":
        yield from _update_columns(project, request, report, editorial)
        return
    if any("/" in file for file in before.files):
        raise ContractSiteError(
            f"{editorial.settings_file}:1: its source is shared with another agreement; change both by hand"
        )
    old = read_folder(target, editorial).source.text
    with tried(project, request, report) as (received, scratch):
        new = received.extracted.source.text
        folder = scratch.root / shown
        for file in filter(None, (*before.files, before.text, before.lines)):
            (folder / file).unlink(missing_ok=True)
        source = write_received(received, folder)
        description = source.description if DESCRIBED.fullmatch(before.description) else before.description
        source = replace(source, description=description, layout=before.layout)
        settings = settings_file(folder)
        write(settings, _with_source(read_text(settings, editorial.settings_file), source))
        places = places_of(old, new)
        by_line = old != new and before.layout == "lines"
        moved = tuple(bring_over(folder, settings.name, places)) if by_line else ()
        load_folder(folder, shown)
        changes, _ = pipeline.record_addresses(scratch, report)
        if not (target / PUBLISHED).exists():
            (folder / PUBLISHED).unlink()
        swap_in(folder, target, project.build)
    yield from updated_lines(shown, moved, changed_lines(old, new, places))
    yield _next(request.slug, changes if (target / PUBLISHED).exists() else {})


def _update_columns(project: Project, request: Request, report: Report, editorial: Editorial) -> Iterator[str]:
    """Take another text for a source printed in columns, and for all editions that are read from it."""
    source = _source_of(editorial)
    sharing = {folder: each for folder in project.folders if _source_of(each := _editorial(project, folder)) == source}
    held = (project.root / source).parent
    if held not in sharing or editorial.agreement.source.more:
        raise ContractSiteError(f"{editorial.settings_file}:1: its source lies in no edition's folder; change it by hand")
    old = read_folder(project.root / editorial.folder, editorial).source.text
    with tried(project, request, report) as (received, scratch):
        if received.extracted.by or len(received.paths) > 1:
            raise ContractSiteError(f"{received.paths[0]}:1: a source printed in columns is one text; give that")
        new = received.extracted.source.text
        (scratch.root / source).write_bytes(read_bytes(received.paths[0], str(received.paths[0])))
        offsets, done = MovedOffsets(old, new), set[str]()
        moved = {each.folder: tuple(_moved(scratch, each, offsets, done)) for each in sharing.values()}
        changes, _ = pipeline.record_addresses(scratch, report)
        for folder in sharing:
            if not (folder / PUBLISHED).exists():
                (scratch.root / project.shown(folder) / PUBLISHED).unlink()
            swap_in(scratch.root / project.shown(folder), folder, project.build)
    changed = changed_lines(old, new, places_of(old, new))
    for shown, entries in moved.items():
        yield from updated_lines(shown, entries, changed)
    yield _next(request.slug, changes if (project.root / editorial.folder / PUBLISHED).exists() else {})


def _editorial(project: Project, folder: Path) -> Editorial:
    return load_editorial(folder, project.shown(folder))


def _source_of(editorial: Editorial) -> str:
    """The path of an edition's source in the project."""
    return editorial.file(editorial.agreement.source.file)


def _moved(scratch: Project, editorial: Editorial, offsets: MovedOffsets, done: set[str]) -> Iterator[MovedEntries]:
    """Bring the files of one edition to the new text, but for those that are ``done``; yield what became of each."""
    settings, columns = scratch.root / editorial.settings_file, editorial.agreement.columns
    fresh = hashlib.sha256((scratch.root / _source_of(editorial)).read_bytes()).hexdigest()
    write(settings, SHA256.sub(rf"\g<key>{fresh}", read_text(settings, editorial.settings_file), count=1))
    rows = {columns.file: (0, 1), columns.outline: (0,), columns.explanations: (0,)} if columns else {}
    for file, fields in rows.items():
        shown = editorial.file(file)
        if file and shown not in done:
            done.add(shown)
            yield from move_rows(scratch.root / shown, shown, fields, offsets)
    for file in ENTRIES:
        shown = editorial.file(file)
        if (scratch.root / shown).exists():
            yield from move_entries(scratch.root / shown, shown, offsets)


def _next(slug: str, changes: Mapping[str, LedgerChange]) -> str:
    """What to do next, with the addresses that are new."""
    fresh = len(changes[slug].added) if slug in changes else 0
    added = f"; {fresh} new addresses are recorded, commit {PUBLISHED} with the files" if fresh else ""
    return f"make check AGREEMENT={slug} names what to look at{added}"


def _with_source(settings: str, source: SourceSettings) -> str:
    """The settings with another ``[source]``, and all else as it was."""
    begin = settings.index("[source]")
    end = TABLE.search(settings, begin + 1)
    rest = settings[end.start() :] if end else ""
    kept = [row for row in settings[begin : end.start() if end else len(settings)].splitlines() if row.startswith("#")]
    rows = toml_entry("source", source).replace("[[source]]", "[source]")
    return settings[:begin] + rows + "".join(f"{row}\n" for row in kept) + ("\n" if rest else "") + rest
