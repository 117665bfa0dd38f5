"""What is said of a site, an example or a field where nobody decided it: the usual words, in the language of the readers.

The model has them in English, because it knows no readers; what editors wrote in their place is left as it is.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Literal

from contract_site.interface.say import Spoken, later, say
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.site import Examples, SiteSettings

USUAL = frozenset(
    (
        later("Contracts to read, search, link and print. Unofficial copies for reference."),
        later(
            "Unofficial copy for reference. The printed agreement signed by the parties prevails. Links, indexes and marks are"
            " editorial and are not part of the agreement."
        ),
        later(
            "Contracts, provision by provision: every article, section and paragraph has an address of its own that equals its"
            " citation, so that you can read it in context, link to it and cite it."
        ),
        later("puts contracts on the web so that they can be read on any device, searched, and linked to exactly."),
        later("The site is not published by the parties to the agreements and does not speak for them."),
        later("the publisher of this site"),
        later("Union contracts to read, search, link and print. Unofficial copies for reference."),
        later(
            "Union contracts, provision by provision: every article, section and paragraph has an address of its own that"
            " equals its citation, so that you can read it in context, link to it and cite it."
        ),
        later("Time limits apply to grievances: talk to your steward."),
        later("4.2.B, art 7 sec 1, p. 12"),
        later("overtime"),
        later("Article 4, Section 2.B"),
        later("Article 4"),
        later("2021–2024 Agreement, Article 4, Section 2.B(3)"),
        later("art 4 sec 2 B"),
        later("Section 2.B of Article 4"),
        later("Table 1"),
        later("Appendix A 2"),
        later("A printed page"),
        later("An item of a local memorandum"),
        later("An article, section, paragraph"),
        later("A memorandum"),
        later("A printed page, a table, an appendix"),
        later("Another edition"),
        later("unit"),
        later("local agreement"),
        later("national"),
        later("local"),
        later("company"),
        later("city"),
    )
)


def usual(words: str) -> str:
    """Return words in the language of the readers if they are the usual ones, else as they are."""
    return say(words) if words in USUAL else words


def family_word(family: Family, key: Literal["unit", "local"]) -> str:
    """Return what members call a trade (``unit``) or the place of a local agreement (``local``), in the readers' language."""
    own = GENERAL_FAMILY if family.language != Spoken.language else family
    said = next((getattr(each, key) for each in family.said if each.language == Spoken.language), "")
    return said or usual(getattr(own, key))


def site_as_said(site: SiteSettings) -> SiteSettings:
    """Return what a site says of itself, with the usual sentences in the language of its readers."""
    return replace(
        site,
        description=usual(site.description),
        notice=usual(site.notice),
        introduction=usual(site.introduction),
        advice=usual(site.advice),
        about=usual(site.about),
        contact=usual(site.contact),
        errors=usual(site.errors),
    )


def examples_as_said(examples: Examples) -> Examples:
    """Return examples in the language of the readers; what editors wrote in them is left as it is."""
    plain = {each.name: usual(getattr(examples, each.name)) for each in fields(examples) if each.name != "forms"}
    return replace(examples, **plain, forms=tuple(tuple(map(usual, form)) for form in examples.forms))


def asked(examples: Examples) -> str:
    """Return what fields for search and citations show before one types."""
    return say("{words}, or {citation}", words=examples.searched, citation=examples.anchor)
