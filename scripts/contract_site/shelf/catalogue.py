"""An edition in layers: its words, and what lies beside them; what reads one layer is not made anew when another changes.

What lists know of an edition has no words at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from contract_site.model.document import Account, Edition, Part, Provision
from contract_site.model.pay import NO_PAY
from contract_site.model.source import SourceText

NOTHING = Account(0, 0, 0, (), ())
SOURCE, CITED, SHOWN, NOTES, REST = "source", "cited", "shown", "notes", "rest"
LAYERS = {
    SOURCE: ("source",),
    CITED: ("documents", "references", "relations"),
    SHOWN: ("explanations", "corrections"),
    NOTES: ("notes",),
    REST: ("furniture", "findings", "account", "outline", "pay", "deadlines", "entry_lines"),
}
"""What lies beside the words of an edition, by who reads it: what was received; what finds where its words lead; what is shown
wherever its words are; what is shown where they are quoted whole; what its own pages alone show."""


def as_known(edition: Edition) -> Edition:
    """Return an edition as lists of the site know it, small enough to hold thousands at once."""
    return replace(as_said(edition), parts=tuple(map(_named, edition.parts)))


def as_said(edition: Edition) -> Edition:
    """Return an edition with all words of the parties, and nothing of what lies beside them but how many they are."""
    return replace(
        edition,
        source=SourceText(edition.source.name, "", edition.source.sha256),
        furniture=(),
        corrections=(),
        notes=(),
        explanations=(),
        documents=(),
        references=(),
        relations=(),
        findings=(),
        account=replace(NOTHING, kept=edition.account.kept),
        outline=(),
        pay=NO_PAY,
        deadlines=(),
        entry_lines={},
    )


def layer_of(edition: Edition, layer: str) -> dict[str, Any]:
    """Return one of the LAYERS of an edition: what it holds, by the names of the edition's fields."""
    return {name: getattr(edition, name) for name in LAYERS[layer]}


def without_words(part: Part, provision: Provision) -> tuple[Part, Provision]:
    """Return a part and a provision of it as what cites them knows them."""
    return _named(part), replace(provision, body=())


def _named(part: Part) -> Part:
    return replace(part, root=replace(part.root, body=(), applies=()))


def leads_to(edition: Edition) -> tuple[str, ...]:
    """Return the slugs of other editions to which its settings let words lead, the ones that linking it needs first."""
    return tuple(dict.fromkeys(slug for slug in (*linked_with(edition), *_published(edition)) if slug != edition.slug))


def linked_with(edition: Edition) -> tuple[str, ...]:
    """Return the slugs of other editions whose provisions its words may cite."""
    columns = edition.settings.columns
    explained = (place.rpartition(":")[0] for each in edition.references if each.explanation for place in each.to)
    named = (edition.settings.implements, columns.cites if columns else "", *explained)
    return tuple(dict.fromkeys(slug for slug in named if slug and slug != edition.slug))


def _published(edition: Edition) -> Iterator[str]:
    return (document.published for document in edition.documents if document.published)
