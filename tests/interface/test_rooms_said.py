"""What the site says itself of an edition is said through the catalogue: in a language that says nothing, nothing is left."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.interface.silent import be_silent, words_read, words_within
from tests.projects import TINY, pages_of

from contract_site.build.pipeline import load_folder
from contract_site.model.document import Edition

EDITIONS = ("tiny-2024", "tiny-2020", "local-tiny-2024")
CITED = frozenset(
    ("article", "art", "section", "step", "item", "appendix", "mou", "re", "pp", "table", "sic", "site", "name", "hint")
)
"""Words of citations, which are the agreement's, and places that the site fills."""


@cache
def edition_of(slug: str) -> Edition:
    return load_folder(TINY / slug, slug)


def not_ours(edition: Edition) -> frozenset[str]:
    """The words of the parties and the editors, but for the status, which is ours to say."""
    return frozenset(words_within(replace(edition, settings=replace(edition.settings, status="")))) | CITED


@pytest.mark.parametrize("slug", EDITIONS)
def test_pages_of_an_edition_say_nothing_but_through_the_catalogue(slug, monkeypatch):
    edition = edition_of(slug)
    be_silent(monkeypatch)

    left = {path: {*words_read(page)} - not_ours(edition) for path, page in pages_of(edition).items()}

    assert {path: words for path, words in left.items() if words and not path.endswith("/history.md")} == {}
