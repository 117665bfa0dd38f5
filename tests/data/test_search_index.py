"""The index of search: every stem of every record in the one file where a page looks for it, and records as they are."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.data.search_index import TOGETHER, Division, encoded, entry, having, postings, record_files, stem_files
from contract_site.data.search_words import stems_of
from contract_site.model.page import DataFile
from contract_site.model.search_record import SearchedAgreement, SearchRecord

WORDS = st.lists(
    st.sampled_from(["overtime", "posted", "posting", "wash-up", "8.5", "(14)", "days", "résumé", "oﬃce"]), max_size=8
)
HOSTILE = "</script><script>alert(1)</script> <!-- \u2028 {{ x }}"


def a_record(number: int, heading: str = "", text: str = "", kind: str = "article", weight: float = 1.0) -> SearchRecord:
    return SearchRecord(
        url=f"x/#{number}", citation=f"Article {number}", kind=kind, trail=("Leave",), heading=heading, text=text, weight=weight
    )


def an_agreement(*records: SearchRecord, slug: str = "x") -> SearchedAgreement:
    return SearchedAgreement(slug=slug, title=slug, status="in force", standing="in force", records=records)


def files_of(*agreements: SearchedAgreement) -> tuple[list[str], dict[str, Any]]:
    division, indexes = Division(), [postings(each.records) for each in agreements]
    for index in indexes:
        division.add(having(index))
    starts, numbered = division.starts, enumerate(zip(agreements, indexes, strict=True))
    files = (file for number, (each, index) in numbered for file in stem_files(number, each, index, starts))
    own = (file for each in agreements for file in record_files(each))
    return starts, {file.path.as_posix(): value_of(file) for file in (*files, *own)}


def value_of(file: DataFile) -> Any:
    """What a script puts where the site's own look for it."""
    return json.loads(file.text.partition("] = ")[2].rstrip().removesuffix(";"))


def places(written: str) -> list[int]:
    """The records of a stem, read as the page reads them."""
    at, found = 0, []
    for far, _ in re.findall(r"([0-9a-z]+)([A-Z])", written):
        at += int(far, 36)
        found.append(at)
    return found


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=30))
def test_every_stem_of_every_record_is_in_its_file_and_no_other(texts: list[tuple[list[str], list[str]]]) -> None:
    records = [a_record(number, " ".join(head), " ".join(text)) for number, (head, text) in enumerate(texts)]
    starts, files = files_of(an_agreement(*records))
    found = {}
    for number, start in enumerate(starts):
        after = starts[number + 1] if number + 1 < len(starts) else "\uffff"
        shard = files[f"x/w{number}.js"]
        assert all(start <= each < after for each in shard)
        found |= {each: places(written) for each, written in shard.items()}

    wanted: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        for each in sorted({*stems_of(f"{record.heading} {record.text} {record.citation} Leave")}):
            wanted.setdefault(each, []).append(number)
    assert found == wanted


@given(st.lists(st.integers(0, 60_000), unique=True, min_size=1).map(sorted))
def test_places_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert places(encoded([(number, 1.0) for number in numbers])) == numbers


def test_a_record_is_in_the_file_of_its_number_whatever_it_says() -> None:
    records = [a_record(number, HOSTILE, HOSTILE) for number in range(2 * TOGETHER + 1)]
    _, files = files_of(an_agreement(*records))
    rows = [row for number in range(3) for row in files[f"x/r{number}.js"]]

    assert [len(files[f"x/r{number}.js"]) for number in range(3)] == [TOGETHER, TOGETHER, 1]
    assert [(row[0], row[4], row[5]) for row in rows] == [(each.url, HOSTILE, HOSTILE) for each in records]


def test_kinds_stand_in_runs() -> None:
    records = [a_record(number, kind=kind) for number, kind in enumerate(["article", "article", "table", "article"])]
    _, files = files_of(an_agreement(*records))

    assert files["x/about.js"] == {
        "number": 0,
        "slug": "x",
        "title": "x",
        "status": "in force",
        "kinds": ["article", "table"],
        "records": 4,
        "runs": [0, 2, 1, 1, 0, 1],
        "histories": [],
        "comparisons": [],
    }


def test_a_word_counts_more_in_a_short_heading_and_less_in_a_long_text() -> None:
    texts = [a_record(0, "Overtime"), a_record(1, "", "overtime"), a_record(2, "", "overtime " + "of other days " * 40)]
    counts = dict(postings([*texts, a_record(3, "Overtime", weight=0.5)])["overtim"])

    assert counts[0] > counts[1] > counts[2]
    assert counts[0] > counts[3]


def test_files_of_a_word_do_not_grow_with_the_number_of_agreements() -> None:
    """Of each agreement that it asks a query loads a file for each word: as large beside one agreement as beside fifty."""
    records = tuple(a_record(number, f"title{number}", f"word{number} of {number} days") for number in range(200))
    one, many = (
        max(len(json.dumps(each)) for name, each in files_of(*group)[1].items() if name.startswith("a0/w"))
        for group in (
            [an_agreement(*records, slug="a0")],
            [an_agreement(*records, slug=f"a{number}") for number in range(50)],
        )
    )

    assert many <= one * 1.1


def test_all_agreements_are_divided_at_the_same_stems_in_order() -> None:
    starts, files = files_of(
        an_agreement(*(a_record(n, f"alpha{n}") for n in range(300)), slug="a"), an_agreement(a_record(0, "zeta"), slug="b")
    )

    assert starts[0] == ""
    assert all(one < other for one, other in pairwise(starts))
    assert {name for name in files if "/w" in name} == {f"{slug}/w{n}.js" for slug in "ab" for n in range(len(starts))}


@pytest.mark.parametrize(("status", "told"), [("in force", {}), ("vigente", {"standing": "in force"})])
def test_scripts_are_told_the_standing_where_the_status_is_said_otherwise(status, told):
    said = entry(SearchedAgreement(slug="a", title="A", status=status, standing="in force", records=()))

    assert said == {"slug": "a", "title": "A", "status": status, **told, "kinds": [], "records": 0}
