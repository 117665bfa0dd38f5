"""The pages for editors of newsletters: how to link and cite, and a table of citations for each agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.cite.cite import agreement_name
from contract_site.data.citation_table import CitedPlace, citations_csv, cited_places
from contract_site.interface.say import later, say
from contract_site.model.agreement import names_apart
from contract_site.model.document import Edition
from contract_site.model.page import DataFile, Page
from contract_site.words.escape import attribute, escape, front_matter
from contract_site.words.frame import NOT_WORDS, heading, listing, way
from contract_site.words.tables import table_lines

TITLE = later("For editors")
ABOUT = later("How to link to a provision, how to cite it, and the link and citation of every section.")
GUIDE = (
    (
        "tap",
        later("In one tap"),
        later("""\
On the page of an agreement, tap the underlined number or letter of a provision, or the ¶ behind a paragraph without one. What
opens copies

- the link,
- the short or the long citation, followed by the link,
- the words with their citation: as text, as Markdown, or as HTML to paste into a newsletter,

and makes a QR code that leads to exactly that paragraph, to be saved as a picture (SVG, for print in any size) or printed for a
notice board.
Provisions from several pages can be collected in [a print set]({print}) and printed together."""),
    ),
    (
        "link",
        later("How to link"),
        later("""\
The address of a provision is its citation: the address of its page, then `#` and the parts of the citation joined by dots.

- `{slug}/{page}/#{anchor}` is {cited}.
- A second paragraph without a number of its own has `.p2` at the end, a third one `.p3`.
- A table has its printed name, `#table-1.1`, or `.t1` behind the provision it stands in.

Addresses are permanent: they are recorded, and no version of this site is published that breaks one. Print them without fear.
Where room is short, print the QR code."""),
    ),
    (
        "cite",
        later("How to cite"),
        later("""\
- Short, in a sentence: *{short}*. The brackets name the edition; without it a citation is doubtful as soon as the next
  agreement is signed.
- Long, in a note: *{long}*.
- A paragraph without a number: *¶ 2* after the provision it belongs to.
- What has no number to find it by, such as a memorandum, is cited by its title and the printed page on which it begins.

Say that the copy is unofficial and whether the agreement is in force; every page says both in its second line."""),
    ),
)
"""The sections of the guide: anchor, heading, words."""


def citation_files(editions: Sequence[Edition], site_url: str) -> Iterator[DataFile]:
    """Yield the table of citations of each agreement as CSV, which has every provision."""
    for edition in editions:
        yield DataFile(addresses.citations_data(edition.slug), citations_csv(cited_places(edition), site_url))


def editors_guide(editions: Sequence[Edition]) -> Page:
    """Return the guide, with an example of the first of the editions; of the others it needs no words."""
    path = addresses.EDITORS
    example = max(cited_places(editions[0]), key=lambda place: (len(place.provision.pinpoint.steps) == 3, not place.is_part))
    facts = {
        "print": addresses.link(path, addresses.PRINT_SET),
        "slug": editions[0].slug,
        "page": example.part.id,
        "anchor": example.provision.anchor,
        "cited": escape(example.within),
        "short": escape(example.short),
        "long": escape(example.long),
    }
    names = names_apart(editions)
    rows = [
        f"- [{escape(names[edition.slug])}]({addresses.link(path, addresses.editors_file(edition.slug))})"
        for edition in editions
    ]
    lines = [
        _front_matter(say(TITLE), say(ABOUT)),
        _breadcrumb(path),
        f"# {say(TITLE)} {{: #editors }}\n\n{say(ABOUT)}\n\n",
        *(f"{heading(say(title), anchor)}\n{say(words, **facts)}\n" for anchor, title, words in GUIDE),
        heading(say("Every section, agreement by agreement"), "agreements"),
        listing(rows),
    ]
    return Page(path, "\n".join(lines))


def citations_page(edition: Edition) -> Page:
    """Return the page of citations of an edition."""
    path = addresses.editors_file(edition.slug)
    title = say("Citations: {agreement}", agreement=edition.settings.brief)
    data = addresses.link(path, PurePosixPath("data", addresses.citations_data(edition.slug)))
    about = say("The link and the citations of every section: {agreement}.", agreement=edition.settings.title)
    told = say(
        "Every article, section, item and memorandum. [The same as a table for spreadsheet programs]({link}) (CSV) has every"
        " provision, down to the smallest item.",
        link=data,
    )
    columns = (say("Short citation"), say("Long citation, after the agreement’s name"), say("Title"))
    lines = [
        _front_matter(title, about),
        _breadcrumb(path, edition.settings.brief),
        f"# {escape(title)} {{: #citations }}\n",
        f"{told}\n",
        f'<div class="citations" data-agreement="{attribute(agreement_name(edition))}" {NOT_WORDS} markdown>\n',
        *table_lines(columns, (_row(path, edition, place) for place in cited_places(edition) if place.is_section)),
        "\n</div>\n",
    ]
    return Page(path, "\n".join(lines))


def _front_matter(title: str, description: str) -> str:
    """Front matter of a page for editors; ``editors`` loads what copies from its table."""
    return front_matter({"title": title, "description": description, "editors": True})


def _row(path: PurePosixPath, edition: Edition, place: CitedPlace) -> tuple[str, str, str]:
    target = addresses.link(path, addresses.part_file(edition.slug, place.part.id), place.provision.anchor)
    title = f"**{escape(place.title)}**" if place.is_part and place.title else escape(place.title)
    return f"[{escape(place.short)}]({target})", escape(place.within), title


def _breadcrumb(path: PurePosixPath, here: str = "") -> str:
    return way(path, here, (say(TITLE), addresses.EDITORS))
