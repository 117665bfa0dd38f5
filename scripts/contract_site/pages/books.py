"""What bundles are told about each agreement: the facts of its title page, and its pages in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.bundle.download import Chapter, Kind, Text
from contract_site.cite import addresses
from contract_site.model.document import Edition
from contract_site.model.page import Entry
from contract_site.model.relation import Relations
from contract_site.pages.edition.pages import EditionPages
from contract_site.words.frame import dates, status_words
from contract_site.words.source_said import source_said


def bundled_text(edition: Edition, pages: EditionPages, compared: Sequence[Entry], relations: Relations) -> Text:
    """Return what bundles say of an edition; ``compared`` are the entries of all comparisons in which it may be."""
    settings = edition.settings
    return Text(
        slug=edition.slug,
        title=settings.title,
        brief=settings.brief,
        dates=dates(edition),
        status=status_words(edition),
        source=source_said(settings.source.description),
        effective=settings.effective,
        parties=settings.parties,
        chapters=(
            *_own(edition, pages.contents),
            *(each for slug, each in _comparisons(compared, relations) if slug == edition.slug),
        ),
        second_addresses={redirect.old: redirect.new for redirect in pages.redirects},
        language=settings.language,
    )


def _own(edition: Edition, contents: Entry) -> Iterator[Chapter]:
    parts = {addresses.part_file(edition.slug, part.id): part for part in edition.parts}
    for path, title, depth in _pages((contents,)):
        part = parts.get(path)
        kind: Kind = "text" if part else "agreement" if path == addresses.edition_file(edition.slug) else "list"
        body = part is not None and part.in_body
        yield Chapter(_address(path), title, kind, body=body, below=depth > 1)


def _comparisons(compared: Sequence[Entry], relations: Relations) -> Iterator[tuple[str, Chapter]]:
    """Yield the pages of every comparison, each with the text whose book it is in: the newer, or the only one (a reprint).

    A concordance is in no book: it is about two texts far apart, and as long as both.
    """
    apart = {(each.settings.before, each.settings.after) for each in relations.concordances}
    for path, title, depth in _pages(compared):
        texts = [step for step in path.parts[1:3] if step in relations.editions]
        if texts and path.parts[1:3] not in apart:
            yield texts[-1], Chapter(_address(path), title, "comparison", below=depth > 1)


def _pages(entries: Sequence[Entry], depth: int = 0) -> Iterator[tuple[PurePosixPath, str, int]]:
    """Yield every page with its title and depth. The first page of a section stands where the section does."""
    for number, entry in enumerate(entries):
        if entry.path is not None:
            yield entry.path, entry.title, depth - (1 if number == 0 and depth else 0)
        yield from _pages(entry.below, depth + 1)


def _address(path: PurePosixPath) -> str:
    """Where the site shows the page of a Markdown file."""
    return f"{path.parent if path.stem == 'index' else path.with_suffix('')}/"
