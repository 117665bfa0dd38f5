"""One edition, read and parsed: from its folder as editors keep it, or from any files without one."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from contract_site.build.remembered import Remembered
from contract_site.editors.family import load_family
from contract_site.editors.folders import agreements_above, settings_file
from contract_site.editors.settings import line_of, load_editorial
from contract_site.interface.formats import is_language
from contract_site.model.document import AppliedCorrection, Edition
from contract_site.model.edition_settings import AgreementSettings, SourceSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import SettingsError
from contract_site.model.source import Line
from contract_site.parse.edition import parse_edition, parse_outlined
from contract_site.parse.memoranda import slug as slug_of
from contract_site.read.columns import read_columns
from contract_site.read.extract import Extracted
from contract_site.read.file import read_file
from contract_site.read.folder import files_of, read_files
from contract_site.read.kept import read_kept
from contract_site.read.text import check_sha256, locate_corrections, split_lines


def load_folder(path: Path, shown: str) -> Edition:
    """Read and parse one agreement's folder; findings call it ``shown``. Raises ContractSiteError."""
    editorial = load_decisions(path, shown)
    return parse_extracted(read_folder(path, editorial), editorial)


def load_decisions(path: Path, shown: str) -> Editorial:
    """Read what editors decided about the edition in a folder, with the words of its field. Raises SettingsError."""
    editorial = load_editorial(path, shown)
    _check_language(path, editorial)
    family = load_family(agreements_above(path), editorial.agreement.family, editorial.settings_file)
    return replace(editorial, family=family)


def _check_language(path: Path, editorial: Editorial) -> None:
    """Raise SettingsError for the code of a language that there is not: screen readers would read the words as none."""
    language = editorial.agreement.language
    if language and not is_language(language):
        line = line_of(settings_file(path), "language", language)
        raise SettingsError(
            f"{editorial.settings_file}:{line}: there is no language '{language}'; write its code, as es, fr-CA or ru,"
            " or leave the key out for English"
        )


def read_folder(path: Path, editorial: Editorial) -> Extracted:
    """Read an agreement's text: the one kept beside its original, else the original. Raises ContractSiteError."""
    source = editorial.agreement.source
    if source.text:
        return read_kept(path, source, editorial.folder)
    if source.more:
        return read_files([path / file for file in source.files], editorial.file(source.file))
    return read_file(path / source.file, editorial.file(source.file))


@dataclass(frozen=True, slots=True)
class Corrected:
    """The lines of a source, corrected, and the corrections at their places."""

    lines: tuple[Line, ...]
    corrections: tuple[AppliedCorrection, ...]


def correct(extracted: Extracted, editorial: Editorial) -> Corrected:
    """Return the lines of what was read of a source, corrected as its editors' files say.

    Raises SettingsError if the source or what they correct is not what they expect.
    """
    if not editorial.agreement.source.text:
        check_sha256(extracted.source, editorial.agreement.source.sha256, editorial.settings_file)
    lines = editorial.lines.get("correction", ())
    corrections = locate_corrections(extracted.source, editorial.corrections, editorial.file("corrections.toml"), lines)
    return Corrected(split_lines(extracted.source, corrections), corrections)


def parse_extracted(extracted: Extracted, editorial: Editorial) -> Edition:
    """Parse what was read of one source as its editors' files say. Raises ContractSiteError."""
    with _uncollected():
        return parse_corrected(extracted, correct(extracted, editorial), editorial)


def parse_corrected(
    extracted: Extracted, corrected: Corrected, editorial: Editorial, remembered: Remembered | None = None
) -> Edition:
    """Parse the lines of one source, of which something may be ``remembered``, as its editors' files say.

    Raises ContractSiteError.
    """
    with _uncollected():
        return _parse_corrected(extracted, corrected, editorial, remembered or Remembered())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for nothing that nobody uses any more: a tree that grows drops little, and looking takes a fifth of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _parse_corrected(extracted: Extracted, corrected: Corrected, editorial: Editorial, remembered: Remembered) -> Edition:
    source, lines, corrections = extracted.source, corrected.lines, corrected.corrections
    if editorial.collation is None:
        # Without editors' parts the page numbers are set apart with the other furniture.
        marked = remembered.mark_pages(lines) if editorial.agreement.part else lines
        edition = parse_edition(source, marked, corrections, editorial, remembered.set_apart)
        return replace(edition, findings=tuple(sorted((*extracted.findings, *edition.findings))))
    slug = editorial.agreement.slug
    columns = read_columns(source, editorial.collation, corrections, slug, editorial.place_of)
    return parse_outlined(source, columns.lines, columns.explanations, columns.furniture, corrections, editorial)


def inspect_file(path: Path, settings: Path | None) -> Edition:
    """Parse any one file or folder, with or without a file that says what it is. Raises ContractSiteError."""
    return inspect_files([path], settings)


def inspect_files(paths: Sequence[Path], settings: Path | None) -> Edition:
    """Parse the files or the folder of one agreement, with or without a file that says what it is. Raises ContractSiteError."""
    first = paths[0]
    extracted = read_files(files_of(first, str(first)) if first.is_dir() else paths, str(first))
    if settings is not None:
        editorial = load_decisions(settings.parent, settings.parent.as_posix())
        return parse_extracted(extracted, editorial)
    plain = AgreementSettings(
        slug=slug_of(first.stem) or "agreement",
        title=first.stem,
        short=first.stem,
        parties=(),
        status="not stated",
        source=SourceSettings(file=first.name, sha256=""),
    )
    return parse_extracted(extracted, Editorial(agreement=plain, folder=first.parent.as_posix()))
