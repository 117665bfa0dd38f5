"""The line at a provision that says what became of it from one edition to the next; it leads to the row of a comparison.

Only comparisons of editions word by word say so. A concordance of subjects, which claims nothing of single words, will need
lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.model.comparison import Change
from contract_site.model.document import Edition, Part, Provision
from contract_site.render import addresses
from contract_site.render.changes import TELLING, Naming, in_words
from contract_site.render.comparison_frame import page_file
from contract_site.render.escape import escape
from contract_site.render.frame import NOT_WORDS
from contract_site.render.rows import Layout, PlacedRow

MOVES = frozenset({Change.MOVED, Change.MOVED_REWORDED})


def twin_line(
    compared: Sequence[tuple[Layout, Naming]], path: PurePosixPath, edition: Edition, part: Part, provision: Provision
) -> Iterator[str]:
    """Yield the line for a provision, a link for each comparison that its edition is in; nothing where it has no row."""
    links = []
    for layout, naming in compared:
        rows = layout.of_provision(edition.slug, part.id, provision.anchor)
        if rows:
            told = min(rows, key=lambda placed: TELLING.index(placed.row.change))
            older = edition.slug == layout.before.slug
            words = (_of_older if older else _of_newer)(rows, told, layout, naming, part.id)
            if all(placed.heading for placed in rows):
                if told.row.change is Change.UNCHANGED and provision is part.root:
                    continue  # it would seem to speak of the whole article
                words = f"Heading: {words[0].lower()}{words[1:]}"
            links.append(f"[{escape(words)}]({addresses.link(path, page_file(layout, told.page), told.anchor)})")
    if links:
        yield f"{' · '.join(links)}\n{{: .twin {NOT_WORDS} }}\n"


def compared_line(compared: Sequence[tuple[Layout, Naming]], path: PurePosixPath, edition: Edition, part: Part) -> str:
    """Return the line that leads from an article to its comparison with the other edition; or nothing."""
    links = []
    for layout, _ in compared:
        older = edition.slug == layout.before.slug
        if not older and edition.slug != layout.after.slug:
            continue
        home = layout.home_of(part.id) if older else part.id
        if any(each.id == home for each in layout.parts):
            other = layout.after if older else layout.before
            words = f"Compare this with the {other.settings.brief}"
            links.append(f"[{escape(words)}]({addresses.link(path, page_file(layout, home))})")
    return f"{' · '.join(links)}\n{{: .twin .whole {NOT_WORDS} }}\n" if links else ""


def _of_newer(rows: Sequence[PlacedRow], told: PlacedRow, layout: Layout, naming: Naming, page: str) -> str:
    """What is said at a provision of the newer text."""
    kinds = {placed.row.change for placed in rows}
    if kinds == {Change.UNCHANGED}:
        return f"Unchanged since {layout.before.settings.short}"
    if kinds == {Change.ADDED}:
        return naming.words(told.row, page)
    if told.row.change in (*MOVES, Change.SPLIT, Change.MERGED):
        words = naming.words(told.row, page)
        partly = told.row.change is Change.MOVED and any(_reworded(placed) for placed in rows)
        return f"{words} and reworded" if partly else words
    return f"Reworded in {layout.after.settings.short}"


def _of_older(rows: Sequence[PlacedRow], told: PlacedRow, layout: Layout, naming: Naming, page: str) -> str:
    """What is said at a provision of the older text."""
    year = layout.after.settings.short
    kinds = {placed.row.change for placed in rows}
    if kinds == {Change.UNCHANGED}:
        return f"Unchanged in {year}"
    if kinds == {Change.REMOVED}:
        return f"Not in {year}"
    if told.row.change in MOVES:
        there = in_words([naming.newer(unit, page) for unit in told.row.after])
        reworded = any(_reworded(placed) for placed in rows)
        return f"Moved to {there} in {year}{' and reworded' if reworded else ''}"
    if told.row.change is Change.SPLIT:
        return f"Split into {in_words([naming.newer(unit, page) for unit in told.row.after])} in {year}"
    if told.row.change is Change.MERGED:
        return f"Merged into {in_words([naming.newer(unit, page) for unit in told.row.after])} in {year}"
    return f"Reworded in {year}"


def _reworded(placed: PlacedRow) -> bool:
    """Whether words of a provision changed: a heading that it got or lost does not count."""
    kind = placed.row.change
    return kind in (Change.REWORDED, Change.MOVED_REWORDED) or (kind in (Change.ADDED, Change.REMOVED) and not placed.heading)
