"""How parts of editions relate to other provisions, beside the trees."""

from __future__ import annotations

from dataclasses import dataclass

from contract_site.model.document import Edition, Part, Provision


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, with the edition and part it stands in."""

    edition: Edition
    part: Part
    provision: Provision
