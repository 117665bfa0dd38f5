"""Subjects as open data: each as CSV with the words of every agreement on it, a row a place; and all in one JSON file.

The columns are called the same in every language, for programs; the cells that say a term or a status say it to readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.subjects import PlacedSubject, SubjectPlace
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.cite.titles import display_title
from contract_site.data.schema import FileModel, Model, to_json
from contract_site.data.spreadsheet import csv_text
from contract_site.model.page import DataFile
from contract_site.words.frame import dates, status_words

COLUMNS = ("subject", "agreement", "term", "status", "citation", "title", "address", "lead-in", "words")
FILE = PurePosixPath("subjects.json")


class SubjectPlaceData(Model):
    """A place that deals with a subject."""

    agreement: str
    """The edition's slug."""
    citation: str
    url: str


class SubjectData(Model):
    """A subject in members' words."""

    id: str
    name: str
    also: list[str]
    """Other words for it."""
    see_also: list[str]
    """Ids of subjects that are near it."""
    places: list[SubjectPlaceData]
    url: str
    table: str
    """The words of all places, as CSV."""


class SubjectsData(FileModel):
    """``/data/subjects.json``."""

    subjects: list[SubjectData]


def subject_files(placed: Sequence[PlacedSubject], root: str) -> Iterator[DataFile]:
    """Yield all subjects as JSON and the table of each, by their paths below ``data/``; nothing if there are none.

    ``root`` is the site's address, or nothing.
    """
    if placed:
        ids = {each.subject.name: each.subject.id for each in placed}
        yield DataFile(FILE, to_json(SubjectsData(subjects=[_subject(each, ids) for each in placed])))
        yield from _tables(placed, root)


def _subject(each: PlacedSubject, ids: dict[str, str]) -> SubjectData:
    return SubjectData(
        id=each.subject.id,
        name=each.subject.name,
        also=list(each.subject.also),
        see_also=[ids[name] for name in each.subject.see_also if name in ids],
        places=[
            SubjectPlaceData(agreement=place.edition.slug, citation=citation(place.part, place.provision), url=_url(place))
            for place in each.places
        ],
        url=addresses.page_url(addresses.subject_file(each.subject.id)),
        table=f"/data/{addresses.subject_data(each.subject.id)}",
    )


def _tables(placed: Iterable[PlacedSubject], root: str) -> Iterator[DataFile]:
    for each in placed:
        rows = [
            (
                each.subject.name,
                place.edition.settings.title,
                dates(place.edition),
                status_words(place.edition),
                citation(place.part, place.provision),
                display_title(place.part, place.provision) or "",
                root.rstrip("/") + _url(place),
                place.lead,
                place.words,
            )
            for place in each.places
        ]
        yield DataFile(addresses.subject_data(each.subject.id), csv_text(COLUMNS, rows))


def _url(place: SubjectPlace) -> str:
    return addresses.part_url(place.edition, place.part, place.anchor)
