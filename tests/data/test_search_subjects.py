"""What search knows of subjects: what each is called, as stems, and the records of its places by their numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.projects import ROOT, no_report

from contract_site.build import pipeline
from contract_site.build.subjects import load_placed_subjects
from contract_site.cite import addresses
from contract_site.data.search import urls_of
from contract_site.data.search_records import searched_agreements
from contract_site.data.search_subjects import subjects_file


@pytest.mark.agreements("national-2010")
def test_every_subject_is_there_with_records_of_its_own_parts() -> None:
    project = pipeline.Project(ROOT, ROOT / "site")
    editions = pipeline.load_editions(project, no_report)
    placed, searched = load_placed_subjects(project, editions), searched_agreements(list(editions.values()))
    file = subjects_file(placed, [each.slug for each in searched], map(urls_of, searched))
    rows: list[Any] = json.loads(file.text.partition(" = ")[2].rstrip().removesuffix(";"))

    assert [row[:2] for row in rows] == [[each.subject.name, each.subject.id] for each in placed]
    for each, (_, _, stems, places) in zip(placed, rows, strict=True):
        parts = {addresses.part_url(place.edition, place.part).removeprefix("/") for place in each.places}
        urls = [searched[number].records[record].url for number, *records in places for record in records]
        assert stems
        assert urls
        assert {url.partition("#")[0] for url in urls} <= parts
