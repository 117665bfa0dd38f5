"""Step: what lists know of all editions in; the site's own pages, hand-written and made, and what it looks like out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from contract_site.beside.bargained import TableOfBargaining, bargained
from contract_site.beside.changed import ToldChange
from contract_site.beside.crossings import Crossings
from contract_site.beside.notice import NoticePlace
from contract_site.beside.subjects import PlacedSubject
from contract_site.build.boxed import LAST, as_json, data_parts, entry_from_json, files_of, from_json, text_parts, unpacked
from contract_site.build.edition_step import LISTS
from contract_site.build.kin_pages_step import ENTRIES, LISTED, listed_from_json
from contract_site.build.paged import ASKED, asked_words, built_parts, names_in
from contract_site.build.read_step import FACTS, KNOWN, NOTICED, WORDS
from contract_site.build.shown import SiteWords, words_of
from contract_site.build.subjects import SUBJECTS, subjects_in, words_with_places
from contract_site.cite import addresses
from contract_site.data.calendar import calendars, with_days
from contract_site.data.feed import feeds
from contract_site.data.goto import goto_comparisons, goto_index
from contract_site.data.mine import mine_index
from contract_site.data.open_data import files_beside
from contract_site.data.plain import LLMS, llms
from contract_site.data.subjects import subject_files
from contract_site.interface.say import later, say
from contract_site.model.agreement import as_listed, names_apart
from contract_site.model.bargaining import Bargaining
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.page import Entry, Listed, Page
from contract_site.model.relation import Relations
from contract_site.model.site import SiteSettings, filled
from contract_site.model.subject import Subject
from contract_site.pages.edition import editors_pages
from contract_site.pages.kin.comparisons import comparisons_list, comparisons_section
from contract_site.pages.site import (
    bargaining_page,
    changes_page,
    downloads_page,
    goto_page,
    search_page,
    subject_pages,
    timeline_page,
)
from contract_site.pages.site.fingerprints_list import fingerprints_list
from contract_site.pages.site.home import render_home
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded, tree_in
from contract_site.shelf.shelf import Record
from contract_site.site.built_pages import BuiltPages, build_pages
from contract_site.site.generator import check_places, handwritten
from contract_site.words.long_lists import MANY

SETTINGS = "site.toml"
NOT_FOUND = "404.html"
IF_THERE = (addresses.SUBJECTS, addresses.BARGAINING, addresses.TIMELINE, addresses.CHANGES)
"""Pages that not every site has."""
ENDING = (
    (subject_pages.TITLE, addresses.SUBJECTS),
    (bargaining_page.TITLE, addresses.BARGAINING),
    (timeline_page.TITLE, addresses.TIMELINE),
    (changes_page.TITLE, addresses.CHANGES),
    (search_page.TITLE, addresses.SEARCH),
    (goto_page.TITLE, addresses.GOTO),
    (editors_pages.TITLE, addresses.EDITORS),
    (downloads_page.TITLE, addresses.DOWNLOADS),
    (later("Saved on this device"), PurePosixPath("saved.md")),
    (later("Guides"), addresses.GUIDES),
    (later("About"), PurePosixPath("about.md")),
)
"""What the site’s contents end with, where there is all of it: titles and pages."""
REPORTS, SYNONYMS, TOLD = "reports", "synonyms", "told"
"""What the step is given beside subjects: what reports tell of bargaining, what members say; what changed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What editors tell a site beside its texts: of bargaining, what members say, what they look for, what changed."""

    reports: Sequence[Bargaining]
    synonyms: Sequence[Synonym]
    subjects: Sequence[Subject]
    changes: Sequence[ToldChange]

    @property
    def given(self) -> dict[str, bytes]:
        """The same as steps are given it."""
        return {
            REPORTS: dumped(tuple(self.reports)),
            SYNONYMS: dumped(tuple(self.synonyms)),
            SUBJECTS: dumped(tuple(self.subjects)),
            TOLD: dumped(tuple((each.change, each.title, each.page) for each in self.changes)),
        }


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
    words: Mapping[str, str]
    """The fingerprint of the words of each edition."""
    bargaining: TableOfBargaining
    dated: frozenset[str]
    """The ids of the agreements that have a calendar."""
    subjects: Sequence[PlacedSubject]
    changes: Sequence[ToldChange]


def known_parts(
    editions: Mapping[str, Record],
    pages: Mapping[str, Record],
    kin: Sequence[Record],
    first: str,
    subjects: Sequence[Subject],
) -> dict[str, RecordPart]:
    """Return the parts of records from which a step knows what lists of a site know.

    ``editions`` are the records of editions, ``pages`` those of their pages, ``kin`` those of comparisons; ``first`` is a slug.

    Of editions in which subjects have places it knows the words too.
    """
    parts = {
        f"{name}/{slug}": RecordPart(record, name) for name in (KNOWN, FACTS, NOTICED) for slug, record in editions.items()
    }
    parts |= {f"{LISTS}/{slug}": RecordPart(pages[slug], LISTS) for slug in editions}
    for name in (LISTED, ENTRIES):
        parts |= {f"{name}/{number:06}": RecordPart(record, name) for number, record in enumerate(kin)}
    return parts | words_with_places(subjects, editions) | {WORDS: RecordPart(editions[first], WORDS)}


def known_from(box: Box) -> Known:
    """Return what lists of a site know, as a box holds it."""
    editions: dict[str, Edition] = {slug: loaded(box[f"{KNOWN}/{slug}"]) for slug in from_json(box["order"])}
    notices = [
        NoticePlace.of(edition, part, provision, edition.settings.notice)
        for slug, edition in editions.items()
        for part, provision in loaded(box[f"{NOTICED}/{slug}"])
        if edition.settings.notice is not None
    ]
    table = bargained(editions, loaded(box[REPORTS]), notices)
    return Known(
        editions=editions,
        first=tree_in(box, WORDS),
        lists={slug: from_json(box[f"{LISTS}/{slug}"]) for slug in editions},
        listed=[each for content in _numbered(box, LISTED) for each in listed_from_json(content)],
        entries=[entry_from_json(each) for content in _numbered(box, ENTRIES) for each in from_json(content)],
        words={slug: from_json(box[f"{FACTS}/{slug}"])["words"] for slug in editions},
        subjects=subjects_in(box, editions),
        bargaining=table,
        dated=with_days(table),
        changes=[ToldChange(*each) for each in loaded(box[TOLD])],
    )


def site_step(
    root: Path, settings: SiteSettings, order: Sequence[str], said: Said, parts: Mapping[str, RecordPart]
) -> BuildStep:
    """Return the step that makes the site's own pages; ``order`` are the slugs of all editions, in the order of folders."""
    given = {SETTINGS: dumped(settings), "order": as_json(list(order)), ASKED: asked_words(root), **said.given}
    return BuildStep("site", make_site, given, parts, site_files(root))


def site_files(root: Path) -> dict[str, Path]:
    """Return the files that pages about a site are made by."""
    return files_of(root, [*(root / "docs").rglob("*.md"), *(root / "overrides").rglob("*"), root / "mkdocs.yml"])


def make_site(box: Box) -> bytes:
    """Make the site's own pages, and its indexes of data and of citations. Raises ContractSiteError."""
    known = known_from(box)
    words = words_of(loaded(box[SETTINGS]), known.editions)
    with unpacked(box) as root:
        parts, built = site_parts(root, known, words, loaded(box[SYNONYMS]), (NOT_FOUND,))
    text = llms(known.editions.values(), words.settings)
    return pack({**parts, **names_in(box, built), f"{LAST}{LLMS}": text.encode()})


def site_parts(
    root: Path, known: Known, words: SiteWords, synonyms: Sequence[Synonym], templates: Sequence[str] = ()
) -> tuple[dict[str, bytes], BuiltPages]:
    """Return what is kept of the pages about a site, and the pages, by the files of the project below ``root``.

    Raises ContractSiteError.
    """
    ordered = as_listed(known.editions.values(), words.settings.bare_citations)
    facts = {**words.facts, "fingerprints": fingerprints_list(ordered, known.words)}
    own, written = site_pages(known, words, synonyms), handwritten(root, facts).pages
    check_places((page.path for page in written), (page.path for page in own), root / "docs")
    contents = site_contents(known, words.settings.bare_citations, ending(page.path for page in own))
    built = build_pages(root, [*own, *written], contents, words.said, templates)
    parts = {
        **built_parts(built, [*own, *written], ()),
        **data_parts(files_beside(known.bargaining, known.dated, known.changes), "data"),
        **data_parts(subject_files(known.subjects, words.settings.address), "data"),
        **data_parts(calendars(known.bargaining, words.settings), addresses.CALENDARS),
        **text_parts({str(file.path): file.text for file in feeds(known.changes, words.settings)}),
        **data_parts(mine_index(list(known.editions.values())), "mine"),
        **data_parts([goto_index(known.editions.values(), words.settings.bare_citations)], "go"),
        **data_parts([goto_comparisons(known.entries)] if known.entries else [], "compare"),
    }
    return parts, built


def site_pages(known: Known, words: SiteWords, synonyms: Sequence[Synonym]) -> list[Page]:
    """Return the pages that are about the whole site, with what it says of itself at their places."""
    ordered = as_listed(known.editions.values(), words.settings.bare_citations)
    crossings = Crossings(Relations(editions=known.editions, lists=known.lists, listed=known.listed))
    pages = [
        render_home(
            list(known.editions.values()), crossings, words.settings, ([each.subject for each in known.subjects], synonyms)
        ),
        *subject_pages.render_subjects(known.subjects, known.listed),
        *([comparisons_list(crossings)] if known.listed else []),
        *filter(
            None,
            (
                bargaining_page.render_bargaining(known.bargaining, known.dated),
                timeline_page.render_timeline(ordered),
                changes_page.render_changes(known.changes, words.settings.address),
            ),
        ),
        search_page.search_page(ordered, crossings, known.first, words.examples.anchor),
        goto_page.render_goto(ordered, words.examples, words.meant),
        editors_pages.editors_guide([known.first, *ordered[1:]]),
        downloads_page.render_downloads(ordered),
    ]
    return [replace(page, text=filled(page.text, words.facts)) for page in pages]


def site_contents(known: Known, bare: Sequence[str], last: Sequence[Entry]) -> list[Entry]:
    """Return the site's contents as its own pages show them: a line for each edition and comparison, unless there are many.

    ``bare`` are the agreements, by id, that bare citations mean; ``last`` is what the contents end with.
    """
    names = names_apart(known.editions.values())
    editions = [_edition_entry(names[each.slug], each) for each in as_listed(known.editions.values(), bare)]
    compared = [replace(each, below=each.below[:1]) for each in known.entries]
    if len(editions) + len(compared) > MANY:
        # The first page and the list of comparisons name all of them, and are a click away; menus would be pages long.
        return [*beginning(), *([comparisons_section(())] if compared else []), *last]
    return [
        *beginning(),
        *editions,
        *([comparisons_section(compared)] if compared else []),
        *last,
    ]


def beginning() -> tuple[Entry, ...]:
    """Return what the site's contents begin with."""
    return (Entry(say("Home"), addresses.HOME),)


def ending(pages: Iterable[PurePosixPath]) -> tuple[Entry, ...]:
    """Return what the site's contents end with, by the pages about the site that there are."""
    there = set(pages)
    return tuple(Entry(say(title), path) for title, path in ENDING if path in there or path not in IF_THERE)


def _edition_entry(name: str, edition: Edition) -> Entry:
    return Entry(name, None, (Entry(name, addresses.edition_file(edition.slug)),))


def _numbered(box: Box, name: str) -> list[bytes]:
    return [content for _, content in sorted(box.below(f"{name}/").items())]
