"""Where the rows of a concordance stand: each on the page of its topic, at the anchor of its newer place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.beside.places import Places
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.model.concordance import JOINT, Concordance, Correspondence, Passage, Relation, Topic
from contract_site.model.document import Edition, Part, Rank
from contract_site.model.place import Anchor, heading_name, row_anchor, told_apart

LISTED = (Rank.ARTICLE, Rank.SUPPLEMENT)
"""What the lists of ancestors and descendants name."""


@dataclass(frozen=True, slots=True)
class PlacedCorrespondence:
    """A row of a concordance, and the page and anchor at which readers find it."""

    row: Correspondence
    page: str
    anchor: str


@dataclass(frozen=True, slots=True)
class PlacedTopic:
    """A page of a concordance."""

    topic: Topic
    rows: tuple[PlacedCorrespondence, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a part's text is found again, deals with a subject of the other agreement, or stands alone, in characters."""

    found: int
    same: int
    alone: int

    @property
    def percent(self) -> int:
        """How much of a hundred is found again."""
        whole = self.found + self.same + self.alone
        return round(100 * self.found / whole) if whole else 0


class TopicLayout:
    """A concordance with its two agreements, its pages, and the place of every row; made once for a build."""

    def __init__(self, concordance: Concordance, before: Edition, after: Edition, places: tuple[Places, Places]) -> None:
        self.concordance, self.before, self.after = concordance, before, after
        self._places = places
        self.topics = tuple(PlacedTopic(topic, tuple(self._placed(topic))) for topic in concordance.topics)
        self._at: dict[tuple[str, str, str], list[PlacedCorrespondence]] = defaultdict(list)
        for placed in self.rows:
            for edition, passages in ((before, placed.row.before), (after, placed.row.after)):
                for passage in passages:
                    at = self._at[edition.slug, passage.page, passage.anchor]
                    if placed not in at:
                        at.append(placed)

    @property
    def rows(self) -> Iterator[PlacedCorrespondence]:
        """All rows, topic after topic."""
        return (placed for topic in self.topics for placed in topic.rows)

    def at(self, slug: str, page: str, anchor: str) -> Sequence[PlacedCorrespondence]:
        """Return the rows that name a provision or paragraph of either agreement."""
        return self._at.get((slug, page, anchor), ())

    def in_part(self, edition: Edition, part: Part) -> list[PlacedCorrespondence]:
        """Return the rows that name anything of a part, in printed order of the first place that they name."""
        order = {anchor: index for index, anchor in enumerate(_anchors(part))}
        older = edition.slug == self.before.slug
        found = [
            (min(order[passage.anchor] for passage in passages if passage.page == part.id), placed)
            for placed in self.rows
            if (passages := placed.row.before if older else placed.row.after) and any(p.page == part.id for p in passages)
        ]
        return [placed for _, placed in sorted(found, key=lambda each: each[0])]

    def name(self, passage: Passage, *, older: bool) -> str:
        """Return the citation of a place: ``12.5.C.1.a``, ``Article 18``, ``Seniority, D.5``, ``6.1 ¶2``."""
        found = self._places[0 if older else 1].at_anchor(passage.page, passage.anchor)
        assert found is not None, passage.name
        part, provision = found
        pinpoint = str(provision.pinpoint)
        whole = provision is part.root
        name = pinpoint if pinpoint and part.in_body and not whole else citation(part, provision)
        paragraph = Anchor.parse(passage.anchor).paragraph if passage.anchor != provision.anchor else None
        return name if paragraph is None else f"{name} ¶{paragraph}"

    def part(self, passage: Passage, *, older: bool) -> Part:
        """Return the part in which a place stands."""
        return next(part for part in (self.before if older else self.after).parts if part.id == passage.page)

    def page_url(self, topic: str = "", anchor: str = "") -> str:
        """Return the address of the home, of a topic's page, of a row, from the site's root."""
        return addresses.comparison_url(self.before.slug, self.after.slug, topic, anchor)

    def listed(self, *, older: bool) -> list[Part]:
        """Return the articles and supplements of an agreement."""
        return [part for part in (self.before if older else self.after).parts if part.root.rank in LISTED]

    def shares(self, *, older: bool) -> Mapping[str, Share]:
        """Return how much of each article and supplement is found again, by its address."""
        found, touched = self._found(older=older)
        shares: dict[str, Share] = {}
        for part in self.listed(older=older):
            counts = Counter[str]()
            for provision in part.root.walk():
                for anchor, text in (
                    (heading_name(provision.anchor), provision.heading.text), *((b.anchor, b.text) for b in provision.blocks)
                ):  # fmt: skip
                    again = len(found.get((part.id, anchor), ()))
                    counts["found"] += again
                    counts["same" if (part.id, anchor) in touched else "alone"] += len(text) - again
            shares[part.id] = Share(counts["found"], counts["same"], counts["alone"])
        return shares

    def _found(self, *, older: bool) -> tuple[Mapping[tuple[str, str], set[int]], set[tuple[str, str]]]:
        """The characters of each unit that are found again, and the units whose subject the other agreement has too."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        touched: set[tuple[str, str]] = set()
        for placed in self.rows:
            if placed.row.relation not in (Relation.FOUND_AGAIN, Relation.SAME_SUBJECT):
                continue
            offset = 0
            spans = [phrase.before if older else phrase.after for phrase in placed.row.found]
            for passage in placed.row.before if older else placed.row.after:
                for unit in passage.units:
                    key = passage.page, heading_name(unit.anchor) if unit.heading else unit.anchor
                    touched.add(key)
                    end = offset + len(unit.text)
                    for span in spans:
                        found[key].update(range(max(span[0], offset) - offset, min(span[1], end) - offset))
                    offset = end + len(JOINT)
        return found, touched

    def _placed(self, topic: Topic) -> Iterator[PlacedCorrespondence]:
        taken = Counter[str]()
        for row in topic.rows:
            passage = (row.after or row.before)[0]
            part = self.part(passage, older=not row.after)
            name = passage.anchor if part.in_body else _outside(part, passage.anchor)
            anchor = row_anchor(name, heading=False, removed=not row.after)
            taken[anchor] += 1
            yield PlacedCorrespondence(row, topic.id, told_apart(anchor, taken[anchor]))


def _outside(part: Part, anchor: str) -> str:
    """The anchor of a place that is not in an article: with the last piece of its part's address, so that it is unique."""
    own = part.id.rpartition("/")[2]
    return own if anchor == part.root.anchor else f"{own}.{anchor}"


def _anchors(part: Part) -> Iterator[str]:
    for provision in part.root.walk():
        yield provision.anchor
        yield from (block.anchor for block in provision.blocks if block.anchor != provision.anchor)
