"""The records that search finds: every word of the parties once, at its own address, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict

import pytest
from tests.projects import TINY, no_report

from contract_site.build import pipeline
from contract_site.data.search_records import search_records, searched_agreements
from contract_site.model.document import Edition


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    root = tmp_path_factory.mktemp("searched")
    (root / "agreements").symlink_to(TINY)
    return list(pipeline.load_editions(pipeline.Project(root, root / "site"), no_report).values())


def words_of(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def test_the_records_of_the_invented_agreements_are_as_written_down(
    editions: list[Edition], golden: Callable[[str, Mapping[str, str]], None]
) -> None:
    found = {
        f"{agreement.slug}.json": json.dumps(asdict(agreement), ensure_ascii=False, indent=1) + "\n"
        for agreement in searched_agreements(editions)
    }

    golden("tiny-search", found)


def test_every_word_of_the_parties_is_in_one_record_and_no_other(editions: list[Edition]) -> None:
    """A part without a printed heading is found by its title, too: by what indexes call it."""
    for edition in editions:
        records = list(search_records(edition))
        titles = [part.title for part in edition.parts if not part.root.heading.text]
        headings = [provision.heading.text for _, provision in edition.provisions()]
        blocks = [block.text for _, _, block in edition.blocks()]

        assert words_of([text for each in records for text in (each.heading, each.text)]) == words_of(
            [*titles, *headings, *blocks]
        )
        assert len({record.url for record in records}) == len(records)


def test_what_was_superseded_stands_last_and_counts_less(editions: list[Edition]) -> None:
    agreements = searched_agreements(editions)
    weights = {agreement.slug: max(record.weight for record in agreement.records) for agreement in agreements}

    assert [agreement.slug for agreement in agreements] == sorted(weights, key=lambda slug: -weights[slug])
