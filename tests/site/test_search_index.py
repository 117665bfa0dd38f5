"""The index of search: what Pagefind is given is text, whatever it looks like, and what it writes depends on nothing else."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.projects import files_of

from contract_site.model.search_record import SearchedAgreement, SearchRecord
from contract_site.site.search_index import write_search

HOSTILE = "</span></body><script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; \"q' {{ x }} data-pagefind-ignore"


def a_record(number: int, **values: Any) -> SearchRecord:
    plain = SearchRecord(
        url="",
        citation=f"Article {number}",
        kind=random.Random(number).choice(["article", "memorandum", "table"]),
        trail=("Title, with a comma", "Other: x"),
        heading=f"Heading {number}",
        text=f"words of number {number}",
        weight=1.0,
    )
    return replace(plain, **values)


def an_agreement(slug: str, *records: SearchRecord) -> SearchedAgreement:
    own = tuple(replace(record, url=f"{slug}/article/#{number}") for number, record in enumerate(records))
    return SearchedAgreement(slug=slug, title=slug, status="in force", records=own)


def fragments(site: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((site / "search" / "pagefind" / "fragment").iterdir()):
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_two_indexes_of_the_same_records_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    agreements = [an_agreement(slug, *map(a_record, range(40))) for slug in ("one", "other-1999")]
    for name in ("a", "b", "c"):
        write_search(agreements, tmp_path / name)

    assert files_of(tmp_path / "a") == files_of(tmp_path / "b") == files_of(tmp_path / "c")


def test_each_agreement_has_an_index_of_its_own_and_one_program_serves_all(tmp_path: Path) -> None:
    write_search([an_agreement("one", a_record(1)), an_agreement("other-1999", a_record(1), a_record(2))], tmp_path)
    names = files_of(tmp_path / "search" / "pagefind").keys()
    entry = json.loads((tmp_path / "search" / "pagefind" / "pagefind-entry.json").read_bytes())

    assert {slug: each["page_count"] for slug, each in entry["languages"].items()} == {"en-x-one": 1, "en-x-other-1999": 2}
    assert [name for name in names if name.startswith("wasm")] == ["wasm.en.pagefind"]
    assert [name for name in names if name.endswith((".js", ".css"))] == ["pagefind-worker.js"]
    assert not (tmp_path / "search" / "work").exists()


def test_words_are_kept_as_they_are_whatever_they_look_like(tmp_path: Path) -> None:
    hostile = a_record(1, heading=HOSTILE, text=HOSTILE, citation=HOSTILE, trail=(HOSTILE, HOSTILE))
    write_search([an_agreement("one", hostile)], tmp_path)
    (found,) = fragments(tmp_path)

    assert found["content"].split() == f"{HOSTILE} {HOSTILE}".split()
    assert found["meta"] == {"citation": HOSTILE, "trail": f"{HOSTILE} › {HOSTILE}"}
    assert found["url"] == f"{hostile.kind} {len(HOSTILE.split())} one/article/#0"


def test_the_kinds_name_every_record_once(tmp_path: Path) -> None:
    records = list(map(a_record, range(30)))
    write_search([an_agreement("one", *records)], tmp_path)
    kinds = json.loads((tmp_path / "search" / "pagefind" / "kinds" / "one.json").read_bytes())
    named = {path.name for path in (tmp_path / "search" / "pagefind" / "fragment").iterdir()}

    assert {f"en-x-one_{name}.pf_fragment" for names in kinds.values() for name in names} == named
    assert {kind: len(names) for kind, names in kinds.items()} == {
        kind: sum(record.kind == kind for record in records) for kind in kinds
    }
