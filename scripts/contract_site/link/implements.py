"""Which national item each local item implements.

A national agreement numbers the subjects that a local memorandum may settle (``5.B``), and local memoranda
number their items alike. The agreement's settings say where those numbers stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contract_site.model.document import Edition, Rank
from contract_site.model.finding import Finding, SettingsError
from contract_site.model.relation import Place


def implemented_items(edition: Edition, editions: Mapping[str, Edition]) -> dict[str, Place]:
    """Return the provision that each item of a local memorandum implements, by id of the item's part.

    Raises SettingsError if the settings name an agreement or pinpoint that is not there.
    """
    settings = edition.settings
    if not settings.implements:
        return {}
    national = editions.get(settings.implements)
    if national is None:
        raise SettingsError(
            f"{edition.slug}: implements '{settings.implements}', but no agreement has that slug; add it or correct the key"
        )
    items = dict(_children(national, settings.implements_at))
    if not items:
        raise SettingsError(
            f"{edition.slug}: implements_at '{settings.implements_at}' has no items in {national.slug}; correct the key"
        )
    return {
        part.id: items[part.root.anchor] for part in edition.parts if part.root.rank is Rank.ITEM and part.root.anchor in items
    }


def check_items(edition: Edition, found: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a finding for each local item that has no national item of its number."""
    if not edition.settings.implements:
        return
    for part in edition.parts:
        if part.root.rank is Rank.ITEM and part.id not in found:
            line = edition.source.line_number(max(0, part.root.label.start))
            where = f"{edition.settings.implements} {edition.settings.implements_at}"
            yield Finding(
                edition.source.name, line, "L101", f"{part.name} has no item of its number in {where}; check its number"
            )


def _children(edition: Edition, anchor: str) -> Iterator[tuple[str, Place]]:
    for part, provision in edition.provisions():
        if part.in_body and provision.anchor == anchor:
            for child in provision.children:
                yield child.pinpoint.steps[-1].value, Place(edition, part, child)
