"""What the rest of a project says of one edition: where its words lead, and which of its published addresses would go.

The other agreements are read and planted once, so that one edition can be asked about again and again while it changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.editors.ledger import load_ledger
from contract_site.link.citable import Tree, plant
from contract_site.link.explained import explanation_findings, link_explanations
from contract_site.link.implements import check_items, implemented_items
from contract_site.link.references import check_links, link_edition, reference_findings
from contract_site.model.document import Edition
from contract_site.model.finding import Finding
from contract_site.published.ledger import broken_addresses, compare_ledger, published_addresses

SHOWN = 20
"""Broken addresses that are named; what breaks one mostly breaks many."""


class Neighbours:
    """The agreements of a project around the one with a slug."""

    def __init__(self, project: Project, slug: str) -> None:
        """Take the project; nothing is read before it is asked for."""
        self._project = project
        self._slug = slug

    @cached_property
    def _editions(self) -> Mapping[str, Edition]:
        return pipeline.load_editions(self._project, pipeline.unreported)

    @cached_property
    def _trees(self) -> Mapping[str, Tree]:
        return {slug: plant(edition) for slug, edition in self._editions.items() if slug != self._slug}

    def findings(self, edition: Edition) -> Iterator[Finding]:
        """Yield what linking an edition finds, and the published addresses that it has no more; by place.

        Raises ContractSiteError.
        """
        trees = {**self._trees, edition.slug: plant(edition)}
        editions = {**self._editions, edition.slug: edition}
        links = link_edition(edition, trees)
        check_links(edition, links, editions)
        yield from check_items(edition, implemented_items(edition, editions))
        yield from reference_findings(edition, links)
        yield from explanation_findings(edition, link_explanations(edition, trees))
        yield from self._broken(edition)

    def _broken(self, edition: Edition) -> Iterator[Finding]:
        ledger = load_ledger(self._project.root / edition.folder, edition.folder)
        pages = tuple(each for each in ledger.published if "#" not in each.address)
        # Pages of lists and histories depend on all agreements; what is lost of the text shows in its anchors.
        today = {each.address: each for each in (*pages, *published_addresses(edition))}
        broken = list(broken_addresses(compare_ledger(tuple(today.values()), ledger), f"{edition.folder}/addresses.tsv"))
        yield from broken[:SHOWN]
        if len(broken) > SHOWN:
            more = f"{len(broken) - SHOWN} more published addresses would go; make check AGREEMENT={edition.slug} names all"
            yield Finding(f"{edition.folder}/addresses.tsv", 1, "S101", more)
