"""Every message of a project: from its code, its templates and its scripts, by the part of the catalogue that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract

from contract_site.interface import script_words, template_words

Message = str | tuple[str, str]
"""A message as the code has it; of one for a number the form for one and the form for all else."""
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"say": None, "later": None, "counted": (1, 2)}
SAYING = b"contract_site.interface.say"
CODE = Path("scripts", "contract_site")
TEMPLATES, SCRIPTS = "templates", "scripts"
"""The parts with what templates and scripts say."""


def messages_of(root: Path) -> dict[str, list[Message]]:
    """Return the messages of the project in a folder, by part: ``words``, ``pages-edition``, ``scripts``."""
    found: dict[str, set[Message]] = {}
    for part, messages in _parts(root):
        found.setdefault(part, set()).update(messages)
    return {part: sorted(each, key=_first) for part, each in sorted(found.items()) if each}


def _parts(root: Path) -> Iterator[tuple[str, Iterable[Message]]]:
    for path in sorted((root / CODE).rglob("*.py")):
        yield "-".join(path.relative_to(root / CODE).parts[:-1]), _in_code(path.read_bytes())
    for path in sorted((root / "overrides").rglob("*.html")):
        yield TEMPLATES, template_words.messages_in(path.read_text(encoding="utf-8"))
    for path in sorted((root / "docs").rglob("*.js")):
        yield SCRIPTS, script_words.messages_in(path.read_text(encoding="utf-8"))


def _in_code(code: bytes) -> Iterator[Message]:
    if SAYING not in code:
        return  # `say` is somebody else's word there
    for _, message, _, _ in extract("python", BytesIO(code), keywords=KEYWORDS):
        yield message if isinstance(message, str) else (str(message[0]), str(message[1]))


def _first(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message
