"""Write a passage of one agreement beside that of another: its printed labels and words, phrases that both have marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.interface.say import later, say
from contract_site.model.comparison import Unit
from contract_site.model.concordance import JOINT, Passage
from contract_site.model.document import Part, Provision
from contract_site.words.escape import escape
from contract_site.words.marks import words

DEEPEST = 3
NO_TEXT = later("No text of its own.")


def passage(place: Passage, part: Part, spans: Sequence[tuple[int, int]], offset: int) -> Iterator[str]:
    """Yield the paragraphs of a passage; ``spans`` are the phrases to mark, in the joined texts of which its own are a part."""
    trail = part.root.trail(place.anchor)
    top = trail[-1] if trail else part.root
    labels = _Labels(top, whole=bool(trail))
    for unit in place.units:
        marked = _marked(unit.text, [(start - offset, end - offset) for start, end in spans])
        depth, label = labels.before(unit)
        head = " .head" if unit.heading else ""
        yield f"{label}{marked}\n{{: .in{min(depth, DEEPEST)}{head} }}\n"
        offset += len(unit.text) + len(JOINT)
    if not place.units:
        yield f"*{say(NO_TEXT)}*\n"


def length(place: Passage) -> int:
    """How much room a passage takes in the joined texts."""
    return sum(len(unit.text) + len(JOINT) for unit in place.units)


class _Labels:
    """The labels of a provision and all below it, each given once: before the first words that stand at or below it."""

    def __init__(self, top: Provision, *, whole: bool) -> None:
        self._top, self._whole = top, whole
        self._given: set[str] = set()

    def before(self, unit: Unit) -> tuple[int, str]:
        """Return how deep a unit stands, and the labels that are printed before it."""
        trail = self._top.trail(unit.provision)
        if not self._whole:
            return 0, ""
        waiting = [each for each in trail if each.anchor not in self._given]
        self._given |= {each.anchor for each in waiting}
        printed = " ".join(each.label.text for each in waiting if each.label.text)
        return max(0, len(trail) - 1), f"<b>{escape(printed)}</b> " if printed else ""


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words, with those inside the spans marked."""
    written: list[str] = []
    at = 0
    for start, end in spans:
        start, end = max(start, 0), min(end, len(text))
        if start >= end:
            continue
        written.append(words(text[at:start], start=not written and at == 0))
        written.append(f"<mark>{words(text[start:end])}</mark>")
        at = end
    written.append(words(text[at:], start=not written))
    return "".join(written)
