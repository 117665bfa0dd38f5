"""Holds what editors say of pay and deadlines against the texts, before any page is made of it."""

from __future__ import annotations

from collections.abc import Iterable

from contract_site.beside.deadlines import deadline_places
from contract_site.beside.paid import paid
from contract_site.model.document import Edition


def check_figures(editions: Iterable[Edition]) -> None:
    """Read the rates and time limits of editions. Raises SettingsError if one does not stand in its table or provision."""
    for edition in editions:
        paid(edition)
        deadline_places(edition)
