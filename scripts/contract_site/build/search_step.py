"""Step: the words of all editions in, and what members say and look for; the index of search out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contract_site.build.boxed import as_json, data_parts, from_json
from contract_site.build.edition_step import CHANGES
from contract_site.build.read_step import SEARCHED
from contract_site.build.subjects import SUBJECTS, subjects_in, words_with_places
from contract_site.data.search import search_files
from contract_site.data.search_records import with_changes
from contract_site.model.editorial import Synonym
from contract_site.model.subject import Subject
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record


def search_step(
    found: Mapping[str, Record], pages: Mapping[str, Record], synonyms: Sequence[Synonym], subjects: Sequence[Subject]
) -> BuildStep:
    """Return the step that makes the index of search.

    ``found`` are the records of editions in the order of results, ``pages`` those of their pages.
    """
    given = {"order": as_json(list(found)), "synonyms": dumped(tuple(synonyms)), SUBJECTS: dumped(tuple(subjects))}
    parts = {f"{SEARCHED}/{slug}": RecordPart(record, SEARCHED) for slug, record in found.items()}
    parts |= words_with_places(subjects, found)
    return BuildStep("search", index, given, parts | {f"{CHANGES}/{slug}": RecordPart(pages[slug], CHANGES) for slug in found})


def index(box: Box) -> bytes:
    """Make the index of search."""
    slugs = from_json(box["order"])
    agreements = [with_changes(loaded(box[f"{SEARCHED}/{slug}"]), from_json(box[f"{CHANGES}/{slug}"])) for slug in slugs]
    return pack(data_parts(search_files(agreements, loaded(box["synonyms"]), subjects_in(box, slugs)), "search"))
