"""The files that need a built site are run first, whole and in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import ordered


class Collected:
    """As much of a collected test as is asked."""

    def __init__(self, name: str, *fixtures: str) -> None:
        self.path, self.fixturenames, self.name = Path(name.partition(":")[0]), fixtures, name


def test_files_with_a_test_of_a_site_come_first_and_stay_whole() -> None:
    items = [Collected("a:1"), Collected("b:1"), Collected("b:2", "tmp_path", "tiny_site"), Collected("c:1"),
             Collected("d:1", "real_site")]  # fmt: skip

    ordered.sites_first(items)  # type: ignore[arg-type]

    assert [item.name for item in items] == ["b:1", "b:2", "d:1", "a:1", "c:1"]


@pytest.mark.parametrize("site", ["tiny_site", ""])
def test_a_test_that_is_given_the_name_of_a_site_wants_it(request: pytest.FixtureRequest, site: str) -> None:
    other = Collected("a:1")
    items = [other, request.node]

    ordered.sites_first(items)  # type: ignore[arg-type]

    assert (items[0] is other) == (site == "")
