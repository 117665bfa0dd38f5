"""Subjects with their places found: what every edition says on each, the newest edition first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.beside.places import Places
from contract_site.model.agreement import as_found
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision
from contract_site.model.finding import SettingsError
from contract_site.model.letters import alphabetical
from contract_site.model.page import Listed, ListedTopic
from contract_site.model.place import BODY, PlaceName
from contract_site.model.subject import Subject

ENDS = (".", "!", "?", ")", "]", "”", '"')
"""How a sentence ends."""


@dataclass(frozen=True, slots=True)
class SubjectPlace:
    """A place that deals with a subject."""

    edition: Edition
    part: Part
    provision: Provision
    block: Block | None = None
    """The paragraph or table of the provision that is meant, if one is named by an anchor of its own."""

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return self.block.anchor if self.block else self.provision.anchor

    @property
    def words(self) -> str:
        """All words of the provision and of what stands below it, a paragraph a line, labels and headings included.

        Those of one paragraph only if one is meant.
        """
        return self.block.text if self.block else "\n".join(_paragraphs(self.provision))

    @property
    def lead(self) -> str:
        """The unfinished sentence above, of which the words are an item; mostly none.

        Without it, some would say the opposite: ``restrict dealings with …`` is an item of ``This Agreement does not:``.
        """
        above = self.part.root.trail(self.provision.anchor)[-2:-1]
        blocks = [each for each in above[0].body if each is not self.provision] if above and not self.block else []
        said = [each.text for each in blocks[:1] if isinstance(each, Block) and each.kind is BlockKind.PARAGRAPH]
        return next((text for text in said if not text.rstrip().endswith(ENDS)), "")


@dataclass(frozen=True, slots=True)
class PlacedSubject:
    """A subject with its places, edition after edition."""

    subject: Subject
    places: tuple[SubjectPlace, ...]

    def by_edition(self) -> Iterator[tuple[Edition, tuple[SubjectPlace, ...]]]:
        """Yield each edition that deals with it, with its places."""
        for slug in dict.fromkeys(place.edition.slug for place in self.places):
            own = tuple(place for place in self.places if place.edition.slug == slug)
            yield own[0].edition, own


def placed_subjects(subjects: Sequence[Subject], editions: Mapping[str, Edition]) -> tuple[PlacedSubject, ...]:
    """Find the places of subjects, by name; editions that the site does not show are left out, and subjects without a place.

    Raises SettingsError if a place is not there.
    """
    indexes = {slug: Places(edition) for slug, edition in editions.items()}
    ordered = [edition.slug for edition in as_found(editions.values())]
    placed = []
    for subject in sorted(subjects, key=lambda each: alphabetical(each.name)):
        found = [
            _place(subject, editions[slug], indexes[slug], name) for slug in ordered for name in subject.places.get(slug, ())
        ]
        unique = tuple({(each.edition.slug, each.part.id, each.anchor): each for each in found}.values())
        if unique:
            placed.append(PlacedSubject(subject, unique))
    return tuple(placed)


def present_subjects(subjects: Iterable[Subject], slugs: Collection[str]) -> tuple[Subject, ...]:
    """Return the subjects that have a place in some editions, by name."""
    found = (each for each in subjects if any(names and slug in slugs for slug, names in each.places.items()))
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))


def topics_of(subject: Subject, listed: Iterable[Listed]) -> Iterator[tuple[Listed, ListedTopic]]:
    """Yield the topics of concordances that are part of a subject."""
    for each in listed:
        yield from ((each, topic) for topic in each.topics if topic.id in subject.topics)


def _place(subject: Subject, edition: Edition, places: Places, name: str) -> SubjectPlace:
    asked = PlaceName.within(name)
    page = next((part for part in edition.parts if name in (part.id, part.container)), None)
    if page is not None:
        return SubjectPlace(edition, page, page.root)
    found = places.at_anchor(asked.page or BODY, asked.anchor)
    if found is None:
        raise SettingsError(f"subjects.toml: subject '{subject.name}': {edition.slug} has no place '{name}'; correct it")
    part, provision = found
    block = next((each for each in provision.blocks if each.anchor == asked.anchor != provision.anchor), None)
    return SubjectPlace(edition, part, provision, block)


def _paragraphs(provision: Provision, above: str = "") -> Iterator[str]:
    """Yield the paragraphs of a provision and of all below it; labels without words or a heading stand before what follows."""
    lead = " ".join(filter(None, (above, provision.label.text, provision.heading.text)))
    for each in provision.body:
        if isinstance(each, Provision):
            if lead and provision.heading.text:
                yield lead
                lead = ""
            yield from _paragraphs(each, lead)
        else:
            yield " ".join(filter(None, (lead, each.text)))
        lead = ""
    if lead:
        yield lead
