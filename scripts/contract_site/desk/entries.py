"""Entries of editors' files, written, changed and taken out; all else in a file stays as it was: comments, order, spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from contract_site.desk.folder import RefusedError
from contract_site.model.outline import KeptRow, words_at

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end: as the readers of these files divide them."""
TABLE = re.compile(r"\A\s*\[{1,2}\s*[A-Za-z_][\w.-]*\s*\]{1,2}\s*(?:#.*)?$")
"""The head of a table; a row of a list begins with a bracket too."""
Entry = Mapping[str, object]
"""The keys and values of one table of a TOML file."""
HEAD = """# Rows that editors keep: each decides about its line. Fields between tabs:
# line\tdepth\tkind\tscheme\tlabel\theading\tsure\twhy\twords
"""


def with_row(text: str | None, row: KeptRow) -> str:
    """Return the text of ``outline.tsv`` with a row, in place of one for the same words or where its line comes."""
    lines = LINE.findall(HEAD if text is None else text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    fields = (str(row.line), str(row.depth), row.kind, "", "", "", "1.00", " ".join(row.why.split()), row.opens)
    written = "\t".join(fields) + "\n"
    same = [index for index, line in enumerate(lines) if _is_for(line, row.line, row.opens)]
    if same:
        lines[same[0] : same[0] + 1] = [written]
        return "".join(line for index, line in enumerate(lines) if index not in same[1:])
    after = next((index for index, line in enumerate(lines) if (_line_of(line) or 0) > row.line), len(lines))
    return "".join((*lines[:after], written, *lines[after:]))


def without_row(text: str | None, line: int, words: str) -> str | None:
    """Return the text of ``outline.tsv`` without the rows for a line that begins with ``words``."""
    if text is None:
        return None
    return "".join(each for each in LINE.findall(text) if not _is_for(each, line, words))


def row_at(text: str | None, line: int, words: str) -> tuple[str, ...]:
    """Return the fields of the row for a line that begins with ``words``; none if there is no such row."""
    row = next((each for each in LINE.findall(text or "") if _is_for(each, line, words)), "")
    return tuple(row.rstrip("\r\n").split("\t")) if row else ()


def _line_of(row: str) -> int | None:
    first = row.partition("\t")[0]
    return int(first) if first.isascii() and first.isdecimal() else None


def _is_for(row: str, line: int, words: str) -> bool:
    opens = row.rstrip("\r\n").rpartition("\t")[2].strip()
    return _line_of(row) == line and words_at(words).startswith(words_at(opens))


# TOML -----------------------------------------------------------------------------------------------------------------


def entries_of(text: str | None, table: str) -> list[dict[str, Any]]:
    """Return the tables ``[[table]]`` of a file. Raises RefusedError if the file is no TOML."""
    return list(_parsed(text).unwrap().get(table, []))


def with_entry(text: str | None, table: str, entry: Entry) -> str:
    """Return the file with one more ``[[table]]`` at its end. Raises RefusedError if it cannot be added."""
    document = _parsed(text)
    if not isinstance(document.get(table, tomlkit.aot()), AoT):
        raise RefusedError(f"{table} is written as a list; write its entries as [[{table}]], then decide again")
    fresh = tomlkit.table()
    for key, value in entry.items():
        fresh.append(key, _value(value))
    whole = document.as_string().rstrip("\r\n")
    # Written behind the text and not into the parsed file, which would move the comments at its end.
    body = tomlkit.document()
    one = tomlkit.aot()
    one.append(fresh)
    body.append(table, one)
    added = f"{whole}\n\n{body.as_string().strip()}\n" if whole else f"{body.as_string().strip()}\n"
    return _checked(added, table, [*entries_of(text, table), dict(entry)])


def with_changed(text: str, table: str, number: int, entry: Entry) -> str:
    """Return the file with the keys of its ``number``-th table (from 0) set as ``entry`` says; None takes a key out."""
    document = _parsed(text)
    found = document[table][number]
    for key, value in entry.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = _value(value)
    kept = entries_of(text, table)
    kept[number] = {key: value for key, value in {**kept[number], **entry}.items() if value is not None}
    return _checked(document.as_string(), table, kept)


def without_entry(text: str, table: str, number: int) -> str:
    """Return the file without its ``number``-th table (from 0); comments stay. Raises RefusedError if lines cannot tell it."""
    lines = LINE.findall(text)
    heads = [index for index, line in enumerate(lines) if re.match(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]", line)]
    if len(heads) <= number:
        raise RefusedError(f"an entry of [[{table}]] cannot be taken out by a program; take it out by hand")
    stop = heads[number] + 1
    while stop < len(lines) and lines[stop].strip() and lines[stop].lstrip()[0] != "#" and not TABLE.match(lines[stop]):
        stop += 1
    # The empty line that parted it from what follows goes too.
    stop += stop < len(lines) and not lines[stop].strip()
    kept = entries_of(text, table)
    return _checked("".join((*lines[: heads[number]], *lines[stop:])), table, kept[:number] + kept[number + 1 :])


def _parsed(text: str | None) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text or "")
    except TOMLKitError as error:
        raise RefusedError(f"a file of the folder is no TOML: {error}; correct it first") from None


def _value(value: object) -> tomlkit.items.Item:
    item = tomlkit.item(value)
    if isinstance(item, tomlkit.items.Array) and any(isinstance(each, list) for each in item.unwrap()):
        item.multiline(True)
    return item


def _checked(text: str, table: str, wanted: list[dict[str, Any]]) -> str:
    """Return the text if it says what is wanted. Raises RefusedError where an unusual file would come out otherwise."""
    if entries_of(text, table) != wanted:
        raise RefusedError(f"[[{table}]] is written in a way that a program cannot change; write the entry by hand")
    return text
