"""Steps: the words of an edition in, what search has of it out; and of all editions, with what members look for, the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contract_site.build.boxed import as_json, data_parts, from_json
from contract_site.build.edition_step import CHANGES
from contract_site.build.read_step import SEARCHED
from contract_site.build.subjects import SUBJECTS, subjects_in, words_with_places
from contract_site.data.search import SearchShare, joined_files, own_files, share_of, without_words
from contract_site.data.search_records import with_changes
from contract_site.data.search_subjects import subjects_file
from contract_site.model.editorial import Synonym
from contract_site.model.subject import Subject
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record

FOLDER = "search"
POSTINGS, COUNTED, BRIEFLY = "postings", "counted", "briefly"
"""Parts of the record of an edition beside files of the site: what each stem is found in; its words and synonyms, counted; what
the index has to know of its records."""
SYNONYMS = "synonyms"


def searched_step(slug: str, read: Record, synonyms: Sequence[Synonym]) -> BuildStep:
    """Return the step that makes what search has of an edition, by its slug and record; ``synonyms`` are those of the site."""
    return BuildStep(
        f"searched/{slug}", make_share, {SYNONYMS: dumped(tuple(synonyms))}, {SEARCHED: RecordPart(read, SEARCHED)}
    )


def make_share(box: Box) -> bytes:
    """Make what search has of an edition."""
    agreement = loaded(box[SEARCHED])
    share = share_of(agreement, loaded(box[SYNONYMS]))
    return pack(
        {
            **data_parts(own_files(agreement), FOLDER),
            POSTINGS: dumped(share.index),
            COUNTED: as_json([share.words, share.spoken]),
            BRIEFLY: dumped(without_words(agreement)),
        }
    )


def search_step(
    found: Mapping[str, Record],
    shares: Mapping[str, Record],
    pages: Mapping[str, Record],
    synonyms: Sequence[Synonym],
    subjects: Sequence[Subject],
) -> BuildStep:
    """Return the step that makes the index of search.

    ``found`` are the records of editions in the order of results, ``shares`` what search has of each, ``pages`` the records of
    their pages.
    """
    given = {"order": as_json(list(found)), SYNONYMS: dumped(tuple(synonyms)), SUBJECTS: dumped(tuple(subjects))}
    parts = {f"{name}/{slug}": RecordPart(shares[slug], name) for name in (POSTINGS, COUNTED, BRIEFLY) for slug in found}
    parts |= words_with_places(subjects, found)
    return BuildStep("search", index, given, parts | {f"{CHANGES}/{slug}": RecordPart(pages[slug], CHANGES) for slug in found})


def index(box: Box) -> bytes:
    """Make the index of search."""
    slugs = from_json(box["order"])
    agreements = [with_changes(loaded(box[f"{BRIEFLY}/{slug}"]), from_json(box[f"{CHANGES}/{slug}"])) for slug in slugs]
    shares = [SearchShare(loaded(box[f"{POSTINGS}/{slug}"]), *from_json(box[f"{COUNTED}/{slug}"])) for slug in slugs]
    files = joined_files(agreements, shares, loaded(box[SYNONYMS]))
    return pack(data_parts([*files, subjects_file(subjects_in(box, slugs), agreements)], FOLDER))
