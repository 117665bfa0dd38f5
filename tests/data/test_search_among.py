"""Which of many agreements have a word: every one, with its records counted, in files that do not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.data.test_search_index import a_record, an_agreement, value_of

from contract_site.data.search import FREQUENT, search_files
from contract_site.data.search_among import AT_ONCE, FILE, NAMES, Among, file_number
from contract_site.data.search_index import entry, having, postings
from contract_site.data.search_words import stems_of
from contract_site.model.search_record import SearchedAgreement

TEXTS = st.lists(
    st.lists(st.sampled_from(["overtime", "posted", "leave day", "résumé", "8.5", "𝔰eal"]), max_size=4), max_size=40
)


def files_of(agreements: Sequence[SearchedAgreement]) -> tuple[int, dict[str, Any]]:
    among = Among()
    for each in agreements:
        among.add(having(postings(each.records)))
    count, files = among.files(list(map(entry, agreements)))
    return count, {file.path.as_posix(): value_of(file) for file in files}


def counts(written: str) -> dict[int, int]:
    """How many records of each agreement have a stem, read as the page reads them."""
    at, found = 0, {}
    for far, letters in re.findall(r"([0-9a-z]+)([A-Z]+)", written):
        at += int(far, 36)
        found[at] = sum((ord(letter) - 65) * 26**place for place, letter in enumerate(reversed(letters)))
    return found


@given(TEXTS)
def test_of_every_stem_each_agreement_that_has_it_is_told_with_the_number_of_its_records(texts: list[list[str]]) -> None:
    agreements = [
        an_agreement(*(a_record(n, "", text) for n, text in enumerate(each)), slug=f"a{number}")
        for number, each in enumerate(texts)
    ]
    count, files = files_of(agreements)
    wanted: dict[str, dict[int, int]] = {}
    for number, agreement in enumerate(agreements):
        for record in agreement.records:
            for stem in {*stems_of(f"{record.text} {record.citation} Leave")}:
                wanted.setdefault(stem, {}).setdefault(number, 0)
                wanted[stem][number] += 1

    if len(agreements) <= AT_ONCE:
        assert count == 0
        return
    for stem, expected in wanted.items():
        assert counts(files[f"all/{file_number(stem, count)}.js"][stem]) == expected
    assert sum(len(files[f"all/{number}.js"]) for number in range(count)) == len(wanted)


@pytest.mark.parametrize("many", [1, 27, 700])
def test_more_records_than_there_are_letters_are_counted(many: int) -> None:
    agreements = [an_agreement(*(a_record(0, "", "fog") for _ in range(many)), slug=f"a{n}") for n in range(AT_ONCE + 1)]
    count, files = files_of(agreements)

    assert counts(files[f"all/{file_number('fog', count)}.js"]["fog"]) == dict.fromkeys(range(AT_ONCE + 1), many)


def test_names_beyond_the_first_stand_in_files_of_so_many() -> None:
    agreements = [an_agreement(a_record(0, f"word{number}"), slug=f"a{number}") for number in range(2 * NAMES + 1)]
    _, files = files_of(agreements)

    assert [each["slug"] for each in files["agreements/1.js"]] == [f"a{number}" for number in range(NAMES, 2 * NAMES)]
    assert [each["slug"] for each in files["agreements/2.js"]] == [f"a{2 * NAMES}"]
    assert "agreements/0.js" not in files


def test_what_a_page_loads_before_it_asks_does_not_grow_with_the_number_of_agreements() -> None:
    """Its list of agreements, the places where stems are divided, and the files that say which agreements have a word."""
    records = tuple(a_record(number, f"title{number}", f"word{number} of {number} days") for number in range(60))
    sizes = {}
    for many in (NAMES, 8 * NAMES):
        agreements = [an_agreement(*records, slug=f"a{number:03}") for number in range(many)]
        made = {
            file.path.as_posix(): len(file.text) for file in search_files(agreements, ()) if "english" not in file.path.parts
        }
        sizes[many] = made["data.js"], sorted(size for name, size in made.items() if name.startswith("all/"))

    assert sizes[8 * NAMES][0] <= sizes[NAMES][0] * 1.1
    assert sizes[8 * NAMES][1][len(sizes[8 * NAMES][1]) // 2] <= FILE * 2


def test_the_vocabulary_has_an_end() -> None:
    words = [
        f"{one}{two}{three}{four}"
        for one in "abcdefghijk"
        for two in "abcdefghijk"
        for three in "abcdefghijk"
        for four in "abcdefghijk"
    ]
    (vocabulary,) = [
        file.text
        for file in search_files([an_agreement(a_record(0, "", " ".join(words)))], ())
        if file.path.name == "vocabulary.js"
    ]

    assert len(words) > FREQUENT
    assert len(vocabulary.split("=", 2)[2].split()) <= FREQUENT + 1
