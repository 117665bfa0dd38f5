"""How sure the rows of an outline are: what stands in company leaves no doubt, what stands alone may."""

from __future__ import annotations

import pytest
from tests.infer.editions import an_edition

from contract_site.model.document import Edition
from contract_site.model.source import Look

NAMES = ("Boats", "Nets", "Lamps", "Ropes", "Piers")


def numbered(*numbers: int) -> str:
    """Articles with bare numbers, set apart by blank lines."""
    return "".join(
        f"\n\n{number}. {name}\n\n(1) The {name.lower()} shall be tied at dusk by the crew that came first.\n\n"
        f"(2) The crew that came last shall look after the {name.lower()}.\n"
        for number, name in zip(numbers, NAMES, strict=False)
    )


def edition(text: str) -> Edition:
    """The edition of a text whose lines in capitals are bold."""
    lines = enumerate(text.split("\n"), 1)
    return an_edition(text, {number: Look(bold=True) for number, line in lines if line.isupper()})


def titled(*titles: str) -> str:
    """An article whose paragraphs stand below titles in capitals."""
    return "ARTICLE 1 CREW\nThe crew is on the pier.\n" + "".join(
        f"{title}\nThe crew of the night shall look after it until the crew of the day has come to the pier.\n"
        for title in titles
    )


@pytest.mark.parametrize(
    ("text", "kind", "doubtful"),
    [
        pytest.param(numbered(1, 2, 3, 4, 5), "article", 0, id="numbers that run"),
        pytest.param(titled("LAMPS", "NETS", "ROPES"), "heading", 0, id="three that are set alike"),
        pytest.param(titled("LAMPS"), "heading", 1, id="one alone"),
    ],
)
def test_company_leaves_no_doubt(text: str, kind: str, doubtful: int) -> None:
    rows = [row for row in edition(text).outline if row.kind == kind]

    assert rows
    assert sum(row.doubtful for row in rows) == doubtful


def test_a_row_says_what_company_it_stands_in() -> None:
    assert all("one of a run of numbers" in row.why for row in edition(numbered(1, 2, 3)).outline if row.kind == "article")
    assert any("set as other headings" in row.why for row in edition(titled("LAMPS", "NETS", "ROPES")).outline)
