"""Step: an edition in, with those whose provisions it cites; what its words point to out, and whom they cite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contract_site.build.boxed import as_json, from_json
from contract_site.build.layered import layered, layered_parts
from contract_site.build.read_step import FACTS
from contract_site.link.backlinks import check_relations, turn_round
from contract_site.link.citable import plant
from contract_site.link.explained import link_explanations
from contract_site.link.implements import implemented_items
from contract_site.link.references import check_links, link_edition
from contract_site.link.terms import defined_terms
from contract_site.model.citation import Backlink, Target
from contract_site.model.document import Edition
from contract_site.shelf.box import Box, pack
from contract_site.shelf.catalogue import CITED, SHOWN, SOURCE
from contract_site.shelf.making import BuildStep
from contract_site.shelf.pickles import dumped
from contract_site.shelf.shelf import Record

LINKS, CITING = "links", "citing/"
"""Parts of the record: its references, those of explanations, its terms; by slug, whom it cites."""
READ = (SOURCE, CITED, SHOWN)
"""The layers by which it is found where words lead."""


def link_step(slug: str, editions: Mapping[str, Record]) -> BuildStep:
    """Return the step that links an edition, by its slug, of all that are read, in the order of folders."""
    facts = from_json(editions[slug][FACTS])
    around = [each for each in editions if each == slug or each in facts["linked"]]
    named = {"slug": slug, "around": around, "known": [each for each in facts["leads"] if each in editions]}
    return BuildStep(f"links/{slug}", link, {"named": as_json(named)}, layered_parts(editions, around, READ))


def link(box: Box) -> bytes:
    """Link an edition. Raises SettingsError."""
    named = from_json(box["named"])
    editions: dict[str, Edition] = {slug: layered(box, slug, READ) for slug in named["around"]}
    edition = editions[named["slug"]]
    trees = {slug: plant(each) for slug, each in editions.items()}
    links = link_edition(edition, trees)
    check_links(edition, links, {edition.slug, *named["known"]})
    check_relations(edition, links)
    implemented_items(edition, editions)
    explained = link_explanations(edition, trees)
    terms = defined_terms(edition)
    citing = _by_slug(turn_round({edition.slug: edition}, {edition.slug: links}))
    return pack(
        {
            LINKS: dumped((links, explained, terms)),
            **{f"{CITING}{slug}": dumped(cited) for slug, cited in sorted(citing.items())},
        }
    )


def _by_slug(backlinks: Mapping[Target, Sequence[Backlink]]) -> dict[str, dict[Target, Sequence[Backlink]]]:
    found: dict[str, dict[Target, Sequence[Backlink]]] = {}
    for target, each in backlinks.items():
        found.setdefault(target.slug, {})[target] = each
    return found
