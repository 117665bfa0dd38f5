"""How a page tells its script to cite: the forms of `cite`, as little of them as the script needs to make all others.

What the script knows already is the citation at each label (``Article 8.5.G``). A place whose other forms differ from those of
a place above it by the same ending need not be listed, nor a section that is spelt out as its part's first one is; so only
parts, steps and tables are, and what is called otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from contract_site.beside.shared import Shared
from contract_site.cite import addresses
from contract_site.cite.cite import (
    PARAGRAPH,
    abridged,
    agreement_name,
    block_end,
    citation,
    long_end,
    page_range,
    short_end,
    spelt_out,
)
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.place import Anchor
from contract_site.words.frame import status_words

Forms = tuple[str, str, str]
"""One place within its agreement: as its label's title says it, abridged, spelt out."""


def page_citations(edition: Edition, part: Part, shared: Shared) -> str:
    """Return, as JSON, what the script of a part's page needs to cite and share every provision, paragraph and table on it."""
    unshared = [each.anchor for each in part.root.walk() if each is not part.root and (part.id, each.anchor) not in shared]
    return json.dumps(
        {
            "shared": addresses.shared_from(part),
            **({"unshared": unshared} if unshared else {}),
            "agreement": agreement_name(edition),
            "status": status_words(edition),
            "root": part.root.anchor,
            "page": page_range(part.root.page, None),
            "paragraph": PARAGRAPH,
            "ends": [short_end(edition, part), long_end(part)],
            **({"between": section} if (section := between(part)) else {}),
            "places": places(part),
            "tables": tables(part),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def places(part: Part) -> dict[str, Forms]:
    """Return the forms of the part (at ``""``) and of every provision whose forms do not follow from one above it."""
    listed: dict[str, Forms] = {}
    section = between(part)
    for trail in _trails((part.root,)):
        anchor = "" if len(trail) == 1 else trail[-1].anchor
        forms = (citation(part, trail[-1]), abridged(part, trail[-1]), spelt_out(part, trail))
        if not listed or derived(listed, anchor, forms[0], section) != forms:
            listed[anchor] = forms
    return listed


def between(part: Part) -> str:
    """Return what is spelt out between the part and the number of its first section (``, Section ``); empty if nothing is."""
    root = part.root
    if not root.children:
        return ""
    first = root.children[0]
    number = citation(part, first).removeprefix(citation(part, root)).removeprefix(".")
    words = spelt_out(part, (root, first)).removeprefix(spelt_out(part, (root,))).removesuffix(number)
    return words if words.endswith(" ") and number else ""


def derived(listed: dict[str, Forms], anchor: str, cited: str, section: str) -> Forms | None:
    """Return the forms of a place as the script makes them: those of the nearest listed place above, with the same ending.

    Directly below the part ``section`` stands in the place of the point, where something is spelt out there.
    """
    above = anchor
    while above not in listed:
        above = str(Anchor.parse(above).above or "")
    plain, short, spelt = listed[above]
    if not cited.startswith(plain):
        return None
    ending = cited[len(plain) :]
    named = section + ending[1:] if section and not above and ending[:1] == "." else ending
    return cited, short + ending, spelt + named


def tables(part: Part) -> dict[str, tuple[str, str]]:
    """Return, by the anchor of each table, the anchor of its provision (``""`` for the part) and what cites it there."""
    return {
        block.anchor: ("" if provision is part.root else provision.anchor, block_end(part, provision, block))
        for provision in part.root.walk()
        for block in provision.blocks
        if block.table is not None
    }


def _trails(trail: tuple[Provision, ...]) -> Iterator[tuple[Provision, ...]]:
    yield trail
    for child in trail[-1].children:
        yield from _trails((*trail, child))
