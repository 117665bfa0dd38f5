"""Each subject as CSV: the words of every agreement on it, a row a place, for the bargaining table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_site.beside.subjects import PlacedSubject
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.cite.titles import display_title
from contract_site.data.spreadsheet import csv_text
from contract_site.model.page import DataFile
from contract_site.words.frame import dates, status_words

COLUMNS = ("subject", "agreement", "term", "status", "citation", "title", "address", "words")


def subject_tables(placed: Iterable[PlacedSubject], root: str) -> Iterator[DataFile]:
    """Yield the table of each subject, by its path below ``data/``; ``root`` is the site's address, or nothing."""
    for each in placed:
        rows = [
            (
                each.subject.name,
                place.edition.settings.title,
                dates(place.edition),
                status_words(place.edition),
                citation(place.part, place.provision),
                display_title(place.part, place.provision) or "",
                root.rstrip("/") + addresses.part_url(place.edition, place.part, place.provision.anchor),
                place.words,
            )
            for place in each.places
        ]
        yield DataFile(addresses.subject_data(each.subject.id), csv_text(COLUMNS, rows))
