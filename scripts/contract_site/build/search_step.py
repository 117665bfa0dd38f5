"""Steps: the words of an edition in, what search has of it out; of all editions, with what members look for, what they share.

The index of an edition needs of the others where their files of stems begin and nothing else. So it is made by itself, and in
no step are the indexes of two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contract_site.build.boxed import as_json, data_parts, from_json
from contract_site.build.edition_step import CHANGES
from contract_site.build.read_step import SEARCHED, WORDS
from contract_site.build.subjects import SUBJECTS, subjects_in, words_with_places
from contract_site.data.search import SearchShare, index_files, joined_files, own_files, share_of, urls_of, without_words
from contract_site.data.search_index import entry, postings
from contract_site.data.search_records import with_changes
from contract_site.data.search_subjects import subjects_file
from contract_site.model.editorial import Synonym
from contract_site.model.subject import Subject
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record

FOLDER = "search"
POSTINGS, SHARE, ENTRY, BRIEFLY, URLS = "postings", "share", "entry", "briefly", "urls"
"""Parts of the record of an edition beside files of the site: what each stem is found in; how many records have each, its words
and synonyms, counted; what lists say of it; what its index has to know of its records; where these lead."""
STARTS, NUMBER = "starts", "number"
"""Where files of stems begin, a part of the record of what all editions share; the place of an edition among them."""
SYNONYMS = "synonyms"


def searched_step(slug: str, read: Record, synonyms: Sequence[Synonym]) -> BuildStep:
    """Return the step that makes what search has of an edition, by its slug and record; ``synonyms`` are those of the site."""
    return BuildStep(
        f"searched/{slug}", make_share, {SYNONYMS: dumped(tuple(synonyms))}, {SEARCHED: RecordPart(read, SEARCHED)}
    )


def make_share(box: Box) -> bytes:
    """Make what search has of an edition."""
    agreement = loaded(box[SEARCHED])
    index = postings(agreement.records)
    share = share_of(agreement, index, loaded(box[SYNONYMS]))
    return pack(
        {
            **data_parts(own_files(agreement), FOLDER),
            POSTINGS: dumped(index),
            SHARE: as_json([share.having, share.words, share.spoken]),
            ENTRY: as_json(entry(agreement)),
            BRIEFLY: dumped(without_words(agreement)),
            URLS: as_json(urls_of(agreement)),
        }
    )


def search_step(
    found: Mapping[str, Record], shares: Mapping[str, Record], synonyms: Sequence[Synonym], subjects: Sequence[Subject]
) -> BuildStep:
    """Return the step that makes what search has of no edition alone.

    ``found`` are the records of editions in the order of results, ``shares`` what search has of each.
    """
    given = {"order": as_json(list(found)), SYNONYMS: dumped(tuple(synonyms)), SUBJECTS: dumped(tuple(subjects))}
    words = words_with_places(subjects, found)
    parts = {f"{name}/{slug}": RecordPart(shares[slug], name) for name in (SHARE, ENTRY) for slug in found}
    parts |= {f"{URLS}/{slug}": RecordPart(shares[slug], URLS) for slug in found if f"{WORDS}/{slug}" in words}
    return BuildStep("search", join, given, parts | words)


def join(box: Box) -> bytes:
    """Make what search has of no edition alone."""
    slugs = from_json(box["order"])
    entries = [from_json(box[f"{ENTRY}/{slug}"]) for slug in slugs]
    shares = (SearchShare(*from_json(box[f"{SHARE}/{slug}"])) for slug in slugs)
    starts, files = joined_files(entries, shares, loaded(box[SYNONYMS]))
    subjects = subjects_file(subjects_in(box, slugs), slugs, map(from_json, box.below(f"{URLS}/").values()))
    return pack({**data_parts([*files, subjects], FOLDER), STARTS: as_json(starts)})


def stems_step(number: int, slug: str, share: Record, pages: Record, joined: Record) -> BuildStep:
    """Return the step that makes the index of an edition, by its place among all, from 0, and its slug.

    ``share`` is what search has of it, ``pages`` the record of its pages, ``joined`` what search has of no edition alone.
    """
    parts = {name: RecordPart(share, name) for name in (POSTINGS, BRIEFLY)}
    parts |= {CHANGES: RecordPart(pages, CHANGES), STARTS: RecordPart(joined, STARTS)}
    return BuildStep(f"stems/{slug}", make_stems, {NUMBER: as_json(number)}, parts)


def make_stems(box: Box) -> bytes:
    """Make the index of an edition."""
    agreement = with_changes(loaded(box[BRIEFLY]), from_json(box[CHANGES]))
    files = index_files(from_json(box[NUMBER]), agreement, loaded(box[POSTINGS]), from_json(box[STARTS]))
    return pack(data_parts(files, FOLDER))
