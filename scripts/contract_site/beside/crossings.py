"""What one page needs of the references that leave it and those that come to it: names, links, sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from contract_site.beside.history import Histories
from contract_site.beside.items import Item, by_place, items_of
from contract_site.beside.places import Places
from contract_site.beside.rows import ComparisonLayout
from contract_site.beside.shared import Shared, shared_addresses
from contract_site.beside.topics import TopicLayout
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.cite.titles import display_title
from contract_site.model.citation import Backlink, Form, Reference, Resolved, Target, Unresolved
from contract_site.model.document import Edition, Part, Provision, Rank
from contract_site.model.ledger import Ledger
from contract_site.model.relation import Place, Relations

CITES = "cites"
"""The relation of words that do not say what they do to what they cite."""


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place that cites something on the page."""

    name: str
    """Its citation; with the agreement's name if it is another."""
    href: str
    sentence: str
    relation: str
    from_memorandum: bool
    from_other: bool
    """Whether it stands in another agreement."""
    page: str
    """The page on which it stands."""
    listed: bool
    """Whether it stands in a table: what names it there says nothing of it."""


class Crossings:
    """The references of all editions as pages show them; made once for a build."""

    def __init__(self, relations: Relations) -> None:
        self.relations = relations
        self._places = {slug: Places(edition) for slug, edition in relations.editions.items()}
        self._parts = {slug: {part.id: part for part in edition.parts} for slug, edition in relations.editions.items()}
        self._order = {slug: {page: at for at, page in enumerate(parts)} for slug, parts in self._parts.items()}
        self._titled = {slug: _by_part(links.titles) for slug, links in relations.links.items()}
        self._local = _local_items(relations)
        self._tables = {
            (slug, part.id, block.anchor)
            for slug, edition in relations.editions.items()
            for part, _, block in edition.blocks()
            if block.table is not None
        }
        self._by_block = {slug: links.by_block() for slug, links in relations.links.items()}
        self.items = tuple(items_of(relations, self._places))
        """The items of local memoranda, all of one number together."""
        self._items = by_place(self.items)
        self.compared = tuple(self._laid_out())
        """The comparisons word by word, with the places of their rows and the names of their units."""
        self.concorded = tuple(self._concorded())
        """The concordances, with the places of their rows."""
        self.histories = Histories(self.compared, self.concorded)
        """What each provision said in every edition."""
        self._shared: dict[str, Shared] = {}

    def only(self, folders: Collection[str]) -> Crossings:
        """Return the same with no other comparisons than those in some folders; all else, histories too, stays."""
        found = copy(self)
        kept = [each for each in self.relations.local_items if each.settings.folder in folders]
        found.relations = replace(self.relations, local_items=kept)
        found.compared = tuple(each for each in self.compared if each.comparison.settings.folder in folders)
        found.concorded = tuple(each for each in self.concorded if each.concordance.settings.folder in folders)
        found.items = self.items if kept else ()
        return found

    def recorded(self, ledgers: Mapping[str, Ledger]) -> Crossings:
        """Return the same with some ledgers of published addresses."""
        found = copy(self)
        found.relations = replace(self.relations, ledgers=ledgers)
        found._shared = {}
        return found

    def furnished(self, editions: Mapping[str, Edition]) -> Crossings:
        """Return the same with some editions, by slug, that have more beside the same words."""
        found = copy(self)
        found.relations = replace(self.relations, editions={**self.relations.editions, **editions})
        return found

    def shared(self, edition: Edition) -> Shared:
        """Return the addresses by which the provisions of an edition are shared."""
        if edition.slug not in self._shared:
            self._shared[edition.slug] = shared_addresses(edition, self.relations.ledgers.get(edition.slug))
        return self._shared[edition.slug]

    def places(self, edition: Edition) -> Places:
        """Return the index of an edition's provisions by anchor and by source offset."""
        return self._places[edition.slug]

    def of_block(self, edition: Edition, part: Part, block: str) -> Sequence[Reference]:
        """Return the references that stand in a block, in order."""
        return self._by_block.get(edition.slug, {}).get((part.id, block), ())

    def of_heading(self, edition: Edition, part: Part) -> Sequence[Reference]:
        """Return the references in the printed heading of a memorandum, in order."""
        heading = part.root.heading.text
        titles = self._titles(edition, part)
        return [each for title, each in titles if title == heading and each.provision == part.root.anchor]

    def of_explanation(self, edition: Edition, start: int) -> Sequence[Reference]:
        """Return the references of an explanation's paragraph whose words begin at a source offset."""
        return self.relations.explained.get(edition.slug, {}).get(start, ())

    def place(self, target: Target) -> Place | None:
        """Return the provision at a target; the root of its part if the target names no anchor."""
        edition = self.relations.editions[target.slug]
        if target.anchor:
            found = self._places[target.slug].at_anchor(target.page, target.anchor)
            return Place(edition, *found) if found else None
        part = self._parts[target.slug].get(target.page)
        return Place(edition, part, part.root) if part else None

    def href(self, path: PurePosixPath, target: Target) -> str:
        """Return the relative link from a page to a target; to an agreement's own page if it names no page of it."""
        if not target.page:
            return addresses.link(path, addresses.edition_file(target.slug))
        return addresses.link(path, addresses.part_file(target.slug, target.page), target.anchor)

    def linked_from(self, path: PurePosixPath, reader: Edition, target: Target) -> tuple[str, str]:
        """Return the relative link from a page of a reader's edition to a target, and what the link says."""
        return self.href(path, target), self.preview(target, reader)

    def name(self, target: Target, reader: Edition) -> str:
        """Return the citation of a target, with its agreement's name if the reader is in another."""
        place = self.place(target)
        if place is None:
            return target.anchor
        own = citation(place.part, place.provision)
        return own if target.slug == reader.slug else f"{place.edition.settings.brief}, {own}"

    def preview(self, target: Target, reader: Edition) -> str:
        """Return citation and heading or opening words of a target, for a link's title; of an agreement, its title."""
        if not target.page:
            return self.relations.editions[target.slug].settings.title
        place = self.place(target)
        if place is None:
            return target.anchor
        words = display_title(place.part, place.provision) or " ".join(place.provision.text.split())
        short = words if len(words) <= 110 else words[:110].rsplit(" ", 1)[0] + "…"
        return f"{self.name(target, reader)}: {short}" if short else self.name(target, reader)

    def cited_by(self, path: PurePosixPath, reader: Edition, target: Target) -> list[CitedBy]:
        """Return what cites a target: articles first, then memoranda, then other agreements."""
        found = [self._cited(path, reader, backlink) for backlink in self.relations.backlinks.get(target, ())]
        return sorted(found, key=lambda each: (each.from_other, each.from_memorandum))

    def memoranda_of(self, edition: Edition, part: Part) -> list[tuple[Part, list[tuple[str, Target]]]]:
        """Return the memoranda that touch an article: (memorandum, [(relation, provision of the article)]), in order."""
        touched: dict[str, list[tuple[str, Target]]] = {}
        for provision in part.root.walk():
            target = Target(edition.slug, part.id, provision.anchor)
            for backlink in self.relations.backlinks.get(target, ()):
                if backlink.slug == edition.slug:
                    touched.setdefault(backlink.page, []).append((backlink.relation, target))
            for memo in self._noted(edition, part, provision):
                touched.setdefault(memo.page, []).append(("noted", target))
        parts = self._parts[edition.slug]
        pages = sorted(parts.keys() & touched, key=self._order[edition.slug].__getitem__)
        return [(parts[page], _telling(touched[page])) for page in pages if parts[page].memorandum and parts[page] is not part]

    def noted_at(self, edition: Edition, part: Part, provision: Provision) -> list[Part]:
        """Return the memoranda that a provision's own words point to, each once."""
        pages = dict.fromkeys(memo.page for memo in self._noted(edition, part, provision) if memo.slug == edition.slug)
        found = (self._parts[edition.slug].get(page) for page in pages)
        return [memo for memo in found if memo is not None and memo.memorandum and memo is not part]

    def _noted(self, edition: Edition, part: Part, provision: Provision) -> Iterator[Target]:
        for reference in self._leaving(edition, part, provision):
            resolution = reference.resolution
            if isinstance(resolution, Resolved) and resolution.citation.form in (
                Form.MEMO_PAGE,
                Form.MEMO_NAME,
                Form.CHOSEN,
            ):
                yield from resolution.targets

    def cites(self, edition: Edition, part: Part) -> list[Target]:
        """Return what a part cites outside itself, each once, in order of first mention."""
        found: dict[Target, None] = {}
        for provision in part.root.walk():
            titles = [each for _, each in self._titles(edition, part) if each.provision == provision.anchor]
            for reference in (*titles, *self._leaving(edition, part, provision)):
                if isinstance(reference.resolution, Resolved):
                    found |= {t: None for t in reference.resolution.targets if (t.slug, t.page) != (edition.slug, part.id)}
        return list(found)

    def articles_of(self, edition: Edition, memo: Part) -> dict[str, bool]:
        """Return the articles, by page, that a memorandum cites (True), or that only cite it (False)."""
        cites = {target.page for target in self.cites(edition, memo) if target.slug == edition.slug}
        cited = {backlink.page for _, backlink in self.cited_from(edition, memo) if backlink.slug == edition.slug}
        articles = [part.id for part in edition.parts if part.in_body and part.root.rank is Rank.ARTICLE]
        return {page: page in cites for page in articles if page in cites or page in cited}

    def cited_from(self, edition: Edition, part: Part) -> list[tuple[Target, Backlink]]:
        """Return what cites a part or any provision of it from outside."""
        targets = [Target(edition.slug, part.id, ""), *(Target(edition.slug, part.id, p.anchor) for p in part.root.walk())]
        return [
            (target, backlink)
            for target in dict.fromkeys(targets)
            for backlink in self.relations.backlinks.get(target, ())
            if (backlink.slug, backlink.page) != (edition.slug, part.id)
        ]

    def backlink_target(self, backlink: Backlink) -> Target:
        """Return the place where a backlink stands."""
        return Target(backlink.slug, backlink.page, backlink.block)

    def editors_choices(self, edition: Edition, part: Part, provision: Provision) -> list[tuple[str, str]]:
        """Return what editors decided about citations in a provision: (the words, what readers are told)."""
        resolutions = (reference.resolution for reference in self._leaving(edition, part, provision))
        return [(r.citation.text, r.note) for r in resolutions if isinstance(r, Resolved | Unresolved) and r.note]

    def local_items(self, edition: Edition, provision: Provision) -> Sequence[Place]:
        """Return the local items that implement a provision."""
        return self._local.get((edition.slug, provision.anchor), ())

    def items_at(self, edition: Edition, part: Part, provision: Provision) -> Sequence[Item]:
        """Return the items of local memoranda on whose pages a provision stands."""
        return self._items.get((edition.slug, part.id, provision.anchor), ())

    def _laid_out(self) -> Iterator[ComparisonLayout]:
        for comparison in self.relations.comparisons:
            if comparison.settings.kind in ("editions", "reprint"):
                before, after = (
                    self.relations.editions[slug] for slug in (comparison.settings.before, comparison.settings.after)
                )
                yield ComparisonLayout(comparison, before, after)

    def _concorded(self) -> Iterator[TopicLayout]:
        for concordance in self.relations.concordances:
            before, after = (
                self.relations.editions[slug] for slug in (concordance.settings.before, concordance.settings.after)
            )
            yield TopicLayout(concordance, before, after, (self._places[before.slug], self._places[after.slug]))

    def _titles(self, edition: Edition, part: Part) -> Sequence[tuple[str, Reference]]:
        """What the title and the headings of a memorandum cite, with their words."""
        if not part.memorandum or edition.slug not in self.relations.links:
            return ()
        return self._titled[edition.slug].get(part.id, ())

    def _leaving(self, edition: Edition, part: Part, provision: Provision) -> Iterator[Reference]:
        for block in provision.blocks:
            yield from self.of_block(edition, part, block.anchor)

    def _cited(self, path: PurePosixPath, reader: Edition, backlink: Backlink) -> CitedBy:
        target = self.backlink_target(backlink)
        place = Target(backlink.slug, backlink.page, backlink.provision)
        return CitedBy(
            self.name(place, reader),
            self.href(path, target),
            " ".join(backlink.sentence.split()),
            backlink.relation,
            backlink.page.startswith(("memo/", "appendix")),
            backlink.slug != reader.slug,
            backlink.page,
            (backlink.slug, backlink.page, backlink.block) in self._tables,
        )


def _by_part(titles: Iterable[tuple[str, Reference]]) -> dict[str, list[tuple[str, Reference]]]:
    """What titles cite, by the part whose titles they are."""
    found: dict[str, list[tuple[str, Reference]]] = {}
    for each in titles:
        found.setdefault(each[1].page, []).append(each)
    return found


def _local_items(relations: Relations) -> dict[tuple[str, str], list[Place]]:
    """The local items that implement each provision: by agreement and anchor."""
    found: dict[tuple[str, str], list[Place]] = {}
    for slug, items in relations.implemented.items():
        edition = relations.editions[slug]
        for part in edition.parts:
            if (place := items.get(part.id)) is not None:
                found.setdefault((place.edition.slug, place.provision.anchor), []).append(Place(edition, part, part.root))
    return found


def _telling(pairs: list[tuple[str, Target]]) -> list[tuple[str, Target]]:
    """The pairs, each once; that a memorandum cites a provision goes without saying where it says more of it."""
    more = {target for relation, target in pairs if relation != CITES}
    return list(dict.fromkeys((relation, target) for relation, target in pairs if relation != CITES or target not in more))
