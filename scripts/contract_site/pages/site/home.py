"""The site's first page."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.model.agreement import answers_lists, as_listed
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.site import NAME, SiteSettings
from contract_site.pages.kin.comparisons import comparison_rows
from contract_site.words.escape import escape, escape_start, front_matter
from contract_site.words.frame import dates, status_class, status_words
from contract_site.words.goto_field import one_field

WITHOUT_SCRIPTS = (
    "<noscript><p>Search needs JavaScript. Without it, the field leads to the indexes of every agreement.</p></noscript>\n"
)
NOTICE = "Unofficial copies for reference. The printed agreements signed by the parties prevail."
ABOUT = "[About this site](about.md)"

OFFLINE = (
    f"[Download to read offline]({addresses.link(addresses.HOME, addresses.DOWNLOADS)}): each agreement, or the whole site.\n"
    '{: .offline data-online="" }'
)


def render_home(editions: Sequence[Edition], crossings: Crossings, site: SiteSettings) -> Page:
    """Return the first page: what this is, a search field, the agreements with dates and status, the notice."""
    agreements = "\n".join(_agreement(edition) for edition in as_listed(editions, site.bare_citations))
    head = front_matter({"title": site.name, "description": site.introduction, "goto": True, "hide": ["toc"]})
    notice = " ".join(filter(None, (NOTICE, site.advice, ABOUT)))
    text = "\n".join(
        (
            head,
            f"# {NAME} {{: #top }}\n",
            f"{escape_start(site.introduction)}\n",
            one_field(addresses.HOME),
            WITHOUT_SCRIPTS,
            "## Agreements {: #agreements }\n",
            f'<div class="agreements" markdown>\n\n{agreements}\n\n</div>\n',
            *_comparisons(crossings),
            f"{OFFLINE}\n",
            f'<div class="note notice" markdown>\n\n{notice}\n\n</div>\n',
        )
    )
    return Page(addresses.HOME, text)


def _comparisons(crossings: Crossings) -> Sequence[str]:
    rows = comparison_rows(crossings, addresses.HOME)
    if not rows:
        return ()
    listed = "\n".join(rows)
    return ("## What changed {: #comparisons }\n", f'<div class="agreements" markdown>\n\n{listed}\n\n</div>\n')


def _agreement(edition: Edition) -> str:
    target = addresses.link(addresses.HOME, addresses.edition_file(edition.slug))
    articles = sum(part.in_body for part in edition.parts)
    word = "items" if answers_lists(edition) else "articles"
    facts = [
        escape("; ".join(edition.settings.parties)),
        dates(edition),
        f"{articles} {word}" + (f", {len(edition.memoranda)} memoranda" if edition.memoranda else ""),
    ]
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({target})\n  {badge} {' · '.join(filter(None, facts))}"
