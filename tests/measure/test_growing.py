"""What sites of copies cost is measured on sites that are built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.projects import a_project

from contract_site.measure.growing import growing_lines

COST = r" +[\d.]+ s, +[\d.]+%"
LINE = (
    r" +2 agreements: +[\d.]+ s of a processor each, +[\d.]+ MB at most;"
    rf" built again{COST}; after a note to one{COST}; after a changed word of one{COST}"
)
BESIDE = (
    r"  \d+ pages: [\d.]+ a second of a processor, from the sources; Material as it comes, of their Markdown, [\d.]+ and"
    r" \d+ MB at most; ratio [\d.]+"
)
TWO = r"  two processes: [\d.]+ times as fast as one, \d+ MB in the largest at most"


@pytest.mark.slow
def test_a_site_that_is_built_again_and_ones_with_a_change_are_measured_beside_the_first(tmp_path: Path) -> None:
    said: list[str] = []
    grown, two, beside = growing_lines(a_project(tmp_path), "tiny-2020", "I", said.append, (2,))

    assert re.fullmatch(LINE, grown)
    assert re.fullmatch(BESIDE, beside)
    assert re.fullmatch(TWO, two)
    assert said == [
        "Building 2 agreements, four times",
        "Building 2 agreements by one process and by two",
        "Having Material make the same pages",
    ]
