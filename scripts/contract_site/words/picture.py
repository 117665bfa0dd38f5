"""A picture as SVG in a page of Markdown: elements with escaped words, no color of its own, drawn by the style of the page."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.words.escape import attribute


def element(name: str, *inside: str, **attributes: object) -> str:
    """Return an element of SVG; ``class_`` is its class, ``_`` in names stands for ``-``; ``inside`` is written as it is."""
    said = "".join(f' {key.removesuffix("_").replace("_", "-")}="{attribute(str(value))}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(text: str, x: float, y: float, **attributes: object) -> str:
    """Return words at a place."""
    return element("text", attribute(text), x=number(x), y=number(y), **attributes)


def number(value: float) -> str:
    """Return a coordinate, to a tenth: ``12``, ``12.5``."""
    return f"{value:.1f}".removesuffix(".0")


def picture(size: tuple[int, int], label: str, *inside: str, kind: str = "") -> Sequence[str]:
    """Return the lines of a picture in a frame that scrolls; ``label`` says what it shows and where the same stands in words.

    Books leave it out: they have the words beside it.
    """
    width, height = size
    view = f"0 0 {width} {height}"
    # One line: a blank line would end raw HTML in Markdown.
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{width}" height="{height}" role="img"'
        f' aria-label="{attribute(label)}">{"".join(inside)}</svg>'
    )
    shown = " ".join(filter(None, ("picture", kind)))
    return [f'<figure class="{shown}" data-search-exclude>{drawn}</figure>\n']
