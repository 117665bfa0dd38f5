"""The parties of an agreement: who stands between ``between`` and ``and`` on its cover or in its first sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_site.infer.capitals import Writing
from contract_site.infer.dates import DATE
from contract_site.infer.fact import Fact
from contract_site.infer.head import HeadLine
from contract_site.model.document import Edition

BETWEEN = re.compile(r"\W*(?:by and )?(?:between|entre|zwischen|между)\W*", re.IGNORECASE)
AND = re.compile(r"\W*(?:and|et|und|y|и)\W*", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_LINES = 6
"""Lines of a cover that one party's name takes."""
LONGEST = 200
_DEFINED = r"\s*,?\s*(?:\([^)]{3,160}\)|here(?:in)?(?:after)?\b[^,;]{0,120})"
_BETWEEN = r"\b(?:by and )?between\s+(?:the\s+)?(?P<one>.{3,200}?)"
_AND = r",?\s+and\s+(?:the\s+)?(?P<other>.{3,200}?)"
STATED = (
    (re.compile(_BETWEEN + _DEFINED + _AND + _DEFINED, re.DOTALL), True),
    (re.compile(_BETWEEN + f"(?:{_DEFINED})?" + _AND + r"\s*(?:[.;,(]|$)", re.DOTALL), False),
)
"""How a sentence names both, and whether there is no doubt: a name that is defined (“the Union”) ends where its definition
begins; another may hold an “and” or a comma of its own."""
NAME = re.compile(r"[“\"A-ZÀ-ÞА-Я]")
FIRST = 8
"""The paragraphs at the beginning of a text in which its parties are named."""


def parties_of(edition: Edition, head: Sequence[HeadLine], writing: Writing) -> Fact[tuple[str, ...]] | None:
    """Return the parties that the cover or the first paragraphs of an agreement name, or None."""
    return _on_cover(head, writing) or next(_in_sentences(edition), None)


def _on_cover(head: Sequence[HeadLine], writing: Writing) -> Fact[tuple[str, ...]] | None:
    start = next((n for n, line in enumerate(head) if BETWEEN.fullmatch(line.text)), None)
    if start is None:
        return None
    middle = next((n for n in range(start + 1, len(head)) if AND.fullmatch(head[n].text)), None)
    if middle is None or not 1 < middle - start <= MOST_LINES + 1:
        return None
    one, other = head[start + 1 : middle], list(_name_lines(head[middle + 1 :]))
    if not other:
        return None
    names = tuple(writing.of(" ".join(line.text for line in lines)).strip(" ,;") for lines in (one, other))
    return Fact(names, head[start].number, f"between “{head[start].text}” and what follows “{head[middle].text}”", sure=True)


def _name_lines(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """The lines of the second name: up to a date, a line set otherwise, or white space."""
    for n, line in enumerate(lines[:MOST_LINES]):
        if YEAR.search(line.text) or DATE.search(line.text) or (n and _apart(lines[n - 1], line)):
            return
        yield line


def _apart(before: HeadLine, line: HeadLine) -> bool:
    """Say whether a line is set otherwise than the one before it, or stands away from it."""
    return (
        abs(line.look.size - before.look.size) > 0.15 or line.look.bold != before.look.bold or line.number - before.number > 2
    )


def _in_sentences(edition: Edition) -> Iterator[Fact[tuple[str, ...]]]:
    first = [block for _, (_, _, block) in zip(range(FIRST), edition.printed(), strict=False)]
    for pattern, sure in STATED:
        for block in first:
            found = pattern.search(block.text)
            if found and all(NAME.match(found[side]) and len(found[side]) < LONGEST for side in ("one", "other")):
                names = tuple(" ".join(found[side].split()).strip(" ,") for side in ("one", "other"))
                line = edition.source.line_number(max(0, block.words.start_of_text))
                yield Fact(names, line, "“between … and …” in the first paragraphs", sure)
