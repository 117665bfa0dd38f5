"""Write citations as this field writes them: within an agreement, short for a sentence, long with the agreement's name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from contract_site.model.document import Block, Edition, Part, Provision, Rank
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.place import Anchor, Container
from contract_site.model.rank_names import name_of_rank, short_name

PARAGRAPH = ", ¶ "
"""What stands before the number of a paragraph that has no label of its own: ``Article 8.5.G, ¶ 2``."""


def citation(part: Part, provision: Provision) -> str:
    """Return the citation of a provision within its agreement: ``Article 12.5.C.5.b(6)``, ``Night Watches, 2.C``."""
    pinpoint = str(provision.pinpoint)
    if part.in_body:
        return f"{rank_word(part)} {pinpoint}"
    name = part_name(part)
    return f"{name}, {pinpoint}" if pinpoint else name


def follows(part: Part, provision: Provision) -> bool:
    """Whether a provision's citation is that of the part's own label, and behind it what its anchor has behind the part's.

    Such a label says its citation by where it stands, so that a page need not repeat it. One in brackets is cited in them.
    """
    root = part.root
    above, point, last = provision.anchor.removeprefix(root.anchor).rpartition(".")
    ending = f"{above}({last})" if provision.label.text[:1] == "(" else f"{above}.{last}"
    begins = bool(root.label.text and point) and provision.anchor.startswith(f"{root.anchor}.")
    return begins and citation(part, provision) == citation(part, root) + ending


def part_name(part: Part) -> str:
    """Return what citations call a part: ``Article 8``, ``Appendix A``, ``MOU Re: Night Watches``."""
    is_memorandum = Container(part.container).is_memorandum and part.form.startswith("Memorandum")
    return f"MOU Re: {part.title}" if is_memorandum else part.name


def abridged(part: Part, provision: Provision) -> str:
    """Return the citation as a sentence has room for it: ``Art. 8.5.G``."""
    words = citation(part, provision)
    word = rank_word(part)
    return f"{short_name(word)}{words.removeprefix(word)}" if part.in_body else words


def spelt_out(part: Part, trail: Sequence[Provision]) -> str:
    """Return the citation with each rank by its name: ``Article 8, Section 5.G``. ``trail`` leads from the part's root."""
    written = citation(part, trail[0])
    named = not part.in_body
    for above, provision in pairwise(trail):
        is_section = provision.rank is Rank.SECTION and above.rank in (Rank.ARTICLE, Rank.ITEM)
        for step in provision.pinpoint.steps[len(above.pinpoint.steps) :]:
            written += _spelt(step, is_section=is_section, first=named)
            named = False
    return written


def short_end(edition: Edition, part: Part) -> str:
    """Return what ends a short citation: ``(2024)``; ``(2024, p. 178)`` outside the numbered articles."""
    page = _page(part)
    return f" ({edition.settings.short}{f', {page}' if page else ''})"


def long_end(part: Part) -> str:
    """Return what ends a long citation: the printed page of what has no number to find it by."""
    page = _page(part)
    return f" ({page})" if page else ""


def agreement_name(edition: Edition) -> str:
    """Return what long citations call the agreement."""
    return edition.settings.citation or edition.settings.title


def short_citation(edition: Edition, part: Part, provision: Provision, block: Block | None = None) -> str:
    """Return the citation with the edition in brackets: ``Art. 8.5.G (2024)``; of a paragraph or table, if one is given."""
    return f"{abridged(part, provision)}{block_end(part, provision, block)}{short_end(edition, part)}"


def long_citation(edition: Edition, part: Part, provision: Provision, block: Block | None = None) -> str:
    """Return the citation with the agreement it belongs to: ``2024–2028 …, Article 8, Section 5.G``."""
    spelt = spelt_out(part, part.root.trail(provision.anchor))
    return f"{agreement_name(edition)}, {spelt}{block_end(part, provision, block)}{long_end(part)}"


def block_end(part: Part, provision: Provision, block: Block | None) -> str:
    """Return what cites one block of a provision of a part: ``, ¶ 2``, ``, Table 1.1``; nothing for its first words."""
    if block is None or block.anchor == provision.anchor:
        return ""
    if block.table is not None:
        return f", {block.table.name or _counted_table(part, block.anchor)}"
    number = Anchor.parse(block.anchor).number
    return "" if number is None else f"{PARAGRAPH}{number}"


def rank_word(part: Part) -> str:
    """Return what the edition calls the rank of an article or item: ``Article``, ``Artículo``, ``§``."""
    return part.name.partition(" ")[0]


def table_word(part: Part) -> str:
    """Return what citations call a table of a part that has no printed name: ``table``, in the language of its words."""
    return name_of_rank("table", part.language).lower()


def page_range(first: str | None, last: str | None) -> str:
    """Return printed pages as readers see them: ``p. 15``, ``pp. 15–18``; empty if none are printed."""
    if first is None:
        return ""
    return f"p. {first}" if last in (None, first) else f"pp. {first}–{last}"


def _page(part: Part) -> str:
    return "" if part.in_body else page_range(part.root.page, None)


def _counted_table(part: Part, anchor: str) -> str:
    number = Anchor.parse(anchor).number
    return table_word(part) if number is None else f"{table_word(part)} {number}"


def _spelt(step: Step, *, is_section: bool, first: bool) -> str:
    """One step further down; ``first`` follows a name and not a number."""
    if step.style is StepStyle.NAMED or first:
        return f", {step.cited}"
    if step.style is StepStyle.BRACKETED:
        return step.cited
    return f", {step.word or 'Section'} {step.cited}" if is_section else f".{step.cited}"
