"""All pages of all comparisons, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.arrangement import ComparedPart
from contract_site.beside.crossings import Crossings
from contract_site.beside.explained import explained_rows
from contract_site.beside.rows import ComparisonLayout
from contract_site.beside.topics import TopicLayout
from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.ledger import Ledger
from contract_site.model.page import Entry, Listed, Page, Redirect
from contract_site.pages.kin.change_map import TITLE as MAP_TITLE
from contract_site.pages.kin.change_map import change_map
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.compared_part import compared_part
from contract_site.pages.kin.comparison_frame import COMPARISONS, breadcrumb, head
from contract_site.pages.kin.comparison_home import changed, comparison_home
from contract_site.pages.kin.concordances import concordance_entry, concordance_listed, concordance_pages
from contract_site.pages.kin.local_items import local_entries, local_listed, local_pages
from contract_site.pages.kin.naming import named
from contract_site.pages.kin.number_tables import numbers_page
from contract_site.words.escape import escape
from contract_site.words.frame import part_title
from contract_site.words.long_lists import narrowing
from contract_site.words.moved import moved_pages

INTRODUCTION = later(
    "Two texts side by side: what was kept, reworded, moved, added and removed. Provisions are paired by their words, so"
    " that a new number alone is shown as moved. Every row has an address of its own."
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
    entries = comparison_entries(crossings)
    if not entries:
        return ComparisonPages((), ())
    pages, redirects = pages_of_comparisons(crossings)
    return ComparisonPages((comparisons_list(crossings), *pages), (comparisons_section(entries),), redirects)


def pages_of_comparisons(crossings: Crossings) -> tuple[tuple[Page, ...], tuple[Redirect, ...]]:
    """Return every page of all comparisons, and their pages that moved as a whole."""
    made = [_pages(*each, crossings) for each in named(crossings)]
    made += [_concordance_pages(each, crossings) for each in crossings.concorded]
    pages = (*(page for own, _ in made for page in own), *local_pages(crossings))
    return pages, tuple(redirect for _, own in made for redirect in own)


def comparison_entries(crossings: Crossings) -> tuple[Entry, ...]:
    """Return what the site's contents say of every comparison, in the order of lists."""
    compared = [_entry(layout, naming) for layout, naming in named(crossings)]
    return (*compared, *map(concordance_entry, crossings.concorded), *local_entries(crossings))


def comparisons_section(entries: Sequence[Entry]) -> Entry:
    """Return the section of the site's contents in which comparisons stand, their list first."""
    title = say(COMPARISONS)
    return Entry(title, None, (Entry(title, addresses.COMPARISONS), *entries))


def _pages(layout: ComparisonLayout, naming: Naming, crossings: Crossings) -> tuple[Sequence[Page], Sequence[Redirect]]:
    pages = [
        comparison_home(layout, naming),
        *_parts(layout, naming, crossings),
        numbers_page(layout, naming),
        change_map(layout, naming),
    ]
    return pages, list(moved_pages(_ledger(layout, crossings)))


def _concordance_pages(layout: TopicLayout, crossings: Crossings) -> tuple[Sequence[Page], Sequence[Redirect]]:
    ledger = crossings.relations.ledgers.get(layout.concordance.settings.folder)
    return list(concordance_pages(layout, ledger)), list(moved_pages(ledger))


def _entry(layout: ComparisonLayout, naming: Naming) -> Entry:
    title = layout.comparison.settings.title
    below = (Entry(part_title(part.part), layout.file(part.id)) for part in layout.parts)
    numbers = Entry(naming.numbers_title, layout.file(addresses.NUMBERS))
    changes = Entry(say(MAP_TITLE), layout.file(addresses.MAP))
    return Entry(title, None, (Entry(title, layout.file()), *below, numbers, changes))


def comparison_rows(crossings: Crossings, path: PurePosixPath, slug: str = "") -> list[str]:
    """Return a list entry for each comparison, of all or of one agreement: its title, a link, and how much changed."""
    return [
        f"- [{escape(each.title)}]({addresses.link(path, each.path)})\n  {each.told}"
        for each in every_listed(crossings, slug)
        if not slug or slug in each.slugs
    ]


def every_listed(crossings: Crossings, slug: str = "") -> Sequence[Listed]:
    """Return what lists say of each comparison, where that is known or its texts are."""
    known = crossings.relations.listed
    return listed_comparisons(crossings, slug) if known is None else known


def listed_comparisons(crossings: Crossings, slug: str = "") -> list[Listed]:
    """Return what lists say of each comparison; the list of one edition says of local items only what concerns it."""
    listed = [_listed(layout, naming) for layout, naming in named(crossings)]
    return [*listed, *map(concordance_listed, crossings.concorded), *local_listed(crossings, slug)]


def _listed(layout: ComparisonLayout, naming: Naming) -> Listed:
    rows = sum(len(part.rows) for part in layout.parts)
    changes = sum(len(changed(part)) for part in layout.parts)
    slugs = (layout.before.slug, layout.after.slug)
    return Listed(layout.comparison.settings.title, layout.file(), naming.counted(changes, rows), slugs)


def comparisons_list(crossings: Crossings) -> Page:
    """Return the list of comparisons."""
    path, title = addresses.COMPARISONS, say(COMPARISONS)
    rows = comparison_rows(crossings, path)
    listed = "\n".join(rows)
    text = "\n".join(
        (
            head(
                title,
                say("Texts of agreements compared with each other, provision by provision."),
                hide=("toc",),
                look="changes",
            ),
            breadcrumb(None, path),
            f"# {title} {{: #comparisons }}\n",
            f"{say(INTRODUCTION)}\n",
            *narrowing(path, ".agreements > ul > li", len(rows)),
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
