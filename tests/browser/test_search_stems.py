"""What is typed is cut into words and reduced to stems as the build did it for the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.present import HERE
from tests.projects import no_report

from contract_site.build import pipeline
from contract_site.data.real_words import real_word_files
from contract_site.data.search_records import searched_agreements
from contract_site.data.search_words import NOT_SEARCHED, stem, stems_of, words_of

ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"
SCRIPTS = ("page/fold.js", "search/snowball.js", "search/stems.js")
TEXTS = (
    "Employees' wash-up time (8.5.G) of $1,500 — fourteen (14) days, stewards’ doctor’s 1/2 1st 24-hour co-op",
    "ﬁve-day oﬃce 3½ hours; PS Form 3971/3972, 12.5.C.5.b(6) e-Reassign non–scheduled 'quoted' it's 2-1-98 A.B. 50% §8 ８５",
)

Stems = Callable[[list[str]], list[list[str]]]


@pytest.fixture
def page_stems(context_for) -> Iterator[Stems]:
    """Return a function that cuts texts into words and stems as pages do."""
    page = context_for().new_page()
    page.evaluate(
        "(small) => { window.contractReference = {searchData: {unsearched: small, asking: []}}; }", " ".join(NOT_SEARCHED)
    )
    for name in SCRIPTS:
        page.add_script_tag(path=str(ASSETS / name))
    stems = "const own = contractReference.searchStem; return own.words(each).flatMap(own.ways);"
    yield lambda texts: page.evaluate(f"(texts) => texts.map((each) => {{ {stems} }})", texts)
    page.close()


def texts() -> list[str]:
    root = HERE.parent
    editions = pipeline.load_editions(pipeline.Project(root, root / "site"), no_report)
    records = [record for each in searched_agreements(list(editions.values())) for record in each.records]
    return [text for record in records for text in (record.heading, record.text, *record.trail)]


@pytest.mark.books
def test_every_word_of_the_agreements_has_the_stems_that_the_index_has(page_stems):
    words = sorted({word for text in [*texts(), *TEXTS] for word in words_of(text)})
    others = [word for word, found in zip(words, page_stems(words), strict=True) if found != list(stems_of(word))]

    assert len(words) > 100
    assert others == []


def test_texts_are_cut_into_the_same_words(page_stems):
    some = [*TEXTS, *texts()[::7]]

    assert page_stems(some) == [list(stems_of(text)) for text in some]


def test_english_words_have_the_same_stems(page_stems):
    words = sorted({word for file in real_word_files() for word in file.text.partition('= "')[2].partition('"')[0].split()})[
        ::6
    ]
    others = [word for word, found in zip(words, page_stems(words), strict=True) if found != list(stems_of(word))]

    assert len(words) > 5_000
    assert others == []
    assert stem("overtime") == "overtim"
