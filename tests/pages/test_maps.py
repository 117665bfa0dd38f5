"""Maps: what their cells count is what the lists count, and each leads there."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.beside.test_rows import crossings

from contract_site.model.comparison import Change
from contract_site.pages.edition.memoranda_map import memoranda_map
from contract_site.pages.kin.change_map import change_map, shade
from contract_site.pages.kin.naming import named

BEFORE = "ARTICLE 1\nROPES\n\nA. Ropes are tarred.\n\nB. Sails are mended each spring by two hands.\n"
AFTER = "ARTICLE 1\nROPES\n\nA. Ropes are tarred and coiled.\n\nB. A lantern hangs at the stern.\n"


def test_a_cell_counts_the_rows_of_its_kind_and_leads_to_them() -> None:
    ((layout, naming),) = named(crossings(BEFORE, AFTER))
    page = change_map(layout, naming).text
    (part,) = layout.parts
    counts = Counter(placed.row.change for placed in part.rows)
    cells = re.findall(r"\[(\d+)\]\(index\.md\?article=in-article-1&kind=([\w-]+)#in-article-1\) \{: \.shade-(\d) \}", page)

    assert {kind: int(count) for count, kind, _ in cells} == {
        str(kind): count for kind, count in counts.items() if kind is not Change.UNCHANGED
    }
    assert len(cells) > 1


@pytest.mark.parametrize(
    ("count", "most", "is_"), [(1, 1, 5), (1, 100, 1), (25, 100, 2), (50, 100, 4), (100, 100, 5), (1, 4000, 1)]
)
def test_more_changes_are_darker(count: int, most: int, is_: int) -> None:
    assert shade(count, most) == is_


def test_without_memoranda_there_is_no_map_of_them() -> None:
    found = crossings(BEFORE, AFTER)

    assert all(memoranda_map(edition, found) is None for edition in found.relations.editions.values())
