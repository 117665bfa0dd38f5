"""The map of a comparison: articles down, kinds of change across, in each cell how many, which leads to those rows.

A cell is the darker the more changes it counts; its number says the same, so that it reads on paper and without color.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.beside.arrangement import ComparedPart
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.comparison import Change
from contract_site.model.page import Page
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.comparison_frame import breadcrumb
from contract_site.pages.kin.comparison_home import list_anchor
from contract_site.pages.kin.sides import status_line
from contract_site.words.escape import attribute, escape, front_matter
from contract_site.words.tables import framed_table

TITLE = later("Map of changes")
SHADES = 5
"""How many shades there are, from the lightest for a single change to the darkest for the most of the map."""


def change_map(layout: ComparisonLayout, naming: Naming) -> Page:
    """Return the page of the map."""
    path, title = layout.file(addresses.MAP), say(TITLE)
    text = "\n".join(
        (
            front_matter(
                {
                    "title": title,
                    "description": f"{title}: {layout.comparison.settings.title}.",
                    "figures": True,
                    "hide": ["toc"],
                }
            ),
            breadcrumb(layout, path, title),
            f"# {title} {{: #map }}\n",
            status_line((layout.before, layout.after)),
            f"{say(naming.mapped)}\n",
            *_table(layout, naming, path),
        )
    )
    return Page(path, text)


def _table(layout: ComparisonLayout, naming: Naming, path: PurePosixPath) -> Iterator[str]:
    counts = {part.id: Counter(placed.row.change for placed in part.rows) for part in layout.parts}
    kinds = [kind for kind in naming.kinds if kind is not Change.UNCHANGED and any(each[kind] for each in counts.values())]
    most = max((each[kind] for each in counts.values() for kind in kinds), default=1)
    rows = []
    for part in layout.parts:
        cells = (_cell(layout, part, path, kind, counts[part.id][kind], most) for kind in kinds)
        rows.append([f"[{escape(naming.listed(part))}]({addresses.link(path, layout.file(part.id))})", *cells])
    return framed_table("map", say(TITLE), [say("Part"), *map(naming.kind, kinds)], rows)


def _cell(layout: ComparisonLayout, part: ComparedPart, path: PurePosixPath, kind: Change, count: int, most: int) -> str:
    """The number, which leads to the list of these rows: folded open by its anchor, filtered where there is a script."""
    if not count:
        return ""
    listed = list_anchor(part)
    home = addresses.link(path, layout.file())
    return f"[{count}]({home}?article={listed}&kind={kind}#{attribute(listed)}) {{: .shade-{shade(count, most)} }}"


def shade(count: int, most: int) -> int:
    """Return the shade of a cell, from 1 to ``SHADES``, by the square root of its share, so that few are told from none."""
    return max(1, round(SHADES * math.sqrt(count / most)))
