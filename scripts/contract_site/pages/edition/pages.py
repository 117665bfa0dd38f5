"""All pages of one edition, and their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import EditionList, lists_of
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.model.document import Edition, Part
from contract_site.model.page import Entry, Page, Redirect
from contract_site.pages.edition.corrections_page import corrections_pages
from contract_site.pages.edition.deadlines_page import deadlines_page
from contract_site.pages.edition.documents_page import documents_page
from contract_site.pages.edition.list_pages import edition_page, memoranda_page, tables_page
from contract_site.pages.edition.memoranda_map import memoranda_map
from contract_site.pages.edition.part_page import part_page
from contract_site.pages.edition.pay_page import pay_page
from contract_site.pages.edition.terms_page import terms_page
from contract_site.pages.kin.history_page import history_pages
from contract_site.words.frame import part_title
from contract_site.words.moved import moved_pages


@dataclass(frozen=True, slots=True)
class EditionPages:
    """Everything that the site shows of one edition."""

    slug: str
    pages: tuple[Page, ...]
    contents: Entry
    redirects: tuple[Redirect, ...]


def render_edition(edition: Edition, crossings: Crossings) -> EditionPages:
    """Return all pages of an edition, their order, and the second addresses of its parts."""
    parts = [
        Page(addresses.part_file(edition.slug, part.id), part_page(edition, part, before, after, crossings))
        for before, part, after in _neighbours(edition.parts)
    ]
    lists, listed = lists_of(edition, crossings), _list_pages(edition, crossings)
    own = Page(addresses.edition_file(edition.slug), edition_page(edition, lists, crossings))
    redirects = (*_second_addresses(edition), *moved_pages(crossings.relations.ledgers.get(edition.slug)))
    histories = history_pages(edition, crossings)
    return EditionPages(edition.slug, (own, *parts, *listed, *histories), _contents(edition, lists), redirects)


def _list_pages(edition: Edition, crossings: Crossings) -> list[Page]:
    found = (
        memoranda_page(edition, crossings),
        memoranda_map(edition, crossings),
        pay_page(edition),
        deadlines_page(edition),
        tables_page(edition),
        documents_page(edition, crossings),
        terms_page(edition, crossings),
    )
    return [*(page for page in found if page is not None), *corrections_pages(edition, crossings.places(edition))]


def _second_addresses(edition: Edition) -> Iterator[Redirect]:
    for part in edition.parts:
        if part.also:
            yield Redirect(f"{edition.slug}/{part.also}/", f"{edition.slug}/{part.id}/")


def _neighbours(parts: Sequence[Part]) -> Iterator[tuple[Part | None, Part, Part | None]]:
    padded: list[Part | None] = [None, *parts, None]
    for index, part in enumerate(parts):
        yield padded[index], part, padded[index + 2]


def _contents(edition: Edition, lists: Sequence[EditionList]) -> Entry:
    """The order of an edition's pages: its own, its parts, its memoranda below their list, its other lists."""
    folder = [part for part in edition.parts if part.id.startswith("memo/")]
    parts = [
        Entry(part_title(part), addresses.part_file(edition.slug, part.id)) for part in edition.parts if part not in folder
    ]
    below = [Entry(edition.settings.brief, addresses.edition_file(edition.slug)), *parts]
    for each in lists:
        page = Entry(each.title, addresses.part_file(edition.slug, each.kind))
        if each.kind is Lists.MEMORANDA:
            crossed = (
                Entry(one.title, addresses.part_file(edition.slug, one.kind)) for one in lists if one.kind is Lists.CROSSED
            )
            memos = tuple(Entry(memo.title, addresses.part_file(edition.slug, memo.id)) for memo in folder)
            below.append(Entry(each.title, None, (page, *crossed, *memos)))
        elif each.kind is not Lists.CROSSED:
            below.append(page)
    return Entry(edition.settings.brief, None, tuple(below))
