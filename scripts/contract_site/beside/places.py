"""Find the provision at an anchor or at an offset of the source."""

from __future__ import annotations

from bisect import bisect_right

from contract_site.model.document import Block, Edition, Part, Provision

Place = tuple[Part, Provision]


def in_body(edition: Edition) -> dict[str, Place]:
    """Return the provisions of the main body, each with its part, by anchor."""
    return {provision.anchor: (part, provision) for part, provision in edition.provisions() if part.in_body}


class Places:
    """An index of an edition by anchor and by source offset; made once, asked often."""

    def __init__(self, edition: Edition) -> None:
        spans: list[tuple[int, int, Place]] = []
        self._explained: set[int] = set()
        self._anchors: dict[tuple[str, str], Place] = {}
        for part, provision in edition.provisions():
            place = (part, provision)
            anchors = [provision.anchor, *(block.anchor for block in provision.blocks)]
            for anchor in anchors:
                self._anchors.setdefault((part.id, anchor), place)
                self._anchors.setdefault((part.container, anchor), place)
            words = [provision.label, provision.heading, *(b.words for b in provision.body if isinstance(b, Block))]
            spans += [(span.start, span.end, place) for each in words for span in each.spans]
        for explanation in edition.explanations:
            place = self._anchors[explanation.page, explanation.anchor]
            spans += [(span.start, span.end, place) for words in explanation.words for span in words.spans]
            self._explained |= {span.start for words in explanation.words for span in words.spans}
        spans.sort(key=lambda item: item[:2])
        self._starts = [start for start, _, _ in spans]
        self._spans = spans

    def at_anchor(self, page_or_container: str, anchor: str) -> Place | None:
        """Return the provision that has the anchor, or one of whose blocks has, on a page or in a container."""
        return self._anchors.get((page_or_container, anchor))

    def at_offset(self, offset: int) -> Place | None:
        """Return the provision whose words, or whose explanation, hold the source offset; None if it is furniture."""
        start, end, place = self._spans[max(0, bisect_right(self._starts, offset) - 1)] if self._spans else (0, 0, None)
        return place if start <= offset < end else None

    def explains(self, offset: int) -> bool:
        """Return whether the source offset stands in an explanation, and not in the parties' words."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self._starts[index] in self._explained and offset < self._spans[index][1]
