"""What pages say of their site, by the places that it is written at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from contract_site.model.site import Examples, SiteSettings
from contract_site.words.escape import attribute, escape

IN_ATTRIBUTES = ("hint", "searched", "asked")
IN_MARKS = ("anchor", "dated", "inside")
"""Examples that stand in marks of code, where nothing is escaped."""


def site_facts(site: SiteSettings, examples: Examples, slug: str, bare: str) -> Mapping[str, str]:
    """Return what stands at each place of a document.

    ``slug`` is an agreement's; ``bare`` the name of the agreement that bare citations mean, empty if the site names none.
    """
    shown = {name: escape(value) for name, value in asdict(examples).items() if isinstance(value, str)}
    shown |= {name: attribute(getattr(examples, name)) for name in IN_ATTRIBUTES}
    shown |= {name: getattr(examples, name) for name in IN_MARKS}
    markdown = {name: getattr(site, name) for name in ("about", "advice", "sources", "contact", "errors")}
    return shown | markdown | asdict(site.colors) | {"name": escape(site.name), "slug": slug, "bare": _bare(bare)}


def _bare(name: str) -> str:
    if not name:
        return "the agreement in force, or the newest"
    return f"the edition of the {escape(without_article(name))} that is in force, or its newest"


def without_article(name: str) -> str:
    """Return a name as it stands behind ``the``."""
    return name[4:] if name.casefold().startswith("the ") else name
