"""The stages of a build in order: which record each edition and comparison needs, and the site put together from all.

read → link → compare → pages → the site's own pages → files to carry away. Each stage asks for its records at once; what is on
the shelf is taken from there, the rest is made, by workers if there are any.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.beside.changed import recorded_name
from contract_site.build.around import ShownRecords
from contract_site.build.assembly import Assembly, check_links, check_pages, cut_back_files, sitemap_files
from contract_site.build.assets_step import assets_step, look_step
from contract_site.build.boxed import LAST, from_json
from contract_site.build.carry_step import Carried, carry_step, downloads_of, members_of, members_step, own_members_step
from contract_site.build.edition_step import edition_step
from contract_site.build.index_step import index_step
from contract_site.build.kin_pages_step import kin_pages_step
from contract_site.build.kin_step import kin_step
from contract_site.build.link_step import link_step
from contract_site.build.other_engine import make_again
from contract_site.build.outline import SiteOutline, outline_of
from contract_site.build.paged import INLINE
from contract_site.build.project import Project
from contract_site.build.read_step import FACTS, KNOWN, read_step
from contract_site.build.search_step import search_step, searched_step, stems_step
from contract_site.build.shared_step import SHARED, shared_step
from contract_site.build.site_step import Said, known_parts, site_step
from contract_site.bundle.download import LENGTH, BundleError, Download
from contract_site.bundle.folder import write_whole
from contract_site.bundle.listing import list_downloads
from contract_site.cite import addresses
from contract_site.data.open_data import INDEX, with_downloads
from contract_site.data.schema import DownloadEntry
from contract_site.model.agreement import agreement_of, as_found
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.page import Saveable
from contract_site.shelf.making import Maker
from contract_site.shelf.pickles import loaded
from contract_site.shelf.shelf import Record
from contract_site.shelf.stamp import stamp
from contract_site.site.folder import write
from contract_site.site.headers import FILE, headers_file
from contract_site.site.offline_lists import write_offline_lists
from contract_site.site.shared_pages import check_shared
from contract_site.site.zensical import ZENSICAL
from contract_site.words.frame import dates, status_words

MKDOCS = "mkdocs"
"""What makes the pages if nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    editions: tuple[Edition, ...]
    """As lists know them, without their words."""
    pages: int
    provisions: int

    @property
    def line(self) -> str:
        """What was made, in a line."""
        return f"{self.pages} pages, {self.provisions} provisions, agreements: {len(self.editions)}"


def build(project: Project, maker: Maker, site: Path, *, bundles: bool, engine: str = MKDOCS) -> Built:
    """Make all records of a project's site that are stale, and put the site together in a folder.

    ``engine`` is what makes its pages, ``zensical`` after MkDocs. Raises ContractSiteError.
    """
    read = read_all(project, maker)
    leads = {slug: from_json(record[FACTS])["leads"] for slug, record in read.items()}
    outline = outline_of(project, {slug: loaded(record[KNOWN]) for slug, record in read.items()}, leads)
    every = list(outline.known)
    made = Made(outline, maker, {slug: read[slug] for slug in every}, every)
    made.make_pages(every)
    made.make_comparisons(outline.ways.together())
    made.make_own()
    if bundles:
        made.make_carried()
        made.make_members()
    whole = assemble(made, site)
    inline = again(made, whole) if engine == ZENSICAL else []
    if bundles:
        add_downloads(made, whole)
    saveable = [_saveable(edition) for edition in outline.known.values()]
    write_offline_lists(site, saveable, whole.made if engine == MKDOCS else None)
    add_last(made, whole, inline)
    whole.finish()
    pages = sum(name.endswith(".md") for record in made.pages for name in record)
    provisions = sum(from_json(read[slug][FACTS])["provisions"] for slug in every)
    return Built(tuple(outline.ordered), pages, provisions)


def read_all(project: Project, maker: Maker) -> dict[str, Record]:
    """Return the records of all editions of a project, by slug, in the order of folders. Raises ContractSiteError."""
    folders = project.folders
    if not folders:
        raise ContractSiteError(f"{project.agreements}:1: no agreement here; add a folder with an agreement.toml")
    found: dict[str, Record] = {}
    made = maker.make("Reading agreements", [read_step(project, each) for each in folders])
    for record in made.values():
        slug = from_json(record[FACTS])["slug"]
        if slug in found:
            owner = loaded(found[slug][KNOWN]).settings_file
            raise SettingsError(
                f"{loaded(record[KNOWN]).settings_file}:1: slug '{slug}' is already that of {owner}; give each its own"
            )
        found[slug] = record
    return found


class Made:
    """The records of a site as they are made, stage after stage; of all its editions, or of some."""

    def __init__(self, outline: SiteOutline, maker: Maker, read: Mapping[str, Record], slugs: Sequence[str]) -> None:
        """Link and compare some editions, by slug; ``read`` are they and those that their words cite, in the order of folders.

        Raises ContractSiteError.
        """
        ways, project = outline.ways, outline.project
        self.outline, self.maker = outline, maker
        links = maker.make("Linking agreements", [link_step(slug, read) for slug in slugs])
        folders = [folder for folder in ways.settings if set(ways.compared(folder)) <= set(slugs)]
        kin = maker.make("Comparing editions", [kin_step(project, each, ways.compared(each), read) for each in folders])
        self.shown = ShownRecords(
            ways, read, dict(zip(slugs, links.values(), strict=True)), dict(zip(folders, kin.values(), strict=True))
        )
        self.of_editions: dict[str, Record] = {}
        self.of_comparisons: dict[str, Record] = {}
        """By the folder of each; those of items have one together."""
        self.carried: dict[str, Record] = {}
        self.members: list[Record] = []

    @property
    def compared(self) -> list[Record]:
        """The records of the pages of comparisons, in the order of lists."""
        return list(dict.fromkeys(self.of_comparisons.values()))

    @property
    def pages(self) -> list[Record]:
        """The records that hold pages."""
        return [self.own, *self.of_editions.values(), *self.compared]

    @property
    def searching(self) -> list[Record]:
        """The records that hold what search loads."""
        return [self.search, *self.searched.values(), *self.stems]

    def make_pages(self, slugs: Collection[str]) -> None:
        """Make the pages of some editions, and what all pages share. Raises ContractSiteError."""
        outline, frame = self.outline, self.outline.frame
        wanted = [edition for edition in outline.ordered if edition.slug in slugs]
        ledgers = {each.slug: outline.ledgers([each.folder]) for each in wanted}
        steps = [edition_step(self.shown, frame, ledgers[each.slug], each, outline.chosen) for each in wanted]
        assets = assets_step(outline.project.root, outline.words.settings, outline.words.facts)
        *pages, self.assets = self.maker.make("Writing agreements", [*steps, assets]).values()
        self.of_editions = dict(zip((each.slug for each in wanted), pages, strict=True))
        self.last = self._make_last(wanted)
        self.searched = self._make_searched(wanted)

    def _make_searched(self, wanted: Sequence[Edition]) -> dict[str, Record]:
        synonyms = self.outline.synonyms(self.outline.known)
        steps = [searched_step(each.slug, self.shown.editions[each.slug], synonyms) for each in wanted]
        made = self.maker.make("Indexing agreements", steps)
        return dict(zip((each.slug for each in wanted), made.values(), strict=True))

    def _make_last(self, wanted: Sequence[Edition]) -> list[Record]:
        outline, settings = self.outline, self.outline.words.settings
        steps = [
            shared_step(outline.project.root, settings, outline.ledgers([each.folder]), each, self.shown.editions[each.slug])
            for each in wanted
        ]
        return list(self.maker.make("Writing what shared links show", steps).values())

    def make_comparisons(self, groups: Sequence[Sequence[str]]) -> None:
        """Make the pages of comparisons, by their folders, those of each group together. Raises ContractSiteError."""
        frame = self.outline.frame
        steps = [
            kin_pages_step(self.shown, frame, self.outline.ledgers(folders), folders, self.of_editions) for folders in groups
        ]
        made = self.maker.make("Writing comparisons", steps).values()
        self.of_comparisons = {folder: record for folders, record in zip(groups, made, strict=True) for folder in folders}

    def make_own(self) -> None:
        """Make the pages about the site, what pages look by, and the index of search. Raises ContractSiteError."""
        outline, root = self.outline, self.outline.project.root
        parts = known_parts(self.shown.editions, self.of_editions, self.compared, outline.ordered[0].slug, outline.subjects)
        found = {edition.slug: self.shown.editions[edition.slug] for edition in as_found(outline.known.values())}
        said = Said(outline.reports, outline.synonyms(outline.known), outline.subjects, outline.changes)
        steps = [
            site_step(root, outline.words.settings, list(outline.known), said, parts),
            search_step(found, self.searched, said.synonyms, said.subjects),
        ]
        self.own, self.search = self.maker.make("Writing the site’s own pages", steps).values()
        self.stems = self._make_stems(list(found))
        known = {slug: self.of_editions[slug] for slug in outline.known}
        look = look_step(root, self.assets, self.pages)
        self.look, self.index = self.maker.make(
            "Making style sheets", [look, index_step(known, self.compared, self.own)]
        ).values()

    def _make_stems(self, slugs: Sequence[str]) -> list[Record]:
        """The index of each edition, by slugs in the order of results."""
        steps = [
            stems_step(number, slug, self.searched[slug], self.of_editions[slug], self.search)
            for number, slug in enumerate(slugs)
        ]
        return list(self.maker.make("Writing the index of search", steps).values())

    def make_carried(self) -> None:
        """Make the files to carry away of the editions whose pages and comparisons are made. Raises ContractSiteError."""
        outline = self.outline
        slugs = [slug for slug in self.of_editions if self.of_comparisons.keys() >= set(outline.ways.carried_by(slug))]
        steps = [carry_step(outline.project.root, outline.words, self._said_of(slug), self._carried(slug)) for slug in slugs]
        self.carried = dict(zip(slugs, self.maker.make("Making downloads", steps).values(), strict=True))

    def make_members(self) -> None:
        """Make what the folder of the whole site has of all that is made. Raises ContractSiteError."""
        outline, settings = self.outline, self.outline.words.settings
        members = [members_step(pages, settings, [pages], self.carried[slug]) for slug, pages in self.of_editions.items()]
        for record, folder in {record: folder for folder, record in self.of_comparisons.items()}.items():
            members.append(members_step(record, settings, [self.of_editions[slug] for slug in outline.ways.texts(folder)]))
        shared = (*self.searching, self.assets, self.look, self.index)
        members += [members_step(record, settings, []) for record in shared]
        self.members = list(self.maker.make("Making the folder of all", members).values())

    def _said_of(self, slug: str) -> Said:
        """What editors tell of an edition and of no other; pages of subjects are about several, and not in its folder."""
        agreement = agreement_of(self.outline.known[slug])
        reports = [each.only(agreement) for each in self.outline.reports]
        own = {slug, *map(recorded_name, self.outline.ways.carried_by(slug))}
        changes = [each for each in self.outline.changes if each.change.of in own]
        return Said(reports, self.outline.synonyms([slug]), (), changes)

    def _carried(self, slug: str) -> Carried:
        """All that an edition's files to carry away are made from."""
        compared = [self.of_comparisons[folder] for folder in self.outline.ways.carried_by(slug)]
        around = self.outline.ways.around([slug])
        return Carried(
            slug=slug,
            read=self.shown.editions[slug],
            pages=self.of_editions[slug],
            compared=list(dict.fromkeys(compared)),
            assets=self.assets,
            named={each: self.outline.known[each].settings.brief for each in around},
        )


def assemble(made: Made, site: Path) -> Assembly:
    """Put the site together in a folder, but for the files to carry away and what comes last. Raises ContractSiteError."""
    check_pages(made.own, made.pages[1:], made.outline.project.root / "docs")
    whole = Assembly(site, made.maker.hands)
    whole.add((*made.pages, *made.searching, made.assets, made.look, made.index))
    whole.write("the list of pages", sitemap_files(made.pages).items())
    whole.write("addresses cut back", cut_back_files(whole.owners).items())
    check_links(made.pages, whole.owners)
    return whole


def add_downloads(made: Made, whole: Assembly) -> None:
    """Add the files to carry away to a site that is put together, and list them. Raises ContractSiteError."""
    site, folder, settings = whole.folder, whole.folder / "downloads", made.outline.words.settings
    whole.add(made.carried.values())
    version = stamp(made.own.sha256, *(record.sha256 for record in made.members))[:LENGTH]
    own = made.maker.make("Making the folder of all", [own_members_step(made.own, settings, version)])
    members = members_of([*made.members, *own.values()])
    try:
        last = write_whole(folder, settings.name, version, list(members), lambda path: members[path]())
        listed = [each for record in made.carried.values() for each in downloads_of(record)]
        listed.append(last.weighed((folder / last.path).read_bytes(), version))
        list_downloads(listed, folder)
    except BundleError as error:
        raise ContractSiteError(f"{site}:1: no downloads can be made: {error}") from error
    index = site / "data" / INDEX
    write(index, with_downloads(index.read_text(encoding="utf-8"), version, map(_entry, listed)))


def again(made: Made, whole: Assembly) -> list[tuple[str, str]]:
    """Have Zensical make the pages of a site that is put together; return what ``make_again`` does.

    Raises ContractSiteError.
    """
    pages = {edition.slug: made.of_editions[edition.slug] for edition in made.outline.ordered}
    return make_again(made.outline, pages, [made.own, *made.compared], made.assets, whole)


def add_last(made: Made, whole: Assembly, inline: Sequence[Sequence[str]]) -> None:
    """Add what no list for saving and no file to carry away has: what shared links show, plain Markdown, headers.

    ``inline`` are scripts and styles in pages beside those of records, as headers name them. Raises ContractSiteError
    if a page by which a provision is shared would take the place of another.
    """
    check_shared(_shared(made.last), (path for path in whole.owners if path.endswith(".html")))
    whole.add((*made.last, made.own), LAST)
    found = [each for record in (*made.pages, *made.carried.values()) for each in from_json(record[INLINE])]
    whole.write("the headers", [(FILE, headers_file([*found, *inline, *whole.inline]))])


def _shared(records: Iterable[Record]) -> Iterator[str]:
    """Yield the pages by which provisions are shared; of many agreements they are most of a site's files."""
    for record in records:
        yield from record.text(SHARED).splitlines()
        record.let_go()


def _entry(download: Download) -> DownloadEntry:
    url = addresses.download_url(download.path)
    return DownloadEntry(url=url, agreement=download.slug, kind=download.kind, bytes=download.size, sha256=download.sha256)


def _saveable(edition: Edition) -> Saveable:
    return Saveable(edition.slug, edition.settings.title, dates(edition), status_words(edition))
