"""A fact that a text states of itself, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Fact(Generic[Value]):
    """What a text says, where it says it, and by what it was recognised."""

    value: Value
    line: int
    """Of the text, from 1."""
    why: str
    """What the words are, or by which words they were found."""
    sure: bool
    """Whether words or looks leave no doubt; if not, a person should look."""
