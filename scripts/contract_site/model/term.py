"""A term or an abbreviation that an edition defines, with the place and how far the definition reaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """How far a definition reaches."""

    AGREEMENT = "agreement"
    """The whole text."""
    PART = "part"
    """The article, memorandum or supplement in which it stands."""
    SECTION = "section"
    """The provision in which it stands and what is below it."""


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term with its meaning in the parties' words."""

    term: str
    """As printed: ``RLK``, ``Night Watch``."""
    meaning: str
    """The long form of an abbreviation, else the sentence or the provision that defines it."""
    reach: Reach
    page: str
    """The id of the part that defines it."""
    anchor: str
    """The block that defines it, or the provision of a heading."""
    abbreviates: bool = False
    """Whether the term is an abbreviation of the meaning."""
