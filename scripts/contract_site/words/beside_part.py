"""What stands beside the words of one part, and how its page links to what they point to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.model.citation import Reference
from contract_site.model.document import Explanation, Part, Provision
from contract_site.model.source import Words
from contract_site.words.asides import Aside
from contract_site.words.doubts import Doubts
from contract_site.words.words import LinkTo, Mark, linked


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the words of one part: editors' notes, group names, and how to link to other pages."""

    part: Part
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Editors' notes by anchor."""
    explanations: Mapping[str, Sequence[Explanation]] = field(default_factory=dict)
    """What somebody other than the parties says of a provision, by its anchor."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Names of groups of employees by code."""
    link: Callable[[str, str], str] = lambda _page, anchor: f"#{anchor}"
    """Returns a relative link to an anchor of another part of the edition."""
    title: Callable[[str], str] = lambda page: page
    """Returns the name of another part of the edition."""
    references: Callable[[str], Sequence[Reference]] = lambda _block: ()
    """Returns the references that stand in a block, by its anchor."""
    heading_references: Sequence[Reference] = ()
    """What the printed heading of a memorandum cites; offsets are into the heading."""
    link_to: LinkTo | None = None
    """Returns where a reference's target is and what its link says; None: nothing is linked."""
    history: Callable[[Provision], Sequence[Aside]] = lambda _provision: ()
    """Returns what became of a provision in other texts."""
    doubts: Doubts | None = None
    """The readings that are not certain."""
    explained: Callable[[Words], Sequence[Reference]] = lambda _words: ()
    """Returns the references that stand in a paragraph of an explanation."""
    told: Callable[[Provision], Sequence[Aside]] = lambda _provision: ()
    """Returns what cites a provision, which memoranda touch it and what local memoranda say."""

    def doubts_in(self, words: Words) -> Sequence[Mark]:
        """Return the marks of readings in the words that are not certain, each with its place."""
        return self.doubts(words) if self.doubts else ()

    def doubts_beside(self, *words: Words) -> str:
        """Return the same marks, to stand beside a label or heading."""
        return self.doubts.beside(*words) if self.doubts else ""

    def words(self, words: Words, references: Sequence[Reference], *, start: bool = False, offset: int = 0) -> str:
        """Return the words as Markdown with all that is said over and behind them."""
        return linked(words, references, self.link_to, start=start, offset=offset, doubts=self.doubts_in(words))
