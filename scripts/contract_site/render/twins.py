"""The line at a provision that says what became of it in another text; it leads to the row of a comparison.

Only comparisons word by word say so. A concordance of subjects, which claims nothing of single words, needs lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.model.document import Edition, Part, Provision
from contract_site.render import addresses
from contract_site.render.changes import Naming, most_telling
from contract_site.render.escape import escape
from contract_site.render.frame import NOT_WORDS
from contract_site.render.rows import Layout


def twin_line(
    compared: Sequence[tuple[Layout, Naming]], path: PurePosixPath, edition: Edition, part: Part, provision: Provision
) -> Iterator[str]:
    """Yield the line for a provision, a link for each comparison that its edition is in; nothing where it has no row."""
    links = []
    for layout, naming in compared:
        rows = layout.of_provision(edition.slug, part.id, provision.anchor)
        if rows:
            older = layout.is_older(edition.slug, part.id) is True
            words = naming.twin(rows, part.id, older=older, whole=provision is part.root)
            told = most_telling(rows)
            links += [f"[{escape(words)}]({addresses.link(path, layout.file(told.page), told.anchor)})"] if words else []
    if links:
        yield f"{' · '.join(links)}\n{{: .twin {NOT_WORDS} }}\n"


def compared_line(compared: Sequence[tuple[Layout, Naming]], path: PurePosixPath, edition: Edition, part: Part) -> str:
    """Return the line that leads from an article to its comparison with the other text; or nothing."""
    links = []
    for layout, naming in compared:
        page = layout.page_of(edition.slug, part.id)
        if page is not None:
            words = naming.whole_twin(older=layout.is_older(edition.slug, part.id) is True)
            links.append(f"[{escape(words)}]({addresses.link(path, layout.file(page))})")
    return f"{' · '.join(links)}\n{{: .twin .whole {NOT_WORDS} }}\n" if links else ""
