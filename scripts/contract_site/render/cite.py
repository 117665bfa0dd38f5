"""Write citations as this field writes them."""

from __future__ import annotations

from contract_site.model.document import Edition, Part, Provision


def citation(part: Part, provision: Provision) -> str:
    """Return the citation of a provision within its agreement: ``Article 12.5.C.5.b(6)``, ``Clerk Craft Jobs, 2.C``."""
    pinpoint = str(provision.pinpoint)
    if part.container == "body":
        return f"{part.name.partition(' ')[0]} {pinpoint}"
    is_memorandum = part.container.startswith("memo:") and part.form.startswith("Memorandum")
    name = f"MOU Re: {part.title}" if is_memorandum else part.name
    return f"{name}, {pinpoint}" if pinpoint else name


def long_citation(edition: Edition, part: Part, provision: Provision) -> str:
    """Return the citation with the agreement it belongs to."""
    return f"{edition.settings.citation or edition.settings.title}, {citation(part, provision)}"


def page_range(first: str | None, last: str | None) -> str:
    """Return printed pages as readers see them: ``p. 15``, ``pp. 15–18``; empty if none are printed."""
    if first is None:
        return ""
    return f"p. {first}" if last in (None, first) else f"pp. {first}–{last}"
