"""What the site says of itself at places of its documents and styles."""

from __future__ import annotations

import pytest

from contract_site.interface.catalogue import speaking
from contract_site.model.site import NO_EXAMPLES, SiteSettings
from contract_site.words.site_facts import site_facts


@pytest.mark.parametrize(
    ("language", "numbered"),
    [
        ("en", '"page " counter(page) " of " counter(pages)'),
        ("es", '"página " counter(page) " de " counter(pages)'),
    ],
)
def test_the_head_of_a_printed_sheet_counts_pages_in_the_language_of_the_site(language: str, numbered: str) -> None:
    with speaking(language):
        assert site_facts(SiteSettings(name="Pier"), NO_EXAMPLES, "", "")["numbered"] == numbered
