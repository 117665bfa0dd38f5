"""Bring together what two agreements say of the same topics, as editors decided, and find the phrases that both have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contract_site.compare.found_again import found_again
from contract_site.compare.units import COMPARED, joined_ends, units_of_parts
from contract_site.model.comparison import ComparisonSettings, Unit
from contract_site.model.concordance import OWN, Concordance, Correspondence, Passage, Relation, Topic, TopicRow, joined
from contract_site.model.document import Edition, Part, Provision, Rank
from contract_site.model.finding import Finding, SettingsError
from contract_site.model.place import Anchor, PlaceName

ACCOUNTED = frozenset({Rank.ARTICLE, Rank.SUPPLEMENT})
"""Parts that every concordance accounts for, on both sides."""


def concord(before: Edition, after: Edition, settings: ComparisonSettings, rows: Sequence[TopicRow]) -> Concordance:
    """Return the concordance that the rows make. Raises SettingsError for a place that is not there."""
    older, newer = _AgreementUnits(before), _AgreementUnits(after)
    found = [_correspondence(row, older, newer) for row in rows]
    topics = tuple(
        Topic(id=topic, title=title, rows=tuple(row for row in found if row.topic == topic))
        for topic, title in settings.topics.items()
    )
    return Concordance(settings=settings, topics=topics, findings=tuple(_findings(found, older, newer, settings)))


class _AgreementUnits:
    """One of the agreements: its parts, and the units of each provision."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.parts: Mapping[str, Part] = {part.id: part for part in edition.parts}
        self._tops = {part.root.anchor: part for part in edition.parts if part.in_body}
        self._units: dict[str, tuple[Unit, ...]] = {}

    def passage(self, name: str, place: str) -> Passage:
        """Return the passage that a row names. Raises SettingsError if there is none."""
        plain, own = name.removesuffix(OWN), name.endswith(OWN)
        part, anchor = self._part(plain)
        if part is None:
            raise SettingsError(f"{place}: there is no '{plain}' in {self.edition.slug}; correct the row")
        trail = part.root.trail(anchor)
        if trail:
            wanted = {each.anchor for each in ((trail[-1],) if own else trail[-1].walk())}
            units = tuple(unit for unit in self._of(part) if unit.provision in wanted)
        else:
            units = tuple(unit for unit in self._of(part) if unit.anchor == anchor and not unit.heading)
            if own or not units:
                raise SettingsError(f"{place}: there is no '{plain}' in {self.edition.slug}; correct the row")
        return Passage(plain, part.id, anchor, own, units)

    def _part(self, name: str) -> tuple[Part | None, str]:
        if part := self.parts.get(name):
            return part, part.root.anchor
        place = PlaceName.within(name)
        if not place.is_body:
            return self.parts.get(place.page), place.anchor
        return self._tops.get(Anchor.parse(name).first), name

    def _of(self, part: Part) -> tuple[Unit, ...]:
        if part.id not in self._units:
            self._units[part.id] = tuple(units_of_parts([part]))
        return self._units[part.id]


def _correspondence(row: TopicRow, older: _AgreementUnits, newer: _AgreementUnits) -> Correspondence:
    before = tuple(older.passage(name, row.place) for name in row.before)
    after = tuple(newer.passage(name, row.place) for name in row.after)
    ends = _ends(before), _ends(after)
    found, similarity = found_again(joined(before), joined(after), ends) if row.relation is Relation.FOUND_AGAIN else ((), 0.0)
    if row.relation is Relation.FOUND_AGAIN and not found:
        message = f"no phrase of {' '.join(row.before)} stands in {' '.join(row.after)}; call the row same-subject"
        raise SettingsError(f"{row.place}: {message}")
    return Correspondence(
        topic=row.topic,
        before=before,
        after=after,
        relation=row.relation,
        reviewed=row.reviewed,
        note=row.note,
        found=found,
        similarity=similarity,
    )


def _ends(passages: Sequence[Passage]) -> tuple[int, ...]:
    """The line ends in the joined text of some passages."""
    return joined_ends([unit for passage in passages for unit in passage.units])


def _findings(
    rows: Sequence[Correspondence], older: _AgreementUnits, newer: _AgreementUnits, settings: ComparisonSettings
) -> Iterator[Finding]:
    """Yield a finding for each article or supplement, of either side, of which no row says anything."""
    for side, passages in (
        (older, [each for row in rows for each in row.before]),
        (newer, [each for row in rows for each in row.after]),
    ):
        named = {passage.page for passage in passages}
        for part in side.edition.parts:
            if part.root.rank in ACCOUNTED and part.id not in named:
                message = f"no row names {part.name} of {side.edition.slug}; say what it answers to, or that it does not"
                yield Finding(f"{settings.folder}/topics.tsv", 1, "C201", message)


def unnamed(concordance: Concordance, edition: Edition, *, older: bool) -> Iterator[Provision]:
    """Yield the provisions directly below an edition's articles and supplements of which no row says anything."""
    passages = [each for row in concordance.rows for each in (row.before if older else row.after)]
    named = {(passage.page, passage.anchor) for passage in passages}
    for part in edition.parts:
        if part.root.rank in ACCOUNTED and part.root.rank in COMPARED and (part.id, part.root.anchor) not in named:
            for child in part.root.children:
                if not any((part.id, each.anchor) in named for each in child.walk()):
                    yield child
