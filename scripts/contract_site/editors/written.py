"""Write entries as the files hold them that editors keep: the other direction of ``settings``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

LONGEST = 120
"""Characters of a list that stays on one line."""


def toml_value(value: object) -> str:
    """Return a value of a settings file in TOML: words, a number, a day, yes or no, a list, an entry inside a list."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return "{ " + ", ".join(f"{name} = {toml_value(each)}" for name, each in _given(value)) + " }"
    if isinstance(value, Sequence):
        return _list([toml_value(each) for each in value])
    return str(value)


def toml_entry(table: str, entry: object, comments: Sequence[str] = ()) -> str:
    """Return an entry ``[[table]]`` with the keys that differ from what is left out, below its comments, a line each."""
    rows = [*(f"# {' '.join(comment.split())}" for comment in comments), f"[[{table}]]"]
    rows += [f"{name} = {toml_value(value)}" for name, value in _given(entry)]
    return "".join(f"{row}\n" for row in rows)


def _given(entry: Any) -> list[tuple[str, object]]:
    named = ((each, getattr(entry, each.name)) for each in fields(entry))
    return [(each.name, value) for each, value in named if each.default is MISSING or value != each.default]


def _list(items: Sequence[str]) -> str:
    line = "[" + ", ".join(items) + "]"
    return line if len(line) <= LONGEST else "[\n" + "".join(f"  {item},\n" for item in items) + "]"
