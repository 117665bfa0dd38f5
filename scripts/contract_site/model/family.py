"""The words of a field: what agreements of one industry, union or employer print and cite that others do not.

A family is data, ``agreements/families/<family>/family.toml``; an edition names the one that it is printed in. The general
family has no file: it is what the code knows of every agreement, and serves all that name none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contract_site.model.site import NO_EXAMPLES, Examples
from contract_site.model.strict import Strict

PLACES = frozenset({"PLACE", "NUMBERS"})
"""What stands in a pattern for the words of a place (``Section``, ``pages``) and for its numbers (``1, 2 and 3``)."""
LONGEST = 500
"""Characters of a pattern."""
_ESCAPED = re.compile(r"\\.|\[(?:\\.|[^\]\\\[])*+\]")
_UNBOUNDED = re.compile(r"(?:[*+]|\{\d*,\})(?!\+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument(Strict):
    """``[[cites]]`` of a family: a kind of document outside that the field cites."""

    kind: str
    """What it is, for who reads the file: ``handbook``."""
    pattern: str
    """How it is cited: a regular expression with the group ``name``, and ``place`` or ``after`` for the place in it. A space is
    any white space; ``{PLACE}`` and ``{NUMBERS}`` are words and numbers of places; what repeats has a limit or is possessive.
    """

    def fault(self) -> str:
        """Return what is wrong with the pattern in words; nothing if it is right."""
        return _fault(self.pattern, "name", "what indexes call the document")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementForm(Strict):
    """``[[statement]]`` of a family: how a bracketed note is printed that extends a provision to a group of employees."""

    opens: str
    """How it begins, a regular expression: it goes on over lines until ``pattern`` has found its end."""
    pattern: str
    """The whole note, a regular expression with the group ``group``, and ``path`` for the number of the provision it names. A
    space is any white space; what repeats has a limit or is possessive."""

    def fault(self) -> str:
        """Return what is wrong with the patterns in words; nothing if they are right."""
        return _fault(self.opens, "", "") or _fault(self.pattern, "group", "the words for the employees")


def _fault(pattern: str, group: str, around: str) -> str:
    """What is wrong with a pattern, which needs a ``group`` if that is not empty; nothing if it is right."""
    plain = _ESCAPED.sub("x", pattern)
    for each in PLACES:
        plain = plain.replace(f"{{{each}}}", "x")
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters; divide it"
    if found := _UNBOUNDED.search(re.sub(r"[*+]\+|\{\d*,\}\+", "", plain)):
        better = f"give one, as in \\d{{1,6}}, or write {found[0]}+, which gives nothing back"
        return f"repeats without a limit ({found[0]!r}); {better}"
    try:
        groups = re.compile(re.sub(r"\{(?:PLACE|NUMBERS)\}", "x", pattern)).groupindex
    except re.error as error:
        return f"is no regular expression ({error}); correct it"
    return "" if not group or group in groups else f"has no group (?P<{group}>…); put it around {around}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledDocument(Strict):
    """``[[called]]`` of a family: names of one document that indexes bring under one."""

    words: str
    """A regular expression for how a name begins."""
    name: str
    """What stands there in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Strict):
    """``family.toml``: the words of a field."""

    name: str = ""
    """What the field is called, for who reads the file."""
    answers: tuple[str, ...] = ()
    """What members call an agreement that answers the lists of another, as their local memoranda."""
    unit: str = "unit"
    """What members call a trade among them that has articles of its own."""
    local: str = "local agreement"
    """What members say for the place whose local agreement is theirs."""
    page_notes: tuple[str, ...] = ()
    """The words of bracketed notes that lead to printed pages: ``see memo`` in ``[see Memo, page 178]``."""
    remarks: tuple[str, ...] = ()
    """The words with which other bracketed notes begin that are remarks of the print: each begins a paragraph."""
    explained: tuple[str, ...] = ()
    """The terms whose meaning is told at their first use, where a text defines them: ``PSE``."""
    statement: tuple[StatementForm, ...] = ()
    cites: tuple[CitedDocument, ...] = ()
    called: tuple[CalledDocument, ...] = ()
    examples: Examples = NO_EXAMPLES


GENERAL_FAMILY = Family()
"""The words of no field in particular."""
