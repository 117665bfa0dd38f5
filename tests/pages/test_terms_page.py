"""The page of terms: the parties' words stand in quotes that are told from their own."""

from __future__ import annotations

from tests.beside.test_rows import crossings

from contract_site.pages.edition.terms_page import terms_page

TEXT = """\
ARTICLE 1
CREWS

A. Keepers hereinafter called the “Crew” are paid.

B. “Lamp” means a light that burns all night.

C. The term lantern shall mean a lamp that is carried.
"""


def test_words_with_quotes_of_their_own_stand_in_single_ones() -> None:
    found = crossings(TEXT, TEXT)
    page = terms_page(next(iter(found.relations.editions.values())), found)
    assert page is not None
    rows = [line.partition(" ([")[0] for line in page.text.splitlines() if line.startswith("- **")]

    assert "- **Crew**: ‘Keepers hereinafter called the “Crew” are paid.’" in rows
    assert not [row for row in rows if "““" in row or "””" in row]
