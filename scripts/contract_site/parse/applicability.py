"""Read the bracketed notes of a field: remarks of the print, and statements that extend a provision to a group of employees.

``(The preceding Article, Article 8, shall apply to Relief Keepers)`` is printed under whatever item comes last, but speaks
of the provision that it names. How such notes read is data of the field (``model/family``); the general family has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from contract_site.model.family import Family, StatementForm

LONGEST = 1_000
"""Characters. What is longer goes on with other words: its bracket was lost."""
BRACKETS = "(["
"""How every remark of the print begins."""
STEP = re.compile(r"\d+|[A-Z]+|[a-z]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of applicability."""

    path: tuple[str, ...]
    """The steps of the provision it names, as printed: ``("10", "2", "B")``."""
    group: str
    complete: bool
    """Whether its closing bracket has been read."""


@dataclass(frozen=True, slots=True)
class BracketNotes:
    """The bracketed notes of a field: remarks of the print, and statements on whom a provision applies to."""

    remark: re.Pattern[str] | None = None
    """How remarks begin; none if the field has none."""
    statements: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    """How each form of statement begins, and the whole of it."""

    def begin_at(self, text: str) -> bool:
        """Say whether a remark of the print begins the text: a paragraph of its own, whatever stands before it."""
        # A remark stands in brackets, as nearly no line does.
        return self.remark is not None and text[:1] in BRACKETS and self.remark.match(text) is not None

    def statement(self, text: str) -> Statement | None:
        """Return the statement that the text is or begins, or None."""
        for opens, whole in self.statements:
            if opens.match(text):
                return _whole_statement(whole, text)
        return None


def _whole_statement(whole: re.Pattern[str], text: str) -> Statement:
    """The statement that a text begins whose whole reads so."""
    match = whole.match(text) if len(text) <= LONGEST else None
    if match is None:
        return Statement((), "", complete=False)
    return Statement(tuple(STEP.findall(match.groupdict().get("path") or "")), match["group"], complete=True)


def notes_of(family: Family) -> BracketNotes:
    """Return the notes of a field."""
    return _notes((*family.page_notes, *family.remarks), family.statement)


@cache
def _notes(words: tuple[str, ...], forms: tuple[StatementForm, ...]) -> BracketNotes:
    begins = "|".join(r"\s+".join(map(re.escape, each.split())) for each in sorted(words, key=len, reverse=True))
    remark = re.compile(rf"[{re.escape(BRACKETS)}]\s*(?:{begins})\b", re.IGNORECASE) if words else None
    return BracketNotes(remark, tuple((_spaced(form.opens), _spaced(form.pattern)) for form in forms))


def _spaced(pattern: str) -> re.Pattern[str]:
    """A pattern of a family, in which a space is any white space."""
    return re.compile(pattern.replace(" ", r"\s++"))
