"""The text taken out of a file, kept beside it: so that a later program cannot change a published edition unseen.

What a reader made of a PDF, a Word file or a page depends on the reader's version. So its text is written as a text file and
how its lines are set as rows of another; both are reviewed and committed, and a build reads them and never the original, of
which only the hash is looked at. A row begins with what it is: ``lines`` and their number; a line's number and how it is set,
where that is not the usual way (``sheet=`` holds from its line on); ``pointer``, ``finding``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from contract_site.model.edition_settings import SourceSettings
from contract_site.model.finding import Finding, SettingsError
from contract_site.model.source import Look, Pointer, SourceText
from contract_site.read.extract import Extracted
from contract_site.read.text import read_bytes

USUAL = Look()
KINDS = {each.name: type(getattr(USUAL, each.name)) for each in fields(Look)} | {"level": int}
"""The looks by name, and what each is: a number with or without a point, a switch, or words."""
HEAD = "# How the lines of {text} are set in {file}, where not in the usual way; read by {by}. Written by a program."
SIGNS = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"), ("\f", "\\f"))
"""What would divide a row or a field, and how it is written inside one."""


def kept_lines(extracted: Extracted, text: str, file: str) -> str:
    """Return the rows that say how the lines of ``text`` are set that was taken out of ``file``, and what its reader found."""
    source = extracted.source
    rows = [HEAD.format(text=text, file=file, by=extracted.by), f"lines\t{len(source.looks)}", *_look_rows(source.looks)]
    rows += [
        f"pointer\t{each.start}\t{each.end}\t{each.to}\t{_written(source.text[each.start : each.end])}"
        for each in source.pointers
    ]
    rows += [f"finding\t{each.line}\t{each.code}\t{_written(each.message)}" for each in extracted.findings]
    return "".join(f"{row}\n" for row in rows)


def read_kept(folder: Path, settings: SourceSettings, shown: str) -> Extracted:
    """Read the text that is kept beside an original below ``folder``, called ``shown``; the original is only hashed.

    Raises SettingsError or SourceError, naming the file, if the original, the text or the rows are not those of their hashes.
    """
    digest = original_sha256([folder / file for file in settings.files], f"{shown}/{settings.file}")
    _check(digest, settings.sha256, f"{shown}/{settings.file}")
    name = f"{shown}/{settings.text}"
    text = _checked(folder / settings.text, settings.text_sha256, name)
    source = SourceText(name, text, digest)
    if not settings.lines:
        return Extracted(source, by=settings.extracted_by)
    rows = _checked(folder / settings.lines, settings.lines_sha256, f"{shown}/{settings.lines}")
    return restored(rows, source, f"{shown}/{settings.lines}", settings.extracted_by)


def original_sha256(paths: Sequence[Path], name: str) -> str:
    """Return the hash of the files as received: of several, that of their hashes. Raises SourceError."""
    return sha256_of([hashlib.sha256(read_bytes(path, name if len(paths) == 1 else str(path))).hexdigest() for path in paths])


def sha256_of(hashes: Sequence[str]) -> str:
    """Return what stands for the hashes of an agreement's files: the only one, or the hash of them all."""
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def _check(digest: str, expected: str, name: str) -> None:
    if expected and digest != expected:
        raise SettingsError(
            f"{name}:1: SHA-256 is {digest}, but [source] expects {expected}; "
            "the file changed: restore it, or take the new one with add_agreement.py --update"
        )


def _checked(path: Path, expected: str, name: str) -> str:
    data = read_bytes(path, name)
    _check(hashlib.sha256(data).hexdigest(), expected, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise SettingsError(f"{name}:1: not UTF-8; restore the file, which a program wrote") from None


def _look_rows(looks: Sequence[Look]) -> Iterator[str]:
    sheet = USUAL.sheet
    for number, look in enumerate(looks, 1):
        set_so = [_field(key, getattr(look, key)) for key in KINDS if key != "sheet" and _differs(look, key)]
        if look.sheet != sheet:
            set_so.insert(0, f"sheet={look.sheet}")
        sheet = look.sheet
        if set_so:
            yield "\t".join((str(number), *set_so))


def _differs(look: Look, key: str) -> bool:
    return bool(getattr(look, key) != getattr(USUAL, key))


def _field(key: str, value: object) -> str:
    return key if value is True else f"{key}={_written(str(value))}"


@dataclass(slots=True)
class _Rows:
    """What the rows read so far say."""

    name: str
    """What findings call the text."""
    lines: int = 0
    changes: dict[int, dict[str, object]] = field(default_factory=dict)
    pointers: list[Pointer] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, row: str) -> None:
        """Read one row. Raises ValueError or KeyError if it is none."""
        match row.split("\t"):
            case ["lines", count]:
                self.lines = int(count)
            case ["pointer", start, end, to, _]:
                self.pointers.append(Pointer(int(start), int(end), int(to)))
            case ["finding", line, code, message]:
                self.findings.append(Finding(self.name, int(line), code, _meant(message)))
            case _:
                line, *set_so = row.split("\t")
                self.changes[int(line)] = dict(map(_read_field, set_so))


def restored(rows: str, source: SourceText, name: str, by: str) -> Extracted:
    """Give a text back its looks, its pointers and what its reader ``by`` found; messages call the rows ``name``.

    Raises SettingsError, naming the row, if one is none of this file's.
    """
    read = _Rows(source.name)
    for number, row in enumerate(rows.split("\n"), 1):
        if not row or row.startswith("#"):
            continue
        try:
            read.take(row)
        except (ValueError, KeyError):
            raise SettingsError(f"{name}:{number}: not a row of this file; restore it, which a program wrote") from None
    looks = tuple(_changed([USUAL] * read.lines, read.changes))
    return Extracted(replace(source, looks=looks, pointers=tuple(read.pointers)), tuple(read.findings), by)


def _changed(looks: Sequence[Look], changes: dict[int, dict[str, object]]) -> Iterator[Look]:
    sheet: object = USUAL.sheet
    for number, look in enumerate(looks, 1):
        set_so = changes.get(number, {})
        sheet = set_so.get("sheet", sheet)
        yield replace(look, **{**set_so, "sheet": sheet})  # type: ignore[arg-type]


def _read_field(written: str) -> tuple[str, object]:
    key, equals, value = written.partition("=")
    return key, True if not equals else KINDS[key](_meant(value))


def _written(words: str) -> str:
    for sign, instead in SIGNS:
        words = words.replace(sign, instead)
    return words


def _meant(words: str) -> str:
    signs = {instead[1]: sign for sign, instead in SIGNS}
    first, *rest = words.split("\\\\")
    # What stands between two written backslashes holds none that is meant as one.
    return "\\".join(_unescaped(part, signs) for part in (first, *rest))


def _unescaped(words: str, signs: dict[str, str]) -> str:
    first, *rest = words.split("\\")
    return first + "".join(signs[part[0]] + part[1:] for part in rest)
