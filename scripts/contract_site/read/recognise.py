"""Have a scan read by a program that recognises letters in pictures, where one is installed: ocrmypdf, else tesseract.

Neither is part of this project nor a package of Python, so nothing is installed for them; who has scans installs one once, with
the data of the scans' language (``apt install tesseract-ocr-fra``). What is made is a copy of the PDF with words behind the
pictures. The scan stays the source; the copy is thrown away. Pages that have words already keep them: ocrmypdf passes over
them, and to tesseract, which knows pictures only, they are not given.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from contract_site.model.finding import SourceError
from contract_site.read.fence import run_fenced
from contract_site.read.text import read_bytes

LANGUAGES = ("eng", "fra", "spa", "por", "ita", "deu", "nld", "rus")
"""The languages in which a scan may be, as tesseract calls them: those of them for which it has data here are given to it."""
MOST_SECONDS = 3_600
"""A book of four hundred pages takes about a quarter of this."""


def recognise(path: Path, copy: Path, name: str) -> str:
    """Write a copy of the scan at ``path`` with its words to ``copy``, and return which program read it, with its version.

    Raises SourceError, calling the scan ``name``, if no program is installed or it cannot read it.
    """
    if version := _version("ocrmypdf"):
        _run(name, copy, "ocrmypdf", *_languages(), "--skip-text", "--output-type", "pdf", "--", str(path), str(copy))
        return f"ocrmypdf {version}"
    if version := _version("tesseract"):
        _by_tesseract(read_bytes(path, name), copy, name)
        return f"tesseract {version}"
    raise SourceError(
        f"{name}:1: --ocr needs a program that recognises letters, and none is installed here; install ocrmypdf or tesseract "
        "(for example: apt install ocrmypdf), or get the agreement as a PDF that holds words"
    )


def _by_tesseract(data: bytes, copy: Path, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pictures = dict(_pictures(data, name, Path(folder)))
        if not pictures:
            copy.write_bytes(data)
            return
        listed = Path(folder) / "pictures.txt"
        listed.write_text("".join(f"{picture}\n" for picture in pictures.values()), encoding="utf-8")
        read = Path(folder) / "read.pdf"
        _run(name, read, "tesseract", str(listed), str(read.with_suffix("")), *_languages(), "pdf")
        whole = _fenced(name, data + read.read_bytes(), "joined", str(len(data)), *map(str, pictures))
        if not whole:
            raise SourceError(f"{name}:1: what tesseract read cannot be put together again; try ocrmypdf")
        copy.write_bytes(whole)


def _pictures(data: bytes, name: str, folder: Path) -> Iterator[tuple[int, Path]]:
    """Draw the pages that hold no words, each to a file; yield their numbers, from 0, with the files."""
    sheets = _fenced(name, data, "sheets").decode()
    if not sheets:
        raise SourceError(f"{name}:1: the PDF cannot be read: it is locked or damaged; get a whole copy of it")
    for number in range(int(sheets)):
        if drawn := _fenced(name, data, "picture", str(number)):
            picture = folder / f"{number}.png"
            picture.write_bytes(drawn)
            yield number, picture


def _fenced(name: str, data: bytes, *arguments: str) -> bytes:
    """What is done with a scan, behind the fence: a page may come from anywhere and be made to harm, as a whole file may."""
    return run_fenced("contract_site.read.fenced_scan", arguments, data, name)


def _run(name: str, made: Path, program: str, *arguments: str) -> None:
    """Run a program that has to make a file. Raises SourceError if it does not."""
    try:
        result = _outcome(program, *arguments)
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}:1: {program} did not end within an hour; give it fewer pages") from None
    if result.returncode or not made.is_file():
        why = (result.stderr.strip().splitlines() or [f"status {result.returncode}"])[-1]
        raise SourceError(f"{name}:1: {program} could not read the scan: {why}")


def _version(program: str) -> str:
    """The version that a program prints, the last word of the first line; ``?`` if none, nothing if it is not installed."""
    try:
        said = _outcome(program, "--version")
    except OSError:
        return ""
    lines = (said.stdout or said.stderr).splitlines()
    return (lines[0].split() if lines and lines[0] else ["?"])[-1]


def _languages() -> tuple[str, ...]:
    """The option that names the languages, of those for which tesseract, which ocrmypdf runs too, has data here."""
    try:
        listed = _outcome("tesseract", "--list-langs").stdout.split()
    except OSError:
        return ()
    known = [language for language in LANGUAGES if language in listed]
    return ("-l", "+".join(known)) if known else ()


def _outcome(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, errors="replace", check=False, timeout=MOST_SECONDS
    )
