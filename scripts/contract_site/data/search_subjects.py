"""The subjects as search knows them: the stems of what members call each, and which records its places are.

Search leads to a subject's page, and its places count more among what it finds, because a person has read and chosen them.
Records go by their numbers, so that a page knows the places of a subject without reading any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_site.beside.subjects import PlacedSubject, SubjectPlace
from contract_site.cite import addresses
from contract_site.data.script import script
from contract_site.data.search_words import stems_of
from contract_site.model.page import DataFile

FILE = "subjects.js"


def subjects_file(placed: Iterable[PlacedSubject], slugs: Iterable[str], urls: Iterable[Sequence[str]]) -> DataFile:
    """Return the script of all subjects, named below ``search/``, as a list of rows.

    Each is ``[name, id, [stems of its name, of another word for it, …], [[agreement, record, …], …]]``: the stems of one in the
    order of the alphabet with a space between them, agreements and records by their numbers, the most telling record first.
    ``slugs`` are those of all agreements, ``urls`` the addresses of the records of each that a subject has places in.
    """
    numbers = {slug: number for number, slug in enumerate(slugs)}
    records = {url: number for own in urls for number, url in enumerate(own)}
    return script(FILE, "searchSubjects", [_row(each, numbers, records) for each in placed])


def _row(each: PlacedSubject, numbers: Mapping[str, int], records: Mapping[str, int]) -> list[object]:
    called = (each.subject.name, *each.subject.also)
    stems = dict.fromkeys(filter(None, (" ".join(sorted({*stems_of(words.replace("-", " "))})) for words in called)))
    return [each.subject.name, each.subject.id, list(stems), list(_places(each, numbers, records))]


def _places(each: PlacedSubject, numbers: Mapping[str, int], records: Mapping[str, int]) -> Iterator[list[int]]:
    """Yield for each agreement that is searched its number and the records of the subject's places in it."""
    for edition, places in each.by_edition():
        found = dict.fromkeys(number for place in places if (number := _record(place, records)) is not None)
        if found and edition.slug in numbers:
            yield [numbers[edition.slug], *found]


def _record(place: SubjectPlace, records: Mapping[str, int]) -> int | None:
    """The record of a place: its own, that of the provision around it, or where that has no words the first below it."""
    below = [each.anchor for each in place.provision.children]
    for anchor in (place.anchor, place.provision.anchor, *below):
        url = addresses.part_url(place.edition, place.part, anchor).removeprefix("/")
        if url in records:
            return records[url]
    return None
