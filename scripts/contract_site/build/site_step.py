"""Step: what lists know of all editions in; the site's own pages, hand-written and made, and what it looks like out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.build.boxed import as_json, data_parts, entry_from_json, files_of, from_json, unpacked
from contract_site.build.kin_pages_step import ENTRIES, INDEXED, LISTED, listed_from_json
from contract_site.build.link_step import LISTS
from contract_site.build.paged import built_parts
from contract_site.build.read_step import EDITION, FACTS, KNOWN
from contract_site.build.shown import SiteWords, words_of
from contract_site.cite import addresses
from contract_site.data.goto import goto_index
from contract_site.data.open_data import listing_files
from contract_site.data.schema import AgreementEntry, ComparisonEntry
from contract_site.model.agreement import as_listed
from contract_site.model.document import Edition
from contract_site.model.page import Entry, Listed, Page
from contract_site.model.relation import Relations
from contract_site.model.site import SiteSettings, filled
from contract_site.pages.edition.editors_pages import editors_guide
from contract_site.pages.kin.comparisons import comparisons_list, comparisons_section
from contract_site.pages.site.downloads_page import render_downloads
from contract_site.pages.site.goto_page import render_goto
from contract_site.pages.site.home import render_home
from contract_site.pages.site.search_page import search_page
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import Part, Step
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record
from contract_site.site.built_pages import build_pages
from contract_site.site.generator import check_places, handwritten

SETTINGS = "site.toml"
NOT_FOUND = "404.html"
BEGINNING = (Entry("Home", addresses.HOME),)
ENDING = tuple(
    Entry(title, path)
    for title, path in (
        ("Search", addresses.SEARCH),
        ("Go to a citation", addresses.GOTO),
        ("For editors", addresses.EDITORS),
        ("Downloads", addresses.DOWNLOADS),
        ("Saved on this device", PurePosixPath("saved.md")),
        ("About", PurePosixPath("about.md")),
    )
)
"""What the site's contents begin with, and end with; between them stand its texts."""


@dataclass(frozen=True)
class Known:
    """What lists of a site know: of every edition, in the order of folders, and of every comparison, in the order of lists."""

    editions: Mapping[str, Edition]
    first: Edition
    """The edition that lists show first, with its words."""
    lists: Mapping[str, Sequence[str]]
    """The lists that each edition has."""
    listed: Sequence[Listed]
    entries: Sequence[Entry]
    """What the site's contents say of comparisons."""
    agreements: Sequence[AgreementEntry]
    compared: Sequence[ComparisonEntry]
    """What the index of data says of editions and of comparisons."""

    @property
    def ordered(self) -> list[Edition]:
        """The editions as lists show them."""
        return as_listed(self.editions.values())


def known_parts(
    editions: Mapping[str, Record], links: Mapping[str, Record], kin: Sequence[Record], first: str
) -> dict[str, Part]:
    """Return the parts of records from which a step knows what lists of a site know; ``first`` is a slug."""
    parts = {f"{name}/{slug}": Part(record, name) for name in (KNOWN, FACTS) for slug, record in editions.items()}
    parts |= {f"{LISTS}/{slug}": Part(links[slug], LISTS) for slug in editions}
    for name in (LISTED, ENTRIES, INDEXED):
        parts |= {f"{name}/{number:06}": Part(record, name) for number, record in enumerate(kin)}
    return parts | {EDITION: Part(editions[first], EDITION)}


def known_from(box: Box) -> Known:
    """Return what lists of a site know, as a box holds it."""
    editions: dict[str, Edition] = {slug: loaded(box[f"{KNOWN}/{slug}"]) for slug in from_json(box["order"])}
    return Known(
        editions=editions,
        first=loaded(box[EDITION]),
        lists={slug: from_json(box[f"{LISTS}/{slug}"]) for slug in editions},
        listed=[each for content in _numbered(box, LISTED) for each in listed_from_json(content)],
        entries=[entry_from_json(each) for content in _numbered(box, ENTRIES) for each in from_json(content)],
        agreements=[AgreementEntry(**from_json(box[f"{FACTS}/{slug}"])["entry"]) for slug in editions],
        compared=[ComparisonEntry(**each) for content in _numbered(box, INDEXED) for each in from_json(content)],
    )


def site_step(root: Path, settings: SiteSettings, order: Sequence[str], parts: Mapping[str, Part]) -> Step:
    """Return the step that makes the site's own pages; ``order`` are the slugs of all editions, in the order of folders."""
    return Step("site", make_site, {SETTINGS: dumped(settings), "order": as_json(list(order))}, parts, site_files(root))


def site_files(root: Path) -> dict[str, Path]:
    """Return the files that pages about a site are made by."""
    return files_of(root, [*(root / "docs").rglob("*.md"), *(root / "overrides").rglob("*"), root / "mkdocs.yml"])


def make_site(box: Box) -> bytes:
    """Make the site's own pages, and its indexes of data and of citations. Raises ContractSiteError."""
    known = known_from(box)
    words = words_of(loaded(box[SETTINGS]), known.editions)
    with unpacked(box) as root:
        return pack(site_parts(root, known, words, (NOT_FOUND,)))


def site_parts(root: Path, known: Known, words: SiteWords, templates: Sequence[str] = ()) -> dict[str, bytes]:
    """Return what is kept of the pages about a site, and of its indexes, by the files of the project below ``root``.

    Raises ContractSiteError.
    """
    own, written = site_pages(known, words), handwritten(root, words.facts).pages
    check_places((page.path for page in written), (page.path for page in own), root / "docs")
    built = build_pages(root, [*own, *written], site_contents(known), words.said, templates)
    return {
        **built_parts(built, [*own, *written], ()),
        **data_parts(listing_files(known.agreements, known.compared), "data"),
        **data_parts([goto_index(known.editions.values(), words.settings.bare_citations)], "go"),
    }


def site_pages(known: Known, words: SiteWords) -> list[Page]:
    """Return the pages that are about the whole site, with what it says of itself at their places."""
    ordered = known.ordered
    crossings = Crossings(Relations(editions=known.editions, lists=known.lists, listed=known.listed))
    pages = [
        render_home(list(known.editions.values()), crossings, words.settings),
        *([comparisons_list(crossings)] if known.listed else []),
        search_page(ordered, crossings),
        render_goto(ordered, words.examples, words.meant),
        editors_guide([known.first, *ordered[1:]]),
        render_downloads(ordered),
    ]
    return [replace(page, text=filled(page.text, words.facts)) for page in pages]


def site_contents(known: Known) -> list[Entry]:
    """Return the site's contents as its own pages show them: a line for each edition and comparison."""
    editions = [Entry(each.settings.brief, None, (_first(each),)) for each in known.ordered]
    compared = [replace(each, below=each.below[:1]) for each in known.entries]
    return [*BEGINNING, *editions, *([comparisons_section(compared)] if compared else []), *ENDING]


def _first(edition: Edition) -> Entry:
    return Entry(edition.settings.brief, addresses.edition_file(edition.slug))


def _numbered(box: Box, name: str) -> list[bytes]:
    return [content for _, content in sorted(box.below(f"{name}/").items())]
