"""By which addresses provisions are shared: one for each labelled provision, whose page previews as its words and leads there.

A provision has none where its address could not be told from another on some disk or host: rather none than that of another
provision. It is then shared by its permanent address, which it keeps anyway.

- Disks and hosts of some systems do not tell capitals from small letters, so of labels that differ in nothing else (``A`` and
  ``a`` below one provision) none has one, nor has what stands below them at the same numbers.
- A page that is there, or was published and leads elsewhere now, keeps its address.
- Some names cannot be those of folders on some system.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.model.document import Edition
from contract_site.model.ledger import Ledger
from contract_site.model.place import seen_by_disks

FOLDER = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\w~-](?:[\w.~-]*[\w~-])?", re.IGNORECASE)
"""What every system takes for a folder's name: no sign that one of them reads, no end in a full stop, no name of a device."""
LONGEST = 120
"""Characters of such a name; systems count bytes, of which a letter has four at most, and 255 are allowed."""

Shared = Mapping[tuple[str, str], str]
"""The addresses by which the provisions of an edition are shared, from the site's root, by page and anchor."""


def shared_addresses(edition: Edition, ledger: Ledger | None) -> Shared:
    """Return the address of each provision of an edition that has one, ``keepers-2024/8.5.G/``, in printed order."""
    wanted = [
        (part.id, provision.anchor, addresses.shared_url(edition, part, provision.anchor).lstrip("/"))
        for part in edition.parts
        for provision in part.root.walk()
        if provision is not part.root
    ]
    usable = told_apart([address for *_, address in wanted], _taken(edition, ledger))
    return {(page, anchor): address for page, anchor, address in wanted if address in usable}


def told_apart(wanted: Sequence[str], taken: Iterable[str]) -> frozenset[str]:
    """Return those of some addresses that every disk and host tells from each other and from those that are taken."""
    named = Counter(map(seen_by_disks, wanted))
    known = set(map(seen_by_disks, taken))
    return frozenset(
        address
        for address in wanted
        if named[seen_by_disks(address)] == 1 and seen_by_disks(address) not in known and _is_folder(address)
    )


def _is_folder(address: str) -> bool:
    name = address.rstrip("/").rpartition("/")[2]
    return len(name) <= LONGEST and FOLDER.fullmatch(name) is not None


def _taken(edition: Edition, ledger: Ledger | None) -> Iterator[str]:
    """Yield the addresses of pages and of folders of pages that an edition has or had."""
    pages = [*Lists, *(part.id for part in edition.parts), *(part.also for part in edition.parts if part.also)]
    for page in pages:
        pieces = page.split("/")
        yield from (f"{edition.slug}/{'/'.join(pieces[:end])}/" for end in range(1, len(pieces) + 1))
        yield addresses.history_url(edition.slug, page).lstrip("/")
    for moved in ledger.moved if ledger else ():
        yield addresses.page_and_anchor(moved.old)[0]
