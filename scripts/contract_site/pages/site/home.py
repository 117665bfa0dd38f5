"""The site's first page."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.kin.comparisons import comparison_rows
from contract_site.words.escape import escape, front_matter
from contract_site.words.frame import SITE, dates, status_class, status_words
from contract_site.words.goto_field import one_field

WITHOUT_SCRIPTS = (
    "<noscript><p>Search needs JavaScript. Without it, the field leads to the indexes of every agreement.</p></noscript>\n"
)
INTRODUCTION = (
    "Union contracts, provision by provision: every article, section and paragraph has an address of its own that equals its"
    " citation, so that you can read it in context, link to it and cite it."
)
NOTICE = (
    "Unofficial copies for reference. The printed agreements signed by the parties prevail. Time limits apply to grievances:"
    " talk to your steward. [About this site](about.md)"
)

OFFLINE = (
    f"[Download to read offline]({addresses.link(addresses.HOME, addresses.DOWNLOADS)}): each agreement, or the whole site.\n"
    '{: .offline data-online="" }'
)


def render_home(editions: Sequence[Edition], crossings: Crossings) -> Page:
    """Return the first page: what this is, a search field, the agreements with dates and status, the notice."""
    agreements = "\n".join(_agreement(edition) for edition in in_order(editions))
    head = front_matter({"title": SITE, "description": INTRODUCTION, "goto": True, "hide": ["toc"]})
    text = "\n".join(
        (
            head,
            f"# {SITE} {{: #top }}\n",
            f"{INTRODUCTION}\n",
            one_field(addresses.HOME),
            WITHOUT_SCRIPTS,
            "## Agreements {: #agreements }\n",
            f'<div class="agreements" markdown>\n\n{agreements}\n\n</div>\n',
            *_comparisons(crossings),
            f"{OFFLINE}\n",
            f'<div class="note notice" markdown>\n\n{NOTICE}\n\n</div>\n',
        )
    )
    return Page(addresses.HOME, text)


def _comparisons(crossings: Crossings) -> Sequence[str]:
    rows = comparison_rows(crossings, addresses.HOME)
    if not rows:
        return ()
    listed = "\n".join(rows)
    return ("## What changed {: #comparisons }\n", f'<div class="agreements" markdown>\n\n{listed}\n\n</div>\n')


def in_order(editions: Sequence[Edition]) -> list[Edition]:
    """Return editions as lists show them: national before local, the newest first."""
    newest = sorted(editions, key=lambda edition: str(edition.settings.effective or ""), reverse=True)
    return sorted(newest, key=lambda edition: edition.settings.kind != "national")


def _agreement(edition: Edition) -> str:
    target = addresses.link(addresses.HOME, addresses.edition_file(edition.slug))
    articles = sum(part.in_body for part in edition.parts)
    word = "items" if edition.settings.kind == "local" else "articles"
    facts = [
        escape("; ".join(edition.settings.parties)),
        dates(edition),
        f"{articles} {word}" + (f", {len(edition.memoranda)} memoranda" if edition.memoranda else ""),
    ]
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(edition.settings.title)}]({target})\n  {badge} {' · '.join(filter(None, facts))}"
