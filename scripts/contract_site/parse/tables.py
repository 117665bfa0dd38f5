"""Put the tables that editors set out by hand in the place of their lines, and prove that no word was lost or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from contract_site.model.document import Furniture, Table
from contract_site.model.editorial import Editorial, HandTable
from contract_site.model.finding import SettingsError
from contract_site.model.source import Line, Piece, SourceSpan, SourceText, Words, merge_spans
from contract_site.parse.draft import TableLines
from contract_site.parse.labels import printed_label


def place_tables(
    lines: Sequence[Line], editorial: Editorial, source: SourceText
) -> tuple[tuple[Line | TableLines, ...], tuple[Furniture, ...]]:
    """Return the lines with each table in the place of its lines, and what editors left out of the tables.

    Raises SettingsError if a table's lines are not where it says, rows differ in length, or its characters are not
    those of its lines.
    """
    tables = sorted(editorial.tables, key=lambda table: table.first)
    placed: list[Line | TableLines] = []
    furniture: list[Furniture] = []
    position = 0
    for table in tables:
        first = next((i for i in range(position, len(lines)) if lines[i].number >= table.first), len(lines))
        last = next((i for i in range(first, len(lines)) if lines[i].number > table.last), len(lines))
        found = tuple(lines[first:last])
        _check(table, found, editorial.place_of(table), source)
        kept, left_out = _leave_out(table, found)
        placed += [*lines[position:first], TableLines(_table(table), kept)]
        furniture += left_out
        position = last
    return (*placed, *lines[position:]), tuple(furniture)


def set_out(table: HandTable, lines: Sequence[Line], path: str, source: SourceText) -> Table:
    """Return the table that stands in the place of the lines. Raises SettingsError if it does not hold exactly their words."""
    _check(table, lines, path, source)
    return _table(table)


def _table(table: HandTable) -> Table:
    return Table(
        name=table.name,
        id=table.id,
        title=table.title,
        summary=table.summary,
        spanner=table.spanner,
        columns=table.columns,
        rows=table.rows,
        notes=table.notes,
        lists=table.lists,
    )


def _check(table: HandTable, lines: Sequence[Line], path: str, source: SourceText) -> None:
    place = f"line {table.first}" if table.at is None else f"offset {table.at}"
    wrong = f"{path}: table at {place} of {source.name}"
    if not lines or not lines[0].text.startswith(table.opens):
        raise SettingsError(f"{wrong}: its lines do not begin with '{table.opens}'; correct first, last or opens")
    if any(len(row) != len(table.columns) for row in table.rows):
        raise SettingsError(f"{wrong}: every row needs {len(table.columns)} cells, one for each column")
    printed = Counter(_characters(line.text for line in lines))
    label = printed_label(table.opens) if table.at is None else ""
    shown = Counter(_characters((label, *_words(table))))
    if printed != shown:
        lost, added = "".join((printed - shown).elements()), "".join((shown - printed).elements())
        raise SettingsError(f"{wrong}: characters lost: '{lost}', added: '{added}'; a table holds exactly its lines' words")


def _words(table: HandTable) -> Iterator[str]:
    yield from (table.name, table.title, table.spanner, *table.columns, *table.notes)
    for row in table.rows:
        yield from row
    yield from (left.raw for left in table.left_out)


def _characters(texts: Sequence[str] | Iterator[str]) -> Iterator[str]:
    return (character for text in texts for character in text if not character.isspace())


def _leave_out(table: HandTable, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Take the words that editors left out of the table's lines, as furniture with their reason."""
    taken: set[int] = set()
    furniture: list[Furniture] = []
    for left in table.left_out:
        spans = _find(left.raw, lines, taken)
        taken |= {offset for span in spans for offset in range(span.start, span.end)}
        furniture += [Furniture(span, left.reason) for span in spans]
    if not taken:
        return lines, ()
    return tuple(line.with_words(_without(line.words, taken)) for line in lines), tuple(furniture)


def _find(raw: str, lines: Sequence[Line], taken: set[int]) -> tuple[SourceSpan, ...]:
    """Find the characters of ``raw``: as they stand together if they do, else singly, loose ones first."""
    shown = [(character, offset) for line in lines for character, offset in _shown(line.words) if offset not in taken]
    wanted = [character for character in raw if not character.isspace()]
    letters = "".join(character for character, _ in shown)
    together = letters.find("".join(wanted))
    if len(wanted) > 1 and together >= 0 and len(set(wanted)) > 1:
        chosen = [offset for _, offset in shown[together : together + len(wanted)]]
    else:
        loose = sorted(_looseness(lines), key=lambda item: (item[1], item[0]))
        need = Counter(wanted)
        chosen = []
        for offset, _, character in loose:
            if need[character] and offset not in taken:
                need[character] -= 1
                chosen.append(offset)
    return merge_spans(SourceSpan(offset, offset + 1) for offset in chosen)


def _looseness(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Yield (offset, rank, character): leaders first, then marks between spaces, then before a space, then the rest."""
    for line in lines:
        text = line.text
        shown = dict(_columns(line.words))
        leaders = {column for match in re.finditer(r"([.\-_·])\1{2,}", text) for column in range(*match.span())}
        for column, character in enumerate(text):
            if character.isspace() or column not in shown:
                continue
            around = (text[column - 1 : column] or " ") + (text[column + 1 : column + 2] or " ")
            rank = 0 if column in leaders else 1 if around.isspace() else 2 if around[1] == " " else 3
            yield shown[column], rank, character


def _columns(words: Words) -> Iterator[tuple[int, int]]:
    column = 0
    for piece in words.pieces:
        for index in range(len(piece.text)):
            if piece.plain:
                yield column + index, piece.start + index
        column += len(piece.text)


def _shown(words: Words) -> Iterator[tuple[str, int]]:
    text = words.text
    return ((text[column], offset) for column, offset in _columns(words) if not text[column].isspace())


def _without(words: Words, taken: set[int]) -> Words:
    """Return the words with the taken offsets out of their pieces."""
    pieces: list[Piece] = []
    for piece in words.pieces:
        if piece.page is not None or not any(offset in taken for offset in range(piece.start, piece.end)):
            pieces.append(piece)
            continue
        kept = [i for i in range(len(piece.text)) if piece.start + i not in taken]
        pieces += [piece.cut(i, i + 1) for i in kept]
    return Words(tuple(pieces))
