"""Which of a project's agreements its site shows, and which of them bare citations mean, as ``site.toml`` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.build.spoken import check_language
from contract_site.editors.rows import there_is
from contract_site.editors.site_file import FILE, load_site
from contract_site.model.agreement import Agreement, agreements_of, as_listed
from contract_site.model.document import Edition
from contract_site.model.family import GENERAL_FAMILY
from contract_site.model.finding import SettingsError
from contract_site.model.site import GENERAL, NO_EXAMPLES, Examples, SiteSettings
from contract_site.site import generator
from contract_site.words.site_facts import site_facts
from contract_site.words.usual import asked, examples_as_said, site_as_said


@dataclass(frozen=True, slots=True)
class SiteWords:
    """What a site says of itself, and what the agreements that it shows lend to that."""

    settings: SiteSettings
    examples: Examples
    """Those that readers are shown."""
    meant: Agreement | None
    """The agreement that bare citations mean before all others, if the site names one."""
    first: str
    """The slug of the edition that lists show first."""

    @property
    def said(self) -> Mapping[str, object]:
        """What the configuration of MkDocs says of the site."""
        return generator.own_words(self.settings, asked(self.examples))

    @property
    def facts(self) -> Mapping[str, str]:
        """What stands at each place of a document."""
        return site_facts(self.settings, self.examples, self.first, self.meant.name if self.meant else "")


def words_of(site: SiteSettings, editions: Mapping[str, Edition]) -> SiteWords:
    """Return what a site that shows some editions says of itself. Raises SettingsError."""
    meant = bare_agreement(site, agreements_of(editions.values()))
    shown = site.examples.over(_examples_of(meant, site.language)).over(GENERAL)
    return SiteWords(
        site_as_said(site), examples_as_said(shown), meant, as_listed(editions.values(), site.bare_citations)[0].slug
    )


def _examples_of(meant: Agreement | None, language: str) -> Examples:
    """The examples of the field of an agreement, where they are in the language of the site."""
    family = meant.editions[0].family if meant else GENERAL_FAMILY
    return family.examples if family.language == language else NO_EXAMPLES


def shown_editions(editions: Mapping[str, Edition], site: SiteSettings) -> dict[str, Edition]:
    """Return the editions that a site shows, by slug. Raises SettingsError if it names a folder that is not there."""
    folders = {slug: Path(edition.folder).parts[1:] for slug, edition in editions.items()}
    known = dict.fromkeys(name for names in folders.values() for name in names)
    for name in site.agreements:
        if name not in known:
            said = f"site.toml:1: agreements names '{name}', but there is no such folder"
            raise SettingsError(f"{said}; known: {', '.join(known)}")
    return {slug: editions[slug] for slug, names in folders.items() if not site.agreements or {*names} & {*site.agreements}}


def check_site(root: Path, editions: Mapping[str, Edition]) -> None:
    """Raise SettingsError if the ``site.toml`` of a project is wrong, or names what is not there; it may have none yet."""
    if there_is(root / FILE):
        site = load_site(root)
        check_language(root, site)
        bare_agreement(site, agreements_of(shown_editions(editions, site).values()))


def bare_agreement(site: SiteSettings, agreements: Sequence[Agreement]) -> Agreement | None:
    """Return the agreement that bare citations mean before all others, if the site names one. Raises SettingsError."""
    known = {agreement.id: agreement for agreement in agreements}
    for name in site.bare_citations:
        if name not in known:
            said = f"site.toml:1: bare_citations names '{name}', but no agreement is called so"
            raise SettingsError(f"{said}; known: {', '.join(sorted(known))}")
    return known[site.bare_citations[0]] if site.bare_citations else None
