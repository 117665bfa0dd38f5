"""Values as scripts that put them where the site's own scripts look for them.

Pages load data by script elements, because a page opened from a folder may load nothing else.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from contract_site.model.page import DataFile

ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<\u2028\u2029"}
"""What a script, or a page that holds one, could read as its own end."""


def script(path: str, name: str, value: object, key: str | None = None) -> DataFile:
    """A script that makes ``contractReference.<name>`` the value, or with a key ``contractReference.<name>[key]``.

    What is in a list stands on lines of its own, so that two versions can be compared.
    """
    own = f"(window.contractReference ||= {{}}).{name}"
    place = own if key is None else f"({own} ||= {{}})[{as_json(key)}]"
    written = "[\n" + ",\n".join(map(as_json, value)) + "\n]" if isinstance(value, list) else as_json(value)
    return DataFile(PurePosixPath(path), f"{place} = {written};\n")


def as_json(value: object) -> str:
    """A value as JSON that is also JavaScript, and safe inside a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
