"""The stages of a build in order: which record each edition and comparison needs, and which others it is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.build.around import Shown
from contract_site.build.assembly import Assembly, check_links, check_pages, sitemap_files
from contract_site.build.assets_step import assets_step, look_step
from contract_site.build.boxed import files_of, from_json
from contract_site.build.carry_step import Carried, carry_step, downloads_of, members_of, members_step, version_of
from contract_site.build.comparing import load_settings
from contract_site.build.edition_step import edition_step
from contract_site.build.kin_pages_step import kin_pages_step
from contract_site.build.kin_step import compared_slugs, kin_step
from contract_site.build.link_step import link_step
from contract_site.build.paged import frame_of
from contract_site.build.project import Project
from contract_site.build.read_step import FACTS, KNOWN, read_step
from contract_site.build.search_step import search_step
from contract_site.build.shown import SiteWords, shown_editions, words_of
from contract_site.build.site_step import BEGINNING, ENDING, known_parts, site_step
from contract_site.bundle.download import BundleError
from contract_site.bundle.folder import write_whole
from contract_site.bundle.listing import list_downloads
from contract_site.editors.ledger import MOVED, PUBLISHED
from contract_site.editors.site_file import load_site
from contract_site.editors.synonyms import load_synonyms
from contract_site.model.agreement import as_found, as_listed
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.page import Saveable
from contract_site.shelf.making import Maker
from contract_site.shelf.pickles import loaded
from contract_site.shelf.shelf import Record
from contract_site.site import generator
from contract_site.site.offline_lists import write_offline_lists
from contract_site.words.frame import dates, status_words


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    editions: tuple[Edition, ...]
    """As lists know them, without their words."""
    pages: int
    provisions: int


@dataclass(frozen=True)
class Made:
    """The records of a site."""

    words: SiteWords
    editions: Mapping[str, Edition]
    """As lists know them, in the order in which lists show them."""
    shown: Shown
    of_editions: Mapping[str, Record]
    of_comparisons: Mapping[str, Record]
    """By the folder of each; those of items have one together."""
    own: Record
    """The pages about the site."""
    shared: Sequence[Record]
    """What pages look and work by."""
    search: Record

    @property
    def pages(self) -> list[Record]:
        """The records that hold pages."""
        return [self.own, *self.of_editions.values(), *dict.fromkeys(self.of_comparisons.values())]


def build(project: Project, maker: Maker, site: Path, *, bundles: bool) -> Built:
    """Make all records of a project's site that are stale, and put the site together in a folder. Raises ContractSiteError."""
    made = make_records(project, maker)
    carried = make_downloads(project, maker, made) if bundles else None
    assemble(made, project, site)
    if carried is not None:
        add_downloads(carried, site)
    write_offline_lists(site, [_saveable(edition) for edition in made.editions.values()])
    pages = sum(name.endswith(".md") for record in made.pages for name in record)
    provisions = sum(from_json(made.shown.editions[slug][FACTS])["entry"]["provisions"] for slug in made.editions)
    return Built(tuple(made.editions.values()), pages, provisions)


def make_records(project: Project, maker: Maker) -> Made:
    """Make every record of a project's site that is stale. Raises ContractSiteError."""
    read = _read(project, maker)
    settings = load_site(project.root)
    known = shown_editions({slug: loaded(record[KNOWN]) for slug, record in read.items()}, settings)
    hidden = read.keys() - known.keys()
    editions = {slug: read[slug] for slug in known}
    links = _by_slug(maker.make("Linking agreements", [link_step(slug, editions) for slug in editions]))
    compared = {each.folder: each for _, each in load_settings(project.comparisons, project.root, editions, hidden)}
    slugs = {folder: compared_slugs(project, each, editions) for folder, each in compared.items()}
    made = maker.make("Comparing editions", [kin_step(project, each, editions) for each in compared.values()])
    shown = Shown(
        editions=editions,
        links=links,
        kin=dict(zip(compared, made.values(), strict=True)),
        settings=compared,
        slugs=slugs,
        leads={slug: [each for each in from_json(editions[slug][FACTS])["leads"] if each in editions] for slug in editions},
    )
    generator.check_configuration(project.root)
    return _make_pages(project, maker, words_of(settings, known), shown, known)


def _make_pages(project: Project, maker: Maker, words: SiteWords, shown: Shown, known: Mapping[str, Edition]) -> Made:
    ordered = {edition.slug: edition for edition in as_listed(known.values())}
    frame = frame_of(project.root, words, BEGINNING, ENDING)
    steps = [edition_step(shown, frame, _ledger(project, each.folder), slug, each.folder) for slug, each in ordered.items()]
    found = {edition.slug: shown.editions[edition.slug] for edition in as_found(known.values())}
    others = [search_step(found, _synonyms(project)), assets_step(project.root, words.settings, words.facts)]
    *pages, search, assets = maker.make("Writing agreements", [*steps, *others]).values()
    of_editions = dict(zip(ordered, pages, strict=True))
    together = _together(shown.settings)
    compared = [kin_pages_step(shown, frame, _ledgers(project, folders), folders, of_editions) for folders in together]
    made = maker.make("Writing comparisons", compared).values()
    of_comparisons = {folder: record for folders, record in zip(together, made, strict=True) for folder in folders}
    parts = known_parts(shown.editions, shown.links, list(dict.fromkeys(of_comparisons.values())), next(iter(ordered)))
    own = maker.make("Writing the site’s own pages", [site_step(project.root, words.settings, list(known), parts)])["site"]
    every = [own, *of_editions.values(), *dict.fromkeys(of_comparisons.values())]
    look = maker.make("Making style sheets", [look_step(project.root, assets, every)])["look"]
    return Made(words, ordered, shown, of_editions, of_comparisons, own, (assets, look), search)


@dataclass(frozen=True)
class Downloads:
    """The records of the files to carry away."""

    of_editions: Sequence[Record]
    members: Sequence[Record]
    """The files of the folder of the whole site."""
    version: str
    """That of the whole site."""


def make_downloads(project: Project, maker: Maker, made: Made) -> Downloads:
    """Make every record of files to carry away that is stale. Raises ContractSiteError."""
    carried = [_carried(made, slug) for slug in made.editions]
    synonyms, settings = _synonyms(project), made.words.settings
    steps = [carry_step(project.root, made.words, synonyms, each) for each in carried]
    version = version_of([*made.pages, *made.shared, made.search])
    members = [members_step(each.pages, settings, each.version, [each.pages]) for each in carried]
    for record, folder in {record: folder for folder, record in made.of_comparisons.items()}.items():
        texts = [made.of_editions[slug] for slug in made.shown.compared_by(folder)]
        members.append(members_step(record, settings, version_of([record, *made.shared]), texts))
    members += [members_step(each, settings, version, ()) for each in (made.own, made.search, *made.shared)]
    found = list(maker.make("Making downloads", [*steps, *members]).values())
    return Downloads(found[: len(steps)], found[len(steps) :], version)


def _carried(made: Made, slug: str) -> Carried:
    """All that an edition's files to carry away are made from."""
    shown = made.shown
    folders = [folder for folder in made.of_comparisons if slug in (*shown.compared_by(folder), *shown.items_of(folder))]
    return Carried(
        slug=slug,
        read=shown.editions[slug],
        links=shown.links[slug],
        pages=made.of_editions[slug],
        compared=list(dict.fromkeys(made.of_comparisons[folder] for folder in folders)),
        shared=made.shared,
        named={each: made.editions[each].settings.brief for each in shown.around([slug])},
    )


def assemble(made: Made, project: Project, site: Path) -> None:
    """Put the site together in a folder, but for the files to carry away. Raises ContractSiteError."""
    check_pages(made.own, made.pages[1:], project.root / "docs")
    whole = Assembly(site)
    for record in (*made.pages, made.search, *made.shared):
        whole.add(record)
    whole.write("the list of pages", iter(sitemap_files(made.pages).items()))
    check_links(made.pages, whole.owners)


def add_downloads(carried: Downloads, site: Path) -> None:
    """Add the files to carry away to a site that is put together, and list them. Raises ContractSiteError."""
    whole, folder = Assembly(site), site / "downloads"
    for record in carried.of_editions:
        whole.add(record)
    members = members_of(carried.members)
    try:
        last = write_whole(folder, carried.version, list(members), lambda path: members[path]())
        listed = [each for record in carried.of_editions for each in downloads_of(record)]
        content = (folder / last.path).read_bytes()
        list_downloads([*listed, last.weighed(content, carried.version)], folder)
    except BundleError as error:
        raise ContractSiteError(f"{site}:1: no downloads can be made: {error}") from error


def _read(project: Project, maker: Maker) -> dict[str, Record]:
    """The records of all editions, by slug, in the order of folders."""
    folders = project.folders
    if not folders:
        raise ContractSiteError(f"{project.agreements}:1: no agreement here; add a folder with an agreement.toml")
    found: dict[str, Record] = {}
    made = maker.make("Reading agreements", [read_step(project, each) for each in folders])
    for each, record in zip(folders, made.values(), strict=True):
        slug = from_json(record[FACTS])["slug"]
        if slug in found:
            owner = loaded(found[slug][KNOWN]).folder
            raise SettingsError(
                f"{each / 'agreement.toml'}:1: slug '{slug}' is already that of {owner}/agreement.toml; give each its own"
            )
        found[slug] = record
    return found


def _together(settings: Mapping[str, ComparisonSettings]) -> list[list[str]]:
    """The comparisons whose pages are made together, in the order of lists: each alone, those of items all at once."""
    items = [folder for folder, each in settings.items() if each.kind == "items"]
    alone = [[folder] for folder in sorted(settings, key=lambda each: settings[each].kind == "concordance")]
    return [each for each in alone if each[0] not in items] + ([items] if items else [])


def _by_slug(records: Mapping[str, Record]) -> dict[str, Record]:
    return {name.partition("/")[2]: record for name, record in records.items()}


def _ledgers(project: Project, folders: Sequence[str]) -> dict[str, bytes]:
    return {name: content for folder in folders for name, content in _ledger(project, folder).items()}


def _ledger(project: Project, folder: str) -> dict[str, bytes]:
    return files_of(project.root, (project.root / folder / name for name in (PUBLISHED, MOVED)))


def _synonyms(project: Project) -> Sequence[Synonym]:
    return load_synonyms(project.agreements, project.shown(project.agreements))


def _saveable(edition: Edition) -> Saveable:
    return Saveable(edition.slug, edition.settings.title, dates(edition), status_words(edition))
