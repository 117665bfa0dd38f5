"""Read an agreement that comes as several files: one after the other, each on sheets of its own.

The order is the one that a YAML file of the folder gives (``_quarto.yml``, ``mkdocs.yml`` and the like list their chapters);
files that none names are left out, and without such a list all are read in the order of their names, 2 before 10. What a
file's name counts (``article5.md``) is the number of its first heading, if that prints none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from contract_site.model.finding import Finding, SourceError
from contract_site.model.source import Look, Pointer, SourceText
from contract_site.read.extract import Extracted
from contract_site.read.file import read_file
from contract_site.read.kept import sha256_of

KINDS = frozenset({".txt", ".md", ".markdown", ".qmd", ".html", ".htm", ".xhtml", ".docx", ".pdf"})
MOST_FILES = 1_000
JOINED = "joined"
"""Who took the text out of several files that are text themselves."""
CHAPTER = re.compile(r"^[ \t]*-[ \t]+(?:[^:#\n]{0,80}:[ \t]+)?[\"']?(?P<path>[\w ./-]+\.\w{2,5})[\"']?[ \t]*$", re.MULTILINE)
COUNTED = re.compile(r"(?P<word>[A-Za-z]{3,12})[-_ ]?0*(?P<count>\d{1,3})$")
FIGURE = re.compile(r"\d+")


def files_of(folder: Path, name: str) -> tuple[Path, ...]:
    """Return the folder's files in the order of reading. Raises SourceError, calling it ``name``, if it has none."""
    listed = _listed(folder)
    files = listed or tuple(sorted((path for path in folder.rglob("*") if path.suffix.lower() in KINDS), key=_natural))
    if not files:
        raise SourceError(f"{name}:1: no agreement's file in this folder; give one of {', '.join(sorted(KINDS))}")
    if len(files) > MOST_FILES:
        raise SourceError(f"{name}:1: {len(files)} files in this folder; give the folder of one agreement")
    return files


def read_files(paths: Sequence[Path], name: str) -> Extracted:
    """Read several files as one text; findings name each file. Raises SourceError as reading one file does."""
    parts = [(path, read_file(path)) for path in paths]
    if len(parts) == 1:
        return parts[0][1]
    text, looks, pointers, findings = "", list[Look](), list[Pointer](), list[Finding]()
    begins: list[int] = []
    for path, part in parts:
        sheet, at = (looks[-1].sheet if looks else 0), len(text) + bool(text)
        fresh = part.source.text.rstrip("\r\n\f") + "\n"
        text += ("\f" if text else "") + fresh
        looks += [replace(look, sheet=look.sheet + sheet) for look in _named(path, fresh, part.source)]
        pointers += [Pointer(each.start + at, each.end + at, each.to + at) for each in part.source.pointers]
        findings += part.findings
        begins.append(at)
    pointers = sorted([*pointers, *_across(parts, begins)], key=lambda each: each.start)
    digest = sha256_of([part.source.sha256 for _, part in parts])
    by = ", ".join(dict.fromkeys(part.by for _, part in parts if part.by)) or JOINED
    return Extracted(SourceText(name, text, digest, tuple(looks), tuple(pointers)), tuple(findings), by)


def _across(parts: Sequence[tuple[Path, Extracted]], begins: Sequence[int]) -> Iterator[Pointer]:
    """Yield the references from one file to a place of another; ``begins`` is where each begins. A name of two is none."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for (path, part), begin in zip(parts, begins, strict=True):
        places[path.name].append(begin)
        for name, place in part.called.places.items():
            places[name if name.startswith("@") else f"{path.name}{name}"].append(begin + place)
    for (_, part), begin in zip(parts, begins, strict=True):
        for start, end, name in part.called.asked:
            if len(found := places.get(name, [])) == 1:
                yield Pointer(begin + start, begin + end, found[0])


def _listed(folder: Path) -> tuple[Path, ...]:
    for settings in sorted((*folder.glob("*.yml"), *folder.glob("*.yaml"))):
        named = [folder / found["path"] for found in CHAPTER.finditer(settings.read_text(encoding="utf-8", errors="replace"))]
        files = tuple(dict.fromkeys(path for path in named if path.suffix.lower() in KINDS and path.is_file()))
        if len(files) > 1:
            return files
    return ()


def _natural(path: Path) -> tuple[list[int], str]:
    return [int(figure) for figure in FIGURE.findall(path.stem)], path.as_posix()


def _named(path: Path, text: str, source: SourceText) -> list[Look]:
    """The looks of a file's lines; its first heading takes the number that the file's name counts."""
    lines = text.split("\n")[:-1]
    looks = list(source.looks) or [Look(indent=float(len(line) - len(line.lstrip()))) for line in lines]
    counted = COUNTED.fullmatch(path.stem)
    first = next((index for index, look in enumerate(looks) if look.heading and not look.apart), None)
    if counted is not None and first is not None and not looks[first].number and not FIGURE.search(lines[first]):
        looks[first] = replace(looks[first], number=f"{counted['word'].capitalize()} {counted['count']}")
    return looks[: len(lines)]
