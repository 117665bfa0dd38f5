"""Steps: the pages of an agreement in, and all that they need; the files to carry away out.

An agreement's folder is a small site of it alone: its pages and comparisons as they are, and pages about the site, lists and a
search that know of no other. So it changes with that agreement and not with the site. What the folder of the whole site holds
of the same pages is made beside it and compressed here, so that the folder of the whole is only put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from contract_site.build.boxed import SITE, as_json, data_parts, from_json, unpacked
from contract_site.build.edition_step import CHANGES, ENTRY, TEXT
from contract_site.build.index_step import data_beside, index_parts
from contract_site.build.kin_pages_step import INDEXED
from contract_site.build.paged import INLINE, text_from_json
from contract_site.build.read_step import SEARCHED
from contract_site.build.shown import SiteWords
from contract_site.build.site_step import SETTINGS, SYNONYMS, Said, known_from, known_parts, site_files, site_parts
from contract_site.bundle.archive import ZipMember, member
from contract_site.bundle.books import books_of
from contract_site.bundle.download import LENGTH, Build, BundleError, Download
from contract_site.bundle.folder import Everything, bundle_folder, copy_of, on_disk
from contract_site.data.search import search_files
from contract_site.data.search_records import with_changes
from contract_site.interface.say import say
from contract_site.model.finding import ContractSiteError
from contract_site.model.site import SiteSettings
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import ALL, BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record
from contract_site.shelf.stamp import stamp_of_files
from contract_site.site.folder import write_bytes
from contract_site.site.headers import inline_of

DOWNLOADS, VERSION, MEMBERS, PACKED = "downloads", "version", "members", "packed/"
"""Parts of the records: the files made for an agreement, and their version; those of the whole folder; these, compressed."""
PAGES, COMPARED, ASSETS, LOOK = "pages", "compared/", "assets", "look"
"""What a step is given: records of pages, and of what all pages share."""


@dataclass(frozen=True)
class Carried:
    """An agreement whose files to carry away are made."""

    slug: str
    read: Record
    links: Record
    pages: Record
    compared: Sequence[Record]
    """The pages of the comparisons that its folder holds."""
    assets: Record
    """What all pages share."""
    look: Record
    """What pages look and work by: the site's own, because to take out what one agreement does not use costs more than it
    saves."""
    named: Mapping[str, str]
    """What the agreements to which its pages lead are called, by slug."""


def carry_step(root: Path, words: SiteWords, said: Said, carried: Carried) -> BuildStep:
    """Return the step that makes an agreement's files to carry away; ``said`` is what families tell of it."""
    slug = carried.slug
    given = {
        "said": as_json({"slug": slug, "named": dict(carried.named)}),
        "order": as_json([slug]),
        "examples": dumped(words.examples),
        "meant": _meant(words, slug),
        SETTINGS: dumped(words.settings),
        **said.given,
    }
    parts = known_parts({slug: carried.read}, {slug: carried.links}, carried.compared, slug, said.subjects)
    parts |= {
        PAGES: RecordPart(carried.pages, ALL),
        SEARCHED: RecordPart(carried.read, SEARCHED),
        ASSETS: RecordPart(carried.assets, ALL),
        LOOK: RecordPart(carried.look, ALL),
    }
    parts |= {f"{COMPARED}{number:06}": RecordPart(record, ALL) for number, record in enumerate(carried.compared)}
    return BuildStep(f"downloads/{slug}", carry, given, parts, site_files(root))


def _meant(words: SiteWords, slug: str) -> bytes:
    """The agreement that bare citations mean, if the edition is one of its own; no other is in the folder."""
    if words.meant is None or slug not in {edition.slug for edition in words.meant.editions}:
        return dumped(None)
    return dumped(replace(words.meant, editions=()))


def carry(box: Box) -> bytes:
    """Make an agreement's files to carry away. Raises ContractSiteError."""
    said, settings = from_json(box["said"]), loaded(box[SETTINGS])
    text = text_from_json(Box(box[PAGES])[TEXT])
    with unpacked(box) as root:
        site, downloads = root / "site", root / "downloads"
        version = _write(site, _site_of_one(box, root))
        downloads.mkdir()
        build = Build(site, version, settings.name, settings.address, said["named"])
        try:
            made = [*books_of(build, text, downloads), bundle_folder(build, text, downloads)]
        except BundleError as error:
            raise ContractSiteError(f"{text.slug}:1: no downloads can be made: {error}") from error
        files = {each.path: (downloads / each.path).read_bytes() for each in made}
    listed = [asdict(each.weighed(files[each.path], version)) for each in made]
    return pack(
        {
            **{f"{SITE}downloads/{name}": content for name, content in files.items()},
            DOWNLOADS: as_json(listed),
            VERSION: as_json(version),
            INLINE: as_json(inline_of(content.decode() for name, content in files.items() if name.endswith(".html"))),
        }
    )


def _site_of_one(box: Box, root: Path) -> dict[str, bytes]:
    """The site of one agreement: its own pages, and those about a site that has no other."""
    words = SiteWords(loaded(box[SETTINGS]), loaded(box["examples"]), loaded(box["meant"]), from_json(box["said"])["slug"])
    pages, compared = Box(box[PAGES]), [Box(each) for each in box.below(COMPARED).values()]
    about, _ = site_parts(root, known_from(box), words, loaded(box[SYNONYMS]))
    index = index_parts([pages[ENTRY]], [each[INDEXED] for each in compared], data_beside(about))
    searched = with_changes(loaded(box[SEARCHED]), from_json(pages[CHANGES]))
    search = data_parts(search_files([searched], loaded(box[SYNONYMS])), "search")
    records: list[Mapping[str, bytes]] = [pages, *compared, about, index, search, Box(box[ASSETS]), Box(box[LOOK])]
    files = [(name, record) for record in records for name in record if name.startswith(SITE)]
    return {name.removeprefix(SITE): record[name] for name, record in files}


def _write(site: Path, files: Mapping[str, bytes]) -> str:
    """Write the files of a site; return its version: no clock is asked."""
    for name, content in files.items():
        write_bytes(site / name, content)
    return stamp_of_files(files)[:LENGTH]


def downloads_of(record: Record) -> list[Download]:
    """Return what was made for an agreement, as the downloads page lists it."""
    return [Download(**each) for each in from_json(record[DOWNLOADS])]


# The folder of the whole site -----------------------------------------------------------------------------------------


def members_step(record: Record, settings: SiteSettings, texts: Sequence[Record], carried: Record | None = None) -> BuildStep:
    """Return the step that makes the files of a record of pages as the folder of the whole site has them.

    ``texts`` are the records of the pages of the editions that its pages are of; ``carried`` that of the files to carry away
    of the one edition that they are of, whose version they tell.
    """
    given = {"said": as_json([settings.name, settings.address])}
    parts = {f"{TEXT}/{number}": RecordPart(each, TEXT) for number, each in enumerate(texts)} | {PAGES: RecordPart(record, ALL)}
    return BuildStep(
        f"members/{record.name}", compress, given, parts | ({VERSION: RecordPart(carried, VERSION)} if carried else {})
    )


def own_members_step(record: Record, settings: SiteSettings, version: str) -> BuildStep:
    """Return the same for a record of files about the whole site, which tell the version of the whole."""
    given = {"said": as_json([settings.name, settings.address]), VERSION: as_json(version)}
    return BuildStep(f"members/{record.name}", compress, given, {PAGES: RecordPart(record, ALL)})


def compress(box: Box) -> bytes:
    """Make the files of a record as the folder of the whole site has them, compressed. Raises ContractSiteError."""
    (name, address), held, pages = from_json(box["said"]), Everything(), Box(box[PAGES])
    texts = [text_from_json(content) for content in box.below(f"{TEXT}/").values()]
    files = {path: content for path, content in pages.below(SITE).items() if path in held}
    version = from_json(box[VERSION]) if VERSION in box else stamp_of_files(files)[:LENGTH]
    copy = copy_of(held, say("the whole site"), Build(Path(), version, name, address, {}), texts)
    try:
        made = {path: member(on_disk(copy, path, content)) for path, content in files.items()}
    except BundleError as error:
        raise ContractSiteError(f"the whole site:1: no downloads can be made: {error}") from error
    listed = {path: [each.size, each.crc] for path, each in made.items()}
    return pack({MEMBERS: as_json(listed), **{f"{PACKED}{path}": each.deflated for path, each in made.items()}})


def members_of(records: Iterable[Record]) -> dict[str, Callable[[], ZipMember]]:
    """Return what gives each file of the folder of the whole site, by its path."""
    return {
        path: partial(_member, record, path, size, crc)
        for record in records
        for path, (size, crc) in from_json(record[MEMBERS]).items()
    }


def _member(record: Record, path: str, size: int, crc: int) -> ZipMember:
    return ZipMember(size, crc, record[f"{PACKED}{path}"])
