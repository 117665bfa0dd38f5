"""What provisions are called where their printed heading is quoted in a list: in title case, without its full stop."""

from __future__ import annotations

from contract_site.model.document import Part, Provision


def display_title(part: Part, provision: Provision) -> str:
    """Return the title of a provision for breadcrumbs; empty if none is printed."""
    if provision is part.root:
        return part.title
    return provision.heading.text.rstrip(" .:–—")


def shortened(text: str, length: int) -> str:
    """Return the text in one line, cut after a word if it is longer than ``length`` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[:length].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"
