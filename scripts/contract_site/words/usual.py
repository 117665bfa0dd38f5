"""What is said of a site, an example or a field where nobody decided it: the usual words, in the language of the readers.

The model has them in English, because it knows no readers; what editors wrote in their place is left as it is.
"""

from __future__ import annotations

from dataclasses import replace

from contract_site.interface.say import later, say
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


def site_as_said(site: SiteSettings) -> SiteSettings:
    """Return what a site says of itself, with the usual sentences in the language of its readers."""
    return replace(
        site,
        description=usual(site.description),
        notice=usual(site.notice),
        introduction=usual(site.introduction),
        about=usual(site.about),
        contact=usual(site.contact),
        errors=usual(site.errors),
    )


def examples_as_said(examples: Examples) -> Examples:
    """Return examples with what they are of in the language of the readers; how citations are typed is not translated."""
    return replace(examples, forms=tuple((usual(what), *typed) for what, *typed in examples.forms))


def asked(examples: Examples) -> str:
    """Return what fields for search and citations show before one types."""
    return say("{words}, or {citation}", words=examples.searched, citation=examples.anchor)
