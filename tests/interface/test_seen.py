"""What code says is seen by the extractor of messages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.projects import ROOT

SAYS = {"say", "counted", "later"}


def hidden(code: Path) -> Iterator[str]:
    """The messages that a module says inside of an f-string: to a tokenizer of Python 3.11 that is one word."""
    for outer in ast.walk(ast.parse(code.read_text(encoding="utf-8"))):
        if isinstance(outer, ast.JoinedStr):
            for each in ast.walk(outer):
                if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in SAYS:
                    yield from (ast.unparse(each) for first in each.args[:1] if isinstance(first, ast.Constant))


def test_no_message_is_said_inside_of_an_f_string():
    found = {path.relative_to(ROOT).as_posix(): [*hidden(path)] for path in (ROOT / "scripts" / "contract_site").rglob("*.py")}

    assert len(found) > 300
    assert {path: messages for path, messages in found.items() if messages} == {}


def test_a_message_inside_of_an_f_string_is_found(tmp_path):
    (tmp_path / "x.py").write_text("a = f\"## {say('Hours')} {say(KNOWN)}\"\nb = say('Pay')\n", encoding="utf-8")

    assert [*hidden(tmp_path / "x.py")] == ["say('Hours')"]
