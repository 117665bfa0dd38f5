"""The corrections of an edition by what befell the words, and which of them have a page of their own.

A page that lists a thousand corrections weighs more on a phone than the longest article. So where the corrections of one text
are many, each kind of them stands on a page of its own below the list, which says how many of each kind there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_site.beside.places import Places
from contract_site.cite.addresses import Lists
from contract_site.interface.say import later, say
from contract_site.model.document import AppliedCorrection, Edition

MANY = 250
"""Corrections of one text beyond which each kind of them has a page of its own."""
OTHER = later("Other")
"""The kind of corrections for which editors named none, where they named some for others."""


@dataclass(frozen=True, slots=True)
class CorrectedKind:
    """The corrections of one kind, in the order of the source."""

    name: str
    """As addresses and ledgers have it; empty where editors named no kinds."""
    made: tuple[AppliedCorrection, ...]
    page: str = ""
    """The id of its own page, ``corrections/wrong-capitals``; empty if it stands in the list."""

    @property
    def title(self) -> str:
        """As readers see it: in the editors' words; empty where they named no kinds."""
        return say(OTHER) if self.name == OTHER else self.name


def made_corrections(edition: Edition, places: Places, *, explanations: bool) -> tuple[AppliedCorrection, ...]:
    """Return the corrections that changed words: those of the parties' text, or those of the explanations beside it."""
    made = (each for each in edition.corrections if not each.correction.left)
    return tuple(each for each in made if places.explains(each.span.start) == explanations)


def kinds_of(made: Sequence[AppliedCorrection]) -> tuple[CorrectedKind, ...]:
    """Return the kinds of some corrections, the largest first."""
    kinds: dict[str, list[AppliedCorrection]] = {}
    for applied in made:
        kinds.setdefault(applied.correction.kind, []).append(applied)
    if list(kinds) == [""]:
        return (CorrectedKind("", tuple(made)),)
    return tuple(
        CorrectedKind(kind.capitalize() or OTHER, tuple(found))
        for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))
    )


def listed_kinds(edition: Edition, places: Places) -> tuple[CorrectedKind, ...]:
    """Return the kinds of the corrections of the parties' text; each with its own page where there are many corrections."""
    made = made_corrections(edition, places, explanations=False)
    kinds = kinds_of(made)
    if len(made) <= MANY or not kinds[0].name:
        return kinds
    return tuple(
        CorrectedKind(kind.name, kind.made, f"{Lists.CORRECTIONS}/{name}")
        for kind, name in zip(kinds, _addresses([kind.name for kind in kinds]), strict=True)
    )


def _addresses(names: Sequence[str]) -> Iterator[str]:
    """Each name as a piece of an address; one like another, or without Latin letters, is called by its number."""
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        chosen = plain if plain and plain not in seen else f"kind-{number}"
        seen.add(chosen)
        yield chosen
