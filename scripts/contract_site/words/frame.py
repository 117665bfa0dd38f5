"""What every page of an edition has around its words: front matter, breadcrumb, status line, contents rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.interface.formats import said_date
from contract_site.interface.say import later, say
from contract_site.model.document import Edition, Part
from contract_site.model.site import NAME
from contract_site.words.escape import attribute, escape, escape_name, escape_start
from contract_site.words.escape import front_matter as matter

NOT_WORDS = "data-search-exclude"
"""Marks what the editors put on a page and search should not find as the parties' words."""
UNOFFICIAL = later("unofficial copy")
"""What every page says of the text it shows."""
STATUSES = {
    "in force": later("in force"),
    "expired": later("expired"),
    "tentative": later("tentative"),
    "superseded": later("superseded"),
    "not stated": later("status not stated"),
}
"""What readers are told of an edition's status. Scripts know a status by these words as they stand here."""


def part_title(part: Part) -> str:
    """Return what lists call a part: ``Article 8. Hours of Work``."""
    return part.name if part.title in ("", part.name) else f"{part.name}. {part.title}"


def dates(edition: Edition) -> str:
    """Return the term of the agreement in words, one end of it if its source states no more; else an empty string."""
    first, last = edition.settings.effective, edition.settings.expires
    if first and last:
        return say("{first} – {last}", first=said_date(first), last=said_date(last))
    return say("from {day}", day=said_date(first)) if first else say("until {day}", day=said_date(last)) if last else ""


def status_words(edition: Edition) -> str:
    """Return the edition's status as readers see it."""
    return say(status_key(edition))


def status_key(edition: Edition) -> str:
    """Return what scripts and styles know the status by: ``status not stated``, the same in every language."""
    return STATUSES[edition.settings.status]


def status_class(edition: Edition) -> str:
    """Return the class that styles the status."""
    return edition.settings.status.replace(" ", "-")


def front_matter(
    edition: Edition,
    title: str,
    description: str,
    *,
    citations: str = "",
    picture: str = "",
    goto: bool = False,
    look: str = "",
) -> str:
    """Return the page's front matter.

    ``citations`` is what the page's script needs to cite every place on it, ``picture`` the file that a link to it previews
    with; ``goto`` says that it has a field for citations, ``look`` what kind of page it is, if not one that is read.
    """
    facts: dict[str, object] = {
        "title": title,
        "description": description,
        "agreement": edition.slug,
        "agreement_title": edition.settings.brief,
        "status": status_words(edition),
    }
    if citations:
        facts["citations"] = citations
    if picture:
        facts["picture"] = picture
    if goto:
        facts["goto"] = True
    if look:
        facts[look] = True
    return matter(facts)


def breadcrumb(edition: Edition, path: PurePosixPath, here: str = "") -> str:
    """Return the way from the first page to this one; ``here`` is what this page is called, if it is not the edition's own."""
    above = [(edition.settings.brief, addresses.edition_file(edition.slug))]
    if path.parent.name == "memo":
        above.append((say("Memoranda"), addresses.part_file(edition.slug, "memoranda")))
    if path.parent.name == "corrections":
        above.append((say("Corrections and editors’ notes"), addresses.part_file(edition.slug, "corrections")))
    return way(path, here, *above)


def way(path: PurePosixPath, here: str, *above: tuple[str, PurePosixPath]) -> str:
    """Return the way from the first page to this one by the pages above it, each with its words; none leads to itself.

    ``here`` is what this page is called; empty where it is among those above, which say it.
    """
    own = here or next(words for words, page in above if page == path)
    pages = [(NAME, addresses.HOME), *((escape(words), page) for words, page in above if page != path)]
    trail = [*(f"[{words}]({addresses.link(path, page)})" for words, page in pages), escape_name(own)]
    label = attribute(say("Breadcrumb"))
    return f'<nav class="breadcrumb" aria-label="{label}" {NOT_WORDS} markdown>\n\n{" › ".join(trail)}\n\n</nav>\n'


def status_line(edition: Edition, detail: str) -> str:
    """Return the line that says which edition this is, whether it is in force, and that it is an unofficial copy."""
    facts = [escape_start(edition.settings.brief), f"**{status_words(edition)}**", escape(detail), say(UNOFFICIAL)]
    return f"{' · '.join(filter(None, facts))}\n{{: .status .{status_class(edition)} {NOT_WORDS} }}\n"


def heading(words: str, anchor: str) -> str:
    """Return a heading of the site's own below a page's title, with its anchor."""
    return f"## {words} {{: #{anchor} }}\n"


def listing(rows: Sequence[str]) -> str:
    """Return rows of a contents list."""
    return '<div class="contents" markdown>\n\n' + "\n".join(rows) + "\n\n</div>\n"
