"""Read sections whose number stands before their sign, as in Finnish and Hungarian: ``3 §:n``, ``1. § (2)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_site.model.citation import Citation, Form

SIGNED = re.compile(r"(?P<number>\d{1,3})(?:\.\s?|\s)§(?::\w{1,4})?")
INWARDS = re.compile(r"\s?\((?P<step>\d{1,2}|[a-z])\)")
"""What goes on inwards from the sign."""


def read_signed(text: str, head: re.Match[str]) -> Iterator[Citation]:
    """Yield the citation that begins with a number where ``head`` stands in the text, if the sign is behind it."""
    match = SIGNED.match(text, head.start())
    if match is None:
        return
    path, end = [match["number"]], match.end()
    while (inner := INWARDS.match(text, end)) is not None:
        path.append(inner["step"])
        end = inner.end()
    words = text[head.start() : end]
    yield Citation(text=words, start=head.start(), end=end, form=Form.SECTION, path=tuple(path), word="section")
