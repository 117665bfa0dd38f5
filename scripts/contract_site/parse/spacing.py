"""Learn how a document sets its paragraphs from its chosen outline."""

from __future__ import annotations

from dataclasses import dataclass

from contract_site.parse.choose import Outline
from contract_site.parse.unnumbered import HEADING


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a document sets its paragraphs."""

    parted: bool
    """Blank lines stand between them."""
    hanging: bool
    """Lines that go on with a labelled paragraph stand further in than its label, or there are none."""


def spacing_of(outline: Outline) -> Spacing:
    """Return how the document sets its paragraphs."""
    lines = outline.lines
    gap = outline.setting.gap
    parted = sum(line.look.gap > gap for line in lines) * 6 > len(lines)
    labelled = {
        choice.proposal.index for part in outline.parts for choice, _ in part.labels if choice.proposal.scheme is not HEADING
    }
    wrapped = [(lines[i - 1], lines[i]) for i in range(1, len(lines)) if i - 1 in labelled and i not in labelled]
    wrapped = [(label, line) for label, line in wrapped if line.look.gap <= gap]
    hung = sum(line.look.indent > label.look.indent + 1 for label, line in wrapped)
    parted = parted or outline.setting.whole
    return Spacing(parted, hung * 2 > len(wrapped) or (parted and len(wrapped) * 10 < len(labelled)))
