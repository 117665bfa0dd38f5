"""What is said at a provision of what became of it in another text; it leads to the row of a comparison.

Only comparisons word by word say so. A concordance of subjects, which claims nothing of single words, needs lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.model.document import Edition, Part, Provision
from contract_site.pages.kin.changes import most_telling
from contract_site.pages.kin.naming import naming_of
from contract_site.words.escape import escape


def twin_links(
    crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision
) -> Iterator[tuple[str, str]]:
    """Yield, for each comparison that the provision's edition is in, what a closed row calls it, and its link."""
    for layout in crossings.compared:
        rows = layout.of_provision(edition.slug, part.id, provision.anchor)
        if rows:
            older = layout.is_older(edition.slug, part.id) is True
            naming = naming_of(layout, crossings)
            words = naming.twin(rows, part.id, older=older, whole=provision is part.root)
            told = most_telling(rows)
            if words:
                name = _reprinted_for(layout.after_address, provision) or naming.twin_name(rows, older=older)
                yield name, f"[{escape(words)}]({addresses.link(path, layout.file(told.page), told.anchor)})"


def _reprinted_for(reprint: str, provision: Provision) -> str:
    """The group to which a provision applies because a reprint has it; nothing if none does."""
    statements = (*provision.applies, *(each for block in provision.blocks for each in block.applies))
    return next((each.group for each in statements if each.by.partition("#")[0] == reprint), "")


def compared_links(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part) -> Iterator[str]:
    """Yield the links that lead from an article to its comparisons with other texts."""
    for layout in crossings.compared:
        page = layout.page_of(edition.slug, part.id)
        if page is not None:
            words = naming_of(layout, crossings).whole_twin(older=layout.is_older(edition.slug, part.id) is True)
            yield f"[{escape(words)}]({addresses.link(path, layout.file(page))})"


def twin_line(links: Iterable[str], *, whole: bool = False) -> str:
    """Return the line that these links make at a provision, or at its article; nothing if there are none."""
    line = " · ".join(filter(None, links))
    return f"{line}\n{{: .twin{' .whole' if whole else ''} }}\n" if line else ""
