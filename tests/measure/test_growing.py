"""What sites of copies cost is measured on sites that are built."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import a_project

from contract_site.measure.growing import growing_lines

LINE = (
    r" +2 agreements: +[\d.]+ s of a processor each, +[\d.]+ MB at most;"
    r" built again +[\d.]+%; after a note to one +[\d.]+%"
)


def test_a_site_that_is_built_again_and_one_with_a_change_are_measured_beside_the_first(tmp_path: Path) -> None:
    said: list[str] = []
    [line] = growing_lines(a_project(tmp_path), "tiny-2020", "I", said.append, (2,))

    assert re.fullmatch(LINE, line)
    assert said == ["Building 2 agreements, three times"]
