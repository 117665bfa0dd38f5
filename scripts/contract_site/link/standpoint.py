"""Where a citation stands, and where the path of a relative one may begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from contract_site.link.citable import Tree
from contract_site.link.owners import OwnNames
from contract_site.link.paths import split_glued
from contract_site.model.citation import Citation, Form
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
    own: OwnNames = field(default_factory=OwnNames)
    """What the agreement, and the one it implements, are called."""

    @property
    def meant(self) -> Tree:
        """The agreement that citations mean which name none: the one whose list this one answers, else itself."""
        return self.national or self.tree


def bases_of(citation: Citation, here: Standpoint) -> Sequence[Provision]:
    """Where a relative path may begin, innermost first.

    Where sections are numbered, a section only at the article and a paragraph never at it; where they are lettered, as in
    older prints, both outwards: ``section 5.b`` is a numbered paragraph, ``Paragraph S of this Article`` a section. Where the
    words name what they stand in, nothing further out can be meant.
    """
    outwards = tuple(reversed(here.trail))
    if named := _named_around(citation, here):
        return (named, *outwards[: outwards.index(named)])
    if citation.word == "subclause" and (clause := _clause(here)):
        below = {child.pinpoint.steps[-1].value for child in clause.children if child.pinpoint.steps}
        return (clause,) if citation.path[0] in below else outwards
    if citation.form is Form.SECTION and citation.path[0].isdigit() and _has_numbered_sections(_division(here)):
        return (_division(here),)
    if citation.form is Form.PARAGRAPH and len(split_glued(citation.path)) == 1:
        return tuple(node for node in outwards if not _has_numbered_sections(node))
    return outwards


def _named_around(citation: Citation, here: Standpoint) -> Provision | None:
    """The provision that ``of this Section`` names."""
    rank = {"article": Rank.ARTICLE, "section": Rank.SECTION, "item": Rank.ITEM}.get(citation.within)
    ranked = next((node for node in reversed(here.trail) if node.rank is rank), None) if rank else None
    return ranked or (_clause(here) if citation.within in ("section", "clause", "rule") else None)


def _clause(here: Standpoint) -> Provision | None:
    """The topmost provision around the words, where such are what "clause", "rule" or "section" means: their labels are bare.

    There a subclause is what stands directly below it, whatever else has the same number.
    """
    container = here.tree.container(here.part.container)
    bare = any(container.tops_are(word) for word in ("", "clause", "rule", "section"))
    below = any(container.has_word_below(word) for word in ("section", "clause", "rule"))
    return next((node for node in here.trail if node.pinpoint.steps), None) if bare and not below else None


def _division(here: Standpoint) -> Provision:
    """The article (or reprinted article) around the citation, or the part's root."""
    return next((node for node in reversed(here.trail) if node.rank in (Rank.ARTICLE, Rank.ITEM)), here.trail[0])


def _has_numbered_sections(node: Provision) -> bool:
    return any(
        child.rank is Rank.SECTION and child.pinpoint.steps[-1].value[:1].isdigit() and "ection" in child.label.text
        for child in node.children
    )
