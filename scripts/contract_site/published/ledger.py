"""Compare the addresses of today, of agreements and comparisons, with those published before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from contract_site.beside.corrected import listed_kinds
from contract_site.beside.crossings import Crossings
from contract_site.beside.items import local_addresses
from contract_site.beside.lists import TITLES, lists_of
from contract_site.beside.rows import ComparisonLayout
from contract_site.beside.topics import TopicLayout
from contract_site.cite import addresses
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.finding import Finding
from contract_site.model.ledger import Ledger, LedgerChange, Moved, Published

SHOWN = 5
"""How many addresses a line of the account names."""
WORDS = 60
"""Characters of opening words that the ledger keeps."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something whose addresses are recorded: an agreement, a comparison."""

    name: str
    """Slug of an agreement, folder of a comparison."""
    folder: str
    """Where its ledger lies, as findings name it."""
    today: tuple[Published, ...]
    ledger: Ledger
    elsewhere: frozenset[str] = frozenset()
    """Addresses of others, to which its own may have moved: those of all agreements, for a comparison."""

    @property
    def change(self) -> LedgerChange:
        """How its addresses differ from the published ones."""
        return compare_ledger(self.today, self.ledger, self.elsewhere)

    @property
    def path(self) -> str:
        """The file of its ledger, as findings name it."""
        return f"{self.folder}/addresses.tsv" if self.folder else "addresses.tsv"


def published_addresses(edition: Edition) -> tuple[Published, ...]:
    """Return every address of an edition with the words it stands for, sorted."""
    own = Published(addresses.url(edition.slug).lstrip("/"), _short(edition.settings.title))
    found = {own.address: own} | {item.address: item for part in edition.parts for item in _of_part(edition, part)}
    return tuple(sorted(found.values()))


def list_addresses(edition: Edition, crossings: Crossings) -> Iterator[Published]:
    """Yield the addresses of an edition's lists, which are pages of its own but no parts of its text."""
    for each in lists_of(edition, crossings):
        yield Published(addresses.url(edition.slug, each.kind).lstrip("/"), TITLES[each.kind])
    for kind in listed_kinds(edition, crossings.places(edition)):
        if kind.page:
            yield Published(addresses.url(edition.slug, kind.page).lstrip("/"), _short(f"Corrections: {kind.name}"))


def history_addresses(edition: Edition, crossings: Crossings) -> Iterator[Published]:
    """Yield the pages that show the provisions of a part in all editions; their anchors are those of the provisions."""
    for part in edition.parts:
        if crossings.histories.has(edition, part):
            yield Published(addresses.history_url(edition.slug, part.id).lstrip("/"), _short(f"{part.title}: all editions"))


def comparison_addresses(layout: ComparisonLayout) -> tuple[Published, ...]:
    """Return every address of a comparison with the words it stands for, sorted: its pages, and every row of them."""

    def at(page: str = "", anchor: str = "") -> str:
        return layout.page_url(page, anchor).lstrip("/")

    title = _short(layout.comparison.settings.title)
    found = [Published(at(), title)]
    found.append(Published(at(addresses.MAP), title))
    found += [Published(at(addresses.NUMBERS, anchor), title) for anchor in ("", addresses.DERIVATION, addresses.DISPOSITION)]
    for part in layout.parts:
        found.append(Published(at(part.id), _short(part.part.title)))
        for placed in part.rows:
            words = _short((placed.row.after or placed.row.before)[0].text)
            found += [Published(at(part.id, anchor), words) for anchor in (placed.anchor, placed.title) if anchor]
    return tuple(sorted(found))


def concordance_addresses(layout: TopicLayout) -> tuple[Published, ...]:
    """Return every address of a concordance with the words it stands for, sorted: its home, its topics, and their rows."""
    found = [Published(layout.page_url().lstrip("/"), _short(layout.concordance.settings.title))]
    for older in (True, False):
        for part in layout.listed(older=older):
            found.append(
                Published(
                    layout.page_url(anchor=addresses.descent_anchor(part.id, older=older)).lstrip("/"), _short(part.title)
                )
            )
    for topic in layout.topics:
        found.append(Published(layout.page_url(topic.topic.id).lstrip("/"), _short(topic.topic.title)))
        for placed in topic.rows:
            sides = (", ".join(place.name for place in side) for side in (placed.row.before, placed.row.after))
            found.append(Published(layout.page_url(placed.page, placed.anchor).lstrip("/"), _short(" > ".join(sides))))
    return tuple(sorted(found))


def recorded(crossings: Crossings) -> Iterator[Recorded]:
    """Yield whatever has a ledger: every agreement, then every comparison."""
    agreements: set[str] = set()
    for edition in crossings.relations.editions.values():
        own = recorded_edition(edition, crossings)
        agreements |= {each.address for each in own.today}
        yield own
    yield from recorded_comparisons(crossings, agreements)


def recorded_edition(edition: Edition, crossings: Crossings) -> Recorded:
    """Return the addresses of an edition today, and its ledger."""
    beside = (*list_addresses(edition, crossings), *history_addresses(edition, crossings))
    today = tuple(sorted((*published_addresses(edition), *beside)))
    return Recorded(edition.slug, edition.folder, today, crossings.relations.ledgers.get(edition.slug, Ledger()))


def recorded_comparisons(crossings: Crossings, agreements: Collection[str]) -> Iterator[Recorded]:
    """Yield the addresses of every comparison today, and its ledger; ``agreements`` are the addresses of editions."""
    ledgers = crossings.relations.ledgers
    for layout in crossings.compared:
        folder = layout.comparison.settings.folder
        yield Recorded(folder, folder, comparison_addresses(layout), ledgers.get(folder, Ledger()), frozenset(agreements))
    for concorded in crossings.concorded:
        folder = concorded.concordance.settings.folder
        yield Recorded(folder, folder, concordance_addresses(concorded), ledgers.get(folder, Ledger()))
    for each in crossings.relations.local_items:
        folder, today = each.settings.folder, local_addresses(crossings.items, each.settings.before, each.settings.address)
        yield Recorded(folder, folder, today, ledgers.get(folder, Ledger()))


def compare_ledger(published: Sequence[Published], ledger: Ledger, others: Collection[str] = ()) -> LedgerChange:
    """Return what would be added, lost or changed if these addresses were published today.

    ``others`` are addresses of other ledgers to which its own may have moved.
    """
    today = {item.address: item for item in published}
    before = {item.address: item for item in ledger.published}
    moved = {entry.old: entry for entry in ledger.moved}
    by_words: defaultdict[str, list[Published]] = defaultdict(list)
    for item in today.values():
        by_words[_plain(item.words)].append(item)
    lost = tuple(item for item in before.values() if item.address not in today and not _has_moved(item.address, moved, today))
    changed = [
        (old, today[address])
        for address, old in before.items()
        if address in today and _plain(old.words) != _plain(today[address].words)
    ]
    taken, reworded = [], []
    for old, new in changed:
        elsewhere = [item for item in by_words[_plain(old.words)] if _is_new_place(item, before)]
        if elsewhere and old.address not in moved:
            taken.append((old, elsewhere[0]))
        else:
            reworded.append((old, new))
    return LedgerChange(
        added=tuple(item for address, item in today.items() if address not in before),
        reworded=tuple(reworded),
        lost=lost,
        taken=tuple(taken),
        dangling=tuple(entry for entry in ledger.moved if entry.new not in today and entry.new not in others),
        standing=tuple(entry for entry in ledger.moved if "#" not in entry.old and entry.old in today),
    )


def ledger_findings(change: LedgerChange, path: str) -> Iterator[Finding]:
    """Yield a finding for everything that would break a published address, and one for what is new."""
    yield from broken_addresses(change, path)
    if change.added:
        added = f"{len(change.added)} addresses are not in the ledger yet, the first {change.added[0].address}"
        yield Finding(path, 1, "S104", f"{added}; record them with make record")


def broken_addresses(change: LedgerChange, path: str) -> Iterator[Finding]:
    """Yield a finding for everything that would break a published address."""
    for item in change.lost:
        message = f"the address {item.address} (“{item.words}”) would disappear; say in moved.tsv where it went"
        yield Finding(path, 1, "S101", message)
    for old, new in change.taken:
        message = f"the address {old.address} would stand for other words; “{old.words}” is now at {new.address}; see moved.tsv"
        yield Finding(path, 1, "S102", message)
    for entry in change.dangling:
        yield Finding(path, 1, "S103", f"moved.tsv leads from {entry.old} to {entry.new}, which is no address; correct it")
    for entry in change.standing:
        yield Finding(path, 1, "S103", f"moved.tsv leads away from {entry.old}, where a page stands; take the entry out")


def _has_moved(address: str, moved: dict[str, Moved], today: dict[str, Published]) -> bool:
    """Whether the ledger says where an address went: itself, or its page to one that has the same anchor."""
    page, anchor = addresses.page_and_anchor(address)
    return address in moved or (page in moved and f"{moved[page].new}#{anchor}" in today)


def addresses_line(each: Recorded) -> str:
    """Return what would become of an agreement's or a comparison's addresses if it were published today."""
    change = each.change
    facts = [f"{len(each.ledger.published):,} published", f"{len(change.added)} would be added{named(change.added)}"]
    facts.append(f"{len(change.reworded)} with new opening words{named([new for _, new in change.reworded])}")
    facts += [f"{len(each.ledger.moved)} moved", f"{len(change.lost) + len(change.taken)} lost"]
    return f"{each.path}: {', '.join(facts)}"


def named(items: Sequence[Published]) -> str:
    """Return the first of the addresses in brackets, after a space; nothing if there are none."""
    shown = ", ".join(item.address for item in items[:SHOWN])
    return f" ({shown}{', …' if len(items) > SHOWN else ''})" if items else ""


def _is_new_place(item: Published, before: dict[str, Published]) -> bool:
    """Whether the words did not stand at this address when the ledger was written."""
    old = before.get(item.address)
    return old is None or _plain(old.words) != _plain(item.words)


def _of_part(edition: Edition, part: Part) -> Iterator[Published]:
    yield Published(_address(edition, part, ""), _short(part.title or part.name))
    if part.also:
        yield Published(addresses.url(edition.slug, part.also).lstrip("/"), _short(part.title or part.name))
    for provision in part.root.walk():
        yield Published(_address(edition, part, provision.anchor), _short(_opening(provision)))
        for block in provision.blocks:
            if block.anchor != provision.anchor:
                yield Published(_address(edition, part, block.anchor), _short(block.text))
        for page in _pages(provision):
            yield Published(_address(edition, part, f"page-{page}"), f"printed page {page}")


def _pages(provision: Provision) -> Iterator[str]:
    for words in (provision.label, provision.heading, *(block.words for block in provision.blocks)):
        yield from (mark.page for mark in words.marks if not mark.again)


def _opening(provision: Provision) -> str:
    return f"{provision.heading.text} {provision.text}".strip() or provision.label.text


def _address(edition: Edition, part: Part, anchor: str) -> str:
    return addresses.part_url(edition, part, anchor).lstrip("/")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WORDS else flat[:WORDS].rsplit(" ", 1)[0]


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", words.lower())
