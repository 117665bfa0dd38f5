"""Citations in agreements that number otherwise: outlines in, targets out (``tests/cases/link/trees/``)."""

import pytest
from tests.link.texts import read_cases, references_of
from tests.link.trees import an_outlined_edition

CASES = list(read_cases("trees"))


@pytest.mark.parametrize(("outline", "lines"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_an_outline_gives_its_references(outline: str, lines: str) -> None:
    assert "\n".join(references_of(an_outlined_edition(outline))) == lines
