"""The lines at articles and provisions that lead to a concordance: what deals with the same subject in the other agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.topics import PlacedCorrespondence, TopicLayout
from contract_site.cite import addresses
from contract_site.interface.formats import said_list
from contract_site.interface.say import say
from contract_site.model.concordance import Passage, Relation
from contract_site.model.document import Edition, Part, Provision
from contract_site.pages.kin.topic_frame import home_file, names, row_link, told
from contract_site.words.escape import escape


def related_links(
    layouts: Sequence[TopicLayout], path: PurePosixPath, edition: Edition, part: Part, provision: Provision
) -> Iterator[tuple[str, str]]:
    """Yield, for each concordance that brings a provision or a paragraph of it together with something, a name and links."""
    for layout in layouts:
        anchors = dict.fromkeys([provision.anchor, *(block.anchor for block in provision.blocks)])
        rows = [placed for anchor in anchors for placed in layout.at(edition.slug, part.id, anchor)]
        links = [_link(layout, path, placed, edition) for placed in rows if placed.row.before and placed.row.after]
        if links:
            other = (layout.after if edition is layout.before else layout.before).settings.short
            yield other, say("Related in {edition}: {places}", edition=escape(other), places=", ".join(links))


def descent_links(layouts: Sequence[TopicLayout], path: PurePosixPath, edition: Edition, part: Part) -> Iterator[str]:
    """Yield the links at an article that say from which articles it comes, or what became of it."""
    for layout in layouts:
        older = edition is layout.before
        if (older or edition is layout.after) and part in layout.listed(older=older):
            target = addresses.link(path, home_file(layout), addresses.descent_anchor(part.id, older=older))
            yield f"[{escape(_descent(layout, edition, part, older=older))}]({target})"


def _link(layout: TopicLayout, path: PurePosixPath, placed: PlacedCorrespondence, edition: Edition) -> str:
    older = edition is layout.before
    others: Sequence[Passage] = placed.row.after if older else placed.row.before
    return f"[{escape(names(layout, others, older=not older))}]({row_link(layout, path, placed)})"


def _descent(layout: TopicLayout, edition: Edition, part: Part, *, older: bool) -> str:
    other = layout.after if older else layout.before
    rows = layout.in_part(edition, part)
    named = {place.page for placed in rows for place in (placed.row.after if older else placed.row.before)}
    parts = [each.name for each in other.parts if each.id in named]
    if not parts:
        return told(layout, Relation.NO_DESCENDANT if older else Relation.NO_ANCESTOR)
    return say("Related in {edition}: {places}", edition=other.settings.short, places=said_list(parts))
