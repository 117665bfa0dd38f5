"""What a value of a settings file must be, in words for whoever wrote another one there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

SIMPLE: Mapping[Any, str] = {
    str: 'text, in quotes: "…"',
    bool: "true or false, without quotes",
    int: "a whole number, without quotes",
    date: "a day, as 2024-05-31, without quotes",
}
TEXTS = 'a list of texts: ["…", "…"]'
LISTS_OF_TEXTS = 'a list of lists of texts: [["…", "…"], ["…"]]'


def wanted(holder: type, key: str) -> str:
    """Return what the value of a key of a table must be, in words that follow "must be"; ``holder`` is the table's class."""
    kind = get_type_hints(holder)[key]
    if get_origin(kind) in (Union, UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    if get_origin(kind) is Literal:
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _list_of(get_args(kind)[0], key)
    return SIMPLE.get(kind) or (f"a table: write [{key}] above its keys" if is_dataclass(kind) else "a table: name = value")


def wanted_tables(table: str) -> str:
    """Return what stands in a file for each entry of a table."""
    return f"one entry or more: write [[{table}]] above the keys of each"


def _one_of(words: tuple[str, ...]) -> str:
    *first, last = [f'"{word}"' for word in words if word]
    return f"{', '.join(first)} or {last}" if first else last


def _list_of(kind: Any, key: str) -> str:
    if is_dataclass(kind):
        return wanted_tables(key)
    return LISTS_OF_TEXTS if get_origin(kind) is tuple else TEXTS
