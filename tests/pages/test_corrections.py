"""The pages of corrections: every correction in one table, in the list or, where there are many, on the page of its kind."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.projects import TINY

from contract_site.beside import corrected
from contract_site.beside.corrected import CorrectedKind, kinds_of, listed_kinds
from contract_site.beside.places import Places
from contract_site.build import editions
from contract_site.model.document import Edition
from contract_site.pages.edition.corrections_page import corrections_pages

KINDS = ("misread letters", "", "misread letters", "…", "—", "Misread-letters")


@pytest.fixture(scope="module")
def edition() -> Edition:
    """An invented agreement with a correction for each of the kinds above, whatever they correct."""
    found = editions.load_folder(TINY / "tiny-2024", "tiny-2024")
    made = [each for each in found.corrections if not each.correction.left]
    named = [
        replace(made[0], correction=replace(made[0].correction, kind=kind, reason=f"reason {n}"))
        for n, kind in enumerate(KINDS)
    ]
    return replace(found, corrections=tuple(named))


def rows(text: str) -> list[str]:
    return re.findall(r"reason \d", text)


def test_few_corrections_stand_folded_in_the_list(edition: Edition) -> None:
    (page,) = corrections_pages(edition, Places(edition))

    assert sorted(rows(page.text)) == [f"reason {n}" for n in range(len(KINDS))]
    assert page.text.count("<details") == 5


def test_many_corrections_stand_on_the_pages_of_their_kinds_and_the_list_leads_there(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrected, "MANY", len(KINDS) - 1)
    whole, *kinds = corrections_pages(edition, Places(edition))

    assert [page.path.as_posix() for page in kinds] == [
        f"tiny-2024/corrections/{name}.md" for name in ("misread-letters", "other", "kind-3", "kind-4", "kind-5")
    ]
    assert rows(whole.text) == []
    assert sorted(each for page in kinds for each in rows(page.text)) == [f"reason {n}" for n in range(len(KINDS))]
    assert rows(kinds[0].text) == ["reason 0", "reason 2"]
    assert "- [Misread letters: 2](corrections/misread-letters.md)" in whole.text
    assert "{: #corrections-list }" in whole.text
    assert all("(../corrections.md)" in page.text for page in kinds)


def test_corrections_without_kinds_are_one_table_however_many(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrected, "MANY", 1)
    plain = [replace(each, correction=replace(each.correction, kind="")) for each in edition.corrections]

    assert kinds_of(plain) == (CorrectedKind("", tuple(plain)),)
    assert [kind.page for kind in listed_kinds(replace(edition, corrections=tuple(plain)), Places(edition))] == [""]
