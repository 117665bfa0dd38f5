"""Subjects: what members look for, in their words, and the places of every edition that deal with it.

Subjects are data of a family, ``families/<family>/subjects.toml``, under review: a person says which places deal with what.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_site.model.strict import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Strict):
    """``[[subject]]`` of ``subjects.toml``: a subject in members' words, and where agreements deal with it."""

    name: str
    """What members call it: ``Wash-up time``; its address is made from it."""
    also: tuple[str, ...] = ()
    """Other words for it, which the list of subjects has too and which lead to it."""
    see_also: tuple[str, ...] = ()
    """Names of subjects that are near it."""
    means: tuple[str, ...] = ()
    """Words of agreements, in small letters, that search looks for with what members call it."""
    front: bool = False
    """Whether the first page offers it."""
    topics: tuple[str, ...] = ()
    """Topics of concordances that are part of it, each by its id: its page leads to them."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The places of each edition that deal with it, by the edition's slug: ``8.9``, ``appendix-a#2.C``, ``memo:x``; the most
    telling first."""

    @property
    def id(self) -> str:
        """The address of its page below that of all subjects: ``wash-up-time``."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        return "-".join(re.findall(r"[a-z0-9]+", plain))
