"""Where readers are told what a term means: at its first use in a section, as far as its definition reaches, nowhere else.

Only terms that the family of an edition names are told, because most are plain words whose definition nobody looks for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_site.model.document import BlockKind, Edition, Part, Provision
from contract_site.model.term import DefinedTerm, Reach

Told = Mapping[str, Sequence[DefinedTerm]]
"""The terms that are told beside provisions, by the anchor of the provision."""


def told_terms(edition: Edition, part: Part, terms: Iterable[DefinedTerm]) -> Told:
    """Return the terms that are told beside the provisions of a part, in the order of their definitions."""
    named = {name.lower() for name in edition.family.explained}
    told: defaultdict[str, list[DefinedTerm]] = defaultdict(list)
    for term in terms:
        if term.term.lower() in named:
            for provision in _first_uses(part, term):
                told[provision.anchor].append(term)
    return told


def _first_uses(part: Part, term: DefinedTerm) -> Iterator[Provision]:
    """The first provision of each section that uses a term, but where it is defined; a section's words count as one."""
    if term.reach is not Reach.AGREEMENT and term.page != part.id:
        return
    word = _word(term)
    for section in part.root.children or (part.root,):
        within = term.reach is not Reach.SECTION or bool(section.trail(term.anchor))
        first = next((each for each in section.walk() if _uses(each, word)), None) if within else None
        if first is not None and not (part.id == term.page and _defines(first, term)):
            yield first


def _word(term: DefinedTerm) -> re.Pattern[str]:
    """A pattern for a term, or for more than one of it; an abbreviation is one in capitals only."""
    flags = re.NOFLAG if term.abbreviates else re.IGNORECASE
    ending, stem = ("(?:y|ies)", term.term[:-1]) if term.term.endswith("y") else ("(?:s|’s)?", term.term)
    return re.compile(rf"(?<![\w-]){re.escape(stem)}{ending}(?![\w-])", flags)


def _uses(provision: Provision, word: re.Pattern[str]) -> bool:
    """Whether the words of a provision have a term; notes of the print do not count: what they mean is told beside them."""
    return any(word.search(block.text) for block in provision.blocks if block.kind is not BlockKind.NOTE)


def _defines(provision: Provision, term: DefinedTerm) -> bool:
    return term.anchor == provision.anchor or any(block.anchor == term.anchor for block in provision.blocks)
