"""The records of search as scripts: every one of them, whatever its words hold."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from contract_site.data.search_offline import offline_files
from contract_site.model.search_record import SearchedAgreement, SearchRecord


def a_record(words: str) -> SearchRecord:
    return SearchRecord(
        url="x-2020/article-1/#1.A",
        citation=f"Article 1.A {words}",
        kind="article",
        trail=("Recognition", words),
        heading=words,
        text=words,
        weight=0.6,
    )


@given(st.lists(st.text(max_size=20), max_size=4))
def test_a_script_holds_every_record_exactly(texts: list[str]) -> None:
    agreement = SearchedAgreement(slug="x-2020", title="X", status="expired", records=tuple(map(a_record, texts)))
    (file,) = offline_files([agreement])
    before, _, rows = file.text.partition(" = ")

    assert file.path.as_posix() == "x-2020.js"
    assert before == '((window.contractReference ||= {}).searchRecords ||= {})["x-2020"]'
    assert [(row[4], row[5]) for row in json.loads(rows.rstrip().removesuffix(";"))] == [(text, text) for text in texts]
