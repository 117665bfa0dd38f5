"""What begins at a line of a document: an article, a group of them, a document beside the body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from contract_site.apart.captions import is_capitals
from contract_site.model.edition_settings import PartSettings
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal


class Opens(Enum):
    """What begins at a line."""

    FRONT = "front"
    ARTICLE = "article"
    GROUP = "group"
    BESIDE = "beside"
    LETTER = "letter"
    NAMED = "named"
    """A part with a well-known heading and no number: preamble, definitions, index, signatures."""
    EDITED = "edited"
    """A part that an editor named."""


def is_set_out(line: Line) -> bool:
    """Say whether a line is set as a heading: marked as one, bold, centred or in capitals."""
    return line.look.heading > 0 or line.look.bold or line.look.centred or is_capitals(line.text)


@dataclass(frozen=True, slots=True)
class Opening:
    """A line at which a part begins."""

    index: int
    opens: Opens
    proposal: Proposal | None = None
    name: str = ""
    """For a part with a well-known heading: which one."""
    sure: float = 1.0
    why: tuple[str, ...] = ()
    settings: PartSettings | None = None
    """What an editor says of the part."""
    head: int = 0
    """So many lines of a part without a number are its head, in which nothing is labelled."""
