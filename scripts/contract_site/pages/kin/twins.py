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
from contract_site.words.frame import NOT_WORDS


def twin_links(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision) -> Iterator[str]:
    """Yield a link for each comparison that the provision's edition is in; nothing where it has no row."""
    for layout in crossings.compared:
        rows = layout.of_provision(edition.slug, part.id, provision.anchor)
        if rows:
            older = layout.is_older(edition.slug, part.id) is True
            words = naming_of(layout, crossings).twin(rows, part.id, older=older, whole=provision is part.root)
            told = most_telling(rows)
            if words:
                yield f"[{escape(words)}]({addresses.link(path, layout.file(told.page), told.anchor)})"


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
    return f"{line}\n{{: .twin{' .whole' if whole else ''} {NOT_WORDS} }}\n" if line else ""
