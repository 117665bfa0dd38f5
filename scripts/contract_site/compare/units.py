"""Take an edition apart into what can be paired: paragraphs, list entries, tables and headings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from contract_site.compare.undated import meeting
from contract_site.model.comparison import Unit
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision, Rank
from contract_site.model.numeral import letter_value, roman_value
from contract_site.model.pinpoint import StepStyle
from contract_site.model.place import BODY, Anchor, Container, Label, PlaceName, heading_name
from contract_site.model.source import Words

COMPARED = frozenset(Rank) - {Rank.PART}
"""Of a book whose parts editors named, front matter, contents and lists are not text of the agreement."""
JOINT = "\n\n"
"""Between the texts of several units."""
BEHIND_LABEL = re.compile(r"(?<=[.):•·–-])\t+")
"""White space of a paragraph; any other tab parts cells, also of a row that was not seen to be one of a table."""
HYPHENS = ("-", "‐", "‑")
ANY = 0
"""In a place: where paragraphs have no numbers, so that nothing can be said of their order by number."""


def units_of(edition: Edition) -> tuple[Unit, ...]:
    """Return the units of an edition's articles, items, supplements and memoranda, in printed order.

    Of an edition whose parts rules found these are the units of all of its text: what stands before the first article or
    below the heading of a group may have changed as well.
    """
    return units_of_parts(part for part in edition.parts if part.root.rank in COMPARED or not _is_named(edition))


def units_of_pair(before: Edition, after: Edition) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Return the units of two editions that are compared, without the cover of one if editors set that of the other apart.

    Parts that meet although the years of the term stand in their headings count as one.
    """
    cut = units_of if _is_named(before) == _is_named(after) else units_of_articles
    met = meeting(before, after)
    return cut(before), tuple(replace(unit, top=met.get(unit.page, unit.top)) for unit in cut(after))


def units_of_articles(edition: Edition) -> tuple[Unit, ...]:
    """Return the units of what was recognised as articles, groups of them or documents beside them, in printed order."""
    return units_of_parts(part for part in edition.parts if part.root.rank in COMPARED or part.root.label.text)


def _is_named(edition: Edition) -> bool:
    """Whether editors said what the parts of an edition are."""
    return bool(edition.settings.part or edition.settings.columns)


def units_of_parts(parts: Iterable[Part]) -> tuple[Unit, ...]:
    """Return the units of some parts, in printed order."""
    return tuple(unit for part in parts for unit in _of_part(part))


def reprinted(
    edition: Edition, copy: Edition, page: str, renumbered: Mapping[str, str] | None = None
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Return the units of an edition's articles that a part of ``copy`` reprints, and those of the reprint.

    The reprint counts below the items that bring it (``2.article-8.8.5``); here each of its articles counts as one. Of an
    article reprinted in portions only the sections that are there are compared; ``renumbered`` names those that the reprint
    prints under another number (``9.8``: ``9.7``).
    """
    (root,) = (part.root for part in copy.parts if part.id == page)
    articles = [node for node in root.walk() if node.pinpoint.steps and node.pinpoint.steps[-1].value.startswith("article-")]
    after: list[Unit] = []
    before: list[Unit] = []
    for article in articles:
        numeral = article.pinpoint.steps[-1].value.removeprefix("article-")
        part = next((part for part in edition.parts if part.in_body and part.root.anchor == numeral), None)
        if part is None:
            continue
        after += _of_provision(_Home(page, page), article, "", (), numeral)
        numbers = [node.pinpoint.steps[-1].value for node in article.children if node.rank is Rank.SECTION]
        sections = {Anchor.parse((renumbered or {}).get(f"{numeral}.{number}", number)).last for number in numbers}
        there = [node for node in part.root.children if node.pinpoint.steps[-1].value in sections]
        if not sections:
            before += _of_part(part)
        else:
            before += [unit for unit in _of_part(part) if unit.heading and unit.anchor == numeral]
        for section in there:
            before += _of_provision(
                _Home(part.id, BODY), section, numeral, (_ordinal(section.pinpoint.steps[-1].value),), numeral
            )
    return tuple(before), tuple(after)


@dataclass(frozen=True, slots=True)
class _Home:
    """What of a part is needed to name its units."""

    id: str
    container: str


def _of_part(part: Part) -> Iterator[Unit]:
    top = part.root.anchor if part.in_body else part.id
    yield from _of_provision(part, part.root, "", (), top)


def _of_provision(part: Part | _Home, provision: Provision, parent: str, place: tuple[int, ...], top: str) -> Iterator[Unit]:
    in_body = Container(part.container).is_body

    def unit(anchor: str, text: str, ends: tuple[int, ...], at: tuple[int, ...], *, heading: bool) -> Unit:
        own = str(PlaceName("" if in_body else part.id, anchor))
        name = heading_name(own) if heading else own
        label = provision.label.text if heading else ""
        return Unit(
            name, part.id, anchor, provision.anchor, parent, heading, provision.heading.text, text, at, top, ends, label
        )

    if provision.heading.text:
        yield unit(provision.anchor, provision.heading.text, line_ends(provision.heading), place, heading=True)
    several = sum(_counts(block) for block in provision.blocks) > 1
    for piece in provision.body:
        if isinstance(piece, Provision):
            step = piece.pinpoint.steps[-1]
            loose = several or step.style is StepStyle.BRACKETED
            below = (*place, *((ANY,) if loose else ()), _ordinal(step.value))
            yield from _of_provision(part, piece, provision.anchor, below, top)
        elif _counts(piece):
            ends = () if piece.table else line_ends(piece.words)
            text = piece.text if piece.table else BEHIND_LABEL.sub(" ", piece.text)
            yield unit(piece.anchor, text, ends, (*place, ANY) if several else place, heading=False)


def line_ends(words: Words) -> tuple[int, ...]:
    """Return the offsets in the text of some words at which a line of the source ended inside a word."""
    found: list[int] = []
    offset = 0
    shown = [piece for piece in words.pieces if piece.text]
    for piece, following in pairwise(shown):
        offset += len(piece.text)
        inside = (piece.text[-1].isalpha() or piece.text.endswith(HYPHENS)) and following.text[0].isalpha()
        if inside and following.start > piece.end:
            found.append(offset)
    return tuple(found)


def _counts(block: Block) -> bool:
    return block.kind is not BlockKind.CAPTION and bool(block.text.strip())


def _ordinal(value: str) -> int:
    """The value of a label: 3 for ``3``, ``c``, ``C``, ``iii``, ``step-3``, ``part-c``; ``ANY`` for a name."""
    value = Label.parse(value).value.rpartition("-")[2]
    if value.isdigit():
        return int(value)
    return letter_value(value) or roman_value(value) or ANY


def joined_text(units: Sequence[Unit]) -> str:
    """Return the text of several units, as a redline joins it."""
    return JOINT.join(unit.text for unit in units)


def joined_ends(units: Sequence[Unit]) -> tuple[int, ...]:
    """Return the line ends of several units, as offsets in their joined text."""
    begins = accumulate((len(unit.text) + len(JOINT) for unit in units), initial=0)
    return tuple(begin + end for begin, unit in zip(begins, units, strict=False) for end in unit.line_ends)


def same_place(before: Unit, after: Unit) -> bool:
    """Say whether two units stand at the same place of the same article.

    The values of their labels must agree, whatever the style of numbering. A paragraph without a number may have gained
    one, and so may what is listed below it: ``IV.B`` (2) of one print stands at the place of IV.B.1.b of the next.
    """
    return before.top == after.top and before.heading == after.heading and _fits(before.place, after.place)


def _fits(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two places agree, ``ANY`` standing for up to two labels."""
    if not one or not other:
        return all(value == ANY for value in (*one, *other))
    if one[0] == ANY:
        return any(_fits(one[1:], other[count:]) for count in range(min(2, len(other)) + 1))
    if other[0] == ANY:
        return _fits(other, one)
    return one[0] == other[0] and _fits(one[1:], other[1:])
