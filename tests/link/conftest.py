"""The real agreements, read and linked once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.link.texts import links_of
from tests.present import BY_SLUG

from contract_site.build import pipeline
from contract_site.link.backlinks import Backlinks, turn_round
from contract_site.model.citation import Links, Reference
from contract_site.model.document import Block, Edition


@dataclass(frozen=True)
class Sources:
    """Editions, their links, what cites what, and every block by edition, page and anchor."""

    editions: dict[str, Edition]
    links: dict[str, Links]
    backlinks: Backlinks
    blocks: dict[tuple[str, str, str], Block]

    def references(self) -> list[tuple[str, Reference]]:
        return [(slug, reference) for slug, links in self.links.items() for reference in links.references]


@pytest.fixture(scope="session")
def sources() -> Sources:
    editions = {slug: pipeline.load_folder(folder, folder.name) for slug, folder in BY_SLUG.items()}
    links = links_of(*editions.values())
    blocks = {
        (slug, part.id, block.anchor): block
        for slug, edition in editions.items()
        for part, provision in edition.provisions()
        for block in provision.blocks
    }
    return Sources(editions, links, turn_round(editions, links), blocks)
