"""What can be cited in an edition: its provisions, steps, tables, appendices and memoranda, by what citations call them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contract_site.link.bound_in import bound_in, printed_names
from contract_site.link.containers import CitableContainer, contain
from contract_site.link.dated import dates_in
from contract_site.link.listed_titles import entry_titles, listed_titles
from contract_site.link.memo_names import MemoTitles, memo_titles
from contract_site.link.owners import OwnNames, own_names
from contract_site.link.printed_titles import Title, headings_of
from contract_site.link.side_documents import kind_named, side_named
from contract_site.link.steps import step_name, step_titled
from contract_site.model.citation import Target
from contract_site.model.document import Edition, Part, Provision, Rank
from contract_site.model.place import BODY

EMPTY = CitableContainer()
DATED = re.compile(r"\W{0,3}(?:dated|signed|fait\s+à)\b", re.IGNORECASE)
DASHED = re.compile(r"(?:^|\s)\d{1,2}-\d{1,3}\W*$")
FEWEST_DASHED = 3
"""Labels with a dash from which on a number with a dash is one of the agreement's: ``1-204``."""
DATED_WITHIN = 200
"""Characters of a paragraph in which a letter's own date stands."""


@dataclass(frozen=True, slots=True)
class Tree:
    """An edition's provisions by page and anchor, with their order in print."""

    slug: str
    places: Mapping[tuple[str, str], int]
    """Order in print of every provision, by page and anchor."""
    containers: Mapping[str, CitableContainer]
    """What stands in the main body (``body``) and in each appendix and memorandum."""
    steps: Mapping[str, Sequence[Target]]
    """Steps of procedures, by their name (``step-2``): what is labelled so, else what has it for a title (``19.05 Step 2``)."""
    tables: Mapping[str, Sequence[Target]]
    parts: Mapping[str, Sequence[Target]]
    """Documents beside the articles, by the kind and number of their names (``appendix-a``, ``letter-3``)."""
    headings: Mapping[Title, Sequence[str]]
    """Anchors of the main body's provisions, by the words of their headings without case."""
    memo_pages: Mapping[int, Sequence[Target]]
    """Memoranda by every printed page they stand on."""
    memo_starts: Mapping[int, Sequence[Target]]
    items: bool = False
    """Whether its body consists of items, as that of a local memorandum does."""
    published: Mapping[str, str] = field(default_factory=dict)
    """Slugs of the documents that are agreements of this site, by the names that editors gave them."""
    titles: MemoTitles = field(default_factory=MemoTitles)
    """What finds memoranda by title; the paths of their citations are ``memo:<page>``, ``memo:<page>#<anchor>`` of the table
    that lists them, or ``listed:<title>``."""
    entries: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The paths of the same titles by their words, for entries of lists that are a title alone."""
    own: OwnNames = field(default_factory=OwnNames)
    """What the agreement is called, by its names and in its text."""
    containers_of: Mapping[str, str] = field(default_factory=dict)
    """The container of every page."""
    divisions: Mapping[str, str] = field(default_factory=dict)
    """The part, chapter or title over every page: ``chapter-v``."""
    groups: Mapping[str, int] = field(default_factory=dict)
    """Which pages belong together: the articles with the numbered documents behind them, each letter with its own."""
    apart: Mapping[str, int] = field(default_factory=dict)
    """Pages of documents bound in behind the agreement that have articles of their own, with the highest number of these."""

    @property
    def body(self) -> Mapping[str, str]:
        """Page of every provision of the main body, by anchor."""
        return self.container(BODY).pages

    def container(self, name: str) -> CitableContainer:
        """Return the container of this name; an empty one if there is none."""
        return self.containers.get(name, EMPTY)


def plant(edition: Edition) -> Tree:
    """Return what can be cited in an edition."""
    titled = _by_title(edition)
    places: dict[tuple[str, str], int] = {}
    standing: defaultdict[str, list[tuple[Part, Provision]]] = defaultdict(list)
    tables: defaultdict[str, list[Target]] = defaultdict(list)
    for order, (part, provision) in enumerate(edition.provisions()):
        places[part.id, provision.anchor] = order
        standing[part.container].append((part, provision))
        for block in provision.blocks:
            if block.table is not None and block.table.name:
                tables[block.anchor].append(Target(edition.slug, part.id, block.anchor))
    return Tree(
        edition.slug,
        places,
        {name: contain(placed, _counts(edition)) for name, placed in standing.items()},
        _titled_steps(edition) | _steps(edition),
        tables,
        _named_parts(edition),
        headings_of(edition),
        *_memoranda(edition),
        items=any(part.root.rank is Rank.ITEM for part in edition.parts),
        published={document.name: document.published for document in edition.documents if document.published},
        titles=memo_titles(titled),
        entries=entry_titles(titled),
        own=_own(edition),
        containers_of={part.id: part.container for part in edition.parts},
        divisions={part.id: part.within for part in edition.parts},
        groups=_groups(edition),
        apart=bound_in(edition.parts),
    )


def _steps(edition: Edition) -> dict[str, list[Target]]:
    found: defaultdict[str, list[Target]] = defaultdict(list)
    for part, provision in edition.provisions():
        if provision.rank is Rank.STEP and part.in_body:
            found[_step(provision)].append(Target(edition.slug, part.id, provision.anchor))
    return dict(found)


def _titled_steps(edition: Edition) -> dict[str, list[Target]]:
    """The provisions with a number of their own that have the name of a step for a title."""
    found: defaultdict[str, list[Target]] = defaultdict(list)
    for part, provision in edition.provisions():
        name = step_titled(provision.heading.text) if part.in_body and provision.pinpoint.steps else ""
        if name and provision.rank is not Rank.STEP:
            found[name].append(Target(edition.slug, part.id, provision.anchor))
    return dict(found)


def _step(provision: Provision) -> str:
    """The name of a step as citations have it: ``step-2`` for ``STEP II``."""
    return step_name(provision.pinpoint.steps[-1].value.removeprefix("step-"))


def _counts(edition: Edition) -> Callable[[Provision], bool]:
    """What says whether a label is one of a list that the file counts, whatever figures or letters readers see.

    Word's own lists say how their numbers look, so theirs are taken as printed.
    """
    source = edition.source
    if not source.looks or source.name.endswith(".docx"):
        return lambda _: False

    def counts(provision: Provision) -> bool:
        at = provision.label.start_of_text
        return at >= 0 and source.looks[source.line_number(at) - 1].level is not None

    return counts


def _groups(edition: Edition) -> dict[str, int]:
    """The group of every page: behind the last article a document without a number begins a new one."""
    last = max((place for place, part in enumerate(edition.parts) if part.in_body), default=-1)
    found, group = dict[str, int](), 0
    for place, part in enumerate(edition.parts):
        group += place > last and not any(map(side_named, printed_names(part)))
        found[part.id] = group
    return found


def _own(edition: Edition) -> OwnNames:
    settings = edition.settings
    names = [settings.title, settings.name, settings.short, settings.citation]
    names += [words for document in edition.documents if document.own for words in document.words]
    named = own_names(filter(None, names), (block.text for _, _, block in edition.blocks()))
    dashed = sum(DASHED.search(provision.label.text) is not None for _, provision in edition.provisions())
    return replace(named, titles=_titles_beside(edition), dashed=dashed >= FEWEST_DASHED)


def _titles_beside(edition: Edition) -> dict[str, str]:
    """The pages of documents beside the body by their titles, where a title has several words and no other has it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in edition.parts:
        if not part.in_body and len(part.title.split()) > 1:
            found[" ".join(part.title.casefold().split())].add(part.id)
    return {title: pages.pop() for title, pages in found.items() if len(pages) == 1}


def _named_parts(edition: Edition) -> dict[str, list[Target]]:
    """Documents beside the articles, each by the kind and number that it is headed with."""
    found: defaultdict[str, list[Target]] = defaultdict(list)
    for part in edition.parts:
        if part.in_body:
            continue
        names = printed_names(part)
        division = "-".join(part.name.casefold().split()) if part.root.rank is Rank.PART else ""
        named = filter(None, (division, *map(side_named, names), *map(kind_named, names), *_dated(part)))
        for name in {part.id, *named}:
            found[name].append(Target(edition.slug, part.id, ""))
    return dict(found)


def _dated(part: Part) -> Iterator[str]:
    """The names that a letter has by the dates at its head, and where it says that it is dated: ``letter@2004-05-03``."""
    names = " ".join(printed_names(part)).casefold()
    blocks = [block.text for block in part.root.blocks]
    texts = (names, *(text[:DATED_WITHIN] for text in (*blocks[:2], *(each for each in blocks[2:] if DATED.match(each)))))
    for kind in ("letter", "memorandum"):
        if kind in names:
            yield from (f"{kind}@{date}" for text in texts for date in dates_in(text))


def _memoranda(edition: Edition) -> tuple[dict[int, list[Target]], dict[int, list[Target]]]:
    on: defaultdict[int, list[Target]] = defaultdict(list)
    starts: defaultdict[int, list[Target]] = defaultdict(list)
    for part in edition.memoranda:
        if part.root.page is None or not part.root.page.isdecimal():
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
