"""What all steps that make pages have in common: the frame around pages, and what is kept of pages that are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from contract_site.build.boxed import MARKDOWN, SITE, as_json, entry_as_json, entry_from_json, files_of, from_json, text_parts
from contract_site.build.shown import SiteWords
from contract_site.bundle.download import Chapter, Text
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Entry, Page, Redirect
from contract_site.model.site import filled
from contract_site.published.ledger import Recorded, broken_addresses
from contract_site.shelf.box import Box
from contract_site.site.built_pages import BuiltPages
from contract_site.site.generator import redirect_files
from contract_site.site.headers import inline_of
from contract_site.site.pruning import Names, asked_for
from contract_site.site.sheets import names_by_kind, theme_sheets

FRAME = "frame"
"""Where a box says what stands around the words of every page."""
ANCHORS, LEADING, WHOLE, NAMES, INLINE = "anchors", "leading", "whole addresses", "names", "inline"
"""Parts of a record of pages: the anchors of each, what they lead to elsewhere, whole addresses, names that styles ask for, and
the scripts and styles that stand in them."""
ASKED = "asked"
"""Where a box lists the words of all that style sheets ask for."""
ONLY_OF_THE_SITE = ("slug", "bare", "about", "advice", "sources", "contact", "errors", "signature")
"""Facts that pages of an edition do not say, and that change with the editions there are."""


def frame_of(root: Path, words: SiteWords, beginning: Sequence[Entry], ending: Sequence[Entry]) -> dict[str, bytes]:
    """Return what stands around every page, as steps are given it: words, contents, the files of the configuration and theme.

    ``beginning`` and ``ending`` are the entries of the site's contents around those of its texts.
    """
    said = {
        "said": words.said,
        "facts": {name: fact for name, fact in words.facts.items() if name not in ONLY_OF_THE_SITE},
        "beginning": [entry_as_json(each) for each in beginning],
        "ending": [entry_as_json(each) for each in ending],
        "address": words.settings.address,
    }
    theme = (root / "overrides").rglob("*")
    files = files_of(root, [root / "mkdocs.yml", *theme])
    return {FRAME: as_json(said), ASKED: asked_words(root), **{name: path.read_bytes() for name, path in files.items()}}


def asked_words(root: Path) -> bytes:
    """Return what style sheets of a project and of the theme ask for, as steps are given it: another colour changes nothing."""
    ours = (path.read_bytes().decode("utf-8", "replace") for path in sorted((root / "docs").rglob("*.css")))
    return as_json(sorted(asked_for(theme_sheets(), ours)))


def contents_around(box: Box, *own: Entry) -> tuple[list[Entry], Mapping[str, Any]]:
    """Return the site's contents as some pages show them, and what the site says of itself."""
    frame = from_json(box[FRAME])
    beginning, ending = (tuple(map(entry_from_json, frame[name])) for name in ("beginning", "ending"))
    return [*beginning, *own, *ending], frame["said"]


def facts_filled(box: Box, pages: Iterable[Page]) -> list[Page]:
    """Return pages with what the site says of itself at its places."""
    facts = from_json(box[FRAME])["facts"]
    return [replace(page, text=filled(page.text, facts)) for page in pages]


def built_parts(built: BuiltPages, pages: Sequence[Page], redirects: Iterable[Redirect]) -> dict[str, bytes]:
    """Return what is kept of pages that were built. Raises ContractSiteError if a redirect would take the place of one."""
    texts = [content.decode() for content in built.files.values()]
    moved = redirect_files(redirects, built.files)
    led = {(each.target, each.anchor): each.page for each in reversed(built.leading)}
    return {
        **{f"{SITE}{name}": content for name, content in built.files.items()},
        **text_parts(moved),
        **text_parts({str(page.path): page.text for page in pages}, MARKDOWN),
        ANCHORS: as_json(built.anchors),
        LEADING: as_json([[page, target, anchor] for (target, anchor), page in sorted(led.items())]),
        WHOLE: as_json(built.addresses),
        INLINE: as_json(inline_of([*texts, *moved.values()])),
    }


def names_in(box: Box, built: BuiltPages) -> dict[str, bytes]:
    """Return the part of a record that says which of the names that style sheets ask for pages have, by their kind."""
    asked, found = frozenset(from_json(box[ASKED])), names_by_kind(content.decode() for content in built.files.values())
    return {NAMES: as_json({kind: names.of_pages(asked) for kind, names in sorted(found.items())})}


def names_of(records: Iterable[Mapping[str, bytes]]) -> dict[str, Names]:
    """Return the names that the pages of records have, by their kind."""
    found: dict[str, Names] = {}
    for record in records:
        for kind, names in from_json(record[NAMES]).items():
            found.setdefault(kind, Names()).add_pages(names)
    return found


def markdown_in(record: Iterable[str]) -> Iterator[str]:
    """Yield the Markdown files of the pages in a record."""
    return (name.removeprefix(MARKDOWN) for name in record if name.startswith(MARKDOWN))


def pages_in(record: Mapping[str, bytes]) -> list[Page]:
    """Return the pages in a record, as MkDocs was given them."""
    return [Page(PurePosixPath(name), record[f"{MARKDOWN}{name}"].decode()) for name in markdown_in(record)]


def refuse_broken(recorded: Iterable[Recorded]) -> None:
    """Raise ContractSiteError, naming every place, if a published address would disappear or mislead."""
    broken = [finding for each in recorded for finding in broken_addresses(each.change, each.path)]
    if broken:
        raise ContractSiteError("\n".join(map(str, broken)))


def text_as_json(text: Text) -> bytes:
    """Return what books say of an edition, as JSON."""
    return as_json(asdict(text) | {"effective": text.effective.isoformat() if text.effective else None})


def text_from_json(content: bytes) -> Text:
    """Return what books say of an edition, from JSON."""
    said = from_json(content)
    effective = date.fromisoformat(said["effective"]) if said["effective"] else None
    chapters = tuple(Chapter(**each) for each in said["chapters"])
    return Text(**said | {"effective": effective, "chapters": chapters, "parties": tuple(said["parties"])})
