"""The list of terms and abbreviations that an edition defines, each with its meaning, its place, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import list_title
from contract_site.beside.terms import Told
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.interface.say import later, say
from contract_site.model.citation import Target
from contract_site.model.document import Edition, Provision
from contract_site.model.letters import alphabetical
from contract_site.model.page import Page
from contract_site.model.term import DefinedTerm, Reach
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.asides import Aside
from contract_site.words.escape import escape

INTRODUCTION = later(
    "What the text itself defines, in its words, with the place. A term has its meaning only as far as is said here; what is"
    " used without being defined is not listed."
)
PLAIN = re.compile(r"[^\W_](?:[^\W_]|[ ’-](?=[^\W_]))*")
"""A term that the name of a row can have: nothing in it could be read as anything but words."""
UNNAMED = later("a defined term")


def terms_page(edition: Edition, crossings: Crossings) -> Page | None:
    """Return the list, in the order of the alphabet; None if the edition defines nothing."""
    terms = crossings.relations.terms.get(edition.slug, ())
    if not terms:
        return None
    path = addresses.part_file(edition.slug, Lists.TERMS)
    rows = [_entry(edition, path, crossings, each) for each in sorted(terms, key=lambda each: alphabetical(each.term)[0])]
    return list_page(edition, Lists.TERMS, list_title(Lists.TERMS), (f"{say(INTRODUCTION)}\n", *rows))


def term_asides(
    path: PurePosixPath, edition: Edition, provision: Provision, told: Told, crossings: Crossings
) -> Iterator[Aside]:
    """Yield what the terms mean that are first used in a provision, each with the place that defines it."""
    for term in told.get(provision.anchor, ()):
        name = f"“{term.term}”" if PLAIN.fullmatch(term.term) else say(UNNAMED)
        yield Aside((name,), f"{_meaning(edition, path, crossings, term)})\n")


def _entry(edition: Edition, path: PurePosixPath, crossings: Crossings, term: DefinedTerm) -> str:
    return f"- {_meaning(edition, path, crossings, term)}; {_reach(edition, term)})"


def _meaning(edition: Edition, path: PurePosixPath, crossings: Crossings, term: DefinedTerm) -> str:
    """A term, what it means and where that stands, in parentheses that are open yet."""
    target = Target(edition.slug, term.page, term.anchor)
    place = f"[{escape(crossings.name(target, edition))}]({crossings.href(path, target)})"
    meaning = escape(term.meaning) if term.abbreviates else _quoted(term.meaning)
    return f"**{escape(term.term)}**: {meaning} ({place}"


def _quoted(words: str) -> str:
    """Words in quotes, single ones around words that have double ones of their own."""
    first, last = "‘’" if re.search('[“”"]', words) else "“”"
    return f"{first}{escape(words)}{last}"


def _reach(edition: Edition, term: DefinedTerm) -> str:
    """How far a definition reaches, in words."""
    if term.reach is Reach.AGREEMENT:
        return say("everywhere")
    part = next(part for part in edition.parts if part.id == term.page)
    return escape(say("in {part} only", part=part.name) if term.reach is Reach.PART and part.in_body else say("there only"))
