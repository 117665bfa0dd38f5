"""Which of a project's agreements its site shows, and which of them bare citations mean, as ``site.toml`` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from contract_site.model.agreement import Agreement
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError
from contract_site.model.site import SiteSettings


def shown_editions(editions: Mapping[str, Edition], site: SiteSettings) -> dict[str, Edition]:
    """Return the editions that a site shows, by slug. Raises SettingsError if it names a folder that is not there."""
    folders = {Path(edition.folder).name: slug for slug, edition in editions.items()}
    for name in site.agreements:
        if name not in folders:
            said = f"site.toml:1: agreements names '{name}', but there is no such folder"
            raise SettingsError(f"{said}; known: {', '.join(folders)}")
    wanted = {folders[name] for name in site.agreements or folders}
    return {slug: edition for slug, edition in editions.items() if slug in wanted}


def bare_agreement(site: SiteSettings, agreements: Sequence[Agreement]) -> Agreement | None:
    """Return the agreement that bare citations mean before all others, if the site names one. Raises SettingsError."""
    known = {agreement.id: agreement for agreement in agreements}
    for name in site.bare_citations:
        if name not in known:
            said = f"site.toml:1: bare_citations names '{name}', but no agreement is called so"
            raise SettingsError(f"{said}; known: {', '.join(sorted(known))}")
    return known[site.bare_citations[0]] if site.bare_citations else None
