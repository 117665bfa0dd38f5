"""The list of words that members say: read strictly, and held against what the agreements say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.present import HERE, POSTAL
from tests.projects import ROOT, TINY, no_report

from contract_site.build import pipeline
from contract_site.data.search import search_files, vocabulary
from contract_site.data.search_records import searched_agreements
from contract_site.editors.family import FOLDER
from contract_site.editors.synonyms import GENERAL, load_every_synonym, load_synonyms
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.finding import SettingsError

ENTRY = '[[synonym]]\nsaid = ["wash up"]\nmeans = ["wash-up"]\n'
WRONG = {
    "unknown key": (
        ENTRY.replace("means", "mean"),
        "a/synonyms.toml:3: unknown key 'mean' in entry 1 of [synonym]; known keys",
    ),
    "unknown table": ("[[word]]\n", "a/synonyms.toml:1: unknown key 'word'; this file holds [[synonym]]"),
    "missing key": ('[[synonym]]\nsaid = ["x"]\n', "a/synonyms.toml:1: missing key 'means' in entry 1 of [synonym]; add it"),
    "not TOML": ("said = [", "a/synonyms.toml:1: not valid TOML"),
    "no words": (
        ENTRY + '\n[[synonym]]\nsaid = []\nmeans = ["x"]\n',
        "a/synonyms.toml:5: entry 2 of [[synonym]]: 'said' and 'means' need at least one word each",
    ),
    "capitals": (
        ENTRY.replace("wash up", "Wash up"),
        "a/synonyms.toml:1: entry 1 of [[synonym]]: 'Wash up' must be in small letters",
    ),
    "spaces": (
        ENTRY.replace("wash-up", "wash  up"),
        "a/synonyms.toml:1: entry 1 of [[synonym]]: 'wash  up' must be in small letters",
    ),
    "twice": (ENTRY * 2, "a/synonyms.toml:4: entry 2 of [[synonym]]: 'wash up' is said in an entry above"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_a_mistake_in_the_list_is_named_in_one_line(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        load_synonyms(tmp_path, "a")

    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_a_list_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_synonyms(tmp_path, "a") == ()


def spaced(text: str) -> str:
    return re.sub(r"[\s\-–—]+", " ", text.lower().replace("’", "'"))


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return pipeline.load_editions(pipeline.Project(ROOT, ROOT / "site"), no_report)


@pytest.mark.books
@pytest.mark.skipif(HERE == TINY, reason="this project has no agreement yet")
def test_every_word_that_is_searched_for_stands_in_an_agreement(editions: dict[str, Edition]) -> None:
    agreements = searched_agreements(list(editions.values()))
    words = spaced(" | ".join(f"{record.heading} {record.text}" for agreement in agreements for record in agreement.records))
    families = {edition.settings.family for edition in editions.values()} - {""}
    absent = [
        mean
        for family in families
        for synonym in load_synonyms(ROOT / "agreements" / FOLDER / family, family)
        for mean in synonym.means
        if not re.search(rf"(?<!\w){re.escape(spaced(mean))}(?!\w)", words)
    ]

    assert absent == [], "correct the synonyms of the family, or remove what means words of agreements that are not here"


@pytest.mark.agreements(*POSTAL)
def test_many_words_are_known_to_search(editions: dict[str, Edition]) -> None:
    families = {edition.settings.family for edition in editions.values()}
    assert len(load_every_synonym(ROOT / "agreements", "agreements", families)) >= 120
    agreements = searched_agreements(list(editions.values()))
    words = vocabulary(record.text for agreement in agreements for record in agreement.records)
    assert {"overtime", "washup", "wash", "grievance"} <= set(words)


@pytest.mark.agreements(*POSTAL)
def test_a_word_that_no_agreement_has_is_searched_as_what_it_means_alone(editions: dict[str, Edition]) -> None:
    agreements = searched_agreements([editions["lmou-des-moines-bmc-2006"]])
    synonyms = [
        Synonym(said=("ot",), means=("overtime", "extra innings")),
        Synonym(said=("odl",), means=("overtime desired",)),
        Synonym(said=("umpire",), means=("extra innings",)),
    ]
    data = next(search_files(agreements, synonyms)).text

    assert '{"said":["ot"],"means":["overtime"],"stands":false}' in data
    assert '{"said":["odl"],"means":["overtime desired"],"stands":true}' in data
    assert "umpire" not in data


def test_what_a_family_says_goes_before_what_members_of_any_trade_say(tmp_path: Path) -> None:
    for family, text in (("pilots", ENTRY.replace("wash up", "ot")), ("millers", ENTRY.replace("wash up", "saw"))):
        (tmp_path / FOLDER / family).mkdir(parents=True)
        (tmp_path / FOLDER / family / "synonyms.toml").write_text(text, encoding="utf-8")
    found = load_every_synonym(tmp_path, "agreements", ["pilots", ""])
    general = load_every_synonym(tmp_path, "agreements", [])

    assert found == (Synonym(said=("ot",), means=("wash-up",)), *general)
    assert len(general) >= 40
    (tmp_path / FOLDER / "millers" / "synonyms.toml").write_text(ENTRY.replace("wash up", "Saw"), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^agreements/families/millers/synonyms\.toml:1: "):
        load_every_synonym(tmp_path, "agreements", ["millers"])


def test_the_general_list_is_of_no_field() -> None:
    """A word of one family's agreements among those of any trade is one of that family."""
    text = (ROOT / "scripts" / "contract_site" / "editors" / GENERAL).read_text(encoding="utf-8")

    assert not re.search(r"\b(?:postal|craft|tour|station|clerk|carrier|lmou|mail)\b", text)
