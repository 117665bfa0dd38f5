"""The words that lead to the entries of a list: ``The following articles apply to Relief Keepers:``."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.model.document import Block, Edition, Part, Provision

SENTENCES = (".", "?", "!", ".”", ".)")


def blocks_with_leads(edition: Edition) -> Iterator[tuple[Part, Provision, Block, str]]:
    """Yield every block with its part, its provision and the text that leads to it, in printed order.

    That is the last text before it in its provision, or in those around it, that ends with a colon, if nothing of them that
    ends as a sentence stands between; else it is empty. What stands in provisions below is no end of a list.
    """
    for part in edition.parts:
        for provision, block, lead in _led(part.root, ""):
            yield part, provision, block, lead


def _led(provision: Provision, lead: str) -> Iterator[tuple[Provision, Block, str]]:
    for part in provision.body:
        if isinstance(part, Provision):
            yield from _led(part, lead)
        else:
            yield provision, part, lead
            lead = _next_lead(lead, part.text.rstrip())


def _next_lead(lead: str, text: str) -> str:
    if text.endswith(":"):
        return text
    return "" if text.endswith(SENTENCES) else lead
