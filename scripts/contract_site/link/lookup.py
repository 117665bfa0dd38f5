"""Look paths up in a container: a target is there exactly once, or there is no link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_site.link.citable import Tree
from contract_site.link.containers import CitableContainer, told_once
from contract_site.link.readings import cut_to, ranges_of, readings_of
from contract_site.link.standpoint import Standpoint
from contract_site.model.citation import Ambiguous, Citation, Resolution, Resolved, Target, Unresolved

DOTTED = re.compile(r"\D{0,40}\d{1,3}\.\d")
"""An article whose own number has a stop: ``artikel 1.1, lid 2``."""


def in_container(citation: Citation, container: CitableContainer, tree: Tree, here: Standpoint) -> Resolution | None:
    """The place in a container that a path from its top means."""
    for path in _paths(citation, container, here):
        for each in ranges_of(citation, path):
            anchors = [container.find(steps) or container.find_printed(steps, here.trail) for steps in each]
            if all(anchors):
                targets = [Target(tree.slug, container.pages[anchor], anchor) for anchor in anchors]
                return once(cut_to(citation, path), targets, tree)
    return None


def _paths(citation: Citation, container: CitableContainer, here: Standpoint) -> Iterator[tuple[str, ...]]:
    """Yield the readings of a citation: ``Article 2, Section 2.01`` is what prints 2.01 before it is 2.2.1."""
    told = told_once(citation.path)
    if told != citation.path and not DOTTED.match(citation.text) and container.find_printed(told, here.trail):
        yield told
    yield from readings_of(citation)


def once(citation: Citation, targets: Sequence[Target], tree: Tree) -> Resolution:
    """The targets, unless a label on the way to one of them is printed twice."""
    for target in targets:
        steps = target.anchor.split(".")
        twins = [f"{'.'.join(steps[:count])}~2" for count in range(1, len(steps) + 1)]
        pages = tree.container(tree.containers_of[target.page]).pages
        if second := next((twin for twin in twins if twin in pages), ""):
            candidates = (target, Target(target.slug, pages[second], second))
            return Ambiguous(citation, candidates, f"{second.removesuffix('~2')} is printed twice")
    return Resolved(citation, tuple(targets))


def one_of(citation: Citation, candidates: Sequence[Target], otherwise: str) -> Resolution:
    """Return the only candidate as what a citation means; of several none, and of none the reason ``otherwise``."""
    if len(candidates) == 1:
        return Resolved(citation, tuple(candidates))
    return Ambiguous(citation, tuple(candidates), "several have this name") if candidates else Unresolved(citation, otherwise)
