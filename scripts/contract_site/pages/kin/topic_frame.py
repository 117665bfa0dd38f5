"""What every page of a concordance has around its rows, and how rows and their relations are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.beside.topics import PlacedCorrespondence, TopicLayout
from contract_site.cite import addresses
from contract_site.interface.formats import said_list, said_number
from contract_site.interface.say import counted, later, say
from contract_site.model.concordance import Passage, Relation
from contract_site.pages.kin.comparison_frame import COMPARISONS
from contract_site.words.escape import escape
from contract_site.words.frame import way

TOLD = {
    Relation.FOUND_AGAIN: later("Words found again"),
    Relation.SAME_SUBJECT: later("Same subject, other words"),
    Relation.NO_ANCESTOR: later("No ancestor in {before}"),
    Relation.NO_DESCENDANT: later("No descendant in {after}"),
}
"""What readers are told of a row."""
SUMMED = {
    Relation.FOUND_AGAIN: later("{count} where words are found again"),
    Relation.SAME_SUBJECT: later("{count} on the same subject in other words"),
    Relation.NO_ANCESTOR: later("{count} without an ancestor in {before}"),
    Relation.NO_DESCENDANT: later("{count} without a descendant in {after}"),
}
"""How many rows there are of each kind."""
SEVERAL = 4
"""So many places of one agreement are named; of more, the first and how many follow."""


def told(layout: TopicLayout, relation: Relation) -> str:
    """Return a relation in words."""
    return say(TOLD[relation], before=layout.before.settings.short, after=layout.after.settings.short)


def summed(layout: TopicLayout, rows: Sequence[PlacedCorrespondence]) -> str:
    """Return how many rows there are, and how many of each kind."""
    counts = Counter(placed.row.relation for placed in rows)
    years = {"before": layout.before.settings.short, "after": layout.after.settings.short}
    kinds = ", ".join(say(words, count=said_number(counts[kind]), **years) for kind, words in SUMMED.items() if counts[kind])
    return counted("{count} row: {kinds}", "{count} rows: {kinds}", len(rows), count=said_number(len(rows)), kinds=kinds)


def home_file(layout: TopicLayout) -> PurePosixPath:
    """The Markdown file of a concordance's home."""
    return addresses.comparison_file(layout.before.slug, layout.after.slug)


def topic_file(layout: TopicLayout, topic: str) -> PurePosixPath:
    """The Markdown file of one topic."""
    return addresses.comparison_file(layout.before.slug, layout.after.slug, topic)


def breadcrumb(layout: TopicLayout, path: PurePosixPath, here: str = "") -> str:
    """Return the way from the first page to this one; ``here`` is what this page is called, if it is not the first of them."""
    return way(path, here, (say(COMPARISONS), addresses.COMPARISONS), (layout.concordance.settings.title, home_file(layout)))


def cite(layout: TopicLayout, path: PurePosixPath, place: Passage, *, older: bool, year: bool = False) -> str:
    """Return a link to a place, named by its citation."""
    edition = layout.before if older else layout.after
    target = addresses.link(path, addresses.part_file(edition.slug, place.page), place.anchor)
    name = layout.name(place, older=older)
    return f"[{escape(f'{edition.settings.short} {name}' if year else name)}]({target}){{: .cite }}"


def names(layout: TopicLayout, places: Sequence[Passage], *, older: bool) -> str:
    """Return the citations of places as a sentence lists them; of many, the first and how many more."""
    found = list(dict.fromkeys(layout.name(place, older=older) for place in places))
    if len(found) <= SEVERAL:
        return said_list(found)
    return said_list([*found[: SEVERAL - 1], say("{number} more", number=len(found) - SEVERAL + 1)])


def row_link(layout: TopicLayout, path: PurePosixPath, placed: PlacedCorrespondence) -> str:
    """Return the relative link to a row."""
    return addresses.link(path, topic_file(layout, placed.page), placed.anchor)
