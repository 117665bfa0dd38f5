"""Step: a comparison in, with the editions around it; its pages as browsers load them and its data out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path, PurePosixPath
from typing import Any

from contract_site.beside.crossings import Crossings
from contract_site.build.around import AROUND, ShownRecords, crossings_of, named_around, parts_around
from contract_site.build.boxed import as_json, data_parts, entry_as_json, from_json, unpacked
from contract_site.build.edition_step import ADDRESSES
from contract_site.build.layered import layered_parts, with_layers
from contract_site.build.paged import built_parts, contents_around, facts_filled, names_in, refuse_broken
from contract_site.data.comparison import comparison_files
from contract_site.data.concordance import concordance_files
from contract_site.interface.say import Spoken
from contract_site.model.page import Listed, ListedTopic
from contract_site.pages.kin.comparisons import (
    comparison_entries,
    comparisons_section,
    listed_comparisons,
    pages_of_comparisons,
)
from contract_site.published.ledger import recorded_comparisons
from contract_site.shelf.box import Box, pack
from contract_site.shelf.catalogue import NOTES
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.shelf import Record
from contract_site.site.built_pages import build_pages
from contract_site.site.languages import with_languages

LISTED, ENTRIES, INDEXED, SPOKEN = "listed", "entries", "indexed", "spoken"
"""Parts of the record of what lists say: of comparisons, of the site's contents, of the data (word by word; by topics); and of
the language of the texts that are compared."""


def kin_pages_step(
    shown: ShownRecords,
    frame: Mapping[str, bytes],
    ledgers: Mapping[str, Path],
    folders: Sequence[str],
    pages: Mapping[str, Record],
) -> BuildStep:
    """Return the step that makes the pages of a comparison, or of all comparisons of items together, by their folders.

    ``ledgers`` are the files of their published addresses; ``pages`` the records of the pages of editions, to whose addresses
    theirs may have moved.
    """
    slugs = sorted({slug for each in folders for slug in shown.ways.texts(each)})
    compared = shown.ways.shown_by(slugs)
    given = {**frame, AROUND: named_around(shown, slugs, compared), "own": as_json(list(folders))}
    quoted = {slug for each in folders if shown.ways.settings[each].kind == "items" for slug in shown.ways.compared(each)}
    parts = parts_around(shown, slugs, compared) | layered_parts(shown.editions, shown.ways.in_order(quoted), [NOTES])
    led = {
        line.partition("\t")[2].partition("/")[0]
        for path in ledgers.values()
        for line in path.read_bytes().decode("utf-8", "replace").splitlines()
    }
    known = [slug for slug in pages if slug in led or slug in slugs]
    parts |= {f"{ADDRESSES}/{slug}": RecordPart(pages[slug], ADDRESSES) for slug in known}
    return BuildStep(f"pages/{folders[0].replace('/', '-')}", make_comparison, given, parts, ledgers)


def make_comparison(box: Box) -> bytes:
    """Make all pages of comparisons. Raises ContractSiteError, also if a published address would disappear or mislead."""
    folders = from_json(box["own"])
    with unpacked(box) as root:
        around = crossings_of(box, root, {each: each for each in folders}).only(folders)
        editions = around.relations.editions
        crossings = around.furnished({slug: with_layers(editions[slug], box) for slug in box.below(f"{NOTES}/")})
        published = {address for name in box if name.startswith(ADDRESSES) for address in from_json(box[name])}
        refuse_broken(recorded_comparisons(crossings, published))
        entries = comparison_entries(crossings)
        made, redirects = pages_of_comparisons(crossings)
        pages = facts_filled(box, made)
        built = build_pages(root, pages, *contents_around(box, comparisons_section(entries)))
    language = compared_language(crossings)
    built = replace(built, files=with_languages(built.files, (), language))
    compared, concorded = list(comparison_files(crossings)), list(concordance_files(crossings.concorded))
    files = [*compared, *concorded]
    return pack(
        {
            **built_parts(built, pages, redirects),
            **names_in(box, built),
            **data_parts((file for _, file in files), "data"),
            INDEXED: as_json([[entry.model_dump() for entry, _ in each] for each in (compared, concorded)]),
            ENTRIES: as_json([entry_as_json(each) for each in entries]),
            LISTED: as_json([_as_plain(each) for each in listed_comparisons(crossings)]),
            SPOKEN: as_json(language),
        }
    )


def compared_language(crossings: Crossings) -> str:
    """Return the language of all texts that are compared, not of those that they cite; the site's where they have several."""
    compared = [edition for each in crossings.compared for edition in (each.before, each.after)]
    compared += [edition for each in crossings.concorded for edition in (each.before, each.after)]
    compared += [place.edition for item in crossings.items for place in item.places]
    spoken = {edition.settings.language for edition in compared}
    return spoken.pop() if len(spoken) == 1 else Spoken.language


def listed_from_json(content: bytes) -> list[Listed]:
    """Return what lists say of comparisons, from JSON."""
    return [_from_plain(each) for each in from_json(content)]


def _as_plain(listed: Listed) -> dict[str, Any]:
    return asdict(listed) | {
        "path": str(listed.path),
        "topics": [[each.id, each.title, str(each.path)] for each in listed.topics],
    }


def _from_plain(said: dict[str, Any]) -> Listed:
    topics = tuple(ListedTopic(each, title, PurePosixPath(path)) for each, title, path in said["topics"])
    plain = {"path": PurePosixPath(said["path"]), "slugs": tuple(said["slugs"]), "between": tuple(said["between"])}
    return Listed(**said | plain | {"topics": topics})
