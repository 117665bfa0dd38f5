"""The files of an agreement as somebody received them: read, and written into its folder with what was taken out of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from contract_site.model.edition_settings import SourceSettings
from contract_site.model.finding import SourceError
from contract_site.read.extract import Extracted
from contract_site.read.folder import files_of, read_files
from contract_site.read.kept import kept_lines, original_sha256
from contract_site.read.recognise import recognise
from contract_site.read.text import read_bytes

TEXT, LINES = "source.text.txt", "source.lines.tsv"
KINDS = {
    "pypdfium2": ("pdf", "PDF"), "lxml": ("docx", "Word file"), "beautifulsoup4": ("html", "web page"),
    "markdown-it-py": ("md", "Markdown file"),
}  # fmt: skip
"""The ending and the name of what each library reads; all else is text."""
PLAIN = ("txt", "text file")
DESCRIBED = re.compile(
    rf"\S.*, a (?:{'|'.join((*(kind for _, kind in KINDS.values()), PLAIN[1]))})(?: of \d+ pages)?\.|\d+ files, the first .+\."
)
"""A sentence on what came as a program writes it: of other files it is written anew."""


@dataclass(frozen=True, slots=True)
class Received:
    """The files, and what was taken out of them."""

    paths: tuple[Path, ...]
    extracted: Extracted
    recognised_by: str = ""
    """The program that recognised the letters of a scan, with its version."""


def receive(files: Sequence[Path], work: Path, *, ocr: bool) -> Received:
    """Read the files, or the folder, of one agreement; with ``ocr`` PDFs are read by a program that recognises letters first.

    ``work`` is a folder for its copies. Raises SourceError if one cannot be read.
    """
    first = files[0]
    paths = tuple(files_of(first, str(first)) if first.is_dir() else files)
    if not ocr:
        return Received(paths, read_files(paths, str(first)))
    made = [_recognised(path, work / f"recognised-{number}.pdf") for number, path in enumerate(paths)]
    extracted = read_files([copy for copy, _ in made], str(first))
    source = replace(extracted.source, sha256=original_sha256(paths, str(first)))
    return Received(paths, replace(extracted, source=source), ", ".join(dict.fromkeys(by for _, by in made if by)))


def _recognised(path: Path, copy: Path) -> tuple[Path, str]:
    """The file to read in the place of another, and by which program it was made."""
    return (copy, recognise(path, copy, str(path))) if path.suffix.lower() == ".pdf" else (path, "")


def write_received(received: Received, folder: Path) -> SourceSettings:
    """Write the files into a folder, byte for byte, and what was taken out of them beside; return what ``[source]`` says.

    Raises SourceError if a file changed since it was read.
    """
    extracted = received.extracted
    names = list(_names(received))
    for path, name in zip(received.paths, names, strict=True):
        (folder / name).write_bytes(read_bytes(path, str(path)))
    if original_sha256([folder / name for name in names], str(received.paths[0])) != extracted.source.sha256:
        raise SourceError(f"{received.paths[0]}:1: changed while it was read; try again")
    settings = SourceSettings(
        file=names[0], sha256=extracted.source.sha256, more=tuple(names[1:]), description=_description(received)
    )
    if not extracted.by:
        return settings
    rows = kept_lines(extracted, TEXT, names[0])
    (folder / TEXT).write_bytes(extracted.source.text.encode())
    (folder / LINES).write_bytes(rows.encode())
    return replace(
        settings, text=TEXT, text_sha256=_sha256(extracted.source.text), lines=LINES, lines_sha256=_sha256(rows),
        extracted_by=extracted.by, recognised_by=received.recognised_by,
    )  # fmt: skip


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _kind(received: Received) -> tuple[str, str]:
    by = received.extracted.by
    return next((kind for library, kind in KINDS.items() if library in by), PLAIN) if by.count(",") == 0 else PLAIN


def _names(received: Received) -> Iterator[str]:
    """The names of the files in the folder; of several each keeps the ending that it came with."""
    ending = _kind(received)[0]
    for number, path in enumerate(received.paths, 1):
        own = ending if len(received.paths) == 1 else path.suffix.lower().lstrip(".") or PLAIN[0]
        yield f"source.{own}" if number == 1 else f"source-{number:02}.{own}"


def _description(received: Received) -> str:
    """A sentence for readers on what came, and how it was read."""
    kind, looks = _kind(received)[1], received.extracted.source.looks
    sheets = looks[-1].sheet if looks and kind == "PDF" else 0
    many = f" of {sheets} pages" if sheets > 1 else ""
    if len(received.paths) > 1:
        return f"{len(received.paths)} files, the first {received.paths[0].name}."
    return f"{received.paths[0].name}, a {kind}{many}."
