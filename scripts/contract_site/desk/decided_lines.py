"""What a decision is about: lines of a reading and the files as they are; and how one row or entry for a line is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from contract_site.desk import entries
from contract_site.desk.folder import OUTLINE, STRUCTURE, Texts
from contract_site.desk.leaves import Reading, ReadLine
from contract_site.model.outline import ChosenRow, KeptRow, words_at

Kind = Literal["heading", "part", "up", "down", "join", "split", "text", "furniture", "table", "correct"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OPENING = 40
"""Characters of a line that an entry of ``structure.toml`` repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about the line that begins at an offset of the source, or the lines from there to another."""

    kind: Kind
    at: int
    until: int
    """The offset at which the last of its lines begins."""
    raw: str = ""
    """For a correction: the characters as received."""
    text: str = ""
    """For a correction: the right reading. For a table: its rows, cells parted by bars, the headings of columns first."""
    reason: str = ""
    """For a correction and for furniture: why."""


@dataclass(frozen=True, slots=True)
class DecidedLines:
    """What a decision is about: the lines, first and last included, and the files as they are."""

    decision: Decision
    reading: Reading
    files: Texts
    lines: tuple[ReadLine, ...]

    @property
    def line(self) -> ReadLine:
        """The first of the lines."""
        return self.lines[0]

    @property
    def learned(self) -> bool:
        """Whether the outline of the source is learned, so that rows of ``outline.tsv`` count."""
        settings = self.reading.edition.settings
        return not settings.part and settings.columns is None


def role_of(line: ReadLine) -> str:
    """Return what a line became; nothing if it became nothing."""
    return line.held.role if line.held else ""


def heads(line: ReadLine) -> bool:
    """Say whether a label or heading stands at a line."""
    return role_of(line) in ("label", "heading")


def depth_of(line: ReadLine) -> int:
    """Return how deep below its part a line's provision stands; -1 for a part's own and for furniture."""
    return line.held.depth if line.held else -1


# What is written -----------------------------------------------------------------------------------------------------


def with_row(about: DecidedLines, line: ReadLine, kind: str, depth: int, why: str = "") -> Texts:
    """The files with a row for a line, and without what else says something of its label."""
    files = without_choice(about.files, line)
    row = KeptRow(line=line.number, depth=depth, kind=kind, why=why, opens=words_at(line.text), place="")
    return {**files, OUTLINE: entries.with_row(files.get(OUTLINE), row)}


def chosen_row(about: DecidedLines) -> ChosenRow | None:
    """The row of the outline that was found for the line."""
    rows = (row for row in about.reading.edition.outline if row.line == about.line.number)
    return next((row for row in rows if about.line.text.startswith(row.opens)), None)


def without_row(about: DecidedLines) -> str | None:
    """Return the text of ``outline.tsv`` without the row for the line; None without the file."""
    return entries.without_row(about.files.get(OUTLINE), about.line.number, about.line.text)


def with_choice(about: DecidedLines, **decided: object) -> Texts:
    """The files with an entry of ``structure.toml`` for the line; one that is there takes in what is new."""
    line, text = about.line, about.files.get(STRUCTURE)
    number = _choice_number(text, line)
    if number is not None and text is not None:
        return {**about.files, STRUCTURE: entries.with_changed(text, "paragraph", number, decided)}
    place: dict[str, object] = {"at": line.at} if line.inner else {"line": line.number}
    opens = about.reading.edition.source.text[line.at : line.at + OPENING] if line.inner else line.text
    return {
        **about.files, STRUCTURE: entries.with_entry(text, "paragraph", {**place, "opens": opening_of(opens), **decided}),
    }  # fmt: skip


def opening_of(text: str) -> str:
    """Return the first words of a line as an entry repeats them."""
    words = words_at(text)
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] or words[:OPENING]


def _choice_number(text: str | None, line: ReadLine) -> int | None:
    """The place of the line's entry among those of ``structure.toml``."""
    found = enumerate(entries.entries_of(text, "paragraph"))
    here = (
        number for number, each in found if each.get("at") == line.at or (not line.inner and each.get("line") == line.number)
    )
    return next(here, None)


def without_choice(files: Texts, line: ReadLine) -> Texts:
    """The files without the entry of ``structure.toml`` that says whether a line is a label, or for whom it is."""
    text = files.get(STRUCTURE)
    number = _choice_number(text, line)
    if number is None or text is None:
        return files
    return {**files, STRUCTURE: entries.without_entry(text, "paragraph", number)}
