"""The language of a project's site: chosen before anything is made, the same in every process that makes some of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contract_site.editors.rows import there_is
from contract_site.editors.settings import line_of
from contract_site.editors.site_file import FILE, load_site
from contract_site.interface.catalogue import CatalogueError, catalogue_of, languages, speaking
from contract_site.interface.updating import update_catalogues
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.site import SiteSettings


@contextmanager
def in_its_language(root: Path) -> Iterator[None]:
    """Say the site's own words in the language that the ``site.toml`` of a project names. Raises ContractSiteError.

    Where there is none they are English: that it is missing says a later stage, after what is wrong with agreements.
    """
    if not there_is(root / FILE):
        yield
        return
    site = load_site(root)
    check_language(root, site)
    with speaking(site.language):
        yield


def check_language(root: Path, site: SiteSettings) -> None:
    """Raise ContractSiteError if there are no words for the language of a site."""
    known = languages()
    if site.language not in known:
        line = line_of(root / FILE, "language")
        raise SettingsError(
            f"{FILE}:{line}: there is no catalogue of the site’s own words for language '{site.language}';"
            f" there are: {', '.join(known)}"
        )
    with _refused():
        catalogue_of(site.language)


def update_words_of(root: Path) -> list[str]:
    """Bring all catalogues up to the messages of a project; return a line for each file. Raises ContractSiteError."""
    with _refused():
        return list(update_catalogues(root))


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except CatalogueError as error:
        raise ContractSiteError(f"scripts/contract_site/interface/{error}") from None
