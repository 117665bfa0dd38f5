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
from contract_site.build.edition_step import TEXT
from contract_site.build.paged import text_from_json
from contract_site.build.read_step import SEARCHED
from contract_site.build.shown import SiteWords
from contract_site.build.site_step import SETTINGS, known_from, known_parts, site_given, site_parts
from contract_site.bundle.archive import Member, member
from contract_site.bundle.books import books_of
from contract_site.bundle.download import LENGTH, Build, BundleError, Download
from contract_site.bundle.folder import Everything, bundle_folder, copy_of, on_disk
from contract_site.data.search import search_files
from contract_site.model.editorial import Synonym
from contract_site.model.finding import ContractSiteError
from contract_site.model.site import SiteSettings
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import ALL, Part, Step
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record
from contract_site.shelf.stamp import stamp

DOWNLOADS, MEMBERS, PACKED = "downloads", "members", "packed/"
"""Parts of the records: the files made for an agreement; the files of the whole folder, with sizes; these, compressed."""
PAGES, COMPARED, SHARED = "pages", "compared/", "shared/"
"""What a step is given: records of pages, and of what all pages share."""


@dataclass(frozen=True)
class Carried:
    """An agreement whose files to carry away are made."""

    slug: str
    read: Record
    links: Record
    pages: Record
    compared: Sequence[Record]
    """The pages of the comparisons in which it takes part."""
    shared: Sequence[Record]
    """What pages look and work by."""
    named: Mapping[str, str]
    """What other agreements to which its pages lead are called, by slug."""

    @property
    def version(self) -> str:
        """What tells this state of its pages from others."""
        return version_of((self.pages, *self.compared, *self.shared))


def version_of(records: Sequence[Record]) -> str:
    """Return the version of pages, by their records: no clock is asked."""
    return stamp(*(record.sha256 for record in records))[:LENGTH]


def carry_step(root: Path, words: SiteWords, synonyms: Sequence[Synonym], carried: Carried) -> Step:
    """Return the step that makes an agreement's files to carry away."""
    slug = carried.slug
    said = {"slug": slug, "version": carried.version, "named": dict(carried.named)}
    given = {"said": as_json(said), "order": as_json([slug]), "examples": dumped(words.examples), "meant": _meant(words, slug)}
    parts = known_parts({slug: carried.read}, {slug: carried.links}, carried.compared, slug)
    parts |= {PAGES: Part(carried.pages, ALL), SEARCHED: Part(carried.read, SEARCHED)}
    parts |= {f"{COMPARED}{number:06}": Part(record, ALL) for number, record in enumerate(carried.compared)}
    parts |= {f"{SHARED}{number}": Part(record, ALL) for number, record in enumerate(carried.shared)}
    given |= {"synonyms": dumped(tuple(synonyms)), **site_given(root, words.settings)}
    return Step(f"downloads/{slug}", carry, given, parts)


def _meant(words: SiteWords, slug: str) -> bytes:
    """The agreement that bare citations mean, if the edition is one of its own; no other is in the folder."""
    own = [edition for edition in words.meant.editions if edition.slug == slug] if words.meant else []
    return dumped(replace(words.meant, editions=tuple(own)) if own and words.meant else None)


def carry(box: Box) -> bytes:
    """Make an agreement's files to carry away. Raises ContractSiteError."""
    said, known, settings = from_json(box["said"]), known_from(box), loaded(box[SETTINGS])
    words = SiteWords(settings, loaded(box["examples"]), loaded(box["meant"]), said["slug"])
    text = text_from_json(Box(box[PAGES])[TEXT])
    with unpacked(box) as root:
        site, downloads = root / "site", root / "downloads"
        for record in (box[PAGES], *box.below(COMPARED).values(), *box.below(SHARED).values()):
            _write(site, Box(record))
        search = data_parts(search_files([loaded(box[SEARCHED])], loaded(box["synonyms"])), "search")
        _write(site, {**site_parts(root, known, words), **search})
        downloads.mkdir()
        build = Build(site, said["version"], settings.name, settings.address, said["named"] | {text.slug: text.brief})
        try:
            made = [*books_of(build, text, downloads), bundle_folder(build, text, downloads)]
        except BundleError as error:
            raise ContractSiteError(f"{text.slug}:1: no downloads can be made: {error}") from error
        files = {each.path: (downloads / each.path).read_bytes() for each in made}
    listed = [asdict(each.weighed(files[each.path], build.version)) for each in made]
    return pack({**{f"{SITE}downloads/{name}": content for name, content in files.items()}, DOWNLOADS: as_json(listed)})


def _write(site: Path, parts: Mapping[str, bytes]) -> None:
    """Write those parts of a record that are files of the site."""
    for name in parts:
        if name.startswith(SITE):
            path = site / name.removeprefix(SITE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(parts[name])


def downloads_of(record: Record) -> list[Download]:
    """Return what was made for an agreement, as the downloads page lists it."""
    return [Download(**each) for each in from_json(record[DOWNLOADS])]


# The folder of the whole site -----------------------------------------------------------------------------------------


def members_step(record: Record, settings: SiteSettings, version: str, texts: Sequence[Record]) -> Step:
    """Return the step that makes the files of a record as the folder of the whole site has them.

    ``texts`` are the records of the pages of the editions that its pages are of, if of any.
    """
    said = {"version": version, "address": settings.address, "name": settings.name}
    parts = {f"{TEXT}/{number}": Part(each, TEXT) for number, each in enumerate(texts)}
    return Step(f"members/{record.name}", compress, {"said": as_json(said)}, {PAGES: Part(record, ALL), **parts})


def compress(box: Box) -> bytes:
    """Make the files of a record as the folder of the whole site has them, compressed. Raises ContractSiteError."""
    said, held = from_json(box["said"]), Everything()
    texts = [text_from_json(content) for content in box.below(f"{TEXT}/").values()]
    build = Build(Path(), said["version"], said["name"], said["address"], {})
    copy = copy_of(held, "the whole site", build, texts)
    files = {path: content for path, content in Box(box[PAGES]).below(SITE).items() if path in held}
    try:
        made = {path: member(on_disk(copy, path, content)) for path, content in files.items()}
    except BundleError as error:
        raise ContractSiteError(f"the whole site:1: no downloads can be made: {error}") from error
    listed = {path: [each.size, each.crc] for path, each in made.items()}
    return pack({MEMBERS: as_json(listed), **{f"{PACKED}{path}": each.deflated for path, each in made.items()}})


def members_of(records: Iterable[Record]) -> dict[str, Callable[[], Member]]:
    """Return what gives each file of the folder of the whole site, by its path."""
    return {
        path: partial(_member, record, path, size, crc)
        for record in records
        for path, (size, crc) in from_json(record[MEMBERS]).items()
    }


def _member(record: Record, path: str, size: int, crc: int) -> Member:
    return Member(size, crc, record[f"{PACKED}{path}"])
