"""How parts of editions relate to other provisions, beside the trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.model.citation import Backlink, Links, Reference, Target
from contract_site.model.comparison import Comparison, LocalItems
from contract_site.model.concordance import Concordance
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.ledger import Ledger
from contract_site.model.page import Listed
from contract_site.model.term import DefinedTerm


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, with the edition and part it stands in."""

    edition: Edition
    part: Part
    provision: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Everything that lies beside the trees of all editions."""

    editions: Mapping[str, Edition]
    links: Mapping[str, Links] = field(default_factory=dict)
    """The references of each edition, by slug."""
    explained: Mapping[str, Mapping[int, Sequence[Reference]]] = field(default_factory=dict)
    """What printed explanations cite, by slug and the source offset at which the words of a paragraph begin; apart from
    ``links``, because an explanation is not the parties' words."""
    backlinks: Mapping[Target, tuple[Backlink, ...]] = field(default_factory=dict)
    terms: Mapping[str, Sequence[DefinedTerm]] = field(default_factory=dict)
    """The terms that each edition defines, by slug."""
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """The record of published addresses of each edition, by slug, and of each comparison, by its folder."""
    comparisons: Sequence[Comparison] = ()
    """What was compared with what, in the order in which lists show it."""
    concordances: Sequence[Concordance] = ()
    """Agreements that share subjects, topic by topic."""
    implemented: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """By slug of a local memorandum and id of its part: the national item that it implements."""
    listed: Sequence[Listed] | None = None
    """What lists say of all comparisons, where only that is known of them; else None."""
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lists that an edition has, by slug, where only that is known of its references."""
    local_items: Sequence[LocalItems] = ()
    """What local memoranda say on each item, one entry for each national agreement."""
