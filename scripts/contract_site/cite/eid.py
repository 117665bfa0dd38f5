"""Akoma Ntoso element ids, carried in the data for other programs: ``art_12__sec_5__subsec_C__para_5``."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.model.document import Provision, Rank

LEVELS = ("subsec", "para", "subpara", "point", "indent", "item")
"""Names of the labelled levels below an article or section, outermost first."""
NAMES = {
    Rank.ARTICLE: "art",
    Rank.SECTION: "sec",
    Rank.STEP: "step",
    Rank.ITEM: "item",
    Rank.PART: "part",
    Rank.PREAMBLE: "preamble",
    Rank.APPENDIX: "appendix",
    Rank.MEMORANDUM: "memo",
    Rank.SUPPLEMENT: "suppl",
    Rank.ATTACHMENT: "att",
}


def eid(trail: Sequence[Provision]) -> str:
    """Return the id of the last provision of a trail that begins at the root of a part."""
    names: list[str] = []
    depth = 0
    for provision in trail:
        value = provision.pinpoint.steps[-1].value if provision.pinpoint.steps else provision.anchor
        if provision.rank is Rank.PARAGRAPH:
            name, depth = LEVELS[min(depth, len(LEVELS) - 1)], depth + 1
        else:
            name, depth = NAMES[provision.rank], 0
            value = value.rpartition("-")[2] if provision.pinpoint.steps else value
        names.append(name if provision.rank is Rank.PREAMBLE else f"{name}_{value}")
    return "__".join(names)
