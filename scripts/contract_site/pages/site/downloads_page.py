"""The page of files to carry away. What each is, how large and its SHA-256 are written in once the files are made."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.agreement import names_apart
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.words.escape import attribute, escape, escape_start, front_matter, in_summary
from contract_site.words.frame import dates, heading, status_class, status_words
from contract_site.words.long_lists import MANY, narrowing
from contract_site.words.source_said import source_said

TITLE = later("Downloads")
INTRODUCTION = later(
    "Every agreement as a file to keep on a phone, a computer or a memory stick. Once you have it, it needs no network: nothing"
    " in it asks another computer for anything."
)
NOTICE = later(
    "Unofficial copies for reference. The printed agreements signed by the parties prevail. A downloaded copy does not update"
    " itself: look here for a newer version."
)
NONE = later("This build of the site has no files to download.")
TRUST = addresses.link(addresses.DOWNLOADS, addresses.TRUST)
WHOLE = "*"
SUMS = "sums"


def render_downloads(editions: Sequence[Edition]) -> Page:
    """Return the downloads page, with an empty place for the files of each agreement and of the whole site."""
    names = names_apart(editions)
    one = _folded if len(editions) > MANY else _agreement
    lines = [
        front_matter({"title": say(TITLE), "description": say(INTRODUCTION)}),
        f"# {say(TITLE)} {{: #downloads }}\n",
        f"{say(INTRODUCTION)}\n",
        f'<div class="note notice" markdown>\n\n{say(NOTICE)}\n\n</div>\n',
        *narrowing(addresses.DOWNLOADS, "details.agreement", len(editions)),
        *(line for edition in editions for line in one(names[edition.slug], edition)),
        heading(say("The whole site"), "whole-site"),
        say("All agreements, their comparisons, lists and data, with search over all of them.") + "\n",
        _place(WHOLE),
        heading(say("Versions and checking a file"), "check"),
        _place(SUMS),
        say("What else can be held against something else is said in [Why trust this copy]({trust}).", trust=TRUST) + "\n",
    ]
    return Page(addresses.DOWNLOADS, "\n".join(lines))


def _folded(called: str, edition: Edition) -> Sequence[str]:
    """The files of one of many agreements, folded."""
    _, facts, place = _agreement(called, edition)
    name = f"<summary>{in_summary(called)} <small>{in_summary(status_words(edition))}</small></summary>"
    return (f'<details class="agreement" id="{edition.slug}" markdown>\n{name}\n', facts, place, "</details>\n")


def _agreement(called: str, edition: Edition) -> Sequence[str]:
    settings = edition.settings
    term = dates(edition)
    facts = [say("Text in force {term}.", term=escape(term)) if term else say("The source states no term.")]
    if settings.source.description:
        facts.append(say("Source: {source}", source=escape(source_said(settings.source.description))))
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return (
        f"## {escape_start(called)} {{: #{edition.slug} }}\n",
        f"{badge} {' '.join(facts)}\n{{: .text-date }}\n",
        _place(edition.slug),
    )


def _place(name: str) -> str:
    """A place that ``bundle`` fills; raw HTML, so that Markdown leaves it as it is."""
    return f'<div class="files" data-files="{attribute(name)}">\n<p>{say(NONE)}</p>\n</div>\n'
