"""Divide a source's lines into the parts that editors or rules see in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contract_site.model.document import Furniture
from contract_site.model.editorial import Editorial, PartSettings
from contract_site.model.finding import SettingsError
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse import headings


@dataclass(frozen=True, slots=True)
class PartLines:
    """A part and its lines, in printed order."""

    settings: PartSettings
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """One article or item: its heading, the line it stands on, the lines of its title and what follows."""

    found: headings.Heading | None
    lines: tuple[Line, ...]
    contents: tuple[Line, ...] = ()
    """Lines of a list of its sections that is printed below its heading."""


def split_parts(lines: Sequence[Line], editorial: Editorial, source: SourceText) -> tuple[PartLines, ...]:
    """Return the parts that ``agreement.toml`` names.

    Raises SettingsError if the words a part opens with are not found at its place, or places do not ascend.
    """
    named = editorial.agreement.part
    path = editorial.file("agreement.toml")
    starts = [_start(part, lines, source, path) for part in named]
    for part, before, start in zip(named[1:], starts, starts[1:], strict=False):
        if start <= before:
            raise SettingsError(f"{path}: part '{part.opens}' does not stand after the part before it; put parts in order")
    bounds = [*starts[1:], len(source.text) + 1]
    unclaimed = tuple(line for line in lines if _offset(line) < starts[0])
    found = [PartLines(PartSettings(opens="", kind="notes", id="front", title="Front matter"), unclaimed)] if unclaimed else []
    position = len(unclaimed)
    for part, bound in zip(named, bounds, strict=True):
        first = position
        while position < len(lines) and _offset(lines[position]) < bound:
            position += 1
        found.append(PartLines(part, tuple(lines[first:position])))
    return tuple(found)


def check_headings(part: PartLines, editorial: Editorial, source: SourceText) -> None:
    """Raise SettingsError if a part that ``agreement.toml`` calls articles or items has no heading of its kind."""
    word = {"articles": "Article", "items": "Item"}.get(part.settings.kind)
    if word is None or part.settings not in editorial.agreement.part:
        return
    if any(found.word == word for _, found in _division_starts(part.lines)):
        return
    named = part.settings
    place = f"line {named.line}" if named.at is None else f"offset {named.at}"
    raise SettingsError(
        f"{editorial.file('agreement.toml')}: part at {place}: kind is '{named.kind}', but no heading {word.upper()} n stands "
        f"below it in {source.name}; correct the kind, or the place at which the next part begins"
    )


def split_divisions(lines: Sequence[Line]) -> Iterator[Division]:
    """Yield the articles or items among the lines; lines before the first heading come without one."""
    starts = list(_division_starts(lines))
    if not starts:
        yield Division(None, tuple(lines))
        return
    if starts[0][0] > 0:
        yield Division(None, tuple(lines[: starts[0][0]]))
    for (first, found), (last, _) in zip(starts, [*starts[1:], (len(lines), None)], strict=False):
        yield Division(found, tuple(lines[first:last]))


def take_separators(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Take out the rows of three asterisks that stand between documents."""
    kept: list[Line] = []
    furniture: list[Furniture] = []
    for line in lines:
        if headings.SEPARATOR.match(line.text):
            furniture += [Furniture(span, "asterisks between documents") for span in line.words.spans]
            marks = Words(tuple(piece for piece in line.words.pieces if piece.page is not None))
            if marks.pieces:
                kept.append(line.with_words(marks))
        else:
            kept.append(line)
    return tuple(kept), tuple(furniture)


def as_furniture(lines: Iterable[Line], reason: str) -> tuple[Furniture, ...]:
    """Return the lines as furniture; page numbers among them count for themselves."""
    return tuple(Furniture(span, reason) for line in lines for span in line.words.spans)


def stands_at(words: str, line: Line, source: SourceText) -> bool:
    """Say whether the line begins with the words, as the source has them or as they were corrected."""
    return line.text.startswith(words) or source.text.startswith(words, line.words.start_of_text)


def _start(part: PartSettings, lines: Sequence[Line], source: SourceText, path: str) -> int:
    """The source offset at which a part begins."""
    if part.at is not None:
        start = part.at
        stands = source.text.startswith(part.opens, start)
    else:
        line = next((line for line in lines if line.number >= (part.line or 0)), None)
        start = _offset(line) if line is not None else -1
        stands = line is not None and line.number == part.line and stands_at(part.opens, line, source)
    if not stands:
        place = f"line {part.line}" if part.at is None else f"offset {part.at}"
        raise SettingsError(f"{path}: part at {place}: the words '{part.opens}' do not stand there in {source.name}")
    return start


def _offset(line: Line) -> int:
    """Where a line's words begin, page marks before them aside."""
    return line.words.start_of_text if line.text else line.words.start


def _division_starts(lines: Sequence[Line]) -> Iterator[tuple[int, headings.Heading]]:
    before: str | None = None
    word, ordinal = "", 0
    for index, line in enumerate(lines):
        found = headings.read_division(line.text)
        if found is not None and headings.may_be_heading(before):
            follows = found.ordinal == ordinal + 1 if ordinal else found.ordinal >= 1
            if follows and word in ("", found.word):
                yield index, found
                word, ordinal = found.word, found.ordinal
        before = line.text


def without_contents(division: Division) -> Division:
    """Set apart a list of sections printed below an article's heading: its numbers begin again with the body's.

    One agreement prints such a list, and it is out of step with its own body.
    """
    lines = division.lines
    sections = [(index, found) for index, line in enumerate(lines) if (found := headings.read_section(line.text))]
    firsts = [index for index, found in sections if found.ordinal == 1]
    if len(firsts) < 2 or sections[0][1].ordinal != 1:
        return division
    first, second = firsts[0], firsts[1]
    between = lines[first:second]
    listed = [found.ordinal for index, found in sections if first <= index < second]
    ascending = listed == list(range(1, len(listed) + 1)) and len(listed) > 1
    titles = all(headings.read_section(line.text) or _reads_as_title(line.text) for line in between)
    if not ascending or not titles or any(line.text.endswith(".") for line in between):
        return division
    marks = tuple(line.with_words(Words(line.words.marks_only)) for line in between if line.words.marks)
    return replace(division, lines=lines[:first] + marks + lines[second:], contents=between)


def _reads_as_title(text: str) -> bool:
    """Say whether the text is a title or the rest of one that wrapped: ``and Application``."""
    return headings.is_title(text[:1].upper() + text[1:])
