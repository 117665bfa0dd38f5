"""Marks at words whose reading is not certain, or that are odd and left so: a link to the reason in the list of corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.interface.say import counted, later, say
from contract_site.model.comparison import Unit
from contract_site.model.document import AppliedCorrection, Edition, Part
from contract_site.model.editorial import Correction
from contract_site.model.source import Words
from contract_site.words.escape import attribute
from contract_site.words.frame import NOT_WORDS
from contract_site.words.words import Mark, title_attribute

CERTAINTY = {
    "probable": later("Probable reading"),
    "rival": later("Another reading is possible"),
    "as-printed": later("So in the copy"),
}
"""What readers are told of how sure a correction is, where it is not."""


class Doubts:
    """The corrections of an edition whose reading is not certain, by the place in the source; as one page links to them."""

    def __init__(self, edition: Edition, path: PurePosixPath) -> None:
        self._edition = edition
        self._list = addresses.link(path, addresses.part_file(edition.slug, "corrections"))
        self._at = {
            (applied.span.start, applied.span.end): applied for applied in edition.corrections if applied.correction.certainty
        }

    def __call__(self, words: Words) -> list[Mark]:
        """Return where in the words a mark stands, behind the restored letters, and the mark as Markdown."""
        return [(at, self._mark(applied)) for at, applied in self._found(words)]

    def beside(self, *several: Words) -> str:
        """Return the marks of a label or heading, to stand behind or before it; a space leads."""
        return "".join(f" {self._mark(applied)}" for words in several for _, applied in self._found(words))

    def of_unit(self, unit: Unit) -> str:
        """Return the marks of a unit of a comparison, to stand behind its citation; a space leads."""
        if not self._at:
            return ""
        root = next(part.root for part in self._edition.parts if part.id == unit.page)
        provision = root.trail(unit.provision)[-1]
        if unit.heading:
            return self.beside(provision.label, provision.heading)
        blocks = [block.words for block in provision.blocks if block.anchor == unit.anchor]
        first = [provision.label] if unit.anchor == provision.anchor and not provision.heading.text else []
        return self.beside(*first, *blocks)

    def legend(self, part: Part) -> str:
        """Return the line that says what the marks of a page mean; nothing if it has none."""
        provisions = list(part.root.walk())
        words = [words for each in provisions for words in (each.label, each.heading, *(b.words for b in each.blocks))]
        count = sum(not found.correction.left for each in words for _, found in self._found(each))
        if not count:
            return ""
        told = counted(
            "One reading of this damaged text is not certain and marked \\[?\\]: [why]({link}).",
            "{number} readings of this damaged text are not certain and marked \\[?\\]: [why]({link}).",
            count,
            link=f"{self._list}#uncertain",
        )
        return f"{told}\n{{: .doubts {NOT_WORDS} }}\n"

    def _found(self, words: Words) -> Iterator[tuple[int, AppliedCorrection]]:
        """The places behind corrected pieces that hold the whole of what was read."""
        at = 0
        for piece in words.pieces:
            end = at + len(piece.text.rstrip())
            at += len(piece.text)
            found = self._at.get((piece.start, piece.end))
            if piece.corrected and found is not None:
                yield end, found

    def _mark(self, applied: AppliedCorrection) -> str:
        told, sign = certainty(applied.correction), "sic" if applied.correction.left else "?"
        raw = " ".join(applied.correction.raw.split())
        says = say("{certainty}. As received: “{raw}”. {reason}", certainty=told, raw=raw, reason=applied.correction.reason)
        target = f"{self._list}#{place_in_list(applied)}"
        name = f"sic: {told}" if applied.correction.left else told  # who speaks to a browser says what is seen
        return f'[\\[{sign}\\]]({target} "{title_attribute(says)}"){{: .doubt aria-label="{attribute(name)}" {NOT_WORDS} }}'


def certainty(correction: Correction) -> str:
    """Return what readers are told of how sure a correction is; empty if it is sure."""
    return say(CERTAINTY[correction.certainty]) if correction.certainty else ""


def uncertain(edition: Edition) -> Sequence[AppliedCorrection]:
    """Return the corrections whose reading is not certain, in the order of the source."""
    return [each for each in edition.corrections if each.correction.certainty and not each.correction.left]


def left(edition: Edition) -> Sequence[AppliedCorrection]:
    """Return the places where odd words are left as they are, in the order of the source."""
    return [each for each in edition.corrections if each.correction.left]


def place_in_list(applied: AppliedCorrection) -> str:
    """Return the anchor of a marked place in the list of corrections: ``reading-10360``."""
    return f"reading-{applied.span.start}"
