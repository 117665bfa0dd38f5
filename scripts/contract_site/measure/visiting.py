"""What pages and search of a built site cost a slow phone, beside the same pages as other generators make them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from contract_site.build.outline import described
from contract_site.build.paged import pages_in
from contract_site.build.project import Project
from contract_site.cite import addresses
from contract_site.data.search_records import searched_agreements
from contract_site.measure.browsing import SLOW, SLOWER, chromium
from contract_site.measure.opening import measure_file, measure_pages
from contract_site.measure.others import furo, material
from contract_site.measure.searching import measure_search
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.shelf.shelf import Shelf
from contract_site.site.generator import address_of

COMPARED = addresses.COMPARISONS.parts[0]


def visits(place: Project, edition: Edition, rounds: int, say: Callable[[str], None]) -> Iterator[str]:
    """Yield what is measured of the site built of a project, a line each, telling ``say`` what is going on.

    ``edition`` is the one whose pages are opened and searched; of several ``rounds`` the median counts.
    """
    site, slug = place.site, edition.slug
    with chromium(place.root) as browser, tempfile.TemporaryDirectory() as folder:
        if browser is None:
            yield from ("", "Pages and search: not measured: no browser; make test finds one")
            return
        say("Making the same pages with other generators")
        outline, pages = described(place), kept_pages(place)
        paths = opened_pages(pages, edition, outline.words.examples.article)
        stock = material(pages_beside(pages, edition, paths), Path(folder))
        other = furo(browser, place.root, stock, Path(folder))
        sites = {"ours": site, "Material": stock} | ({"Furo": other} if other else {})
        say(f"Opening pages, slowly, {rounds} times each")
        yield from ("", f"Pages, opened cold ({SLOW}; median of {rounds} rounds in turn)")
        yield from measure_pages(browser, sites, paths, rounds)
        if not other:
            yield "  Furo: not measured; make bench BESIDE=1 installs it first"
        yield from ("", f"The one file, opened from disk (processor {SLOWER} times slower; median of {rounds})")
        yield from (measure_file(browser, path, rounds) for path in _one_files(site))
        say("Searching in a browser, slowly")
        yield from ("", f"Search ({SLOW}; median of {rounds})")
        (agreement,) = searched_agreements([edition])
        page = f"{slug}/{edition.parts[len(edition.parts) // 4].id}/"
        yield from measure_search(browser, site, stock, agreement, page, outline.synonyms(outline.known), rounds)


def kept_pages(place: Project) -> list[Page]:
    """Return the pages that a project's site was built of, as MkDocs was given them."""
    shelf = Shelf(place.build / "shelf")
    records = filter(None, map(shelf.found, ("site", *shelf.names("pages"))))
    return [page for record in records for page in pages_in(record)]


def opened_pages(pages: Sequence[Page], edition: Edition, example: str) -> dict[str, str]:
    """Return the addresses that are opened, by what they are called: ``example``, long, short, compared, the first."""
    weights = {_address(page): len(page.text) for page in pages}
    articles = {part.name: addresses.part_url(edition, part).strip("/") + "/" for part in edition.parts if part.in_body}
    sorted_ = sorted(articles, key=lambda name: weights[articles[name]])
    chosen = {example if example in articles else sorted_[len(sorted_) // 2]: "the example"}
    chosen |= {sorted_[-1]: "the longest", sorted_[0]: "the shortest"}
    paths = {f"{name} ({why})": articles[name] for name, why in chosen.items()}
    compared = [page for page in pages if page.path.parts[0] == COMPARED and page.path.parent.parts != (COMPARED,)]
    longest = max(map(_address, compared), key=lambda path: weights[path], default="")
    return paths | ({"the longest comparison": longest} if longest else {}) | {"the first page": ""}


def pages_beside(pages: Sequence[Page], edition: Edition, paths: Mapping[str, str]) -> list[Page]:
    """Return the pages that other generators make: those of the agreement, and what else is opened."""
    return [page for page in pages if page.path.parts[0] == edition.slug or _address(page) in paths.values()]


def _address(page: Page) -> str:
    path = address_of(page.path)
    return f"{path}/" if path else ""


def _one_files(site: Path) -> list[Path]:
    return sorted(path for path in (site / "downloads").glob("*.html") if path.name != "index.html")
