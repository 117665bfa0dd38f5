"""Resolve citations against the tree: a target exists exactly once, or there is no link.

A path that begins with an article is looked up in the main body. A relative path is looked up below the provision where it
stands, then outwards from it, never from what was cited last. ``above`` and ``below`` must be true of the target.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from contract_site.link.citable import Tree
from contract_site.model.citation import (
    Ambiguous,
    Citation,
    External,
    Form,
    Resolution,
    Resolved,
    Target,
    Unresolved,
)
from contract_site.model.document import Part, Provision, Rank


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a citation stands: its edition's tree, its part, the trail of provisions from the part's root down."""

    tree: Tree
    part: Part
    trail: tuple[Provision, ...]
    national: Tree | None
    """For a local memorandum: the agreement that its ``Article`` means."""
    order: int = 0
    """Order in print of the last provision that begins at or before the citation's block."""


def resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means; None if it only names the place where it stands."""
    match citation.form:
        case Form.EXTERNAL:
            return External(citation, citation.document)
        case Form.ELSEWHERE:
            return Unresolved(citation, f"in a document that is only called '{citation.document}' here")
        case Form.ARTICLE | Form.DOTTED:
            if here.tree.items and here.national is None:
                return Unresolved(citation, "the agreement whose articles are meant is not here")
            return _absolute(citation, here.national or here.tree)
        case Form.ITEM:
            return _absolute(citation, here.tree) if here.tree.items else _relative(citation, here)
        case Form.SECTION | Form.PARAGRAPH | Form.LABEL:
            return _relative(citation, here)
        case _:
            return BY_NAME[citation.form](citation, here)


# Each form -----------------------------------------------------------------------------------------------------------


def _absolute(citation: Citation, tree: Tree) -> Resolution:
    for path in (citation.path, *citation.shorter):
        anchors = [_as_printed(anchor, tree) for anchor in _range(citation, path)]
        if all(anchor in tree.body for anchor in anchors):
            return _once(_cut(citation, path), [Target(tree.slug, tree.body[anchor], anchor) for anchor in anchors], tree)
    return Unresolved(citation, f"{tree.slug} has no provision {'.'.join(citation.path)}")


def _as_printed(anchor: str, tree: Tree) -> str:
    """The anchor in the case printed, if exactly one differs from it in nothing else."""
    alike = tree.lower.get(anchor.lower(), ())
    return alike[0] if anchor not in tree.body and len(alike) == 1 else anchor


def _once(citation: Citation, targets: Sequence[Target], tree: Tree) -> Resolution:
    """The targets, unless a label on the way to one of them is printed twice."""
    for target in targets:
        steps = target.anchor.split(".")
        twins = [f"{'.'.join(steps[:count])}~2" for count in range(1, len(steps) + 1)]
        if second := next((twin for twin in twins if (target.page, twin) in tree.places), ""):
            candidates = (target, Target(target.slug, target.page, second))
            return Ambiguous(citation, candidates, f"{second.removesuffix('~2')} is printed twice")
    return Resolved(citation, tuple(targets))


def _range(citation: Citation, path: tuple[str, ...]) -> list[str]:
    """The anchors a citation means: one, or for ``1 through 5`` all after the first up to the last."""
    first, last = citation.range_from[-1:], path[-1:]
    if citation.range_from and first[0].isdigit() and last[0].isdigit() and int(first[0]) < int(last[0]):
        return [".".join((*path[:-1], str(number))) for number in range(int(first[0]) + 1, int(last[0]) + 1)]
    if citation.range_from and len(first[0]) == len(last[0]) == 1 and first[0].isalpha() and first[0] < last[0]:
        return [".".join((*path[:-1], chr(code))) for code in range(ord(first[0]) + 1, ord(last[0]) + 1)]
    return [".".join(path)]


def _relative(citation: Citation, here: Standpoint) -> Resolution:
    page = here.part.id
    for path in (citation.path, *citation.shorter):
        for base in _bases(citation, here):
            anchors = [_below(base, steps) for steps in _range(citation, path)]
            if not all((page, anchor) in here.tree.places for anchor in anchors):
                continue
            orders = [here.tree.places[page, anchor] for anchor in anchors]
            if citation.direction and not all(_runs(citation.direction, order, here) for order in orders):
                continue
            if anchors[-1] == here.trail[-1].anchor and citation.direction == 0 and citation.form is Form.PARAGRAPH:
                continue
            return _once(_cut(citation, path), [Target(here.tree.slug, page, anchor) for anchor in anchors], here.tree)
    return Unresolved(citation, f"nothing numbered {'.'.join(citation.path)} stands around {here.trail[-1].anchor}")


def _bases(citation: Citation, here: Standpoint) -> Sequence[Provision]:
    """Where a relative path may begin, innermost first.

    Where sections are numbered, a section only at the article and a paragraph never at it; where they are lettered, as in
    1966, both outwards: ``section 5.b`` is a numbered paragraph, ``Paragraph S of this Article`` a section.
    """
    outwards = tuple(reversed(here.trail))
    if citation.form is Form.SECTION and citation.path[0].isdigit() and _has_numbered_sections(_division(here)):
        return (_division(here),)
    if citation.form is Form.PARAGRAPH and len(citation.path) == 1:
        return tuple(node for node in outwards if not _has_numbered_sections(node))
    return outwards


def _division(here: Standpoint) -> Provision:
    """The article (or reprinted article) around the citation, or the part's root."""
    return next((node for node in reversed(here.trail) if node.rank in (Rank.ARTICLE, Rank.ITEM)), here.trail[0])


def _has_numbered_sections(node: Provision) -> bool:
    return any(child.rank is Rank.SECTION and child.pinpoint.steps[-1].value[:1].isdigit() for child in node.children)


def _below(base: Provision, path: str) -> str:
    """The anchor of a path below a base; a root without a label of its own adds nothing."""
    return f"{base.pinpoint.anchor}.{path}" if base.pinpoint.steps else path


def _runs(direction: int, order: int, here: Standpoint) -> bool:
    """Whether a place stands before (``above``) or after the citation; the provision it stands in is neither."""
    own = here.tree.places[here.part.id, here.trail[-1].anchor]
    return order <= here.order and order != own if direction < 0 else order > here.order


def _step(citation: Citation, here: Standpoint) -> Resolution:
    """A step of the one procedure; in small letters outside the articles (``steps 1 and 2``), items of the list around it."""
    if not citation.absolute and here.part.container != "body":
        return _relative(replace(citation, path=(citation.path[0].removeprefix("step-"), *citation.path[1:])), here)
    tree = here.national or here.tree
    name = citation.path[0]
    candidates = [target for target in tree.steps.get(name, ()) if target.page == here.part.id] or list(
        tree.steps.get(name, ())
    )
    if len(candidates) != 1:
        return _one_of(citation, candidates, "no procedure has a step of this number")
    step = candidates[0]
    anchor = ".".join((step.anchor, *citation.path[1:]))
    if (step.page, anchor) not in tree.places:
        return Unresolved(citation, f"{step.anchor} has no {'.'.join(citation.path[1:])}")
    return Resolved(citation, (Target(tree.slug, step.page, anchor),))


def _enclosing(citation: Citation, here: Standpoint) -> Resolution | None:
    wanted = {"article": Rank.ARTICLE, "section": Rank.SECTION, "item": Rank.ITEM}.get(citation.path[0])
    if wanted is None:
        return None
    node = next((node for node in reversed(here.trail) if node.rank is wanted), None)
    if node is None:
        return None if citation.path[0] == "section" else Unresolved(citation, f"stands in no {citation.path[0]}")
    return Resolved(citation, (Target(here.tree.slug, here.part.id, node.anchor),))


def _named_part(citation: Citation, here: Standpoint) -> Resolution:
    target = here.tree.parts.get(citation.path[0])
    return Resolved(citation, (target,)) if target else Unresolved(citation, "no appendix or attachment has this name")


def _memo_page(citation: Citation, here: Standpoint) -> Resolution:
    tree = here.tree
    starting = [target for page in citation.path for target in tree.memo_starts.get(int(page), ())]
    if len(starting) == 1:
        return Resolved(citation, (starting[0],))
    if starting:
        return Ambiguous(citation, tuple(starting), f"{len(starting)} memoranda begin on the pages named")
    running = [target for page in citation.path for target in tree.memo_pages.get(int(page), ())]
    return _one_of(citation, running, "no memorandum stands on this page")


def _memo_name(citation: Citation, here: Standpoint) -> Resolution | None:
    kind, _, name = citation.path[0].partition(":")
    if kind == "several":
        return Ambiguous(citation, (), "several memoranda have this title")
    if kind == "listed":
        return External(citation, name)
    page, _, anchor = name.partition("#")
    if page == here.part.id:
        return None
    return Resolved(citation, (Target(here.tree.slug, page, anchor),))


def _one_of(citation: Citation, candidates: Sequence[Target], otherwise: str) -> Resolution:
    if len(candidates) == 1:
        return Resolved(citation, tuple(candidates))
    return Ambiguous(citation, tuple(candidates), "several have this name") if candidates else Unresolved(citation, otherwise)


def _table(citation: Citation, here: Standpoint) -> Resolution:
    """The table of this name; ``Table Four`` where only 4.1 and 4.2 have names means both."""
    name = citation.path[0]
    parts = [places for other, places in here.tree.tables.items() if other.startswith(f"{name}.")]
    if name not in here.tree.tables and parts and all(len(places) == 1 for places in parts):
        return Resolved(citation, tuple(places[0] for places in parts))
    return _one_of(citation, here.tree.tables.get(citation.path[0], ()), "no table has this name")


BY_NAME: Mapping[Form, Callable[[Citation, Standpoint], Resolution | None]] = {
    Form.STEP: _step,
    Form.ENCLOSING: _enclosing,
    Form.TABLE: _table,
    Form.PART: _named_part,
    Form.MEMO_PAGE: _memo_page,
    Form.MEMO_NAME: _memo_name,
}
"""What resolves the forms that name their target by a word of their own."""


def _cut(citation: Citation, path: tuple[str, ...]) -> Citation:
    """The citation with the words of a shorter reading, if that is what exists."""
    if path == citation.path:
        return citation
    lost = len(citation.path) - len(path)
    words = citation.text
    for _ in range(lost):
        words = words[: max(words.rfind(" "), words.rfind("("), words.rfind("."), 1)].rstrip(" (.,")
    return Citation(
        text=words, start=citation.start, end=citation.start + len(words), form=citation.form, path=path,
        absolute=citation.absolute, direction=citation.direction,
    )  # fmt: skip
