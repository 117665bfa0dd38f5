"""What a person decides about a line, as rows of editors' files: every way of writing it that may have the effect meant.

A decision can often be written in more than one way, and which one the parser follows only the parser knows. So each is
yielded, the likeliest first, and the first that has its effect (``took``) is kept. Nothing here touches a disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.desk import entries
from contract_site.desk.cells import rows_of
from contract_site.desk.decided_lines import (
    OPENING,
    DecidedLines,
    Decision,
    Kind,
    chosen_row,
    depth_of,
    heads,
    opening_of,
    role_of,
    with_choice,
    with_row,
    without_choice,
    without_row,
)
from contract_site.desk.folder import CORRECTIONS, OUTLINE, TABLES, RefusedError, Texts
from contract_site.desk.leaves import Reading, ReadLine
from contract_site.desk.review_points import review_points_of
from contract_site.model.edition_settings import PartSettings
from contract_site.model.outline import FURNITURE, HEADING, PARTS, PROVISION, TEXT, TITLE, ChosenRow
from contract_site.model.rank_words import beside_words

LABEL = re.compile(r"[(\[]?(?:\d|[^\W\d_]{1,5}[.):\]]|§)|(?:[^\W\d_]+\s+){1,2}(?:\d|[IVXLC]+\b)")
"""How a line begins that may begin with a label."""
BESIDE = re.compile("|".join(rf"{word}\b" for word in (*beside_words(), "letters?", "side", "memoranda")), re.IGNORECASE)
"""How the heading of a part begins that stands beside the articles, whatever its number."""
NOT_THE_TEXT = "not the parties’ text"
"""Why a line is furniture where nobody says it better."""


def ways(decision: Decision, reading: Reading, files: Texts) -> Iterator[Texts]:
    """Yield the changed files of each way in which a decision can be written, the likeliest first.

    Raises RefusedError, saying what to do instead, if there is none.
    """
    lines = tuple(
        line for leaf in reading.leaves for line in leaf.lines if decision.at <= line.at <= max(decision.at, decision.until)
    )
    if not lines or lines[0].at != decision.at:
        lines = _within(decision, reading)
    if reading.edition.settings.columns is not None and decision.kind != "correct":
        raise RefusedError("this source is printed in columns; decide in its columns.tsv and outline.tsv")
    about = DecidedLines(decision, reading, files, lines)
    if decision.kind != "table" and _is_so(decision, lines[0]):
        yield from _confirmed(about)
        raise RefusedError("it is so already; nothing was written")
    yield from WAYS[decision.kind](about)


def took(decision: Decision, before: Reading, after: Reading) -> bool:
    """Say whether a decision has its effect in the edition as it was parsed ``after`` it.

    One that only says what was found already has its effect if there is less to look at than before.
    """
    old, new = before.line_at(decision.at), after.line_at(decision.at)
    if decision.kind == "correct":
        return len(after.edition.corrections) > len(before.edition.corrections)
    if new is None or new.held is None or (old is None and decision.kind != "split"):
        return False
    so = EFFECTS[decision.kind](old or new, new)
    if decision.kind == "table" or old is None or not so:
        return so
    return not _is_so(decision, old) or bool({*review_points_of(before)} - {*review_points_of(after)})


def _is_so(decision: Decision, line: ReadLine) -> bool:
    """Say whether a line is already what a decision makes of it."""
    return decision.kind in EFFECTS and EFFECTS[decision.kind](line, line)


def _moved(old: ReadLine, new: ReadLine, levels: int) -> bool:
    """Say whether what begins at a line, which is still what it was, stands further in (1) or further out (-1)."""
    return heads(old) == heads(new) and (depth_of(new) - depth_of(old)) * levels > 0


EFFECTS: Mapping[Kind, Callable[[ReadLine, ReadLine], bool]] = {
    "heading": lambda _, new: new.first and heads(new),
    "part": lambda _, new: new.first and heads(new) and depth_of(new) == -1,
    "up": lambda old, new: _moved(old, new, -1),
    "down": lambda old, new: _moved(old, new, 1),
    "join": lambda _, new: not new.first,
    "split": lambda _, new: new.first,
    "text": lambda _, new: not heads(new) and role_of(new) != "furniture",
    "furniture": lambda old, new: (role_of(new) == "furniture") != (role_of(old) == "furniture"),
    "table": lambda _, new: role_of(new) == "table",
}
"""Whether a line became what a decision makes of it."""


def _within(decision: Decision, reading: Reading) -> tuple[ReadLine, ...]:
    """The piece that would begin inside a long line, of which only an offset tells."""
    every = [line for leaf in reading.leaves for line in leaf.lines if line.at <= decision.at]
    source = reading.edition.source
    if decision.kind != "split" or not every or source.line_number(decision.at) != every[-1].number:
        raise RefusedError("there is no such line any more; look at the page again")
    text = source.text[decision.at :].partition("\n")[0]
    return (ReadLine(every[-1].number, decision.at, True, text, every[-1].sheet, every[-1].held, False),)


# Rows of the outline --------------------------------------------------------------------------------------------------


def _rows_above(about: DecidedLines) -> list[ChosenRow]:
    """The rows of the line's part above it, the nearest first."""
    found: list[ChosenRow] = []
    for row in about.reading.edition.outline:
        if row.line >= about.line.number:
            break
        found = [row] if row.kind not in (HEADING, PROVISION) else [*found, row]
    return [row for row in reversed(found) if row.kind in (HEADING, PROVISION)]


def _shape(label: str) -> str:
    """How a label is made: ``(a)`` as ``(x)``, ``12.`` as ``9.``."""
    return re.sub(r"[^\W\d_]+", "x", re.sub(r"\d+", "9", label.strip()))


def _confirmed(about: DecidedLines) -> Iterator[Texts]:
    """The files with a row that says of the line what was found of it, for a heading or text that is in doubt."""
    row = chosen_row(about)
    if about.decision.kind in ("heading", "part") and row is not None and row.kind in (*PARTS, HEADING, PROVISION):
        yield with_row(about, about.line, row.kind, row.depth)
    if about.decision.kind == "text":
        yield from _as_text(about)


def _as_heading(about: DecidedLines) -> Iterator[Texts]:
    if not about.learned:
        yield with_choice(about, label=True)
    above, line = _rows_above(about), about.line
    if LABEL.match(line.text):
        shape = _shape(line.text.split()[0])
        like = [row.depth for row in above if _shape(row.label) == shape]
        nearest = above[0].depth if above else -1
        yield from (with_row(about, line, PROVISION, depth) for depth in dict.fromkeys((*like[:1], nearest + 1)))
    headed = [row.depth for row in above if row.kind == HEADING]
    yield with_row(about, line, HEADING, headed[0] if headed else 0)


def _as_part(about: DecidedLines) -> Iterator[Texts]:
    text = about.line.text
    kinds = ("article", "beside") if LABEL.match(text) and not BESIDE.match(text) else ("beside",)
    yield from (with_row(about, about.line, kind, 0) for kind in kinds)


def _as_text(about: DecidedLines) -> Iterator[Texts]:
    if role_of(about.line) == "furniture" and not about.learned:
        yield _given_back(about)
        return
    lines = [line for line in about.lines if heads(line) or line is about.line]
    yield _each(about, lines, lambda own: with_row(own, own.line, TEXT, 0) if own.learned else with_choice(own, label=False))


def _as_furniture(about: DecidedLines) -> Iterator[Texts]:
    back = role_of(about.line) == "furniture"
    if back and not about.learned:
        yield _given_back(about)
        return
    kind, why = (TEXT, "") if back else (FURNITURE, about.decision.reason or NOT_THE_TEXT)
    yield _each(about, about.lines, lambda own: with_row(own, own.line, kind, 0, why))


def _each(about: DecidedLines, lines: Sequence[ReadLine], write: Callable[[DecidedLines], Texts]) -> Texts:
    """The files after each of the lines was written of."""
    files = about.files
    for line in lines:
        files = write(replace(about, files=files, lines=(line,)))
    return files


def _given_back(about: DecidedLines) -> Texts:
    """The files without the row that calls a line furniture. Raises RefusedError if it is furniture for another reason."""
    line = about.line
    row = entries.row_at(about.files.get(OUTLINE), line.number, line.text)
    if row and row[2] == FURNITURE:
        return {**about.files, OUTLINE: without_row(about)}
    why = line.held.why if line.held else ""
    over = [part for part in about.reading.edition.settings.part if _starts_before(part, line)]
    if over and over[-1].kind in ("furniture", "contents"):
        named = f"the [[part]] of kind {over[-1].kind} that opens with '{over[-1].opens}'"
        said_in = about.reading.edition.said_in
        raise RefusedError(f"{said_in} sets it apart ({why}): {named}; begin the next [[part]] at line {line.number} there")
    said_in = about.reading.edition.said_in
    raise RefusedError(f"a rule sets it apart where {said_in} names the parts ({why}); no row gives it back")


def _starts_before(part: PartSettings, line: ReadLine) -> bool:
    return part.at <= line.at if part.at is not None else (part.line or 0) <= line.number


# Levels ---------------------------------------------------------------------------------------------------------------


def _up(about: DecidedLines) -> Iterator[Texts]:
    if not heads(about.line):
        yield with_choice(about, owner=_anchor_above(about, _provision(about)))
        return
    if not about.learned:
        yield with_choice(about, label=True, owner=_anchor_above(about, _above(about)))
        return
    row = _row_that_was_found(about)
    if row.kind not in (HEADING, PROVISION):
        raise RefusedError("this begins a part already; nothing stands above it")
    if row.depth:
        yield with_row(about, about.line, row.kind, row.depth - 1)
    else:
        yield from _as_part(about)


def _down(about: DecidedLines) -> Iterator[Texts]:
    if not heads(about.line):
        yield with_choice(about, owner=_last_below(about, _provision(about)))
        return
    if not about.learned:
        yield with_choice(about, label=True, owner=_last_below(about, _above(about)))
        return
    row = _row_that_was_found(about)
    if row.kind in (HEADING, PROVISION):
        yield with_row(about, about.line, row.kind, row.depth + 1)
        return
    yield from (with_row(about, about.line, kind, 0) for kind in (PROVISION, HEADING))


def _row_that_was_found(about: DecidedLines) -> ChosenRow:
    row = chosen_row(about)
    if row is None:
        raise RefusedError("nothing begins at this line; say first that it is a heading")
    return row


def _provision(about: DecidedLines) -> int:
    held = about.line.held
    if held is None or held.provision < 0:
        raise RefusedError("this line is furniture; say first that it is text")
    if not about.line.first:
        raise RefusedError("this line goes on with the one above; split them first")
    return held.provision


def _above(about: DecidedLines) -> int:
    return about.reading.provisions[_provision(about)].above


def _anchor_above(about: DecidedLines, place: int) -> str:
    above = about.reading.provisions[place].above if place >= 0 else -1
    if above < 0:
        raise RefusedError("this stands straight in its part already; nothing stands above it")
    return about.reading.provisions[above].provision.anchor


def _last_below(about: DecidedLines, place: int) -> str:
    """The anchor of the last provision straight below another that was printed before the line."""
    provisions = about.reading.provisions
    own = about.line.held.provision if about.line.held else -1
    found = [
        each.provision.anchor
        for number, each in enumerate(provisions)
        if each.above == place >= 0 and number != own and 0 <= each.provision.label.start < about.line.at
    ]
    if not found:
        raise RefusedError("nothing stands above this line that it could belong to, one level down")
    return found[-1]


# Paragraphs -----------------------------------------------------------------------------------------------------------


def _join(about: DecidedLines) -> Iterator[Texts]:
    before = _line_before(about)
    if about.learned and before is not None and _ends_in_title(about, before):
        yield with_row(about, about.line, TITLE, 0)
    if about.learned and heads(about.line):
        files = {**about.files, OUTLINE: without_row(about)}
        yield with_choice(replace(about, files=files), begins=False, label=False)
    else:
        yield with_choice(about, begins=False, **({"label": False} if heads(about.line) else {}))


def _split(about: DecidedLines) -> Iterator[Texts]:
    row = entries.row_at(about.files.get(OUTLINE), about.line.number, about.line.text)
    if about.learned and row and row[2] == TITLE:
        yield {**about.files, OUTLINE: without_row(about)}
    yield with_choice(about, begins=True)
    if about.learned and heads(about.line):
        yield with_row(about, about.line, TEXT, 0)


def _ends_in_title(about: DecidedLines, line: ReadLine) -> bool:
    """Say whether a line is all label and title, with no text behind them."""
    if not heads(line) or line.held is None:
        return False
    blocks = about.reading.provisions[line.held.provision].provision.blocks
    return not any(line.at <= block.words.start_of_text <= line.at + len(line.text) for block in blocks)


def _line_before(about: DecidedLines) -> ReadLine | None:
    every = [line for leaf in about.reading.leaves for line in leaf.lines if role_of(line) != "furniture"]
    return next((line for line in reversed(every) if line.at < about.line.at), None)


# Tables and corrections -----------------------------------------------------------------------------------------------


def _as_table(about: DecidedLines) -> Iterator[Texts]:
    lines = [line for line in about.lines if role_of(line) != "furniture"]
    if not lines:
        raise RefusedError("this is furniture; say first that it is text (F), then that it is a table")
    columns, *rows = rows_of(about.decision.text)
    there = tables_among(about.files, lines)
    if out := next((each for each in there if each[1] < lines[0].number or each[2] > lines[-1].number), None):
        raise RefusedError(f"lines {out[1]}–{out[2]} are already a table; take all of them into the new one, or none")
    files = about.files
    known = entries.entries_of(files.get(TABLES), "table")
    # The address of the first stays that of the table in its place.
    kept = {"id": known[there[0][0]]["id"]} if there and "id" in known[there[0][0]] else {}
    entry: Mapping[str, object] = {
        "first": lines[0].number, "last": lines[-1].number, "opens": opening_of(lines[0].text), **kept,
        "columns": columns, "rows": rows,
    }  # fmt: skip
    if len(there) == 1 and all(known[there[0][0]].get(key) == value for key, value in entry.items()):
        raise RefusedError("it is so already; nothing was written")
    for number, _, _ in reversed(there):
        files = {**files, TABLES: entries.without_entry(files.get(TABLES) or "", "table", number)}
    for line in lines:
        files = without_choice(files, line)
        files = {**files, OUTLINE: entries.without_row(files.get(OUTLINE), line.number, line.text)}
    yield {**files, TABLES: entries.with_entry(files.get(TABLES), "table", entry)}


def tables_among(files: Texts, lines: Sequence[ReadLine]) -> list[tuple[int, int, int]]:
    """Return the entries of ``tables.toml`` that have one of the lines: each its place in the file, its first and last line."""
    if not lines:
        return []
    entered = enumerate(entries.entries_of(files.get(TABLES), "table"))
    placed = [(number, each["first"], each["last"]) for number, each in entered if "first" in each and "last" in each]
    return [each for each in placed if each[1] <= lines[-1].number and each[2] >= lines[0].number]


def _correct(about: DecidedLines) -> Iterator[Texts]:
    decision, line = about.decision, about.line
    if not decision.raw or not decision.reason.strip():
        raise RefusedError("a correction needs the words as they stand and a reason")
    place: dict[str, object] = {"line": line.number}
    if line.inner or len(line.text) > OPENING * 10:
        found = about.reading.edition.source.text.find(decision.raw, line.at)
        place = {"at": found if found >= 0 else line.at}
    entry = {**place, "raw": decision.raw, "text": decision.text, "reason": decision.reason.strip()}
    yield {**about.files, CORRECTIONS: entries.with_entry(about.files.get(CORRECTIONS), "correction", entry)}


WAYS: Mapping[Kind, Callable[[DecidedLines], Iterator[Texts]]] = {
    "heading": _as_heading, "part": _as_part, "up": _up, "down": _down, "join": _join, "split": _split, "text": _as_text,
    "furniture": _as_furniture, "table": _as_table, "correct": _correct,
}  # fmt: skip
