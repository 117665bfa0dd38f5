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
_ESCAPED = re.compile(r"\\.|\[(?:\\.|[^\]\\\[])*\]")
_UNBOUNDED = re.compile(r"(?:[*+]|\{\d*,\})(?!\+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument(Strict):
    """``[[cites]]`` of a family: a kind of document outside that the field cites."""

    kind: str
    """What it is, for who reads the file. Example: ``"handbook"``."""
    pattern: str
    r"""How it is cited: a regular expression with the group ``name``, and ``place`` or ``after`` for the place in it. A space
    is any white space, ``{PLACE}`` a word such as Section, ``{NUMBERS}`` numbers such as 1, 2 and 3. What repeats has a limit
    (``{1,3}``) or gives nothing back (``++``), else every command stops. Example: ``'\b(?P<name>KH-\d{1,3})(?:, {PLACE}
    (?P<after>{NUMBERS}))?'``."""

    def fault(self) -> str:
        """Return what is wrong with the pattern in words; nothing if it is right."""
        return _fault(self.pattern, "name", "what indexes call the document")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementForm(Strict):
    """``[[statement]]`` of a family: how a bracketed note is printed that extends a provision to a group of employees."""

    opens: str
    r"""How it begins, a regular expression; it goes on over lines until ``pattern`` has found its end. Example: ``'\(The
    preceding (?:Article|Section)\b'``."""
    pattern: str
    r"""The whole of it, with the group ``group`` around the words for the employees, and ``path`` around the number of the
    provision; as in ``[[cites]]`` a space is any white space, and what repeats has a limit or gives nothing back. Example:
    ``'\(The preceding .{1,90}? applies to (?P<group>[^)]{1,200})\)$'``."""

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
    r"""A regular expression for how names of one document begin. Example: ``'Forms? (?=\d)'``."""
    name: str
    """What indexes write there. Example: ``"KH Form "``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWords(Strict):
    """``[[said]]`` of a family: its words for members in another language than its own."""

    language: str
    """The code of that language. Example: ``"es"``."""
    unit: str = ""
    """As ``unit`` of the family. Example: ``"oficio"``."""
    local: str = ""
    """As ``local`` of the family. Example: ``"estación"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Strict):
    """``family.toml``: the words of a field."""

    name: str = ""
    """What the field is called, for who reads the file. Example: ``"Agreements of lighthouse keepers"``."""
    answers: tuple[str, ...] = ()
    """What members call an agreement that answers the lists of another, as their local memoranda do. Example: ``["LLA"]``."""
    unit: str = "unit"
    """What members call a trade among them that has articles of its own, see ``[[unit]]``; ``"unit"`` if left out. Example:
    ``"service"``."""
    local: str = "local agreement"
    """What members say for the place whose local agreement is theirs; ``"local agreement"`` if left out. Example:
    ``"station"``."""
    language: str = "en"
    """The language of ``unit``, ``local`` and ``[examples]``. A site in another language says what ``[[said]]`` has for it,
    else the usual words. Example: ``"es"``."""
    said: tuple[FamilyWords, ...] = ()
    page_notes: tuple[str, ...] = ()
    """The words of bracketed notes that lead to printed pages: ``[see Memos, pages 178 and 180]``. Example: ``["see
    memos"]``."""
    remarks: tuple[str, ...] = ()
    """The words with which other bracketed notes begin that are remarks of the print: each is a paragraph of its own. Example:
    ``["additional provisions"]``."""
    explained: tuple[str, ...] = ()
    """Abbreviations and terms that a member would not know. Where an edition defines one, its meaning is told in the row below
    the first provision of each section that uses it, as far as the definition reaches; ``/<slug>/terms/`` lists all that an
    edition defines, named here or not. Example: ``["RLK", "night watch"]``."""
    statement: tuple[StatementForm, ...] = ()
    cites: tuple[CitedDocument, ...] = ()
    called: tuple[CalledDocument, ...] = ()
    examples: Examples = NO_EXAMPLES
    """For sites whose bare citations mean an agreement of this field."""


GENERAL_FAMILY = Family()
"""The words of no field in particular."""
