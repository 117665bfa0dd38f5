"""What a change would do to a published site: two built sites in, by their open data; what was added, lost and reworded out.

The open data is a promise (names and order of its fields stay), so sites that two versions of the program built can be held
against each other.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contract_site.compare.redline import redline
from contract_site.model.comparison import Segment
from contract_site.model.place import BODY

Data = Mapping[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """Words of the parties at an address."""

    url: str
    citation: str
    words: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words at one address before and after."""

    before: PublishedWords
    after: PublishedWords

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What is kept, struck and inserted; all is kept where nothing differs that counts."""
        return redline(self.before.words, self.after.words)


@dataclass(frozen=True, slots=True)
class Link:
    """What words at a place point to; nothing if to no place of the site."""

    place: str
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A row of a comparison whose claim differs."""

    comparison: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Weight:
    """A page, with its bytes before and after; 0 if it is not there."""

    page: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Pending:
    """All that a change would do."""

    added: tuple[PublishedWords, ...]
    removed: tuple[PublishedWords, ...]
    moved: tuple[Reworded, ...]
    """The same words at another address."""
    reworded: tuple[Reworded, ...]
    links: tuple[Link, ...]
    relations: tuple[ChangedClaim, ...]
    pages: tuple[Weight, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not any((self.added, self.removed, self.moved, self.reworded, self.links, self.relations, self.pages))


def pending(before: Path, after: Path) -> Pending:
    """Compare two built sites, by their folders."""
    was, now = tuple(_agreements(before)), tuple(_agreements(after))
    old, new = _passages(was), _passages(now)
    gone = [old[key] for key in old if key not in new]
    come = [new[key] for key in new if key not in old]
    moved = tuple(_moved(gone, come))
    left, arrived = {pair.before.url for pair in moved}, {pair.after.url for pair in moved}
    return Pending(
        added=tuple(each for each in come if each.url not in arrived),
        removed=tuple(each for each in gone if each.url not in left),
        moved=moved,
        reworded=tuple(Reworded(old[key], new[key]) for key in old if key in new and old[key].words != new[key].words),
        links=tuple(_changed_links(_links(was), _links(now))),
        relations=tuple(_flipped(_rows(before), _rows(after))),
        pages=tuple(_weights(before, after)),
    )


def _agreements(site: Path) -> Iterator[Data]:
    for entry in _read(site / "data" / "index.json")["agreements"]:
        yield _read(site / "data" / f"{entry['slug']}.json")


def _read(path: Path) -> Data:
    found: Data = json.loads(path.read_text(encoding="utf-8"))
    return found


def _passages(agreements: Sequence[Data]) -> dict[str, PublishedWords]:
    """Everything that has words of its own, by its address: provisions with label and heading, tables with their cells."""
    found: dict[str, PublishedWords] = {}
    for data in agreements:
        for each in data["provisions"]:
            words = " ".join(filter(None, (each["label"], each["heading"], each["text"])))
            found[each["url"]] = PublishedWords(each["url"], each["citation"], words)
        for table in data["tables"]:
            url = f"/{data['slug']}/#{table.get('container', '')}/{table['id']}"
            rows = (table["columns"], *table["rows"])
            found[url] = PublishedWords(url, table.get("name") or table["title"], "\n".join(" | ".join(row) for row in rows))
    return found


def _moved(gone: Sequence[PublishedWords], come: Sequence[PublishedWords]) -> Iterator[Reworded]:
    """Pair what has gone with what has come if their words are the same and are nobody else's."""
    left, arrived = defaultdict(list), defaultdict(list)
    for each in gone:
        left[each.words].append(each)
    for each in come:
        arrived[each.words].append(each)
    for words, one in left.items():
        if len(one) == len(arrived[words]) == 1:
            yield Reworded(one[0], arrived[words][0])


def _links(agreements: Sequence[Data]) -> dict[Key, str]:
    """Where the words of every reference lead: by agreement, container, place, words, and which of several alike it is."""
    found: dict[Key, str] = {}
    for data in agreements:
        seen: Counter[Key] = Counter()
        for each in data["references"]:
            key = (data["slug"], each["container"], each["from"], each["text"])
            seen[key] += 1
            other = each["to_agreement"] or ""
            targets = " ".join(f"{other}:{to}" if other and other != data["slug"] else to for to in each["to"])
            found[(*key, str(seen[key]))] = targets or each["external"] or f"({each['status']})"
    return found


def _changed_links(before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[Link]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            slug, container, place, words, _ = key
            where = place if container == BODY else f"{container}#{place}"
            yield Link(f"{slug}:{where}", words, before.get(key, ""), after.get(key, ""))


def _rows(site: Path) -> dict[Key, str]:
    """The claim of every row of every comparison, by comparison and places."""
    found: dict[Key, str] = {}
    for entry in _read(site / "data" / "index.json")["comparisons"]:
        for row in _read(site / entry["data"].lstrip("/"))["rows"]:
            key = (entry["url"], " ".join(row["before"]), " ".join(row["after"]))
            found[key] = row.get("relation") or row["change"]
    return found


def _flipped(before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[ChangedClaim]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            comparison, old, new = key
            place = " → ".join(filter(None, (old, new)))
            yield ChangedClaim(comparison, place, before.get(key, ""), after.get(key, ""))


def _weights(before: Path, after: Path) -> Iterator[Weight]:
    """Pages that are not the same, by what their files weigh."""
    one, other = ({path.relative_to(site): path for path in site.rglob("*.html")} for site in (before, after))
    for page in sorted({*one, *other}):
        old, new = (found[page].read_bytes() if page in found else b"" for found in (one, other))
        if old != new:
            yield Weight(page.as_posix(), len(old), len(new))
