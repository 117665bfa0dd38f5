"""Subjects: what members look for, in their words, and the places of every edition that deal with it.

Subjects are data of a family, ``families/<family>/subjects.toml``, under review: a person says which places deal with what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_site.model.letters import in_plain_letters
from contract_site.model.strict import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Strict):
    """``[[subject]]`` of ``subjects.toml``: a subject in members' words, and where agreements deal with it."""

    name: str
    """What members call it; its address is made from it, ``/subjects/wash-up-time/``. Example: ``"Wash-up time"``."""
    also: tuple[str, ...] = ()
    """Other words for it; the list of subjects has them too, and they lead to it. No word twice in all files. Example:
    ``["Clean-up time"]``."""
    see_also: tuple[str, ...] = ()
    """Names of subjects that are near it. Example: ``["Work clothes"]``."""
    means: tuple[str, ...] = ()
    """Words of agreements, in small letters, that search looks for when ``name`` or one of ``also`` is typed, unless
    ``synonyms.toml`` says otherwise; each must stand in an agreement. Example: ``["wash-up time"]``."""
    front: bool = False
    """Whether the first page offers it. Example: ``true``."""
    topics: tuple[str, ...] = ()
    """Topics of concordances that are part of it, each by its id; its page leads to them. Example: ``["local-items"]``."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the slug of an edition, the places that deal with it, the most telling first, which counts most in search where
    nothing but the subject is typed; named as in other files (``8.9``, ``appendix-a#2.C``, ``memo:x``, a page alone); an anchor
    of a paragraph (``5.B.p2``) means that paragraph only. One place at least; an edition that is not here is left out. Example:
    ``{ keepers-2024 = ["5.B.1", "memo:relief-keepers"] }``."""

    @property
    def id(self) -> str:
        """The address of its page below that of all subjects: ``wash-up-time``."""
        return in_plain_letters(self.name)
