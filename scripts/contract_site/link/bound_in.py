"""Documents bound in behind an agreement that have articles of their own: accords, decrees, amendments.

Their ``article 5`` is their own, wherever reading divided them; one whose number is higher than any of theirs is the
agreement's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.link.paths import LABEL_WORD, read_value
from contract_site.link.side_documents import side_named
from contract_site.model.document import Part, Rank
from contract_site.model.numeral import roman_value

LOOSE = (Rank.APPENDIX, Rank.PART, Rank.PREAMBLE)
"""What a document is read as that nothing names as one of the agreement's own."""


def printed_names(part: Part) -> tuple[str, ...]:
    """Return everything that a part is called."""
    return tuple(filter(None, (part.root.label.text, part.root.heading.text, part.name, part.title, part.form)))


def bound_in(parts: Sequence[Part]) -> dict[str, int]:
    """Return the pages of such documents among an edition's parts, each with the highest number of its document's articles."""
    last = max((place for place, part in enumerate(parts) if part.in_body), default=len(parts))
    behind = [part for part in parts[last + 1 :] if part.root.rank in LOOSE]
    own = (bool(list(_articles(part))) and not any(map(side_named, printed_names(part))) for part in behind)
    first = next((place for place, loose in enumerate(own) if loose), len(behind))
    return {part.id: highest for document in _documents(behind[first:]) if (highest := _highest(document)) for part in document}


def _documents(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts of each document with its annexes: a name begins one, and so do a preamble or an article 1 behind articles."""
    document: list[Part] = []
    for part in parts:
        within = part.root.rank is Rank.PART or any(map(side_named, printed_names(part)))
        goes_on = within or ((part.root.rank is Rank.PREAMBLE or _number(part.root.heading.text)) and not _highest(document))
        if document and not goes_on:
            yield document
            document = []
        document.append(part)
    if document:
        yield document


def _highest(document: Sequence[Part]) -> int:
    return max((number for part in document for number in _articles(part)), default=0)


def _articles(part: Part) -> Iterator[int]:
    """The numbers of a part's articles: those of its labels, and its own if its heading is ``Article 1``."""
    yield from filter(None, map(_number, (part.root.heading.text, *(each.label.text for each in part.root.children))))


def _number(printed: str) -> int:
    label = LABEL_WORD.match(printed)
    value = read_value(printed, label.end()) if label is not None and label.lastgroup == "article" else None
    return whole(value.steps[0]) if value is not None else 0


def whole(step: str) -> int:
    """Return the number that a step is, in figures or as a Roman numeral; 0 if it is none."""
    return int(step) if step.isdecimal() else roman_value(step) if step.isalpha() and step.isascii() else 0
