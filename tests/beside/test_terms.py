"""What a term means is told at its first use in a section, as far as its definition reaches, and listed on a page."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests import present
from tests.link.texts import an_edition
from tests.projects import a_project, documents_only, files_of, no_report, texts_of
from tests.sources.real import NATIONAL, edition

from contract_site.beside.terms import told_terms
from contract_site.build import pipeline
from contract_site.link.terms import defined_terms
from contract_site.model.document import Edition
from contract_site.model.family import Family

TEXT = """ARTICLE 1
NAMES
A. Relief Lamp Keepers (RLKs) are named here. An RLK is relief.
B. An RLK rests. RLKs sail.
ARTICLE 2
WORK
Section 1. Definitions
A. Duty. A watch at the lamp.
Section 2. Watches
A. Duties are posted.
B. A duty is a duty, and an RLK has none.
C. The rlk, the RLK-list and XRLK are other words.
ARTICLE 3
REST
A. Duties rest. RLKs do not.
"""


def told(edition: Edition, *names: str) -> dict[str, list[str]]:
    terms = defined_terms(edition)
    edition = replace(edition, family=Family(explained=names))
    found = [told_terms(edition, part, terms) for part in edition.parts]
    return {anchor: [term.term for term in terms] for each in found for anchor, terms in each.items()}


def test_only_what_the_family_names_is_told_and_only_once_a_section_beyond_its_definition() -> None:
    edition = an_edition(TEXT)

    assert told(edition) == {}
    assert told(edition, "rlk") == {"1.B": ["RLK"], "2.2.B": ["RLK"], "3.A": ["RLK"]}


def test_a_term_is_not_told_where_its_definition_does_not_reach() -> None:
    assert told(an_edition(TEXT), "Duty") == {"2.2.A": ["Duty"]}


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The pages of the invented agreements, one of whose memoranda defines a term, and whose family names it."""
    project = a_project(tmp_path)
    source = project.agreements / "tiny-2024" / "source.txt"
    words = "The Authority intends to engage relief keepers in Summer only."
    text = source.read_text(encoding="utf-8")
    assert words in text
    said = "It engages relief *keepers*, hereinafter called “<b>RKs</b>”. <b>RKs</b> rest."
    text_with_terms = text.replace(words, said).replace(
        "1. The number is agreed every year.", "1. The number of <b>RKs</b> is agreed."
    )
    source.write_text(text_with_terms, encoding="utf-8")
    settings = source.with_name("agreement.toml")
    sums = [hashlib.sha256(each.encode()).hexdigest() for each in (text, source.read_text(encoding="utf-8"))]
    settings.write_text(settings.read_text(encoding="utf-8").replace(*sums), encoding="utf-8")
    family = project.agreements / "families" / "keepers" / "family.toml"
    family.write_text('explained = ["<b>RKs</b>"]\n' + family.read_text(encoding="utf-8"), encoding="utf-8")
    documents_only(monkeypatch)
    pipeline.build_site(project, no_report, bundles=False)
    return texts_of(files_of(project.site), ".md")


def test_terms_are_listed_with_place_and_reach_and_escaped(pages: dict[str, str]) -> None:
    listed = pages["tiny-2024/terms.md"]

    assert "- **&lt;b&gt;RKs&lt;/b&gt;**: ‘It engages relief " in listed
    assert "<b>" not in listed
    assert "*keepers*" not in listed.replace("\\*", "")
    assert "memo/relief-keepers.md#relief-keepers); there only)" in listed
    assert "tiny-2020/terms.md" not in pages, "what defines nothing has no list"
    assert "terms.md" in pages["tiny-2024/index.md"]


def test_the_row_below_a_first_use_tells_the_meaning_in_escaped_words(pages: dict[str, str]) -> None:
    page = pages["tiny-2024/memo/relief-keepers.md"]
    (row,) = [each for each in page.split("<details")[1:] if "a defined term</summary>" in each]

    assert "**&lt;b&gt;RKs&lt;/b&gt;**: ‘It engages relief " in row
    assert "(#relief-keepers" in row
    assert "<b>RKs" not in page


@pytest.mark.agreements(*present.POSTAL)
def test_a_bracketed_note_of_the_print_is_no_use_of_a_term() -> None:
    """Article 17.2 names the employees in its note only, which is told beside it already; 8.4.G does in its words."""
    national = edition(NATIONAL)
    terms = defined_terms(national)
    found = {anchor for part in national.parts for anchor in told_terms(national, part, terms)}

    assert "17.2" not in found
    assert "8.4.G" in found
