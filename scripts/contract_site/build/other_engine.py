"""The pages of a site that is put together, made again by Zensical of the same Markdown, all at once; all else stays as it is.

Zensical builds whole sites only: it takes a link to a page that it is not given for a dead one. The files to carry away are
those of the records, whose pages MkDocs made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from contract_site.build.assembly import Assembly
from contract_site.build.boxed import MARKDOWN, SITE, entry_from_json, from_json
from contract_site.build.edition_step import CONTENTS, text_pages
from contract_site.build.kin_pages_step import ENTRIES, SPOKEN
from contract_site.build.outline import SiteOutline
from contract_site.build.paged import markdown_in
from contract_site.build.site_step import beginning, ending
from contract_site.model.page import Entry
from contract_site.pages.kin.comparisons import comparisons_section
from contract_site.shelf.shelf import Record
from contract_site.site.folder import write_bytes
from contract_site.site.generator import asked, look, write_configuration
from contract_site.site.headers import inline_of
from contract_site.site.languages import with_languages
from contract_site.site.sheets import names_by_kind, put_together, theme_sheets
from contract_site.site.zensical import run_zensical


def make_again(
    outline: SiteOutline, pages: Mapping[str, Record], others: Sequence[Record], assets: Record, whole: Assembly
) -> list[tuple[str, str]]:
    """Make all pages again; return the scripts and styles that stand in them, as headers name them.

    ``pages`` are the records of editions, by slug, as lists show them; ``others`` that of the site's own pages, and then those
    of comparisons. Raises ContractSiteError with Zensical's own complaint.
    """
    root, work = outline.project.root, whole.folder.with_name("zensical")
    _write_documents([*pages.values(), *others], whole, work / "docs")
    contents = _contents(list(pages.values()), others)
    write_configuration(root, work / "docs", work / "site", contents, work / "mkdocs.yml", outline.words.said)
    run_zensical(root, work / "mkdocs.yml")
    found = dict(_made([*pages.values(), *others], work / "site"))
    for slug in pages:
        texts = text_pages(outline.known[slug])
        own = {name: content for name, content in found.items() if name.startswith(f"{slug}/")}
        found |= with_languages(own, texts, outline.known[slug].settings.language)
    for record in others[1:]:
        own = {name: content for name, content in found.items() if f"{SITE}{name}" in record}
        found |= with_languages(own, (), from_json(record[SPOKEN]))
    names = names_by_kind(content.decode() for content in found.values())
    shared = {name: content for name, _, content in assets.below(SITE)}
    sheets = put_together(theme_sheets(work / "site/assets/stylesheets"), names, shared, look(root), asked(root))
    for name, content in {**found, **sheets}.items():
        (whole.folder / name).write_bytes(content)
    return inline_of(content.decode() for content in found.values())


def _write_documents(records: Sequence[Record], whole: Assembly, folder: Path) -> None:
    """Write all that Zensical reads: pages, and the files to which they lead."""
    files = {name: (whole.folder / name).read_bytes() for name in whole.owners if not name.endswith(".html")}
    for record in records:
        files |= {name: content for name, _, content in record.below(MARKDOWN)}
    for name, content in files.items():
        write_bytes(folder / name, content)


def _contents(pages: Sequence[Record], others: Sequence[Record]) -> list[Entry]:
    """The site's contents, with every page of every text."""
    own, *compared = others
    entries = [entry_from_json(each) for record in compared for each in from_json(record[ENTRIES])]
    editions = [entry_from_json(from_json(record[CONTENTS])) for record in pages]
    return [
        *beginning(),
        *editions,
        *([comparisons_section(entries)] if entries else []),
        *ending(map(PurePosixPath, markdown_in(own))),
    ]


def _made(records: Sequence[Record], site: Path) -> Iterator[tuple[str, bytes]]:
    """The pages that Zensical made; what leads from one address to another is none of them."""
    for record in records:
        for name in (name.removeprefix(SITE) for name in record if name.startswith(SITE) and name.endswith(".html")):
            if (site / name).is_file():
                yield name, (site / name).read_bytes()
