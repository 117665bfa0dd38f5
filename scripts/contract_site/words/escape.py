"""Source text is data: write it so that neither Markdown, nor HTML, nor a template, nor YAML can read it as anything else."""

from __future__ import annotations

import html
import json
import re

_ENTITIES = {character: f"&#{ord(character)};" for character in "\\`{}|~^$\xa0"}
_ENTITIES |= {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BACKSLASHED = {character: f"\\{character}" for character in "*_[]"}
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(32) if not chr(code).isspace()}
"""Control characters, which no page may hold, are shown by their pictures."""
_WRITTEN = str.maketrans(_ENTITIES | _BACKSLASHED | _PICTURES)
_SHOWN = str.maketrans(_PICTURES)
_NOT_YAML = re.compile(r"[\x7f-\x9f\ufffe\uffff]")
_SPACES = re.compile(r"[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_CLOSING = re.compile(r"(?<![#\s])[#\s]++$")
"""Number signs at the end, which Markdown would take for the end mark of a heading."""
_NUMBERED = re.compile(r"^([A-Za-z]+\.?) (?=\d|[IVXLCDM]+\b)")
_LEADING = re.compile(r"(?P<number>\d+)(?P<mark>[.)])(?=\s|$)|(?P<sign>[-+#:=>!])")


def escape(text: str) -> str:
    """Return the text as Markdown that shows exactly its words, anywhere inside a paragraph, heading or table cell."""
    flat = _SPACES.sub(" ", text)
    closed = _CLOSING.sub(lambda end: end[0].replace("#", "&#35;"), flat.translate(_WRITTEN))
    return closed.replace("\\]:", "&#93;:")  # a link's "[x\\]: y" would be read as a definition


def escape_start(text: str) -> str:
    """Return the text as Markdown for the beginning of a block, where ``1.``, ``#`` and ``-`` would mean something."""
    safe = escape(text).strip(" ")
    match = _LEADING.match(safe)
    if match is None:
        return safe
    if match["sign"]:
        return f"&#{ord(match['sign'])};{safe[1:]}"
    return f"{match['number']}&#{ord(match['mark'])};{safe[match.end() :]}"


def escape_name(text: str) -> str:
    """Return a name that we give, as Markdown in which its number stays in the line of its word: ``Article 8. Hours``."""
    return _NUMBERED.sub(r"\1&#160;", escape(text))


def attribute(text: str) -> str:
    """Return the text for a double-quoted attribute of raw HTML that stands in Markdown."""
    return html.escape(_SPACES.sub(" ", text), quote=True)


def in_summary(text: str) -> str:
    """Return the text for the ``<summary>`` of a fold, in which Markdown reads nothing: raw HTML."""
    return attribute(text.translate(_SHOWN))


def front_matter(values: dict[str, object]) -> str:
    """Return a page's YAML front matter; texts are HTML-escaped, because templates put them into pages as they are."""
    lines = [f"{key}: {_yaml(_safe(value))}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: object) -> str:
    """Write a value as JSON, which is YAML once the characters that YAML forbids are escaped."""
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _safe(value: object) -> object:
    if isinstance(value, str):
        shown = "".join(_PICTURES.get(character, character) for character in _SPACES.sub(" ", value))
        return html.escape(shown, quote=True).replace("{", "&#123;").replace("}", "&#125;")
    if isinstance(value, list):
        return [_safe(item) for item in value]
    return value
