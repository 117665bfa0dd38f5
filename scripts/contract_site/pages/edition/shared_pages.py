"""What is shown of a provision, and of the part it stands in, where a link to it is shared."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.beside.shared import shared_addresses
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.data.goto import opening_words
from contract_site.interface.say import say
from contract_site.model.document import Edition, Part
from contract_site.model.ledger import Ledger
from contract_site.model.page import Picture, SharedPage
from contract_site.words.frame import UNOFFICIAL, part_title, status_words

OPENING = 160
"""Characters of a provision's words that a preview says."""


def shared_pages(edition: Edition, ledger: Ledger | None) -> Iterator[SharedPage]:
    """Yield the page of every provision of an edition that is shared by an address of its own, in printed order.

    ``ledger`` is that of its published addresses, which keep their pages.
    """
    shared = shared_addresses(edition, ledger)
    for part in edition.parts:
        within = ((part_title(part), _address(edition, part)), (edition.settings.title, f"{edition.slug}/"))
        for provision in part.root.walk():
            address = shared.get((part.id, provision.anchor))
            if address is not None and provision is not part.root:
                yield SharedPage(
                    address=address,
                    target=_address(edition, part, provision.anchor),
                    name=citation(part, provision),
                    standing=f"{edition.settings.brief} ({status_words(edition)}; {say(UNOFFICIAL)})",
                    opening=opening_words(part, provision, OPENING),
                    picture=str(addresses.picture(edition, part)),
                    within=within,
                )


def pictures(edition: Edition) -> Iterator[Picture]:
    """Yield the picture of every part of an edition."""
    for part in edition.parts:
        yield Picture(
            path=addresses.picture(edition, part),
            name=part.name if part.title not in ("", part.name) else "",
            title=part.title or part.name,
            agreement=edition.settings.brief,
            standing=f"{status_words(edition)} · {say(UNOFFICIAL)}",
        )


def _address(edition: Edition, part: Part, anchor: str = "") -> str:
    return addresses.part_url(edition, part, anchor).lstrip("/")
