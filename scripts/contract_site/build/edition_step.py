"""Step: an edition in, with what stands around it; its pages as browsers load them, its data and tables out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from contract_site.beside.lists import lists_of
from contract_site.build.around import AROUND, ShownRecords, crossings_of, named_around, parts_around
from contract_site.build.boxed import as_json, data_parts, entry_as_json, from_json, unpacked
from contract_site.build.layered import layered_parts, with_layers
from contract_site.build.paged import FRAME, built_parts, contents_around, facts_filled, names_in, refuse_broken, text_as_json
from contract_site.cite import addresses
from contract_site.data.agreement import agreement_entry
from contract_site.data.goto import goto_tables
from contract_site.data.mine import local_rows, trade_rows
from contract_site.data.open_data import edition_file
from contract_site.data.search_records import changes_of
from contract_site.model.document import Edition
from contract_site.pages.books import bundled_text
from contract_site.pages.edition.editors_pages import citation_files, citations_page
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.kin.comparisons import comparison_entries
from contract_site.published.ledger import recorded_edition
from contract_site.shelf.box import Box, pack
from contract_site.shelf.catalogue import LAYERS
from contract_site.shelf.making import BuildStep
from contract_site.site.built_pages import build_pages
from contract_site.site.generator import address_of
from contract_site.site.languages import with_languages

TEXT, ADDRESSES, CHANGES, ENTRY, CONTENTS, LISTS = "text", "addresses", "changes", "entry", "contents", "lists"
"""Parts of the record beside those of all that have pages: what books say of the edition; its published addresses; where search
sends who asks what changed; what the index of data says of it; its part of the site's contents; the lists that it has."""


def edition_step(
    shown: ShownRecords, frame: Mapping[str, bytes], ledger: Mapping[str, Path], edition: Edition, chosen: Collection[str]
) -> BuildStep:
    """Return the step that makes all pages of an edition, of which no words are needed here.

    ``ledger`` are the files of its published addresses, ``chosen`` the local agreements that readers can choose as theirs.
    """
    slug = edition.slug
    compared = shown.ways.shown_by([slug])
    own = {"slug": slug, "folder": edition.folder, "chosen": slug in chosen}
    given = {**frame, AROUND: named_around(shown, [slug], compared), "own": as_json(own)}
    parts = parts_around(shown, [slug], compared) | layered_parts(shown.editions, [slug], LAYERS)
    return BuildStep(f"pages/{slug}", make_edition, given, parts, ledger)


def make_edition(box: Box) -> bytes:
    """Make all pages of an edition. Raises ContractSiteError, also if a published address would disappear or mislead."""
    own = from_json(box["own"])
    slug = own["slug"]
    with unpacked(box) as root:
        around = crossings_of(box, root, {slug: own["folder"]})
        edition = with_layers(around.relations.editions[slug], box)
        crossings = around.furnished({slug: edition})
        recorded = recorded_edition(edition, crossings)
        refuse_broken([recorded])
        rendered = render_edition(edition, crossings)
        pages = facts_filled(box, [*rendered.pages, citations_page(edition)])
        built = build_pages(root, pages, *contents_around(box, rendered.contents))
    built = replace(built, files=with_languages(built.files, text_pages(edition), edition.settings.language))
    data = edition_file(edition, crossings)
    text = bundled_text(edition, rendered, comparison_entries(crossings), crossings.relations)
    address = from_json(box[FRAME])["address"]
    return pack(
        {
            **built_parts(built, pages, rendered.redirects),
            **names_in(box, built),
            **data_parts([data, *citation_files([edition], address)], "data"),
            **data_parts(goto_tables(edition, crossings), "go"),
            **data_parts([local_rows(edition, crossings)] if own["chosen"] else [], "mine"),
            **data_parts(trade_rows(edition, crossings), "mine"),
            ENTRY: as_json(agreement_entry(edition, data.text).model_dump()),
            CONTENTS: as_json(entry_as_json(rendered.contents)),
            CHANGES: as_json(changes_of(edition, crossings)),
            LISTS: as_json([each.kind for each in lists_of(edition, crossings)]),
            TEXT: text_as_json(text),
            ADDRESSES: as_json([each.address for each in recorded.today]),
        }
    )


def text_pages(edition: Edition) -> set[str]:
    """Return the files of the site that hold the parties' words, of an edition."""
    return {f"{address_of(addresses.part_file(edition.slug, part.id))}/index.html" for part in edition.parts}
