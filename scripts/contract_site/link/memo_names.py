"""Find memoranda cited by their titles: ``the Maintenance Craft Jobs MOU``, ``Memorandum of Understanding regarding …``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from contract_site.model.citation import Citation, Form

KIND = r"(?:(?:Memorandum|Memoranda|memorandum)(?:\s+of\s+(?:Understanding|Agreement))?|MOU|Memo|Letter\s+of\s+Intent)"
MENTIONED = re.compile(rf"\b{KIND}\b", re.IGNORECASE)
JOINT = r"(?:,?\s*(?:[Rr][Ee]\s*:|[Rr]egarding|on|concerning|for|entitled|titled|about)?\s*[“\"]?)"


Patterns = Sequence[tuple[re.Pattern[str], str]]


def title_patterns(titles: Mapping[str, str]) -> Patterns:
    """Return what finds each title, and the path its citations get."""
    found: list[tuple[re.Pattern[str], str]] = []
    for title, path in titles.items():
        words = r"[\s,]+".join(_word(word) for word in title.split())
        for pattern in (rf"\b{KIND}{JOINT}(?:the\s+)?{words}", rf"\b{words}\s+(?:\([A-Z]+\)\s+)?{KIND}\b"):
            found.append((re.compile(pattern, re.IGNORECASE), path))
    return found


def find_memo_names(text: str, patterns: Patterns) -> list[Citation]:
    """Return the citations of memoranda by title, in order.

    A title counts only where a word for memorandum stands directly before or after it; of two that overlap the longer.
    """
    if MENTIONED.search(text) is None:
        return []
    found = sorted(_all(text, patterns), key=lambda citation: (citation.start, -citation.end))
    kept: list[Citation] = []
    for citation in found:
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return kept


def _all(text: str, patterns: Patterns) -> Iterator[Citation]:
    for pattern, path in patterns:
        for match in pattern.finditer(text):
            yield Citation(text=match[0], start=match.start(), end=match.end(), form=Form.MEMO_NAME, path=(path,))


def _word(word: str) -> str:
    """A word of a title; its plural or singular, and any dash, will do."""
    plain = re.escape(word.strip(",()"))
    plain = re.sub(r"(?:\\-|–)", r"[-–‑\\s]", plain)
    return rf"\(?{plain}\)?s?" if len(word) > 3 else rf"\(?{plain}\)?"
