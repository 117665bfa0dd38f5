"""All pages of all comparisons, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.arrangement import ComparedPart
from contract_site.beside.crossings import Crossings
from contract_site.beside.explained import explained_rows
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.model.ledger import Ledger
from contract_site.model.page import Entry, Page, Redirect
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.compared_part import compared_part
from contract_site.pages.kin.comparison_frame import COMPARISONS, breadcrumb, head
from contract_site.pages.kin.comparison_home import changed, comparison_home
from contract_site.pages.kin.concordances import concordance_entry, concordance_pages, concordance_row
from contract_site.pages.kin.local_items import local_entries, local_listed, local_pages
from contract_site.pages.kin.naming import named
from contract_site.pages.kin.number_tables import numbers_page
from contract_site.words.escape import escape
from contract_site.words.frame import part_title
from contract_site.words.moved import moved_pages

INTRODUCTION = (
    "Two texts side by side: what was kept, reworded, moved, added and removed. Provisions are paired by their words, so"
    " that a new number alone is shown as moved. Every row has an address of its own.\n"
)


@dataclass(frozen=True, slots=True)
class ComparisonPages:
    """Everything that the site shows of its comparisons."""

    pages: tuple[Page, ...]
    contents: tuple[Entry, ...]
    """Their section of the site's contents; none if nothing is compared."""
    redirects: tuple[Redirect, ...] = ()
    """Pages of comparisons that moved as a whole."""


def render_comparisons(crossings: Crossings) -> ComparisonPages:
    """Return the list of comparisons, and every page of each."""
    if not crossings.compared and not crossings.concorded and not crossings.items:
        return ComparisonPages((), ())
    pages = [_list_page(crossings)]
    entries = [Entry(COMPARISONS, addresses.COMPARISONS)]
    redirects: list[Redirect] = []
    for layout, naming in named(crossings):
        pages += [
            comparison_home(layout, naming),
            *_parts(layout, naming, crossings),
            numbers_page(layout, naming),
        ]
        title = layout.comparison.settings.title
        below = (Entry(part_title(part.part), layout.file(part.id)) for part in layout.parts)
        numbers = Entry(naming.numbers_title, layout.file(addresses.NUMBERS))
        entries.append(Entry(title, None, (Entry(title, layout.file()), *below, numbers)))
        redirects += moved_pages(_ledger(layout, crossings))
    for concorded in crossings.concorded:
        ledger = crossings.relations.ledgers.get(concorded.concordance.settings.folder)
        pages += concordance_pages(concorded, ledger)
        entries.append(concordance_entry(concorded))
        redirects += moved_pages(ledger)
    pages += local_pages(crossings)
    entries += local_entries(crossings)
    return ComparisonPages(tuple(pages), (Entry(COMPARISONS, None, tuple(entries)),), tuple(redirects))


def comparison_rows(crossings: Crossings, path: PurePosixPath, slug: str = "") -> list[str]:
    """Return a list entry for each comparison, of all or of one agreement: its title, a link, and how much changed."""
    rows = [
        _listed(layout, naming, path)
        for layout, naming in named(crossings)
        if not slug or slug in (layout.before.slug, layout.after.slug)
    ]
    rows += [
        concordance_row(layout, path)
        for layout in crossings.concorded
        if not slug or slug in (layout.concordance.settings.before, layout.concordance.settings.after)
    ]
    in_items = any(place.edition.slug == slug for item in crossings.items for place in item.places)
    return rows + (list(local_listed(crossings, path)) if not slug or in_items else [])


def _listed(layout: ComparisonLayout, naming: Naming, path: PurePosixPath) -> str:
    rows = sum(len(part.rows) for part in layout.parts)
    changes = sum(len(changed(part)) for part in layout.parts)
    link = addresses.link(path, layout.file())
    return f"- [{escape(layout.comparison.settings.title)}]({link})\n  {naming.counted(changes, rows)}"


def _list_page(crossings: Crossings) -> Page:
    path = addresses.COMPARISONS
    listed = "\n".join(comparison_rows(crossings, path))
    text = "\n".join(
        (
            head(COMPARISONS, "Texts of agreements compared with each other, provision by provision.", hide=("toc",)),
            breadcrumb(None, path, COMPARISONS),
            f"# {COMPARISONS} {{: #comparisons }}\n",
            INTRODUCTION,
            f'<div class="agreements" markdown>\n\n{listed}\n\n</div>\n',
        )
    )
    return Page(path, text)


def _ledger(layout: ComparisonLayout, crossings: Crossings) -> Ledger | None:
    return crossings.relations.ledgers.get(layout.comparison.settings.folder)


def _parts(layout: ComparisonLayout, naming: Naming, crossings: Crossings) -> Iterator[Page]:
    ledger, explained = _ledger(layout, crossings), explained_rows(layout)
    padded: list[ComparedPart | None] = [None, *layout.parts, None]
    for index, part in enumerate(layout.parts):
        path = layout.file(part.id)
        links = []
        for other, form, kind in ((padded[index], "← {}", "prev"), (padded[index + 2], "{} →", "next")):
            if other is None:
                links.append("")
                continue
            words = form.format(escape(_short(other)))
            links.append(f"[{words}]({addresses.link(path, layout.file(other.id))}){{: .{kind} rel={kind} }}")
        yield compared_part(layout, part, naming, explained, crossings, (links[0], links[1]), ledger)


def _short(part: ComparedPart) -> str:
    title = part_title(part.part)
    return title if len(title) < 60 else title[:57].rstrip() + "…"
