"""Every address of the site is made here, and nowhere else."""

from __future__ import annotations

import posixpath
from enum import StrEnum
from pathlib import PurePosixPath

from contract_site.model.document import Edition, Part
from contract_site.model.place import row_anchor

HOME = PurePosixPath("index.md")
SEARCH = PurePosixPath("search.md")
COMPARISONS = PurePosixPath("compare", "index.md")
DOWNLOADS = PurePosixPath("downloads.md")
GOTO = PurePosixPath("go", "index.md")
SUBJECTS = PurePosixPath("subjects", "index.md")
SUBJECTS_DATA = PurePosixPath("subjects")
BARGAINING = PurePosixPath("bargaining", "index.md")
CHANGES = PurePosixPath("changes", "index.md")
CHANGES_DATA = PurePosixPath("changes.json")
"""What changed, below ``data/``."""
FEED = PurePosixPath("changes", "feed.xml")
TIMELINE = PurePosixPath("timeline", "index.md")
CALENDARS = PurePosixPath("calendar")
EDITORS = PurePosixPath("editors", "index.md")
PRINT_SET = PurePosixPath("print.md")
TRUST = PurePosixPath("trust.md")
GUIDES = PurePosixPath("guides", "index.md")
NUMBERS, MAP = "numbers", "map"
"""The addresses of the pages below their comparison."""
DERIVATION = "derivation"
DISPOSITION = "disposition"


class Lists(StrEnum):
    """The lists of an edition, by the last piece of their addresses."""

    MEMORANDA = "memoranda"
    CROSSED = "memoranda-by-article"
    PAY = "pay"
    DEADLINES = "deadlines"
    TABLES = "tables"
    DOCUMENTS = "documents"
    TERMS = "terms"
    CORRECTIONS = "corrections"


def edition_file(slug: str) -> PurePosixPath:
    """The Markdown file of an agreement's own page."""
    return PurePosixPath(slug, "index.md")


def editors_file(slug: str) -> PurePosixPath:
    """The Markdown file of an agreement's table of citations: ``/editors/keepers-2024/``."""
    return EDITORS.with_name(f"{slug}.md")


def citations_data(slug: str) -> PurePosixPath:
    """The same table as CSV, below ``data/``."""
    return PurePosixPath(f"{slug}-citations.csv")


def part_file(slug: str, part_id: str) -> PurePosixPath:
    """The Markdown file of one part: an article, a memorandum."""
    return PurePosixPath(slug, f"{part_id}.md")


def history_file(slug: str, part_id: str) -> PurePosixPath:
    """The Markdown file that shows a part's provisions in all editions: ``/mill-1952/article-vi/history/#VI.B.3``."""
    return part_file(slug, f"{part_id}/history")


def descent_anchor(part_id: str, *, older: bool) -> str:
    """The anchor at which the home of a concordance says where a part comes from, or what became of it."""
    return row_anchor(part_id.replace("/", "-"), heading=False, removed=older)


def url(slug: str, part_id: str = "", anchor: str = "") -> str:
    """The address readers use, from the site's root: ``/keepers-2024/article-8/#8.5.G``."""
    path = f"/{slug}/{part_id}/" if part_id else f"/{slug}/"
    return f"{path}#{anchor}" if anchor else path


def subject_file(subject: str) -> PurePosixPath:
    """The Markdown file of a subject with the words of all agreements on it, by its id: ``/subjects/wash-up-time/``."""
    return SUBJECTS.with_name(f"{subject}.md")


def subject_data(subject: str) -> PurePosixPath:
    """The same as CSV, below ``data/``."""
    return SUBJECTS_DATA / f"{subject}.csv"


def page_url(page: PurePosixPath, anchor: str = "") -> str:
    """The address readers use of the page of a Markdown file: ``/bargaining/#keepers``."""
    return url((page.parent if page.stem == "index" else page.with_suffix("")).as_posix(), anchor=anchor)


def download_url(name: str) -> str:
    """The address of a file to carry away, from the site's root."""
    return f"{url(DOWNLOADS.stem)}{name}"


def agreement_calendar(agreement: str) -> PurePosixPath:
    """The calendar of one agreement, by its id."""
    return CALENDARS / "agreement" / f"{agreement}.ics"


def history_url(slug: str, part_id: str, anchor: str = "") -> str:
    """The address readers use of a part's provisions in all editions, or of one of them."""
    return url(slug, f"{part_id}/history", anchor)


def part_url(edition: Edition, part: Part, anchor: str = "") -> str:
    """The address of a part, or of one anchor on it."""
    return url(edition.slug, part.id, anchor)


def shared_url(edition: Edition, part: Part, anchor: str) -> str:
    """The address that a provision is shared by, where it has one: ``/keepers-2024/8.5.G/``, ``/keepers-2024/memo/x/2.C/``."""
    return url(edition.slug, anchor if part.in_body else f"{part.id}/{anchor}")


def shared_from(part: Part) -> str:
    """What leads from a part's page to the folder below which its provisions' addresses for sharing stand."""
    return "../" * len(PurePosixPath(part.id).parts) if part.in_body else "./"


def picture(edition: Edition, part: Part) -> PurePosixPath:
    """The file of a part's picture, which previews of shared links show."""
    return PurePosixPath("assets", "pictures", edition.slug, f"{part.id}.png")


def comparison_file(before: str, after: str, page: str = "") -> PurePosixPath:
    """The Markdown file of a comparison's home, or of one of its pages, by the slugs of the texts compared."""
    return PurePosixPath("compare", before, after, f"{page or 'index'}.md")


def comparison_url(before: str, after: str, page: str = "", anchor: str = "") -> str:
    """The address readers use of a comparison, of a page of it, of a row: ``/compare/mill-1950/…/article-i/#I.A``."""
    return url(f"compare/{before}/{after}", page, anchor)


def local_items_file(below: str, number: str = "") -> PurePosixPath:
    """The Markdown file of the list of local items, or of one item with all that local memoranda say on it.

    ``below`` is the folder of a list that has pages of its own; empty for that of ``/compare/local/`` itself.
    """
    return PurePosixPath("compare", "local", below, f"{local_item_id(number) if number else 'index'}.md")


def local_items_url(below: str, number: str = "", anchor: str = "") -> str:
    """The address readers use of an item with all that local memoranda say on it: ``/compare/local/item-14/#grey-rock-…``."""
    return url("/".join(filter(None, ("compare/local", below))), local_item_id(number) if number else "", anchor)


def local_item_id(number: str) -> str:
    """What addresses call an item by its number: ``item-14``."""
    return f"item-{number.lower()}"


def quoted_anchor(slug: str, page: str, anchor: str) -> str:
    """The anchor of words quoted from another page, unique among all agreements: ``mill-1952.XIII.C.3``."""
    return ".".join(filter(None, (slug, page.replace("/", "-"), anchor)))


def page_and_anchor(address: str) -> tuple[str, str]:
    """An address as the ledger writes it, divided: the page, and the anchor or nothing."""
    page, _, anchor = address.partition("#")
    return page, anchor


def search_link(page: PurePosixPath, words: str) -> str:
    """A relative link to the page of search that asks for some words: ``search.md?q=call-in+pay``."""
    return f"{link(page, SEARCH)}?q={''.join(map(_in_query, words))}"


def _in_query(character: str) -> str:
    """A character as it stands in a query: a space as ``+``, else in escapes what is no plain letter or figure."""
    if character == " ":
        return "+"
    plain = character.isascii() and (character.isalnum() or character in "-._")
    return character if plain else "".join(f"%{byte:02X}" for byte in character.encode())


def link_to_url(source: PurePosixPath, address: str) -> str:
    """A relative link from a Markdown file to an address of a part, as the ledger writes it."""
    path, anchor = page_and_anchor(address)
    return link(source, PurePosixPath(f"{path.rstrip('/')}.md"), anchor)


def folder_link(source: PurePosixPath, folder: PurePosixPath) -> str:
    """A relative address of a folder of the site, for what is no link and so is not written as one: the target of a form."""
    here = source.parent if source.stem == "index" else source.with_suffix("")
    return f"{posixpath.relpath(folder, here)}/"


def link(source: PurePosixPath, target: PurePosixPath, anchor: str = "") -> str:
    """A relative link between two Markdown files, as the site generator checks it."""
    path = posixpath.relpath(target, source.parent)
    fragment = f"#{anchor}" if anchor else ""
    return fragment if target == source and anchor else path + fragment
