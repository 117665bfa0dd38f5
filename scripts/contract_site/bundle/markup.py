"""Tags of a built page, changed one by one; all other characters of the page stay as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

_VALUE = r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_ATTRIBUTES = rf"""((?:\s+[^\s"'<>/=]+{_VALUE})*)"""
TOKEN = re.compile(
    rf"<!--.*?-->"
    rf"|<(script|style|title|textarea)\b{_ATTRIBUTES}\s*>(.*?)</\1\s*>"
    rf"|<(/?[a-z][a-z0-9-]*){_ATTRIBUTES}\s*/?>",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an element whose content is no markup, or a tag."""
_ATTRIBUTE = re.compile(r"""(?<!\s)\s++([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


@dataclass
class Tag:
    """A tag; of a script, style, title or text area the whole element."""

    name: str
    written: str
    """As it stands on the page."""
    attributes_written: str

    @cached_property
    def attributes(self) -> dict[str, str]:
        """The attributes by their names, with character references read."""
        found: dict[str, str] = {}
        for each in _ATTRIBUTE.finditer(self.attributes_written):
            found.setdefault(each[1].lower(), html.unescape(each[2] or each[3] or each[4] or ""))
        return found

    @property
    def classes(self) -> list[str]:
        """The classes."""
        return self.attributes.get("class", "").split()

    def having(self, **changes: str | None) -> str:
        """Return the tag as written, with some attributes changed, added at the end, or left out (None)."""
        kept = {name: value for name, value in (self.attributes | changes).items() if value is not None}
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())
        begin = len("<") + len(self.name)
        return self.written[:begin] + attributes + self.written[begin + len(self.attributes_written) :]


def change_tags(page: str, change: Callable[[Tag], str], names: Collection[str] = ()) -> str:
    """Return the page with each tag, or each with one of ``names``, as ``change`` writes it; comments are left alone."""

    def changed(found: re.Match[str]) -> str:
        name = found[1] or found[4]
        if name is None or (names and name.lower() not in names):
            return found[0]
        return change(Tag(name.lower(), found[0], (found[2] if found[1] else found[5]) or ""))

    return TOKEN.sub(changed, page)
