"""What citations mean that name their target by a word of their own: ``Appendix A``, ``Table 2``, ``this Article``, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contract_site.link.containers import CitableContainer
from contract_site.link.lookup import in_container, one_of
from contract_site.link.paths import in_numerals, in_range
from contract_site.link.standpoint import Standpoint
from contract_site.model.citation import Ambiguous, Citation, External, Resolution, Resolved, Target, Unresolved
from contract_site.model.document import Provision, Rank

PART = re.compile(r"\bP(?:art|ART)\s+(?P<number>\d{1,2}|[IVX]+|[A-Z])\b")
"""A Part by its number or letter."""


def enclosing(citation: Citation, here: Standpoint) -> Resolution | None:
    """``this Article``: what stands around the words; ``the preceding Article``: what stands before that."""
    wanted = {"article": Rank.ARTICLE, "section": Rank.SECTION, "item": Rank.ITEM}.get(citation.path[0])
    if wanted is None:
        return None
    node = next((node for node in reversed(here.trail) if node.rank is wanted), None)
    if node is None:
        return None if citation.path[0] == "section" else Unresolved(citation, f"stands in no {citation.path[0]}")
    return _preceding(citation, node, here) if citation.direction else _at(citation, node.anchor, here)


def _preceding(citation: Citation, node: Provision, here: Standpoint) -> Resolution:
    """The provision of the same rank directly before one: of the body's articles, or of what is directly below the same."""
    container = here.tree.container(here.part.container)
    above = next((each for each in here.trail if node in each.children), None)
    beside = [each.anchor for each in above.children if each.rank is node.rank] if above is not None else container.tops
    place = beside.index(node.anchor) if node.anchor in beside else 0
    return (
        _at(citation, beside[place - 1], here)
        if place
        else Unresolved(citation, f"no {citation.path[0]} stands before {node.anchor}")
    )


def of_preceding(citation: Citation, here: Standpoint) -> Resolution:
    """``Item 2 of the preceding paragraph``: what stands below the provision before the one around the words."""
    container = here.tree.container(here.part.container)
    article = citation.within.endswith("article")
    node = next((each for each in here.trail if each.pinpoint.steps), here.trail[-1]) if article else here.trail[-1]
    above = next((each for each in here.trail if node in each.children), None)
    beside = [each.anchor for each in above.children] if above is not None else list(container.tops)
    place = beside.index(node.anchor) if node.anchor in beside else 0
    anchor = container.find((*beside[place - 1].split("."), *citation.path)) if place else ""
    return _at(citation, anchor, here) if anchor else Unresolved(citation, f"nothing before {node.anchor} has such a number")


def _at(citation: Citation, anchor: str, here: Standpoint) -> Resolution:
    page = here.tree.container(here.part.container).pages[anchor]
    return Resolved(citation, (Target(here.tree.slug, page, anchor),))


def named_part(citation: Citation, here: Standpoint) -> Resolution:
    """A document beside the articles, and what is cited within it."""
    if citation.range_from:
        return named_parts(citation, here)
    part = one_of(citation, parts(citation.path[0], here), "no appendix or attachment has this name")
    if len(citation.path) == 1 or not isinstance(part, Resolved):
        return part
    container = here.tree.container(here.tree.containers_of[part.targets[0].page])
    steps = in_parts(citation.text, citation.path[1:], container)
    inside = replace(citation, path=steps, shorter=(), range_from=citation.range_from[1:])
    within = in_container(inside, container, here.tree, here) or _running(inside, container, here)
    if within is None:
        return Unresolved(citation, f"{citation.path[0]} has no provision {'.'.join(citation.path[1:])}")
    return replace(within, citation=citation)


def _running(citation: Citation, container: CitableContainer, here: Standpoint) -> Resolution | None:
    """``paragraph 3 of Schedule 1``, whose paragraphs count on through its Parts."""
    anchor = container.find_running(citation.path)
    return Resolved(citation, (Target(here.tree.slug, container.pages[anchor], anchor),)) if anchor else None


def in_parts(words: str, path: tuple[str, ...], container: CitableContainer) -> tuple[str, ...]:
    """Return a path with the Part of a document in it as that document labels it: ``paragraph 3 of Part 2``."""
    named = PART.search(words)
    step = f"part-{named['number'].lower()}" if named is not None else ""
    return (step, *path[1:]) if named and path[:1] == (named["number"],) and step in container.tops else path


def parts(name: str, here: Standpoint) -> Sequence[Target]:
    """The documents of a name; of several the one that belongs to the same document as the words."""
    if name.endswith("-"):
        return _of_kind(name, here)
    found = here.tree.parts.get(name, ())
    near = [target for target in found if here.tree.groups.get(target.page) == here.tree.groups.get(here.part.id)]
    return near if len(found) > 1 and len(near) == 1 else found


def _of_kind(kind: str, here: Standpoint) -> Sequence[Target]:
    """``the Appendix``: the one around the words, or the only one there is."""
    found = here.tree.parts.get(kind, ())
    return [target for target in found if target.page == here.part.id] or found


def named_parts(citation: Citation, here: Standpoint) -> Resolution:
    """``Schedules 1 to 3``: all after the first up to the last."""
    kind, _, first = citation.range_from[0].rpartition("-")
    last = citation.path[0].rpartition("-")[2]
    steps = in_numerals(first, last) or in_range(first, last)
    found = [parts(f"{kind}-{step}", here) for step in steps]
    if all(len(each) == 1 for each in found):
        return Resolved(citation, tuple(each[0] for each in found))
    return Unresolved(citation, "not every appendix or attachment of the range is here, once")


def memo_page(citation: Citation, here: Standpoint) -> Resolution:
    """A memorandum by a printed page: the only one that begins there, else the only one that runs over it."""
    tree = here.tree
    starting = [target for page in citation.path for target in tree.memo_starts.get(int(page), ())]
    if len(starting) == 1:
        return Resolved(citation, (starting[0],))
    if starting:
        return Ambiguous(citation, tuple(starting), f"{len(starting)} memoranda begin on the pages named")
    running = [target for page in citation.path for target in tree.memo_pages.get(int(page), ())]
    return one_of(citation, running, "no memorandum stands on this page")


def memo_name(citation: Citation, here: Standpoint) -> Resolution | None:
    """A memorandum by its title; None if the words stand in it."""
    kind, _, name = citation.path[0].partition(":")
    if kind == "several":
        return Ambiguous(citation, (), "several memoranda have this title")
    if kind == "listed":
        return External(citation, name)
    page, _, anchor = name.partition("#")
    if page == here.part.id:
        return None
    return Resolved(citation, (Target(here.tree.slug, page, anchor),))


def table(citation: Citation, here: Standpoint) -> Resolution:
    """The table of this name; ``Table Four`` where only 4.1 and 4.2 have names means both."""
    name = citation.path[0]
    parts = [places for other, places in here.tree.tables.items() if other.startswith(f"{name}.")]
    if name not in here.tree.tables and parts and all(len(places) == 1 for places in parts):
        return Resolved(citation, tuple(places[0] for places in parts))
    return one_of(citation, here.tree.tables.get(citation.path[0], ()), "no table has this name")
