"""What can be cited in an edition: its provisions, steps, tables, appendices and memoranda, by what citations call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.link.listed_titles import entry_titles, listed_titles
from contract_site.link.memo_names import Patterns, title_patterns
from contract_site.model.citation import Target
from contract_site.model.document import Edition, Rank


@dataclass(frozen=True, slots=True)
class Tree:
    """An edition's provisions by page and anchor, with their order in print."""

    slug: str
    places: Mapping[tuple[str, str], int]
    """Order in print of every provision, by page and anchor."""
    body: Mapping[str, str]
    """Page of every provision of the main body, by anchor."""
    lower: Mapping[str, Sequence[str]]
    """Anchors of the main body by their lower-case form, for ``Section 1.c`` where ``C.`` is printed."""
    steps: Mapping[str, Sequence[Target]]
    """Steps of procedures, by their name (``step-2``)."""
    tables: Mapping[str, Sequence[Target]]
    parts: Mapping[str, Target]
    """Appendices and attachments, by name (``appendix-a``)."""
    memo_pages: Mapping[int, Sequence[Target]]
    """Memoranda by every printed page they stand on."""
    memo_starts: Mapping[int, Sequence[Target]]
    items: bool = False
    """Whether its body consists of items, as that of a local memorandum does."""
    titles: Patterns = ()
    """What finds memoranda by title; the paths of their citations are ``memo:<page>``, ``memo:<page>#<anchor>`` of the table
    that lists them, or ``listed:<title>``."""
    entries: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The paths of the same titles by their words, for entries of lists that are a title alone."""


def plant(edition: Edition) -> Tree:
    """Return what can be cited in an edition."""
    titled = _by_title(edition)
    places: dict[tuple[str, str], int] = {}
    body: dict[str, str] = {}
    steps: defaultdict[str, list[Target]] = defaultdict(list)
    tables: defaultdict[str, list[Target]] = defaultdict(list)
    for order, (part, provision) in enumerate(edition.provisions()):
        places[part.id, provision.anchor] = order
        if part.container == "body":
            body[provision.anchor] = part.id
        if provision.rank is Rank.STEP and part.container == "body":
            steps[provision.pinpoint.steps[-1].value].append(Target(edition.slug, part.id, provision.anchor))
        for block in provision.blocks:
            if block.table is not None and block.table.name:
                tables[block.anchor].append(Target(edition.slug, part.id, block.anchor))
    return Tree(
        edition.slug,
        places,
        body,
        _lower(body),
        steps,
        tables,
        dict(_named_parts(edition)),
        *_memoranda(edition),
        items=any(part.root.rank is Rank.ITEM for part in edition.parts),
        titles=title_patterns(titled),
        entries=entry_titles(titled),
    )


def _lower(body: Mapping[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for anchor in body:
        found[anchor.lower()].append(anchor)
    return dict(found)


def _named_parts(edition: Edition) -> Iterator[tuple[str, Target]]:
    for part in edition.parts:
        if part.root.rank is Rank.APPENDIX:
            yield part.id, Target(edition.slug, part.id, "")
        if part.root.rank is Rank.ATTACHMENT and part.memorandum:
            printed = part.root.heading.text.lower().split()
            if printed[:1] == ["attachment"] and len(printed) > 1 and len(printed[1]) == 1:
                yield f"attachment-{printed[1]}", Target(edition.slug, part.id, "")


def _memoranda(edition: Edition) -> tuple[dict[int, list[Target]], dict[int, list[Target]]]:
    on: defaultdict[int, list[Target]] = defaultdict(list)
    starts: defaultdict[int, list[Target]] = defaultdict(list)
    for part in edition.memoranda:
        if part.root.page is None or not part.root.page.isdigit():
            continue
        target = Target(edition.slug, part.id, "")
        first = int(part.root.page)
        starts[first].append(target)
        for page in range(first, int(part.last_page or first) + 1):
            on[page].append(target)
    return dict(on), dict(starts)


def _by_title(edition: Edition) -> dict[str, str]:
    """The path that each title gives its citations; a title of several memoranda leads nowhere."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for title, path in _titles(edition):
        found[" ".join(title.casefold().split())][path] = title
    return {title: path if len(paths) == 1 else "several:" for paths in found.values() for path, title in paths.items()}


def _titles(edition: Edition) -> Iterator[tuple[str, str]]:
    for part in edition.memoranda:
        yield part.title, f"memo:{part.id}"
        plain = part.title.partition("(")[0].strip()
        if plain != part.title and len(plain.split()) > 1:
            yield plain, f"memo:{part.id}"
    listed = dict(listed_titles(edition))
    yield from listed.items()
    for document in edition.documents:
        if document.listed:
            for words in document.words:
                yield words, next(iter(listed.values()), f"listed:{document.name}")
